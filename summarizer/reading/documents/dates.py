"""Dates as mails and feeds write them."""

from __future__ import annotations

from email.utils import parsedate_to_datetime


def iso_date(written: str | None) -> str:
    """A date of RFC 5322 ("Tue, 03 Feb 2026 10:00:00 +0000") in ISO 8601; any other as it is written."""
    text = (written or "").strip()
    try:
        return parsedate_to_datetime(text).isoformat().replace("+00:00", "Z")
    except (TypeError, ValueError, IndexError):
        return text
