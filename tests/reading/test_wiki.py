"""A wiki's text is read for the words that the wiki shows."""

from __future__ import annotations

import pytest

from summarizer.reading.wiki import is_wikitext, without_wikitext
from tests.growth import assert_linear

_PAGE = """{{Infobox weir
| name = Tolm weir
| built = {{start date|1931}}
}}
The '''Tolm weir''' broke on [[Monday]].<ref name="a">{{cite web|url=https://x.example|title=Weir}}</ref>

== Aftermath ==
[[File:Weir.jpg|thumb|The weir in [[Tolm]], the mayor said]]
“It is gone,” said ''Ada Holm'' of the [[Weir board|board]].<ref name="a" />
{| class="wikitable"
| 1 || 2
|}
See [https://x.example the report].

[[Category:Weirs]]
"""


def test_the_words_of_a_wiki_stay_and_its_marks_go() -> None:
    assert is_wikitext(_PAGE)
    paragraphs = [" ".join(part.split()) for part in without_wikitext(_PAGE).split("\n\n")]
    assert paragraphs == [
        "The Tolm weir broke on Monday.",
        "Aftermath",
        "“It is gone,” said Ada Holm of the board.",
        "See the report.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The weir broke on Monday.",
        "He wrote [[sic]] in the margin, and [[sic]] again.",
        "In Python, a[[0]] and b[[1]] are lists.",
        "{{ title }} and {{ body }} are filled in.",
    ],
)
def test_other_texts_are_no_wikis(text: str) -> None:
    assert not is_wikitext(text)


def test_what_nothing_closes_stays() -> None:
    assert without_wikitext("{{open [[Tolm]] and the rest.\n") == "{{open Tolm and the rest.\n"


@pytest.mark.parametrize("piece", ["{{ [[a ", "[[File:a|", "<ref>", "'''== ", "[https://a.example "])
def test_time_grows_with_the_text(piece: str) -> None:
    assert_linear(without_wikitext, piece)
