"""Which unnamed officials speak for a body that another source of the fact speaks for as well."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from summarizer.attribution.sources.naming import name_key
from summarizer.comparison.bodies import FORMER, INSTITUTIONS
from summarizer.comparison.names import grams
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarizer.comparison.passages import Passage
    from summarizer.comparison.sources import SourceBook

_OFFICIALS = "|".join(word_set("comparison.names.officials"))
_MANY = "the|an?|one|two|three|some|several|senior|top|unnamed|other"
_BEFORE = re.compile(rf"^(?:(?:{_MANY})\s)*(?P<body>.+?)\s(?:{_OFFICIALS})$", re.IGNORECASE)
_AFTER = re.compile(rf"\b(?:{_OFFICIALS})\s(?:at|of|for|from|in|with)\s(?:the\s)?(?P<body>.+)$", re.IGNORECASE)
# Who heads a body is called by another word than the body itself.
_HEADED = {name_key(one): name_key("ministry") for one in ("minister", "ministers", "ministerial", "ministries")}
_BODIES = word_set("comparison.names.bodies")
_ACRONYM = re.compile(r"[A-Z]{3,}")


class Officials:
    """Which sources of a book are unnamed officials of a body, and of which bodies the other sources speak."""

    def __init__(self, passages: Iterable[Passage], book: SourceBook) -> None:
        self._body_of = {
            number: body for number, one in enumerate(book.sources) if (body := _body_of_officials(one.name))
        }
        self._said: dict[int, set[str]] = defaultdict(set)
        if not self._body_of:
            return
        for number, one in enumerate(book.sources):
            if one.kind in INSTITUTIONS and number not in self._body_of:
                self._said[number].update(one.names)
        for passage in passages:
            speaker = book.number_of(passage)
            said = " ".join((passage.role, *passage.forms[:1]))
            if speaker is not None and speaker not in self._body_of and not FORMER.search(said):
                self._said[speaker].add(said)

    def beside(self, members: Mapping[int, Sequence[int]]) -> set[int]:
        """Of the origins of one fact, given with their sources, those who speak for a body that another speaks for.

        Of several that are all unnamed officials of one body the first stays.
        """
        if not any(one in self._body_of for sources in members.values() for one in sources):
            return set()
        bodies = {
            origin: {body for one in sources if (body := self._body_of.get(one))} for origin, sources in members.items()
        }
        officials = {
            origin: found
            for origin, found in bodies.items()
            if found and all(one in self._body_of for one in members[origin])
        }
        gone: set[int] = set()
        for origin, found in sorted(officials.items()):
            others = [other for other in members if other not in officials]
            spoken_for = {gram for other in others for one in members[other] for gram in self._grams(one)}
            earlier = {body for other in officials if other < origin and other not in gone for body in bodies[other]}
            if found & (spoken_for | earlier):
                gone.add(origin)
        return gone

    def _grams(self, source: int) -> set[str]:
        return {_as_body(gram) for said in self._said.get(source, ()) for gram in grams(said)}


def _body_of_officials(name: str) -> str:
    """The key of the body whose officials a source is, "" where it is no such source or no body is told."""
    found = _BEFORE.match(name) or _AFTER.search(name)
    if found is None:
        return ""
    words = found["body"].split()
    is_body = any(word.lower() in _BODIES or _ACRONYM.fullmatch(word) for word in words)
    return _as_body(name_key(found["body"])) if is_body else ""


def _as_body(key: str) -> str:
    return " ".join(_HEADED.get(word, word) for word in key.split())
