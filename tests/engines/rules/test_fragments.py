"""What is a piece of a sentence."""

from __future__ import annotations

import pytest

from summarizer.engines.rules.fragments import begins_within, is_fragment, is_piece, is_tag


@pytest.mark.parametrize(
    "text",
    [
        "Madam, crews, good people of Kell, fellow fishers.",
        "Mending nets for widows who were left without a boat.",
        "Ana Moll of the Kell Echo, winner of the Varn Prize for harbour coverage under deadline pressure.",
        "Odd Lind and Ana Moll of Varn Radio, winners of a cup, which honours the best of the year.",
        "Raising walls broken by the gale.",
        "Things like a new pier for boats that lay in the mud.",
        "A new wall for Kell.",
        "(As for the wall, Ana Moll built it.)",
        "Millers Loudly Reject Every Plan From Weavers.",
        "The wall “was hollow.",
        "Moll wrote a book, .",
    ],
)
def test_a_line_without_its_verb_or_with_words_lost(text: str) -> None:
    assert is_fragment(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mending nets is the work of winter in Kell.",
        "Raising her hand, Ana Moll asked for the floor.",
        "Crews say that nobody asked them.",
        "Ana Moll plans to sell her boat.",
        "The guild of Kell plans a fair.",
        "The idea of a wall that closes the port, keeps out gales and simplifies the work of pilots faces the guild.",
        "They press the board of Kell for an answer.",
        "Boats lie idle along the old pier.",
        "Herring fishers of Kell lack crews.",
        "Boats remain in the harbour of Kell.",
        "Ana Moll told the board: “Never.”",
        "“The wall will hold for nine years,” Ana Moll wrote.",
        "Ana Moll’s the reeve of Kell now.",
        "Reeve Ana Moll, Guild Master Tomas Reil and Bishop Oda Flint met in Kell and in the port of Varn.",
    ],
)
def test_a_line_with_its_verb(text: str) -> None:
    assert not is_fragment(text)


def test_a_sentence_split_in_its_middle() -> None:
    text = "Ana Moll met Reil, R -V.R., on the pier. He left."
    assert is_piece(text, (0, text.index("R.,")))
    assert not is_piece(text, (0, text.index(" He")))


def test_the_tag_of_a_quotation_that_ended_in_a_question() -> None:
    text = "“Who pays?” Ana Moll asked the board."
    start = text.index("Ana")
    assert is_tag(text, (start, len(text)), text[start:])
    assert not is_tag(text.replace("?", "."), (start, len(text)), text[start:])


def test_perhaps_and_a_name_are_no_sentence() -> None:
    assert is_fragment("Or maybe the mill, pilot Ana Moll says.")
    assert not is_fragment("Maybe the mill will be sold, pilot Ana Moll says of the plan.")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("Ana Moll told the Kell Post in May when asked how nets would sell.", True),
        ("Ana Moll told the Kell Post in May how nets would sell.", False),
    ],
)
def test_when_somebody_was_asked_belongs_to_the_tag(tag: str, *, expected: bool) -> None:
    text = f"“Who knows?” {tag}"
    assert is_tag(text, (13, len(text)), tag) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("A reading of the guild's record on boats, nets and tar.", True),
        ("“Ana Moll: The guild is shut, and boats lie idle.”", True),
        ("“The guild is shut: boats lie idle,” Ana Moll said.", False),
        ("ANA MOLL: The guild is shut, and boats lie idle.", True),
        ("Certainly not idle, and not in need of boats.", True),
        ("Certainly nobody is idle, and boats lie in need of tar.", False),
        ("Nobody's sure of the guild and its boats.", False),
        ("The guild's been shut for nine days.", False),
    ],
)
def test_a_possessive_is_no_verb(line: str, *, expected: bool) -> None:
    assert is_fragment(line) is expected


@pytest.mark.parametrize(
    ("text", "is_within"),
    [
        ("Pilots are critical.\n\nof the ways of the guild.", True),
        ("Nine boats are lost.\n\nafter a storm of two days.", True),
        ("Nine boats are lost.\n\nde Moll said so on Monday.", False),
        ("Nine boats are lost.\n\nOf the boats two are found.", False),
        ("Nine boats are lost. after a storm.", False),
    ],
)
def test_a_line_without_a_capital_is_the_rest_of_one(text: str, is_within: bool) -> None:
    assert begins_within(text, text.rindex("\n") + 1 if "\n" in text else text.index("after")) == is_within
