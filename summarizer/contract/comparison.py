"""Comparison v1: who says what across articles, where they agree, where they do not, and how many really know it.

The types hold what can be held without the articles' texts: every id that is named exists, a mention is as long as its
text, a conflict has two sides with mentions, a single source is one article's, and origins are counted as listed. That
a mention is the article's own characters at its offsets is checked when a comparison is made, by `check_mentions`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, NonNegativeInt, PositiveInt, model_validator

from summarizer.contract.draft import SourceKind
from summarizer.contract.frozen import Frozen
from summarizer.contract.report import Figure, Provenance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Verdict = Literal["agree", "conflict", "single_source", "uncertain"]
FactKind = Literal["figure", "statement"]
OriginKind = Literal["source", "outlet", "wire"]


class ComparedArticle(Frozen):
    """An article that was compared. Reports of one text, by its sha256, are one article."""

    id: str
    title: str = ""
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    path: str | None = None


class ComparedSource(Frozen):
    """Somebody whom the articles name, over all forms of the name; `claims` counts what is attributed to them."""

    id: str
    name: str = Field(min_length=1)
    names: tuple[str, ...] = Field(min_length=1, description="every form in which the articles name it")
    kind: SourceKind
    articles: tuple[str, ...] = Field(min_length=1)
    claims: NonNegativeInt


class Mention(Frozen):
    """A passage that answers a fact's question: `text` is the article's at code points `start` to `end` (exclusive).

    `claim` is the report's claim that it is; without one, the article says it in its own voice, or no claim covers it.
    `source` is the id of whoever is said to know it, `via` who passed it on, as in a claim.
    """

    article: str
    claim: str | None = None
    start: NonNegativeInt
    end: NonNegativeInt
    text: str = Field(min_length=1)
    source: str | None = None
    via: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()

    @model_validator(mode="after")
    def _check_length(self) -> Self:
        if self.end - self.start != len(self.text):
            msg = f"mention {self.start}-{self.end} of {self.article} does not have its text's length"
            raise ValueError(msg)
        return self


class Side(Frozen):
    """One answer to a fact's question, the passages that give it, and the ids of the origins behind them."""

    position: str
    mentions: tuple[Mention, ...] = Field(min_length=1)
    origins: tuple[str, ...] = Field(min_length=1)


class Fact(Frozen):
    """One question that articles answer, and their answers. `text` is the question, `reason` why the verdict is so.

    `origins` counts the independent ones over all sides; `when` is the day it is about, as an ISO date, where told.
    """

    id: str
    text: str
    kind: FactKind
    verdict: Verdict
    reason: str
    sides: tuple[Side, ...] = Field(min_length=1)
    origins: PositiveInt
    when: str | None = None

    @model_validator(mode="after")
    def _check_verdict(self) -> Self:
        if self.verdict == "conflict" and len(self.sides) < 2:
            msg = f"fact {self.id}: a conflict needs evidence on two sides"
            raise ValueError(msg)
        articles = {mention.article for side in self.sides for mention in side.mentions}
        if self.verdict == "single_source" and len(articles) > 1:
            msg = f"fact {self.id}: a single source stands in one article"
            raise ValueError(msg)
        if self.origins != len({origin for side in self.sides for origin in side.origins}):
            msg = f"fact {self.id}: origins is not the number of different origins of its sides"
            raise ValueError(msg)
        return self


class FactOrigin(Frozen):
    """Who really knows: a source that speaks, an outlet that says it itself, or a wire text that several printed."""

    id: str
    kind: OriginKind
    source: str | None = None
    articles: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _check_kind(self) -> Self:
        if (self.kind == "source") != (self.source is not None):
            msg = f"origin {self.id}: a source's origin, and no other, names its source"
            raise ValueError(msg)
        return self


class CopiedPassage(Frozen):
    """Where one of two near-copied passages stands, in code points of its article."""

    article: str
    start: NonNegativeInt
    end: PositiveInt

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.start >= self.end:
            msg = f"passage {self.start}-{self.end} of {self.article} is empty"
            raise ValueError(msg)
        return self


