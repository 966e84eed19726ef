"""Finds who "the 56-year-old" is: the only one of that age, or who was spoken of last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources.antecedents import Anaphor
from summarizer.attribution.sources.mentions import Referent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.standing import Speaker

AGE = re.compile(r"\d\d-year-old")
_AGE_AFTER = re.compile(r",?\s\(?(\d\d)\b")
_MOST_NAMES = 60  # before a mention


def find_aged(index: NameIndex, age: str, at: int, speakers: Sequence[Speaker]) -> Referent | None:
    """Find whom an age of two digits at an offset tells of; None where nobody of another age, or several, may be it."""
    of_age = [person for person in index.persons if age in _ages(index, person, at)]
    if len(of_age) == 1:
        return of_age[0]
    anaphor = Anaphor(index, at, speakers)
    found = anaphor.find_person("")
    if not isinstance(found, Referent) or not anaphor.here.is_alone(found) or not _is_nearest(index, found, at):
        return None
    ages = _ages(index, found, len(index.prose.text))
    return found if not ages or age in ages else None


def _ages(index: NameIndex, person: Referent, before: int) -> set[str]:
    """The ages that the article gives a person before an offset."""
    named = (name for name in person.occurrences if name.end < before)
    return {age[1] for name in named if (age := _AGE_AFTER.match(index.prose.text, name.end)) is not None}


def _is_nearest(index: NameIndex, person: Referent, at: int) -> bool:
    """Whether nobody else has been named by more than a lone word since a person was, but in quotations."""
    for name in index.before(at, _MOST_NAMES):
        who = index.referent_of(name)
        if who is person:
            return True
        is_person = name.sort in ("person", "name") and who is not None and who.kind == "person"
        if is_person and not index.prose.is_quoted(name.start):
            return False
    return False
