"""Numbers that a text gives for another date than the evidence does: "2 percent in 2031" for what that has of 2035."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.grounding.checks.alignment import Word

_NEAR = 4  # words between a number and its date
_ENDS = frozenset(",.;:!?…—–")


class Dated(NamedTuple):
    """A number of a text with its date there, and with its date in the evidence."""

    number: str
    said: str
    held: str


def find_misdated(said: Sequence[Word], held: Sequence[Word]) -> Iterator[Dated]:
    """Every number of a text that has one date there and another in the evidence, where its date has another number."""
    ours, theirs = _dates(said), _dates(held)
    for number, date in ours.items():
        own = theirs.get(number)
        if own is None or own.key == date.key or not any(other.key == date.key for other in theirs.values()):
            continue
        yield Dated(number.partition(" ")[2], date.text, own.text)


def _dates(words: Sequence[Word]) -> dict[str, Word]:
    """For each number, by its key, the nearest date; a number that stands twice with different dates has none."""
    found: dict[str, Word] = {}
    twice: set[str] = set()
    for at, word in enumerate(words):
        if word.kind != "number" or not word.key.startswith("figure "):
            continue
        date = _nearest_date(words, at)
        if date is None or (word.key in found and found[word.key].key != date.key):
            twice.add(word.key)
        else:
            found[word.key] = date
    return {key: date for key, date in found.items() if key not in twice}


def _nearest_date(words: Sequence[Word], at: int) -> Word | None:
    for distance in range(1, _NEAR + 1):
        for place in (at + distance, at - distance):
            if not 0 <= place < len(words) or not words[place].key.startswith("date "):
                continue
            low, high = sorted((at, place))
            if not any(word.text in _ENDS for word in words[low + 1 : high]):
                return words[place]
    return None
