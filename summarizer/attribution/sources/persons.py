"""Joins the forms of a person's name, and tells who is a woman, a man, or no person at all."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from summarizer.attribution.sources import lexicon as lex
from summarizer.attribution.sources.naming import plain

if TYPE_CHECKING:
    from summarizer.attribution.sources.mentions import Referent

_GENDERED = frozenset(f"{word}{mark}" for word in lex.GENDERS for mark in ("", ".", ","))
_OF_MEN = frozenset({"he", "his", "him", "himself"})
_PERSONAL = frozenset({"person", "name", "single", "spot"})
_PRONOUN = re.compile(r"\b(?:he|his|him|himself|she|her|herself|its)\b|[”“\"\n]")
_SITE = re.compile(
    r"\s(?:mine|pit|dam|bridge|plant|shaft|colliery|quarry|tunnel|reactor|refinery|port|valley|river|road)\b"
)
_SAID_IT = re.compile(r"\s(?:said|says|announced|announces|indicated|confirmed|added)\s(?:that\s)?it\b")


def join_persons(text: str, referents: dict[str, Referent]) -> tuple[list[Referent], dict[int, Referent]]:
    """Join the forms of one person's name: fuller names with each other, then single words with their full name.

    Gives the persons, and by its start whom each use of a surname means that several persons bear.
    """
    shared: dict[int, Referent] = {}
    by_surname: dict[str, list[str]] = {}
    singles: list[str] = []
    for key, referent in referents.items():
        if referent.sort not in _PERSONAL:
            continue
        words = referent.key_words
        if len(words) < 2:
            singles.append(key)
            continue
        _join_full(referents, by_surname.setdefault(_surname(words), []), key)
    by_first: dict[str, list[str]] = {}
    for keys in by_surname.values():
        for key in keys:
            by_first.setdefault(referents[key].key_words[0], []).append(key)
    for key in singles:
        full = by_surname.get(key) or by_first.get(key)
        if full and (key in by_surname or not _names_site(text, referents[key])):
            shared |= _split_single(text, referents, key, full)
    unique = {id(r): r for r in referents.values() if r.sort in ("person", "name", "single")}
    for referent in unique.values():
        referent.occurrences.sort()
        _tell_from_bodies(text, referent)
    return [referent for referent in unique.values() if referent.kind == "person"], shared


def _names_site(text: str, single: Referent) -> bool:
    """Whether a lone name stands before the word for a place: "the Tarrin mine" is no first name."""
    return any(_SITE.match(text, occurrence.end) for occurrence in single.occurrences[:8])


def _surname(words: list[str]) -> str:
    last = words[-1]
    return words[-2] if last in ("jr", "sr", "ii", "iii") and len(words) > 2 else last


def _join_full(referents: dict[str, Referent], known: list[str], key: str) -> None:
    """Join a full name with an earlier one of the same surname if they can be one person's."""
    new = referents[key]
    for other in known:
        old = referents[other]
        if old is new or not same_person(other.split(), key.split()):
            continue
        if len(key.split()) > len(old.name.split()) and same_word(key.split(maxsplit=1)[0], old.key_words[0]):
            old.name = new.name if len(set(key.split())) == len(key.split()) else old.name
        old.sort = "person" if "person" in (old.sort, new.sort) else old.sort
        old.occurrences += new.occurrences
        referents[key] = old
        return
    known.append(key)


def same_person(one: list[str], two: list[str]) -> bool:
    """Whether the shorter name's words stand in the longer one in order, initials and short forms allowed."""
    short, full = (one, two) if len(one) <= len(two) else (two, one)
    if _surname(short) != _surname(full):
        return False
    at = 0
    for word in short:
        while at < len(full) and not same_word(word, full[at]):
            at += 1
        if at == len(full):
            return False
        at += 1
    return True


def same_word(one: str, two: str) -> bool:
    if one == two:
        return True
    low, high = (one, two) if len(one) < len(two) else (two, one)
    return high.startswith(low) and (len(low) == 1 or len(low) >= 3)


