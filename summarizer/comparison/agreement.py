"""Whether two quantities, or the numbers of two passages, can both be true."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from math import isclose
from typing import TYPE_CHECKING

from summarizer.comparison.clocks import meet
from summarizer.comparison.durations import LASTING, UNITS
from summarizer.comparison.measures import LENGTHS
from summarizer.comparison.quantities import CLOCK, read_quantities

if TYPE_CHECKING:
    from summarizer.comparison.passages import Passage
    from summarizer.comparison.quantities import Quantity

_ROUNDING = 0.05
_ROUNDED = 0.9  # of a time, which few tell to the minute


def agree(one: Quantity, two: Quantity) -> bool:
    """Whether both can be true of one number: their bounds meet, or one is the other rounded."""
    if one.unit == CLOCK == two.unit:
        return meet((one.low, one.high), (two.low, two.high), either=one.either_half or two.either_half)
    if one.event == LASTING == two.event:
        ratio = UNITS[one.unit] / UNITS[two.unit]
        return two.low * _ROUNDED <= one.high * ratio and one.low * ratio <= two.high / _ROUNDED
    if one.unit != two.unit and one.unit in LENGTHS and two.unit in LENGTHS:
        ratio = LENGTHS[one.unit] / LENGTHS[two.unit]
        return two.low * 0.9 <= one.high * ratio and one.low * ratio <= two.high * 1.1
    if one.figure.value == two.figure.value:
        return True
    if one.greatest and two.greatest:  # "fines reach 3 million at most", "the highest fine is 300,000"
        return _is_rounded(one.figure.value, two.figure.value) or _is_rounded(two.figure.value, one.figure.value)
    if one.low <= two.high and two.low <= one.high:
        return True
    return _is_rounded(one.figure.value, two.figure.value) or _is_rounded(two.figure.value, one.figure.value)


def length_unit(one: Quantity) -> str:
    """The unit of a length, which can be told in several; "" for all else."""
    return one.unit if one.unit in LENGTHS else ""


def _is_rounded(coarse: float, fine: float) -> bool:
    """Whether a number has fewer leading digits than another and is that one rounded to them: 1.4 and 1.375."""
    if abs(coarse - fine) > _ROUNDING * abs(fine):
        return False
    digits = f"{coarse:.10g}".replace(".", "").strip("0")
    finer = f"{fine:.10g}".replace(".", "").strip("0")
    if not digits or len(digits) >= len(finer) or coarse < 10 == float(coarse).is_integer():
        return False
    return isclose(float(f"{fine:.{len(digits)}g}"), coarse, rel_tol=1e-9)


@lru_cache(maxsize=4096)  # a passage is compared with one after another
def _quantities_of(passage: Passage) -> tuple[Quantity, ...]:
    return tuple(read_quantities(passage))


def _in_all(unit: str) -> str:
    """A unit without "a year": what something costs each year and what it costs once are two statements."""
    return unit.removesuffix(" a year")


def _are_of_one_thing(one: Quantity, two: Quantity) -> bool:
    """Whether two quantities count one thing: of those to whom something happened, one may not say who they are."""
    units = _in_all(one.unit), _in_all(two.unit)
    return one.event == two.event and (units[0] == units[1] or (one.event != "" and "" in units))


def count_otherwise(one: Passage, two: Passage) -> bool:
    """Whether two passages have numbers of one thing and none of the one agrees with any of the other."""
    if not one.figures or not two.figures:
        return False
    pairs = [
        agree(first, second) and ("when" in first.times) == ("when" in second.times)
        for first in _quantities_of(one)
        for second in _quantities_of(two)
        if _are_of_one_thing(first, second) and first.unit != CLOCK
    ]
    if pairs:
        return not any(pairs)
    times = [agree(*pair) for pair in product(_times_of_day(one), _times_of_day(two))]
    return bool(times) and not any(times)


def _times_of_day(passage: Passage) -> list[Quantity]:
    return [one for one in _quantities_of(passage) if one.unit == CLOCK]
