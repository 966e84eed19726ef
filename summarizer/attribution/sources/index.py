"""Everything that the rules ask of one article's names: where they stand, and who bears them."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, partial
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.bodies import find_aliases, find_fullest
from summarizer.attribution.sources.mentions import find_occurrences, gather
from summarizer.attribution.sources.persons import gender_of, join_persons
from summarizer.attribution.sources.roles import role_words
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Callable

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
    """The names of one article; offsets are those of `prose`."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self.occurrences = find_occurrences(prose)  # in order of the text
        self._leads = [name.lead for name in self.occurrences]
        self.referents = gather(prose, self.occurrences)  # by their keys
        self.persons, self._shared = join_persons(prose, self.referents)  # persons in order of their first mention
        aliases = find_aliases(prose, self.occurrences)
        # The referent by whose name a shorter one goes: "Harbour Front" for "HF" or "the Front of Harbour".
        self.fullest_body: Callable[[Referent], Referent] = cache(partial(find_fullest, self.referents, aliases))
        # "woman" or "man", empty where the article does not say; and the words of all roles that it gives a person.
        self.gender: Callable[[Referent], Gender] = cache(partial(gender_of, prose))
        self.roles: Callable[[Referent], frozenset[str]] = cache(partial(role_words, prose))

    def referent_of(self, name: Occurrence) -> Referent | None:
        """Who a name means at its place; None for a title, a nation or the like."""
        return self._shared.get(name.start) or self.referents.get(name.key)

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
        bodies = [other for other in self.referents.values() if other.kind != "person"]
        shorter = [body for body in bodies if self.fullest_body(body) is referent] if referent in bodies else []
        return sorted({(name.start, name.end) for who in (referent, *shorter) for name in who.occurrences})
