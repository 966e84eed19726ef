"""Groups passages that say the same in whatever words, and finds those that say the opposite."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from summarizer.comparison.agreement import count_otherwise
from summarizer.comparison.blame import find_blame
from summarizer.comparison.candidates import find_candidates, find_rivals
from summarizer.comparison.causes import find_other_causes
from summarizer.comparison.clusters import cluster
from summarizer.comparison.disclaimers import find_disclaimed_words, find_disclaimers
from summarizer.comparison.doers import find_other_doers
from summarizer.comparison.existence import find_other_existence
from summarizer.comparison.lawfulness import find_lawfulness
from summarizer.comparison.likeness import contents, likeness, share_enough
from summarizer.comparison.negations import owns_to_one, polarity
from summarizer.comparison.once import find_other_years
from summarizer.comparison.opposition import (
    Opposition,
    are_crossing,
    is_plainly_negating,
    opposition,
    say_otherwise,
    share_plainly,
)
from summarizer.comparison.quotations import find_quotations
from summarizer.comparison.replies import find_denied_words, find_replies
from summarizer.comparison.retorts import JUST_DENIED, find_retorts
from summarizer.comparison.terms import rarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from summarizer.comparison.likeness import Content
    from summarizer.comparison.passages import Passage
    from summarizer.comparison.sources import SourceBook
    from summarizer.comparison.terms import Weights
    from summarizer.comparison.topics import Events

ALIKE = 1.6
_ON_AVERAGE = 1.6
_NEGATED_APART = 2.1  # the least likeness of two passages of which one negates something and the other nothing
_QUOTED = 2.0  # the same quotation is alike by so much at least; a third passage that is like neither stays out
_OPPOSED = 0.65
_ADMITTED = "a source admits what it has denied"
_TAKEN_BACK = 1.3
_NEGATED_TWICE = 1.2  # how alike two passages must be of which one source negates one word
_TELLING = 0.2  # the rarity of a word that two passages negate
_DENIED = "one affirms what the other denies"


class StatementGroups:
    """Groups of places in `passages` that say the same, and the oppositions between places, with their reasons.

    `group_of` gives the number of the group of each place. Both are in order of the passages.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        weights: Mapping[str, Weights],
        book: SourceBook,
        events: Events,
    ) -> None:
        content = contents(passages, weights)
        speakers = [book.number_of(one) for one in passages]
        quotations = find_quotations(passages, speakers, events.is_one)

        @cache
        def like(one: int, two: int) -> float:
            floor = _QUOTED if (min(one, two), max(one, two)) in quotations else 0.0
            if not events.is_one(passages[one].article, passages[two].article):
                return floor
            same = speakers[one] is not None and speakers[one] == speakers[two]
            return max(floor, likeness(content[one], content[two], same_speaker=same, least=_OPPOSED))

        self.like = like
        self.passages = passages
        self._speakers = speakers
        self._book = book
        edges = [
            (value, one, two)
            for one, two in sorted({*find_candidates(passages, events.groups, events.is_one), *quotations})
            if (value := like(one, two))
        ]

        @cache
        def say_one(one: int, two: int) -> float:
            value = like(one, two)
            if (min(one, two), max(one, two)) in quotations:
                return value  # the longer of two quotations may deny more than the shorter, but not the same words
            differ = value and _say_apart(content[one], content[two], value)
            return 0.0 if differ else value

        alike = [
            edge
            for edge in edges
            if edge[0] >= ALIKE
            and (edge[1:] in quotations or share_enough(content[edge[1]], content[edge[2]]))
            and say_one(*edge[1:])
        ]
        self.groups = cluster(len(passages), alike, say_one, _ON_AVERAGE)
        self.group_of = {at: number for number, group in enumerate(self.groups) for at in group}
        self._add_longer_quotations(quotations)

        self._content = content
        self._denials: dict[int, list[int]] = defaultdict(list)
        self._negations: dict[int, list[int]] = defaultdict(list)
        for at, speaker in enumerate(speakers):
            if speaker is not None and passages[at].stance == "denies":
                self._denials[speaker].append(at)
            elif speaker is not None and is_plainly_negating(passages[at]):
                self._negations[speaker].append(at)
        # A quotation that is cut after its "not" contradicts the whole of it no more than itself.
        self.oppositions = self._find_oppositions([edge for edge in edges if edge[1:] not in quotations], events)

    def _find_oppositions(
        self, edges: Sequence[tuple[float, int, int]], events: Events
    ) -> list[tuple[int, int, Opposition]]:
        """Who says the opposite of whom: of passages that are alike, and of some in one article that are not."""
        passages = self.passages
        rivals = [(value, one, two) for one, two in find_rivals(passages) if (value := self.like(one, two))]
        apart = [edge for edge in (*edges, *rivals) if _may_oppose(passages, edge, events)]
        return sorted(
            [
                *_oppositions(self._content, apart),
                *((one, two, Opposition(JUST_DENIED)) for one, two in find_replies(passages)),
                *((one, two, Opposition(_DENIED)) for one, two in find_denied_words(passages)),
                *find_retorts(passages),
                *find_other_causes(passages, events),
                *find_blame(passages, self._book, events),
                *find_disclaimers(passages, self._book, events),
                *find_disclaimed_words(passages, events),
                *find_other_doers(passages, events),
                *find_other_existence(passages, events),
                *find_lawfulness(passages, events),
                *find_other_years(passages, events),
                *self._admissions(self._content),
            ]
        )

    def _admissions(self, content: Sequence[Content]) -> Iterator[tuple[int, int, Opposition]]:
        """What a source confirms of what it denies elsewhere."""
        for at, speaker in enumerate(self._speakers):
            if speaker is None or self.passages[at].stance != "confirms":
                continue
            for other in self._denials[speaker]:
                if self.like(at, other) >= _TAKEN_BACK and share_plainly(content[at], content[other]):
                    yield min(at, other), max(at, other), Opposition(_ADMITTED)
            for other in self._negations[speaker]:
                here, there = self.passages[at], self.passages[other]
                if here.article == there.article:
                    continue
                if are_crossing(content[at], content[other]) or owns_to_one(here.text, there.text):
                    yield min(at, other), max(at, other), Opposition(_ADMITTED)

    def are_of_one_speaker(self, one: int, two: int) -> bool:
        """Whether one source says both of two passages."""
        return self._speakers[one] is not None and self._speakers[one] == self._speakers[two]

    def denials_by_speaker_of(self, at: int) -> list[int]:
        """The places of all that the speaker of a passage denies, where that passage is such a denial."""
        speaker = self._speakers[at]
        is_denial = speaker is not None and self.passages[at].stance == "denies"
        return [other for other in self._denials[speaker] if other != at] if speaker is not None and is_denial else []

    def negated_alike_by_speaker_of(self, at: int) -> list[int]:
        """The places where the speaker of a passage negates the same word in other articles of its event."""
        speaker, here = self._speakers[at], self.passages[at]
        if speaker is None or at not in self._negations[speaker]:
            return []
        heads = _heads(here)
        return [
            other
            for other in self._negations[speaker]
            if self.passages[other].article != here.article
            and not heads.isdisjoint(_heads(self.passages[other]))
            and self.like(at, other) >= _NEGATED_TWICE
        ]

    def _add_longer_quotations(self, quotations: Iterable[tuple[int, int]]) -> None:
        """Have a longer quotation in each group that has a part of it: it says what several shorter ones say."""
        for pair in sorted(quotations):
            part, whole = sorted(pair, key=lambda at: (len(self.passages[at].text), at))
            group = self.groups[self.group_of[part]]
            if whole not in group:
                self.groups[self.group_of[part]] = sorted([*group, whole])

    def has_term(self, at: int, key: str) -> bool:
        """Whether a passage has a term."""
        return key in self._content[at].weight

    def share_enough(self, one: int, two: int) -> bool:
        """Whether two passages share enough beside names to tell of one thing."""
        return share_enough(self._content[one], self._content[two])

    def say_otherwise(self, one: int, two: int) -> bool:
        """Whether two passages cannot be one statement, however alike."""
        return say_otherwise(self._content[one], self._content[two])


def _heads(one: Passage) -> frozenset[str]:
    """On which telling words of a passage its negations fall first."""
    return frozenset(key for key in polarity(one.text, denied=False).heads if rarity(key) >= _TELLING)


def _say_apart(one: Content, two: Content, value: float) -> bool:
    """Whether two passages that are alike by `value` say two things: one says no, or a number is another."""
    negate = [is_plainly_negating(each.passage) for each in (one, two)]
    is_apart = value < _NEGATED_APART and negate[0] != negate[1]
    return is_apart or say_otherwise(one, two) or count_otherwise(one.passage, two.passage)


def _may_oppose(passages: Sequence[Passage], edge: tuple[float, int, int], events: Events) -> bool:
    """Whether two passages are of articles that tell of one event so surely that they can contradict one another."""
    value, one, two = edge
    return value >= _OPPOSED and events.is_surely_one(passages[one].article, passages[two].article)


def _oppositions(
    content: Sequence[Content], edges: Sequence[tuple[float, int, int]]
) -> Iterator[tuple[int, int, Opposition]]:
    for value, one, two in sorted(edges, key=lambda edge: edge[1:]):
        if found := opposition(content[one], content[two], alike=value):
            yield one, two, found
