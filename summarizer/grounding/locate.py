"""Finds a quote in an article: exactly, or but for white space, marks and Unicode form. Never by changing a word."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from summarizer.contract.article import ReadOnce
from summarizer.contract.report import Evidence
from summarizer.reading.layout.layout import layout_of, sentences_of
from summarizer.text.folding import fold_article, fold_quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.article import Article
    from summarizer.contract.report import Match

_MAX_OCCURRENCES = 1000  # a one-letter quote in a long text would cost a square of its length
_BESIDE = 240  # a source that stands within so many characters of a quote, about two sentences, may be its speaker
_QUICK = 5_000_000  # character comparisons that take a few milliseconds
_PLAIN = frozenset(" \n\"“”’'!?;:()")  # these end a word and belong to no number
_COMBINING = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")


class QuotePlace(NamedTuple):
    """Where a quote stands, with the fields of `Evidence`."""

    quote: str
    start: int
    end: int
    match: Match = "exact"
    occurrence: tuple[int, int] | None = None


class _Place(NamedTuple):
    start: int
    end: int


def _is_inside_word(text: str, at: int) -> bool:
    """Whether an edge at offset `at` cuts a word or a number in two: "5" is not in "50", nor "2" in "2,500"."""
    if at <= 0 or at >= len(text):
        return False
    left, right = text[at - 1], text[at]
    is_plain = right in _PLAIN or (left in _PLAIN and right.isascii())
    return not is_plain and _is_one_word(text, at, left, right)


def _is_one_word(text: str, at: int, left: str, right: str) -> bool:
    if _COMBINING.match(right):
        return True
    if left.isdigit() and right in ".," and text[at + 1 : at + 2].isdigit():
        return True
    if right.isdigit() and left in ".," and text[at - 2 : at - 1].isdigit():
        return True
    if left.islower() and right.isupper():
        return False  # two words that lost their space ("weekPentagon")
    return _is_spaced_script(left) and _is_spaced_script(right)


def _is_spaced_script(char: str) -> bool:
    # Chinese, Japanese, Thai and others run words together, and Arabic prefixes attach: no edge can be told there.
    return char.isdigit() or (char.isalpha() and char.lower() != char.upper())


def _is_usable(article: Article, start: int, end: int) -> bool:
    """Whether a span lies in title and body alone, touching no furniture, caption or repeated paragraph."""
    starts, ends = _unusable(article)
    index = bisect_right(ends, start)
    return index == len(ends) or starts[index] >= end


@ReadOnce
def _unusable(article: Article) -> tuple[list[int], list[int]]:
    """Where blocks that are neither title nor body start, and where they end."""
    blocks = [block for block in layout_of(article).blocks if block.kind not in ("title", "body")]
    return [block.start for block in blocks], [block.end for block in blocks]


def _only_place(article: Article, quote: str) -> QuotePlace | None:
    """Where a quote stands just once, which is the common case and the fast one."""
    text = article.text
    if len(text) * len(quote) < _QUICK:  # backwards takes half the time, but a product of both lengths at worst
        at = text.rfind(quote)
        is_only = at >= 0 and text.rfind(quote, 0, at + len(quote) - 1) < 0
    else:
        at = text.find(quote)
        is_only = at >= 0 and text.find(quote, at + 1) < 0
    if not is_only:
        return None
    end = at + len(quote)
    if _is_inside_word(text, at) or _is_inside_word(text, end) or not _is_usable(article, at, end):
        return None
    return QuotePlace(quote, at, end)


def _exact_places(text: str, quote: str) -> Iterator[_Place]:
    at = text.find(quote)
    while at >= 0:
        yield _Place(at, at + len(quote))
        at = text.find(quote, at + 1)


def _folded_places(text: str, quote: str) -> Iterator[_Place]:
    wanted = fold_quote(quote)
    if not wanted:
        return
    folded = fold_article(text)
    at = folded.text.find(wanted)
    while at >= 0:
        last = at + len(wanted) - 1
        # A match may not begin or end inside one character of the article: "e" is not in "é".
        whole_start = at == 0 or folded.starts[at - 1] != folded.starts[at]
        whole_end = last + 1 >= len(folded.text) or folded.starts[last + 1] != folded.starts[last]
        if whole_start and whole_end:
            yield _Place(folded.starts[at], folded.ends[last])
        at = folded.text.find(wanted, at + 1)


def _take(places: Iterator[_Place], text: str) -> list[_Place]:
    found: list[_Place] = []
    for place in places:
        if _is_inside_word(text, place.start) or _is_inside_word(text, place.end):
            continue
        found.append(place)
        if len(found) >= _MAX_OCCURRENCES:
            break
    return found


def _sentence_span(article: Article, number: int) -> tuple[int, int] | None:
    sentences = sentences_of(article)
    if not 1 <= number <= len(sentences):
        return None
    return sentences[number - 1].start, sentences[number - 1].end


class Clues(NamedTuple):
    """What decides between two places of one quote, apart from the number of its sentence.

    `hints` are offsets at which its source is mentioned, `spoken` the spans that the rules read as this source's words.
    """

    hints: tuple[int, ...] = ()
    spoken: tuple[tuple[int, int], ...] = ()

    def distance(self, place: _Place) -> int:
        """Characters from a place to the nearest mention of its source."""
        return min((max(hint - place.end, place.start - hint, 0) for hint in self.hints), default=_BESIDE)

    def says(self, place: _Place) -> bool:
        """Whether more than half of a place is read as the source's words."""
        start, end = place
        return any(2 * (min(end, last) - max(start, first)) > end - start for first, last in self.spoken)


