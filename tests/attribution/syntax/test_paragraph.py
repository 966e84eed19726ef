"""Tokens of a paragraph: their offsets, their tags, and sentences that no space parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import summarize
from summarizer.attribution import tags
from summarizer.attribution.syntax.paragraph import Paragraph
from summarizer.reading.layout.layout import Sentence
from summarizer.reading.layout.quotation_marks import find_marks, pair_marks
from tests.attribution.reading import said_in


def paragraph(text: str, *ends: int) -> Paragraph:
    """A paragraph whose sentences end at these places, and at the text's end."""
    begins = [0, *ends]
    sentences = []
    for n, (a, b) in enumerate(zip(begins, [*ends, len(text)], strict=True)):
        start = a + len(text[a:b]) - len(text[a:b].lstrip())
        sentences.append(Sentence(n + 1, start, b, 0))
    regions, _ = pair_marks(text, 0, len(text), [(one.start, one.end) for one in sentences], find_marks(text))
    return Paragraph(text, sentences, regions)


PIECES = st.sampled_from(
    [
        *"abT.,'\"“â 3-",
        "â€œ",
        "Mayor",
        "said",
        "to",
        "The",
        "Lund’s",
        "2,500",
        "\n",
        "\u00a0",
        "İ",
        "port.The",
        "portThe",
    ]
)


@given(st.lists(PIECES, min_size=1).map("".join).filter(str.strip))
def test_offsets_give_back_each_word(text: str) -> None:
    p = paragraph(text.strip())
    assert [p.text[slice(*p.offsets(i, i + 1))] for i in range(len(p.words))] == p.words
    assert "".join("".join(p.words).split()) == "".join(text.split())


@given(st.lists(PIECES, min_size=1).map("".join).filter(str.strip))
def test_every_token_has_one_tag_when_prepared(text: str) -> None:
    p = paragraph(text.strip())
    p.prepare()
    assert len(p.tags) == len(p.words)
    assert set(p.tags) <= set(tags.BY_NAME.values())


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("“It sank,” she said.", ["“It sank,”"]),
        ('"It sank," she said. "All of it."', ['"It sank,"', '"All of it."']),
        ("“It sank. All of it.", ["“It sank. All of it."]),  # never closed
        ("She read “The Drowned Mill” aloud.", ["“The Drowned Mill”"]),
        ("She told “Good Morning Harbour” so.", []),  # a title
    ],
)
def test_a_quote_reaches_from_mark_to_mark(text: str, quotes: list[str]) -> None:
    p = paragraph(text)
    p.prepare()
    assert [p.text[slice(*p.offsets(*quote))] for quote in p.quotes] == quotes
    quoted = [index for index in range(len(p.words)) if p.is_quoted(index)]
    assert quoted == [index for first, past in p.quotes for index in range(first, past)]
    assert {p.quote_at(index) for index in quoted} == set(p.quotes)


def test_sentences_are_token_ranges() -> None:
    text = "The mill was shut. Lund said so."
    p = paragraph(text, text.index(" Lund"))
    assert p.sentences == [(0, 5), (5, 9)]
    assert p.words[5] == "Lund"


def test_a_word_that_runs_over_a_sentence_end_stays_whole() -> None:
    text = "The mill was shut-down again."
    p = paragraph(text, text.index("-down"))
    assert "shut-down" in p.words
    assert p.offsets(3, 4) == (13, 22)


@pytest.mark.parametrize("text", ["The mill was shut.The mayor wept.", "The mill was shutThe mayor wept."])
def test_a_lost_space_parts_sentences(text: str) -> None:
    p = paragraph(text)
    assert [p.words[lo] for lo, _ in p.sentences] == ["The", "The"]


@pytest.mark.parametrize(
    "text", ["She said “we live here” He left.", "She said “we live here” “The mill is old” he added."]
)
def test_a_quotation_that_lost_its_full_stop_ends_its_sentence(text: str) -> None:
    p = paragraph(text)
    assert [p.words[past - 1] for _, past in p.sentences] == ["”", "."]


def test_a_capital_makes_a_name_of_a_common_word() -> None:
    p = paragraph("He told the Post and Will to post it.")
    p.prepare()
    assert p.tags[p.words.index("Post")] == tags.NOUN
    assert p.tags[p.words.index("post")] != tags.NOUN


def test_before_and_past_the_tokens_stand_no_word_and_no_tag() -> None:
    p = paragraph("It rained.")
    p.prepare()
    assert [p.word_at(index) for index in (-1, 0, 3)] == ["", "it", ""]
    assert [p.tag_at(index) for index in (-1, 0, 3)] == ["", tags.PRONOUN, ""]


def test_a_sentence_is_found_from_any_of_its_tokens() -> None:
    text = "The mill was shut. Lund said so."
    p = paragraph(text, text.index(" Lund"))
    assert [p.sentence_at(index) for index in (0, 4, 5, 8)] == [
        (0, 5),
        (0, 5),
        (5, 9),
        (5, 9),
    ]
    assert [p.sentence_before(index) for index in (0, 4, 5, 9)] == [None, None, (0, 5), (5, 9)]


@pytest.mark.parametrize(
    "text", ["Will wrote that it rained.", "Instead, Will called for calm.", "It is, Will said, late."]
)
def test_will_before_a_past_tense_is_a_name(text: str) -> None:
    (claim,) = summarize(f"George Will came to Ostby.\n\n{text}", engine="extractive").claims
    assert claim.source.name == "George Will"


@pytest.mark.parametrize("text", ["Will it rain?", "Will used boats sell?", "It will be late, and so will they."])
def test_will_is_a_verb_elsewhere(text: str) -> None:
    assert summarize(f"George Will came to Ostby.\n\n{text}", engine="extractive").claims == ()


@pytest.mark.parametrize("owner", ["his", "her", "the"])
def test_a_will_that_somebody_has_is_no_verb(owner: str) -> None:
    (said,) = said_in(f"In {owner} will, Lund said where the silver lay.")
    assert said.content == ("where the silver lay",)
