"""What an engine answers about an article."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field

from summarizer.contract.draft import Draft
from summarizer.contract.frozen import Frozen
from summarizer.contract.report import Rejected, Usage


class Answer(Frozen):
    """A draft with how it came about: this is what the cache keeps.

    `refused` holds parts of an answer that could not even become a draft claim. The rest is for the report's
    provenance; `created` is an ISO 8601 moment in UTC, None for rules. One that is not whole, because parts of the
    article were not answered, is not kept.
    """

    draft: Draft
    refused: tuple[Rejected, ...] = ()
    engine: Literal["llm", "extractive"]
    model: str | None = None
    base_url_host: str | None = None
    prompt: str | None = None
    schema_name: str | None = None
    parameters: dict[str, str | int | float | bool | None] = Field(default_factory=dict)
    attempts: int = 0
    usage: Usage = Usage()
    created: str | None = None
    is_whole: bool = True

    def counted(self, attempts: int, usage: Usage) -> Self:
        """The answer with what it took."""
        return self.model_copy(update={"attempts": attempts, "usage": usage})
