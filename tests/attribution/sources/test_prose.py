from __future__ import annotations

import pytest

from summarizer.attribution.sources.prose import Prose
from summarizer.contract.article import Article

TEXT = "The mill burned. “It was old,” she said.\n\nNobody came. “Nobody\n\nIt rained."


@pytest.fixture(name="prose")
def _prose() -> Prose:
    return Prose(Article(id="x", text=TEXT))


@pytest.mark.parametrize(("words", "number"), [("The mill", 0), ("old", 1), ("Nobody came", 2), ("rained", 4)])
def test_the_sentence_at_an_offset(prose: Prose, words: str, number: int) -> None:
    assert prose.sentence_at(TEXT.index(words)) == number


def test_no_sentence_is_before_the_first() -> None:
    prose = Prose(Article(id="x", text="  It rained."))
    assert prose.sentence_at(0) == -1
    assert prose.block_of(-1) == -1
    assert not prose.is_body(0)


def test_sentences_at_some_offsets_are_each_given_once(prose: Prose) -> None:
    numbers = [sentence.number for sentence in prose.sentences_at([50, 3, 5])]
    assert numbers == [1, 3]


def test_white_space_between_sentences_is_not_body(prose: Prose) -> None:
    assert prose.is_body(TEXT.index("burned"))
    assert not prose.is_body(TEXT.index("\n\n"))


@pytest.mark.parametrize(
    ("words", "quoted"),
    [("mill", False), ("was old", True), ("she said", False), ("Nobody\n", True), ("It rained", False)],
)
def test_what_is_quoted(prose: Prose, words: str, quoted: bool) -> None:
    assert prose.is_quoted(TEXT.index(words)) is quoted


def test_the_quotation_around_an_offset(prose: Prose) -> None:
    around = prose.quotation_around(TEXT.index("was old"))
    assert around == (TEXT.index("“"), TEXT.index("”") + 1)
    assert prose.quotation_around(0) is None


def test_a_quotation_that_is_never_closed_ends_with_the_text() -> None:
    assert Prose(Article(id="x", text='She said: "It rained.')).quotation_around(15) == (10, 21)


def test_lower_case_keeps_every_offset() -> None:
    prose = Prose(Article(id="x", text="İda Öz CAME, on 3 May."))
    assert prose.lower_text == "ida öz came, on 3 may."


@pytest.mark.parametrize(
    ("words", "trimmed"),
    [
        (" “Nora Quist,” ", "Nora Quist"),
        ("Nora Quist", "Nora Quist"),
        ("the U.S. ", "the U.S."),
        ("Sen. Quist (R-X) ", "Sen. Quist (R-X)"),
        ("it rained. ", "it rained"),
        (" —“” ", ""),
    ],
)
def test_a_stretch_is_trimmed_of_blanks_and_marks(words: str, trimmed: str) -> None:
    start, end = Prose(Article(id="x", text=words)).trim(-1, len(words) + 1)
    assert words[start:end] == trimmed


def test_places_of_words() -> None:
    prose = Prose(Article(id="x", text="Ana met Anana and ana."))
    assert list(prose.places_of("Ana")) == [0, 8]
    assert list(prose.places_of("ana")) == [10, 18]


def test_what_is_in_a_dateline() -> None:
    text = "ORSK, March 3 (Nordwire) - Halvor Lines was fined. ORSK cheered."
    prose = Prose(Article(id="x", text=text))
    places = (0, text.index("Nordwire"), text.index("Halvor"), text.rindex("ORSK"))
    assert [prose.is_in_dateline(at) for at in places] == [True, True, False, False]
