"""Statements whose content stands before their cue, or around it."""

from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.reading import marked_words, said_in, without_marks


@pytest.mark.parametrize(
    "marked",
    [
        "[“The dam will hold,”] {Ostrand} <said> on Monday.",
        "[The dam will hold], {Ostrand} <said>.",
        "[The dam will hold], <said> {Ada Lund}, a farmer.",
        "[She asked in every hall that she could get into], <said> {Ada Lund}, a rower from Tilby.",
        "[The dam is what it is], <said> {Ada Lund}, a farmer at Tilby.",
        "[Nobody knew what it was for], <said> {Ada Lund}, the last owner.",
        "[The dam was], <said> {Ada Lund}, [a wreck].",
        "[“My ferry left on time,”] {Fell} <said> in a statement.",
        "[“We sent four boys home,”] {a teacher} there <said>.",
        "[“The dam,”] {Ostrand} <said>, [“will hold until the snow melts.”]",
        "[The dam], {Ostrand} <said>, [will hold until the snow melts].",
        "[The dam is], {Ostrand} <said>, [cracked from end to end].",
        "[The dam will not], {Ostrand} <said> on Monday, [be mended].",
        "[The dam had], as {Ostrand} <put it>, [a bad year].",
        "[The dam], {Ostrand} <said>, [protects nine towns].",
        "[The dam is old], {Ostrand} <said>, [but “nobody was hurt.”]",
        "[“The dam is old,”] <said> {Ostrand}, who had run outside, [“and then it fell.”]",
        "[Rents rose by 12%], {Ostrand} <said>.",
        "[“We waited,”] {the group} <said>, according to Radio Velm, [“until the last boat had left the bay.”]",
        "[The old toll], <said> {a drover} who passed at three, [“was plain theft”].",
        "[The old toll], <said> {Ada Lund}, who drives a cart, [is plain theft].",
        "[The toll is plain theft], <said> {Ada Lund}, who drives a cart.",
        "[The dam held while it was new], {Ostrand} <said> Friday morning on Radio Velm’s “Morning Tea.”",
        "<Said> {Lund}, [“It came by night.”]",
        "The old toll ([it was late], {Lund} <says>) fell.",
        "[Nearly all boats are back in port], {a spokesman for the guild} <told> reporters on Monday.",
        "[Four boats lost], <said> {Ada Lund}.",
        "[â€œThe lamp went out at nine,â€] <said> {Ada Lund}.",
        # a relative clause before the cue is not what was said
        "{Two ferry hands}, who asked for no pay, <said> [a clerk's note in June spoke of rust].",
    ],
)
def test_what_stands_before_the_cue_is_said(marked: str) -> None:
    assert marked_words(marked) in said_in(without_marks(marked))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The dog, its owner swore in court, “has never bitten a soul”.", ("The dog", "“has never bitten a soul”")),
        ("In May, Ada Lund said in court, “it was late”.", ("“it was late”",)),
    ],
)
def test_a_quotation_may_have_the_verb_of_what_breaks_off_before_the_cue(text: str, content: tuple[str, ...]) -> None:
    assert [one.content for one in said_in(text)] == [content]


def test_two_short_calls_are_of_two() -> None:
    said = said_in("“Left!” the cox cried. “Right!” the coach bawled from the bank.")
    assert [(one.source, one.content) for one in said] == [("the cox", ("“Left!”",)), ("the coach", ("“Right!”",))]


def test_a_verb_left_out_behind_a_semicolon_leaves_two_halves() -> None:
    (said,) = said_in("His grandfather came for fame; his father, he says, for soup.")
    assert said.content == ("His grandfather came for fame; his father", "for soup")


def test_a_first_cue_keeps_the_words_before_a_second() -> None:
    assert [said.cue for said in said_in("He said it fell at noon, Smith said.")] == ["said"]


@pytest.mark.parametrize(
    "text",
    [
        "The lamp burned all night. The harbour board has not answered.",
        "“It sank,” he has never said.",
        "Asked whether Lund “has the nerve for it,” half the bakers said yes.",
        "After the raid, the guild found a new keeper.",
    ],
)
def test_where_the_cue_denies_or_leads_on_nothing_before_it_is_said(text: str) -> None:
    assert said_in(text) == []


