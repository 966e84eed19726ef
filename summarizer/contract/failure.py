"""A failed article as a value, so that the rest of the batch goes on; output/failures.py writes and reads the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from pydantic import Field, NonNegativeInt

from summarizer.contract.article import Article
from summarizer.contract.frozen import Frozen

if TYPE_CHECKING:
    from summarizer.contract.errors import SummarizerError


FAILURES_NAME = "failures.jsonl"
FAILURE_KEYS = frozenset({"error", "message", "retryable"})  # that tell a row of it from an article and a report


class Failure(Frozen):
    """Why one article has no report; a row of failures.jsonl.

    `attempts` counts the requests that were sent for it. `retryable` says that the same request may succeed later.
    """

    id: str = Field(description="the article's id, or the id that it would have had")
    path: str | None = Field(default=None, description="the file, or file and line, that it came from")
    error: str = Field(description="the error's class, as in summarizer.errors")
    message: str
    hint: str = ""
    attempts: NonNegativeInt = 0
    retryable: bool = False
    earlier_report: str | None = Field(
        default=None, description="the file in the folder that an earlier run wrote for this article, and left there"
    )

    @classmethod
    def of(cls, error: SummarizerError, source: object = None, *, attempts: int = 0) -> Self:
        """The failure of an article, or of an input that has none, by an error."""
        path = source.path if isinstance(source, Article) else getattr(source, "where", None)
        return cls(
            id=getattr(source, "id", ""),
            path=path or error.where or None,
            error=type(error).__name__,
            message=error.message,
            hint=error.hint,
            attempts=attempts,
            retryable=error.retryable,
        )
