"""A name that is put together of two names of the article is recognised."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.mixed_names import is_mixed, mixed_words

ARTICLE = "Ode Lunt, keeper of the gate at Ferrow, said that a boat was lost. The board of Marle denied it."


@pytest.mark.parametrize(
    ("name", "is_two"),
    [("Ode Lunt", False), ("Ode Marle", True), ("Lunt of Ferrow", False), ("Marle board", False)],
)
def test_a_name_put_together_of_two_is_recognised(name: str, is_two: bool) -> None:
    assert is_mixed(name, ARTICLE) is is_two


def test_both_of_its_words_are_told() -> None:
    assert mixed_words("He said that Ode Marle came.", ARTICLE) == {"ode", "marle"}
