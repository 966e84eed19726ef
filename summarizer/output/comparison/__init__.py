"""A comparison is shown: as JSON, Markdown, a page, a table of its mentions, and in short on a terminal."""
