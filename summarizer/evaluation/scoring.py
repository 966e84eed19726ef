"""Scores one report against one article's gold: who was found saying what, and what should not be there."""

from __future__ import annotations

import bisect
import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pydantic import Field, NonNegativeInt

from summarizer.contract.frozen import Frozen
from summarizer.evaluation.gold import place_gold
from summarizer.evaluation.names import same_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.contract.report import Claim, Report
    from summarizer.contract.statement import Offsets
    from summarizer.evaluation.gold import Gold, GoldStatement, Placed, PlacedGold

_WORD = re.compile(r"\w+")
_HALF = 0.5  # a statement is found, and a claim founded, when half of its words are
_DOUBLE = 0.8  # two claims of one source that share this much of their words say the same twice
_TELLING = 4  # site furniture of fewer words ("Iraq", "photo") may stand in a summary by chance

Words = frozenset[int]  # positions in the article's sequence of words


class Rate(Frozen):
    """How many were right, out of how many."""

    right: NonNegativeInt = 0
    of: NonNegativeInt = 0

    @property
    def value(self) -> float | None:
        """The share from 0 to 1, None of nothing."""
        return self.right / self.of if self.of else None

    def __add__(self, other: Rate) -> Rate:
        return Rate(right=self.right + other.right, of=self.of + other.of)


class Scores(Frozen):
    """What is measured; more is better in each."""

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
    """A statement that was found under another name than the gold's."""

    statement: str
    gold: str
    report: str


class ArticleScore(Frozen):
    """One article's scores, with what was wrong in the article's own words."""

    article: str
    scores: Scores
    missed: tuple[str, ...] = ()
    wrong_sources: tuple[WrongSource, ...] = ()
    unfounded: tuple[str, ...] = ()
    unclean: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()


class _Found(NamedTuple):
    statement: GoldStatement
    words: Words
    shown: str
    best: _Quoted | None  # None: the words are quoted, but by no claim that is about this statement
    near: tuple[_Quoted, ...]


class _Quoted(NamedTuple):
    claim: Claim
    words: Words

    @property
    def is_attributed(self) -> bool:
        return self.claim.source.kind != "outlet"


