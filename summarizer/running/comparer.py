"""The Python interface to comparisons: by the rules alone, or with a model for what they leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from summarizer.comparison.compare import compare as compare_by_rules
from summarizer.comparison.compare import find, nothing_thrown_away
from summarizer.contract.failure import Failure
from summarizer.contract.grouping import AnsweredSheet, Grouping
from summarizer.contract.report import Provenance
from summarizer.contract.tally import RunTally
from summarizer.contract.version import __version__
from summarizer.running.runner import Runner
from summarizer.running.settings import with_options_listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import TracebackType
    from typing import Unpack

    from summarizer.comparison.inquiry import Inquiry
    from summarizer.contract.article import Article
    from summarizer.contract.comparison import Comparison
    from summarizer.contract.report import Report
    from summarizer.engines.model.grouping import GroupingTask
    from summarizer.engines.model.task import LlmOptions
    from summarizer.running.options import Options
    from summarizer.running.settings import EngineChoice, Settings
    from summarizer.running.work import Work

_FEWEST = 200  # tokens of a sheet: a few passages
_SHARE = 5  # of a context that is said to be small, the part that a sheet takes: instructions and answer need the rest


class SheetRunner(Runner[AnsweredSheet]):
    """Asks a model about sheets of passages, one or many, as articles are asked about."""

    def _open_work(self) -> Work[Any, AnsweredSheet]:
        from summarizer.running.model_work import ModelWork  # noqa: PLC0415  rules do without a model's engine

        return ModelWork(self.settings, self.tally, _answered, Grouping, make_task=make_grouping_task)


def _answered(sheet: Article, grouping: Grouping) -> AnsweredSheet:
    return AnsweredSheet(sheet=sheet.id, grouping=grouping)


def make_grouping_task(model: str, options: LlmOptions) -> GroupingTask:  # noqa: ARG001  all models are asked alike
    """The task of a comparison."""
    from summarizer.engines.model.grouping import GroupingTask  # noqa: PLC0415  rules do without a model's engine

    return GroupingTask(options)


class Comparer:
    """Compares reports with one set of settings, connections and cache; where a model is configured, with its help.

    Use it as a context manager, plain or async. Options are those of `Settings`; what is not given is read from
    SUMMARIZER_* variables. Raises CallError when an option is wrong. `failures` says afterwards which sheets of
    passages the model did not answer, and `unasked` how many it was not asked: the comparison is that of the rules for
    these, and lists them as refused.
    """

    def __init__(self, settings: Settings | None = None, /, **options: Unpack[Options]) -> None:
        self.runner = SheetRunner(settings, **options)
        self.failures: list[Failure] = []
        self.unasked = 0

    @property
    def settings(self) -> Settings:
        """The settings."""
        return self.runner.settings

    @property
    def choice(self) -> EngineChoice:
        """Whether a model is asked, and why."""
        return self.runner.choice

    @property
    def tally(self) -> RunTally:
        """What was sent and what it took."""
        return self.runner.tally

    def compare(self, reports: Iterable[Report]) -> Comparison:
        """Compare reports: who says what across their articles, where they agree, and how many really know it.

        The same reports in any order give the same comparison, and reports of one text are one article.
        """
        if self.choice.engine == "extractive":
            return compare_by_rules(reports)
        inquiry = self.inquiry(reports)
        return self._conclude(inquiry, list(self.runner.run(one.as_article() for one in inquiry.sheets)))

    async def acompare(self, reports: Iterable[Report]) -> Comparison:
        """`compare` for async code."""
        from asyncio import to_thread  # noqa: PLC0415  plain code does without it

        if self.choice.engine == "extractive":
            return await to_thread(compare_by_rules, reports)
        inquiry = await to_thread(self.inquiry, reports)
        results = [one async for one in self.runner.arun(sheet.as_article() for sheet in inquiry.sheets)]
        return await to_thread(self._conclude, inquiry, results)

    def inquiry(self, reports: Iterable[Report]) -> Inquiry:
        """What a model would be asked about these reports."""
        from summarizer.comparison.inquiry import Inquiry  # noqa: PLC0415  the rules alone ask nobody

        with nothing_thrown_away():
            context = self.settings.context
            return Inquiry(find(reports), *(() if context is None else (max(_FEWEST, context // _SHARE),)))

    def _conclude(self, inquiry: Inquiry, results: Sequence[AnsweredSheet | Failure]) -> Comparison:
        answers = {one.sheet: one.grouping for one in results if isinstance(one, AnsweredSheet)}
        self.failures = [one for one in results if isinstance(one, Failure)]
        self.unasked = len(inquiry.sheets) - len(results)
        failed = {one.id: one.message for one in self.failures}
        with nothing_thrown_away():
            return inquiry.conclude(answers, failed, self._made())

    def _made(self) -> Provenance:
        """How the model is asked, where not one answer tells it."""
        from summarizer.running.model_calls import ModelCalls  # noqa: PLC0415  rules do without a model's engine

        identity = ModelCalls(self.settings, RunTally(), make_task=make_grouping_task).engine.identity()
        return Provenance(
            engine="llm",
            model=identity["model"],
            base_url_host=None,
            prompt=identity["prompts"][0],
            schema_=identity["schema"],
            summarizer_version=__version__,
        )

    def stop(self) -> None:
        """Ask about no further sheet; what is in flight is finished. For signal handlers and other threads."""
        self.runner.stop()

    def close(self) -> None:
        """Close connections and cache."""
        self.runner.close()

    async def aclose(self) -> None:
        """`close` for async code."""
        await self.runner.aclose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()


@with_options_listed
def compare(reports: Iterable[Report], **options: Unpack[Options]) -> Comparison:
    """Compare reports: who says what across their articles, where they agree, and how many really know it.

    The same reports in any order give the same comparison, and reports of one text are one article. Without a model
    the rules compare; with one, it is asked about what they leave open, and the rules check each of its answers.
    """
    with Comparer(**options) as comparer:
        return comparer.compare(reports)


@with_options_listed
async def acompare(reports: Iterable[Report], **options: Unpack[Options]) -> Comparison:
    """`compare` for async code."""
    async with Comparer(**options) as comparer:
        return await comparer.acompare(reports)
