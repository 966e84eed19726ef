"""Builds the Comparison: gives everything its id, in an order that does not depend on the order of the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.contract.comparison import (
    Compared,
    ComparedArticle,
    ComparedSource,
    Comparison,
    ComparisonProvenance,
    CopiedPassage,
    Copy,
    Fact,
    FactOrigin,
    Mention,
    Side,
    check_mentions,
)
from summarizer.contract.report import Provenance
from summarizer.contract.version import __version__
from summarizer.text.figures import as_figure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.comparison.copies import CopyPair
    from summarizer.comparison.groups import Judged
    from summarizer.comparison.origins import OriginBook
    from summarizer.comparison.passages import Passage
    from summarizer.comparison.sources import SourceBook
    from summarizer.contract.article import Article
    from summarizer.contract.comparison import RefusedGroup

_VERDICTS = ("conflict", "uncertain", "agree", "single_source")


def assemble(
    articles: Mapping[str, Article],
    book: SourceBook,
    origins: OriginBook,
    facts: Sequence[Judged],
    copies: Sequence[CopyPair],
    rejected: Sequence[RefusedGroup] = (),
    made: Provenance | None = None,
) -> Comparison:
    """The comparison of articles by their ids: conflicts first, then what most articles tell, in order of the text.

    `rejected` is what a model said in vain, and `made` how it was asked; None where the rules alone have compared.
    """
    ordered = sorted(facts, key=_rank)
    comparison = Comparison(
        articles=tuple(_article(name, one) for name, one in articles.items()),
        sources=tuple(
            ComparedSource(
                id=f"s{number}",
                name=one.name,
                names=one.names,
                kind=one.kind,
                articles=one.articles,
                claims=one.claims,
            )
            for number, one in enumerate(book.sources, 1)
        ),
        facts=tuple(_fact(f"f{number}", one, articles, book, origins) for number, one in enumerate(ordered, 1)),
        origins=tuple(
            FactOrigin(
                id=f"o{number}",
                kind=one.kind,
                source=None if one.source is None else f"s{one.source + 1}",
                articles=one.articles,
            )
            for number, one in enumerate(origins.origins, 1)
        ),
        copies=tuple(
            Copy(
                passages=(
                    CopiedPassage(article=one.article, start=one.start, end=one.end),
                    CopiedPassage(article=two.article, start=two.start, end=two.end),
                ),
                similarity=similarity,
            )
            for one, two, similarity in copies
        ),
        rejected=tuple(rejected),
        provenance=_provenance(articles, made or Provenance(engine="extractive", summarizer_version=__version__)),
    )
    check_mentions(comparison, {name: one.text for name, one in articles.items()})
    return comparison


def _provenance(articles: Mapping[str, Article], made: Provenance) -> ComparisonProvenance:
    compared = tuple(Compared(id=name, sha256=one.sha256) for name, one in articles.items())
    return ComparisonProvenance(**dict(made), compared=compared)


def _rank(fact: Judged) -> tuple[int, int, int, list[tuple[str, int, int, str]], str, str]:
    passages = [one for answer in fact.answers for one in answer.passages]
    places = sorted((one.article, one.start, one.end, one.claim or "") for one in passages)
    articles = len({one.article for one in passages})
    return _VERDICTS.index(fact.verdict), -articles, -len(passages), places, fact.kind, fact.text


def _article(name: str, article: Article) -> ComparedArticle:
    return ComparedArticle(
        id=name,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        url=article.url,
        path=article.path,
    )


def _fact(name: str, fact: Judged, articles: Mapping[str, Article], book: SourceBook, origins: OriginBook) -> Fact:
    sides = []
    for answer, found in zip(fact.answers, origins.of_answers(fact.answers), strict=True):
        sides.append(
            Side(
                position=answer.position,
                mentions=tuple(_mention(one, articles[one.article].text, book) for one in answer.passages),
                origins=tuple(f"o{number + 1}" for number in found),
            )
        )
    return Fact(
        id=name,
        text=fact.text,
        kind=fact.kind,
        verdict=fact.verdict,
        reason=fact.reason,
        sides=tuple(sides),
        origins=len({origin for side in sides for origin in side.origins}),
        when=fact.when,
    )


def _mention(passage: Passage, text: str, book: SourceBook) -> Mention:
    number = book.number_of(passage)
    return Mention(
        article=passage.article,
        claim=passage.claim,
        start=passage.start,
        end=passage.end,
        text=passage.text,
        source=None if number is None else f"s{number + 1}",
        via=passage.via,
        figures=tuple(as_figure(text, one) for one in passage.figures),
    )
