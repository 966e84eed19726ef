"""Scores one report against one article's gold: which statements it found, with which source, and what is wrong."""

from __future__ import annotations

import bisect
import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pydantic import Field

from summarizer.contract.frozen import Frozen
from summarizer.evaluation.calibration import JudgedClaim
from summarizer.evaluation.gold import place_gold
from summarizer.evaluation.names import is_gold_name
from summarizer.evaluation.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.contract.report import Claim, Figure, Report
    from summarizer.contract.statement import Offsets
    from summarizer.evaluation.gold import Gold, GoldFigure, GoldStatement, Placed, PlacedGold

_WORD = re.compile(r"\w+")
_ENOUGH = 0.5  # share of its words by which a gold statement is found, and a claim is founded on gold
_DOUBLE = 0.8  # two claims of one source that share this much of their words are one claim made twice
_FEWEST_WORDS = 4  # site furniture with fewer words ("Iraq", "photo") may be in a summary by chance

Words = frozenset[int]  # positions in the sequence of the article's words


class Scores(Frozen):
    """All measures; more is better in each."""

    recall: Rate = Field(default=Rate(), description="gold statements of which claims quote at least half the words")
    precision: Rate = Field(default=Rate(), description="attributed claims at least half in gold statements")
    attributed: Rate = Field(default=Rate(), description="gold statements found and with the right source")
    sources: Rate = Field(default=Rate(), description="found statements with the right source, fully named")
    kinds: Rate = Field(default=Rate(), description="found statements with the right kind of source")
    relays: Rate = Field(default=Rate(), description="found statements with relays, right to the last one")
    stances: Rate = Field(default=Rate(), description="found statements with a right stance")
    figures: Rate = Field(default=Rate(), description="gold figures of found statements that a claim has")
    boundaries: Rate = Field(default=Rate(), description="words shared by found statements and their best claims")
    verbatim: Rate = Field(default=Rate(), description="of what the engine said, what the article proves")
    clean: Rate = Field(default=Rate(), description="claims and summary texts free of furniture and repeats")
    unique: Rate = Field(default=Rate(), description="claims that do not repeat another")
    honest: Rate = Field(default=Rate(), description="gold statements not found that the report lists as missed")

    def __add__(self, other: Scores) -> Scores:
        return Scores(**{name: getattr(self, name) + getattr(other, name) for name in type(self).model_fields})


class WrongSource(Frozen):
    """A statement that was found with another source than the gold's."""

    statement: str
    gold: str
    report: str


class ArticleScore(Frozen):
    """One article's scores, and what was wrong, in the article's own words."""

    article: str
    scores: Scores
    missed: tuple[str, ...] = ()
    wrong_sources: tuple[WrongSource, ...] = ()
    unfounded: tuple[str, ...] = ()
    unclean: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    judged: tuple[JudgedClaim, ...] = ()


class _QuotedClaim(NamedTuple):
    """A claim, and the words of the article that its evidence quotes."""

    claim: Claim
    words: Words

    @property
    def is_attributed(self) -> bool:
        return self.claim.source.kind != "outlet"


class _FoundStatement(NamedTuple):
    """A gold statement whose words are quoted.

    `near` are the claims about it, `best` the one that fits best; None when several claims quote its words, but none is
    about it.
    """

    statement: GoldStatement
    words: Words
    shown: str
    best: _QuotedClaim | None
    near: tuple[_QuotedClaim, ...]


class _WordPositions:
    """The words of one text by their positions in it."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        matches = list(_WORD.finditer(self._text))
        return [match.start() for match in matches], [match.end() for match in matches]

    def words(self, spans: Iterable[Offsets]) -> Words:
        """The words that the spans touch."""
        starts, ends = self._edges
        return frozenset(
            position
            for start, end in spans
            for position in range(bisect.bisect_right(ends, start), bisect.bisect_left(starts, end))
        )


class _Findings(NamedTuple):
    """Which of the gold's required statements a report found and missed, and what is wrong in it."""

    quoted: tuple[_QuotedClaim, ...]
    found: tuple[_FoundStatement, ...]
    wrong_source: tuple[_FoundStatement, ...]
    missed: tuple[tuple[Placed, Words], ...]
    unfounded: tuple[_QuotedClaim, ...]
    unclean: tuple[str, ...]
    doubled: tuple[_QuotedClaim, ...]
    judged: tuple[JudgedClaim, ...]


