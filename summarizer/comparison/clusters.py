"""Groups what is alike in pairs, so that each group is alike on the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MOST_COMPARED = 6  # members of each of two groups that stand for the rest


def cluster(
    number: int, edges: Sequence[tuple[float, int, int]], like: Callable[[int, int], float], least: float
) -> list[list[int]]:
    """Groups of the numbers below `number`: joined by `edges` (likeness and two members), the likest first.

    Two groups are joined where their members are alike by `least` on average. Members are in order, and so are groups.
    """
    group_of = list(range(number))
    groups: dict[int, list[int]] = {}
    apart: dict[tuple[int, int], tuple[int, int]] = {}  # groups that were not joined, with how many members they had
    for _, one, two in sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
        first, second = sorted((group_of[one], group_of[two]))
        if first == second:
            continue
        here, there = groups.get(first, [first]), groups.get(second, [second])
        if apart.get((first, second)) == (len(here), len(there)):
            continue
        if len(here) + len(there) > 2:
            compared = [like(a, b) for a in here[:_MOST_COMPARED] for b in there[:_MOST_COMPARED]]
            if sum(compared) / len(compared) < least:
                apart[first, second] = len(here), len(there)
                continue
        groups[first] = sorted([*here, *there])
        groups.pop(second, None)
        for member in there:
            group_of[member] = first
    return [groups.get(at, [at]) for at in range(number) if group_of[at] == at]
