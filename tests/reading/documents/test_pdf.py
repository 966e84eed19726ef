from __future__ import annotations

import pytest

from summarizer.contract.errors import EmptyArticleError, UnreadableInputError
from summarizer.reading.content import Content
from summarizer.reading.documents.pdf import read_pdf
from tests.reading.documents.samples import FIRST, pdf


def test_a_text_layer_is_read_with_the_documents_facts() -> None:
    (only,) = read_pdf(pdf([[FIRST]]), "a.pdf")
    assert isinstance(only.found, Content)
    assert only.found.text == FIRST
    assert only.found.facts["published"] == "2032-02-02T08:00:00+01:00"


@pytest.mark.parametrize("title", ["Microsoft Word - weir.doc", "weir.pdf", "untitled"])
def test_a_title_that_a_program_wrote_is_none(title: str) -> None:
    (only,) = read_pdf(pdf([[FIRST]], title), "a.pdf")
    assert isinstance(only.found, Content)
    assert only.found.facts["title"] == ""


def test_pages_that_are_pictures_and_broken_files_say_so() -> None:
    with pytest.raises(EmptyArticleError, match="pictures"):
        list(read_pdf(pdf([[""]]), "a.pdf"))
    with pytest.raises(UnreadableInputError, match="broken"):
        list(read_pdf(b"%PDF-1.7", "a.pdf"))
