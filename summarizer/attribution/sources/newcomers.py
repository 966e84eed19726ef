"""Somebody with whom a sentence begins and of whom nobody has told before: "My mother", "One passenger, a nurse,"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.naming import SourceName

if TYPE_CHECKING:
    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Referent
    from summarizer.attribution.sources.prose import Prose
    from summarizer.contract.draft import SourceKind

_UNNAMED = re.compile(
    rf"(?P<determiner>A|One|My|Our|His|Her|Their|(?:[A-Z][\w-]*\s|The\s(?:[a-z-]+\s)?)?[\w-]+(?:['’]s|s['’]))"
    rf"\s(?:[a-z-]+\s){{0,2}}?(?P<noun>{vocab.any_of(vocab.GENDERS)})\b"
    r"(?![’'-]|,?\s[A-Z])"
)
_DETERMINERS = frozenset({"A", "One", "My", "Our", "His", "Her", "Their", "The"})
# "One, a nurse called Ines, laughed", "Another of them, Ines Moll, shrugged", "One passenger, a nurse, left", and
# "A spokesman for Ms. Roe, Ines Moll, disagreed".
_NEWCOMER = re.compile(
    r"(?P<words>(?:One|Another|An?)(?:\sof\s(?:them|those|the\s[a-z-]+))?(?:\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z-]+))?)"
    r"(?:\s(?:for|of|at|from|with)\s(?:(?:Mr|Mrs|Ms|Dr)\.\s)?[^,.;“”\"\n]{2,50})?,\s(?!wh)(?P<told>[^,.;“”\"\n]{2,40}),\s[a-z]+ed\b"
)


def find_unnamed(prose: Prose, start: int, end: int, gender: str) -> SourceName | None:
    """Who has no name and is of a gender, and begins the sentence from `start` on: "My mother is 86, but she says".

    That holds of whom somebody has, too: "Poe's wife wept. “He was kind,” she said".
    """
    opening = _UNNAMED.match(prose.text, start, end)
    if opening is None or vocab.GENDERS[opening["noun"]] != gender:
        return None
    kind: SourceKind = "anonymous" if opening["determiner"] in ("A", "One") else "person"
    first = opening[0].partition(" ")[0]
    return SourceName(first.lower() + opening[0][len(first) :] if first in _DETERMINERS else opening[0], kind)


def find_newcomer(index: NameIndex, start: int, end: int) -> Referent | SourceName | None:
    """Who begins the sentence from `start` on, by the name that an apposition tells, or by their own words."""
    opening = _NEWCOMER.match(index.prose.text, start, end)
    if opening is None:
        return None
    noun = opening["noun"]
    if noun is not None and not (vocab.is_personal(noun) or noun in vocab.HOLDER_NOUNS):
        return None
    named = [name for name in index.within(*opening.span("told")) if name.sort in vocab.PERSONAL_SORTS]
    if named and (who := index.referent_of(named[-1])) is not None:
        return who
    return SourceName(opening["words"][0].lower() + opening["words"][1:], "anonymous")
