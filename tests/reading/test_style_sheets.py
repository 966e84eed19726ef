"""What a page's style sheets say of what can be seen, on a wide screen."""

import lxml.html
import pytest

from summarizer.reading.style_sheets import read_declarations, read_sheets, squeeze


def sheets_of(style: str, body: str = "<p class='boat'>The boat sank.</p>", *, media: str = ""):
    return read_sheets(lxml.html.fromstring(f"<html><style media='{media}'>{style}</style><body>{body}</body></html>"))


def test_a_style_is_read_without_comments_and_blanks() -> None:
    assert squeeze("Display : NONE /* now */ ;") == "display:none;"
    assert read_declarations("display: none; color:; opacity : 0") == {"display": "none", "opacity": "0"}


@pytest.mark.parametrize(
    "style",
    [
        ".boat { display: none }",
        "@media (min-width: 600px) { .boat { display: none } }",
        "@supports (display: grid) { .boat { display: none } }",
        ":root { --gone: none } .boat { display: var(--gone) }",
        "p { &.boat { display: none } }",
        ".boat:not(:hover) { display: none }",
    ],
)
def test_rules_that_hold_on_a_wide_screen_are_read(style: str) -> None:
    sheets = sheets_of(style)
    found = [rule for rules in (*sheets.rules.values(), *sheets.found.values()) for rule in rules]
    assert [rule.style for rule in found] == [{"display": "none"}]


@pytest.mark.parametrize(
    "style",
    [
        "@media print { .boat { display: none } }",
        "@media (max-width: 600px) { .boat { display: none } }",
        ".boat { font-family: serif }",
        "/* .boat { display: none } */",
    ],
)
def test_rules_of_other_screens_and_of_other_things_are_not(style: str) -> None:
    sheets = sheets_of(style)
    assert not sheets.rules
    assert not sheets.found


def test_a_sheet_for_print_is_not_read() -> None:
    assert not sheets_of(".boat { display: none }", media="print").rules


def test_what_is_given_a_size_is_told() -> None:
    assert sheets_of(".hold .boat { font-size: 14px } .mast { font-size: 0 }").sized == {".boat"}
