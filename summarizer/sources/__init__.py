"""Who a source is: its fullest name, kind, role and relays."""

from __future__ import annotations

from summarizer.sources.cast import Cast, read_cast
from summarizer.sources.naming import SourceName
from summarizer.sources.relays import find_relays, wire_credit

__all__ = ["Cast", "SourceName", "find_relays", "read_cast", "wire_credit"]
