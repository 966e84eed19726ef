"""Documents, made report by report."""

from __future__ import annotations

import pytest

from summarizer.output.documents import open_document
from summarizer.output.formats import choose_format
from tests.reports import report

ONE = report("The dyke held.\n")


@pytest.mark.parametrize(("is_file", "start"), [(True, b"\xef\xbb\xbfarticle_id,"), (False, b"article_id,")])
def test_a_csv_file_begins_with_the_mark_that_excel_needs_and_a_stream_does_not(is_file: bool, start: bytes) -> None:
    form = choose_format("csv", several=True)
    document = open_document(form, is_file=is_file)
    assert (document.add(ONE) + b"".join(document.end())).startswith(start)
    assert b"".join(open_document(form, is_file=is_file).end()).startswith(start)


def test_a_format_of_one_report_is_missing_until_it_comes() -> None:
    document = open_document(choose_format("json", several=False), is_file=True)
    assert document.is_missing
    assert b"".join(document.end()) == b""
    assert document.add(ONE).startswith(b"{\n")
    assert not document.is_missing


def test_a_format_that_is_no_text_makes_its_own_document() -> None:
    document = open_document(choose_format("sqlite", several=True), is_file=True)
    assert document.add(ONE) == b""
    assert b"".join(document.end()).startswith(b"SQLite format 3\0")
