"""What stands before an insertion: the last word of whom it tells more about."""

from __future__ import annotations

import pytest

from summarizer.attribution.syntax.insertions import before_inserted_time, before_insertion, before_quoting_insertion
from tests.attribution.reading import tokens_of


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ada Lund, a lawyer, 45, said so.", "Lund"),
        ("Ada Lund, who runs the ferry, said so.", "Lund"),
        ("Ada Lund (45) said so.", "Lund"),
        ("The agents -- who came over the pass -- said so.", "agents"),
        ("Ada Lund, the clerk who sells rope, oars and tar, said so.", "Lund"),
        ("The mill is lost, a spokeswoman, Anna White, said.", "spokeswoman"),
    ],
)
def test_an_insertion_stands_behind_whom_it_is_about(text: str, word: str) -> None:
    paragraph = tokens_of(text).paragraph
    mark = paragraph.lower.index("said") - 1
    assert paragraph.words[before_insertion(paragraph, mark, 0)] == word


def test_a_mark_that_closes_nothing_has_nothing_before_it() -> None:
    paragraph = tokens_of("The mill is lost, Lund said.").paragraph
    assert before_insertion(paragraph, paragraph.lower.index(","), 0) == -1


def test_a_time_between_two_commas_is_stepped_over() -> None:
    paragraph = tokens_of("Brandt, on Monday, said so.").paragraph
    assert before_inserted_time(paragraph, 4, 0) == 0
    paragraph = tokens_of("Brandt, a clerk, said so.").paragraph
    assert before_inserted_time(paragraph, 4, 0) == 4


def test_an_insertion_may_end_with_quoted_words() -> None:
    paragraph = tokens_of("Ada Lund, who had written “I shall never sell this old boat,” said so.").paragraph
    mark = paragraph.lower.index("”")
    assert paragraph.words[before_quoting_insertion(paragraph, mark, 0)] == "Lund"
