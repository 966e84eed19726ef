"""Everything that the rules ask of one article's names: where they stand, whose they are, what is quoted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, cached_property
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

from summarizer.attribution.sources import lexicon as lex
from summarizer.attribution.sources.mentions import Occurrence, Referent, find_aliases, find_occurrences, gather
from summarizer.attribution.sources.naming import lower_case, name_key
from summarizer.attribution.sources.persons import gender_of, join_persons
from summarizer.attribution.sources.roles import REACH_AFTER, REACH_BEFORE, role_words
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.folding import letters_alone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.contract.article import Article

_MARKS = '"“”\n'
_lead_of, _start_of = itemgetter(2), itemgetter(1)  # of an occurrence, of a sentence


_FIRST_NAME = re.compile(r"(?<!\w)([A-Z][a-z]+)\s(?:[A-Z]\.\s)?\Z")
_LOST_FIRST_NAME = re.compile(r"(?<!\w)([a-z]+)\s\Z")
_SMALL_LETTER = re.compile("[a-z]")


class NameIndex:
    """The names of one article; every part is worked out when it is first asked for."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self._sentences = sentences_of(article)  # not the article, which holds this index
        self._genders: dict[str, str] = {}
        self._roles: dict[str, frozenset[str]] = {}
        self._fullest: dict[str, Referent] = {}
        self._names: dict[str, str] = {}
        self.looked_up: dict[str, Referent | tuple[int, int] | None] = {}

    @cached_property
    def occurrences(self) -> list[Occurrence]:
        """All names in order of the text."""
        return find_occurrences(self.text, self._sentences)

    @cached_property
    def starts(self) -> list[int]:
        """Where each occurrence starts, its title included."""
        return list(map(_lead_of, self.occurrences))

    @cached_property
    def lower_text(self) -> str:
        """The text in lower case, with the same offsets."""
        return lower_case(self.text)

    @cached_property
    def letters(self) -> str:
        """The text in lower case with blanks for all but the letters from a to z, with the same offsets."""
        return letters_alone(self.lower_text).decode("ascii")

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where each sentence starts."""
        return list(map(_start_of, self._sentences))

    @cached_property
    def _gathered(self) -> tuple[dict[str, Referent], list[Referent], dict[int, Referent]]:
        referents = gather(self.text, self.occurrences)
        return referents, *join_persons(self.text, referents)

    @property
    def referents(self) -> dict[str, Referent]:
        """Every referent by its key."""
        return self._gathered[0]

    def referent_of(self, name: Occurrence) -> Referent | None:
        """Whom a name means at its place; None for a title, a nation or the like."""
        referents, _, shared = self._gathered
        return (shared.get(name.start) if shared else None) or referents.get(name.key)

    @property
    def persons(self) -> list[Referent]:
        """The persons, in order of their first mention."""
        return self._gathered[1]

    @cached_property
    def aliases(self) -> dict[str, str]:
        """Keys of short forms defined in brackets, to the key of the long form."""
        return find_aliases(self.text, self.occurrences)

    @cached_property
    def _quotes(self) -> list[int]:
        """Where quotations open and close, in turn; an unclosed one ends with its paragraph."""
        bounds: list[int] = []
        is_open = False
        for at in sorted(chain.from_iterable([places_of(mark, self.text) for mark in _MARKS])):
            mark = self.text[at]
            opens = mark == "“" or (mark == '"' and not is_open)
            if opens != is_open and (is_open or mark != "\n"):
                bounds.append(at)
                is_open = opens
        return bounds

    def is_quoted(self, at: int) -> bool:
        """Whether an offset lies inside quotation marks."""
        return bisect_right(self._quotes, at) % 2 == 1

    def quote_around(self, at: int) -> tuple[int, int] | None:
        """Where the quotation around an offset opens and closes, None outside of quotations."""
        i = bisect_right(self._quotes, at)
        if i % 2 == 0:
            return None
        return self._quotes[i - 1], self._quotes[i] if i < len(self._quotes) else len(self.text)

    def sentence_at(self, at: int) -> int:
        """The number, from 0, of the sentence that holds an offset or stands before it; -1 before the first."""
        return bisect_right(self.sentence_starts, at) - 1

    def within(self, start: int, end: int) -> list[Occurrence]:
        """The names that lie in a stretch of the text, or reach into it."""
        low = bisect_left(self.starts, start)
        if low and self.occurrences[low - 1].end > start:
            low -= 1
        return self.occurrences[low : bisect_left(self.starts, end, lo=low)]

    def before(self, at: int, limit: int = 120) -> list[Occurrence]:
        """The names that start before an offset, the nearest first, at most `limit`."""
        high = bisect_left(self.starts, at)
        return self.occurrences[max(0, high - limit) : high][::-1]

    def is_body(self, at: int) -> bool:
        """Whether an offset lies in a sentence of the title or body."""
        number = self.sentence_at(at)
        return number >= 0 and at < self._sentences[number].end

    @cached_property
    def blocks(self) -> list[int]:
        """The number of the block that each sentence stands in; the last entry serves the sentence -1."""
        return [sentence.block for sentence in self._sentences] + [-1]

    def gender(self, person: Referent) -> str:
        """Whether a person is a "woman" or a "man", empty where the article does not tell."""
        known = self._genders.get(person.key)
        if known is None:
            known = self._genders[person.key] = gender_of(self.text, person)
        return known

    def persons_near(self, words: Sequence[str]) -> list[Referent]:
        """The persons whom the article could give a role where one of the words, in lower case, stands."""
        found = [(word, [*places_of(word, self.lower_text)]) for word in words]
        stand = [(len(word), places) for word, places in found if places]
        return [person for person in self.persons if _are_near(person, stand)] if stand else []

    def roles(self, referent: Referent) -> frozenset[str]:
        """The words of all roles that the article gives a person."""
        known = self._roles.get(referent.key)
        if known is None:
            known = self._roles[referent.key] = frozenset(role_words(self, referent))
        return known

    def full_name(self, referent: Referent) -> str:
        """The referent's name; a lone surname is filled up from "The Ann Poe Show", or where it lost its capitals."""
        if referent.sort != "single" or referent.kind != "person":
            return referent.name
        known = self._names.get(referent.key)
        if known is None:
            places = sorted({*places_of(referent.name, self.text), *places_of(referent.name.lower(), self.text)})
            full = (self._with_first_name(at, at + len(referent.name)) for at in places)
            known = self._names[referent.key] = next(filter(None, full), referent.name)
        return known

    def _with_first_name(self, start: int, end: int) -> str:
        """A surname together with the first name before it: "Ann Poe", or "ann poe" but not "hope poe"; else ""."""
        text = self.text
        before = _FIRST_NAME if text[start].isupper() else _LOST_FIRST_NAME
        match = before.search(text, max(0, start - 40), start)
        if match is None or _SMALL_LETTER.match(text, end) or not self.is_body(match.start()):
            return ""
        first = match[1].lower()
        is_name = first in lex.FIRST_NAMES and (match[1] != first or first not in lex.WORDLIKE_NAMES)
        return text[match.start() : end] if is_name else ""

    def fullest_body(self, referent: Referent) -> Referent:
        """The referent by whose name a shorter one goes: "Harbour Front" for "HF" or "the Front of Harbour"."""
        known = self._fullest.get(referent.key)
        if known is None:
            known = self._fullest[referent.key] = self._find_fullest(referent)
        return known

    def _find_fullest(self, referent: Referent) -> Referent:
        alias = self.aliases.get(referent.key)
        if alias is not None and alias in self.referents:
            return self.referents[alias]
        if referent.sort in _LONE or referent.kind == "person":
            return referent
        longer = [r for r in self._bodies if _continues(referent, r)]
        if not longer:
            return referent
        names = {r.key for r in longer}
        shortest = min(longer, key=lambda r: len(r.key))
        # Two longer names that are not forms of one another: the short one could be either's.
        if any(shortest.key not in name for name in names):
            return referent
        return max(longer, key=lambda r: len(r.key))

    @cached_property
    def _bodies(self) -> list[Referent]:
        return [
            r for r in self.referents.values() if r.kind != "person" and r.sort not in _LONE and len(r.key_words) > 1
        ]

    def mentions_of(self, referent: Referent) -> list[tuple[int, int]]:
        """Where a referent is named, in full or in short."""
        spots = [(o.start, o.end) for o in referent.occurrences]
        if referent.kind != "person":
            for other in self.referents.values():
                if other is not referent and other.kind != "person" and self.fullest_body(other) is referent:
                    spots += [(o.start, o.end) for o in other.occurrences]
        return sorted(set(spots))


