"""The way from reports to a comparison, step by step."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from summarizer.comparison.articles import choose_reports
from summarizer.comparison.assemble import assemble
from summarizer.comparison.copies import find_copies
from summarizer.comparison.days import day_of, read_date
from summarizer.comparison.facts import Evidence, find_facts
from summarizer.comparison.judging import judge_again
from summarizer.comparison.origins import OriginBook
from summarizer.comparison.passages import read_passages
from summarizer.comparison.sources import SourceBook
from summarizer.comparison.terms import Weights
from summarizer.comparison.topics import Events
from summarizer.comparison.updates import Order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.comparison.copies import CopyPair
    from summarizer.comparison.groups import Judged
    from summarizer.contract.article import Article
    from summarizer.contract.comparison import Comparison, RefusedGroup
    from summarizer.contract.report import Provenance, Report


class Findings(NamedTuple):
    """What the rules find in reports: the articles by their ids, what facts are found in, the facts, and the copies."""

    articles: dict[str, Article]
    evidence: Evidence
    facts: list[Judged]
    copies: list[CopyPair]


def compare(reports: Iterable[Report]) -> Comparison:
    """Compare reports: who says what across their articles, where they agree, and how many really know it.

    The same reports in any order give the same comparison, and reports of one text are one article. What belongs
    together is found by an index, never by trying all pairs.
    """
    with nothing_thrown_away():
        found = find(reports)
        return conclude(found, found.facts)


@contextmanager
def nothing_thrown_away() -> Iterator[None]:
    """Python looks for nothing to throw away: all is kept to the end, and looking takes a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def find(reports: Iterable[Report]) -> Findings:
    """What the rules find in reports."""
    chosen = choose_reports(reports)
    articles = {name: report.article for name, report in chosen}
    readings = {name: read_passages(name, report) for name, report in chosen}
    del chosen  # of the reports, the articles and what was read from them is all that is needed
    passages = [passage for one in readings.values() for passage in one.passages]
    events = Events({name: one.sentences for name, one in readings.items()})
    book = SourceBook(passages, events.is_one)
    weights = {name: Weights(one.sentences) for name, one in readings.items()}
    evidence = Evidence(passages, weights, book, events, Order(articles))
    facts = find_facts(evidence)
    copies = find_copies({name: (articles[name].text, one.places) for name, one in readings.items()})
    return Findings(articles, evidence, facts, copies)


def conclude(
    found: Findings,
    facts: Sequence[Judged],
    rejected: Sequence[RefusedGroup] = (),
    made: Provenance | None = None,
) -> Comparison:
    """The comparison with these facts; `rejected` and `made` say what a model was refused, and how it was asked."""
    evidence = found.evidence
    groups = [[one for answer in fact.answers for one in answer.passages] for fact in facts]
    answers = [fact.answers for fact in facts]
    origins = OriginBook(evidence.passages, evidence.book, found.copies, answers, evidence.events.is_one)
    published = {name: read_date(one.published) for name, one in found.articles.items()}
    dated = [
        judge_again(fact, origins.count(fact.answers))._replace(
            when=day_of((one.text, published[one.article]) for one in group)
        )
        for fact, group in zip(facts, groups, strict=True)
    ]
    return assemble(found.articles, evidence.book, origins, dated, found.copies, rejected, made)
