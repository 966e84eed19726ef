"""Participles of verbs of saying: who says what they introduce."""

from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.reading import marked_words, said_in, without_marks


@pytest.mark.parametrize(
    "marked",
    [
        "{Brandt} denied that the mine had flooded, <adding> [that the pumps were new].",
        "After <saying> [that it was shut], {Lund} left the hall.",
        "Pell, with {Lund} <calling> [it a farce], left.",
        "His camp played in a match {many} are <calling> [a “farce.”].",
        "Shares in Tarrin fell after {the toolmaker} issued a warning, <saying> [that demand was weak].",
        "{The warden} resigned after the guild published her letters, <saying> [that she was ill].",
        "{The guild} sent out a text message to members <saying>: [“We have won.”]",
    ],
)
def test_a_participle_gives_its_subject_and_what_is_said(marked: str) -> None:
    assert marked_words(marked) in said_in(without_marks(marked))


def test_what_somebody_has_not_said_is_no_statement() -> None:
    assert said_in("Without the judge saying so, nobody may leave the hall.") == []


def test_a_judge_rules_that_something_is_so() -> None:
    said = said_in("A judge blocked the ban, ruling that it was unlawful.")
    assert [(one.source, one.content) for one in said] == [("A judge", ("that it was unlawful",))]
    assert said_in("The guild left in the wake of the court ruling that day.") == []


@pytest.mark.parametrize(
    "marked",
    [
        "{Mayor Pell, who} just in May surprised all by <saying> [the dam was safe], resigned on Friday.",
        "{Ada Pell, who} a day earlier amazed the hall by <saying> [that the dam was lost], left the town.",
    ],
)
def test_what_is_said_in_a_relative_clause_ends_with_it(marked: str) -> None:
    assert marked_words(marked) in said_in(without_marks(marked))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The cook, by telling guests that the eels were old, emptied the hall.",
            [("The cook", "that the eels were old")],
        ),
        ("The cook, after saying the eels were old, left the hall.", [("The cook", "the eels were old")]),
        ("In May, by telling guests that the eels were old, the cook emptied it.", []),
        ("Cooks are keen on telling guests that the eels are old.", []),
        ("The note proved that she had a role in denying them bread.", []),
        ("A note, asking bakers to wait, has vexed the town.", []),
        ("She is good at saying that the eels are old.", []),
        ("She insisted on saying that the eels were old.", [("She", "that the eels were old")]),
        ("The report was aimed at portraying Lund as a thief.", [("The report", "Lund as a thief")]),
        ("He drove to the square, where fans had come, chanting “open the ice”.", [("fans", "“open the ice”")]),
        ("He named a bill which Lund wrote, adding that it was late.", [("He", "that it was late")]),
    ],
)
def test_whose_a_participle_is(text: str, said: list[tuple[str, str]]) -> None:
    assert [(one.source, one.content[0]) for one in said_in(text) if one.cue.endswith("ing")] == said


def test_a_participle_in_what_a_medium_passes_on_is_of_who_acts_there() -> None:
    text = "As the Harbour Post reported on Monday, several historians have shrugged, noting that deals are common."
    claims = summarize(text, engine="extractive").claims
    assert [one.source.name for one in claims if "deals" in one.text] == ["several historians"]


def test_a_participle_does_not_say_what_its_subject_says_next() -> None:
    (claim,) = summarize("Sailors writing in the Arle Post found that eels sleep less.", engine="extractive").claims
    assert (claim.text, claim.via) == ("eels sleep less", ("Arle Post",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A boat was struck, with another saying it saw a fire nearby.", {("another", "it saw a fire nearby")}),
        (
            "One harbour reporting station hasn’t seen rain since May, said Dov Pell.",
            {("Dov Pell", "One harbour reporting station hasn’t seen rain since May")},
        ),
        (
            "The share of sailors saying “it is more important to sell” fell by half.",
            {("The share of sailors", "“it is more important to sell”")},
        ),
    ],
)
def test_a_participle_takes_no_verb_of_its_sentence(text: str, said: set[tuple[str, str]]) -> None:
    assert {(one.source, one.content[0]) for one in said_in(text)} == said


