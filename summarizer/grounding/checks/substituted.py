"""A word of a text that stands where the article's own words, which it otherwise repeats, have another one.

One verb, adjective or noun among linked words counts, where neither stands for the other in any list of words alike.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.checks import vocabulary as vocab
from summarizer.grounding.checks.alignment import is_last_before_mark
from summarizer.grounding.checks.meanings import meaning
from summarizer.grounding.checks.synonyms import groups_of, may_stand_for
from summarizer.text.overlap import content_words
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.grounding.checks.alignment import Alignment, Word

_LIGHT = word_set("checks.substituted.light") | vocab.SAYING
_LEAST_LINKED = 0.5  # of a text's content words: with fewer it is put in other words
_LEAST_SHARED = 3  # words right beside the two that are the same
_REACH = 4  # words on either side that are compared
_AROUND = 5  # words from it in which another word for the same may stand: "rescue chief", "head of the rescue service"
_QUOTATION = frozenset('“”"')
_ENDINGS = ("ly", "ing")  # an adverb takes an adverb's place


class Substitute(NamedTuple):
    """A word of a text, and the article's in whose place it stands."""

    said: str
    held: str


def find_substitutes(alignment: Alignment, near: str) -> Iterator[Substitute]:
    """Every word of a text, otherwise in the evidence's words, that stands alone where the evidence has another one.

    `near` are all words on which the text may draw.
    """
    said, held = alignment.said, alignment.held
    content = [at for at, word in enumerate(said) if word.is_content]
    if sum(alignment.links[at] is not None for at in content) < _LEAST_LINKED * len(content):
        return
    known: set[str] | None = None
    for at in content:
        if alignment.links[at] is not None or not _is_telling(said[at]):
            continue
        place = _place_of(alignment, at)
        if place is None or _is_told_beside(alignment, at, place):
            continue
        if known is None:
            known = {meaning(one) for one in content_words(near)}
        if said[at].key not in known and not any(held[place].key == one.key for one in said):
            yield Substitute(said[at].text, held[place].text)


def _place_of(alignment: Alignment, at: int) -> int | None:
    """The place of the evidence's word that stands among the same words as one of the text."""
    said, held = alignment.said, alignment.held
    for place, word in enumerate(held):
        if alignment.back[place] is not None or not _is_telling(word):
            continue
        is_of_kind = all(said[at].lower.endswith(one) is word.lower.endswith(one) for one in _ENDINGS)
        if is_of_kind and _is_within_same(alignment, at, place):
            return place
    return None


def _is_told_beside(alignment: Alignment, at: int, place: int) -> bool:
    """Whether the word at a place, or one not far from it that the text lacks, may be put for one of the text."""
    word, held = alignment.said[at], alignment.held
    if may_stand_for(word.key, held[place].key):
        return True
    around = range(max(0, place - _AROUND), min(len(held), place + _AROUND + 1))
    return any(
        alignment.back[one] is None and not groups_of(word.key).isdisjoint(groups_of(held[one].key)) for one in around
    )


def _is_within_same(alignment: Alignment, at: int, place: int) -> bool:
    """Whether the words right before two places are the same, and those right after, and enough of them.

    Either may have another word before it that the other text lacks: "logistics hubs" and "old hospitals".
    """
    said, held = alignment.said, alignment.held
    after = _run(said, at, held, place, 1)
    if not after and not (is_last_before_mark(said, at) and is_last_before_mark(held, place)):
        return False
    for here, there in ((at, place), (at - 1, place), (at, place - 1), (at - 1, place - 1)):
        if here < 0 or there < 0 or not (_is_passed(alignment, at, here) and _is_passed_there(alignment, place, there)):
            continue
        before = _run(said, here, held, there, -1)
        if not before and len(after) >= _LEAST_SHARED and _opens(said, here) and _opens(held, there):
            return any(word.is_content for word in after)
        same = [*before, *after]
        if len(same) > len(after) and len(same) >= _LEAST_SHARED and any(word.is_content for word in same):
            return True
    return False


def _opens(words: Sequence[Word], at: int) -> bool:
    """Whether a word begins what is said: nothing, a mark or a word of saying stands before it."""
    before = words[at - 1] if at else None
    return before is None or before.kind == "mark" or before.lower in vocab.SAYING or before.lower == "that"


def _is_passed(alignment: Alignment, at: int, first: int) -> bool:
    return first == at or (alignment.links[first] is None and _is_telling(alignment.said[first]))


def _is_passed_there(alignment: Alignment, place: int, first: int) -> bool:
    return first == place or (alignment.back[first] is None and _is_telling(alignment.held[first]))


def _run(said: Sequence[Word], at: int, held: Sequence[Word], place: int, step: int) -> list[Word]:
    """The words right before or after two places, as far as they are the same; quotation marks are passed over."""
    ours, theirs = _side(said, at, step), _side(held, place, step)
    return [one for one, _ in takewhile(lambda pair: _is_same(*pair), zip(ours, theirs, strict=False))]


def _side(words: Sequence[Word], at: int, step: int) -> list[Word]:
    side = words[at + 1 : at + 1 + 2 * _REACH] if step > 0 else words[max(0, at - 2 * _REACH) : at][::-1]
    return [word for word in side if word.text not in _QUOTATION][:_REACH]


def _is_same(one: Word, other: Word) -> bool:
    if one.kind == "mark" or other.kind == "mark":
        return False
    return one.key == other.key or one.lower.partition("'")[0] == other.lower.partition("'")[0]


def _is_telling(word: Word) -> bool:
    return (
        word.kind == "word"
        and word.is_content
        and "." not in word.text
        and word.lower not in _LIGHT
        and word.lower not in vocab.FILLERS
    )
