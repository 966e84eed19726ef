"""Finds the body that "the group", "the health ministry" or "it" points back at, by noun, kind and distance."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain
from math import inf
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.antecedents import OBLIQUE, Anaphor
from summarizer.attribution.sources.bodies import is_called, stands_for
from summarizer.attribution.sources.candidates import Candidate
from summarizer.attribution.sources.companies import find_company
from summarizer.attribution.sources.mentions import Referent
from summarizer.attribution.sources.naming import SourceName, loosen
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.attribution.sources.bodies import BodyNoun
    from summarizer.attribution.sources.candidates import Who
    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Occurrence
    from summarizer.attribution.sources.standing import Speaker

_REACH_OF_DESCRIPTIONS = 4  # sentences
# "The tax office", with a word that tells it from others.
_DESCRIBED = (
    r"\b(?:[Tt]he|[Aa]n?)\s"
    r"(?P<words>(?:(?!(?:of|and|that|for|with|from|at|in|on|by|to|the|an?|its|their)\b)[a-z][\w’'-]*\s){{1,3}})"
    r"(?P<noun>{noun})\b(?!\s[A-Z])"
)
_ADDRESSED = re.compile(
    rf"\s(?:to|with|told|on|in)\s(?:(?:the|a)\s)?(?:(?:{vocab.any_of(word_set('sources.relays.common_media'))})\s)?\Z"
)
_NOT_BODIES = vocab.PERSONAL_SORTS | {"spot", "crowd"}


class EarlierBodies:
    """The bodies that a mention at an offset may point back at: those that the text names or quotes before it."""

    def __init__(self, index: NameIndex, at: int, speakers: Sequence[Speaker]) -> None:
        self._anaphor = Anaphor(index, at, speakers)
        self._index = index
        self._prose = index.prose

    def find(self, wanted: BodyNoun | None) -> Who | None:
        """Find the body that "the group", "the health ministry" or "it" (None) stands for, by its fullest name."""
        speaking = chain(self._speaking(wanted), self._described(wanted) if wanted is not None else ())
        found = self._anaphor.likeliest(speaking, partial(self._score_named, wanted))
        if found is None and wanted is not None:
            return find_company(self._index, self._anaphor.here.at, wanted)
        return self._index.fullest_body(found) if isinstance(found, Referent) else found

    def _score_named(self, wanted: BodyNoun | None, name: Occurrence, referent: Referent) -> float:
        """How likely a noun means a body that is named before it, minus infinity where it cannot."""
        if referent.sort in _NOT_BODIES:
            return -inf
        is_place = referent.sort == "place"
        if is_place and self._prose.text[name.start : name.end].isupper() and len(referent.name) > 3:
            return -inf  # a dateline, whatever follows it
        if wanted is not None and not self._stands_for(wanted, referent):
            return -inf
        if self._prose.is_in_dateline(name.start):
            return -inf
        named = wanted is not None and loosen(wanted.noun) in referent.key_words
        before = self._prose.text[max(0, name.lead - 13) : name.lead]
        is_near = wanted is None or name.sentence == self._anaphor.here.sentence
        if referent.kind == "media" and is_near and self._is_addressed(name):
            return -inf  # "in an email to the Herald, the company said", "told the daily Herald. Its report"
        if is_near and wanted is not None and before.lower().removesuffix("the ").endswith(("\nas ", " as ")):
            return -inf  # "As the Herald reports, the company says"
        # "Professor Poe of the Academy" spoke, and not the Academy.
        is_of = before.removesuffix("the ").endswith((" of ", " at ", " from ", " for "))
        is_speaker = not self._anaphor.here.spoken.isdisjoint((name.start, name.lead)) or (
            name.end in self._anaphor.here.spoken and not is_of
        )
        is_said = not self._anaphor.here.quoted and self._prose.is_quoted(name.start)
        is_here = wanted is not None and name.sentence == self._anaphor.here.sentence
        score = 2.0 * named - 1.0 * is_place + 1.5 * is_speaker + 1.0 * is_here - 2.5 * is_said
        return score - 0.7 * before[-9:].endswith((*OBLIQUE, " in "))

    def _is_addressed(self, medium: Occurrence) -> bool:
        """Whether somebody only tells a medium something."""
        return _ADDRESSED.search(self._prose.text, max(0, medium.lead - 40), medium.lead) is not None

    def _stands_for(self, wanted: BodyNoun, body: Referent) -> bool:
        fullest = self._index.fullest_body(body)
        return any(stands_for(wanted, one, self._index.body_callings(one)) for one in dict.fromkeys((body, fullest)))

    def _speaking(self, wanted: BodyNoun | None) -> Iterator[Candidate]:
        for speaker in self._anaphor.here.speakers:
            if speaker.source.kind in ("anonymous", "witness", "person"):
                continue
            if wanted is None or self._is_spoken_for(wanted, speaker):
                # Somebody who has a name is meant rather than words of the headline.
                score = 1.8 if speaker.referent is not None else 0.6
                yield Candidate(score - self._anaphor.here.distance(speaker.sentence), speaker.start, speaker.who)

    def _is_spoken_for(self, wanted: BodyNoun, speaker: Speaker) -> bool:
        if speaker.referent is not None:
            return self._stands_for(wanted, speaker.referent)
        is_same = is_called(wanted.noun, frozenset({speaker.head, vocab.singular(speaker.head)}))
        return is_same and wanted.words.issubset(map(loosen, speaker.source.name.split()))

    def _described(self, wanted: BodyNoun) -> Iterator[Candidate]:
        """Bodies without a name: "the tax office" of before for "the office"."""
        start = self._prose.sentence_starts[max(0, self._anaphor.here.sentence - _REACH_OF_DESCRIPTIONS)]
        if wanted.noun not in self._prose.text[start : self._anaphor.here.at]:
            return  # the pattern takes longer to compile than to find
        described = re.compile(_DESCRIBED.format(noun=re.escape(wanted.noun)))
        for match in described.finditer(self._prose.text, start, self._anaphor.here.at):
            words = frozenset(match["words"].lower().split())
            is_of_name = self._prose.text.endswith(", ", 0, match.start()) and bool(
                self._index.within(match.start() - 3, match.start() - 2)
            )  # "Brenn, a ferry firm,"
            if not is_of_name and not self._prose.is_quoted(match.start()) and wanted.words <= words:
                kind = vocab.BODY_KINDS.get(wanted.noun, "organization")
                distance = self._anaphor.here.distance(self._prose.sentence_at(match.start()))
                yield Candidate(2.5 - distance, match.start(), SourceName(f"{match['words']}{match['noun']}", kind))
