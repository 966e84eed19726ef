"""Which elements of a page a CSS selector finds, for those selectors that depend on more than one element's classes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

# What a reader does or a script adds, what is no element, and what pages take off as soon as they have a script.
_NOT_NOW = re.compile(
    r"::|:(?:before|after|first-line|first-letter|hover|focus|active|visited|target|link|placeholder)|no-?js",
    re.IGNORECASE,
)
_NAME = re.compile(r"[.#]((?:[\w-]|\\.)+)")
_MOST = 400  # selectors that are looked for in one page


class Match(NamedTuple):
    """The elements that a selector finds, and how many ids and classes it asks for."""

    elements: list[Any]
    ids: int
    classes: int


class SelectorReader:
    """Finds what selectors mean in one lxml tree; those that ask for names which the page has not cost nothing."""

    def __init__(self, tree: Any) -> None:
        self._tree = tree
        self._left = _MOST
        self._names = {name for value in tree.xpath("//@class") for name in value.split()} | set(tree.xpath("//@id"))

    def find(self, selector: str) -> Match | None:
        """What a selector finds; None where it finds nothing, depends on what a reader does, or cannot be read."""
        wanted = selector.partition(":not")[0]
        if _NOT_NOW.search(selector) or not self._left or not self._has_names(wanted):
            return None
        self._left -= 1
        read = _compiled(selector)
        elements = read.path(self._tree) if read is not None else []
        return Match(elements, read.ids, read.classes) if read is not None and elements else None

    def _has_names(self, selector: str) -> bool:
        if any(mark in selector for mark in (":is", ":where")):
            return True  # one of several names is enough
        return all(name.replace("\\", "") in self._names for name in _NAME.findall(selector))


class _Read(NamedTuple):
    path: Any
    ids: int
    classes: int


@lru_cache(maxsize=4096)
def _compiled(selector: str) -> _Read | None:
    from cssselect import HTMLTranslator, SelectorError, parse  # noqa: PLC0415  only pages with such sheets need it
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415  as above

    try:
        (read,) = parse(selector)
        path = etree.XPath(HTMLTranslator().selector_to_xpath(read, prefix="descendant-or-self::"))
    except (SelectorError, ValueError, etree.XPathError, RecursionError):
        return None
    ids, classes, _ = read.specificity()
    return _Read(path, ids, classes)
