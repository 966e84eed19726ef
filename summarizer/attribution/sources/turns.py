"""Who asks and who answers, and whom a sentence is about: what tells two persons apart who may both be "he"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.roles import begins_with_role
from summarizer.text.words import word_set, wordings

if TYPE_CHECKING:
    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Occurrence, Referent
    from summarizer.attribution.sources.prose import Prose

_ASKED = wordings("sources.wordings.asked")
_ANSWERED = wordings("sources.wordings.answered")
_WENT_ON = wordings("sources.wordings.went_on")
_FINITE_AFTER = wordings("sources.wordings.finite_after")
FRONTING = wordings("sources.wordings.fronting")
# "Poe was asked by host Ann Roe".
_ASKED_BY = re.compile(
    r"\b(?:asked|pressed|questioned|quizzed|grilled|interviewed|challenged)\sby\s(?:[\w’'.-]+\s){0,5}\Z"
)
_ASIDE = re.compile(r",(?:\s(?:\d\d|[a-z]+|who\s[^,.;:“”\"\n]{3,70}),)?|\s\([^()\n]{1,20}\),?")
_HE_OR_SHE = re.compile(r"(?:He|She)\b")
# "Poe's wife, Ann," and "her brother Bob".
_KIN_BEFORE = re.compile(r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur)|[’']s?)\s(?:[\w-]+\s)?([a-z]+),?\s\Z")
_APPOSED_FIRST = re.compile(r"(?:The|A|An|One|His|Her|Their|My|Our)\s[a-z][\w\s’'-]*,\s(?:[a-z]+\s)?")
_OWN_NAME = ("I am ", "I’m ", "I'm ", "name is ", " ‘", " '")
_JUST_SAID = re.compile(r"[”\"’',.]*\s(?:\w+\s)?")  # between a quotation and "he said" or "said he"
_CLOSED = re.compile(r"[”\"]\s(?:[a-z]+\s)?\Z")  # "he" after it, or "said he"
LONGEST_CUE = 16  # characters
_LONGEST_ROLE = 60  # characters
SENTENCES_TO_ANSWER = 3
# "Though he", "But when she": whoever acts behind the comma is meant.
_OPENS_ASIDE = re.compile(
    r"(?:(?:And|But|So|Yet|Even),?\s)?(?:[Tt]hough|[Aa]lthough|[Ww]hile|[Ww]hen|[Oo]nce|[Aa]s|[Bb]ecause|[Ss]ince|[Ii]f"
    r"|[Bb]efore|[Aa]fter)\s\Z"
)
_OWNED_PERSON = re.compile(rf"['’]s?\s(?:[\w-]+\s){{0,3}}?(?:{vocab.any_of(vocab.PERSON_NOUNS)})\b")
_OWNED_FIRST = re.compile(r"(?:The\s)?[A-Z][\w-]*(?:\s[A-Z][\w-]*)?['’]s?\s(?:[a-z-]+\s){1,3}")
_GOES_ON = re.compile(r",\s(?:s?he|his|her)\b")
_SAYS = re.compile(rf"S?[Hh]e\s(?:\w+ly\s|also\s|has\s|had\s)?(?:{vocab.any_of(word_set('sources.relays.says'))})\b")
_OWNERS = {"man": "his ", "woman": "her "}
_OWNERS_THEMSELVES = {"man": ("He ", "His "), "woman": ("She ", "Her ")}


def is_answered(text: str, start: int, end: int, at: int) -> bool:
    """Whether somebody with a mention from `start` to `end` asks, and "he" or "she" at another offset answers."""
    if _ANSWERED.match(text, at) is None:
        return False
    return _ASKED.match(text, end) is not None or (
        _ASKED_BY.search(text, max(0, start - _LONGEST_ROLE), start) is not None
    )


def goes_on(text: str, at: int) -> bool:
    """Whether "he" or "she" at an offset has spoken before: "she added"."""
    return _WENT_ON.match(text, at) is not None


def is_kin(text: str, at: int) -> bool:
    """Whether a name at an offset is given as that of somebody's kin or helper: "Poe's wife, Ann,", "her cook Bob"."""
    kin = _KIN_BEFORE.search(text, max(0, at - _LONGEST_ROLE), at)
    return kin is not None and (kin[1] in vocab.GENDERS or kin[1] in vocab.HOLDER_NOUNS)


