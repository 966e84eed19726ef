"""Finds attributed statements in news text by rules."""
