"""Words of a text: what stands between two blanks is read alike wherever it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.attribution import tags
from summarizer.attribution.syntax.tagging import read_words, tag_of
from tests.attribution.reading import said_in
from tests.growth import assert_linear

PIECES = st.sampled_from(
    [*"aT.,'’\"“`3-â", "â€œ", "Lund’s", "said", "to", "2,500", "state-run", "port.The", "\u00a0", "İ"]
)
LINES = st.lists(st.lists(PIECES, min_size=1).map("".join).map(str.strip).filter(bool), min_size=1)


@given(LINES, st.sampled_from(["\n", " ", "\n\n"]))
def test_words_are_those_of_the_parts_whatever_parts_them(lines: list[str], gap: str) -> None:
    text = gap.join(lines)
    whole = read_words(text, 0, len(text))
    written: list[str] = []
    letters = ""
    first = 0
    for line in lines:
        part = read_words(text, first, first + len(line))
        here = range(len(written), len(written) + len(part.lower))
        assert whole.starts[here.start : here.stop] == part.starts
        written += part.written
        letters += part.tags
        first += len(line) + len(gap)
    assert whole.written == written
    assert whole.lower == [word.lower() for word in written]
    assert whole.tags == letters


@given(LINES)
def test_each_word_begins_where_it_is_said_to(lines: list[str]) -> None:
    text = "  ".join(lines)
    found = read_words(text, 0, len(text))
    assert [text[s : s + len(w)] for w, s in zip(found.written, found.starts, strict=True)] == found.written


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the port.The mayor", ["the", "port", ".", "The", "mayor"]),
        ("the portThe mayor", ["the", "port", "The", "mayor"]),
        ("the McDonald portThem", ["the", "McDonald", "portThem"]),
    ],
)
def test_a_lost_space_parts_words(text: str, words: list[str]) -> None:
    assert read_words(text, 0, len(text)).written == words


def test_words_are_parted_in_time_that_grows_with_the_text() -> None:
    assert_linear(lambda text: read_words(text, 0, len(text.rstrip())), "portThe mill’s ", 200_000)


def test_the_length_of_a_word_has_no_limit() -> None:
    text = f"said {'m' * 300} the {'mill-' * 100} port"
    assert read_words(text, 0, len(text)).starts == [0, 5, 306, 310, 809, 811]


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("the", tags.DETERMINER),
        ("said", tags.PAST),
        ("claims", tags.S_FORM),
        ("quickly", tags.ADVERB),  # this and the next three are not in the lexicon
        ("3,000", tags.NUMBER),
        ("$", tags.OTHER_MARK),
        ("harbour", tags.NOUN),
        ("family", tags.NOUN),  # no adverb
        ("Arle", tags.capitalized(tags.NOUN)),
        ("Post", tags.capitalized(tags.BASE_FORM)),
        ("Will", tags.capitalized(tags.MODAL)),
        ("The", tags.DETERMINER),  # a capital makes no name of it
        ("US", tags.capitalized(tags.NOUN)),
    ],
)
def test_a_word_has_the_tag_of_what_it_is_without_its_neighbours(word: str, tag: str) -> None:
    assert tag_of(word) == tag


def test_a_number_with_a_comma_keeps_what_a_hyphen_joins_to_it() -> None:
    assert read_words("a 4,000-page file", 0, 17).written == ["a", "4,000-page", "file"]


@pytest.mark.parametrize(("word", "tag"), [("owed", tags.ED_FORM), ("upheld", tags.PAST), ("frozen", tags.ED_FORM)])
def test_forms_of_verbs_that_no_ending_tells(word: str, tag: str) -> None:
    assert tag_of(word) == tag


def test_an_adverb_in_a_headline_is_no_name() -> None:
    text = "Tom Berg Finally Endorses Harbour Speaker Paul Rook"
    assert [said.source for said in said_in(text)] == ["Tom Berg"]


@pytest.mark.parametrize("name", ["Moll Foods, Inc.", "Moll Foods, Ltd.", "Tom Moll, Jr."])
def test_what_stands_behind_the_comma_of_a_name_is_nobody_s_name(name: str) -> None:
    assert said_in(f"{name} said that the mill would open in May.")[0].source.rstrip(".") == name.rstrip(".")


def test_another_comma_parts_names() -> None:
    assert read_words("Kell, Varn", 0, 10).tags[1] == tags.COMMA
