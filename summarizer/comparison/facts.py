"""Finds the facts of several articles: figures, statements in one voice, and statements that oppose one another."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from summarizer.comparison.accounts import Accounts
from summarizer.comparison.agreement import count_otherwise
from summarizer.comparison.figure_facts import group_figures
from summarizer.comparison.judging import (
    judge_denied,
    judge_figures,
    judge_lone_figure,
    judge_opposed,
    judge_statements,
)
from summarizer.comparison.merging import Merging
from summarizer.comparison.one_question import join_conflicts
from summarizer.comparison.opposition import is_taken_back, may_oppose
from summarizer.comparison.quantities import CLOCK, read_quantities
from summarizer.comparison.statement_facts import ALIKE, StatementGroups

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.comparison.groups import Judged
    from summarizer.comparison.opposition import Opposition
    from summarizer.comparison.passages import Passage
    from summarizer.comparison.quantities import Quantity
    from summarizer.comparison.sources import SourceBook
    from summarizer.comparison.terms import Weights
    from summarizer.comparison.topics import Events
    from summarizer.comparison.updates import Order


Tie = tuple[int, int, "Opposition"]  # two places of passages, and on what these are opposed
_SEVERAL = 2
_LONG = 16  # terms of a sentence
_DENIED_TWICE = 1.2  # how alike two denials of one source must be
_SAME_SIDE = 2.0  # how alike a passage must be to one that is opposed, to stand on its side


class Evidence(NamedTuple):
    """All that facts are found in: the passages, how much their terms say, who speaks, and which articles are alike."""

    passages: Sequence[Passage]
    weights: Mapping[str, Weights]
    book: SourceBook
    events: Events
    order: Order


def find_facts(found: Evidence) -> list[Judged]:
    """The facts that the passages answer, each with its verdict; a passage may answer several."""
    figures, denials = group_figures(found.passages, found.weights, found.events)
    accounts = Accounts(found.book, found.order)
    counted = [judge_figures(group, accounts) for group in figures]
    denied = [judge_denied(group, denial) for group, denial in denials]
    groups = StatementGroups(found.passages, found.weights, found.book, found.events)
    opposed = join_conflicts([*_opposed(groups, found.passages, accounts), *denied], counted, found.book)
    taken = [frozenset(id(one) for answer in fact.answers for one in answer.passages) for fact in (*counted, *opposed)]
    in_facts: dict[int, list[int]] = defaultdict(list)
    for number, members in enumerate(taken):
        for member in members:
            in_facts[member].append(number)
    said = []
    conflicts = [fact for fact in (*counted, *opposed) if fact.verdict == "conflict"]
    on_side = [{id(one): at for at, answer in enumerate(fact.answers) for one in answer.passages} for fact in conflicts]
    of_conflicts: dict[int, list[int]] = defaultdict(list)
    for number, sides in enumerate(on_side):
        for member in sides:
            of_conflicts[member].append(number)
    for group in groups.groups:
        passages = _of_one_side([found.passages[at] for at in group], on_side, of_conflicts)
        if not _is_told(passages, taken, in_facts, number_of_counted=len(counted), counted=counted):
            said.append(judge_statements(passages))
    facts = [*counted, *opposed, *said]
    return [*facts, *_lone_figures(facts, figures)]


def _of_one_side(
    passages: Sequence[Passage], on_side: Sequence[Mapping[int, int]], of_conflicts: Mapping[int, Sequence[int]]
) -> Sequence[Passage]:
    """Passages that say the same without those that a conflict opposes to most of them.

    All of them where what is left would be told by one article alone.
    """
    for number in sorted({number for one in passages for number in of_conflicts.get(id(one), ())}):
        told = [on_side[number][id(one)] for one in passages if id(one) in on_side[number]]
        if len(set(told)) > 1:
            kept = max(dict.fromkeys(told), key=told.count)
            rest = [one for one in passages if on_side[number].get(id(one), kept) == kept]
            passages = rest if len({one.article for one in rest}) > 1 else passages
    return passages


def _lone_figures(facts: Sequence[Judged], figures: Sequence[Sequence[Quantity]]) -> Iterator[Judged]:
    """A fact for each number that only one of the passages of some fact tells."""
    matched = {(one.passage.article, one.figure.start) for group in figures for one in group}
    for fact in facts:
        passages = [passage for answer in fact.answers for passage in answer.passages]
        if len(passages) < _SEVERAL:
            continue
        for one in (one for passage in passages if passage.stance != "denies" for one in read_quantities(passage)):
            if one.unit == CLOCK:
                continue  # it is no number that somebody counted
            place = (one.passage.article, one.figure.start)
            if place not in matched:
                matched.add(place)
                yield judge_lone_figure(one)


def _is_told(
    passages: Sequence[Passage],
    taken: Sequence[frozenset[int]],
    in_facts: Mapping[int, Sequence[int]],
    *,
    number_of_counted: int,
    counted: Sequence[Judged],
) -> bool:
    """Whether a group of passages is no fact of its own: another fact has them, or nobody else says it and no claim."""
    ids = {id(one) for one in passages}
    for number in in_facts.get(id(passages[0]), ()):
        if ids <= taken[number]:
            return True
    shared: dict[int, int] = defaultdict(int)
    for one in ids:
        for number in in_facts.get(one, ()):
            shared[number] += 1
    for number, count in shared.items():
        is_conflict = number >= number_of_counted or counted[number].verdict != "agree"
        if count > 1 and is_conflict:
            return True
    only = passages[0]
    is_own = len(passages) == 1 and only.claim is None and not only.figures and not only.is_quoted
    return is_own and len(only.terms) < _LONG  # a long sentence of the article's own tells something


def _opposed(groups: StatementGroups, passages: Sequence[Passage], accounts: Accounts) -> Iterator[Judged]:
    """A conflict for each set of passages that oppositions tie together, where they make two sides."""
    merged: Merging[tuple[str, int]] = Merging()
    found_ties = [tie for tie in groups.oppositions if not accounts.is_overtaken(passages[tie[0]], passages[tie[1]])]
    for one, two, found in found_ties:
        merged.join((found.question, one), (found.question, two))
    together: dict[tuple[str, int], list[Tie]] = defaultdict(list)
    for tie in found_ties:
        together[merged.find((tie[2].question, tie[0]))].append(tie)
    for _, ties in sorted(together.items()):
        sides = _two_sides(ties)
        if sides is None:
            continue
        _add_own_words(groups, ties, sides)
        _add_others(groups, ties, sides)
        _drop_other_counts(groups, ties, sides)
        yes, no = (sorted(at for at, side in sides.items() if side is here) for here in (True, False))
        yield judge_opposed([[passages[at] for at in yes], [passages[at] for at in no]], ties[0][2].reason, accounts)


def _two_sides(ties: Sequence[Tie]) -> dict[int, bool] | None:
    """On which side each tied passage stands; None where somebody would stand on both."""
    near: dict[int, list[int]] = defaultdict(list)
    for one, two, _ in ties:
        near[one].append(two)
        near[two].append(one)
    sides: dict[int, bool] = {}
    for start in sorted(near):
        if start in sides:
            continue
        sides[start] = True
        waiting = [start]
        while waiting:
            one = waiting.pop()
            for two in near[one]:
                if two not in sides:
                    sides[two] = not sides[one]
                    waiting.append(two)
                elif sides[two] == sides[one]:
                    return None
    return sides


def _add_own_words(groups: StatementGroups, ties: Sequence[Tie], sides: dict[int, bool]) -> None:
    """Put on the side of a passage what its speaker negates in like words elsewhere, against the same other passage."""
    for at, rival in sorted(pair for one, two, _ in ties for pair in ((one, two), (two, one))):
        for other in groups.negated_alike_by_speaker_of(at):
            if may_oppose(groups.passages[other], groups.passages[rival]):
                sides.setdefault(other, sides[at])


def _add_others(groups: StatementGroups, ties: Sequence[Tie], sides: dict[int, bool]) -> None:
    """Put the other passages of the groups on the sides of those that they are most like and share the word with."""
    terms: dict[int, str] = {}
    for one, two, found in ties:
        terms |= {one: found.one, two: found.two}
    for at in sorted(terms):
        for other in groups.denials_by_speaker_of(at):
            if groups.like(at, other) >= _DENIED_TWICE:
                sides.setdefault(other, sides[at])
    for number in sorted({groups.group_of[at] for at in terms}):
        members = groups.groups[number]
        tied = [at for at in members if at in terms]
        for at in members:
            nearest = max(tied, key=lambda other: (groups.like(at, other), -other))
            least = ALIKE if terms[nearest] and groups.are_of_one_speaker(at, nearest) else _SAME_SIDE
            fits = (
                at not in sides
                and not is_taken_back(groups.passages[at].text)
                and groups.like(at, nearest) >= least
                and groups.share_enough(at, nearest)
            )
            fits = fits and (not terms[nearest] or groups.has_term(at, terms[nearest]))
            if not fits or count_otherwise(groups.passages[at], groups.passages[nearest]):
                continue
            sides[at] = sides[nearest] != groups.say_otherwise(at, nearest)


def _drop_other_counts(groups: StatementGroups, ties: Sequence[Tie], sides: dict[int, bool]) -> None:
    """Take off a side what counts otherwise than a passage there that is more like the other side."""
    like: dict[int, float] = defaultdict(float)
    for one, two, _ in ties:
        like[one], like[two] = max(like[one], groups.like(one, two)), max(like[two], groups.like(one, two))
    kept: list[int] = []
    for at in sorted(sides, key=lambda at: (-like[at], at)):
        if any(count_otherwise(groups.passages[at], groups.passages[one]) for one in kept if sides[one] == sides[at]):
            del sides[at]
        else:
            kept.append(at)
