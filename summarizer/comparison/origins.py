"""Who really knows: the origins behind passages. A relay is none, and one source in many outlets is one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources.naming import name_key
from summarizer.comparison.bodies import (
    INSTITUTIONS,
    OFFICE,
    Key,
    are_apart,
    join_authors,
    join_bodies_of_answers,
    join_heads_of_speakers,
    join_its_heads,
    join_offices,
    join_spokespersons,
    join_titles,
    join_unnamed_bodies,
)
from summarizer.comparison.copies import same_words
from summarizer.comparison.merging import Merging
from summarizer.comparison.names import grams
from summarizer.comparison.officials import Officials
from summarizer.comparison.quotations import quoted_words, same_quotation
from summarizer.comparison.surveys import join_surveys
from summarizer.text.words import either, word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from summarizer.comparison.copies import CopyPair, Place
    from summarizer.comparison.groups import Answer
    from summarizer.comparison.passages import Passage
    from summarizer.comparison.sources import SourceBook
    from summarizer.contract.comparison import OriginKind

_MOST_COMPARED = 40  # passages of one fact that are compared word for word
_TOLD = wordings("comparison.told")
_LOGIN = r"(?:\w+\s)?(?:Twitter|Facebook|Instagram|e-?mail|bank|user|social\smedia)\s"  # an account that says nothing
# Whose words an article speaks of: "Mayor Poe's earlier call for a ban".
_WORDS_OF = re.compile(
    rf"\b([\w-]+)['’]s\s(?!{_LOGIN})(?:\w+\s){{0,2}}(?:{'|'.join(word_set('comparison.words_of.nouns'))})\b"
)
_SENSED = re.compile(
    r"^(?:[\w.’'-]+\s){0,4}?([A-Z][\w’'-]+),?\s(?:[^.,;]{3,50},\s)?(?:also\s)?"
    r"(?:heard|saw|felt|smelled|noticed|remembers|remembered|recalled|believes|believed|hopes|hoped|plans|wants|fears|feared)\s"
)
_OWN = re.compile(r"^(?:his|her|its|their|my|our)\s", re.IGNORECASE)
_TOLD_BY = re.compile(
    r"(?P<who>(?:[A-Z][\w.’'-]+\s){1,2}[A-Z][\w.’'-]+)\s(?:had\s|has\s)?"
    r"(?:told|said|says|warned|claimed|admitted|insisted|denied|announced|confirmed|complained|testified)\b"
)
_CITING = re.compile(r",\sciting\s(?:the\s)?(?P<who>[a-z][\w’' -]{2,40})[.,]")
_SAID_AFTER = re.compile(
    r"[”\"]?,[”\"]?\s(?:said|says)\s(?:[a-z][\w-]*\s){0,3}(?P<who>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)"
)
_TELLS = re.compile(
    r"(?:[^,“”]{3,40},\s)?(?P<who>(?:[Tt]he\s)?[A-Z][^,.;:()“”]{2,50}?),?\s(?:on\s\w+day,?\s)?"
    rf"(?:(?:has|have|had)\s)?(?:{either('comparison.tellers.words')})\s"
)
_WITNESSES = frozenset({"person", "anonymous", "witness"})
_SOMEBODY = re.compile(
    rf"(?:the|an?|one|two|three|some|several|many|other|unnamed|{'|'.join(word_set('comparison.names.nameless'))})\b",
    re.IGNORECASE,
)


class Origin(NamedTuple):
    """An origin: a source by its number, what one outlet says itself, or a text that several printed."""

    kind: OriginKind
    source: int | None
    articles: tuple[str, ...]


class OriginBook:
    """The origins of all passages, numbered; `facts` are the groups in which the same words are one origin."""

    def __init__(
        self,
        passages: Sequence[Passage],
        book: SourceBook,
        copies: Sequence[CopyPair],
        facts: Sequence[Sequence[Answer]],
        is_one_event: Callable[[str, str], bool],
    ) -> None:
        self._wire = _Wire(copies)
        self._book = book
        known = {_id(one) for one in passages}
        groups = [[one for answer in fact for one in answer.passages] for fact in facts]
        # Facts also have passages that were cut to a clause.
        passages = [*passages, *(one for group in groups for one in group if _id(one) not in known)]
        inner = _relayed(passages, frozenset(name_key(name) for one in passages for name in one.via))
        bearers = _bearers(book)
        self._is_one_event = is_one_event
        self._holders = _holders(passages, book)
        self._keys = {_id(one): self._key(inner.get(_id(one), one), bearers) for one in passages}
        merged: Merging[Key] = Merging()
        for group in groups:
            self._join_same_words(group, merged)
        apart = are_apart(facts, book)
        join_spokespersons(passages, book, merged, is_one_event, apart)
        join_offices(book, merged, is_one_event)
        join_surveys(book, merged, is_one_event)
        join_authors(passages, book, merged)
        join_its_heads(passages, book, merged, is_one_event)
        join_heads_of_speakers(passages, book, merged)
        join_titles(passages, book, merged, is_one_event)
        join_unnamed_bodies(passages, book, merged, is_one_event, apart)
        join_bodies_of_answers(facts, book, merged)
        self._keys = {one: merged.find(key) for one, key in self._keys.items()}
        articles: dict[Key, set[str]] = defaultdict(set)
        for one in passages:
            articles[self._keys[_id(one)]].add(one.article)
        for answer in (one for fact in facts for one in fact if one.is_that_it_was_said):
            for one in answer.passages:
                articles[-1, one.article].add(one.article)
        ordered = sorted(articles)
        self._numbers = {key: number for number, key in enumerate(ordered)}
        self._members = _members(
            book, {key: self._numbers.get(merged.find((key, ""))) for key in range(len(book.sources))}
        )
        self._officials = Officials(passages, book)
        self._sources: dict[int, list[int]] = {}  # of each origin
        for source in range(len(book.sources)):
            if (number := self._numbers.get(merged.find((source, "")))) is not None:
                self._sources.setdefault(number, []).append(source)
        faces = _faces(book, merged)
        self.origins = [_origin(faces.get(key[0], key[0]), tuple(sorted(articles[key]))) for key in ordered]

    def number_of(self, passage: Passage) -> int:
        """The index in `origins` of who knows what a passage says."""
        return self._numbers[self._keys[_id(passage)]]

    def _join_same_words(self, fact: Sequence[Passage], merged: Merging[Key]) -> None:
        """Make one origin of the passages of a fact that are the same words: one quotation, whoever is named for it.

        A body or document that is quoted with somebody's words is one with him in all of its event. Two persons are so
        for these words alone: one of both articles names the wrong one.
        """
        same: Merging[int] = Merging()
        compared = fact[:_MOST_COMPARED]
        for (here, one), (there, two) in combinations(enumerate(compared), 2):
            first, second = self._key_of(one), self._key_of(two)
            is_quoted = one.is_quoted or two.is_quoted or max(first, second)[0] < 0
            if one.article == two.article or first == second or not is_quoted or not _are_same_words(one, two):
                continue
            same.join(here, there)
            if min(first, second)[0] >= 0 and self._is_one_event(one.article, two.article):
                kinds = {self._book.sources[key[0]].kind for key in (first, second)}
                if kinds != {"person"}:
                    merged.join(first, second)
        together: dict[int, list[Passage]] = defaultdict(list)
        for at, one in enumerate(compared):
            together[same.find(at)].append(one)
        for told in (found for found in together.values() if len(found) > 1):
            self._keys.update(dict.fromkeys(map(_id, told), self._key_of_all(told)))

    def _key_of_all(self, told: Sequence[Passage]) -> Key:
        """Whose words passages of the same words are: whom most name, a person rather than a body; else a text's."""
        named = [key for one in told if (key := self._key_of(one))[0] >= 0]
        if not named:
            return -1, f"{told[0].article}:{told[0].start}"

        def rank(key: Key) -> tuple[int, bool, Key]:
            return -named.count(key), self._book.sources[key[0]].kind != "person", key

        return min(named, key=rank)

    def of_answers(self, answers: Sequence[Answer]) -> list[list[int]]:
        """The origins of each answer to one question.

        An outlet that also names its source for an answer is none beside that source, neither are two who speak
        together beside one of them, nor a body's unnamed officials beside the body. That somebody has said something
        is known by the outlets that tell it.
        """
        sides = [
            sorted({self._numbers[-1, one.article] for one in answer.passages})
            if answer.is_that_it_was_said
            else self._of_side(answer.passages)
            for answer in answers
        ]
        found = {number for side in sides for number in side}
        together = {number for number in found if not found.isdisjoint(self._members.get(number, ()))}
        together |= self._officials.beside({number: self._sources.get(number, []) for number in found - together})
        return [[number for number in side if number not in together] or side for side in sides]

    def count(self, answers: Sequence[Answer]) -> int:
        """How many origins the answers to one question have together."""
        return len({number for side in self.of_answers(answers) for number in side})

    def _of_side(self, passages: Sequence[Passage]) -> list[int]:
        bodies = {one.article for one in passages if not one.is_title}
        # Of whose words a headline gives, the text says more surely who that is.
        passages = [
            one for one in passages if not one.is_title or not (one.article in bodies or (bodies and one.speaker))
        ]
        named = {one.article for one in passages if self._keys[_id(one)][0] >= 0}
        witnesses = [one for one in passages if one.article not in named or self._keys[_id(one)][0] >= 0]
        # What somebody saw or wants, an outlet knows from him: "Ann Poe heard a crack".
        # "The operator says 131" is no more than the operator's word, whoever the operator is.
        names = {self._book.sources[key[0]].name.split()[-1] for key in map(self._key_of, passages) if key[0] >= 0}
        first_hand = [
            one
            for one in witnesses
            if one.speaker or not (_TOLD.search(one.text) or not names.isdisjoint(_words_of(one.text)))
        ]
        return sorted({self.number_of(one) for one in first_hand or witnesses})

    def _key_of(self, passage: Passage) -> Key:
        return self._keys[_id(passage)]

    def _key(self, passage: Passage, bearers: Mapping[str, Collection[int]]) -> Key:
        source = self._book.number_of(passage)
        if source is not None:
            # A medium that tells what a known person told it knows no more than he.
            told = _TOLD_BY.search(passage.text) if passage.kind == "media" else None
            near = bearers.get(name_key(told["who"]), ()) if told else self._cited(passage)
            if len(near) == 1:
                return next(iter(near)), ""
            reader = self._reader(passage, bearers)
            return (source, "") if reader is None else reader
        teller = self._teller(passage, bearers)
        return teller if teller is not None else (-1, self._wire.text_of(passage) or passage.article)

    def _cited(self, passage: Passage) -> Collection[int]:
        """The holders of an office whom a medium cites: "The Courier reported that nine had died, citing the mayor"."""
        cited = _CITING.search(passage.sentence_text) if passage.kind in ("media", "organization") else None
        if cited is None:
            return ()
        holders = self._holders.get(name_key(cited["who"]), ())
        return {source for article, source in holders if self._is_one_event(article, passage.article)}

    def _reader(self, passage: Passage, bearers: Mapping[str, Collection[int]]) -> Key | None:
        """Who tells what a thing shows: "The log shows that the pump had stopped, said Ann Poe, an engineer"."""
        if passage.kind not in ("document", "anonymous") or not passage.speaker[:4].lower().startswith("the "):
            return None
        told = _SAID_AFTER.match(passage.sentence_text, max(0, passage.end - passage.sentence))
        near = bearers.get(name_key(told["who"]), ()) if told else ()
        return (next(iter(near)), "") if len(near) == 1 else None

    def _teller(self, passage: Passage, bearers: Mapping[str, Collection[int]]) -> Key | None:
        """Who is said to tell what an article puts in its own words ("Mayor Poe spoke of nine dead")."""
        told = _TELLS.match(passage.text)
        words = told["who"].split() if told else []
        for start in range(len(words)):
            known = bearers.get(name_key(" ".join(words[start:])), ())
            if len(known) == 1:
                return next(iter(known)), ""
        return None


