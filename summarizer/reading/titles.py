"""The headline in a page's or a record's title, which often holds the site's name and a section's too."""

from __future__ import annotations

import re

from summarizer.text.words import either, word_set

_MARK = re.compile(r"\s+[|\-–—·•»:]+\s+|:\s+")
_LAST_PART = re.compile(r"\s+(?:[|·•»]|[–—-](?=\s))\s*([^|·•»]{2,40})$")
_IN_BRACKETS = re.compile(rf"\s+\((?:\w+ )?(?:{either('layout.titles.sites')})\)$")
_SITE_WORD = re.compile(rf"\b(?:{either('layout.titles.sites')})$")
_SECTIONS = word_set("layout.titles.sections")
_FEWEST_WORDS = 4  # of a title that is left without what stands behind a bar, though nobody knows that for a site
_LONGEST_SECTION = 4  # words
# Titles that programs write and people do not; "EX-99.1" is how the SEC's filings name an annex.
_PROGRAM_TITLE = re.compile(
    r"(?i)untitled(?:[ -]?document)?(?:[ -]?\d+)?|microsoft word(?: - .*)?|.*\.(?:docx?|pdf|indd|qxd|odt|rtf|html?)"
    r"|(?:new )?document ?\d*|powerpoint(?: - .*| presentation)?|ex(?:hibit|-) ?\d+(?:\.\d+)*"
)


def written_title(title: str) -> str:
    """A document's title as somebody wrote it, on one line; "" where a program put the name of a file or a form."""
    title = " ".join(title.split())
    return "" if _PROGRAM_TITLE.fullmatch(title) else title


def bare_title(title: str, *sites: str | None) -> str:
    """The title without the name of the site at its beginning or end, and without a section's name beside that.

    A site is one of `sites`, or what reads as one behind a bar or a dash at the end ("| Varn Gazette").
    """
    names = {site.strip().casefold() for site in sites if site}
    first = _MARK.search(title)
    if names and first is not None and title[: first.start()].strip().casefold() in names:
        title = title[first.end() :].strip()
    title = _without_section(_IN_BRACKETS.sub("", title)) if names else _IN_BRACKETS.sub("", title)
    while (found := _LAST_PART.search(title)) and _is_site(found, names):
        title = title[: found.start()].rstrip()
    return _without_section(title) if names else title


def _is_site(found: re.Match[str], names: set[str]) -> bool:
    """Whether the last part of a title is a site's name, or a section's behind a bar."""
    last = found[1].strip()
    if last.casefold() in names or _SITE_WORD.search(last) is not None:
        return True
    is_short = len(last.split()) <= _LONGEST_SECTION
    return is_short and "|" in found.group() and len(found.string[: found.start()].split()) >= _FEWEST_WORDS


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