def test_after_an_introduction_the_content_follows_the_cue() -> None:
    text = "When the storm came, Lund replied in a low voice that it was late."
    assert [said.content for said in said_in(text)] == [("that it was late",)]


def test_the_object_of_a_verb_does_not_speak() -> None:
    text = "On the other side, Sen. Tom Crux, a candidate who has fought the mill, tweeted a warning."
    assert "a warning" not in [one.source.name for one in summarize(text, engine="extractive").claims]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Just last week, Jon Goldman wrote, “When we think of it, we weep.”", "When we think of it, we weep"),
        ("It is an old quarrel (“This is an invasion of us,” Mona Crow wrote).", "This is an invasion of us"),
    ],
)
def test_what_only_leads_to_a_quotation_is_not_said(text: str, said: str) -> None:
    (claim,) = summarize(text, engine="extractive").claims
    assert claim.text.rstrip(".") == said


def test_a_quotation_in_a_participle_before_another_demand_is_not_said() -> None:
    text = "Recalling “the fate of those who could not flee,” the statement urged people to wait."
    assert [one.text for one in summarize(text, engine="extractive").claims] == ["the statement urged people to wait"]


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("Following a loud meeting in Arle last week, Lund boasted to the crew of his luck.", False),
        ("On Tuesday, even as shares were falling, Lund wrote to the guild.", False),
        ("After the storm, when the gates were shut, Lund wrote to the guild about the mill.", False),
        ("When it rains, the harbour floods, Lund said.", True),
        ("In May, the harbour closed for a week, Lund wrote.", True),
    ],
)
def test_what_only_leads_to_a_sentence_is_not_said(text: str, is_said: bool) -> None:
    assert bool(said_in(text)) == is_said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In the last concert of her tour, held on a barge, Lotte Venn told the story of a town.", []),
        ("During a long visit to Tilby, built on sand, Karim Dorn told a joke of the dikes.", []),
        ("In calling the dam “a toy,” the engineer Karim Dorn again showed a taste for quarrels.", []),
        ("While calling the dam “a toy,” Ada Lund explained the plan.", ["the plan"]),
        ("In the last year of the war, built on lies, Ada Lund said, nobody slept.", ["nobody slept"]),
        ("In Tilby, the gates were left open, Ada Lund said.", ["In Tilby, the gates were left open"]),
    ],
)
def test_what_only_opens_a_sentence_is_not_what_is_told(text: str, said: list[str]) -> None:
    assert [one.content[-1] for one in said_in(text)] == said


@pytest.mark.parametrize("verb", ["disagreed", "demurred", "shrugged"])
def test_who_answers_a_quotation_has_not_said_it(verb: str) -> None:
    text = f"A spokesman for the mill said: “We found no defects.” The mill's former owner, Dorrit Hale, {verb}."
    assert [one.source for one in said_in(text)] == ["A spokesman for the mill"]


def test_a_sentence_that_gives_the_speaker_of_the_quotation_before_it() -> None:
    assert [one.source for one in said_in("“We found no defects.” Dorrit Hale said on Monday.")] == ["Dorrit Hale"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("In a talk about her play, “The Salt Road,” Ada Lund discussed the lack of parts.", "the lack of parts"),
        ("Speaking of his book, “The Long Tide,” Pell described the fear of the crews.", "the fear of the crews"),
        ("“Broad Bay” star Ada Lund asked the sailors to wait.", "the sailors to wait"),
    ],
)
def test_a_title_before_who_says_something_else_is_not_said(text: str, content: str) -> None:
    assert [one.content for one in said_in(text)] == [(content,)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The firm has always said that it was safe, a line repeated on Tuesday by its lawyer.", "The firm"),
        ("The firm said it was safe, a view echoed by Ada Lund.", "The firm"),
    ],
)
def test_what_another_repeats_is_nobody(text: str, source: str) -> None:
    ((who, _, (content,)),) = said_in(text)
    assert (who, content.removeprefix("that ")) == (source, "it was safe")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("It came to another view: the firm, it found, “ought to have known”.", ("the firm", "“ought to have known”")),
        ("Pat Horn was less kind: the crews, she said, were lovely.", ("the crews", "were lovely")),
    ],
)
def test_what_is_said_begins_behind_a_colon(text: str, pieces: tuple[str, ...]) -> None:
    assert [one.content for one in said_in(text)] == [pieces]


