"""Selectors that depend on more than one element find what a browser would find."""

from __future__ import annotations

import pytest
from lxml import html

from summarizer.reading.selectors import SelectorReader

PAGE = """<html><body class="wide"><article><h1 id="top">Weir</h1><p>It broke.</p>
<div class="note old" data-kind="x"><p class="last">He said.</p></div></article></body></html>"""


@pytest.mark.parametrize(
    "selector",
    [
        "article > div.note",
        "body.wide div",
        "h1 ~ div",
        "[data-kind=x]",
        "article div:last-child",
        "div:not(.new)",
        ":is(.note, .new)",
        "#top ~ .note.old",
    ],
)
def test_the_element_is_found(selector: str) -> None:
    found = SelectorReader(html.fromstring(PAGE)).find(selector)
    assert found is not None
    assert [element.get("class") for element in found.elements] == ["note old"]


@pytest.mark.parametrize(
    "selector",
    [
        ".new div",
        "article > .last",
        "div:hover",
        "div::before",
        ".no-js .note",
        "div:has(",
        "div!",
        "",
    ],
)
def test_what_finds_nothing_or_is_not_so_yet_is_none(selector: str) -> None:
    assert SelectorReader(html.fromstring(PAGE)).find(selector) is None


def test_ids_and_classes_are_counted() -> None:
    found = SelectorReader(html.fromstring(PAGE)).find("#top ~ .note.old")
    assert found is not None
    assert (found.ids, found.classes) == (1, 2)


def test_so_many_are_looked_for_and_no_more() -> None:
    reader = SelectorReader(html.fromstring(PAGE))
    found = [reader.find(f"body div:not(.a{number})") is not None for number in range(500)]
    assert 0 < sum(found) < len(found)
