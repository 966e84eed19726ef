"""Title, body and site furniture; the numbered sentences."""
