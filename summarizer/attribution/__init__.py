"""Finds attributed statements in news text by rules."""

from summarizer.attribution.detector import find_statements
from summarizer.contract.statement import Statement

__all__ = ["Statement", "find_statements"]
