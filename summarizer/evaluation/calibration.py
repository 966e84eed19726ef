"""How well the stated confidence keeps its word: what share of claims of a confidence was right by the gold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field, NonNegativeInt

from summarizer.contract.frozen import Frozen
from summarizer.contract.report import Confidence
from summarizer.evaluation.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BINS = 5
SURE = 0.9


class JudgedClaim(Frozen):
    """A claim by its id, and what the gold says of it.

    `is_said`: half of its words lie in gold statements; `is_right`: and one about the same words has its source;
    `is_checked`: a check stands on it.
    """

    id: str
    confidence: Confidence
    is_said: bool
    is_right: bool
    is_checked: bool


class Bin(Frozen):
    """Claims of about the same confidence: `stated` is the mean of it, `measured` the share that was right."""

    claims: NonNegativeInt
    stated: float
    measured: float

    @property
    def gap(self) -> float:
        """How far what is stated lies from what is measured."""
        return abs(self.stated - self.measured)


class Calibration(Frozen):
    """`sure` are the claims of at least .9 and how many of them were right, `doubted` the wrong ones with a check."""

    bins: tuple[Bin, ...] = ()
    sure: Rate = Rate()
    doubted: Rate = Field(default=Rate(), description="wrong claims that bear a check, of all wrong ones")

    @property
    def largest_gap(self) -> float | None:
        """The largest gap of all bins; None without claims."""
        return max((one.gap for one in self.bins), default=None)


def calibrate(claims: Iterable[JudgedClaim]) -> Calibration:
    """Put claims into five bins of about equally many, by confidence; equal confidences share a bin."""
    ranked = sorted(claims, key=lambda one: one.confidence)
    sure = [one.is_right for one in ranked if one.confidence >= SURE]
    wrong = [one for one in ranked if not one.is_right]
    return Calibration(
        bins=tuple(map(_bin, _split(ranked))),
        sure=Rate(right=sum(sure), of=len(sure)),
        doubted=Rate(right=sum(one.is_checked for one in wrong), of=len(wrong)),
    )


def _split(ranked: Sequence[JudgedClaim]) -> list[list[JudgedClaim]]:
    groups: list[list[JudgedClaim]] = []
    filled = 0
    for at, one in enumerate(ranked):
        is_tie = at > 0 and ranked[at - 1].confidence == one.confidence
        if not groups or (not is_tie and at >= filled * len(ranked) / BINS):
            groups.append([])
            filled = at * BINS // len(ranked) + 1
        groups[-1].append(one)
    return groups


def _bin(claims: Sequence[JudgedClaim]) -> Bin:
    return Bin(
        claims=len(claims),
        stated=sum(one.confidence for one in claims) / len(claims),
        measured=sum(one.is_right for one in claims) / len(claims),
    )
