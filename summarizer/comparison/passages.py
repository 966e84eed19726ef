"""The passages of one article that may answer a question: its claims, and what it says in its own voice."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from summarizer.reading.layout.layout import layout_of, sentences_of
from summarizer.text.figures import find_figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.draft import SourceKind, Stance
    from summarizer.contract.report import Claim, Report
    from summarizer.text.figures import FigureSpan

# A sentence of which less than this many characters are left beside its claims says nothing more than they do.
_LEAST_OWN = 25


class Passage(NamedTuple):
    """A passage of an article, at code points `start` to `end` (exclusive) of its text.

    `sentence` and `sentence_end` are where its sentence stands. `speaker` is the name of who says it, "" for the
    article's own voice. Figures have offsets in all of the text.
    """

    article: str
    claim: str | None
    start: int
    end: int
    text: str
    sentence: int
    sentence_end: int
    speaker: str
    kind: SourceKind
    stance: Stance
    via: tuple[str, ...]
    figures: tuple[FigureSpan, ...]


def read_passages(article: str, report: Report) -> list[Passage]:
    """A report's claims, and the sentences of its article that no claim covers, in order of the text."""
    text = report.article.text
    sentences = [(one.start, one.end) for one in sentences_of(report.article)]
    starts = [start for start, _ in sentences]
    claims = [_of_claim(article, text, claim, sentences, starts) for claim in report.claims]
    own = _own_voice(article, report, sentences, [(one.start, one.end) for one in claims])
    return sorted([*claims, *own], key=lambda one: (one.start, one.end, one.claim or ""))


def _of_claim(article: str, text: str, claim: Claim, sentences: list[tuple[int, int]], starts: list[int]) -> Passage:
    piece = max(claim.evidence, key=lambda one: (one.end - one.start, -one.start))
    at = max(bisect_right(starts, piece.start) - 1, 0)
    begin, end = sentences[at] if sentences and starts[at] <= piece.start else (piece.start, piece.end)
    is_outlet = claim.source.kind == "outlet"
    return Passage(
        article=article,
        claim=claim.id,
        start=piece.start,
        end=piece.end,
        text=text[piece.start : piece.end],
        sentence=begin,
        sentence_end=max(end, piece.end),
        speaker="" if is_outlet else claim.source.name,
        kind=claim.source.kind,
        stance=claim.stance,
        via=claim.via,
        figures=find_figures(text, piece.start, piece.end),
    )


def _own_voice(
    article: str, report: Report, sentences: list[tuple[int, int]], claims: list[tuple[int, int]]
) -> Iterator[Passage]:
    text, blocks = report.article.text, layout_of(report.article).blocks
    for sentence, (begin, finish) in zip(sentences_of(report.article), sentences, strict=True):
        if blocks[sentence.block].kind not in ("title", "body"):
            continue
        covered = sorted(span for span in claims if span[0] < finish and span[1] > begin)
        for start, end in _left_over(begin, finish, covered):
            yield Passage(
                article, None, start, end, text[start:end], begin, finish, "", "outlet", "asserts", (),
                find_figures(text, start, end),
            )  # fmt: skip


def _left_over(start: int, end: int, covered: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that no claim covers and that are long enough to say something."""
    if not covered:
        yield start, end
        return
    at = start
    for begin, finish in [*covered, (end, end)]:
        if begin - at >= _LEAST_OWN:
            yield at, begin
        at = max(at, finish)
