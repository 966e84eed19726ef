"""What is done with a model's answer by the CPU alone, as steps that another process may do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.engines.model.task import Objections

if TYPE_CHECKING:
    from summarizer.contract.article import Article
    from summarizer.contract.errors import AnswerError
    from summarizer.contract.report import Provenance
    from summarizer.contract.request import Completion
    from summarizer.engines.model.task import LostWindow, Task
    from summarizer.engines.model.windows import Window


class Step(NamedTuple):
    """Something to do about an article for a task: a function of this module, and what else it is given."""

    do: Callable[..., Any]
    article: Article
    given: tuple[Any, ...]
    is_last: bool = False  # of those about an answer

    def done_by(self, task: Task[Any, Any]) -> Any:
        """What comes of it. Raises AnswerError."""
        return self.do(task, self.article, *self.given)


DoStep = Callable[["Task[Any, Any]", Step], Awaitable[Any]]


async def done_here(task: Task[Any, Any], step: Step) -> Any:
    """What comes of a step. Raises AnswerError."""
    return step.done_by(task)


class Judged(NamedTuple):
    """The best of the answers about a window so far, what is wrong with it, and what error it comes to in the end."""

    best: Any
    wrong: Objections
    fault: AnswerError | None


def judge(
    task: Task[Any, Any],
    article: Article,
    window: Window,
    before: Any | None,
    completion: Completion,
    may_ask_again: bool,
) -> Judged:
    """Read an answer about a window and judge it, with what came `before` it. Raises AnswerError if it is of no use."""
    latest = task.read(article, window, completion)
    best = latest if before is None else task.better(article, before, latest)
    wrong = task.objections(article, window, best, latest) if may_ask_again else Objections()
    return Judged(best, wrong, task.fault(article, best))


def put_together(
    task: Task[Any, Any], article: Article, part: Any, lost: tuple[LostWindow, ...], made: Provenance
) -> Any:
    """The engine's answer about the article."""
    return task.result(article, part, lost, made)
