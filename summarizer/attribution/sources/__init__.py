"""Who a source is: its fullest name, kind, role and relays."""

from __future__ import annotations

from summarizer.attribution.sources.cast import Cast, read_cast
from summarizer.attribution.sources.naming import SourceName
from summarizer.attribution.sources.relays import find_relays, wire_credit

__all__ = ["Cast", "SourceName", "find_relays", "read_cast", "wire_credit"]
