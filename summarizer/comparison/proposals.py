"""Holds what a model says of passages to the rules: each group becomes a fact, or is refused with the reason."""

from __future__ import annotations

import re
from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

from summarizer.comparison.agreement import agree, count_otherwise
from summarizer.comparison.contradiction import Contradictions, Finding, Quoted
from summarizer.comparison.groups import Answer, Judged
from summarizer.comparison.judging import as_answer
from summarizer.comparison.likeness import Content
from summarizer.comparison.merging import Merging
from summarizer.comparison.opposition import say_otherwise
from summarizer.comparison.quantities import read_quantities
from summarizer.contract.comparison import RefusedGroup
from summarizer.text.figures import find_figures
from summarizer.text.folding import fold_quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from summarizer.comparison.accounts import Accounts
    from summarizer.comparison.facts import Evidence
    from summarizer.comparison.passages import Passage
    from summarizer.comparison.quantities import Quantity
    from summarizer.comparison.sheets import Sheet
    from summarizer.contract.grouping import ToldGroup

_NAME = re.compile(r"(?<=[\w,;’'\"“] )[A-Z][\w’'-]*")
# What a line shows before the words of its passage: the article, who says it, or the words of its sentence.
_SHOWN_BEFORE = re.compile(r"^(?:.*?\s)?(?:says|denies):\s|^.*?\s\|\s|^.*?\(in:\s")
_FEW = 2  # "one" and "two" are more often words of a question than numbers of the passages
_LONGEST = 300  # characters of a question, a position or a reason
_BY_MODEL = "as the model groups them"


class Accepted(NamedTuple):
    """A group that the rules let stand as a fact, and the numbers of its passages on the sheet."""

    fact: Judged
    numbers: frozenset[int]


