"""A report on the terminal: plain words, and nothing that a terminal would obey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.contract.check import Check
from summarizer.output.terminal import terminal_text
from tests.reports import quoted, report

if TYPE_CHECKING:
    from summarizer.contract.report import Report

TEXT = "The dyke “held all night”, warden Ada Kroon said. It rained.\n"


def _printed(one: Report, *, is_colored: bool = False) -> str:
    return terminal_text(one, 90, is_colored=is_colored)


def test_claims_stand_with_their_speakers_words_and_doubts() -> None:
    claim = quoted(TEXT, "“held all night”", "Ada Kroon", stance="denies", via=("Dyke Radio",)).model_copy(
        update={"checks": (Check(code="low_overlap", detail="x"),)}
    )
    shown = _printed(report(TEXT, [claim], missed=["It rained."], rejected=["It snowed."]))
    assert "1 Ada Kroon, as passed on by Dyke Radio, denies" in shown
    assert "\n    “held all night”" in shown
    assert "Doubt: the claim says little of what its quote says (x)" in shown
    assert "It rained. (no claim quotes it)" in shown
    assert "It snowed. (not there)" in shown


def test_a_long_line_about_the_speaker_goes_on_below_the_speaker() -> None:
    via = ("Dyke Radio", "the Evening Post of Lower Elm", "the Messenger of Upper Elm")
    shown = _printed(report(TEXT, [quoted(TEXT, "“held all night”", "Ada Kroon", via=via)]))
    assert (
        "\n  1 Ada Kroon, as passed on by Dyke Radio, the Evening Post of Lower Elm, the Messenger of\n    Upper"
        in shown
    )


def test_stances_have_colours_where_there_are_any() -> None:
    one = report(TEXT, [quoted(TEXT, "“held all night”", "Ada Kroon", stance="denies")])
    assert "\x1b[31mdenies\x1b[0m" in _printed(one, is_colored=True)
    assert "\x1b" not in _printed(one)


def test_nothing_from_an_article_is_obeyed_or_read_as_markup() -> None:
    text = "\x1b]0;evil\x07 [bold red]x[/] \u202eyes"
    shown = _printed(report(text, [quoted(text, text, text)], headline=text, abstract=text))
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown
    assert "[bold red]x[/]" in shown
