"""A condition of the evidence is no reason, and is not left out of what will be."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.conditions import unconditional
from tests.grounding.checks.beside import beside

HELD = "The pier will hold if the gale drops tonight."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The pier will hold.", True),
        ("The pier holds because the gale drops.", True),
        ("The pier will hold if the gale drops.", False),
        ("The pier will hold whether or not the gale drops.", True),
        ("The pier will hold even if the gale drops.", True),
        ("The pier will hold once the gale drops.", False),
        ("The pier would hold.", False),
    ],
)
def test_a_condition_is_kept(text: str, told: bool) -> None:
    assert (unconditional(beside(text, HELD)) is not None) is told


def test_as_if_gives_no_reason() -> None:
    held = "He nodded as if agreeing with the mate."
    assert unconditional(beside(held, held)) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It is a joy that the baker keeps the mill open.", True),
        ("It would be a joy if the baker keeps the mill open.", False),
        ("It is a joy that the baker came.", False),
    ],
)
def test_what_is_only_supposed_is_not_so(text: str, told: bool) -> None:
    held = "If the baker keeps the mill open, that would be a joy."
    assert (unconditional(beside(text, held)) is not None) is told
