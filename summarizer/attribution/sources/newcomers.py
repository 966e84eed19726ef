"""Somebody without a name with whom a sentence begins: "My mother", "One passenger, a nurse,", "The inspector"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution import tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.naming import SourceName
from summarizer.attribution.sources.turns import FRONTING, is_followed_by_verb
from summarizer.text.words import word_set, wordings

if TYPE_CHECKING:
    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Referent
    from summarizer.attribution.sources.prose import Prose
    from summarizer.attribution.sources.vocabulary import Gender
    from summarizer.contract.draft import SourceKind

_UNNAMED = re.compile(
    rf"(?P<determiner>A|One|My|Our|His|Her|Their|(?:[A-Z][\w-]*\s|The\s(?:[a-z-]+\s)?)?[\w-]+(?:['’]s|s['’]))"
    rf"\s(?:[a-z-]+\s){{0,2}}?(?P<noun>{vocab.any_of(vocab.GENDERS)})\b"
    r"(?![’'-]|,?\s[A-Z])"
)
_DETERMINERS = frozenset({"A", "One", "My", "Our", "His", "Her", "Their", "The"})
# "One, a nurse called Ines, laughed", "Another of them, Ines Moll, shrugged", "One passenger, a nurse, left", and
# "A spokesman for Ms. Roe, Ines Moll, disagreed".
_NEWCOMER = re.compile(
    r"(?P<words>(?:One|Another|An?)(?:\sof\s(?:them|those|the\s[a-z-]+))?(?:\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z-]+))?)"
    r"(?:\s(?:for|of|at|from|with)\s(?:(?:Mr|Mrs|Ms|Dr)\.\s)?[^,.;“”\"\n]{2,50})?,\s(?!wh)(?P<told>[^,.;“”\"\n]{2,40}),\s[a-z]+ed\b"
)

_OPENING = re.compile(
    r"(?P<mention>(?P<determiner>[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s"
    r"(?:(?:[a-z-]+\s)?[a-z-]+['’]s?\s)?|(?:(?:Last|This)\s)?[A-Z]?[a-z-]+['’]s?\s)"
)
_LED_BY = re.compile(r"(?:And|But|Yet)\s|[A-Z][^,;:“”\"\n–—-]{1,40},\s")
_WORD = re.compile(r"([a-z][a-z-]*)(?=(?:\s|,\s(?![A-Z])))\s?")
_PERSONS = vocab.HOLDER_NOUNS | word_set("sources.persons.subjects")
_MOST_WORDS = 5  # of "the young head of"
_NAMED_BEHIND = re.compile(r"\s?(?:(?:is\s|was\s)?[A-Z]|and\b|or\b)")
_COMPLEMENT = re.compile(r"\s(?:of|for|at|from)\s\w")
_APPOSED = re.compile(r"(?:[^,.;:“”\"\n]|(?<=\b(?:Mr|Ms|Dr))\.)*,\s(?!who)")  # "One passenger, a nurse, left"
_NEXT_WORD = re.compile(r"\s([a-z]+)")
_WHO = (" who ", ", who ")
_NO_PERSON = ("source", " of ")
_WORDS_OF_COMPLEMENT = re.compile(r"[\w’'-]+")
_LONGEST_COMPLEMENT = 50  # characters
_REACTS = wordings("sources.wordings.reacting")
_OWN = re.compile(r"\b(his|her)\b")
_GENDERS_OF_OWNERS: dict[str, Gender] = {"his": "man", "her": "woman"}
_LONGEST_SUBJECT = 80  # characters from its noun to what it does


class Subject(NamedTuple):
    """Somebody with whom a sentence begins: where, of which gender, and whether they do what calls for their words.

    `is_bare` says that only "the candidate" stands there, which may be anybody named before.
    """

    start: int
    end: int
    gender: Gender
    reacts: bool
    is_bare: bool


def find_subject(prose: Prose, sentence: int) -> Subject | None:
    """Find who begins a sentence and is called by no name: "The inspector", "One of the nurses"."""
    start, end = prose.sentence_starts[sentence : sentence + 2]
    led = _LED_BY.match(prose.text, start, end)
    is_led = led is not None and (led[0][-2] != "," or FRONTING.match(led[0]) is not None)
    opening = _OPENING.match(prose.text, led.end() if led is not None and is_led else start, end)
    if opening is None or prose.is_quoted(start):
        return None
    at, noun, past = opening.end(), "", 0
    for _ in range(_MOST_WORDS):
        word = _WORD.match(prose.text, at, end)
        is_person = word is not None and (word[1] in _PERSONS or vocab.is_personal(word[1]))
        if word is None or (noun and not is_person):
            break
        at = word.end()
        if is_person and vocab.singular(word[1]) == word[1] and word[1] not in vocab.CROWD_NOUNS:
            noun, past = word[1], word.end(1)
    if not noun or _NAMED_BEHIND.match(prose.text, at):
        return None
    closed = _past_complement(prose.text, past, end)
    reaction = _reaction(prose.text, past, end)
    is_told_of = closed > past or prose.text.startswith(_WHO, past) or _is_verb_next(prose.text, past)
    if reaction is None and not is_told_of:
        return None  # "A vice president pick, Ann Poe, left"
    is_apposed = _APPOSED.match(prose.text, past, reaction.start() if reaction is not None else end) is not None
    if is_apposed or (noun, prose.text[past : past + 4]) == _NO_PERSON:
        return None
    own = {_GENDERS_OF_OWNERS[one] for one in _OWN.findall(prose.text, past, end)}
    gender = vocab.GENDERS.get(noun) or (own.pop() if len(own) == 1 else "")
    is_bare = opening["mention"].lower() == "the " and closed == past
    return Subject(opening.start("mention"), closed, gender, reaction is not None, is_bare)


def _is_verb_next(text: str, end: int) -> bool:
    word = _NEXT_WORD.match(text, end)
    is_past = word is not None and load_lexicon().tags.get(word[1], "") in tags.PAST_OR_ED_FORM
    return is_past or is_followed_by_verb(text, end)


def reacts(text: str, start: int, end: int) -> bool:
    """Whether the words behind a subject tell what calls for its words: "disagreed", "shook her head"."""
    return _reaction(text, start, end) is not None


def _reaction(text: str, start: int, end: int) -> re.Match[str] | None:
    return _REACTS.search(text, start, min(end, start + _LONGEST_SUBJECT))


def _past_complement(text: str, start: int, end: int) -> int:
    """Where "of the guild" ends behind a noun at an offset, before a verb; the same offset where none follows."""
    if _COMPLEMENT.match(text, start) is None:
        return start
    ends = (word.end() for word in _WORDS_OF_COMPLEMENT.finditer(text, start, min(end, start + _LONGEST_COMPLEMENT)))
    return next((one for one in ends if is_followed_by_verb(text, one)), start)


def find_unnamed(prose: Prose, start: int, end: int, gender: str) -> SourceName | None:
    """Who has no name and is of a gender, and begins the sentence from `start` on: "My mother is 86, but she says".

    That holds of whom somebody has, too: "Poe's wife wept. “He was kind,” she said".
    """
    opening = _UNNAMED.match(prose.text, start, end)
    if opening is None or vocab.GENDERS[opening["noun"]] != gender:
        return None
    kind: SourceKind = "anonymous" if opening["determiner"] in ("A", "One") else "person"
    first = opening[0].partition(" ")[0]
    return SourceName(first.lower() + opening[0][len(first) :] if first in _DETERMINERS else opening[0], kind)


def find_newcomer(index: NameIndex, start: int, end: int) -> Referent | SourceName | None:
    """Who begins the sentence from `start` on, by the name that an apposition tells, or by their own words."""
    opening = _NEWCOMER.match(index.prose.text, start, end)
    if opening is None:
        return None
    noun = opening["noun"]
    if noun is not None and not (vocab.is_personal(noun) or noun in vocab.HOLDER_NOUNS):
        return None
    named = [name for name in index.within(*opening.span("told")) if name.sort in vocab.PERSONAL_SORTS]
    if named and (who := index.referent_of(named[-1])) is not None:
        return who
    return SourceName(opening["words"][0].lower() + opening["words"][1:], "anonymous")
