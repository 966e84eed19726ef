"""One article's names: where they stand, who bears them, and which are short forms ("PF" of "the Popular Front")."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.bodies import BodyCallings, body_callings_of
from summarizer.attribution.sources.callings import Callings, callings_of
from summarizer.attribution.sources.lone_words import sort_lone_words
from summarizer.attribution.sources.mentions import find_occurrences, gather
from summarizer.attribution.sources.naming import name_key
from summarizer.attribution.sources.persons import gender_of, join_persons
from summarizer.text.words import word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

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
_BRACKETED = wordings("sources.wordings.name_in_brackets")
_NO_BODIES = frozenset({"place", "spot", "crowd", "single", "name"})
_OF_OTHERS = word_set("sources.body_words.of_persons")
_SKIPPED_IN_INITIALS = frozenset(map(name_key, word_set("sources.body_words.skipped_in_initials")))
_COMPANY_WORDS = frozenset(map(name_key, word_set("sources.narrower_bodies.company")))
_NATIONS = frozenset(map(name_key, vocab.NATIONS))
_COMMON_WORDS = _NATIONS | frozenset(map(name_key, vocab.BODY_KINDS))  # many bodies' names begin or end with these


class NameIndex:
    """The names of one article; offsets are those of `prose`."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self.occurrences = sort_lone_words(prose, find_occurrences(prose))  # in order of the text
        self._leads = [name.lead for name in self.occurrences]
        self.referents = gather(prose, self.occurrences)  # by their keys
        recognise_companies(self.referents)
        self.persons, self._shared = join_persons(prose, self.referents)  # persons in order of their first mention
        aliases = find_aliases(prose, self.occurrences)
        # The referent by whose name a shorter one goes: "Harbour Front" for "HF" or "the Front of Harbour".
        forms = LongerNames(self.referents)
        self.fullest_body: Callable[[Referent], Referent] = cache(partial(find_fullest, forms, aliases))
        # "woman" or "man", empty where the article does not say; and all that it calls a person.
        sure = (person for person in self.persons if person.sort == "person")
        named = sorted(name.start for person in sure for name in person.occurrences)
        self.gender: Callable[[Referent], Gender] = cache(partial(gender_of, prose, named=named))
        self.callings: Callable[[Referent], Callings] = cache(partial(callings_of, prose))
        self.body_callings: Callable[[Referent], BodyCallings] = cache(partial(body_callings_of, prose))

    def referent_of(self, name: Occurrence) -> Referent | None:
        """Who a name means at its place; None for a title, a nation or the like."""
        return self._shared.get(name.start) or self.referents.get(name.key)

    def is_shared(self, start: int) -> bool:
        """Whether the name at an offset is one that several persons bear, and only its place tells them apart."""
        return start in self._shared

    def is_shared_with_title(self, mention: Offsets) -> bool:
        """Whether a mention such as "Mr. Poe" is that of several men: not where the article has Bill and Ann Poe."""
        name = next((one for one in self.within(*mention) if one.lead == mention[0] < one.start), None)
        if name is None or not self.is_shared(name.start):
            return False
        gender = vocab.GENDERS.get(self.prose.text[name.lead : name.start].lower().strip(" ."), "")
        bearers = (one for one in self.persons if one.key_words[-1] == name.key and " " in one.name)
        return sum(self.gender(one) in ("", gender) for one in bearers) > 1

    def within(self, start: int, end: int) -> list[Occurrence]:
        """The names that lie in a stretch of the text, or reach into it."""
        low = bisect_left(self._leads, start)
        if low and self.occurrences[low - 1].end > start:
            low -= 1
        return self.occurrences[low : bisect_left(self._leads, end, lo=low)]

    @cached_property
    def _persons_named(self) -> list[tuple[Occurrence, Referent]]:
        found = ((name, self.referent_of(name)) for name in self.occurrences)
        return [(name, who) for name, who in found if who is not None and who.kind == "person"]

    @cached_property
    def _persons_leads(self) -> list[int]:
        return [name.lead for name, _ in self._persons_named]

    def persons_within(self, start: int, end: int) -> list[tuple[Occurrence, Referent]]:
        """The names of persons that lie in a stretch of the text or reach into it, and who each of them is."""
        low = bisect_left(self._persons_leads, start)
        if low and self._persons_named[low - 1][0].end > start:
            low -= 1
        return self._persons_named[low : bisect_left(self._persons_leads, end, lo=low)]

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


def recognise_companies(referents: Mapping[str, Referent]) -> None:
    """Make a body of a lone name with which a company's begins: "Brenn" beside "Brenn Motors"."""
    firsts = {who.key_words[0] for who in referents.values() if who.key_words[-1] in _COMPANY_WORDS and _is_body(who)}
    for referent in referents.values():
        if referent.sort == "single" and referent.key in firsts and referent.key not in _COMMON_WORDS:
            referent.sort = referent.kind = "organization"