def _words_of(text: str) -> Sequence[str]:
    """Of whom an article passes on what he says, saw or wants, by the last words of their names."""
    return [*_WORDS_OF.findall(text), *_SENSED.findall(text)]


def _are_same_words(one: Passage, two: Passage) -> bool:
    """Whether two passages are the same words mostly, or quote the same words."""
    if same_words(one.text, two.text):
        return True
    return any(same_quotation(*pair) for pair in product(quoted_words(one), quoted_words(two)))


def _id(passage: Passage) -> tuple[str, str, int, int]:
    return passage.article, passage.claim or "", passage.start, passage.end


def _faces(book: SourceBook, merged: Merging[Key]) -> dict[int, int]:
    """Which source stands for each origin, by the first of its sources: the body rather than who speaks for it."""
    members: dict[int, list[int]] = defaultdict(list)
    for number in range(len(book.sources)):
        members[merged.find((number, ""))[0]].append(number)

    def rank(number: int) -> tuple[bool, bool, int, int]:
        one = book.sources[number]
        is_body = one.kind in INSTITUTIONS and OFFICE.search(one.name) is None
        return not is_body, one.name.islower(), -one.claims, number

    return {first: min(numbers, key=rank) for first, numbers in members.items()}


def _origin(source: int, articles: tuple[str, ...]) -> Origin:
    if source >= 0:
        return Origin("source", source, articles)
    return Origin("wire" if len(articles) > 1 else "outlet", None, articles)


