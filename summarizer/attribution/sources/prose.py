"""One article's text with its sentences, blocks and quotations: what is known of a place before any name is."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.reading.layout.dateline import past_dateline
from summarizer.reading.layout.layout import flat_text, layout_of
from summarizer.reading.layout.quotation import quoted_regions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.contract.article import Article
    from summarizer.contract.statement import Offsets
    from summarizer.reading.layout.layout import Sentence

_LONGEST_DATELINE = 60  # characters before a name in it
_EDGE = " \t\r\n\v\f\u00a0,;:.“”\"'‘’()[]—–-"


class Prose:
    """The text of one article; offsets are its code points, and sentences are counted from 0."""

    def __init__(self, article: Article) -> None:
        self.text = flat_text(article)
        self.blocks, self.sentences = layout_of(article)  # not the article, on which all that is read from it is kept
        self._quotations = quoted_regions(article)
        self._quotation_starts = [start for start, _ in self._quotations]
        self.sentence_starts = [sentence.start for sentence in self.sentences]

    @cached_property
    def lower_text(self) -> str:
        """The text in lower case, with the same offsets."""
        return lower_case(self.text)

    def trim(self, start: int, end: int) -> Offsets:
        """Take white space, punctuation and quotation marks off both ends of a stretch."""
        start, end = max(0, start), min(end, len(self.text))
        words = self.text[start:end]
        left = len(words) - len(words.lstrip(_EDGE))
        right = len(words.rstrip(_EDGE))
        if left >= right:
            return start, start
        # "U.S." and "Sen. Poe (R-X)" keep what closes them.
        if words[right : right + 1] == "." and "." in words[max(0, right - 3) : right]:
            right += 1
        if words[right : right + 1] == ")" and "(" in words[:right]:
            right += 1
        return start + left, start + right

    def places_of(self, words: str) -> Iterator[int]:
        """Where the text holds some words, in order."""
        at = self.text.find(words)
        while at >= 0:
            yield at
            at = self.text.find(words, at + 1)

    def sentence_at(self, at: int) -> int:
        """The number of the sentence that holds an offset or ends before it; -1 before the first."""
        return bisect_right(self.sentence_starts, at) - 1

    def is_in_dateline(self, at: int) -> bool:
        """Whether an offset is in what only tells whence a report comes: "TILBY, March 3 (Nordwire) - Brenn was"."""
        sentence = self.sentence_at(at)
        if sentence < 0 or at - (start := self.sentence_starts[sentence]) > _LONGEST_DATELINE:
            return False
        return at < past_dateline(self.text, start, self.sentences[sentence].end)

    def sentences_at(self, offsets: Iterable[int]) -> list[Sentence]:
        """The sentences that hold some offsets or end before them, in order."""
        starts = self.sentence_starts
        after = {bisect_right(starts, at) for at in offsets}
        return [self.sentences[number - 1] for number in sorted(after) if number]

    def block_of(self, sentence: int) -> int:
        """The number of the block that a sentence stands in; -1 for the sentence -1."""
        return self.sentences[sentence].block if sentence >= 0 else -1

    def is_body(self, at: int) -> bool:
        """Whether an offset lies in a sentence of the title or body."""
        number = self.sentence_at(at)
        return number >= 0 and at < self.sentences[number].end

    def is_quoted(self, at: int) -> bool:
        """Whether an offset lies inside quotation marks."""
        return self.quotation_around(at) is not None

    def quotation_around(self, at: int) -> Offsets | None:
        """Where the quotation around an offset begins and ends, its marks included; None outside of quotations."""
        number = bisect_right(self._quotation_starts, at) - 1
        return self._quotations[number] if number >= 0 and at < self._quotations[number][1] else None


def lower_case(text: str) -> str:
    """A text in lower case, character by character: the one letter that would become two becomes one."""
    return text.replace("İ", "i").lower()