def is_of_owner(prose: Prose, kin: int, at: int, gender: str, *, is_told: bool) -> bool:
    """Whether "she" at an offset is who has the kin of an offset above: "Her son said it.\n\nShe was rich. She knew".

    The paragraph goes on with her, and not with what he said, where its first sentence says nothing (`is_told` where
    the offset itself stands in it).
    """
    if gender not in _OWNERS or not prose.text[kin : kin + 4].lower().startswith(_OWNERS[gender]):
        return False
    first = prose.sentence_at(at)
    block = prose.block_of(first)
    if prose.block_of(prose.sentence_at(kin)) == block:
        return False
    while first and prose.block_of(first - 1) == block:
        first -= 1
    start = prose.sentence_starts[first]
    return (start < at or is_told) and prose.text.startswith(_OWNERS_THEMSELVES[gender], start)


def is_owned_first(prose: Prose, name: Occurrence) -> bool:
    """Whether a sentence begins with whose somebody is and what, and then the name: "Ostby's young keeper Ann Poe"."""
    start = prose.sentence_starts[name.sentence]
    is_near = start < name.lead <= start + _LONGEST_ROLE
    return is_near and _OWNED_FIRST.fullmatch(prose.text, start, name.lead) is not None


def is_topic(prose: Prose, name: Occurrence) -> bool:
    """Whether a sentence begins with "As for Poe," and goes on with "he" or "she"."""
    start = prose.sentence_starts[name.sentence]
    return (
        prose.text.startswith("As for ", start)
        and name.lead == start + 7
        and bool(_GOES_ON.match(prose.text, name.end))
    )


def tells_on(prose: Prose, speaker: int, at: int, gender: str) -> bool:
    """Whether "he" at an offset opens a paragraph that tells more of him of whom the paragraph above has told.

    There somebody without a name spoke of him, at another offset: "He was born in May. The critic called him late".
    """
    own = _OWNERS_THEMSELVES.get(gender)
    here, there = prose.sentence_at(at), prose.sentence_at(speaker)
    block = prose.block_of(there)
    if own is None or prose.block_of(here) != block + 1 or prose.block_of(here - 1) != block:
        return False
    if prose.sentence_starts[here] != at or _SAYS.match(prose.text, at) is not None:
        return False
    first = there
    while first and prose.block_of(first - 1) == block:
        first -= 1
    return any(prose.text.startswith(own, prose.sentence_starts[one]) for one in range(first, there))


def is_apposed_first(prose: Prose, name: Occurrence) -> bool:
    """Whether a sentence begins with what its first name is: "The keeper in charge, Ann Poe,"."""
    start = prose.sentence_starts[name.sentence]
    is_closed = prose.text.startswith(", ", name.end) and name.lead - start < _LONGEST_ROLE
    return is_closed and _APPOSED_FIRST.fullmatch(prose.text, start, name.lead) is not None


def is_in_own_words(prose: Prose, name: Occurrence, at: int) -> bool:
    """Whether "he" or "she" at an offset speaks of who bears a name: "Poe, she said, left", "“Poe is out,” he said"."""
    text = prose.text
    if text[name.end : at] == ", ":
        return True
    around = None if prose.is_quoted(at) else prose.quotation_around(name.start)
    is_called = text.endswith(_OWN_NAME, 0, name.lead)  # "“‘Ann Poe,’ he said to me,” she told"
    if around is None or around[1] > at or is_called:
        return False
    return _JUST_SAID.fullmatch(text, around[1], at) is not None


