"""Reports of what a model answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.engines.rules.complete import complete_report
from summarizer.grounding.ground import ground

if TYPE_CHECKING:
    from summarizer.contract.answer import Answer
    from summarizer.contract.article import Article
    from summarizer.contract.report import Report
    from summarizer.running.settings import Settings


def report_of_answer(settings: Settings, article: Article, answer: Answer) -> Report:
    """The report that a model's answer proves; with `complete`, with what the rules add to it."""
    report = ground(article, answer, origin="model", min_confidence=settings.min_confidence)
    return complete_report(report, settings.min_confidence) if settings.complete else report
