"""A company that only "the company" tells from a person: "accused Meyer Cranes of haste. The company denied it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.sources.mentions import BODY_SORTS
from summarizer.attribution.sources.naming import SourceName
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from summarizer.attribution.sources.bodies import BodyNoun
    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Referent

_COMPANIES = word_set("sources.narrower_bodies.company")


def find_company(index: NameIndex, at: int, wanted: BodyNoun) -> SourceName | None:
    """The name that "the company" at an offset means, where it looked like a person's; None where that is unsure.

    It must be the only such name in its sentence and the one before, with no company beside it, and the article may say
    nothing of it that only a person is.
    """
    sentence = index.prose.sentence_at(at)
    if wanted.noun not in _COMPANIES or wanted.words or sentence <= 0:
        return None
    named = [index.referent_of(name) for name in index.within(index.prose.sentence_starts[sentence - 1], at)]
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