def _bearers(book: SourceBook) -> dict[str, set[int]]:
    """The persons and bodies among the sources, by the keys of their full names."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, one in enumerate(book.sources):
        for name in one.names:
            is_full = len(name.split()) > 1 or (one.kind in INSTITUTIONS and name == one.name)
            if one.kind in ("person", *INSTITUTIONS) and is_full and name[:1].isupper():
                found[name_key(name)].add(number)
    return found


def _holders(passages: Sequence[Passage], book: SourceBook) -> dict[str, set[tuple[str, int]]]:
    """The persons of each role, by its key, with the article that gives it to them."""
    found: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for one in passages:
        number = book.number_of(one)
        if number is not None and one.kind == "person" and one.role:
            found[name_key(one.role)].add((one.article, number))
    return found


class _Wire:
    """Which copied text a sentence is of."""

    def __init__(self, copies: Sequence[CopyPair]) -> None:
        merged: Merging[Place] = Merging()
        places: set[Place] = set()
        for pair in copies:
            merged.join(pair.one, pair.two)
            places |= {pair.one, pair.two}
        self._text_of = {place: f"{merged.find(place).article}:{merged.find(place).start}" for place in places}
        self._places: dict[str, list[Place]] = defaultdict(list)
        for place in sorted(places):
            self._places[place.article].append(place)
        self._starts = {article: [place.start for place in found] for article, found in self._places.items()}

    def text_of(self, passage: Passage) -> str:
        """The name of the copied text in which a passage stands, "" for none."""
        at = bisect_right(self._starts.get(passage.article, []), passage.start) - 1
        if at < 0:
            return ""
        place = self._places[passage.article][at]
        return self._text_of[place] if passage.start < place.end else ""


def _relayed(passages: Sequence[Passage], media: frozenset[str]) -> dict[tuple[str, str, int, int], Passage]:
    """For each passage within another of its sentence, or around it, the one of both that tells the origin.

    A medium only passes on what another says; else the longer passage names who says it.
    """
    claims: dict[tuple[str, int], list[Passage]] = defaultdict(list)
    for one in passages:
        if one.claim:
            claims[one.article, one.sentence].append(one)
    found = {}
    for together in claims.values():
        for outer, inner in ((a, b) for a in together for b in together):
            is_within = outer.start <= inner.start and inner.end <= outer.end and outer.speaker != inner.speaker
            if not is_within or not outer.speaker or not inner.speaker:
                continue
            if (outer.stance == "denies") != (inner.stance == "denies"):
                continue  # what one says and another denies is neither's report of the other
            # "Poe said that the army had told them of it": Poe was there.
            is_witness = outer.kind in _WITNESSES and inner.kind in INSTITUTIONS
            passes_on = name_key(outer.speaker) in media and not is_witness
            is_relay = outer.kind == "media" or (passes_on and not _is_outers_own(inner))
            if is_relay and inner.kind != "media":
                found[_id(outer)] = inner
            elif inner.end - inner.start < outer.end - outer.start:
                found[_id(inner)] = outer
    return found


def _is_outers_own(inner: Passage) -> bool:
    """Whether somebody is quoted with what he has himself: "his wards had admitted", "laboratory work showed"."""
    if inner.kind == "document" or _OWN.match(inner.speaker):
        return True
    return inner.kind == "anonymous" and _SOMEBODY.match(inner.speaker) is None


def _members(book: SourceBook, numbers: Mapping[int, int | None]) -> dict[int, set[int]]:
    """For the origin of each source that is several persons ("Poe and Roe"), the origins of these; by their sources."""
    persons: dict[str, list[int]] = defaultdict(list)
    for source, one in enumerate(book.sources):
        for name in one.names:
            if " and " not in name and (number := numbers[source]) is not None:
                persons[name_key(name)].append(number)
    found: dict[int, set[int]] = {}
    for source, one in enumerate(book.sources):
        number = numbers[source]
        if " and " in one.name and number is not None:
            near = {other for gram in grams(one.name) for other in persons.get(gram, ())} - {number}
            found.setdefault(number, set()).update(near)
    return found