def find_aliases(prose: Prose, occurrences: Sequence[Occurrence]) -> dict[str, str]:
    """Map the key of each name defined in brackets to its partner's: "Popular Front (PF)" gives pf -> popular front."""
    aliases: dict[str, str] = {}
    for occurrence in occurrences:
        match = _BRACKETED.match(prose.text, occurrence.end)
        if match is None or occurrence.sort in ("title", "adjective", "crowd"):
            continue
        name, other = prose.text[occurrence.start : occurrence.end], match[1]
        key = name_key(other)
        if not key or key == occurrence.key:
            continue
        if abbreviates(other, name):
            aliases[key] = occurrence.key
        elif abbreviates(name, other):
            aliases[occurrence.key] = key
    return aliases


def abbreviates(short: str, name: str) -> bool:
    """Whether a short form's letters stand in a name in order, the first of them at the beginning of a word."""
    letters = [char for char in short.lower() if char.isalnum()]
    if not 2 <= len(letters) <= 10 or " " in short or len(name) < len(short) + 3 or " " not in name:
        return False
    rest = iter(name.lower())
    if sum(char.isupper() for char in short) < 2 or not all(letter in rest for letter in letters):
        return False
    return any(word.startswith(letters[0]) for word in name.lower().split())


class LongerNames:
    """An article's referents by their keys, and its bodies by what a shorter name of each may be."""

    def __init__(self, referents: Mapping[str, Referent]) -> None:
        self.referents = referents
        self._by_form: dict[tuple[str, ...], list[Referent]] = {}
        for body in filter(_is_body, referents.values()):
            for form in _shorter_forms(body.key_words):
                self._by_form.setdefault(form, []).append(body)

    def of(self, referent: Referent) -> list[Referent]:
        """The bodies whose names are surely longer forms of a body's, in the order of the referents."""
        if not _is_body(referent):
            return []
        return [other for other in self._by_form.get(tuple(referent.key_words), ()) if _continues(referent, other)]


def _shorter_forms(words: Sequence[str]) -> set[tuple[str, ...]]:
    """All that a name's words begin with and end in, and their initials."""
    lengths = range(1, len(words))
    forms = {tuple(words[:length]) for length in lengths} | {tuple(words[-length:]) for length in lengths}
    return forms | {("".join(word[0] for word in words if word not in _SKIPPED_IN_INITIALS),)}


def find_fullest(longer_names: LongerNames, aliases: Mapping[str, str], referent: Referent) -> Referent:
    """The referent by whose name a shorter one goes; itself where the article has no longer name for it.

    `longer_names` are those of the article, and `aliases` what `find_aliases` gives.
    """
    alias = aliases.get(referent.key)
    if alias is not None and alias in longer_names.referents:
        return longer_names.referents[alias]
    longer = longer_names.of(referent)
    shortest = min(longer, key=lambda other: len(other.key), default=referent)
    # Two longer names that are not forms of one another: the short one could be either's.
    if any(shortest.key not in other.key for other in longer):
        return referent
    return max(longer, key=lambda other: len(other.key), default=referent)


def _is_body(referent: Referent) -> bool:
    return referent.kind != "person" and referent.sort not in _NO_BODIES


def _is_branch(short: Referent, full: Referent) -> bool:
    """Whether a longer name is rather a part's of the body that the article speaks of: "Brenn Stores Eastgate"."""
    more = full.name[len(short.name) :].split()
    is_plain = bool(more) and not any(word in ("of", "for", "and", "&") for word in more)
    return is_plain and len(full.occurrences) == 1 and len(short.occurrences) > 2


def _continues(short: Referent, full: Referent) -> bool:
    """Whether a longer name is surely the short one's: it goes on after it, or puts a nation before it."""
    few, many = short.key_words, full.key_words
    if len(few) >= len(many):
        return False
    if many[: len(few)] == few:
        if _is_branch(short, full) or full.name[len(short.name) :].startswith(("-", "–")):
            return False  # "a Harbour Post-Tarrin poll" is another's, too
        return len(few) > 1 or (few[0] not in _COMMON_WORDS and full.name.split()[-1].lower() not in _OF_OTHERS)
    if many[-len(few) :] != few:
        all_initials = "".join(word[0] for word in many)
        initials = "".join(word[0] for word in many if word not in _SKIPPED_IN_INITIALS)
        is_acronym = len(few) == 1 and 3 <= len(few[0]) <= 6 and short.name.isupper()
        return is_acronym and few[0] in (initials, all_initials)
    if short.kind == full.kind == "media" and len(few) == 1 and few[0] in _COMMON_WORDS:
        return True  # "the Journal" is the one whose whole name stands elsewhere
    return all(word in _NATIONS for word in many[: -len(few)]) and (len(few) > 1 or few[0] not in _COMMON_WORDS)
