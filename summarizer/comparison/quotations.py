"""Finds the quotations that two articles give, whatever each says around them, leaves out or puts in brackets."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING

from summarizer.comparison.copies import runs_of, same_words, words_of
from summarizer.text.folding import DOUBLE_QUOTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from summarizer.comparison.passages import Passage

_MARK = re.compile("[" + "".join(sorted(DOUBLE_QUOTES)) + "]")
_OPENS = re.compile(r"(?:^|[\s(\[:—–-])$")  # what stands before a mark that opens
_SINGLE = re.compile(r"(?<!\w)‘(.+?)’(?!\w)")
_GAP = re.compile(r"\[[^\]]*\]|…|\.\s?\.\s?\.")
_IN_ORDER = 0.7  # of the words of the shorter quotation, where something is left out of one or put into it
_LEAST_WORDS = 4
_LEAST_WHOLE, _LEAST_WITHIN = 6, 8  # words that are no saying of everybody's
_ARTICLES = frozenset({"The", "A", "An", "One"})
_LONG = 6  # runs in common that two persons do not say by chance
_COMMONEST = 24  # a run in more quotations than this leads from each only to the next


def find_quotations(
    passages: Sequence[Passage], speakers: Sequence[int | None], is_one: Callable[[str, str], bool]
) -> frozenset[tuple[int, int]]:
    """Pairs of places in `passages` that quote the same words, the lower first, of whatever events their articles tell.

    `speakers` are the sources of the passages by number, and `is_one` tells whether two articles are on one event. A
    few words are one quotation in one mouth; else two of these must hold: one article does not name whose they are,
    both are on one event, and both quote all of the same words.
    """

    def is_quoted_again(at: int, other: int) -> bool:
        one, two = passages[at], passages[other]
        pairs = [pair for pair in product(quoted_words(one), quoted_words(two)) if same_quotation(*pair)]
        if not pairs or (one.stance == "denies") != (two.stance == "denies"):
            return False
        if speakers[at] is not None and speakers[at] == speakers[other]:
            return True
        if any(len(runs_of(first) & runs_of(second)) >= _LONG for first, second in pairs):
            return True
        is_unnamed, is_one_event = _is_nameless(one) or _is_nameless(two), is_one(one.article, two.article)
        is_whole = any(_are_all_the_words(*pair) for pair in pairs)
        return is_unnamed + is_one_event + is_whole > 1

    return frozenset(pair for pair in _meetings(passages) if is_quoted_again(*pair))


def _are_all_the_words(one: str, two: str) -> bool:
    """Whether two quotations have the same words, or a longer one has all of the other, which nobody says by chance."""
    few, many = sorted((words_of(one), words_of(two)), key=len)
    if len(few) < _LEAST_WHOLE:
        return False
    return few == many or (len(few) >= _LEAST_WITHIN and f" {' '.join(few)} " in f" {' '.join(many)} ")


def _is_nameless(one: Passage) -> bool:
    """Whether a passage does not name who speaks: nobody at all, or "the candidate"."""
    first = one.speaker.split()[:1]
    return not first or (one.kind == "person" and (first[0].islower() or first[0] in _ARTICLES))


def _meetings(passages: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Pairs of passages of different articles whose quotations share a run of words."""
    index: dict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(passages):
        for run in {run for words in quoted_words(one) for run in runs_of(words)}:
            index[run].append(at)
    met: set[tuple[int, int]] = set()
    for members in index.values():
        pairs = pairwise(members) if len(members) > _COMMONEST else combinations(members, 2)
        met.update(pair for pair in pairs if passages[pair[0]].article != passages[pair[1]].article)
    yield from sorted(met)


@lru_cache(maxsize=65536)  # a passage of several facts is asked about for each
def quoted_words(passage: Passage) -> tuple[str, ...]:
    """What a passage quotes: all of it, or each stretch that stands within marks in it; () where it quotes nothing."""
    if not passage.is_quoted:
        return ()
    text, stretches, start = passage.text, [], 0
    is_open = True  # what stands before a closing mark alone was opened before the passage
    for found in _MARK.finditer(text):
        at = found.start()
        if _OPENS.search(text, max(0, at - 1), at) and at + 1 < len(text) and not text[at + 1].isspace():
            start, is_open = at + 1, True
        elif is_open:
            stretches.append(text[start:at])
            is_open = False
    if is_open and start:
        stretches.append(text[start:])
    stretches = stretches or _SINGLE.findall(text)
    return tuple(one for one in stretches if one.strip()) or (text,)


def same_quotation(one: str, two: str) -> bool:
    """Whether two quotations are the same words mostly; one may be cut, or have a gap or a word in brackets."""
    if same_words(one, two):
        return True
    first, second = words_of(one), words_of(two)
    if len(first) >= _LEAST_WORDS and first == second:
        return True
    if min(len(first), len(second)) <= _LEAST_WORDS or not (_GAP.search(one) or _GAP.search(two)):
        return False
    first, second = words_of(_GAP.sub(" ", one)), words_of(_GAP.sub(" ", two))
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    in_order = sum(block.size for block in blocks if block.size > 1)
    return in_order >= _IN_ORDER * min(len(first), len(second))
