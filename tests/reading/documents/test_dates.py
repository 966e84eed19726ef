from __future__ import annotations

import pytest

from summarizer.reading.documents.dates import iso_date


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Mon, 02 Feb 2032 08:00:00 +0000", "2032-02-02T08:00:00Z"),
        ("2 Feb 2032 08:00:00 +0100", "2032-02-02T08:00:00+01:00"),
        (" 2032-02-02 ", "2032-02-02"),
        ("on Monday", "on Monday"),
        ("", ""),
        (None, ""),
    ],
)
def test_dates_of_mails_become_iso_dates_and_others_stay(written: str | None, read: str) -> None:
    assert iso_date(written) == read
