"""The way from reports to a comparison, step by step."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

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
    from collections.abc import Iterable, Iterator

    from summarizer.contract.comparison import Comparison
    from summarizer.contract.report import Report


def compare(reports: Iterable[Report]) -> Comparison:
    """Compare reports: who says what across their articles, where they agree, and how many really know it.

    The same reports in any order give the same comparison, and reports of one text are one article. What belongs
    together is found by an index, never by trying all pairs.
    """
    with _nothing_thrown_away():
        return _compare(reports)


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """Python looks for nothing to throw away: all is kept to the end, and looking takes a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _compare(reports: Iterable[Report]) -> Comparison:
    chosen = choose_reports(reports)
    articles = {name: report.article for name, report in chosen}
    readings = {name: read_passages(name, report) for name, report in chosen}
    del chosen  # of the reports, the articles and what was read from them is all that is needed
    passages = [passage for one in readings.values() for passage in one.passages]
    events = Events({name: one.sentences for name, one in readings.items()})
    book = SourceBook(passages, events.is_one)
    weights = {name: Weights(one.sentences) for name, one in readings.items()}
    facts = find_facts(Evidence(passages, weights, book, events, Order(articles)))
    copies = find_copies({name: (articles[name].text, one.places) for name, one in readings.items()})
    groups = [[one for answer in fact.answers for one in answer.passages] for fact in facts]
    origins = OriginBook(passages, book, copies, [fact.answers for fact in facts], events.is_one)
    published = {name: read_date(one.published) for name, one in articles.items()}
    facts = [
        judge_again(fact, origins.count(fact.answers))._replace(
            when=day_of((one.text, published[one.article]) for one in group)
        )
        for fact, group in zip(facts, groups, strict=True)
    ]
    return assemble(articles, book, origins, facts, copies)
