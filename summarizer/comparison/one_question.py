"""Makes one conflict of several that are about one question: one side is the same, and who speaks on the other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from summarizer.comparison.groups import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.comparison.groups import Judged
    from summarizer.comparison.passages import Passage
    from summarizer.comparison.sources import SourceBook

    Place = tuple[str, str, int]

_SIDES = 2


def join_conflicts(facts: Iterable[Judged], counted: Iterable[Judged], book: SourceBook) -> list[Judged]:
    """Conflicts of two sides in their order, each made one with an earlier one about the same question.

    Those are left out that oppose no more than the numbers do in a conflict of `counted`.
    """
    kept: list[Judged] = []
    of_passages: dict[Place, list[int]] = defaultdict(list)
    numbers = [[set(map(_place, one.passages)) for one in fact.answers] for fact in counted if _is_conflict(fact)]
    for fact in facts:
        sides = [set(map(_place, one.passages)) for one in fact.answers]
        if any(_are_within(sides, answers) for answers in numbers):
            continue
        places = [_place(one) for answer in fact.answers for one in answer.passages]
        for at in dict.fromkeys(at for place in places for at in of_passages[place]):
            if (turned := _as_sides_of(kept[at].answers, fact.answers, book)) is not None:
                kept[at] = _with(kept[at], turned)
                break
        else:
            at = len(kept)
            kept.append(fact)
        for place in places:
            of_passages[place].append(at)
    return kept


def _is_conflict(fact: Judged) -> bool:
    return fact.verdict == "conflict"


def _are_within(sides: Sequence[set[Place]], answers: Sequence[set[Place]]) -> bool:
    """Whether two sides are parts of two of some answers."""
    one, two = ([at for at, answer in enumerate(answers) if side <= answer] for side in sides)
    return bool(one) and bool(two) and one != two


def _place(one: Passage) -> Place:
    return one.article, one.claim or "", one.start


def _as_sides_of(known: Sequence[Answer], new: Sequence[Answer], book: SourceBook) -> Sequence[Answer] | None:
    """The sides of a conflict in the order of another's that asks the same; None where that asks something else."""
    if any(one.is_that_it_was_said for one in (*known, *new)):
        return None
    turned = (new[1], new[0])
    straight_fits, turned_fits = _fit(known, new, book), _fit(known, turned, book)
    if straight_fits == turned_fits:
        return None
    return new if straight_fits else turned


def _fit(known: Sequence[Answer], new: Sequence[Answer], book: SourceBook) -> bool:
    """Whether two conflicts share passages of a side, and on the other side as well, or at least who speaks there."""
    shared = [_shared(*pair) for pair in zip(known, new, strict=True)]
    if all(shared):
        return True
    speakers = [[{book.number_of(one) for one in side.passages} - {None} for side in sides] for sides in (known, new)]
    is_spoken_by_one = [not speakers[0][at].isdisjoint(speakers[1][at]) for at in range(_SIDES)]
    return any(shared) and all(is_spoken_by_one)


def _shared(known: Answer, new: Answer) -> list[Passage]:
    places = {_place(one) for one in known.passages}
    return [one for one in new.passages if _place(one) in places]


def _with(fact: Judged, sides: Sequence[Answer]) -> Judged:
    """A conflict with what the sides of another add to its own."""
    answers = []
    for mine, other in zip(fact.answers, sides, strict=True):
        known = {_place(one) for one in mine.passages}
        more = (one for one in other.passages if _place(one) not in known)
        answers.append(Answer(mine.position, (*mine.passages, *more), mine.is_that_it_was_said))
    return fact._replace(answers=tuple(answers))