class Copy(Frozen):
    """Two passages that are one text; `similarity` is the share of their runs of words that both have, 0 to 1."""

    passages: tuple[CopiedPassage, CopiedPassage]
    similarity: Annotated[float, Field(ge=0, le=1)]


class RefusedGroup(Frozen):
    """What a model proposed and the rules refused, and why; or, without `verdict`, what it was not asked.

    `mentions` are the passages that it named, as "article:start-end", or a number of its own that no passage has.
    """

    text: str
    verdict: str
    mentions: tuple[str, ...] = ()
    reason: str


class Compared(Frozen):
    """An article that was compared, and the sha256 of its text."""

    id: str
    sha256: str


class ComparisonProvenance(Provenance):
    """How the comparison came about, as in a report, and what was compared."""

    compared: tuple[Compared, ...]


class Comparison(Frozen):
    """What several articles say on the same questions; the same reports in any order give the same comparison."""

    schema_version: Literal["1"] = "1"
    articles: tuple[ComparedArticle, ...]
    sources: tuple[ComparedSource, ...] = ()
    facts: tuple[Fact, ...] = ()
    origins: tuple[FactOrigin, ...] = ()
    copies: tuple[Copy, ...] = ()
    rejected: tuple[RefusedGroup, ...] = ()
    provenance: ComparisonProvenance

    def _repr_html_(self) -> str:
        """What a notebook shows of the comparison."""
        # As a report does: how it looks is known to output/ alone.
        from summarizer.output.comparison.notebook import notebook_html  # noqa: PLC0415  only when a notebook asks

        return notebook_html(self)

    @model_validator(mode="after")
    def _check_ids(self) -> Self:
        articles = _ids("articles", (one.id for one in self.articles))
        sources = _ids("sources", (one.id for one in self.sources))
        origins = _ids("origins", (one.id for one in self.origins))
        _ids("facts", (one.id for one in self.facts))
        sides = [side for fact in self.facts for side in fact.sides]
        mentions = [mention for side in sides for mention in side.mentions]
        _check_known("article", {mention.article for mention in mentions}, articles)
        _check_known("article", {passage.article for copy in self.copies for passage in copy.passages}, articles)
        _check_known("article", {article for one in self.sources for article in one.articles}, articles)
        _check_known("article", {article for one in self.origins for article in one.articles}, articles)
        _check_known("source", {mention.source for mention in mentions if mention.source}, sources)
        _check_known("source", {one.source for one in self.origins if one.source}, sources)
        _check_known("origin", {origin for side in sides for origin in side.origins}, origins)
        _check_known("article", {one.id for one in self.provenance.compared}, articles)
        return self


def check_mentions(comparison: Comparison, texts: Mapping[str, str]) -> None:
    """Raise ValueError where a mention or a copy is not in its article; `texts` are the articles' by their ids."""
    for fact in comparison.facts:
        for side in fact.sides:
            for mention in side.mentions:
                if texts[mention.article][mention.start : mention.end] != mention.text:
                    msg = f"fact {fact.id}: {mention.article} does not hold the words at {mention.start}-{mention.end}"
                    raise ValueError(msg)
    for copy in comparison.copies:
        for passage in copy.passages:
            if passage.end > len(texts[passage.article]):
                msg = f"a copy ends at {passage.end}, after the end of {passage.article}"
                raise ValueError(msg)


def _ids(kind: str, ids: Iterable[str]) -> set[str]:
    counted = Counter(ids)
    if twice := sorted(name for name, count in counted.items() if count > 1):
        msg = f"two {kind} have one id: {', '.join(twice)}"
        raise ValueError(msg)
    return set(counted)


def _check_known(kind: str, named: set[str], known: set[str]) -> None:
    if unknown := sorted(named - known):
        msg = f"there is no {kind} {', '.join(unknown)}"
        raise ValueError(msg)
