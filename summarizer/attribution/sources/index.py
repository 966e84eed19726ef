"""Everything that the rules ask of one article's names: where they stand, and who bears them."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.bodies import find_aliases, find_fullest
from summarizer.attribution.sources.mentions import find_occurrences, gather
from summarizer.attribution.sources.persons import gender_of, join_persons
from summarizer.attribution.sources.roles import role_words
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.attribution.sources.mentions import Occurrence, Referent
    from summarizer.attribution.sources.prose import Prose
    from summarizer.attribution.sources.vocabulary import Gender
    from summarizer.contract.draft import SourceKind
    from summarizer.contract.statement import Offsets

_FIRST_NAME = re.compile(r"(?<!\w)([A-Z][a-z]+)\s(?:[A-Z]\.\s)?\Z")
_LOST_FIRST_NAME = re.compile(r"(?<!\w)([a-z]+)\s\Z")
_SMALL_LETTER = re.compile("[a-z]")
_THE = re.compile(r"(?:the|this|that|these|those)\s+(?=\S)", re.IGNORECASE)
_WORDLIKE_NAMES = word_set("sources.first_names_that_are_words.all")


class NameIndex:
    """The names of one article; every part is worked out when it is first asked for."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self._genders: dict[str, Gender] = {}
        self._roles: dict[str, frozenset[str]] = {}
        self._fullest: dict[str, Referent] = {}

    @cached_property
    def occurrences(self) -> list[Occurrence]:
        """All names in order of the text."""
        return find_occurrences(self.prose)

    @cached_property
    def _leads(self) -> list[int]:
        """Where each occurrence starts, its title included."""
        return [occurrence.lead for occurrence in self.occurrences]

    @cached_property
    def _gathered(self) -> tuple[dict[str, Referent], list[Referent], dict[int, Referent]]:
        referents = gather(self.prose, self.occurrences)
        return referents, *join_persons(self.prose, referents)

    @property
    def referents(self) -> Mapping[str, Referent]:
        """Every referent by its key."""
        return self._gathered[0]

    @property
    def persons(self) -> Sequence[Referent]:
        """The persons, in order of their first mention."""
        return self._gathered[1]

    def referent_of(self, name: Occurrence) -> Referent | None:
        """Who a name means at its place; None for a title, a nation or the like."""
        referents, _, shared = self._gathered
        return shared.get(name.start) or referents.get(name.key)

    @cached_property
    def _aliases(self) -> dict[str, str]:
        return find_aliases(self.prose, self.occurrences)

    def within(self, start: int, end: int) -> list[Occurrence]:
        """The names that lie in a stretch of the text, or reach into it."""
        low = bisect_left(self._leads, start)
        if low and self.occurrences[low - 1].end > start:
            low -= 1
        return self.occurrences[low : bisect_left(self._leads, end, lo=low)]

    def before(self, at: int, limit: int) -> list[Occurrence]:
        """The names that start before an offset, the nearest first, at most `limit`."""
        high = bisect_left(self._leads, at)
        return self.occurrences[max(0, high - limit) : high][::-1]

    def gender(self, person: Referent) -> Gender:
        """Whether a person is a "woman" or a "man", empty where the article does not say."""
        if person.key not in self._genders:
            self._genders[person.key] = gender_of(self.prose, person)
        return self._genders[person.key]

    def roles(self, referent: Referent) -> frozenset[str]:
        """The words of all roles that the article gives a person."""
        if referent.key not in self._roles:
            self._roles[referent.key] = role_words(self.prose, referent)
        return self._roles[referent.key]

    def fullest_body(self, referent: Referent) -> Referent:
        """The referent by whose name a shorter one goes: "Harbour Front" for "HF" or "the Front of Harbour"."""
        if referent.key not in self._fullest:
            self._fullest[referent.key] = find_fullest(referent, self.referents, self._aliases)
        return self._fullest[referent.key]

    def name_at(self, at: int) -> tuple[int, int, SourceKind] | None:
        """The name that begins at an offset, or after "the" there: start, end and source kind; None for no name."""
        article = _THE.match(self.prose.text, at)
        start = article.end() if article else at
        for name in self.within(start, start + 1):
            referent = self.referent_of(name)
            if name.lead <= start < name.end and referent is not None:
                return name.start, name.end, referent.kind
        return None

    def full_name(self, referent: Referent) -> str:
        """The referent's name; a lone surname is filled up from "The Ann Poe Show", or where it lost its capitals."""
        if referent.sort != "single" or referent.kind != "person":
            return referent.name
        places = {*self.prose.places_of(referent.name), *self.prose.places_of(referent.name.lower())}
        full = (self._with_first_name(at, at + len(referent.name)) for at in sorted(places))
        return next(filter(None, full), referent.name)

    def _with_first_name(self, start: int, end: int) -> str:
        """A surname together with the first name before it: "Ann Poe", or "ann poe" but not "hope poe"; else ""."""
        text = self.prose.text
        before = _FIRST_NAME if text[start].isupper() else _LOST_FIRST_NAME
        match = before.search(text, max(0, start - 40), start)
        if match is None or _SMALL_LETTER.match(text, end) or not self.prose.is_body(match.start()):
            return ""
        first = match[1].lower()
        is_name = first in vocab.FIRST_NAMES and (match[1] != first or first not in _WORDLIKE_NAMES)
        return text[match.start() : end] if is_name else ""

    def mentions_of(self, referent: Referent) -> list[Offsets]:
        """Where a referent is named, in full or in short."""
        spots = {(name.start, name.end) for name in referent.occurrences}
        if referent.kind != "person":
            for other in self.referents.values():
                if other.kind != "person" and self.fullest_body(other) is referent:
                    spots |= {(name.start, name.end) for name in other.occurrences}
        return sorted(spots)