def _split_single(text: str, referents: dict[str, Referent], key: str, full: list[str]) -> dict[int, Referent]:
    """Give each occurrence of a surname or first name to the bearer whom it most likely means."""
    single = referents[key]
    bearers = list({id(referents[k]): referents[k] for k in full}.values())
    if len(bearers) == 1:
        bearers[0].occurrences += single.occurrences
        bearers[0].sort = "person"
        referents[key] = bearers[0]
        return {}
    starts = [(b, [o.start for o in b.occurrences]) for b in bearers]
    counts = {id(b): len(b.occurrences) for b in bearers}
    most = max(counts.values())
    meant: dict[int, Referent] = {}
    for occurrence in single.occurrences:
        gender = lex.GENDERS.get(text[occurrence.lead : occurrence.start].lower().strip(" ."), "")
        for bearer in bearers if gender else ():
            _tell_from_bodies(text, bearer)
        best = max(
            starts,
            key=lambda item: (
                not gender or gender_of(text, item[0]) in ("", gender),
                # Beside the one whom the article is about, another bearer gets the first name each time.
                3 * counts[id(item[0])] > most and _is_near(item[1], occurrence.start),
                counts[id(item[0])],
            ),
        )[0]
        meant[occurrence.start] = best
    for occurrence in single.occurrences:
        meant[occurrence.start].occurrences.append(occurrence)
    referents[key] = max(bearers, key=lambda b: len(b.occurrences))
    return meant


def _is_near(starts: list[int], at: int) -> bool:
    """Whether one of the places stands shortly before `at`: a surname repeats the full name just given."""
    before = bisect_left(starts, at)
    return before > 0 and at - starts[before - 1] < 250


def gender_of(text: str, person: Referent) -> str:
    """The gender that titles, roles, the first name or else pronouns tell, empty when nothing does."""
    women, men = _votes_by_titles(text, person)
    if women == men:
        more_women, more_men, _ = _votes_by_pronouns(text, person)
        women, men = women + more_women, men + more_men
    return "" if women == men else "woman" if women > men else "man"


def _votes_by_titles(text: str, person: Referent) -> tuple[int, int]:
    """How often titles, roles and the first name tell a woman and a man."""
    votes = {"woman": 0, "man": 0, "": 0}
    first = plain(person.name.split(maxsplit=1)[0]) if person.name.strip() else ""
    votes[lex.FIRST_NAMES.get(first, "")] += 2
    before = [text[max(0, lead - 16) : start].lower() for start, _, lead, *_ in person.occurrences[:12]]
    for stretch in before if not _GENDERED.isdisjoint(" ".join(before).split()) else ():
        words = stretch.split()[-3:]
        for word in words if not _GENDERED.isdisjoint(words) else ():
            word = word.strip(".,")  # noqa: PLW2901  only the bare word is wanted
            if word in lex.GENDERS:
                votes[lex.GENDERS[word]] += 1 if word.endswith("man") else 3
    return votes["woman"], votes["man"]


def _votes_by_pronouns(text: str, person: Referent) -> tuple[int, int, int]:
    """How many of the pronouns that follow a name shortly tell a woman, a man and a body."""
    women = men = bodily = 0
    for occurrence in person.occurrences[:4]:
        if _SAID_IT.match(text, occurrence.end):
            bodily += 1
            continue
        match = _PRONOUN.search(text, occurrence.end, occurrence.end + 110)
        if match is None:
            continue
        word = match.group()
        if word == "its":
            bodily += 1
        elif word in _OF_MEN:
            men += 1
        elif word.isalpha():
            women += 1
    return women, men, bodily


def _tell_from_bodies(text: str, name: Referent) -> None:
    """Make a place or a body of a name that only "its" follows, or that stands after "in"."""
    is_place = name.sort == "single" and "spot" in [o.sort for o in name.occurrences]
    if not is_place and (name.sort == "person" or not _may_be_it(text, name)):
        return
    women, men = _votes_by_titles(text, name)
    if women or men:
        return
    women, men, bodily = _votes_by_pronouns(text, name)
    if women or men:
        return
    if is_place:
        name.sort, name.kind = "place", "government"
    elif bodily:
        name.sort = name.kind = "organization"


def _may_be_it(text: str, name: Referent) -> bool:
    """A cheap look at whether "said it" or "its" can follow a name."""
    ends = [o.end for o in name.occurrences[:4]]
    return any(text.find("its", end, end + 110) >= 0 or text.find("it", end, end + 20) >= 0 for end in ends)
