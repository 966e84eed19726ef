"""What an engine is: an article in, an answer out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol, Self

from pydantic import Field

from summarizer.contract.draft import Draft
from summarizer.contract.frozen import Frozen
from summarizer.contract.report import Origin, Rejected, Usage

if TYPE_CHECKING:
    from summarizer.contract.article import Article


class Answer(Frozen):
    """A draft with how it came about: this is what the cache keeps.

    `refused` holds parts of an answer that could not even become a draft claim. The rest is for the report's
    provenance; `created` is an ISO 8601 moment in UTC, None for rules.
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

    def counted(self, attempts: int, usage: Usage) -> Self:
        """The answer with what it took."""
        return self.model_copy(update={"attempts": attempts, "usage": usage})


class Engine(Protocol):
    """Anything that answers an article with a draft. Neither cache, retry nor concurrency is its business."""

    origin: Origin

    async def answer(self, article: Article) -> Answer:
        """Answer one article. Raises EngineError when there is no usable answer."""
        ...
