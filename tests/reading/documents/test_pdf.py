from __future__ import annotations

import pytest

from summarizer.contract.errors import EmptyArticleError, UnreadableInputError
from summarizer.reading.content import Content
from summarizer.reading.documents.pdf import read_pdf
from tests.reading.documents.samples import FIRST, pdf, placed_pdf


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


LEFT = (
    "The weir of Tolm broke on Monday after",
    "a barge had struck it, the port office",
    "said. Nobody was hurt, said Ada Lund,",
    "who leads the office, but the harbour",
    "stays shut until the wall has been re-",
    "built. The dockers had warned of cracks",
)
RIGHT = (
    "for two years. We wrote four letters,",
    "said their chairman Per Holm. The office",
    "denied that it had been told of cracks.",
    "A diver is to look at the wall on Friday,",
    "and the council will meet in the evening",
    "to speak about who will pay for it all.",
)


def written_across(left: int, right: int) -> list[tuple[int, int, int, str]]:
    """Two columns, each line of which was written before the next, as scanners do."""
    lines: list[tuple[int, int, int, str]] = []
    for number, (one, other) in enumerate(zip(LEFT, RIGHT, strict=True)):
        lines += [(left, 600 - 12 * number, 10, one), (right, 600 - 12 * number, 10, other)]
    return lines


def read(*pages: list[tuple[int, int, int, str]]) -> Content:
    (only,) = read_pdf(placed_pdf(*pages), "a.pdf")
    assert isinstance(only.found, Content)
    return only.found


def test_columns_that_were_written_line_by_line_are_read_one_after_the_other() -> None:
    found = read(written_across(40, 300))
    words = [*LEFT[:4], "stays shut until the wall has been rebuilt. The dockers had warned of cracks", *RIGHT]
    assert " ".join(found.text.split()) == " ".join(words)


def test_the_largest_words_are_the_title_and_the_head_of_the_page_is_none() -> None:
    head = [(40, 800, 8, "THE TOLM POST"), (400, 800, 8, "Tuesday")]
    page = [*head, (40, 700, 24, "Weir of Tolm breaks"), *written_across(40, 300), (280, 20, 8, "3")]
    more = [*head, *written_across(40, 300), (280, 20, 8, "4")]
    found = read(page, more)
    assert found.facts["title"] == "Weir of Tolm breaks"
    assert found.text.startswith("Weir of Tolm breaks\n\nThe weir of Tolm broke")
    assert "POST" not in found.text
    assert not {"3", "4"}.intersection(found.text.split())


def test_letters_of_one_size_are_no_title() -> None:
    assert read(written_across(40, 300)).facts["title"] == ""
