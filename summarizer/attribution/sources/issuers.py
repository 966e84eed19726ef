"""Finds who put out "the statement" or wrote "the letter" that the text mentioned before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.naming import loosen
from summarizer.attribution.sources.roles import begins_with_role
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from summarizer.attribution.sources.antecedents import Anaphor
    from summarizer.attribution.sources.candidates import Who
    from summarizer.attribution.sources.mentions import Referent
    from summarizer.attribution.sources.phrase import Phrase

_UNSAID = frozenset(map(loosen, word_set("sources.words.unsaid_of_documents")))
_SENT = word_set("sources.documents.sent")
_SENDING = re.compile(rf"\b(?:{vocab.any_of(word_set('sources.words.sending'))})\b")
# "An email was sent to members by the director, Ann Poe".
_SENT_BY = re.compile(
    rf"\b(?:was|were|been|being)\s(?:\w+\s)?(?:{vocab.any_of(word_set('sources.words.sending'))})\s(?:[^.;]*?\s)?(?:by|from)\s"
)
_GIVEN = r"\s(?:has\s|had\s)?(?:provided|issued|released|gave|given)\s(?:an?|this|the)\s(?:[a-z-]+\s){{0,2}}?{noun}\b"
_LONGEST_ROLE = 60  # characters
_UNSURE = frozenset({"spot", "crowd", "single", "place"})
_REACH = 6  # sentences
_REACH_OF_LETTERS = 10  # sentences


def find_issuer(anaphor: Anaphor, phrase: Phrase) -> Who | None:
    """Find who put out "the statement": whoever spoke last, or is the subject of the sentence that mentions it."""
    wanted = {loosen(word) for word in phrase.words} - _UNSAID
    noun = vocab.singular(phrase.head)
    sent = _sentence_of_sending(anaphor, noun) if noun in _SENT and not wanted else None
    if sent is not None:
        return _sender(anaphor, sent)
    for sentence in range(anaphor.here.sentence, max(-1, anaphor.here.sentence - _REACH), -1):
        giver = None if wanted or sentence == anaphor.here.sentence else _giver(anaphor, sentence, noun)
        if giver is not None:
            return giver
        for speaker in reversed(anaphor.here.speakers[-6:]):
            if speaker.sentence != sentence or speaker.source.kind in ("anonymous", "witness", "document"):
                continue
            if not wanted or not wanted.isdisjoint(map(loosen, speaker.source.name.split())):
                return speaker.who
        found = None if wanted or sentence == anaphor.here.sentence else _subject_with(anaphor, sentence, noun)
        if found is not None:
            return found
    return None


def _sentence_of_sending(anaphor: Anaphor, noun: str) -> int | None:
    """The last sentence before in which somebody sends or writes what a noun stands for: "Poe sent them a letter"."""
    prose = anaphor.here.prose
    for sentence in range(anaphor.here.sentence - 1, max(-1, anaphor.here.sentence - _REACH_OF_LETTERS), -1):
        start, end = prose.sentence_starts[sentence : sentence + 2]
        if noun in prose.text[start:end].lower() and _SENDING.search(prose.text, start, end) is not None:
            return sentence
    return None


def _sender(anaphor: Anaphor, sentence: int) -> Who | None:
    """Who speaks in a sentence or is its subject; None where that is not one alone: "Poe and Roe sent a letter"."""
    start, end = anaphor.here.prose.sentence_starts[sentence : sentence + 2]
    named = anaphor.here.index.within(start, end)
    by = _SENT_BY.search(anaphor.here.prose.text, start, end)
    if by is not None:
        agents = (
            anaphor.here.index.referent_of(name) for name in named if by.end() <= name.start < by.end() + _LONGEST_ROLE
        )
        return next((who for who in agents if who is not None and who.sort in ("person", "name")), None)
    if len(named) > 1 and anaphor.here.prose.text.startswith(" and ", named[0].end):
        return None
    speaking = next((one for one in anaphor.here.speakers if one.sentence == sentence and not one.plural), None)
    if speaking is not None:
        return speaking.who
    who = anaphor.here.index.referent_of(named[0]) if named else None
    is_sure = who is not None and who.sort not in _UNSURE and begins_with_role(anaphor.here.prose, named[0])
    return who if is_sure else None


def _giver(anaphor: Anaphor, sentence: int, noun: str) -> Referent | None:
    """Who gives what a noun stands for, as another tells: Poe, in "The Herald said Poe provided a statement"."""
    start, end = anaphor.here.prose.sentence_starts[sentence : sentence + 2]
    if noun not in anaphor.here.prose.text[start:end]:
        return None  # the pattern takes longer to compile than to find
    given = re.compile(_GIVEN.format(noun=re.escape(noun))).search(anaphor.here.prose.text, start, end)
    if given is None:
        return None
    named = (name for name in anaphor.here.index.within(start, given.start()) if name.end == given.start())
    return next(map(anaphor.here.index.referent_of, named), None)


def _subject_with(anaphor: Anaphor, sentence: int, noun: str) -> Referent | None:
    """The first body or person named in a sentence that holds a noun ("in a statement")."""
    start, end = anaphor.here.prose.sentence_starts[sentence : sentence + 2]
    if noun not in anaphor.here.prose.text[start:end].lower():
        return None
    named = map(anaphor.here.index.referent_of, anaphor.here.index.within(start, end))
    return next((who for who in named if who is not None and who.sort not in _UNSURE), None)
