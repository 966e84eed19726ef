"""Finds who a pronoun is that says or is said to say something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.antecedents import Anaphor
from summarizer.attribution.sources.documents import find_document, is_read
from summarizer.attribution.sources.earlier_bodies import EarlierBodies
from summarizer.attribution.sources.mentions import Referent
from summarizer.attribution.sources.naming import SourceName
from summarizer.attribution.sources.newcomers import Subject, find_subject
from summarizer.attribution.sources.several import find_several
from summarizer.attribution.sources.turns import is_subject, leads_on, start_of_statement
from summarizer.attribution.sources.words_beside import (
    find_speaker_of_quotation,
    find_words_before,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarizer.attribution.sources.candidates import Who
    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.standing import Speaker

# "The company has a debt, according to its report"
BODY_HERE = re.compile(r"\b([Tt]he (?:[a-z]+(?:['’]s?)? )??([a-z]+))\s")
_OPENING_BODY = re.compile(
    rf"((?:The|Its|His|Her)\s(?:[a-z][\w’'-]*\s){{0,3}}(?:{vocab.any_of(vocab.BODY_KINDS.keys())}))\s"
)
_LEADS_TO_IT = re.compile(r"(?:In|On|At|By|For|But|And|Yet|Later|Earlier|Last|Instead)\b[^,;:.()“”\"A-Z]{0,60}(?:,\s)?")
_SMALL_IN_SENTENCES = ("The ", "A ", "An ", "One ", "Another ", "His ", "Her ", "Its ", "Their ")
_WHO_BECAUSE = re.compile(r",?\swho\s[^.;:“”\"]*\b(?:because|as|since|for\sfear\sthat|saying)\s\Z")
_LONGEST_WHO = 120
_WRITES = re.compile(r"\s(?:also\s)?(?:writes|wrote)\b")
_LETTER_FROM = re.compile(r"(?:A|The|One)\s(?:[a-z]+\s)?(?:letter|e-?mail|note|message)\sfrom\s(an?\s[^,]+)\Z")
_NAMELESS_KINDS = ("anonymous", "witness")


class Resolved(NamedTuple):
    """Who a mention is; `role` is what this mention calls them, `head` its head noun where it names nobody."""

    who: Who
    head: str = ""
    plural: bool = False
    role: str = ""


def _as_before(speaker: Speaker) -> Resolved:
    return Resolved(speaker.who, speaker.head, speaker.plural)


def is_body(who: Who) -> bool:
    return isinstance(who, Referent) and who.kind != "person" and who.sort != "single"


class Pronouns:
    """Resolves the pronouns of one article; `who` resolves any other mention, given those who spoke before it."""

    def __init__(self, index: NameIndex, who: Callable[[int, int, Sequence[Speaker]], Resolved]) -> None:
        self._index = index
        self._prose = index.prose
        self._text = index.prose.text
        self._who = who
        self.is_whole = False  # whether all of an article's mentions are being resolved, and not one by itself
        self.rivalled: set[int] = set()  # where a "he" or "she" begins that may as well be somebody else

    def resolve(self, low: str, start: int, end: int, speakers: Sequence[Speaker]) -> Resolved:
        """Who a pronoun in lower case at these offsets is, given those who spoke before it."""
        own = SourceName(self._text[start:end], "anonymous")
        pronoun = vocab.PRONOUNS[low]
        if pronoun in ("he", "she"):
            nameless = self._nameless_in_relative(start, speakers) or self._who_writes(start, end, speakers)
            if nameless is not None:
                return nameless
            anaphor = Anaphor(self._index, start, speakers, self._subject_before(start, speakers))
            found = anaphor.find_person("man" if pronoun == "he" else "woman")
            if anaphor.is_rivalled and self.is_whole:
                self.rivalled.add(start)
            head = next((one.head for one in reversed(speakers) if one.who is found or one.source == found), "")
            return Resolved(found or self._office_called_he(low, start, speakers) or own, head)
        if pronoun == "it":
            document = find_document(self._prose, start, end)
            if document is not None or is_read(self._prose, end):
                return Resolved(document or own)
            found = self._body_opening(start, speakers) or EarlierBodies(self._index, start, speakers).find(None)
            return Resolved(found or self._body_here(start) or own)
        if pronoun == "they":
            return Resolved(find_several(self._index, start, speakers) or own, plural=True)
        if pronoun == "who":
            return self._relative(start, speakers, own)
        if pronoun == "we":
            return self._first_person(start, speakers, own)
        return Resolved(own, low, plural=True)

    def _subject_before(self, start: int, speakers: Sequence[Speaker]) -> tuple[Subject, Who] | None:
        """Who without a name begins the sentence that leads to a "he" or "she", and who that is."""
        here = self._prose.sentence_at(start_of_statement(self._prose, start))
        if here <= 0 or not leads_on(self._prose, here - 1):
            return None
        subject = find_subject(self._prose, here - 1)
        if subject is None:
            return None
        earlier = [speaker for speaker in speakers if speaker.end <= subject.start]
        who = self._who(subject.start, subject.end, earlier).who
        if isinstance(who, SourceName) and who.name.startswith(_SMALL_IN_SENTENCES):
            who = who._replace(name=who.name[0].lower() + who.name[1:])
        return subject, who

    def _body_opening(self, at: int, speakers: Sequence[Speaker]) -> Who | None:
        """The body with which the sentence before begins: "The roads ministry left. In a leaflet it said"."""
        at = start_of_statement(self._prose, at)
        here = self._prose.sentence_at(at)
        if here <= 0 or not leads_on(self._prose, here - 1):
            return None
        before, first = self._prose.sentence_starts[here - 1 : here + 1]
        body = _OPENING_BODY.match(self._text, before)
        is_led = at == first or _LEADS_TO_IT.fullmatch(self._text, first, at) is not None
        if body is None or not is_led or self._prose.is_quoted(before) or not is_subject(self._text, body.end(1)):
            return None
        found = self._who(*body.span(1), speakers).who
        return found if is_body(found) or found.kind not in ("anonymous", "person") else None

    def _body_here(self, at: int) -> Who | None:
        """The only body that the sentence before speaks of, for an "It" with which a sentence begins: "the council"."""
        at = start_of_statement(self._prose, at)
        sentence = self._prose.sentence_at(at)
        if sentence <= 0 or self._prose.sentence_starts[sentence] != at:
            return None
        found = BODY_HERE.finditer(self._text, self._prose.sentence_starts[sentence - 1], at)
        bodies = {one[2]: one for one in found if one[2] in vocab.BODY_KINDS and not self._prose.is_quoted(one.start())}
        if len(bodies) != 1:
            return None
        (body,) = bodies.values()
        return self._who(*body.span(1), []).who

    def _nameless_in_relative(self, start: int, speakers: Sequence[Speaker]) -> Resolved | None:
        """Who speaks without a name and of whom a "who" tells: "said one, who gave no name because he feared"."""
        found = _WHO_BECAUSE.search(self._text, max(0, start - _LONGEST_WHO), start) if speakers else None
        if found is None or speakers[-1].end != found.start() or speakers[-1].source.kind not in _NAMELESS_KINDS:
            return None
        return _as_before(speakers[-1])

    def _who_writes(self, start: int, end: int, speakers: Sequence[Speaker]) -> Resolved | None:
        """Who "she" is after a letter that has spoken: "A letter from a niece says so. She writes"."""
        last = speakers[-1] if speakers else None
        if last is None or self._prose.sentence_at(start) - last.sentence > 2 or _WRITES.match(self._text, end) is None:
            return None
        letter = _LETTER_FROM.match(self._text, last.start, last.end)
        return Resolved(SourceName(letter[1], "anonymous")) if letter is not None else None

    def _office_called_he(self, pronoun: str, start: int, speakers: Sequence[Speaker]) -> Who | None:
        """The ministry that machine translation calls "he" in the sentence in which it has spoken."""
        if pronoun == "she" or not speakers or speakers[-1].source.kind not in ("government", "military"):
            return None
        is_here = speakers[-1].sentence == self._prose.sentence_at(start)
        return speakers[-1].who if is_here else None

    def _relative(self, start: int, speakers: Sequence[Speaker], own: SourceName) -> Resolved:
        """ "Who" is the speaker straight before it, or else the words before it."""
        if speakers and 0 <= start - speakers[-1].end <= 2:
            return _as_before(speakers[-1])
        span = find_words_before(self._index, start)
        return Resolved(own) if span is None else self._who(*span, speakers)

    def _first_person(self, start: int, speakers: Sequence[Speaker], own: SourceName) -> Resolved:
        """ "We" is who speaks the quotation around it, outside of quotations the outlet."""
        if not self._prose.is_quoted(start):
            return Resolved(own._replace(kind="outlet"))
        span = find_speaker_of_quotation(self._index, start)
        if span is not None:
            return self._who(*span, speakers)
        is_near = bool(speakers) and self._prose.sentence_at(start) - speakers[-1].sentence < 3
        return _as_before(speakers[-1]) if is_near else Resolved(own)
