"""Of which party or place a line says somebody is, right before the name, where the article has only others there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import read_cast
from summarizer.attribution.sources.vocabulary import OFFICE_WORDS, PERSON_TITLES, ROLE_NOUNS
from summarizer.contract.article import ReadOnce
from summarizer.grounding.checks.alignment import read_words_of
from summarizer.grounding.checks.moved import things
from summarizer.grounding.lines.support import sentence_words
from summarizer.grounding.lines.words import has_capital, holds_name, is_held, names_nobody, sentence_keys, word_key
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.words import read_words, split_forms, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.contract.article import Article
    from summarizer.grounding.checks.alignment import Word

PARTIES = split_forms(read_words("lines")["callings"]["parties"])
_ROLES = ROLE_NOUNS | OFFICE_WORDS | PERSON_TITLES | word_set("words.titles.abbreviated")
_TITLES = frozenset(word.lower() for word in _ROLES)
_RANKS = frozenset({"deputy", "vice", "assistant", "acting", "associate"})
_BODIES = word_set("checks.references.bodies")
_BEFORE = 6  # words before a name that may tell of it
_AFTER = 6  # and after it, in brackets or between commas


class _Calling(NamedTuple):
    """The parties and places that stand right before a person's name."""

    parties: frozenset[str]
    places: frozenset[str]


def wrong_callings(article: Article, clause: str) -> Iterator[tuple[str, str]]:
    """Each person of a clause with the party or place that it gives to them, and the article to others only."""
    for who, one in _read(article, clause):
        known = _known(article).get(who)
        if known is None:
            continue
        for party in one.parties - known.parties if known.parties else ():
            yield who, party
        for place in one.places if known.places else ():
            if place in _BODIES or names_nobody(article, clause, 0, place.capitalize()):
                continue  # "Party chairman"
            everywhere = frozenset().union(*sentence_keys(article))
            is_told = is_held(place, known.places) or has_capital(place, known.places)
            if not is_told and is_held(place, everywhere) and not _is_together(article, who, place):
                yield who, place


def dropped_ranks(article: Article, clause: str) -> Iterator[tuple[str, str]]:
    """Each person of a clause with an office before the name, which the article has with "deputy" before it only."""
    words = read_words_of(clause)
    for thing in things(words):
        who = read_cast(article).fullest(thing.text) if thing.kind == "name" and thing.start else None
        office = words[thing.start - 1].lower
        if who is None or who.kind != "person" or office not in _TITLES or words[thing.start - 2].lower in _RANKS:
            continue
        told = _before_office(article, who.name.rsplit(maxsplit=1)[-1], office)
        if told and told <= _RANKS:
            yield who.name, office


def _before_office(article: Article, surname: str, office: str) -> set[str]:
    """The words right before an office in the sentences that have somebody's surname."""
    found: set[str] = set()
    for words, keys in zip(sentence_words(article), sentence_keys(article), strict=True):
        if holds_name(surname, keys):
            found |= {words[at - 1].lower if at else "" for at, word in enumerate(words) if word.lower == office}
    return found


def _is_together(article: Article, who: str, place: str) -> bool:
    """Whether a sentence has a place right after a person's name: "Moll of Kell"."""
    surname = who.rsplit(maxsplit=1)[-1].lower()
    for sentence in sentence_words(article):
        words = [word.lower for word in sentence]
        for at, word in enumerate(words):
            if word.removesuffix("'s") == surname and any(word_key(w) == place for w in words[at + 1 : at + _AFTER]):
                return True
    return False


@ReadOnce
def _known(article: Article) -> dict[str, _Calling]:
    """What stands right before each person's name, over the whole article."""
    found: dict[str, _Calling] = {}
    for one in sentences_of(article):
        for who, calling in _read(article, article.text[one.start : one.end]):
            known = found.get(who, _Calling(frozenset(), frozenset()))
            found[who] = _Calling(known.parties | calling.parties, known.places | calling.places)
    return found


def _read(article: Article, text: str) -> Iterator[tuple[str, _Calling]]:
    cast, words = read_cast(article), read_words_of(text)
    for thing in things(words):
        inside = [at for at in range(thing.start, thing.end) if words[at].lower in PARTIES]
        start = inside[-1] + 1 if inside else thing.start  # "Kell Liberal Ana Moll"
        name = " ".join(word.text for word in words[start : thing.end])
        who = cast.fullest(name) if thing.kind == "name" and name else None
        if who is None or who.kind != "person" or " " not in who.name:
            continue
        first = start
        while first > max(0, start - _BEFORE) and words[first - 1].lower in _TITLES:
            first -= 1
        before = [word for word in words[max(0, first - 2) : start] if word.kind != "mark"]
        parties = {PARTIES[word.lower] for word in before if word.lower in PARTIES}
        parties |= _parties_after(words, thing.end)
        yield who.name, _Calling(frozenset(parties), _places_before(words, first, start))


def _parties_after(words: Sequence[Word], end: int) -> set[str]:
    """The party that stands behind a name in brackets or between commas: "Moll, a Liberal"."""
    if end >= len(words) or words[end].text not in {"(", ","}:
        return set()
    after = words[end + 1 : end + 1 + _AFTER]
    last = next((at for at, word in enumerate(after) if word.kind == "mark"), 0)
    told = [word.lower for word in after[:last]]
    return {PARTIES[word] for word in told if word in PARTIES} if "and" not in told else set()


def _places_before(words: Sequence[Word], first: int, start: int) -> frozenset[str]:
    """The name right before a title: "Kell" of "Kell Mayor Ana Moll"."""
    if first in (0, start) or words[first - 1].kind != "name" or words[first - 1].lower in PARTIES:
        return frozenset()
    return frozenset({word_key(words[first - 1].text)})
