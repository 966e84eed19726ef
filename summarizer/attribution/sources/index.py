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
from summarizer.attribution.sources.prose import Prose, places_of
from summarizer.attribution.sources.roles import REACH_AFTER, REACH_BEFORE, role_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.attribution.sources.mentions import Occurrence, Referent
    from summarizer.attribution.sources.vocabulary import Gender
    from summarizer.contract.article import Article
    from summarizer.contract.statement import Offsets

_FIRST_NAME = re.compile(r"(?<!\w)([A-Z][a-z]+)\s(?:[A-Z]\.\s)?\Z")
_LOST_FIRST_NAME = re.compile(r"(?<!\w)([a-z]+)\s\Z")
_SMALL_LETTER = re.compile("[a-z]")


class NameIndex:
    """The names of one article; every part is worked out when it is first asked for."""

    def __init__(self, article: Article) -> None:
        self.prose = Prose(article)
        self.text = self.prose.text
        self._genders: dict[str, Gender] = {}
        self._roles: dict[str, frozenset[str]] = {}
        self._fullest: dict[str, Referent] = {}

    @cached_property
    def occurrences(self) -> list[Occurrence]:
        """All names in order of the text."""
        return find_occurrences(self.text, self.prose.sentences)

    @cached_property
    def _leads(self) -> list[int]:
        """Where each occurrence starts, its title included."""
        return [occurrence.lead for occurrence in self.occurrences]

    @cached_property
    def _gathered(self) -> tuple[dict[str, Referent], list[Referent], dict[int, Referent]]:
        referents = gather(self.text, self.occurrences)
        return referents, *join_persons(self.text, referents)

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
        return find_aliases(self.text, self.occurrences)

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
            self._genders[person.key] = gender_of(self.text, person)
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

    def persons_near(self, words: Sequence[str]) -> list[Referent]:
        """The persons whom the article could give a role where one of the words, in lower case, stands."""
        places = [(len(word), [*places_of(word, self.prose.lower_text)]) for word in words]
        return [person for person in self.persons if _are_near(person, places)]

    def full_name(self, referent: Referent) -> str:
        """The referent's name; a lone surname is filled up from "The Ann Poe Show", or where it lost its capitals."""
        if referent.sort != "single" or referent.kind != "person":
            return referent.name
        places = sorted({*places_of(referent.name, self.text), *places_of(referent.name.lower(), self.text)})
        full = (self._with_first_name(at, at + len(referent.name)) for at in places)
        return next(filter(None, full), referent.name)

    def _with_first_name(self, start: int, end: int) -> str:
        """A surname together with the first name before it: "Ann Poe", or "ann poe" but not "hope poe"; else ""."""
        text = self.text
        before = _FIRST_NAME if text[start].isupper() else _LOST_FIRST_NAME
        match = before.search(text, max(0, start - 40), start)
        if match is None or _SMALL_LETTER.match(text, end) or not self.prose.is_body(match.start()):
            return ""
        first = match[1].lower()
        is_name = first in vocab.FIRST_NAMES and (match[1] != first or first not in vocab.WORDLIKE_NAMES)
        return text[match.start() : end] if is_name else ""

    def mentions_of(self, referent: Referent) -> list[Offsets]:
        """Where a referent is named, in full or in short."""
        spots = {(name.start, name.end) for name in referent.occurrences}
        if referent.kind != "person":
            for other in self.referents.values():
                if other.kind != "person" and self.fullest_body(other) is referent:
                    spots |= {(name.start, name.end) for name in other.occurrences}
        return sorted(spots)


def _are_near(person: Referent, stand: Sequence[tuple[int, Sequence[int]]]) -> bool:
    """Whether words, given by their length and places, stand within reach of one of a person's first mentions."""
    for name in person.occurrences[:6]:
        for length, places in stand:
            at = bisect_left(places, name.lead - REACH_BEFORE)
            if at < len(places) and places[at] + length <= name.end + REACH_AFTER:
                return True
    return False
