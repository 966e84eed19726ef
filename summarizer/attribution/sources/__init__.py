"""Who a source is: its fullest name, kind, role and relays."""

from __future__ import annotations

from summarizer.attribution.sources.cast import Cast, read_cast
from summarizer.attribution.sources.naming import SourceName

__all__ = ["Cast", "SourceName", "read_cast"]
