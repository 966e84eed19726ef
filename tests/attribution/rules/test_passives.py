"""Passives: whoever stands after "by" speaks of the subject."""

from __future__ import annotations

import pytest

from tests.attribution.reading import Said, said_in, statements_of


def test_a_second_passive_shares_its_subject() -> None:
    assert said_in("The reform was praised by the guild but condemned by two bishops.") == [
        Said("the guild", "praised", ("The reform",)),
        Said("two bishops", "condemned", ("The reform",)),
    ]


def test_each_passive_has_its_own_stand() -> None:
    stands = [one.stance for one in statements_of("The reform was praised by the guild but condemned by two bishops.")]
    assert stands == ["supports", "condemns"]


def test_what_is_believed_is_nobodys() -> None:
    assert said_in("The abbot is believed to own three farms.") == [
        Said("", "believed", ("The abbot is believed to own three farms",))
    ]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Jurors were told that the lamp was out.", "told", "the lamp was out"),
        ("Passengers were warned on Monday that the pier was shut.", "warned", "the pier was shut"),
        ("It is noted that thirty kilns are cold.", "noted", "thirty kilns are cold"),
        ("It was alleged she had sold the keys.", "alleged", "she had sold the keys"),
    ],
)
def test_what_somebody_was_told_or_what_was_noted_is_nobodys(text: str, cue: str, content: str) -> None:
    assert said_in(text) == [Said("", cue, (content,))]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was told that the lamp was out.",
        "The keeper was never told that the lamp was out.",
        "If the keeper was told that the lamp was out, she forgot.",
        "It was the keeper that shut the gate.",
        "Lund was not told by the guard that it was late.",
        "The lamps were sold by the guild and bought by two bishops.",
        "The memo was seen by Radio Elm.",
    ],
)
def test_a_passive_that_says_nothing(text: str) -> None:
    assert said_in(text) == []


def test_a_question_that_somebody_answers_is_not_stated() -> None:
    (said,) = said_in("Asked by the Arle Post whether it was late, the guard said that it was not.")
    assert (said.source, said.content) == ("the guard", ("that it was not",))


@pytest.mark.parametrize("asker", ["Lantern News", "the Tilby Herald", "a reporter", "the BBC", "reporters"])
def test_the_question_of_an_interviewer_is_no_statement(asker: str) -> None:
    (said,) = said_in(f"Asked by {asker} if she would resign, Ada Lund laughed. “It was a long night for us all.”")
    assert (said.source, said.content) == ("Ada Lund", ("“It was a long night for us all.”",))


def test_the_question_of_somebody_else_is_one() -> None:
    (said,) = said_in("Asked by the mayor if it was late, Pell left.")
    assert said.source == "the mayor"


@pytest.mark.parametrize(
    "text",
    [
        "Parents will be told by text message that the hall is shut.",
        "Crews were warned by letter that the port would close.",
    ],
)
def test_by_what_somebody_is_told_is_nobody(text: str) -> None:
    assert not said_in(text)


def test_who_warns_in_the_passive_is_the_source() -> None:
    ((who, _, _),) = said_in("Crews were warned by the mayor that the port would close.")
    assert who == "the mayor"


def test_what_somebody_was_asked_stands_in_the_quotation_marks() -> None:
    text = "Lund was asked by a sailor, who wept, “Is it late, or can the quay wait until the spring?”"
    (said,) = said_in(text)
    assert (said.source, said.content) == ("a sailor", ("“Is it late, or can the quay wait until the spring?”",))


def test_who_was_asked_something_untold_makes_no_statement() -> None:
    assert said_in("Lund was asked by a sailor. Lund was asked by the guild, which wept.") == []
    assert [said.source for said in said_in("Lund was asked by a sailor to wait.")] == ["a sailor"]


def test_a_plan_may_be_backed() -> None:
    text = "The plan was backed by bakers but condemned by brewers."
    assert [said.source for said in said_in(text)] == ["bakers", "brewers"]


@pytest.mark.parametrize("text", ["The inn was backed by the state.", "She beat Lund, who was backed by the guild."])
def test_who_is_backed_is_not_spoken_of(text: str) -> None:
    assert said_in(text) == []


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("The town was attacked by hungry raiders.", False),
        ("The plan was attacked by the guild.", True),
        ("The rolls are maintained by the firm Tarrin.", False),
    ],
)
def test_what_is_done_to_a_place_is_not_said(text: str, is_said: bool) -> None:
    assert bool(said_in(text)) is is_said


def test_nobody_is_quoted_by_a_name() -> None:
    text = "“Nobody sleeps here,” said the cook, who asked that he be quoted by name as he was proud of it."
    assert [said.source for said in said_in(text)] == ["the cook"]


@pytest.mark.parametrize("told", ["was first reported by the Varn Echo", "has been reported by the Varn Echo"])
def test_what_a_paper_reported_first_is_no_statement_about_itself(told: str) -> None:
    assert said_in(f"The memo, which {told}, was lost.") == []


@pytest.mark.parametrize("it", ["it is", "it's", "it’s"])
def test_what_is_feared_ends_where_the_main_clause_begins(it: str) -> None:
    (said,) = said_in(f"While {it} assumed the levy will help Lind, he is poor.")
    assert said == ("", "assumed", ("the levy will help Lind",))
