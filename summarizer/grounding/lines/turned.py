"""Words of a line that exclude those which the article has beside the same words: "falling seas" for "rising seas".

The sentence that holds the rest of the line is looked at word by word: what stands nearest to the line's own neighbours
counts, not what the sentence has elsewhere.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.checks.alignment import is_negated, read_words_of
from summarizer.grounding.checks.meanings import exclude, is_measure, sides_of
from summarizer.grounding.checks.opposites import OF_ADJECTIVES
from summarizer.grounding.checks.synonyms import groups_of
from summarizer.grounding.lines.polarity import DECLINING
from summarizer.grounding.lines.support import root_of, roots_of, sentence_words, shares
from summarizer.text.words import read_words, word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from summarizer.contract.article import Article
    from summarizer.grounding.checks.alignment import Word

_DEGREE_SIDES = [
    (frozenset(one.split()), frozenset(other.split()))
    for pair in read_words("lines")["turned"]["degrees"]
    for one, other in (pair, pair[::-1])
]
_COMMON = word_set("lines.turned.common")
_UNCOMPARED = word_set("lines.turned.uncompared")
_PLACING = word_set("checks.doers.prepositions")
_DEGREES = frozenset({"more", "less"})
_NEIGHBOURS = 2  # words that say something on either side of a word
_NEAR = 4  # words from such a neighbour, in the article, to what stands there for the word
_CLOSE = 1  # the same for a word of many uses
_LEAST = 0.35  # of the rest of a clause in a sentence: it tells the same
_AS_MUCH = 0.85  # of what the best sentence has of it
_HALF = 0.5
_SOME = 0.25  # the same for a sentence that the line names
_CLAUSE = 5  # words before a word in which a "not" is about it


class Turned(NamedTuple):
    """A word of a line, and the article's that it excludes."""

    said: str
    held: str


def turned_words(article: Article, clause: str, named: Collection[int] = ()) -> Iterator[Turned]:
    """Every word of a clause of a line of which the article has the opposite in the same place, and nowhere itself.

    Where the line names the sentences that it rests on, by the indices in `named`, only they are looked at.
    """
    words = read_words_of(clause)
    content = [at for at, word in enumerate(words) if word.is_content]
    for place, at in enumerate(content):
        word = words[at]
        if not _is_compared(word, at) or (at and words[at - 1].lower in _DEGREES):
            continue  # what is "less safe" is "more dangerous"
        if word.lower in DECLINING and [one.lower for one in words[at + 1 : at + 2]] == ["to"]:
            continue  # what somebody "declined to" do is no other thing that they did
        beside = [words[one] for one in content[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 1] if one != at]
        rest = clause[: word.start] + clause[word.end :]
        other = _opposite(article, rest, words, at, beside)
        if other is None and named:
            other = _opposite(article, rest, words, at, beside, named)
        is_done = at > 0 and words[at - 1].lower == "to" and other is not None and other.lower.endswith(OF_ADJECTIVES)
        if other is not None and not is_done:  # "to secure the posts" in "dangerous places"
            yield Turned(word.text, other.text)


def _is_compared(word: Word, at: int) -> bool:
    """Whether a word is no name, but for its capital at the beginning, and has opposites."""
    if word.kind not in ("word", "name" if at == 0 else "word") or word.lower in _UNCOMPARED:
        return False
    return bool(sides_of(word.key)) and not is_measure(word.key)


def _opposite(
    article: Article,
    rest: str,
    words: Sequence[Word],
    at: int,
    beside: Sequence[Word],
    named: Collection[int] = (),
) -> Word | None:
    held = shares(article, roots_of(rest))
    if named:
        held = [share if index in named else 0.0 for index, share in enumerate(held)]
    best = max(held, default=0.0)
    if best < _LEAST:
        return None
    found: Word | None = None
    for index, share in enumerate(held):
        if share < (_SOME if named else _HALF) * best:
            continue
        told = _told(sentence_words(article)[index], words, at, beside)
        if told is True:
            return None
        if isinstance(told, tuple) and share >= (_SOME if named else _AS_MUCH) * best:
            found = found or told
    return found


