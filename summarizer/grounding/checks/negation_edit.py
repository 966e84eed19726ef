"""Finds the negation that a claim puts into, or leaves out of, the article's own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.grounding.checks import vocabulary as vocab
from summarizer.grounding.checks.alignment import compare_words
from summarizer.grounding.checks.phrases import plain_words
from summarizer.grounding.checks.polarity import are_alike, negates
from summarizer.text.overlap import stem
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.grounding.checks.alignment import Operation

_WORD = re.compile(r"[^\W_](?:[\w’'-]*\w)?")
_MOST_CHANGED = 4  # words on either side of a change that is only about a negation
_LEAST_SHARED = 4  # words about it that are the article's, in its order
_OPPOSITES = vocab.SAYING | vocab.AFFIRMING | vocab.AUXILIARIES | word_set("checks.wording.opposites")
_SAYING_NO = vocab.DENYING | vocab.UNTRUE
_BESIDE = 2  # operations: one stretch of equal words lies between
_PREFIXES = tuple(word_set("checks.wording.prefixes"))
_NEITHER = re.compile(r"\bneither\b(.{1,60}?)\bnor\b", re.IGNORECASE)
SINCE = re.compile(r"\b(?:days?|weeks?|months?|years?|decades?) since\b")  # "nine days since it sailed" needs no "not"
_NEGATIVE = vocab.NEGATORS | vocab.UNTRUE


def negation_edit(text: str, sentences: str) -> str | None:
    """The negation that a claim puts into, or leaves out of, the article's own words; None where it does neither."""
    said, held = (_words(_NEITHER.sub(r"not\1or", plain_words(one))) for one in (text, sentences))
    if "or" in said and "or" not in held and held.count("not") > said.count("not") > 0:
        return None  # "will not row or sail" is "will not row and will not sail"
    if not _may_differ(said, held):
        return None
    operations = compare_words(said, held)
    for place, (tag, i1, i2, j1, j2) in enumerate(operations):
        if tag == "equal" or max(i2 - i1, j2 - j1) > _MOST_CHANGED:
            continue
        if not _equal(operations, place - 1) or not _equal(operations, place + 1) or not _is_within(operations, place):
            continue
        more, less = _negators(said, i1, i2), _negators(held, j1, j2)
        if len(more) == len(less) or not _is_only_negated(said[i1:i2], held[j1:j2], more + less):
            continue
        if more and not SINCE.search(sentences) and not _has_instead(held, operations, place, of_claim=False):
            return f"the claim puts “{more[0]}” into the article's own words"
        if less and not _has_instead(said, operations, place, of_claim=True):
            return f"the claim leaves “{less[0]}” out of the article's own words"
    return None


def _is_within(operations: Sequence[Operation], place: int) -> bool:
    """Whether a change lies within words that are the article's."""
    before, after = _equal(operations, place - 1), _equal(operations, place + 1)
    is_open = (before == 0 and place > 0) or (after == 0 and place < len(operations) - 1)
    return before + after >= _LEAST_SHARED and not is_open


def _has_instead(words: tuple[str, ...], operations: Sequence[Operation], place: int, *, of_claim: bool) -> bool:
    """Whether a text has, where it differs, another negation for the same thing.

    That is one close by ("take no orders" for "do not take orders"), a denial, or an answer ("said no").
    """
    for other, operation in enumerate(operations):
        if other == place or operation[0] == "equal":
            continue
        start, end = operation[1:3] if of_claim else operation[3:]
        found = _negators(words, start, end)
        is_near = abs(other - place) <= _BESIDE and end - start <= _MOST_CHANGED + 2
        if found and (is_near or not _SAYING_NO.isdisjoint(found) or end == len(words)):
            return True
    return False


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower().replace("’", "'") for word in _WORD.findall(text))


def _may_differ(said: tuple[str, ...], held: tuple[str, ...]) -> bool:
    return not _NEGATIVE.isdisjoint(said + held) or any(
        word.endswith("n't") or word.startswith(_PREFIXES) for word in set(said) ^ set(held)
    )


def _equal(operations: Sequence[Operation], place: int) -> int:
    """How many words before or after a change are the same."""
    if not 0 <= place < len(operations) or operations[place][0] != "equal":
        return 0
    return operations[place][2] - operations[place][1]


def is_untrue(words: tuple[str, ...], at: int) -> bool:
    """Whether a word calls something untrue, and is not one of several that say of what sort it is."""
    return words[at] in vocab.UNTRUE and words[at + 2 : at + 3] != ("and",)


def _negators(words: tuple[str, ...], start: int, end: int) -> list[str]:
    """The words that negate in a stretch; of "unsafe" and the like, those whose other half is for the caller to see."""
    found = [words[at] for at in range(start, end) if negates(words, at) or is_untrue(words, at)]
    is_one = sum(word not in vocab.FILLERS for word in words[start:end]) == 1  # "are unable"
    return found or [words[at] for at in range(start, end) if words[at].startswith(_PREFIXES) and is_one]


def _is_only_negated(said: Sequence[str], held: Sequence[str], negators: Sequence[str]) -> bool:
    """Whether two short stretches are the same except for these negators, or have a word of the opposite for them."""
    rest, other = ([word for word in words if word not in negators] for words in (said, held))
    prefixed = next((word for word in negators if word not in _NEGATIVE and not word.endswith("n't")), None)
    if prefixed is not None:
        plain = rest + other
        own = [[word for word in words if word not in vocab.FILLERS] for words in (said, held)]
        return len(own[0]) == len(own[1]) == 1 and any(
            prefixed == f"{one}{word}" for one in _PREFIXES for word in plain
        )
    stems = [{stem(word) for word in words if word not in vocab.FILLERS} for words in (rest, other)]
    if len(stems[0]) == len(stems[1]) == 1 and are_alike(*stems[0], *stems[1]):
        return True
    return stems[0] == stems[1] or all(word in _OPPOSITES or word in vocab.FILLERS for word in rest + other)
