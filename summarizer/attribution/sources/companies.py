"""Bodies that only a noun tells from a person: "accused Meyer Cranes of haste. The company", "the studio Brenn"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.mentions import BODY_SORTS
from summarizer.attribution.sources.naming import SourceName
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from summarizer.attribution.sources.bodies import BodyNoun
    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Occurrence, Referent
    from summarizer.attribution.sources.phrase import Phrase
    from summarizer.contract.draft import SourceKind

_COMPANIES = word_set("sources.narrower_bodies.company")
_NO_BODIES = vocab.CROWD_NOUNS | vocab.DOCUMENT_NOUNS | vocab.FEATURES
# Before its noun: "the games", "Brenn, a", and "Games" where that opens a sentence.
_DESCRIBED = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?)\s|(?:\A|[\n.?!”\"]\s?)(?=[A-Z][a-z]+\s))((?:[A-Za-z][a-z-]*\s)(?:[a-z][\w-]*\s){0,2}|)\Z"
)
_OF_BODY = re.compile(r"[^.!?\n]*\bits\b")
_MAY_BE_BODIES = BODY_SORTS.keys() | {"single", "name"}
_LONGEST_DESCRIPTION = 50  # characters
_MOST_PLACES = 12


def find_company(index: NameIndex, at: int, wanted: BodyNoun) -> SourceName | None:
    """The name that "the company" at an offset means, where it looked like a person's; None where that is unsure.

    It must be the only such name in its sentence and the one before, with no company beside it, and the article may say
    nothing of it that only a person is.
    """
    sentence = index.prose.sentence_at(at)
    if wanted.noun not in _COMPANIES or wanted.words or sentence <= 0:
        return None
    names = index.within(index.prose.sentence_starts[sentence - 1], at)
    named = [index.referent_of(name) for name in names if not index.prose.is_in_dateline(name.start)]
    near = [who for who in named if who is not None]
    unsure = list(dict.fromkeys(who for who in near if who.sort == "name" and len(who.key_words) > 1))
    has_company = any(who.sort in BODY_SORTS and who.kind == "organization" for who in near)
    if len(unsure) != 1 or has_company or _is_person(index, unsure[0]):
        return None
    return SourceName(unsure[0].name, "organization")


def _is_person(index: NameIndex, who: Referent) -> bool:
    """Whether the article tells of somebody's gender, office or title."""
    is_titled = any(name.lead != name.start for name in who.occurrences)
    return is_titled or bool(index.gender(who)) or bool(index.callings(who).known)


def find_called_so(index: NameIndex, phrase: Phrase) -> SourceName | None:
    """Brenn, for "the studio", where the article calls nobody else so: "the games studio Brenn", "Brenn, a studio"."""
    if phrase.head in _NO_BODIES or phrase.attached is not None or phrase.determiner != "the" or phrase.is_plural:
        return None
    found: dict[str, SourceName] = {}
    at = phrase.start
    for _ in range(_MOST_PLACES):
        at = index.prose.text.rfind(f" {phrase.head}", 0, at)
        if at < 0:
            break
        called = _named_at(index, at + 1, at + 1 + len(phrase.head), set(phrase.words))
        if called is not None:
            found[called.name] = called
    return next(iter(found.values())) if len(found) == 1 else None


def _named_at(index: NameIndex, start: int, end: int, wanted: set[str]) -> SourceName | None:
    """The name beside a noun at these offsets, where all the words wanted stand before the noun."""
    text, noun = index.prose.text, index.prose.text[start:end]
    described = _DESCRIBED.search(text, max(0, start - _LONGEST_DESCRIPTION), start)
    if described is None or text[end : end + 1].isalnum() or not wanted.issubset(described[1].lower().split()):
        return None
    beside: Occurrence | None = None
    if text.endswith(", ", 0, described.start()):
        beside = next(
            (one for one in index.within(described.start() - 3, described.start()) if one.end == described.start() - 2),
            None,
        )
    elif text.startswith(" ", end):
        beside = next((one for one in index.within(end + 1, end + 2) if one.lead == end + 1), None)
    who = index.referent_of(beside) if beside is not None else None
    if who is None or who.sort not in _MAY_BE_BODIES or (who.kind == "person" and _is_person(index, who)):
        return None
    may_be_person = who.kind == "person" and (noun in vocab.HOLDER_NOUNS or vocab.is_personal(noun))
    if may_be_person and _OF_BODY.match(text, beside.end if beside is not None else end) is None:
        return None  # "the builder Poe", but not "toy maker Brenn cut its price"
    kind: SourceKind = "organization" if who.kind == "person" else who.kind
    return SourceName(index.full_name(who) if who.kind != "person" else who.name, kind)