def test_who_is_only_described_does_not_speak_in_the_next_paragraph() -> None:
    text = (
        "The guild issued a note about the letters, which included crewmen suggesting someone should leave.\n\n"
        "“On behalf of all of the guild, we want to say how deeply sorry we are for what was done.”"
    )
    assert [one.source for one in said_in(text) if "behalf" in one.content[0]] != ["crewmen"]


def test_what_another_is_to_leave_for_is_not_said_by_who_demands_it() -> None:
    assert said_in("Trent called Monday for Justice Ada Lund to resign for saying that he is unfit.") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The thing she kept was Pell’s stern warning that thieves would not be paid.", "Pell"),
        ("They were moved by his blunt warning that the port would close.", "his"),
        ("His mother left, warning that the port would close.", "His mother"),
        ("They met Pell’s wife warning that the port would close.", "Pell’s wife"),
    ],
)
def test_a_warning_with_an_adjective_is_a_noun_and_somebodys(text: str, source: str) -> None:
    assert [one.source for one in said_in(text)] == [source]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Ada Lund dismissed Pell’s charge that it was late — saying the crews had left.",
            "Ada Lund",
            "the crews had left",
        ),
        (
            "Ada Lund dismissed Pell’s charge that it was late, saying the crews had left.",
            "Ada Lund",
            "the crews had left",
        ),
        ("Ada Lund said it was late – adding that the crews had left.", "Ada Lund", "that the crews had left"),
        (
            "She read a letter the guild sent the council on Monday alleging that it was late.",
            "the guild",
            "that it was late",
        ),
    ],
)
def test_a_participle_is_of_who_spoke_or_wrote(text: str, source: str, content: str) -> None:
    said = said_in(text)
    assert (source, (content,)) in [(one.source, one.content) for one in said]
    assert not any(content in piece for one in said for piece in one.content if piece != content)


def test_a_writing_professor_writes_nothing() -> None:
    said = said_in("Oskar Pell, a creative writing professor, said he was late.")
    assert [one.content for one in said] == [("he was late",)]


def test_a_ruling_is_a_noun() -> None:
    assert said_in("Millers and sailors had one view of the Harbour Court ruling: It will rain in May.") == []


def test_who_answers_by_saying_is_not_whose_messages_are_answered() -> None:
    (said,) = said_in(
        "Ann Fell responded Tuesday to one of Berg's messages by saying, “Leave the mill and its crew alone.”"
    )
    assert said.source == "Ann Fell"


def test_prices_say_nothing() -> None:
    assert said_in("Grain prices rose on Monday, saying that demand had grown.") == []


@pytest.mark.parametrize("deed", ["hit back", "hit back on Monday", "quit the hall", "shut the gate"])
def test_a_past_tense_may_look_like_the_base_form(deed: str) -> None:
    (said,) = said_in(f"The guild {deed}, saying that the crew had lied.")
    assert (said.source, said.content) == ("The guild", ("that the crew had lied",))


@pytest.mark.parametrize(
    "marked",
    [
        "“The towns have paid,” said {Ada Lund}, <adding> [that the mill was lost].",
        "“The towns have paid,” said {Ada Lund}, who runs the mill, <adding> [that it was lost].",
        "“The towns have paid,” wrote {Ada Lund}, head of the guild, <warning> [that the dam would fail].",
        "The towns have paid, according to {Ada Lund}, <adding> [that it was late].",
    ],
)
def test_who_is_named_behind_the_cue_goes_on(marked: str) -> None:
    assert marked_words(marked) in said_in(without_marks(marked))


