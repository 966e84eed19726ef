"""The measures that figures are told in."""

from __future__ import annotations

from summarizer.comparison.shares import PERCENT
from summarizer.text.words import keys_by_word

LENGTHS = {"meters": 1.0, "kilometers": 1000.0, "miles": 1609.344, "feet": 0.3048}
MEASURES = frozenset({PERCENT, "percentage points"}) | frozenset(
    {*keys_by_word("numbers.currencies").values(), *keys_by_word("numbers.measures").values()}
)
