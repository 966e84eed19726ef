"""From draft to report: every quote is placed, every claim is checked."""
