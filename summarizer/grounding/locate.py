"""Finds a quote in an article: exactly, or except for white space, marks and Unicode form; never by changing a word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from summarizer.contract.article import ReadOnce
from summarizer.contract.report import Evidence
from summarizer.reading.layout.layout import layout_of, sentences_of
from summarizer.text.folding import fold_article, fold_quote
from summarizer.text.occurrences import find_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.contract.article import Article
    from summarizer.contract.statement import Offsets

_MAX_OCCURRENCES = 100_000  # of a quote; a text of 64 MB has millions of some letters
_MOST_COMPARED = 200  # places on either side of the named sentence: farther ones are not meant
_BESIDE = 240  # characters, about two sentences: a source that stands nearer to a quote may be its speaker
_PLAIN = frozenset(" \n\"“”’'!?;:()")  # these end a word and belong to no number
_COMBINING = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")


class Clues(NamedTuple):
    """What decides between two places of one quote, apart from the number of its sentence.

    `hints` are offsets at which its source is mentioned, in order; `spoken` the spans that the rules read as this
    source's words.
    """

    hints: tuple[int, ...] = ()
    spoken: tuple[Offsets, ...] = ()

    def distance(self, place: Offsets) -> int:
        """Characters from a place to the nearest mention of its source; 240, two sentences, without a mention."""
        start, end = place
        following = bisect_left(self.hints, start)
        nearest = self.hints[max(0, following - 1) : following + 1]
        return min((max(hint - end, start - hint, 0) for hint in nearest), default=_BESIDE)

    def says(self, place: Offsets) -> bool:
        """Whether more than half of a place is read as the source's words."""
        start, end = place
        return any(2 * (min(end, last) - max(start, first)) > end - start for first, last in self.spoken)


def locate(
    article: Article, quote: str, sentence: int = 0, *, after: int | None = None, clues: Clues | None = None
) -> Evidence | None:
    """The evidence that a quote in the title and body of an article is; None when it is not there.

    `sentence` is the number of the sentence in which the quote is said to begin. The exact quote is looked for
    there, then at its nearest occurrence, then except for white space, quotation marks, dashes, ellipsis and Unicode
    form. `after` (an offset) prefers the first place behind a claim's earlier quote. `clues` tell between the places of
    a quote that stands more than once: with them a place in the named sentence, or one that the source says, comes
    before an exact one elsewhere. A match never begins or ends inside a word or a number, and never touches furniture.
    `occurrence` counts the places of the quote in the whole text.
    """
    quote, text = quote.strip(), article.text
    if not quote:
        return None
    places, usable = _exact_places(article, quote)
    if len(usable) == 1 and clues is None:
        best: Offsets | None = usable[0]
    else:
        ranking = _Ranking(article, sentence, after, clues or Clues())
        best = ranking.best(usable)
        if best is None or (clues is not None and not begins_in(sentence_span(article, sentence), best[0])):
            places, usable = _all_places(article, quote)
            best = ranking.best(usable)
    if best is None:
        return None
    start, end = best
    return Evidence(
        quote=text[start:end],
        start=start,
        end=end,
        match="exact" if text[start:end] == quote else "normalized",
        occurrence=(bisect_left(places, best) + 1, len(places)) if len(places) > 1 else None,
    )


def sentence_span(article: Article, number: int, *, beside: int = 0) -> Offsets | None:
    """Where a sentence stands, with as many on either side of it; None when no sentence has the number."""
    sentences = sentences_of(article)
    if not 1 <= number <= len(sentences):
        return None
    last = min(number + beside, len(sentences))
    return sentences[max(0, number - 1 - beside)].start, sentences[last - 1].end


def begins_in(span: Offsets | None, start: int) -> bool:
    """Whether what starts at an offset begins in a span, where there is one."""
    return span is not None and span[0] <= start < span[1]


class _Ranking(NamedTuple):
    """What a quote's place is chosen by: the sentence that is said to hold it, the quote before it, and clues."""

    article: Article
    sentence: int
    after: int | None
    clues: Clues

    def best(self, places: list[Offsets]) -> Offsets | None:
        """The place that is chosen, of places in order; None when there is none."""
        if len(places) < 2:
            return places[0] if places else None
        return min(self._candidates(places), key=self._rank)

    def _candidates(self, places: list[Offsets]) -> list[Offsets]:
        """The places of which one is chosen: a quote may stand in every sentence of a long article."""
        if self.after is not None:
            behind = bisect_left(places, (self.after,))
            return places[max(0, behind - 1) : behind + 1]
        named = sentence_span(self.article, self.sentence)
        first = bisect_left(places, (named[0],)) if named else 0
        in_named = places[first : bisect_left(places, (named[1],))] if named else []
        return in_named or places[max(0, first - _MOST_COMPARED) : first + _MOST_COMPARED]

    def _rank(self, place: Offsets) -> tuple[bool, bool, bool, int, int]:
        """The least for the place that is chosen.

        That is the one in the named sentence, else the one that its source is read to say, else in a sentence beside
        the named one, else beside a mention of the source, else the nearest. Behind a claim's earlier quote, the first
        one counts; within one sentence, the source's.
        """
        start = place[0]
        if self.after is not None:
            return (start < self.after, False, False, 0, abs(start - self.after))
        named, is_said = sentence_span(self.article, self.sentence), self.clues.says(place)
        if begins_in(named, start):
            return (False, not is_said, False, self.clues.distance(place), start)
        # Models miscount by one.
        is_beside = begins_in(sentence_span(self.article, self.sentence, beside=1), start)
        away = abs(start - named[0]) if named else start
        return (True, not is_said, not is_beside, min(self.clues.distance(place), _BESIDE), away)


