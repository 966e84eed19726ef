"""The lead that a page shows between its headline and its article, which extraction often takes for furniture."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

# A page's description of itself, which most outlets fill with the lead, some with its first words only.
_DESCRIPTIONS = frozenset({"description", "og:description", "twitter:description", "dcterms.description"})
_FEWEST_LETTERS = 40  # of a description, as many as which must stand in the page too
_LONGEST_LEAD = 1200  # letters
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "big", "br", "cite", "dfn", "em", "font", "i", "ins", "mark", "q", "s"}
    | {"small", "span", "strong", "sub", "sup", "time", "u", "wbr"}
)
_APART = frozenset({"a", "aside", "footer", "form", "nav"})  # where a description is another article's, or the site's


def lead_of(tree: Any, title: str, paragraphs: Sequence[str]) -> str:
    """The lead that a page shows and describes itself with, if `paragraphs` lack it; else "".

    It stands behind the headline, or the page's last first-level heading, and before the first of the paragraphs.
    """
    text = letters_of("".join(paragraphs))
    found = {letters_of(meta.get("content") or "")[:_FEWEST_LETTERS] for meta in tree.iter("meta") if _describes(meta)}
    beginnings = [one for one in sorted(found) if len(one) == _FEWEST_LETTERS and one not in text]
    body, headline = tree.find("body"), letters_of(title)
    first = next((one for one in map(letters_of, paragraphs) if len(one) >= _FEWEST_LETTERS and one != headline), "")
    if not beginnings or not headline or not first or body is None:
        return ""
    runs = [(letters_of(words), words) for words in body.xpath(".//text()[normalize-space()]")]
    page = "".join(letters for letters, _ in runs)
    end = page.find(first[:_FEWEST_LETTERS])
    headings = [headline, *(letters_of("".join(heading.itertext())) for heading in body.iter("h1"))]
    start = next((at for one in headings if one and (at := page.find(one, 0, max(0, end))) >= 0), -1)
    places = [page.find(one, start, end) for one in beginnings] if start >= 0 else []
    leads = (_block_at(place, runs) for place in places if place >= 0)
    return next((lead for lead in leads if 0 < len(letters_of(lead)) <= _LONGEST_LEAD), "")


def _describes(meta: Any) -> bool:
    return (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower() in _DESCRIPTIONS


def _block_at(place: int, runs: Sequence[tuple[str, Any]]) -> str:
    """The words of the block that holds a letter of the page; "" where that is a link, or beside the article."""
    number = 0
    while place >= len(runs[number][0]):
        place -= len(runs[number][0])
        number += 1
    element, block = _element_of(runs[number][1]), _block_of(runs[number][1])
    if any(around.tag in _APART for around in (element, *element.iterancestors())):
        return ""
    before = takewhile(lambda run: _block_of(run[1]) is block, reversed(runs[:number]))
    behind = takewhile(lambda run: _block_of(run[1]) is block, runs[number:])
    words = [*reversed([words for _, words in before]), *(words for _, words in behind)]
    return " ".join("".join(words).split())


def _element_of(words: Any) -> Any:
    return words.getparent().getparent() if words.is_tail else words.getparent()


def _block_of(words: Any) -> Any:
    element = _element_of(words)
    while element.tag in _INLINE:
        element = element.getparent()
    return element


def letters_of(text: str) -> str:
    """A text's letters and digits alone, in small ones: two that show the same have the same."""
    return re.sub(r"\W+", "", text).casefold()