_NO_CLUES = Clues()


def _nearest(places: list[_Place], article: Article, number: int, after: int | None, clues: Clues) -> _Place:
    """The place that decides itself.

    That is the one in the named sentence, else the one that its source is read to say, else in a sentence beside the
    named one, else beside a mention of the source, else the nearest. Behind a claim's earlier quote, the first one
    counts; within one sentence, the source's.
    """
    sentence, about = _sentence_span(article, number), _about(article, number)
    anchor = after if after is not None else sentence[0] if sentence else 0

    def rank(place: _Place) -> tuple[bool, bool, bool, int, int]:
        start = place.start
        if after is not None:
            return (start < after, False, False, 0, abs(start - anchor))
        is_said = clues.says(place)
        if sentence is not None and sentence[0] <= start < sentence[1]:
            return (False, not is_said, False, clues.distance(place), start)
        is_beside = about is not None and about[0] <= start < about[1]
        return (True, not is_said, not is_beside, min(clues.distance(place), _BESIDE), abs(start - anchor))

    return min(places, key=rank)


def _about(article: Article, number: int) -> tuple[int, int] | None:
    """The sentence of a number with the one before and the one after: models miscount by one."""
    sentences = sentences_of(article)
    if not 1 <= number <= len(sentences):
        return None
    return sentences[max(0, number - 2)].start, sentences[min(number, len(sentences) - 1)].end


def locate(
    article: Article, quote: str, sentence: int = 0, *, after: int | None = None, clues: Clues | None = None
) -> Evidence | None:
    """The evidence that a quote in the title and body of an article is; None when it is not there. See `find_quote`."""
    found = find_quote(article, quote, sentence, after=after, clues=clues)
    return Evidence(**found._asdict()) if found is not None else None


def find_quote(
    article: Article, quote: str, sentence: int = 0, *, after: int | None = None, clues: Clues | None = None
) -> QuotePlace | None:
    """Find a quote in the title and body of an article; None when it is not there.

    `sentence` is the number of the sentence in which the quote is said to begin. The exact quote is looked for
    there, then at its nearest occurrence, then but for white space, quotation marks, dashes, ellipsis and Unicode
    form. `after` (an offset) prefers the first place behind a claim's earlier quote. `clues` tell between the places of
    a quote that stands more than once: with them a place in the named sentence, or one that the source says, comes
    before an exact one elsewhere. A match never begins or ends inside a word or a number, and never touches furniture.
    `occurrence` counts the places of the quote in the whole text.
    """
    quote = quote.strip()
    if not quote:
        return None
    if clues is None and (only := _only_place(article, quote)):
        return only
    text = article.text
    found = _take(_exact_places(text, quote), text)
    best = _best(found, article, sentence, after, clues or _NO_CLUES)
    if best is None or (clues is not None and not _is_in_sentence(article, best, sentence)):
        found = _merged(found, _take(_folded_places(text, quote), text))
        best = _best(found, article, sentence, after, clues or _NO_CLUES)
    if best is None:
        return None
    words = text[best.start : best.end]
    occurrence = (found.index(best) + 1, len(found)) if len(found) > 1 else None
    return QuotePlace(words, best.start, best.end, "exact" if words == quote else "normalized", occurrence)


def _is_in_sentence(article: Article, place: _Place, number: int) -> bool:
    span = _sentence_span(article, number)
    return span is not None and span[0] <= place.start < span[1]


def _best(found: list[_Place], article: Article, number: int, after: int | None, clues: Clues) -> _Place | None:
    usable = [place for place in found if _is_usable(article, *place)]
    return _nearest(usable, article, number, after, clues) if usable else None


def _merged(exact: list[_Place], folded: list[_Place]) -> list[_Place]:
    """All places in order; of two that overlap, the exact one: marks at the edges may be left out of the other."""
    ends = [place.end for place in exact]
    others = []
    for place in folded:
        index = bisect_right(ends, place.start)
        if index == len(exact) or exact[index].start >= place.end:
            others.append(place)
    return sorted(exact + others)