def start_of_statement(prose: Prose, at: int) -> int:
    """Where the quotation begins that ends right before "he said" at an offset; else that offset."""
    if prose.text[at : at + 1].isupper():
        return at  # "“It is late.” He said that"
    closed = _CLOSED.search(prose.text, max(0, at - LONGEST_CUE), at)
    around = prose.quotation_around(closed.start()) if closed is not None and not prose.is_quoted(at) else None
    return at if around is None else around[0]


def leads_on(prose: Prose, sentence: int) -> bool:
    """Whether the next sentence goes on with one, in its paragraph or with a quotation to which it leads."""
    if prose.block_of(sentence) == prose.block_of(sentence + 1):
        return True
    start, following = prose.sentence_starts[sentence : sentence + 2]
    return prose.text[following] in '“"' and not prose.is_quoted(start)


def opens_sentence(index: NameIndex, sentence: int, at: int) -> bool:
    """Whether "He" opens its sentence, or follows words that only lead to it: "Asked of the flood, he"."""
    text, start = index.prose.text, index.prose.sentence_starts[sentence]
    if text[start] in '“"' and start_of_statement(index.prose, at) == start:
        return True  # "“I saw it,” he said."
    if start == at:
        return _HE_OR_SHE.match(text, start) is not None
    return text.endswith(", ", start, at) and all(name.lead == start for name in index.within(start, at))


def is_followed_by_verb(text: str, end: int) -> bool:
    """Whether a verb follows a name that ends at an offset: the name is its subject."""
    return _FINITE_AFTER.match(text, end) is not None


def is_subject(text: str, end: int) -> bool:
    """Whether a verb follows a name that ends at an offset, or an aside after it: "Poe, 44, left", "Poe (R) left"."""
    aside = _ASIDE.match(text, end)
    return is_followed_by_verb(text, aside.end() if aside is not None else end)


def is_fronted_subject(index: NameIndex, name: Occurrence) -> bool:
    """Whether a name is the subject after words that lead to it: "Despite the storm, Mr. Poe has not left"."""
    text, start = index.prose.text, index.prose.sentence_starts[name.sentence]
    subject = text.rfind(", ", start, name.lead) + 2
    if subject < start + 2 or _FINITE_AFTER.match(text, name.end) is None:
        return False
    if subject != name.lead and not begins_with_role(index.prose, name, subject):
        return False
    return FRONTING.match(text, start) is not None


def begins(prose: Prose, name: Occurrence) -> bool:
    """Whether a name begins its sentence or a quotation, and is not that of whom the one meant there belongs to."""
    text = prose.text
    if text[name.end : name.end + 1] in ("’", "'") and _OWNED_PERSON.match(text, name.end) is not None:
        return False  # "Poe's lawyer, Roe, said"
    if is_apposed_first(prose, name) or is_owned_first(prose, name):
        return True
    return text[max(0, name.lead - 2) : name.lead].strip() in ("", ".", "”") or begins_with_role(prose, name)


def opens(index: NameIndex, name: Occurrence) -> bool:
    """Whether a name is what its sentence begins with, if behind words that only lead to it."""
    return begins(index.prose, name) or is_fronted_subject(index, name)


def find_ahead(index: NameIndex, at: int, gender: str) -> Referent | None:
    """Whom the "he" or "she" of a clause that opens the sentence means: Poe, in "Though he once said so, Poe left"."""
    prose = index.prose
    here = prose.sentence_at(at)
    start = prose.sentence_starts[here] if here >= 0 else at
    if _OPENS_ASIDE.match(prose.text[start:at]) is None or prose.is_quoted(at):
        return None
    end = prose.sentence_starts[here + 1] if here + 1 < len(prose.sentence_starts) else len(prose.text)
    for name in index.within(at, end):
        opened = prose.text.rfind(", ", at, name.lead) + 2
        is_opened = opened > at + 1 and (opened == name.lead or begins_with_role(prose, name, opened))
        if is_opened and is_subject(prose.text, name.end) and not prose.is_quoted(name.start):
            person = index.referent_of(name)
            is_person = person is not None and person.sort in vocab.PERSONAL_SORTS
            return person if person is not None and is_person and index.gender(person) in ("", gender) else None
    return None
