"""The subject of a verb, over what stands between."""

from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.syntax.subjects import (
    first_subject,
    governing_subject,
    main_subject,
    subject_before,
)
from tests.attribution.reading import tokens_of


@pytest.mark.parametrize(
    "marked",
    [
        "{The mayor} <said> so.",
        "{Ada Lund}, who runs the Arle ferry with her brother Tom, <said> so.",
        "{Ada Lund}, a lawyer, 45, <said> so.",
        "{Ada Lund} (45) <said> so.",
        "{The owner of the dog} that bit the mayor <said> so.",
        "{Somebody close to the mayor} <said> so.",
        "{Ada Lund}, author of “Harbour Lights,” <said> so.",
        "{Ada Lund}, the voice behind “Harbour Lights,” <said> so.",
        "{The agents} -- who came over the pass -- <said> so.",
        "{Brandt}, during a walk in Arle, Velmark, <said> so.",
        "{Brandt}, on Monday, <said> so.",
        "{Brandt} on Monday morning <said> so.",
        "On Monday {voters} who rejected the plan <said> so.",
        "Lund said that {the guild} <said> so.",
        "{Lund} has in the past <said> so.",
        "{Brandt}, the guild's clerk, this past week <said> so.",
        "{Brandt}, the guild's clerk, earlier that day <said> so.",
        "{Brandt, who} only last May <said> so, left.",
        "{Brandt, who} a day earlier <said> so, left.",
        "{About two thirds} <said> so.",
        "{Just over a dozen} <said> so.",
        "{Nearly half of the bakers} <said> so.",
        "{The former first lady and judge} <said> so.",
        "{The guild} on Monday for the first time <said> so.",
        "{Theresa May} <said> so.",
        "{Growers} who came <said> so.",
        "{The company} that operates the dam, Tarsk Energy, <said> so.",
        "{Drivers with long routes} <said> so.",
        "{A clerk with a beard} <said> so.",
        "{A third of those} who had replied early <said> so.",
        "{Some 60 per cent of growers} <said> so.",
        "Of those who came, {62 per cent} <said> so.",
        "{Head of policy Ada Lund} <said> so.",
        "{The Day} <said> so.",
        "{A friend of last year} <said> so.",
        "{Fans outside the ice rink} <said> so.",
        "{Farmers across the valley} <said> so.",
        "{A drummer outside the court} <said> so.",
        "After a march through the town {the guild} <said> so.",
        "{Lund} is backing the plan and in a statement <said> so.",
        "In May, {a judge}, in answer to a plea by the guild, <ordered> a search.",
    ],
)
def test_the_subject_stands_before_insertions_and_times(marked: str) -> None:
    tokens = tokens_of(marked)
    assert tokens.words(subject_before(tokens.paragraph, tokens.cue[0], 0)) == tokens.words(tokens.source)


@pytest.mark.parametrize("opening", ["When contacted, a", "When reached by phone, a", "A"])
def test_what_opens_a_sentence_before_a_subject_with_an_aside_is_not_it(opening: str) -> None:
    (claim,) = summarize(
        f"{opening} senior clerk, wearing a hat, said that the boat was late.", engine="extractive"
    ).claims
    assert claim.source.name.lower() == "a senior clerk"


def test_how_often_something_was_shared_is_not_who_says_it() -> None:
    (claim,) = summarize("A video shared more than 200,000 times says that the mill burnt.", engine="extractive").claims
    assert claim.source.name == "A video"


def test_the_first_phrase_is_the_subject_when_insertions_part_it_from_the_verb() -> None:
    tokens = tokens_of("{The guild}, formed in May, when it rained, <said> so.")
    assert first_subject(tokens.paragraph, tokens.cue[0], 0) == tokens.source
    assert first_subject(tokens_of("The guild said so.").paragraph, 2, 0) is None


@pytest.mark.parametrize(
    "marked",
    [
        "{Lund} left the hall, <adding> that it was late.",
        "{Lund} said [it was late when Pell left], <adding> so.",
        "{The guild} rejected it and <called> for a vote.",
        "{She} held there was a place for posters, but <said> that they were dull.",
        "{Brandt} defended the budget when the guilds ruled the town by <saying> it was new.",
        "When {Brandt} opened the talks by <saying> it was new, they laughed.",
        "Lund won the vote, although {Brandt} won the day by <calling> it a start.",
        "{Lund} also leaned towards an admission that the guild had lost boats, <saying> it was late.",
        "{Lund} withdrew his forecast that the port would rise, and <blamed> the guild.",
        "{The owner} changed her tale after her note was shown to be false, <stating> that it was late.",
        "When asked whom she backed, {Lund} smiled and <said> so.",
        "Pressed on what he would do, {the reeve} shrugged and <replied> that it was late.",
        "After she had left the hall, {Mr. Reil} turned round and <said> so.",
        "When {she} was asked and <said> so, Lund left.",
        "In a note released on Monday, {Mayor Lund} (of Arle) responded to the news, <saying> it was late.",
    ],
)
def test_a_participle_or_a_second_verb_has_the_subject_of_the_verb_before_it(marked: str) -> None:
    tokens = tokens_of(marked)
    said = [tokens.content] if tokens.content[1] else []
    found = governing_subject(tokens.paragraph, 0, tokens.cue[0], said)
    assert found == tokens.source


def test_a_sentence_has_the_subject_of_its_first_verb_outside_quotations() -> None:
    tokens = tokens_of("“It was late”, and {Marsh} <shook> his head.")
    assert main_subject(tokens.paragraph, 0, len(tokens.paragraph.words)) == (tokens.source, tokens.cue[0])
    assert main_subject(tokens_of("A long night.").paragraph, 0, 4) is None


def test_a_role_and_a_name_after_a_whole_clause_are_who_speaks() -> None:
    text = "The firm made the tool to help in times of need, a spokeswoman, Anna White, said on Saturday."
    (claim,) = summarize(text, engine="extractive").claims
    assert (claim.source.name, claim.text.rstrip(".")) == (
        "Anna White",
        "The firm made the tool to help in times of need",
    )


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "The clerk, who was late, said it rained; the baker, who was not, said it was dry.",
            ["The clerk", "the baker"],
        ),
        ("The wall fell; its owner, a potter called Ada Lund, said it was old.", ["Ada Lund"]),
    ],
)
def test_a_semicolon_parts_subjects(text: str, sources: list[str]) -> None:
    assert [claim.source.name for claim in summarize(text, engine="extractive").claims] == sources


@pytest.mark.parametrize("opening", ["In 1968 the", "The"])
def test_a_time_may_open_a_sentence_before_its_subject(opening: str) -> None:
    text = f"{opening} owner, Hector Maybury, tried to sack her, saying that she was rude."
    (claim,) = summarize(text, engine="extractive").claims
    assert claim.source.name == "Hector Maybury"
