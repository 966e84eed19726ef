"""Reports scored against gold made by hand."""