def turned_degrees(article: Article, clause: str, named: Collection[int]) -> Iterator[Turned]:
    """Every "least" of a clause right before a word that the article has "most" before, and the like.

    `named` are the indices of sentences that the line is said to rest on: only they are looked at.
    """
    words = read_words_of(clause)
    held = [sentence_words(article)[index] for index in sorted(named)]
    for at, word in enumerate(words[:-1]):
        others = _contrary_degrees(word)
        if not others or not words[at + 1].is_content:
            continue
        there = [one for text in held for one, following in pairwise(text) if _are_forms(following, words[at + 1])]
        if any(one.lower == word.lower for one in there):
            continue
        if other := next((one for one in there if one.lower in others), None):
            yield Turned(word.text, other.text)


def _contrary_degrees(word: Word) -> frozenset[str]:
    return frozenset().union(*[others for own, others in _DEGREE_SIDES if word.lower in own])


def _are_forms(one: Word, other: Word) -> bool:
    return one.kind != "mark" and root_of(one.text) == root_of(other.text)


def turned_beside(article: Article, clause: str, named: Collection[int]) -> Iterator[Turned]:
    """Every word of a clause whose opposite stands right behind the same word in the article, and it never does.

    In "a narrow win and a 22-point victory" a 22-point loss was a victory, though the article has "win" as well.
    """
    words = read_words_of(clause)
    held = [sentence_words(article)[index] for index in sorted(named)]
    for before, word in pairwise(words):
        if not before.is_content or word.kind != "word" or not sides_of(word.key) or is_measure(word.key):
            continue
        there = [
            one
            for text in held
            for first, one in pairwise(text)
            if first.key == before.key and one.kind == "word" and one.is_content
        ]
        if any(_are_one(one, word) for one in there) or word.lower in _UNCOMPARED | _COMMON | _PLACING:
            continue
        if other := next((one for one in there if exclude(one.key, word.key)), None):
            yield Turned(word.text, other.text)


def _told(held: Sequence[Word], words: Sequence[Word], at: int, beside: Sequence[Word]) -> Word | bool:
    """Whether a sentence has a word, or another one for it, where a line has it; the one that it excludes if that."""
    word = words[at]
    anchors = [place for place, one in enumerate(held) if any(_are_one(one, other) for other in beside)]
    if not anchors:
        return False
    same = [place for place, one in enumerate(held) if one.is_content and _are_one(one, word)]
    others = [
        place
        for place, one in enumerate(held)
        if one.kind == "word" and one.is_content and exclude(word.key, one.key) and not _is_said(one, words, at)
    ]
    reach = _CLOSE if word.lower in _COMMON else _NEAR
    others = [place for place in others if anchors != [place]]
    same = [place for place in same if anchors != [place]]
    near = min((_away(place, anchors), place) for place in others) if others else None
    own = min((_away(place, anchors) for place in same), default=None)
    if own is not None and (near is None or own <= near[0]):
        return True
    if any(held[place].key == word.key and _away(place, anchors) <= reach for place in same):
        return True  # the word itself, though the other one stands nearer
    if near is None or near[0] > reach:
        return False
    if is_negated(words, at, _CLAUSE) is not is_negated(held, near[1], _CLAUSE):
        return False
    return held[near[1]]


def _is_said(other: Word, words: Sequence[Word], at: int) -> bool:
    """Whether a line has another word for one of the article: it tells of both."""
    return any(place != at and one.is_content and _are_one(other, one) for place, one in enumerate(words))


def _away(place: int, anchors: Sequence[int]) -> int:
    return min(abs(place - anchor) for anchor in anchors if anchor != place)


def _are_one(one: Word, other: Word) -> bool:
    """Whether two words are one in some form, or may stand for each other."""
    if one.kind == "mark" or other.kind == "mark" or not one.is_content:
        return False
    if one.key == other.key or root_of(one.text) == root_of(other.text):
        return True
    if not sides_of(one.key).isdisjoint(sides_of(other.key)):
        return True
    return not groups_of(one.key).isdisjoint(groups_of(other.key))
