"""The way from reports to a comparison, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.comparison.articles import choose_reports
from summarizer.comparison.assemble import assemble
from summarizer.comparison.origins import OriginBook
from summarizer.comparison.passages import read_passages
from summarizer.comparison.sources import SourceBook
from summarizer.comparison.statement_facts import group_statements

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.contract.comparison import Comparison
    from summarizer.contract.report import Report


def compare(reports: Iterable[Report]) -> Comparison:
    """Compare reports: who says what across their articles, where they agree, and how many really know it.

    The same reports in any order give the same comparison, and reports of one text are one article. What belongs
    together is found by an index, never by trying all pairs.
    """
    chosen = choose_reports(reports)
    passages = [passage for name, report in chosen for passage in read_passages(name, report)]
    sources = SourceBook(passages)
    facts = group_statements(passages)
    return assemble(
        {name: report.article for name, report in chosen}, sources, OriginBook(passages, sources), facts, copies=()
    )
