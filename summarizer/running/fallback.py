"""The models that are asked one after the other: the next one answers what the one before it failed for good."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from summarizer.contract.errors import BudgetError, EmptyArticleError, EngineError, SummarizerError
from summarizer.engines.model.steps import done_here
from summarizer.engines.model.task_choice import draft_task
from summarizer.running.logs import get_logger
from summarizer.running.model_calls import ModelCalls

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from summarizer.contract.article import Article
    from summarizer.contract.tally import RunTally
    from summarizer.engines.model.steps import DoStep
    from summarizer.running.batch_desk import BatchDesk
    from summarizer.running.model_calls import MakeTask
    from summarizer.running.settings import Settings

_log = get_logger("calls")


class ModelChain:
    """The settings' model, then those of `fallback`. Belongs to one event loop.

    Raises CallError when the settings name a model without a usable service.
    """

    def __init__(
        self,
        settings: Settings,
        tally: RunTally,
        remember: MutableMapping[str, str] | None = None,
        *,
        make_task: MakeTask = draft_task,
        desk: BatchDesk | None = None,
        do_step: DoStep = done_here,
    ) -> None:
        models = (settings.model, *settings.fallback)
        each = [settings.model_copy(update={"model": model}) for model in models]
        self._tally = tally
        self._desk = desk
        self._all = [ModelCalls(one, tally, remember, make_task=make_task, desk=desk, do_step=do_step) for one in each]

    def identities(self) -> list[dict[str, Any]]:
        """What decides an answer besides the article, for each model that may give it."""
        return [calls.engine.identity() for calls in self._all]

    async def answer(self, article: Article) -> Any:
        """The answer of the first model that gives one. Raises EngineError, the first model's where all failed."""
        errors: list[SummarizerError] = []
        for calls in self._all:
            try:
                answer = await calls.engine.answer(article)
            except (BudgetError, EmptyArticleError):
                raise
            except EngineError as error:
                if len(self._all) == 1:
                    raise
                _log.info("id=%s model=%s failed: %s", article.id, calls.model, error.message)
                errors.append(error)
                continue
            if errors:
                self._tally.ended_by = ""  # a model that ended for the whole run does not end the run
            return answer
        raise self._failure(errors)

    def _failure(self, errors: list[SummarizerError]) -> SummarizerError:
        """What the article fails with: the first error, unless it would end a run that another model goes on with."""
        first = next((error for error in errors if not error.fatal), errors[0])
        told = [f"{calls.model}: {error.message}" for calls, error in zip(self._all, errors, strict=True)]
        failure = copy(first)
        failure.message = "; ".join(told)
        return failure

    async def aclose(self) -> None:
        """Close the connections; batches go on at the service."""
        if self._desk is not None:
            await self._desk.aclose()
        for calls in self._all:
            await calls.aclose()