class Checker:
    """Checks proposed groups against the passages, and against what the rules know of them."""

    def __init__(
        self, found: Evidence, facts: Sequence[Judged], accounts: Accounts, published: Mapping[str, date | None]
    ) -> None:
        self._found = found
        self._facts = facts
        self._accounts = accounts
        self._contradictions = Contradictions(found.passages, accounts, found.events, published)

    def check(self, sheet: Sheet, told: ToldGroup) -> Accepted | RefusedGroup:
        """The fact that a group is, or why it is none."""
        group = _Group(sheet, told)
        reason = next(filter(None, self._objections(group)), "")
        if reason:
            return RefusedGroup(
                text=_line(told.question), verdict=told.verdict, mentions=tuple(group.places()), reason=reason
            )
        return Accepted(self._fact(group), frozenset(group.numbers))

    def _objections(self, group: _Group) -> Iterator[str]:
        """Why a group cannot stand, or "", one check after the other: each relies on those before it."""
        yield _wrong_members(group)
        yield _wrong_quotes(group)
        yield _foreign_figures(group)
        yield _strangers(group)
        if group.told.verdict == "conflict":
            yield self._against_rules(group)
            yield self._no_conflict(group)
        else:
            yield _one_speaker(group)
        for side in group.sides:
            yield self._not_one_answer(group, side)
        if group.told.verdict == "agree":
            yield self._not_together(group)

    def _against_rules(self, group: _Group) -> str:
        """Whether the rules know that passages which the model opposes agree."""
        for one, two in group.across():
            for (first, side), (second, other) in product(group.answers(one), group.answers(two)):
                if first == second and (side == other or self._facts[first].verdict == "agree"):
                    return f"by the rules passages {one} and {two} can both be true"
        return ""

    def _no_conflict(self, group: _Group) -> str:
        """Why the rules see no conflict between any two sides: what they say of the first two passages."""
        reasons = []
        for one, two in group.across():
            found = self._compare(group, one, two)
            if found.is_conflict:
                return ""
            reasons.append(f"passages {one} and {two}: {found.reason}")
        return reasons[0]

    def _compare(self, group: _Group, one: int, two: int) -> Finding:
        if not group.are_near(one, two):
            return Finding(is_conflict=False, reason="they have too little in common")
        return self._contradictions.between(group.quoted(one), group.quoted(two))

    def _not_one_answer(self, group: _Group, side: Sequence[int]) -> str:
        """Whether two passages of one side cannot be one answer."""
        for one, two in combinations(side, 2):
            first, second = group.passage(one), group.passage(two)
            if count_otherwise(first, second):
                return f"passages {one} and {two} tell numbers that cannot both hold, and stand on one side"
            if say_otherwise(self._content(first), self._content(second)):
                return f"one of passages {one} and {two} denies what the other says, and they stand on one side"
        return ""

    def _content(self, passage: Passage) -> Content:
        return Content(passage, self._found.weights[passage.article])

    def _not_together(self, group: _Group) -> str:
        """Whether answers that are said to agree have numbers of which only one can be right."""
        for one, two in group.across():
            pairs = list(_counting_alike(group.passage(one), group.passage(two)))
            apart = [pair for pair in pairs if not agree(*pair)]
            if apart and len(apart) == len(pairs) and not all(self._follow(*pair) for pair in apart):
                return f"passages {one} and {two} tell numbers that cannot both hold"
        return ""

    def _follow(self, one: Quantity, two: Quantity) -> bool:
        """Whether of two numbers one updates the other, or one source has told first the one and then the other."""
        changed = self._accounts.source_of_both(one.passage, two.passage) and self._accounts.in_order(one, two)
        return bool(changed) or self._accounts.is_update(one, two)

    def _fact(self, group: _Group) -> Judged:
        told = group.told
        answers = tuple(
            Answer(_worded(said.position, group, side), tuple(self._passages(group, side)))
            for said, side in zip(told.sides, group.sides, strict=True)
        )
        passages = [one for answer in answers for one in answer.passages]
        articles = len({one.article for one in passages})
        reason = f"{articles} articles say so, {_BY_MODEL}" if articles > 1 else f"two sources say so, {_BY_MODEL}"
        if told.verdict == "conflict":
            reason = next(found.reason for pair in group.across() if (found := self._compare(group, *pair)).is_conflict)
        elif told.verdict == "uncertain":
            reason = f"the model cannot tell: {_line(told.reason)}" if told.reason else "the model cannot tell"
        elif len(answers) > 1:
            reason = f"the answers are compatible, {_BY_MODEL}"
        is_figure = all(group.passage(number).figures for number in group.numbers)
        return Judged(
            text=_worded(told.question, group, group.numbers),
            kind="figure" if is_figure else "statement",
            verdict=told.verdict,
            reason=reason,
            answers=answers,
        )

    def _passages(self, group: _Group, side: Sequence[int]) -> Iterable[Passage]:
        """The passages of a side, and those that were not shown because they say the same as all that were."""
        found = {group.passage(number): None for number in side}
        for fact, place in {answer for number in side for answer in group.answers(number)}:
            shown = {number for number in group.sheet_numbers() if (fact, place) in group.answers(number)}
            if shown <= set(side):
                found.update(dict.fromkeys(self._facts[fact].answers[place].passages))
        return sorted(_whole(found), key=lambda one: (one.article, one.start, one.end, one.claim or ""))


def _whole(passages: Iterable[Passage]) -> list[Passage]:
    """Passages without those that are a clause of another of them."""
    told = list(passages)
    return [one for one in told if not any(one is not other and _lies_in(one, other) for other in told)]


def _lies_in(one: Passage, other: Passage) -> bool:
    is_same = (one.article, one.claim, one.sentence) == (other.article, other.claim, other.sentence)
    return (
        is_same and other.start <= one.start and one.end <= other.end and other.end - other.start > one.end - one.start
    )


