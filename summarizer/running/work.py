"""What is done with an article: one kind of work says how it is asked about, and what is built from the answer.

`rule_reports.py` has the reports by rules, `model_work.py` what needs a language model.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pydantic import BaseModel

if TYPE_CHECKING:
    from summarizer.contract.article import Article
    from summarizer.contract.tally import CallTally
    from summarizer.running.work_cache import WorkCache

A = TypeVar("A", bound=BaseModel)
R = TypeVar("R", bound=BaseModel)
Wait = Callable[[], Awaitable[Any]]


class Work(Protocol[A, R]):
    """One kind of work: from an article to the engine's answer `A`, and on to the result `R`."""

    @property
    def cache(self) -> WorkCache[A, R] | None:
        """Where answers and results are kept, if they are."""

    def ask(self, article: Article, call: CallTally) -> A | Wait:
        """The engine's answer, or how to wait for it. Raises SummarizerError."""

    def build(self, article: Article, answer: A) -> R | Wait:
        """What the answer proves, or how to wait for it. Raises InvalidAnswerError when that is not enough."""

    def close(self) -> None:
        """Close the cache."""

    async def aclose(self) -> None:
        """Close the connections; in the event loop that used them."""