class _Places(NamedTuple):
    """Where a quote stands, and those of its places that evidence may lie at; both in order."""

    places: list[Offsets]
    usable: list[Offsets]


@ReadOnce
def _found(article: Article) -> dict[tuple[str, str], _Places]:  # noqa: ARG001  one for each article
    """What was found in an article so far: several claims may have the same quote."""
    return {}


def _exact_places(article: Article, quote: str) -> _Places:
    """The places at which a quote stands letter for letter."""
    found = _found(article)
    known = found.get(("exact", quote))
    if known is None:
        text = article.text
        places = _whole_words(text, ((at, at + len(quote)) for at in find_all(text, quote)))
        known = found["exact", quote] = _Places(places, _usable(article, places))
    return known


def _all_places(article: Article, quote: str) -> _Places:
    """The places at which a quote stands but for marks, white space and Unicode form."""
    found = _found(article)
    known = found.get(("all", quote))
    if known is None:
        folded = _whole_words(article.text, _folded_places(article.text, quote))
        places = _merged(_exact_places(article, quote).places, folded)
        known = found["all", quote] = _Places(places, _usable(article, places))
    return known


def _folded_places(text: str, quote: str) -> Iterator[Offsets]:
    wanted = fold_quote(quote)
    if not wanted:
        return
    folded = fold_article(text)
    for at in find_all(folded.text, wanted):
        last = at + len(wanted) - 1
        # A match may not begin or end inside one character of the article: "e" is not in "é".
        whole_start = at == 0 or folded.starts[at - 1] != folded.starts[at]
        whole_end = last + 1 >= len(folded.text) or folded.starts[last + 1] != folded.starts[last]
        if whole_start and whole_end:
            yield folded.starts[at], folded.ends[last]


def _merged(exact: list[Offsets], folded: list[Offsets]) -> list[Offsets]:
    """All places in order; of two that overlap, the exact one: marks at the edges may be left out of the other."""
    starts, ends = [start for start, _ in exact], [end for _, end in exact]
    return sorted(exact + _apart_from(starts, ends, folded))


def _usable(article: Article, places: list[Offsets]) -> list[Offsets]:
    """The places that lie in title and body alone, touching no furniture, caption or repeated paragraph."""
    return _apart_from(*_unusable(article), places)


def _apart_from(starts: list[int], ends: list[int], places: list[Offsets]) -> list[Offsets]:
    """The places that touch none of the stretches with these starts and ends, which are in order."""
    apart = []
    for start, end in places:
        index = bisect_right(ends, start)
        if index == len(ends) or starts[index] >= end:
            apart.append((start, end))
    return apart


@ReadOnce
def _unusable(article: Article) -> tuple[list[int], list[int]]:
    """Where blocks that are neither title nor body start, and where they end."""
    blocks = [block for block in layout_of(article).blocks if block.kind not in ("title", "body")]
    return [block.start for block in blocks], [block.end for block in blocks]


def _whole_words(text: str, places: Iterable[Offsets]) -> list[Offsets]:
    """The first hundred thousand places that neither begin nor end inside a word or a number."""
    whole: list[Offsets] = []
    for place in places:
        if not (_is_inside_word(text, place[0]) or _is_inside_word(text, place[1])):
            whole.append(place)
            if len(whole) == _MAX_OCCURRENCES:
                break
    return whole


def _is_inside_word(text: str, at: int) -> bool:
    """Whether an edge at offset `at` cuts a word or a number in two: "5" is not in "50", nor "2" in "2,500"."""
    if at <= 0 or at >= len(text):
        return False
    left, right = text[at - 1], text[at]
    if right in _PLAIN or (left in _PLAIN and right.isascii()):
        return False
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
    # Chinese, Japanese, Thai and others run words together, and Arabic prefixes attach: no edge is recognised there.
    return char.isdigit() or (char.isalpha() and char.lower() != char.upper())
