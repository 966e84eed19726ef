"""Which words of a text a negation reaches."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.polarity import negates, read_polarity, split_by_negation


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("the dam did not hold", 3),
        ("no boat sailed", 0),
        ("they dispute that it sailed", 1),
        ("she advised against using it", 2),
        ("it was too short to prove it", 2),
    ],
)
def test_a_negator_negates(text: str, at: int) -> None:
    assert negates(tuple(text.split()), at)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("no less than nine boats", 0),
        ("not only the dam", 0),
        ("not until noon", 0),
        ("it ended a dispute that split them", 3),
        ("their long dispute over it", 2),
        ("he leant against the wall", 2),
        ("she dismissed it as gossip", 1),
    ],
)
def test_a_word_that_negates_nothing_there_does_not(text: str, at: int) -> None:
    assert not negates(tuple(text.split()), at)


def test_a_negation_ends_with_its_clause() -> None:
    split = split_by_negation("The dam did not leak, but the wall fell.")
    assert "leak" in split.negated
    assert {"wall", "fall"} & split.plain
    assert "wall" not in split.negated


def test_who_asked_not_to_be_named_negates_nothing() -> None:
    assert not read_polarity("A diver, who asked not to be named, saw rust.").negations
