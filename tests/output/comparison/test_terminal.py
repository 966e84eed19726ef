"""A comparison in short, on a terminal."""

from __future__ import annotations

import pytest

from summarizer.output.comparison.terminal import terminal_text
from tests.comparisons import dyke_comparison, mention


@pytest.mark.parametrize("width", [60, 100, 160])
def test_the_table_fits_and_tells_each_side(width: int) -> None:
    text = terminal_text(dyke_comparison(), width)
    assert max(map(len, text.splitlines())) <= width
    words = " ".join(text.split())
    assert "Conflict" in words
    assert "4 dead" in words
    assert "Ministry of Water" in words
    assert words.endswith("3 articles compared: 1 conflict, 0 uncertain, 1 agreed, 1 in one article only.")


def test_colour_is_there_only_when_asked_for() -> None:
    assert "\x1b[" in terminal_text(dyke_comparison(), 100, is_colored=True)
    assert "\x1b[" not in terminal_text(dyke_comparison(), 100)


def test_what_a_terminal_would_obey_is_not_passed_on() -> None:
    whole = dyke_comparison()
    words = "[red]x[/red] \x1b[2J\u202e"
    side = whole.facts[2].sides[0].model_copy(update={"position": words, "mentions": (mention("post", words),)})
    fact = whole.facts[2].model_copy(update={"verdict": "uncertain", "sides": (side,)})
    text = terminal_text(dyke_comparison(facts=(fact,)), 160)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[red]x[/red]" in text


def test_many_facts_are_left_to_a_file() -> None:
    agreed = dyke_comparison().facts[1]
    many = tuple(agreed.model_copy(update={"id": f"g{number}"}) for number in range(43))
    assert "3 facts not shown: -o comparison.html shows all." in terminal_text(dyke_comparison(facts=many), 160)
