"""Writes reports, failures and the manifest: formats, the HTML page, files and folders. Shows progress."""
