"""Names and numbers that changed places, and who does what to whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.contract.article import Article
from summarizer.grounding.checks.alignment import align, read_words_of
from summarizer.grounding.checks.moved import find_moved, find_replaced, things
from summarizer.grounding.checks.passage import read_passage
from tests.grounding.checks.beside import beside


@pytest.mark.parametrize(
    ("text", "held", "told"),
    [
        ("They had two guns and three cars.", "They had three guns and two cars.", True),
        ("They had 3 guns and 2 cars.", "They had three guns and two cars.", False),
        ("They had two cars and, besides, three guns.", "They had three guns and two cars.", False),
        ("The siren was heard at 17:40 in the port.", "It was heard at 22:40 in the port (17:40 in Kell).", True),
        ("Prices rose 4 percent in 2030.", "Prices rose 7 percent in 2030, after 4 percent in 2029.", True),
        ("The rate fell from 4 to 7 percent.", "The rate fell from 7 percent to 4 percent.", True),
        (
            "The toll has risen to nine boats, and nine others are lost.",
            "The toll has risen to six boats, and nine others are lost.",
            True,
        ),
        ("The board voted by two to seven for it.", "The board voted by seven to two for it.", True),
        ("The rate fell from 7 to 4 percent.", "The rate fell from 7 percent to 4 percent.", False),
        ("He rang Moll after he met Rask.", "He rang Rask after he met Moll.", True),
        ("He rang Rask after meeting Moll.", "He rang Rask after he met Moll.", False),
    ],
)
def test_what_stands_where_the_evidence_has_another_one_is_told(text: str, held: str, told: bool) -> None:
    assert bool(list(find_moved(beside(text, held)))) is told


def test_whom_the_evidence_means_by_pronouns_may_stand_anywhere() -> None:
    held = "Because of Moll's lack of crew, “she does need him,” Eik said of Rask."
    text = "Eik said Moll needs Rask because of her lack of crew."
    at = held.index("she does need him")
    passage = read_passage(Article(id="a", text=held), text, [(at, at + 17)])
    assert list(find_moved(align(passage), "Eik")) == []


@pytest.mark.parametrize(
    ("text", "held", "told"),
    [
        ("She sailed to Lundby on Friday.", "She sailed to Osterby on Friday.", ["Lundby"]),
        ("The pier was built in 1931.", "The pier was built in 1927.", ["1931"]),
        ("She spoke in June of a new pier.", "She spoke in April of a new pier.", ["June"]),
        ("Ana Rask said no.", "Ana Moll said no.", ["Ana Rask"]),
        ("Ana Moll said no.", "Ana K. Moll said no.", []),
        ("Ana Moll said no.", "Moll said no.", []),
        ("Thousands of crates burnt.", "Hundreds of crates burnt.", ["Thousands"]),
        ("She sailed on April 2 from Osterby.", "She sailed on 2 April from Osterby.", []),
        ("She sailed from Osterby.", "She sailed on Friday.", []),
        ("The three men sailed.", "They sailed one after another.", []),
    ],
)
def test_what_stands_nowhere_in_the_evidence_but_in_anothers_place_is_told(
    text: str, held: str, told: list[str]
) -> None:
    assert [one.said for one in find_replaced(beside(text, held))] == told


def test_names_can_be_left_to_others() -> None:
    words = beside("She sailed to Lundby on Friday night.", "She sailed to Osterby on Monday night.")
    assert [one.said for one in find_replaced(words, names=False)] == ["Friday"]


def test_a_speaker_may_stand_anywhere() -> None:
    alignment = beside("Moll rang, and Rask met them.", "Rask rang, and Moll met them.")
    assert list(find_moved(alignment)) != []
    assert list(find_moved(alignment, "Ana Moll")) == []


def test_a_name_is_read_without_its_titles() -> None:
    found = things(read_words_of("US Vice President Ana Moll met Brandt on Monday with 12 men."))
    assert [(one.text, one.kind) for one in found] == [
        ("Ana Moll", "name"),
        ("Brandt", "name"),
        ("Monday", "day"),
        ("12", "figure"),
    ]


@given(st.text(max_size=200))
def test_nothing_has_moved_in_a_text_beside_itself(text: str) -> None:
    alignment = beside(f"x {text}", f"x {text}")
    assert list(find_moved(alignment)) == []


def test_a_number_stays_beside_the_same_words() -> None:
    held = "Polls open in Varn (75 clerks) and five other towns."
    text = "Polls open in Varn and five other towns."
    assert list(find_moved(beside(text, held))) == []
