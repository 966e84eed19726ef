"""When something is, beside its evidence: what has been so "since 2019" was not so only "in 2019"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.grounding.checks.alignment import clause_before
from summarizer.grounding.checks.meanings import meaning
from summarizer.text.words import read_words, split_entries, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.grounding.checks.alignment import Alignment, Word

_KINDS = {word: kind for kind, words in read_words("checks")["times"]["kinds"].items() for word in split_entries(words)}
_CONTRARY = {kind: frozenset(split_entries(kinds)) for kind, kinds in read_words("checks")["times"]["contrary"].items()}
_BETWEEN = word_set("checks.times.between")
_DATES = frozenset(map(meaning, word_set("checks.times.dates")))
_POINTING = frozenset({"this", "next", "last"})
_BEGINNING = word_set("checks.times.beginning")
_PERIODS = word_set("checks.times.periods")
_FAR_BACK = 12  # words from "dating back" to the time
_MOST_BETWEEN = 3  # words from "since" to the date


def time_difference(alignment: Alignment) -> str | None:
    """What a text has before, after, until or since a date, and its evidence otherwise; None where they agree."""
    if pointed := _pointed_otherwise(alignment):
        return pointed
    for at, word in enumerate(alignment.said):
        place = alignment.links[at]
        if place is None or not _is_date(word) or word.lower.endswith("'s"):  # "after Friday's vote" dates the vote
            continue
        said, held = _preposition(alignment.said, at), _preposition(alignment.held, place)
        if (
            _goes_back(alignment.held, place)
            or said is None
            or held is None
            or (_KINDS[said.lower] == "since" and _has_been_since(alignment.held, place))
            or _KINDS[held.lower] not in _CONTRARY.get(_KINDS[said.lower], frozenset())
        ):
            continue
        if any(one.lower == held.lower for one in clause_before(alignment.said, at, _FAR_BACK)):
            continue  # "after the siege ended in 1923" is after 1923
        if any(
            word.key == one.key and _is_same(alignment.held, other, said) for other, one in enumerate(alignment.held)
        ):
            continue  # the date stands there twice
        return f"the claim says “{said.text} {word.text}”, the evidence “{held.text} {alignment.held[place].text}”"
    return None


def _pointed_otherwise(alignment: Alignment) -> str | None:
    """ "Next year" of the evidence given as "this year"."""
    ours, theirs = _pointed(alignment.said), _pointed(alignment.held)
    for one in ours:
        same = [other for other in theirs if other[1].key == one[1].key]
        if not same and (other := _other_period(alignment, one, theirs)) is not None:
            return f"the claim says “{one[0].text} {one[1].text}”, the evidence “{other[0].text} {other[1].text}”"
        if same and all(other[0].lower != one[0].lower for other in same):
            other = same[0]
            return f"the claim says “{one[0].text} {one[1].text}”, the evidence “{other[0].text} {other[1].text}”"
    return None


def _other_period(
    alignment: Alignment, one: tuple[Word, Word], theirs: Sequence[tuple[Word, Word]]
) -> tuple[Word, Word] | None:
    """The only period to which the evidence points with the same word, where it does not have the text's own."""
    pointed = [other for other in theirs if other[0].lower == one[0].lower]
    is_told = any(one[1].key == word.key for word in alignment.held)
    is_kept = any(other[1].key == word.key for other in pointed for word in alignment.said)
    return pointed[0] if len(pointed) == 1 and not is_told and not is_kept else None


def _pointed(words: Sequence[Word]) -> list[tuple[Word, Word]]:
    """Each "this week", "next year" and the like."""
    return [
        (one, other)
        for one, other in pairwise(words)
        if one.lower in _POINTING and other.lower.removesuffix("'s") in _PERIODS
    ]


def _goes_back(held: Sequence[Word], place: int) -> bool:
    """Whether something dates "back" to a time: it has been so since."""
    return any(word.lower == "back" for word in held[max(0, place - _FAR_BACK) : place])


def _has_been_since(held: Sequence[Word], place: int) -> bool:
    """Whether something began at a time, or a "since" stands further before it: "since winning the vote in June"."""
    return _begins(held, place) or any(word.lower == "since" for word in clause_before(held, place, _FAR_BACK))


def _begins(held: Sequence[Word], place: int) -> bool:
    """Whether something began at a time: it has been so since."""
    return any(word.lower in _BEGINNING for word in held[max(0, place - _FAR_BACK) : place])


def _is_date(word: Word) -> bool:
    return word.key.startswith(("date ", "time ")) or word.key in _DATES


def _is_same(held: Sequence[Word], place: int, said: Word) -> bool:
    other = _preposition(held, place)
    return other is not None and _KINDS[other.lower] == _KINDS[said.lower]


def _preposition(words: Sequence[Word], at: int) -> Word | None:
    """The word that says how a time is meant, with no more between than "the end of"."""
    for word in reversed(words[max(0, at - 1 - _MOST_BETWEEN) : at]):
        if word.lower in _KINDS:
            return word
        if word.lower not in _BETWEEN and word.key not in _DATES:
            return None
    return None
