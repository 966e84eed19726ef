"""Report v1: what a reader of the output relies on.

The types hold the evidence invariant: a report in which a quote or a span is not the article's own characters at its
offsets cannot be built and cannot be loaded.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, FiniteFloat, NonNegativeInt, PositiveInt, model_validator

from summarizer.contract.article import Article
from summarizer.contract.check import Check
from summarizer.contract.draft import SourceKind, Stance
from summarizer.contract.frozen import Frozen

Mode = Literal["direct", "mixed", "indirect", "none"]
Match = Literal["exact", "normalized"]
Qualifier = Literal["exactly", "at_least", "more_than", "at_most", "less_than", "about"]
Origin = Literal["model", "rules"]
LinePart = Literal["headline", "abstract", "key_point"]


# How often claims like one were right on annotated news, 0 to 1.
Confidence = Annotated[float, Field(ge=0, le=1)]


class Span(Frozen):
    """A stretch of the article: code points `start` to `end` (exclusive) and the text there."""

    start: NonNegativeInt
    end: NonNegativeInt
    text: str

    @model_validator(mode="after")
    def _check_length(self) -> Self:
        if self.end - self.start != len(self.text) or not self.text:
            msg = f"span {self.start}-{self.end} does not have its text's length ({len(self.text)})"
            raise ValueError(msg)
        return self


class Evidence(Frozen):
    """The article's own characters that prove a claim.

    `match` is "normalized" when the engine's words differed in white space, quotation marks, dashes, ellipsis or
    Unicode form. `occurrence` is [which, of how many], counted from 1, when the quote stands more than once.
    """

    quote: str = Field(min_length=1)
    start: NonNegativeInt
    end: NonNegativeInt
    match: Match = "exact"
    occurrence: tuple[PositiveInt, PositiveInt] | None = None

    @model_validator(mode="after")
    def _check_length(self) -> Self:
        if self.end - self.start != len(self.quote):
            msg = f"evidence {self.start}-{self.end} does not have its quote's length ({len(self.quote)})"
            raise ValueError(msg)
        return self


class Source(Frozen):
    """Who makes a claim; `span` is the mention that attributes it."""

    name: str
    kind: SourceKind
    role: str | None = None
    span: Span | None = None


class Figure(Frozen):
    """A number in a claim, found in the article: its value, how exact it is said to be, its unit, its own words."""

    value: FiniteFloat
    qualifier: Qualifier
    unit: str | None = None
    text: str


class Claim(Frozen):
    """One claim with who makes it and the words that prove it; docs/report.md says what `confidence` counts."""

    id: str
    text: str
    stance: Stance
    mode: Mode
    confidence: Confidence
    source: Source
    via: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    figures: tuple[Figure, ...] = ()
    checks: tuple[Check, ...] = ()
    origin: Origin


class KeyPoint(Frozen):
    """A key point and the ids of the claims that it rests on."""

    text: str
    claims: tuple[str, ...] = ()


class Passage(Frozen):
    """The article's own characters that a line of the summary rests on."""

    quote: str = Field(min_length=1)
    start: NonNegativeInt
    end: NonNegativeInt


class SummaryLine(Frozen):
    """A sentence of headline or abstract, or a key point, with what it rests on and what a reader should doubt in it.

    A line without evidence bears a check that says so.
    """

    part: LinePart
    text: str = Field(min_length=1)
    evidence: tuple[Passage, ...] = ()
    claims: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()

    @model_validator(mode="after")
    def _check_proof(self) -> Self:
        if not self.evidence and not self.checks:
            msg = f"the line {self.text!r} has neither evidence nor a check"
            raise ValueError(msg)
        return self


class Summary(Frozen):
    """The article in short; `lines` are all its sentences, each with its proof (none in reports of older versions)."""

    headline: str
    abstract: str
    key_points: tuple[KeyPoint, ...] = ()
    lines: tuple[SummaryLine, ...] = ()

    @model_validator(mode="after")
    def _check_lines(self) -> Self:
        if not self.lines:
            return self
        said = {"headline": self.headline, "abstract": self.abstract}
        said["key_point"] = " ".join(point.text for point in self.key_points)
        for part, text in said.items():
            lines = " ".join([one.text for one in self.lines if one.part == part])
            if lines != text and "".join(lines.split()) != "".join(text.split()):
                msg = f"the lines of the {part} do not say what the {part} says"
                raise ValueError(msg)
        return self


