"""A thing that a text names where the article's own words, which it otherwise repeats, have another one.

Only one noun among words that are the article's counts: who puts a sentence in his own words names things otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.checks import vocabulary as vocab
from summarizer.grounding.checks.meanings import meaning, sides_of
from summarizer.text.overlap import content_words
from summarizer.text.words import read_words, split_entries, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.grounding.checks.alignment import Alignment, Word

_REACH = 4  # words on either side that are compared
_LEAST_SHARED = 3  # words right beside the noun that are the same
_ROOT = 4  # letters that two words of one root begin with
_BEFORE_NOUNS = word_set("checks.replaced.before_nouns")
_GENERAL = frozenset(map(meaning, word_set("checks.replaced.general")))
_VERBAL = ("ed", "ly", "ing")
_ALIKE: dict[str, frozenset[int]] = {}
for _number, _words in enumerate(read_words("checks")["replaced"]["alike"]):
    for _word in split_entries(_words):
        _ALIKE[meaning(_word)] = _ALIKE.get(meaning(_word), frozenset()) | {_number}


class Replaced(NamedTuple):
    """A noun of a text, and the article's in whose place it stands."""

    said: str
    held: str


def find_replaced_nouns(alignment: Alignment, near: str) -> Iterator[Replaced]:
    """Every noun of a text that stands, among words of the evidence, where that has another one.

    `near` are all words on which the text may draw.
    """
    said, held = alignment.said, alignment.held
    known: set[str] | None = None
    for at, word in enumerate(said):
        if alignment.links[at] is not None or not _may_be_noun(said, at):
            continue
        place = _place_of(alignment, at)
        if place is None or alignment.back[place] is not None or not _may_be_noun(held, place):
            continue
        other = held[place]
        if _are_alike(word, other) or not _is_within_same(said, at, held, place):
            continue
        if known is None:
            known = {meaning(one) for one in content_words(near)}
        if word.key not in known and not any(other.key == one.key for one in said):
            yield Replaced(word.text, other.text)


def _place_of(alignment: Alignment, at: int) -> int | None:
    """The article's place that answers to a place of the text, by the words right before and right after."""
    said, held = alignment.said, alignment.held
    for step in (-1, 1):
        near = next(
            (one for one in range(at + step, at + 5 * step, step) if 0 <= one < len(said) and _link(alignment, one)),
            None,
        )
        if near is None:
            continue
        place = (alignment.links[near] or 0) + at - near
        if 0 <= place < len(held):
            return place
    return None


def _link(alignment: Alignment, at: int) -> bool:
    return alignment.links[at] is not None and alignment.said[at].kind != "mark"


def _is_within_same(said: Sequence[Word], at: int, held: Sequence[Word], place: int) -> bool:
    """Whether the words right before two places are the same, and those right after, and enough of them."""
    before = _run(said, at, held, place, -1)
    after = _run(said, at, held, place, 1)
    ends = at + 1 >= len(said) or said[at + 1].kind == "mark"
    ends = ends and (place + 1 >= len(held) or held[place + 1].kind == "mark")
    if not before or not (after or ends):
        return False
    same = [*before, *after]
    return len(same) >= _LEAST_SHARED and any(word.is_content for word in same)


def _run(said: Sequence[Word], at: int, held: Sequence[Word], place: int, step: int) -> list[Word]:
    found: list[Word] = []
    for distance in range(1, _REACH + 1):
        one, other = at + distance * step, place + distance * step
        if not (0 <= one < len(said) and 0 <= other < len(held)) or said[one].key != held[other].key:
            break
        if said[one].kind == "mark":
            break
        found.append(said[one])
    return found


def _may_be_noun(words: Sequence[Word], at: int) -> bool:
    """Whether a word stands where a noun stands: after "the", "his" or an adjective, and before no other noun."""
    word = words[at]
    if word.kind != "word" or not word.is_content or word.lower.endswith(_VERBAL) or word.lower in vocab.FILLERS:
        return False
    if at == 0:
        return False
    before = words[at - 1]
    is_led = before.lower in _BEFORE_NOUNS or before.lower.endswith(("'s", "s'"))
    if not is_led and before.kind == "word" and before.is_content and at > 1:
        is_led = words[at - 2].lower in _BEFORE_NOUNS  # "an ordinary meeting"
    if not is_led:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    return after is None or after.kind == "mark" or not after.is_content or after.lower.endswith("ed")


def _are_alike(one: Word, other: Word) -> bool:
    """Whether two nouns may stand for one thing."""
    if one.key[:_ROOT] == other.key[:_ROOT] or not sides_of(one.key).isdisjoint(sides_of(other.key)):
        return True
    if one.key in _GENERAL or other.key in _GENERAL:
        return True
    return not _ALIKE.get(one.key, frozenset()).isdisjoint(_ALIKE.get(other.key, frozenset()))
