"""A count of what was right, out of how many."""

from __future__ import annotations

from pydantic import NonNegativeInt

from summarizer.contract.frozen import Frozen


class Rate(Frozen):
    """How many were right, out of how many."""

    right: NonNegativeInt = 0
    of: NonNegativeInt = 0

    @property
    def value(self) -> float | None:
        """The share from 0 to 1; None when there was nothing to count."""
        return self.right / self.of if self.of else None

    def __add__(self, other: Rate) -> Rate:
        return Rate(right=self.right + other.right, of=self.of + other.of)
