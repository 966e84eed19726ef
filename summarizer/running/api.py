"""The Python interface to reports: `summarize` one article, or many with a `Summarizer`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.contract.report import Report
from summarizer.running.runner import Runner
from summarizer.running.settings import with_options_listed

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    from summarizer.contract.article import Article
    from summarizer.running.options import Options
    from summarizer.running.work import Work


@with_options_listed
class Summarizer(Runner[Report]):
    """Turns articles into reports, one or many, with one set of settings, connections and cache.

    Use it as a context manager, plain or async. Options are those of `Settings`; what is not given is read from
    SUMMARIZER_* variables. Raises CallError when an option is wrong.
    """

    def _open_work(self) -> Work[Any, Report]:
        if self.choice.engine == "extractive":
            from summarizer.running.rule_reports import RuleReports  # noqa: PLC0415  a model's answers do without rules

            return RuleReports(self.settings.min_confidence)
        from summarizer.running.model_work import reports_by_model  # noqa: PLC0415  rules do without a model's engine

        return reports_by_model(self.settings, self.tally, self._workers)


@with_options_listed
def summarize(article: str | Path | Article, **options: Unpack[Options]) -> Report:
    """Report on one article: a text, an address, a path to a file, or an Article. Raises SummarizerError."""
    with Summarizer(**options) as summarizer:
        return summarizer.summarize(article)


@with_options_listed
async def asummarize(article: str | Path | Article, **options: Unpack[Options]) -> Report:
    """Report on one article: a text, an address, a path to a file, or an Article. Raises SummarizerError."""
    async with Summarizer(**options) as summarizer:
        return await summarizer.asummarize(article)
