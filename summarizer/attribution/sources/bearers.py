"""Who bears the office, the state or the party that stands between commas after a name: "Ann Poe, R-Fla., said"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.roles import begins_with_role
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Occurrence, Referent

_LONGEST_OFFICES = 160
_PARTISANS = vocab.any_of(word_set("sources.callings.parties") & vocab.PERSON_NOUNS)
_OF_PARTY = re.compile(rf"[RDIL]-[A-Z]|(?i:{_PARTISANS})\sof\s[A-Z]")
_ROLE = re.compile(rf"(?:the|an?)\s(?:[\w’'-]+\s){{0,3}}?(?:{vocab.any_of(vocab.HOLDER_NOUNS)})\b")
_FULL = frozenset({"person", "name"})
_BEFORE_TOWNS = (" from ", " in ", " of ", " near ", " at ", " outside ")
# "Ann Poe, Commissioner for Health, ", of which each word is a capitalised one or joins two.
_OFFICES_BEFORE = re.compile(r"(?:(?:[A-Z][\w.’'&-]*|of|for|and|the|&)(?:, |\s))+")


def bearer_before(index: NameIndex, at: int) -> Referent | None:
    """The person of whom words at an offset, after a comma, tell a role, an office, a state or a party."""
    if not index.prose.text[at].isupper():
        return _bearer_of_role(index, at)
    return _bearer_of_offices(index, at) or _bearer_of_party(index, at) or _bearer_of_state(index, at)


def _bearer_of_role(index: NameIndex, at: int) -> Referent | None:
    """Ann Poe, for "the editor of the weekly paper" of "Ann Poe, the editor of the weekly paper, Roe & Sons, said"."""
    if _ROLE.match(index.prose.text, at) is None:
        return None
    last = next((name for name in reversed(index.within(max(0, at - 60), at)) if name.end == at - 2), None)
    if last is None or last.sort not in _FULL or not begins_with_role(index.prose, last):
        return None
    return _person(index, last)


def _bearer_of_offices(index: NameIndex, at: int) -> Referent | None:
    """Ann Poe, for the offices and the body after "Ann Poe, President, " at the beginning of a sentence."""
    text = index.prose.text
    start = index.prose.sentence_starts[index.prose.sentence_at(at)]
    if at - start > _LONGEST_OFFICES or _OFFICES_BEFORE.fullmatch(text, start, at) is None:
        return None
    name = next(iter(index.within(start, start + 1)), None)
    if name is None or name.sort == "single" or text[name.end : name.end + 2] != ", ":
        return None
    after = text[name.end + 2 : at] or text[at : at + 40]
    is_office = any(word.strip(",").lower() in vocab.HOLDER_NOUNS for word in after.split())
    return _person(index, name) if is_office else None


def _bearer_of_party(index: NameIndex, at: int) -> Referent | None:
    """Ann Poe, for "R-Fla." of "Ann Poe, R-Fla., said", and for "Republican of Ohio" in the same place."""
    if _OF_PARTY.match(index.prose.text, at) is None:
        return None
    last = next((name for name in reversed(index.within(max(0, at - 60), at)) if name.end == at - 2), None)
    return _person(index, last) if last is not None else None


def _bearer_of_state(index: NameIndex, at: int) -> Referent | None:
    """Ann Poe, for "Fla." of "Ann Poe, 44, a voter from Ostby, Fla., said"."""
    state = next(iter(index.within(at, at + 1)), None)
    if state is None or state.sort != "short":
        return None
    start = max(index.prose.sentence_starts[state.sentence], at - _LONGEST_OFFICES)
    for name in reversed(index.within(start, at)):
        is_apposed_to = index.prose.text[name.end : name.end + 2] == ", " and name.end < at - 2
        if is_apposed_to and name.sort in _FULL and not index.prose.text.endswith(_BEFORE_TOWNS, 0, name.lead):
            return _person(index, name)
    return None


def _person(index: NameIndex, name: Occurrence) -> Referent | None:
    bearer = index.referent_of(name) if name.sort in vocab.PERSONAL_SORTS else None
    return bearer if bearer is not None and bearer.kind == "person" else None