class Rejected(Frozen):
    """What an engine said and grounding refused, and why."""

    text: str
    source: str
    quote: str
    reason: str


class Missed(Span):
    """A stretch of the article where somebody says something that no claim covers, and why none does."""

    reason: str


class Coverage(Frozen):
    """How many attributed statements the article holds, how many a claim covers, and which none does."""

    statements: NonNegativeInt
    covered: NonNegativeInt
    missed: tuple[Missed, ...] = ()

    @model_validator(mode="after")
    def _check_sum(self) -> Self:
        if self.covered + len(self.missed) != self.statements:
            msg = "covered and missed do not add up to statements"
            raise ValueError(msg)
        return self


class Usage(Frozen):
    """Tokens and money that the answer took, failed attempts included; cost in US dollars, null when unpriced."""

    prompt_tokens: NonNegativeInt = 0
    completion_tokens: NonNegativeInt = 0
    cost: float | None = None


class Provenance(Frozen):
    """How the report came about; `created` is when the model answered, null for rules, which have no moment."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, serialize_by_alias=True)

    engine: Literal["llm", "extractive"]
    model: str | None = None
    base_url_host: str | None = None
    prompt: str | None = Field(default=None, description="name@hash")
    schema_: str | None = Field(default=None, alias="schema", description="name@hash")
    parameters: dict[str, str | int | float | bool | None] = Field(default_factory=dict)
    attempts: NonNegativeInt = 0
    usage: Usage = Usage()
    summarizer_version: str
    created: str | None = None


class Report(Frozen):
    """A summary and its claims, bound to the article that they are taken from."""

    schema_version: Literal["1"] = "1"
    article: Article
    summary: Summary
    claims: tuple[Claim, ...]
    rejected: tuple[Rejected, ...] = ()
    coverage: Coverage
    provenance: Provenance

    @model_validator(mode="after")
    def _check_evidence(self) -> Self:
        text = self.article.text
        for claim in self.claims:
            for piece in claim.evidence:
                if text[piece.start : piece.end] != piece.quote:
                    msg = f"claim {claim.id}: the article does not hold the quote at {piece.start}-{piece.end}"
                    raise ValueError(msg)
            if claim.source.span is not None:
                _check_span(text, claim.source.span, f"claim {claim.id}: source")
        for line in self.summary.lines:
            for passage in line.evidence:
                if text[passage.start : passage.end] != passage.quote:
                    msg = f"summary: the article does not hold the words at {passage.start}-{passage.end}"
                    raise ValueError(msg)
        for span in self.coverage.missed:
            _check_span(text, span, "coverage")
        return self

    def _repr_html_(self) -> str:
        """What a notebook shows of the report."""
        # The one way up: IPython asks the type itself, and how a report looks is known to output/ alone.
        from summarizer.output.notebook import notebook_html  # noqa: PLC0415  only when a notebook asks

        return notebook_html(self)

    @model_validator(mode="after")
    def _check_ids(self) -> Self:
        ids = [claim.id for claim in self.claims]
        if len(set(ids)) != len(ids):
            msg = "two claims have one id"
            raise ValueError(msg)
        summary = self.summary
        cited = {name for point in summary.key_points for name in point.claims}
        cited |= {name for line in summary.lines for name in line.claims}
        if unknown := cited - set(ids):
            msg = f"key points cite claims that do not exist: {sorted(unknown)}"
            raise ValueError(msg)
        return self


def is_doubted(told: Claim | SummaryLine) -> bool:
    """Whether a reader should doubt something else of a claim or line than its confidence."""
    return any(check.code != "weak_attribution" for check in told.checks)


def _check_span(text: str, span: Span, owner: str) -> None:
    if text[span.start : span.end] != span.text:
        msg = f"{owner}: the article does not hold the span's text at {span.start}-{span.end}"
        raise ValueError(msg)