@pytest.mark.parametrize(
    "opening",
    [
        "Lund sharply rebuked those who say that the toll is high",
        "Lund blamed the press for a fuss over Berg’s claim that the toll “is high”",
        "Lund denied what Berg had said",
        "Lund dismissed Berg's claim that it was late",
    ],
)
def test_who_adds_something_is_who_spoke_of_others(opening: str) -> None:
    assert said_in(f"{opening}, saying it would fall in May.")[-1].source == "Lund"


def test_who_writes_songs_says_nothing() -> None:
    assert said_in("Berg had a crowd of sailors writing songs about him, that has never been done for Lund.") == []
    assert said_in("Berg had a crowd of sailors writing that the toll was late.")[0].source == "a crowd of sailors"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("In May, Fellco stopped printing Fellco boat plans for the guild, claiming that nobody read them.", "Fellco"),
        ("Fellco cancelled boat shows for children, claiming that nobody came.", "Fellco"),
        ("Lund’s crew hit back, saying that it was late.", "Lund’s crew"),
        ("A man named Lund claims it is late, adding that it rained.", "Lund"),
        (
            "Arle’s state-owned boat yard Fell runs a pier and says it has closed a dock.",
            "Arle’s state-owned boat yard Fell",
        ),
    ],
)
def test_a_plural_that_looks_like_a_verb_has_no_subject(text: str, source: str) -> None:
    assert said_in(text)[-1].source == source


@pytest.mark.parametrize("opening", ["Assuming", "Supposing", "Presuming"])
def test_what_is_supposed_at_the_beginning_is_nobodys(opening: str) -> None:
    assert said_in(f"{opening} that the ice holds until May, they will cross at noon.") == []


def test_who_leaves_assuming_something_thinks_so() -> None:
    assert [said.source for said in said_in("Lund left early, assuming that the vote was over.")] == ["Lund"]


def test_who_is_railed_at_for_what_he_says_says_it_himself() -> None:
    text = (
        "Lund held a hearing to thank the crew and to rail against her rivals for warning about a harbour in decline."
    )
    assert [said for said in said_in(text) if said.cue == "warning"] == []


def test_a_gerund_that_is_a_subject_says_only_its_own_object() -> None:
    (said,) = said_in("Lund calling sailors “thieves” is the height of folly.")
    assert said.content == ("sailors “thieves”",)


@pytest.mark.parametrize(
    "text",
    [
        "The firm sacked Osk in May for calling the ferry a farce.",
        "The guild sued Osk over the ship for saying that it leaked.",
        "The panel voted to hold Karl Osk, a clerk of Ada Lund, in contempt for refusing to speak about the ferry.",
    ],
)
def test_who_punishes_somebody_for_what_he_says_does_not_say_it(text: str) -> None:
    assert not any(said.cue in {"calling", "saying", "refusing"} for said in said_in(text))


def test_who_is_punished_for_it_has_said_it() -> None:
    assert [said.source for said in said_in("Osk was sacked for saying that the ship leaked.")] == ["Osk"]


def test_a_participle_between_a_subject_and_its_verb_is_the_subjects() -> None:
    said = said_in("Lund, later alleging - again falsely - that Mayor Roe wanted to sell it, said she would sail.")
    assert [(one.source, one.content) for one in said] == [
        ("Lund", ("that Mayor Roe wanted to sell it",)),
        ("Lund", ("she would sail",)),
    ]


@pytest.mark.parametrize("verb", ["saying", "claiming"])
def test_what_a_subject_says_ends_before_the_verb_of_the_sentence(verb: str) -> None:
    (said,) = said_in(f"A letter {verb} it was late was lost.")
    assert said.content == ("it was late",)


def test_a_time_before_a_participle_is_no_part_of_who_says_it() -> None:
    said = said_in("Ruth Lind wrote to the health secretary last month warning that it was late.")
    assert [one.source for one in said] == ["Ruth Lind"]
    said = said_in("A letter last month warning that it was late was lost.")
    assert [(one.source, one.content) for one in said] == [("A letter", ("that it was late",))]