class _Group:
    """A proposed group: the numbers of its passages by sides, and what stands on the sheet under them."""

    def __init__(self, sheet: Sheet, told: ToldGroup) -> None:
        self.told = told
        self._sheet = sheet
        self.sides = [list(dict.fromkeys(one.passage for one in side.passages)) for side in told.sides]
        self.numbers = [number for side in self.sides for number in side]
        self._quotes = {one.passage: one.quote for side in told.sides for one in side.passages}

    def is_shown(self, number: int) -> bool:
        return 1 <= number <= len(self._sheet.shown)

    def passage(self, number: int) -> Passage:
        return self._sheet.shown[number - 1].passage

    def quoted(self, number: int) -> Quoted:
        passage = self.passage(number)
        return Quoted(passage, _own_words(self._quotes[number], passage.text, self._sheet.line(number)))

    def answers(self, number: int) -> tuple[tuple[int, int], ...]:
        """Which answers a passage gives by the rules: places of facts and of their answers."""
        return self._sheet.shown[number - 1].answers

    def sheet_numbers(self) -> range:
        return range(1, len(self._sheet.shown) + 1)

    def are_near(self, one: int, two: int) -> bool:
        return (min(one, two), max(one, two)) in self._sheet.near

    def across(self) -> Iterator[tuple[int, int]]:
        """Pairs of passages of two sides."""
        for here, there in combinations(self.sides, 2):
            yield from product(here, there)

    def places(self) -> Iterator[str]:
        """Where the passages stand, in words; a number that no passage has as it is."""
        for number in self.numbers:
            if self.is_shown(number):
                one = self.passage(number)
                yield f"{one.article}:{one.start}-{one.end}"
            else:
                yield str(number)


def _own_words(quote: str, words: str, line: str) -> str:
    """What a quote has of a passage's own words, where it was copied from its line with what is shown around them."""
    folded, own = fold_quote(quote), fold_quote(words)
    if folded in own or folded not in fold_quote(line):
        return quote
    return words if own in folded else _SHOWN_BEFORE.sub("", quote)


def _wrong_members(group: _Group) -> str:
    unknown = next((number for number in group.numbers if not group.is_shown(number)), None)
    if unknown is not None:
        return f"there is no passage {unknown}"
    if len(set(group.numbers)) < 2:
        return "it names fewer than two passages"
    if len(set(group.numbers)) < len(group.numbers):
        return "a passage stands on two sides"
    if not all(group.sides):
        return "a side has no passage"
    return "a conflict needs evidence on two sides" if group.told.verdict == "conflict" and len(group.sides) < 2 else ""


def _wrong_quotes(group: _Group) -> str:
    for number in group.numbers:
        passage, quote = group.quoted(number)
        folded = fold_quote(quote).casefold()  # "a pier burned" of "A pier burned"
        if folded and folded not in fold_quote(passage.text).casefold():
            return f"passage {number} does not hold the words “{_line(quote)}”"
        if not folded and group.told.verdict == "conflict":
            return f"a conflict needs the words of passage {number}"
    return ""


def _foreign_figures(group: _Group) -> str:
    """Whether the question or an answer tells a number that its passages do not."""
    told = [(group.told.question, group.numbers)]
    told += [(said.position, side) for said, side in zip(group.told.sides, group.sides, strict=True)]
    for words, numbers in told:
        known = {one.value for number in numbers for one in find_figures(group.passage(number).sentence_text)}
        for one in find_figures(words):
            if one.value > _FEW and one.value not in known:
                return f"“{_line(words)}” tells a number that the passages do not"
    return ""


def _strangers(group: _Group) -> str:
    """Whether some passage shares too little with the others to answer one question with them."""
    joined: Merging[int] = Merging()
    for one, two in combinations(group.numbers, 2):
        if group.are_near(one, two):
            joined.join(one, two)
    first = group.numbers[0]
    apart = next((number for number in group.numbers if joined.find(number) != joined.find(first)), None)
    return "" if apart is None else f"passage {apart} has too little in common with passage {first}"


def _one_speaker(group: _Group) -> str:
    told = {(group.passage(number).article, group.passage(number).speaker) for number in group.numbers}
    return "all passages are one source's in one article" if len(told) == 1 else ""


def _counting_alike(one: Passage, two: Passage) -> Iterator[tuple[Quantity, Quantity]]:
    for first, second in product(read_quantities(one), read_quantities(two)):
        if (first.event, first.unit) == (second.event, second.unit) and (first.event or first.unit):
            yield first, second


def _worded(words: str, group: _Group, numbers: Sequence[int]) -> str:
    """A model's words where the passages hold every name in them; else the words of the shortest passage."""
    passages = [group.passage(number) for number in numbers]
    known = " ".join(f"{one.sentence_text} {one.speaker} {one.lead}" for one in passages).casefold()
    line = _line(words)
    if line and all(name.casefold() in known for name in _NAME.findall(line)):
        return line
    return as_answer(min((one.text for one in passages), key=lambda text: (len(text), text)))


def _line(words: str) -> str:
    return " ".join(words.split())[:_LONGEST]
