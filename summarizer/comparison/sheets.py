"""Puts what the rules leave open, with what is near it, on sheets of numbered passages for a model to be asked about.

What is near comes from the index of candidates, never from all pairs. A sheet is small enough for any model's room.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from summarizer.comparison.candidates import find_candidates
from summarizer.comparison.likeness import contents, likeness
from summarizer.contract.article import Article
from summarizer.text.fence import neutralise
from summarizer.text.tokens import estimate_tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from summarizer.comparison.facts import Evidence
    from summarizer.comparison.groups import Judged
    from summarizer.comparison.passages import Passage

TOKENS = 2_000  # of the passages of a sheet: with the instructions and the answer, all servers have room for it
_NEAR = 0.65  # likeness from which two passages may tell of one thing; the rules take them for one fact from 1.6
_MOST = 24  # passages that are near one another over some steps; more are of many things
_SHOWN = 3  # passages of one answer: the others say the same
_SHORT = 60  # characters of a passage that is not understood without its sentence
_LONGEST_NAME = 60
_OPEN = frozenset({"single_source", "uncertain"})


class Shown(NamedTuple):
    """A passage as a sheet shows it, and the answers that it gives by the rules: places of facts and of their sides."""

    passage: Passage
    answers: tuple[tuple[int, int], ...]


class Sheet(NamedTuple):
    """Passages that a model is asked about; they are numbered from 1. `near` are pairs of numbers that are alike."""

    id: str
    shown: tuple[Shown, ...]
    near: frozenset[tuple[int, int]]
    text: str

    def line(self, number: int) -> str:
        """The line that shows the passage of a number."""
        return self.text.split("\n")[number - 1]

    def as_article(self) -> Article:
        """The sheet in the form in which a model is asked about any text."""
        return Article(id=self.id, text=self.text)


def make_sheets(
    found: Evidence, facts: Sequence[Judged], titles: Mapping[str, str], tokens: int = TOKENS
) -> list[Sheet]:
    """The sheets about these facts, each of at most so many tokens; `titles` name the articles, by their ids.

    The same reports in any order give the same sheets.
    """
    near = _near_pairs(found)
    book = _Places(found.passages, facts)
    groups = _clusters(book, near, facts)
    shown = [sorted(book.shown(group), key=_order) for group in groups]
    shown.sort(key=lambda passages: (found.events.groups[passages[0].passage.article], _order(passages[0])))
    packed = _packed(shown, found.events.groups, titles, tokens)
    return [
        Sheet(f"sheet-{number}", tuple(passages), _near_numbers(passages, book, near), _text(passages, titles))
        for number, passages in enumerate(packed, 1)
    ]


def _near_pairs(found: Evidence) -> dict[tuple[int, int], float]:
    content = contents(found.passages, found.weights)
    speakers = [found.book.number_of(one) for one in found.passages]
    near = {}
    for one, two in find_candidates(found.passages, found.events.groups, found.events.is_one):
        same = speakers[one] is not None and speakers[one] == speakers[two]
        value = likeness(content[one], content[two], same_speaker=same, least=_NEAR)
        if value >= _NEAR:
            near[one, two] = value
    return near


class _Places:
    """Where the passages of facts stand among all passages; one cut to a clause stands where its whole does."""

    def __init__(self, passages: Sequence[Passage], facts: Sequence[Judged]) -> None:
        self._by_sentence: dict[tuple[str, str | None, int], list[int]] = defaultdict(list)
        for at, one in enumerate(passages):
            self._by_sentence[one.article, one.claim, one.sentence].append(at)
        self._passages = passages
        self._facts = facts
        self.facts_at: dict[int, list[int]] = defaultdict(list)
        self._answers: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, fact in enumerate(facts):
            if fact.verdict == "conflict":
                continue
            for side, answer in enumerate(fact.answers):
                for at in dict.fromkeys(map(self.place_of, answer.passages)):
                    self.facts_at[at].append(number)
                    self._answers[at].append((number, side))

    def place_of(self, passage: Passage) -> int:
        """The place of the passage that is this one or holds it."""
        found = self._by_sentence[passage.article, passage.claim, passage.sentence]
        return next(
            (at for at in found if self._passages[at].start <= passage.start and passage.end <= self._passages[at].end),
            found[0],
        )

    def shown(self, facts: Iterable[int]) -> list[Shown]:
        """The passages of some facts, each once, and of one answer not too many."""
        chosen: dict[int, None] = {}
        for number in facts:
            for answer in self._facts[number].answers:
                chosen.update(dict.fromkeys(list(dict.fromkeys(map(self.place_of, answer.passages)))[:_SHOWN]))
        return [Shown(self._passages[at], tuple(self._answers[at])) for at in chosen]


def _clusters(book: _Places, near: Mapping[tuple[int, int], float], facts: Sequence[Judged]) -> list[list[int]]:
    """Facts that are near one another, the nearest first, as long as they are not too many; at least one is open."""
    edges = _edges(book, near, facts)
    cluster_of = {number: [number] for number, fact in enumerate(facts) if fact.verdict == "uncertain"}
    for first, second in sorted(edges, key=lambda key: (-edges[key], key)):
        here, there = cluster_of.setdefault(first, [first]), cluster_of.setdefault(second, [second])
        if here is not there and _size(facts, [*here, *there]) <= _MOST:
            here.extend(there)
            cluster_of.update(dict.fromkeys(there, here))
    clusters = {id(one): one for one in cluster_of.values()}.values()
    return [one for one in clusters if len(one) > 1 or facts[one[0]].verdict == "uncertain"]


def _edges(
    book: _Places, near: Mapping[tuple[int, int], float], facts: Sequence[Judged]
) -> dict[tuple[int, int], float]:
    """How near two facts are by their nearest passages, where one of them at least is open."""
    edges: dict[tuple[int, int], float] = {}
    for (one, two), value in near.items():
        for first, second in product(book.facts_at[one], book.facts_at[two]):
            if first != second and not _OPEN.isdisjoint((facts[first].verdict, facts[second].verdict)):
                key = min(first, second), max(first, second)
                edges[key] = max(edges.get(key, 0.0), value)
    return edges


def _size(facts: Sequence[Judged], numbers: Sequence[int]) -> int:
    return sum(min(_SHOWN, len(answer.passages)) for number in numbers for answer in facts[number].answers)


def _packed(
    clusters: Iterable[list[Shown]], events: Mapping[str, str], titles: Mapping[str, str], tokens: int
) -> Iterator[list[Shown]]:
    """Clusters of one event together, as many as have room; one that is too large alone is cut."""
    page: dict[tuple[str, int, int, str | None], Shown] = {}
    used = 0
    for cluster in clusters:
        costs = {_key(one): estimate_tokens(_line(99, one.passage, titles)) for one in cluster}
        is_other = (
            bool(page) and events[next(iter(page.values())).passage.article] != events[cluster[0].passage.article]
        )
        if page and (is_other or used + sum(cost for key, cost in costs.items() if key not in page) > tokens):
            yield sorted(page.values(), key=_order)
            page, used = {}, 0
        for one in cluster:
            if page and used + costs[_key(one)] > tokens:
                yield sorted(page.values(), key=_order)
                page, used = {}, 0
            if _key(one) not in page:
                page[_key(one)] = one
                used += costs[_key(one)]
    if page:
        yield sorted(page.values(), key=_order)


def _near_numbers(
    shown: Sequence[Shown], book: _Places, near: Mapping[tuple[int, int], float]
) -> frozenset[tuple[int, int]]:
    """Which passages of a sheet are near one another, or of one answer, by their numbers, the lower first."""
    places = [book.place_of(one.passage) for one in shown]
    found = set()
    for one, first in enumerate(places):
        for two in range(one + 1, len(places)):
            pair = min(first, places[two]), max(first, places[two])
            if pair in near or not set(shown[one].answers).isdisjoint(shown[two].answers):
                found.add((one + 1, two + 1))
    return frozenset(found)


def _text(shown: Sequence[Shown], titles: Mapping[str, str]) -> str:
    return "\n".join(_line(number, one.passage, titles) for number, one in enumerate(shown, 1))


def _line(number: int, passage: Passage, titles: Mapping[str, str]) -> str:
    """A passage as it is shown: its number, its article, who says it, its words, and short ones with their sentence."""
    who = neutralise(passage.speaker)[:_LONGEST_NAME]
    says = f"{who} {'denies' if passage.stance == 'denies' else 'says'}: " if who else ""
    words = neutralise(passage.text)
    sentence = neutralise(passage.sentence_text)
    beside = f" (in: {sentence})" if len(words) < _SHORT and len(sentence) > len(words) + 10 else ""
    return f"[{number}] {titles[passage.article]} | {says}{words}{beside}"


def title_of(name: str, article: Article) -> str:
    """How sheets call an article: its outlet, or else its id, and its day."""
    told = neutralise(article.outlet or name)[:_LONGEST_NAME]
    return f"{told}, {article.published[:10]}" if article.published else told


def _key(one: Shown) -> tuple[str, int, int, str | None]:
    return one.passage.article, one.passage.start, one.passage.end, one.passage.claim


def _order(one: Shown) -> tuple[str, int, int, str]:
    return one.passage.article, one.passage.start, one.passage.end, one.passage.claim or ""
