"""Noun phrases found from either end, and the adjuncts between a cue and its content."""

from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.syntax.noun_phrases import phrase_ending
from tests.attribution.reading import said_in, tokens_of


@pytest.mark.parametrize(
    "marked",
    [
        "{A spokesman for the harbour guild} said so.",
        "{He} said so.",
        "{Lund and Brandt} said so.",
        "{Samuel A. Poe} said so.",
        "{Sen. Ada Lund of Arle} said so.",
        "Pell gave a figure {the ministry} disputes.",
        "It hit {the “old” mill} hard.",
        "Officials met {Kole Brandt, who} said so.",
        "Officials met {the Red Lamp, a charity, which} said so.",
        "It is {a poll that} showed so.",
        "On Monday {the guild} said so.",
        "{The mayor} in an interview said so.",
    ],
)
def test_a_phrase_reaches_left_to_its_first_word(marked: str) -> None:
    tokens = tokens_of(marked)
    paragraph = tokens.paragraph
    verb = next(at for at, word in enumerate(paragraph.lower) if word in {"said", "disputes", "hard", "showed"})
    assert tokens.words(phrase_ending(paragraph, verb - 1, 0)) == tokens.words(tokens.source)


@pytest.mark.parametrize(
    ("opening", "source"),
    [
        ("In a report last month officials", "officials"),
        ("In an interview last year the actor", "the actor"),
        ("In a report on Monday officials", "officials"),
        ("Last month officials", "officials"),
        ("Sunday school teachers", "Sunday school teachers"),
        ("Last month's report", "Last month's report"),
    ],
)
def test_a_time_without_a_comma_is_no_part_of_who_speaks(opening: str, source: str) -> None:
    assert [one.source for one in said_in(f"{opening} said that it was late.")] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("When the play opened in 1961 a woman in the stalls said that it was late.", "a woman in the stalls"),
        ("Ivy (Ann Poe), a landlady who says that he was dull, sits down.", "Ivy (Ann Poe), a landlady who"),
    ],
)
def test_a_year_or_a_bracket_is_no_part_of_who_speaks(text: str, source: str) -> None:
    assert [one.source for one in said_in(text)] == [source]


def test_no_phrase_ends_before_the_tokens_asked_about() -> None:
    assert phrase_ending(tokens_of("The guild said so.").paragraph, 1, 2) is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Five past and present Lowmark senators said the order came late.", "Five past and present Lowmark senators"),
        ("Three serving and retired officers said the order came late.", "Three serving and retired officers"),
        ("According to the Evening Bell, the order came late.", "Evening Bell"),
        ("On her page Lena Brook said the order came late.", "Lena Brook"),
        ("In a radio interview Lena Brook said the order came late.", "Lena Brook"),
    ],
)
def test_a_source_is_whole_and_has_no_place_before_it(text: str, source: str) -> None:
    (claim,) = summarize(text, engine="extractive").claims
    assert (claim.source.name, claim.source.role) == (source, None)


def test_a_campaign_and_experts_speak_together() -> None:
    text = "The Clint campaign and some security experts have alleged that the guild was behind it."
    (claim,) = summarize(text, engine="extractive").claims
    assert claim.source.name == "Clint campaign and some security experts"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A report to councillors warned that the roof was old.", "A report to councillors"),
        ("A letter to bookseller Ane Lark said rent was late.", "A letter to bookseller Ane Lark"),
        ("A memo to staff said the kiln was broken.", "A memo to staff"),
        ("He gave the report to councillors who said it was late.", "councillors who"),
        ("In a letter to investors, Lund said it was late.", "Lund"),
    ],
)
def test_a_document_and_not_its_reader_speaks(text: str, source: str) -> None:
    assert [said.source for said in said_in(text)] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Three in four want a tunnel, according to a Morrow poll taken last week.", "a Morrow poll"),
        ("Three in four want a tunnel, according to a survey last month.", "a survey"),
        ("Three in four want a tunnel, according to a survey conducted late Monday.", "a survey"),
        ("Three in four want a tunnel, according to a survey taken in Arle.", "a survey"),
        ("Her push for free ferries helped persuade some members who thought it was late.", "some members who"),
    ],
)
def test_a_source_has_no_half_of_a_time_nor_a_verb(text: str, source: str) -> None:
    assert [said.source for said in said_in(text)] == [source]


def test_such_a_thing_is_one_phrase() -> None:
    (said,) = said_in("Some pilots suggested such a count was needed.")
    assert said.content == ("such a count was needed",)


def test_an_and_may_stand_in_a_name() -> None:
    text = "Research carried out by the Centre for Boats and River Affairs found the paper was late."
    assert [said.source for said in said_in(text)] == ["the Centre for Boats and River Affairs"]


@pytest.mark.parametrize("verb", ["asked Ada Lund about", "told Ada Lund about", "wrote to Ada Lund about"])
def test_of_whom_somebody_is_asked_says_it(verb: str) -> None:
    (said,) = [
        one for one in said_in(f"A bargee {verb} several cooks who said the stove was cold.") if "who" in one.source
    ]
    assert said.source == "several cooks who"


@pytest.mark.parametrize("where", ["At Pine Hall, where guests dine", "In Ostby, which is old"])
@pytest.mark.parametrize("who", ["Ada Lund", "Ada Lund, the inn's keeper"])
def test_where_something_is_said_does_not_say_it(where: str, who: str) -> None:
    comma = "," if "," in who else ""
    (said,) = said_in(f"{where}, {who}{comma} said that the stove was cold.")
    assert said.source.startswith("Ada Lund")


def test_whom_a_relative_clause_describes_says_it() -> None:
    (said,) = said_in("The guild, which is old and poor, said that the stove was cold.")
    assert said.source.startswith("The guild")