def score_report(gold: Gold, report: Report) -> ArticleScore:
    """Score one report. Raises CallError when the gold's words are not in the report's article."""
    text = report.article.text
    positions = _WordPositions(text)
    findings = _compare(place_gold(gold, text), report, positions)
    return ArticleScore(
        article=gold.article,
        scores=_scores(findings, report, positions.words((span.start, span.end) for span in report.coverage.missed)),
        missed=tuple(_words_of(item, text) for item, _ in findings.missed),
        wrong_sources=tuple(map(_wrong_source, findings.wrong_source)),
        unfounded=tuple(item.claim.text for item in findings.unfounded),
        unclean=findings.unclean,
        doubled=tuple(item.claim.text for item in findings.doubled),
        judged=findings.judged,
    )


def _compare(placed: PlacedGold, report: Report, positions: _WordPositions) -> _Findings:
    text = report.article.text
    quoted = tuple(
        _QuotedClaim(claim, positions.words((piece.start, piece.end) for piece in claim.evidence))
        for claim in report.claims
    )
    statements = [(item, positions.words(item.spans)) for item in placed.statements]
    quoted_words = frozenset[int]().union(*(claim.words for claim in quoted))
    gold_words = frozenset[int]().union(*(words for _, words in statements))
    required = [(item, words) for item, words in statements if not item.statement.optional]
    found = tuple(
        _find(item, words, quoted, text) for item, words in required if _share(words, quoted_words) >= _ENOUGH
    )
    return _Findings(
        quoted=quoted,
        found=found,
        wrong_source=tuple(statement for statement in found if not _has_right_source(statement)),
        missed=tuple((item, words) for item, words in required if _share(words, quoted_words) < _ENOUGH),
        unfounded=tuple(claim for claim in quoted if claim.is_attributed and _share(claim.words, gold_words) < _ENOUGH),
        unclean=_unclean(placed, report, quoted, positions),
        doubled=_doubled(quoted),
        judged=tuple(_judge(item, statements, gold_words) for item in quoted if item.is_attributed),
    )


def _scores(findings: _Findings, report: Report, listed: Words) -> Scores:
    claims, found = len(findings.quoted), len(findings.found)
    required, right = found + len(findings.missed), found - len(findings.wrong_source)
    attributed = sum(item.is_attributed for item in findings.quoted)
    texts = claims + 2 + len(report.summary.key_points)
    return Scores(
        recall=Rate(right=found, of=required),
        precision=Rate(right=attributed - len(findings.unfounded), of=attributed),
        attributed=Rate(right=right, of=required),
        sources=Rate(right=right, of=found),
        verbatim=Rate(right=claims, of=claims + len(report.rejected)),
        clean=Rate(right=texts - len(findings.unclean), of=texts),
        unique=Rate(right=claims - len(findings.doubled), of=claims),
        honest=Rate(
            right=sum(_share(words, listed) >= _ENOUGH for _, words in findings.missed), of=len(findings.missed)
        ),
        **_details(findings.found),
    )


def _share(part: Words, whole: Words) -> float:
    return len(part & whole) / len(part) if part else 0.0


def _overlap(one: Words, other: Words) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _words_of(item: Placed, text: str) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in item.spans)


def _find(item: Placed, words: Words, quoted: Sequence[_QuotedClaim], text: str) -> _FoundStatement:
    """Choose the claim that fits a statement best; of equals, one with the right source: nested claims share words."""
    near = tuple(claim for claim in quoted if max(_share(claim.words, words), _share(words, claim.words)) >= _ENOUGH)
    best = max(
        near,
        key=lambda claim: (
            round(_overlap(claim.words, words), 2),
            claim.is_attributed,
            _is_right_source(claim.claim.source.name, item.statement),
        ),
        default=None,
    )
    return _FoundStatement(item.statement, words, _words_of(item, text), best, near)


def _is_right_source(name: str, statement: GoldStatement) -> bool:
    """Whether a report's source is the gold's, and named in full where it has a name."""
    is_nameless = statement.kind in ("anonymous", "witness", "document")
    names = (statement.source, *statement.also)
    return any(is_gold_name(name, gold_name, part_suffices=is_nameless) for gold_name in names)