def places_of(word: str, text: str) -> Iterator[int]:
    """Where a text holds some words, in order."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _are_near(person: Referent, stand: Sequence[tuple[int, Sequence[int]]]) -> bool:
    """Whether words, given by their length and places, stand within reach of one of a person's first mentions."""
    for _, end, lead, *_ in person.occurrences[:6]:
        for length, places in stand:
            at = bisect_left(places, lead - REACH_BEFORE)
            if at < len(places) and places[at] + length <= end + REACH_AFTER:
                return True
    return False


_LONE = frozenset({"place", "spot", "crowd", "single", "name"})


@cache
def _nations() -> frozenset[str]:
    """Keys of nations and places; made when first wanted, since there are hundreds."""
    return frozenset(name_key(word) for word in (*lex.ADJECTIVES, *lex.PLACES))


@cache
def _common_words() -> frozenset[str]:
    """Keys of words that many bodies' names begin or end with."""
    return _nations() | {name_key(word) for word in lex.BODIES}


def _continues(short: Referent, full: Referent) -> bool:
    """Whether a longer name is surely the short one's: it goes on after it, or puts a nation before it."""
    few, many = short.key_words, full.key_words
    if len(few) >= len(many):
        return False
    if many[: len(few)] == few:
        return len(few) > 1 or (few[0] not in _common_words() and full.name.split()[-1].lower() not in _OF_OTHERS)
    if many[-len(few) :] != few:
        initials = "".join(word[0] for word in many if word not in ("uf", "fur", "thi", "and", "in"))
        return len(few) == 1 and 3 <= len(few[0]) <= 6 and short.name.isupper() and few[0] == initials
    return all(word in _nations() for word in many[: -len(few)]) and (len(few) > 1 or few[0] not in _common_words())


_OF_OTHERS = frozenset(["campaign", "administration", "team", "tower", "camp", "supporters"])
