"""An article's text as HTML, with what was found in it marked in place; no character of it is lost or moved."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from summarizer.output.explain import closest_statement
from summarizer.output.page.escaping import escaped
from summarizer.output.plain_words import TONES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.report import Claim, Report

# What a stretch of the text is, as the names of attributes: the words of a claim, its speaker's mention, its cue, words
# that a line of the summary rests on, a statement that no claim covers. Each holds the numbers of what it belongs to.
_Layer = str
WORDS, SPEAKER, CUE, LINE, MISSED = "data-c", "data-w", "data-q", "data-s", "data-x"
_LAYERS = (WORDS, SPEAKER, CUE, LINE, MISSED)


class Stretch(NamedTuple):
    """Code points `start` to `end` of the text, and whose they are: the layer, and a number in it, from 1."""

    start: int
    end: int
    layer: _Layer
    number: int


class MarkedText(NamedTuple):
    """The text as HTML; `homes` says at which piece (`…-p3`) each number of each layer begins."""

    html: str
    homes: dict[tuple[_Layer, int], int]


def mark_text(report: Report, key: str) -> MarkedText:
    """Mark evidence, mentions, cues, the summary's passages and missed statements in the article's text."""
    stretches = list(_stretches(report))
    text = report.article.text
    tones = [TONES[claim.stance] for claim in report.claims]
    last = {number: claim.evidence[-1].end for number, claim in enumerate(report.claims, 1)}
    parts: list[str] = []
    homes: dict[tuple[_Layer, int], int] = {}
    for place, (start, end, here) in enumerate(_pieces(stretches, len(text))):
        words = _shown(text[start:end])
        if here:
            for one in here:
                homes.setdefault((one.layer, one.number), place)
            words = _element(here, words, f"{key}-p{place}", tones)
        parts.append(words)
        parts += [
            f'<sup><a href="#{key}-c{one.number}">{one.number}</a></sup>'
            for one in here
            if one.layer == WORDS and last[one.number] == end and one.end == end
        ]
    return MarkedText("".join(parts), homes)


def _shown(words: str) -> str:
    """The words with their carriage returns, which a browser drops: offsets on the page are those of the report."""
    if "\r" not in words:
        return escaped(words)
    return escaped(words).replace("\r\n", "&#13;\n").replace("\r", "&#13;<br>")


def _stretches(report: Report) -> Iterator[Stretch]:
    for number, claim in enumerate(report.claims, 1):
        for piece in claim.evidence:
            yield Stretch(piece.start, piece.end, WORDS, number)
        if claim.source.span is not None:
            yield Stretch(claim.source.span.start, claim.source.span.end, SPEAKER, number)
    yield from _cues(report)
    for number, line in enumerate(report.summary.lines, 1):
        for passage in line.evidence:
            yield Stretch(passage.start, passage.end, LINE, number)
    for number, span in enumerate(report.coverage.missed, 1):
        yield Stretch(span.start, span.end, MISSED, number)


def _cues(report: Report) -> Iterator[Stretch]:
    """The words of saying: a report does not hold them, and the rules find them again in the article."""
    from summarizer.attribution.statements import article_statements  # noqa: PLC0415  --help does without the rules

    attributed = [(number, claim) for number, claim in enumerate(report.claims, 1) if claim.mode != "none"]
    statements = article_statements(report.article) if attributed else ()
    for number, claim in attributed:
        found = closest_statement(claim, statements)
        if found and found.cue and not _is_quoted(claim, *found.cue):
            yield Stretch(*found.cue, CUE, number)


def _is_quoted(claim: Claim, start: int, end: int) -> bool:
    """Whether a cue lies in the claim's own evidence: "he had said", inside what she said."""
    return any(piece.start < end and start < piece.end for piece in claim.evidence)


def _pieces(stretches: list[Stretch], length: int) -> Iterator[tuple[int, int, list[Stretch]]]:
    """The whole text, cut wherever a stretch begins or ends, each piece with the stretches that cover it."""
    opens: dict[int, list[Stretch]] = {}
    closes: dict[int, list[Stretch]] = {}
    for one in stretches:
        if one.start < one.end:
            opens.setdefault(one.start, []).append(one)
            closes.setdefault(one.end, []).append(one)
    active: list[Stretch] = []
    for start, end in pairwise(sorted({0, length, *opens, *closes})):
        for one in closes.get(start, ()):
            active.remove(one)
        active += opens.get(start, ())
        yield start, end, list(active)


def _element(here: list[Stretch], words: str, name: str, tones: list[str]) -> str:
    """One piece as an element: a `mark` where it proves a claim, coloured as the first and underlined as the second."""
    numbers = {layer: sorted({one.number for one in here if one.layer == layer}) for layer in _LAYERS}
    told = "".join(f' {layer}="{" ".join(map(str, of))}"' for layer, of in numbers.items() if of)
    claims = numbers[WORDS]
    if not claims:
        return f'<span id="{name}"{told}>{words}</span>'
    shades = [tones[number - 1] for number in claims]
    second = next((f" u-{shade}" for shade in shades[1:] if shade != shades[0]), " u-same" if shades[1:] else "")
    return f'<mark id="{name}" class="t-{shades[0]}{second}"{told}>{words}</mark>'