def _judge(item: _QuotedClaim, statements: Sequence[tuple[Placed, Words]], gold_words: Words) -> JudgedClaim:
    """Whether half of a claim's words lie in gold, and a statement about the same words has its source."""
    near = [
        placed.statement
        for placed, words in statements
        if max(_share(item.words, words), _share(words, item.words)) >= _ENOUGH
    ]
    claim = item.claim
    is_said = _share(item.words, gold_words) >= _ENOUGH
    return JudgedClaim(
        id=claim.id,
        confidence=claim.confidence,
        is_said=is_said,
        is_right=is_said and any(_is_right_source(claim.source.name, statement) for statement in near),
        is_checked=bool(claim.checks),
    )


def _has_right_source(item: _FoundStatement) -> bool:
    best = item.best
    return best is not None and best.is_attributed and _is_right_source(best.claim.source.name, item.statement)


def _wrong_source(item: _FoundStatement) -> WrongSource:
    name = item.best.claim.source.name if item.best else "no single claim"
    return WrongSource(statement=item.shown, gold=item.statement.source, report=name)


def _details(found: Sequence[_FoundStatement]) -> dict[str, Rate]:
    """The rates over the found statements that have a best claim."""
    fitted = [(item, item.best) for item in found if item.best is not None]
    kinds = [item.statement.kind == best.claim.source.kind for item, best in fitted if item.statement.kind]
    stances = [best.claim.stance in item.statement.stance for item, best in fitted if item.statement.stance]
    relays = [
        _same_relays(best.claim.via, item.statement.via)
        for item, best in fitted
        if item.statement.via or best.claim.via
    ]
    return {
        "kinds": Rate(right=sum(kinds), of=len(kinds)),
        "stances": Rate(right=sum(stances), of=len(stances)),
        "relays": Rate(right=sum(relays), of=len(relays)),
        "figures": _figures(found),
        "boundaries": Rate(
            right=sum(len(item.words & best.words) for item, best in fitted),
            of=sum(len(item.words | best.words) for item, best in fitted),
        ),
    }


def _same_relays(names: Sequence[str], gold_names: Sequence[str]) -> bool:
    if len(names) != len(gold_names):
        return False
    return all(
        is_gold_name(name, gold_name, part_suffices=gold_name[0].islower())
        for name, gold_name in zip(names, gold_names, strict=True)
    )


def _figures(found: Sequence[_FoundStatement]) -> Rate:
    right = total = 0
    for item in found:
        claimed = [figure for quoted in item.near for figure in quoted.claim.figures]
        for gold_figure in item.statement.figures or ():
            total += 1
            right += any(_is_gold_figure(figure, gold_figure) for figure in claimed)
    return Rate(right=right, of=total)


def _is_gold_figure(figure: Figure, gold_figure: GoldFigure) -> bool:
    is_equal = abs(figure.value - gold_figure.value) < 1e-9 * max(1.0, abs(gold_figure.value))
    return is_equal and gold_figure.qualifier in (None, figure.qualifier)


def _doubled(quoted: Sequence[_QuotedClaim]) -> tuple[_QuotedClaim, ...]:
    return tuple(
        later
        for position, later in enumerate(quoted)
        if any(
            _overlap(earlier.words, later.words) >= _DOUBLE
            and is_gold_name(earlier.claim.source.name, later.claim.source.name)
            for earlier in quoted[:position]
        )
    )


def _unclean(
    placed: PlacedGold, report: Report, quoted: Sequence[_QuotedClaim], positions: _WordPositions
) -> tuple[str, ...]:
    """Claims that rest on furniture or on a repeat, and summary texts that contain words of furniture."""
    barred = positions.words(placed.furniture + placed.repeats)
    claims = tuple(item.claim.text for item in quoted if item.words & barred)
    text = report.article.text
    body = _plain("\n".join(_outside(text, placed.furniture)))
    lines = {_plain(line) for start, end in placed.furniture for line in text[start:end].splitlines()}
    # A breadcrumb may hold the headline's words, which are not furniture by themselves.
    furniture = [line for line in lines if len(line.split()) >= _FEWEST_WORDS and line not in body]
    points = [point.text for point in report.summary.key_points]
    texts = (report.summary.headline, report.summary.abstract, *points)
    return claims + tuple(shown for shown in texts if any(line in _plain(shown) for line in furniture))


def _plain(text: str) -> str:
    """The words of a text in lower case, each between spaces."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _outside(text: str, spans: Iterable[Offsets]) -> Iterable[str]:
    """The pieces of a text that are in none of the spans."""
    at = 0
    for start, end in sorted(spans):
        yield text[at:start]
        at = end
    yield text[at:]
