from __future__ import annotations

import io

import pytest

from summarizer.contract.errors import UnreadableInputError
from summarizer.reading.content import Content
from summarizer.reading.documents.web_archive import read_web_archive
from tests.reading.documents.samples import PAGE, web_archive


def test_pages_are_read_and_other_records_passed_over() -> None:
    (only,) = read_web_archive(io.BytesIO(web_archive()), "a.warc.gz")
    assert isinstance(only.found, Content)
    assert only.found.markup == PAGE.encode()
    assert only.found.facts["url"] == "https://fen.example/1"


def test_a_broken_archive_says_so() -> None:
    with pytest.raises(UnreadableInputError, match="broken after 0 pages"):
        list(read_web_archive(io.BytesIO(b"WARD/1.0 broken\r\n\r\n"), "a.warc"))
