"""A text is cut where its writer ended a paragraph, and not where a line was only full."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.reading.layout.paragraphs import Paragraph, ends_sentence, sentence_end, split_paragraphs

PROSE = (
    "The council of Ferrow met for nine hours on Tuesday night to talk about the lock gate, which has been stuck since "
    "the flood in spring, and came to no decision that any of its members would put in words of their own before the "
    "doors were shut and the clerk had gone home with the minutes under her coat."
)


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in split_paragraphs(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\u2028", "\u2029"])
def test_every_kind_of_line_end_ends_a_paragraph(end: str) -> None:
    assert texts(f"The gate is stuck.{end}Nobody came.") == ["The gate is stuck.", "Nobody came."]


@pytest.mark.parametrize(
    ("between", "is_apart"),
    [
        ("\n", False),
        ("\r", False),
        ("\r\n", False),
        ("\u2028", False),
        ("\n\n", True),
        ("\n \t\n", True),
        ("\r\n\r\n", True),
        ("\f", True),
    ],
)
def test_a_blank_line_before_a_paragraph_is_told(between: str, is_apart: bool) -> None:
    first, second = split_paragraphs(f"The gate is stuck.{between}Nobody came.")
    assert (first.is_apart, second.is_apart) == (True, is_apart)


@pytest.mark.parametrize("letter", ["\x85", "\v"])
def test_letters_of_texts_decoded_the_wrong_way_are_no_line_ends(letter: str) -> None:
    assert texts(f"wait{letter}ing") == [f"wait{letter}ing"]


@pytest.mark.parametrize("width", [40, 65, 72, 100])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_wrapped_at_a_width_are_one_paragraph(width: int, end: str) -> None:
    first = end.join(textwrap.wrap(PROSE, width))
    second = end.join(textwrap.wrap(PROSE.replace("council", "board"), width))
    assert texts(f"{first}{end}{end}{second}") == [first, second]


def test_where_the_next_word_had_room_a_wrapped_text_has_a_new_paragraph() -> None:
    wrapped = "\n".join(textwrap.wrap(PROSE, 72))
    assert texts(f"{wrapped}\nThe next one is in May.") == [wrapped, "The next one is in May."]


def test_lines_that_end_as_sentences_do_are_paragraphs_though_they_are_alike_in_length() -> None:
    lines = [f"The keeper of lock {number} said that no boat had come by since the morning." for number in range(6)]
    assert texts("\n".join(lines)) == lines


@pytest.mark.parametrize("following", ["and the gate stayed shut.", ", as he said.", "; nobody knew."])
def test_a_long_line_that_breaks_off_goes_on_below(following: str) -> None:
    broken = f"The keeper of the lock at Ferrow said that no boat had come by since dawn\n{following}"
    assert texts(broken) == [broken]


@pytest.mark.parametrize(
    "text",
    [
        "The keeper of the lock at Ferrow said that no boat had come by since dawn\nAnd the gate stayed shut.",
        "The keeper of the lock at Ferrow said that no boat had come by since dawn.\nand the gate stayed shut.",
        "No boat came\nand the gate stayed shut.",
        "Lock gate at Ferrow stuck for a ninth week as the council puts off a vote\nby Jo Lunt",
        "The keeper of the lock at Ferrow said that no boat had come by since dawn\n- and the gate stayed shut.",
        "The keeper of the lock at Ferrow said that no boat had come by since dawn\n\nand the gate stayed shut.",
    ],
)
def test_what_does_not_go_on_stands_alone(text: str) -> None:
    assert texts(text) == [line for line in text.split("\n") if line]


def test_a_list_stays_a_list_in_a_wrapped_text() -> None:
    items = [f"- {PROSE[:60]}", f"2. {PROSE[:60]}", f"• {PROSE[:60]}"]
    wrapped = "\n".join(textwrap.wrap(PROSE, 62))
    assert texts(f"{wrapped}\n" + "\n".join(items))[1:] == items


@settings(max_examples=80, deadline=None)
@given(st.text(st.sampled_from("aB.,” -\n\r\f\t\u2028\u2029\x85"), max_size=120))
def test_paragraphs_are_the_text_without_the_white_space_between_them(text: str) -> None:
    paragraphs = split_paragraphs(text)
    assert all(text[p.start : p.end] == p.text == p.text.strip() != "" for p in paragraphs)
    edges = [0, *(edge for p in paragraphs for edge in (p.start, p.end)), len(text)]
    assert edges == sorted(edges)
    assert all(not text[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True))
    assert [p.is_apart for p in paragraphs[:1]] == [True] * bool(paragraphs)


@pytest.mark.parametrize(
    "text",
    [
        "He left.",
        "Did he?",
        "He did!",
        "He left.”",
        "He left. ”",
        "He left.)",
        "And then…",
        "他走了。",
        "他走了。」",
        "راح؟",
    ],
)
def test_the_ends_of_sentences(text: str) -> None:
    assert ends_sentence(text)
    found = sentence_end(text)
    assert found is not None
    assert found.end() == len(text)


@pytest.mark.parametrize("text", ["", "He left", "He left:", "He left,", "He left;", "“He left”", "a.b", "He left – "])
def test_what_ends_no_sentence(text: str) -> None:
    assert not ends_sentence(text)
    assert sentence_end(text) is None


def test_the_end_of_a_part_of_a_text() -> None:
    text = "He left. She stayed on"
    found = sentence_end(text, 0, 8)
    assert found is not None
    assert found.span() == (7, 8)
    assert sentence_end(text, 9) is None
    assert sentence_end("He left.” She", 9, 9) is None


def test_the_empty_text_has_no_paragraph() -> None:
    assert split_paragraphs(" \n\t\r\n ") == []
    assert split_paragraphs(" x ") == [Paragraph(1, 2, "x", is_apart=True)]


def test_a_narrow_column_is_wrapped_text_and_a_list_is_not() -> None:
    column = (
        "The weir of Tolm\nbroke on Monday\nafter a barge hit\nits gate, and all\nof the lower fen\nwas under water."
    )
    assert len(split_paragraphs(column)) == 1
    assert len(split_paragraphs("Home of the Fen\nNews from Tolm\nWeather today\nSport and games\nAbout us here")) == 5


def test_an_indent_begins_a_paragraph_where_other_lines_have_none() -> None:
    text = (
        "    The weir of Tolm broke on Monday after a barge struck its gate,\n"
        "and the lower fen stood under water until the evening of that long\n"
        "day.\n"
        "    Nobody was hurt in the accident, the reeve told reporters who had\n"
        "come to the bank of the river with their cameras in the early\n"
        "morning."
    )
    assert [paragraph.text[:6] for paragraph in split_paragraphs(text)] == ["The we", "Nobody"]