class _Ruler:
    """Turns offsets into word positions of one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        found = list(_WORD.finditer(self._text))
        return [word.start() for word in found], [word.end() for word in found]

    def words(self, spans: Iterable[Offsets]) -> Words:
        starts, ends = self._edges
        return frozenset(
            position
            for start, end in spans
            for position in range(bisect.bisect_right(ends, start), bisect.bisect_left(starts, end))
        )


class _Reading(NamedTuple):
    """What was found of the gold in a report, and what should not be there."""

    quoted: tuple[_Quoted, ...]
    required: tuple[_Found, ...]
    wrong: tuple[_Found, ...]
    lost: tuple[tuple[Placed, Words], ...]
    unfounded: tuple[_Quoted, ...]
    unclean: tuple[str, ...]
    doubled: tuple[_Quoted, ...]


def score_report(gold: Gold, report: Report) -> ArticleScore:
    """Score one report. Raises CallError when the gold's words are not in the report's article."""
    text = report.article.text
    ruler = _Ruler(text)
    reading = _read(place_gold(gold, text), report, ruler)
    return ArticleScore(
        article=gold.article,
        scores=_scores(reading, report, ruler.words((span.start, span.end) for span in report.coverage.missed)),
        missed=tuple(_shown(item, text) for item, _ in reading.lost),
        wrong_sources=tuple(map(_wrong_source, reading.wrong)),
        unfounded=tuple(item.claim.text for item in reading.unfounded),
        unclean=reading.unclean,
        doubled=tuple(item.claim.text for item in reading.doubled),
    )


def _read(placed: PlacedGold, report: Report, ruler: _Ruler) -> _Reading:
    text = report.article.text
    quoted = tuple(_Quoted(claim, ruler.words((e.start, e.end) for e in claim.evidence)) for claim in report.claims)
    statements = [(item, ruler.words(item.spans)) for item in placed.statements]
    claimed = frozenset[int]().union(*(item.words for item in quoted))
    known = frozenset[int]().union(*(words for _, words in statements))
    needed = [(item, words) for item, words in statements if not item.statement.optional]
    required = tuple(_find(item, words, quoted, text) for item, words in needed if _share(words, claimed) >= _HALF)
    return _Reading(
        quoted=quoted,
        required=required,
        wrong=tuple(item for item in required if not _source_is_right(item)),
        lost=tuple((item, words) for item, words in needed if _share(words, claimed) < _HALF),
        unfounded=tuple(item for item in quoted if item.is_attributed and _share(item.words, known) < _HALF),
        unclean=_unclean(placed, report, quoted, ruler),
        doubled=_doubled(quoted),
    )


def _scores(reading: _Reading, report: Report, listed: Words) -> Scores:
    claims, found, needed = len(reading.quoted), len(reading.required), len(reading.required) + len(reading.lost)
    attributed = sum(item.is_attributed for item in reading.quoted)
    texts = claims + 2 + len(report.summary.key_points)
    return Scores(
        recall=Rate(right=found, of=needed),
        precision=Rate(right=attributed - len(reading.unfounded), of=attributed),
        attributed=Rate(right=found - len(reading.wrong), of=needed),
        sources=Rate(right=found - len(reading.wrong), of=found),
        verbatim=Rate(right=claims, of=claims + len(report.rejected)),
        clean=Rate(right=texts - len(reading.unclean), of=texts),
        unique=Rate(right=claims - len(reading.doubled), of=claims),
        honest=Rate(right=sum(_share(words, listed) >= _HALF for _, words in reading.lost), of=len(reading.lost)),
        **_details(reading.required),
    )


def _share(part: Words, whole: Words) -> float:
    return len(part & whole) / len(part) if part else 0.0


def _alike(one: Words, other: Words) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _shown(item: Placed, text: str) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in item.spans)


def _find(item: Placed, words: Words, quoted: Sequence[_Quoted], text: str) -> _Found:
    """The claim that fits a statement best; among equals one with the right source, as a nested one may share words."""
    near = tuple(claim for claim in quoted if max(_share(claim.words, words), _share(words, claim.words)) >= _HALF)
    best = max(
        near,
        key=lambda claim: (
            round(_alike(claim.words, words), 2),
            claim.is_attributed,
            names_match(claim.claim.source.name, item.statement),
        ),
        default=None,
    )
    return _Found(item.statement, words, _shown(item, text), best, near)


def names_match(name: str, statement: GoldStatement) -> bool:
    """Whether a report's source is the gold's, as fully named."""
    loose = statement.kind in ("anonymous", "witness", "document")
    return any(same_name(name, wanted, loose=loose) for wanted in (statement.source, *statement.also))


def _source_is_right(item: _Found) -> bool:
    best = item.best
    return best is not None and best.is_attributed and names_match(best.claim.source.name, item.statement)


def _wrong_source(item: _Found) -> WrongSource:
    name = item.best.claim.source.name if item.best else "no single claim"
    return WrongSource(statement=item.shown, gold=item.statement.source, report=name)


def _details(found: Sequence[_Found]) -> dict[str, Rate]:
    """The rates over found statements that a claim fits."""
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


def _same_relays(report: Sequence[str], gold: Sequence[str]) -> bool:
    if len(report) != len(gold):
        return False
    return all(same_name(name, wanted, loose=wanted[0].islower()) for name, wanted in zip(report, gold, strict=True))


def _figures(found: Sequence[_Found]) -> Rate:
    right = wanted = 0
    for item in found:
        have = [figure for quoted in item.near for figure in quoted.claim.figures]
        for figure in item.statement.figures or ():
            wanted += 1
            right += any(
                abs(one.value - figure.value) < 1e-9 * max(1.0, abs(figure.value))
                and figure.qualifier in (None, one.qualifier)
                for one in have
            )
    return Rate(right=right, of=wanted)


def _doubled(quoted: Sequence[_Quoted]) -> tuple[_Quoted, ...]:
    return tuple(
        later
        for position, later in enumerate(quoted)
        if any(
            _alike(earlier.words, later.words) >= _DOUBLE
            and same_name(earlier.claim.source.name, later.claim.source.name)
            for earlier in quoted[:position]
        )
    )


def _unclean(placed: PlacedGold, report: Report, quoted: Sequence[_Quoted], ruler: _Ruler) -> tuple[str, ...]:
    """Claims that rest on furniture or on a repeat, and summary texts that hold words of furniture."""
    barred = ruler.words(placed.furniture + placed.repeats)
    found = tuple(item.claim.text for item in quoted if item.words & barred)
    text = report.article.text
    pieces = {
        folded
        for start, end in placed.furniture
        for line in text[start:end].splitlines()
        if len(_WORD.findall(folded := _plain(line))) >= _TELLING
    }
    body = _plain("\n".join(_outside(text, placed.furniture)))
    telling = [piece for piece in pieces if piece not in body]  # a breadcrumb may hold the headline's words
    points = [point.text for point in report.summary.key_points]
    texts = (report.summary.headline, report.summary.abstract, *points)
    return found + tuple(shown for shown in texts if any(piece in _plain(shown) for piece in telling))


def _plain(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _outside(text: str, spans: Iterable[Offsets]) -> Iterable[str]:
    at = 0
    for start, end in sorted(spans):
        yield text[at:start]
        at = end
    yield text[at:]
