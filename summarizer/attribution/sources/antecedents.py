"""Finds whom a pronoun, a bare role or "the group" points back at, by gender, kind, distance and who spoke last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import lexicon as lex
from summarizer.attribution.sources.naming import SourceName, loosen
from summarizer.attribution.sources.roles import forms_of, full_noun

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Occurrence, Referent
    from summarizer.attribution.sources.phrase import Phrase

_REACH = 6
_OBLIQUE = (
    " of ",
    " to ",
    " with ",
    " by ",
    " for ",
    " against ",
    " on ",
    " from ",
    " about ",
    " between ",
    " at ",
    " over ",
    " than ",
)
_OBLIQUE_OR_IN = (*_OBLIQUE, " in ")
_APPOSED = frozenset({", a", ", t", *(f", {n}" for n in range(1, 10))})
# "His lawyer, Poe," and "her brother Roe" are not he and not she.
_KIN = re.compile(r"\b(?:his|her)\s(?:[\w’'-]+\s){0,3}([\w’'-]+),?\s\Z")
_WIDE = {
    "group": ("organization", "armed_group", "media"),
    "movement": ("organization", "armed_group"),
    "organization": ("organization", "armed_group", "media"),
    "organisation": ("organization", "armed_group", "media"),
    "militia": ("armed_group",),
    "faction": ("armed_group",),
    "militant": ("armed_group",),
    "rebel": ("armed_group",),
    "company": ("organization", "media"),
    "firm": ("organization",),
    "corporation": ("organization",),
    "charity": ("organization",),
    "foundation": ("organization",),
    "newspaper": ("media",),
    "paper": ("media",),
    "network": ("media",),
    "channel": ("media",),
    "outlet": ("media",),
    "magazine": ("media",),
    "site": ("media",),
    "website": ("media",),
    "publication": ("media",),
    "broadcaster": ("media",),
    "agency": ("government", "media", "organization"),
    "department": ("government",),
    "ministry": ("government",),
    "bureau": ("government",),
    "university": ("organization",),
    "party": ("organization",),
    "union": ("organization",),
    "institute": ("organization",),
    "watchdog": ("organization",),
}
# These nouns must stand in the name, or a body of another name would be taken: "the ministry", "the committee".
_NAMED_ONLY = frozenset(["department", "ministry", "bureau", "university", "party", "union", "institute", "foundation"])


class Speaker(NamedTuple):
    """An earlier attributing mention, and who it was found to be; `head` is its head noun, empty for a name."""

    start: int
    end: int
    sentence: int
    source: SourceName
    referent: Referent | None
    head: str
    plural: bool


Scored = tuple[float, int, "Referent | SourceName | None"]
_NOBODY: Scored = (float("-inf"), -1, None)
_PERSONAL = frozenset(["person", "name", "single"])
_NO_BODIES = _PERSONAL | {"spot", "crowd"}


def _distance(index: NameIndex, sentence: int, other: int) -> float:
    """How far back another sentence lies, a paragraph counting as much as two sentences."""
    return 0.5 * (sentence - other) + 0.5 * (index.blocks[sentence] - index.blocks[other])


# No name further off can have a score above this, its distance taken off.
_HIGHEST = 4.7


def _best(candidates: Iterable[Scored]) -> Scored:
    """The candidate of the highest score, the later one of two alike."""
    return max(candidates, key=_score_and_place, default=_NOBODY)


def _score_and_place(scored: Scored) -> tuple[float, int]:
    return scored[:2]


def _edges(speakers: Sequence[Speaker]) -> set[int]:
    return {edge for speaker in speakers for edge in speaker[:2]}


def find_person(index: NameIndex, at: int, gender: str, speakers: Sequence[Speaker]) -> Referent | SourceName | None:
    """Find whom "he" or "she" at an offset stands for; a SourceName when it is somebody without a name."""
    late = speakers[-8:]
    speaking = _best(_speaking_persons(index, at, gender, late))
    named = _named_person(index, at, gender, late, speaking[0])
    best = _best((named, speaking))
    return best[2] if best[0] >= -_REACH else None


def _named_person(index: NameIndex, at: int, gender: str, speakers: Sequence[Speaker], least: float) -> Scored:
    """The person who is named before an offset and fits best; one of a score below `least` need not be found."""
    here, quoted, spoken = index.sentence_at(at), index.is_quoted(at), _edges(speakers)
    best, sentence, distance = _NOBODY, here, 0.0
    for occurrence in index.before(at, 60):
        if occurrence.sentence != sentence:
            sentence = occurrence.sentence
            distance = _distance(index, here, sentence)
            if distance > _REACH or _HIGHEST - distance < least:
                break
        referent = index.referent_of(occurrence)
        if referent is None or referent.sort not in _PERSONAL:
            continue
        known = index.gender(referent)
        if gender and known and known != gender:
            continue
        is_speaker = occurrence.start in spoken or occurrence.end in spoken or occurrence.lead in spoken
        # A lone capitalised word is a person only if it speaks, or comes back outside of quotations.
        is_lone = referent.sort == "single" and not is_speaker and len(referent.occurrences) == 1
        if is_lone or (referent.sort == "single" and not quoted and index.is_quoted(occurrence.start)):
            continue
        score = _score_person(index, occurrence, referent, known, quoted=quoted) - distance
        # The subject of the same sentence: "Poe will stay, his office said".
        score += 1.0 if occurrence.lead == index.sentence_starts[max(here, 0)] else 0.0
        score += 1.5 if is_speaker else 0.0
        if score > best[0] or (score == best[0] and occurrence.start > best[1]):
            best = (score, occurrence.start, referent)
            least = max(least, score)
    return best


def _speaking_persons(index: NameIndex, at: int, gender: str, speakers: Sequence[Speaker]) -> Iterator[Scored]:
    """Earlier speakers: those who were a pronoun, and those without a name."""
    here = index.sentence_at(at)
    for speaker in speakers:
        referent = speaker.referent
        if speaker.plural or (referent is None and speaker.head not in lex.PERSONS and speaker.head not in lex.TITLES):
            continue
        if referent is not None and referent.sort not in _PERSONAL:
            continue
        distance = _distance(index, here, speaker.sentence)
        if distance > _REACH:
            continue
        known = lex.GENDERS.get(speaker.head, "") if referent is None else index.gender(referent)
        if gender and known and known != gender:
            continue
        # "The nominee" whom no rule could name is most often somebody whom the article names elsewhere.
        nameless = 0.0 if speaker.source.name[:4].lower() == "the " else 1.2
        if speaker is speakers[-1] and " of " in speaker.source.name and speaker.head in lex.TITLES:
            nameless = 2.3  # "the Archbishop of Ostby" is as good as a name
        score = nameless if referent is None else 2.3 if speaker is speakers[-1] else 1.9
        yield score + (0.5 if known else 0.0) - distance, speaker.start, referent or speaker.source


def _score_person(index: NameIndex, occurrence: Occurrence, referent: Referent, gender: str, *, quoted: bool) -> float:
    score = 0.5 if gender else 0.0
    if referent.sort == "single":
        score -= 1.0
    elif referent.sort == "name":
        score -= 0.7
    if not quoted and index.is_quoted(occurrence.start):
        score -= 2.5
    if occurrence is referent.occurrences[0] and index.text[occurrence.end : occurrence.end + 3] in _APPOSED:
        score += 0.8
    before = index.text[max(0, occurrence.lead - 9) : occurrence.lead]
    if before.endswith(_OBLIQUE):
        score -= 0.7
    elif before[-2:-1] in ".”\n" or not before.strip():
        score += 0.8
    if index.text[occurrence.end : occurrence.end + 2] in ("’s", "'s"):
        score -= 0.4
    return score - 2.0 if _is_kin(index.text, occurrence.lead) else score


def _is_kin(text: str, lead: int) -> bool:
    """Whether a name stands after "his lawyer" or "her brother"."""
    low = max(0, lead - 40)
    if text.find("his", low, lead) < 0 and text.find("her", low, lead) < 0:
        return False
    kin = _KIN.search(text, low, lead)
    return kin is not None and kin[1] in lex.PERSONS


def find_by_role(index: NameIndex, phrase: Phrase, speakers: Sequence[Speaker]) -> Referent | SourceName | None:
    """Find the person whom a bare role ("the spokesman", "the Pentagon spokesman") stands for."""
    noun = full_noun(phrase.head)
    wanted = {w.removesuffix("'s").removesuffix("’s") for w in phrase.words} - {"former", "late", "then"}
    gender: str = lex.GENDERS.get(phrase.head, "")
    # "Spokesman" is said of women too.
    gender = "" if gender == "man" and phrase.head.endswith("man") else gender
    here = index.sentence_at(phrase.start)
    # A place or nation that does not fit tells against; any other word may just be put differently.
    proper = {w for w in wanted if w in lex.PLACES or w in lex.ADJECTIVES or w in lex.KNOWN}
    best: tuple[float, Referent] | None = None
    for referent in index.persons_near(forms_of(noun)):
        roles = index.roles(referent)
        if noun not in roles or (gender and index.gender(referent) not in ("", gender)):
            continue
        last = max([o.sentence for o in referent.occurrences if o.start < phrase.start], default=-1)
        last = max([s.sentence for s in speakers[-8:] if s.referent is referent], default=last)
        # Somebody who is named only later comes second to all those whom the reader knows.
        away = _distance(index, here, last) if last >= 0 else 12.0
        score = 3.0 * len(wanted & roles) - 3.0 * len(proper - roles) - 0.7 * len(wanted - roles) - 0.25 * away
        if best is None or score > best[0]:
            best = (score, referent)
    for speaker in reversed(speakers[-8:]):
        if speaker.referent is None and not speaker.plural and full_noun(speaker.head) == noun:
            nearer = -0.25 * _distance(index, here, speaker.sentence)
            if (best is None or nearer > best[0]) and not wanted - set(speaker.source.name.lower().split()):
                return speaker.source
    if best is None or best[0] < (-2.0 if wanted else -6.0):
        return None
    return best[1]


def find_body(index: NameIndex, noun: str, at: int, speakers: Sequence[Speaker]) -> Referent | SourceName | None:
    """Find the body that "the group", "the ministry" or "it" (an empty noun) stands for."""
    late = speakers[-8:]
    speaking = _best(_speaking_bodies(index, noun, at, late))
    named = _named_body(index, noun, at, late, speaking[0])
    best = _best((named, speaking))
    return best[2] if best[0] >= -_REACH else None


def _named_body(index: NameIndex, noun: str, at: int, speakers: Sequence[Speaker], least: float) -> Scored:
    """The body that is named before an offset and fits best; one of a score below `least` need not be found."""
    here, quoted, spoken = index.sentence_at(at), index.is_quoted(at), _edges(speakers)
    kinds = _WIDE.get(noun, ())
    loose = loosen(noun)
    best, sentence, distance = _NOBODY, here, 0.0
    for occurrence in index.before(at, 60):
        if occurrence.sentence != sentence:
            sentence = occurrence.sentence
            distance = _distance(index, here, sentence)
            if distance > _REACH or _HIGHEST - distance < least:
                break
        referent = index.referent_of(occurrence)
        if referent is None or referent.sort in _NO_BODIES:
            continue
        is_place = referent.sort == "place"
        if is_place and index.text[occurrence.start : occurrence.end].isupper() and len(referent.name) > 3:
            continue  # a dateline
        named = bool(loose) and loose in referent.key_words
        if noun and not named and (noun in _NAMED_ONLY or referent.kind not in kinds or is_place):
            continue
        score = (2.0 if named else 0.0) - distance - (1.0 if is_place else 0.0)
        before = index.text[max(0, occurrence.lead - 13) : occurrence.lead].removesuffix("the ")
        # "Professor Poe of the Academy" spoke, and not the Academy.
        ends = occurrence.end in spoken and not before.endswith((" of ", " at ", " from ", " for "))
        score += 1.5 if ends or occurrence.start in spoken or occurrence.lead in spoken else 0.0
        score += 1.0 if noun and sentence == here else 0.0
        score -= 2.5 if not quoted and index.is_quoted(occurrence.start) else 0.0
        before = index.text[max(0, occurrence.lead - 9) : occurrence.lead]
        score -= 0.7 if before.endswith(_OBLIQUE_OR_IN) else 0.0
        if score > best[0] or (score == best[0] and occurrence.start > best[1]):
            best = (score, occurrence.start, referent)
            least = max(least, score)
    return best


def _speaking_bodies(index: NameIndex, noun: str, at: int, speakers: Sequence[Speaker]) -> Iterator[Scored]:
    here = index.sentence_at(at)
    kinds = _WIDE.get(noun, ())
    for speaker in speakers:
        if speaker.source.kind in ("anonymous", "witness", "person"):
            continue
        if noun and speaker.source.kind not in kinds and lex.singular(speaker.head) != noun:
            continue
        # Somebody who has a name is meant rather than words of the headline.
        score = 1.8 if speaker.referent is not None else 0.6
        yield score - _distance(index, here, speaker.sentence), speaker.start, speaker.referent or speaker.source


def find_issuer(index: NameIndex, phrase: Phrase, speakers: Sequence[Speaker]) -> Referent | SourceName | None:
    """Find who put out "the statement": whoever spoke last, or is the subject of the sentence that mentions one."""
    here = index.sentence_at(phrase.start)
    wanted = {loosen(w) for w in phrase.words} - {"official", "uficial", "latist", "latest"}
    spoke = [s for s in speakers[-6:] if s.source.kind not in ("anonymous", "witness", "document")]
    noun = lex.singular(phrase.head)
    for sentence in range(here, max(-1, here - 6), -1):
        for speaker in reversed(spoke):
            if speaker.sentence != sentence:
                continue
            if not wanted or wanted & {loosen(w) for w in speaker.source.name.split()}:
                return speaker.referent or speaker.source
        found = None if wanted or sentence == here else _subject_with(index, sentence, noun)
        if found is not None:
            return found
    return None


def _subject_with(index: NameIndex, sentence: int, noun: str) -> Referent | None:
    """The first body or person named in a sentence that holds a noun ("in a statement")."""
    start, end = index.sentence_starts[sentence], index.sentence_starts[sentence + 1]
    if noun not in index.text[start:end].lower():
        return None
    for occurrence in index.within(start, end):
        referent = index.referent_of(occurrence)
        if referent is not None and referent.sort not in ("spot", "crowd", "single", "place"):
            return referent
    return None


def only_person(index: NameIndex, at: int) -> Referent | None:
    """The person of an article that has named no other one before an offset."""
    known = [r for r in index.persons if r.sort == "person" and r.occurrences[0].start < at]
    return known[0] if len(known) == 1 else None