def test_whom_an_apposition_describes_says_nothing_before_he_speaks() -> None:
    ((source, _, content),) = [
        one
        for one in said_in(
            "Jon Karsch of Ostby, a sailor who has left the guild, said the Khan family deserved better."
        )
        if one.cue == "said"
    ]
    assert (source, content) == (
        "Jon Karsch of Ostby",
        ("the Khan family deserved better",),
    )


@pytest.mark.parametrize("speaker", ["the band’s first drummer", "the land's first president", "the two"])
def test_a_speaker_may_be_the_first_or_the_two(speaker: str) -> None:
    verb = "write" if speaker == "the two" else "said"
    (claim,) = summarize(f"“We played it too slowly,” {speaker} {verb}.", engine="extractive").claims
    assert claim.source.name == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The deal was signed by Concord, whose director, Ann Lund, said both towns wanted peace.",
        "The mill is run by Tarrow Foods, whose managing director, Ann Lund, said the line would close.",
    ],
)
def test_who_follows_whose_and_a_role_speaks(text: str) -> None:
    assert summarize(text, engine="extractive").claims[0].source.name in {"Ann Lund", "Lund"}


def test_who_says_it_in_an_interview_is_no_interview() -> None:
    said = said_in("“It was late,” Ada Roe, a member of the guild, said in an interview.")
    assert [one.source for one in said] == ["Ada Roe"]


def test_what_the_same_speaker_has_begun_to_say_goes_on() -> None:
    text = (
        "It was a strong night, as Lund echoed the charge, saying Osk “still tells us of it” and Pell, she said, "
        "“shows him as the one he was.”"
    )
    said = [said for said in said_in(text) if said.cue in {"saying", "said"}]
    assert [one.content for one in said] == [("Osk “still tells us of it” and Pell", "“shows him as the one he was.”")]


def test_a_cue_that_has_a_topic_has_no_content_before_it() -> None:
    assert said_in("One of the boats took in a lost cat; every week, clerks posted about the cat’s fate.") == []
    assert [one.source for one in said_in("It was a fine boat, Lund said about the ferry.")] == ["Lund"]


def test_what_somebody_alludes_to_is_not_said() -> None:
    said = said_in("Alluding to his “old friends,” Lund declared, “They have no need of a boat like mine.”")
    assert [one.content for one in said] == [("“They have no need of a boat like mine.”",)]


def test_whom_a_board_rules_fit_says_nothing() -> None:
    text = "On Monday the board rejected the claims, ruled Lund eligible and ordered that she be listed."
    assert {said.source for said in said_in(text)} == {"the board"}


@pytest.mark.parametrize(
    "text",
    [
        "Because he had spent a year in the cells, he found himself on the street.",
        "The fair, as Hedda Lund reported in her The Crews, was cold.",
    ],
)
def test_where_somebody_gets_or_reports_is_not_said(text: str) -> None:
    assert said_in(text) == []


def test_who_passes_on_a_quotation_does_not_say_it() -> None:
    said = said_in("When asked about it, Cano “bristled” and said, “No comment,” The Arle Herald reported.")
    assert "The Arle Herald" not in [one.source for one in said]
    assert [one.source for one in said_in("“No comment,” The Arle Herald reported.")] == ["The Arle Herald"]


@pytest.mark.parametrize("noun", ["word", "term", "claim"])
def test_a_word_that_somebody_repeats_is_not_all_that_stands_before(noun: str) -> None:
    assert not said_in(f"The mill was a farce, a {noun} Ada Lund then repeated on the quay.")
    (said,) = said_in("The mill was a farce, a weaver then repeated.")
    assert said.source == "a weaver"
