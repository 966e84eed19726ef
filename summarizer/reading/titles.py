"""The headline in a page's or a record's title, which often holds the site's name and a section's too."""

from __future__ import annotations

import re

from summarizer.text.words import word_set

_MARK = re.compile(r"\s+[|\-–—·•»:]+\s+|:\s+")
_SECTIONS = word_set("layout.titles.sections")


def bare_title(title: str, *sites: str | None) -> str:
    """The title without the name of the site at its beginning or end, and without a section's name beside that."""
    names = {site.strip().casefold() for site in sites if site}
    marks = list(_MARK.finditer(title))
    if not names or not marks:
        return title
    first, last = marks[0], marks[-1]
    if title[: first.start()].strip().casefold() in names:
        title = title[first.end() :].strip()
    elif title[last.end() :].strip().casefold() in names and not last[0].startswith(":"):
        title = title[: last.start()].strip()
    return _without_section(title)


def _without_section(title: str) -> str:
    """A title without "– News" at its end or "World |" at its beginning."""
    for mark in _MARK.finditer(title):
        if mark[0].startswith(":"):
            continue
        if title[: mark.start()].strip().casefold() in _SECTIONS:
            return title[mark.end() :].strip()
        if title[mark.end() :].strip().casefold() in _SECTIONS:
            return title[: mark.start()].strip()
    return title
