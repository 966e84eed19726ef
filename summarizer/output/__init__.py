"""Reports to files, formats and pages; progress."""
