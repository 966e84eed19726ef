"""What a model answers about passages of several articles, and how that answer came about."""

from __future__ import annotations

from typing import Any, Literal, Self

from pydantic import Field

from summarizer.contract.answer_form import bare_schema
from summarizer.contract.comparison import RefusedGroup
from summarizer.contract.frozen import Frozen
from summarizer.contract.report import Provenance, Usage

ProposedVerdict = Literal["agree", "conflict", "uncertain"]


class ToldPassage(Frozen):
    """One passage by its number, and the words of it that give the answer."""

    passage: int
    quote: str


class ToldSide(Frozen):
    """One answer to the question of a group, and the passages that give it."""

    position: str
    passages: tuple[ToldPassage, ...]


class ToldGroup(Frozen):
    """Passages that answer one question, with their answers."""

    question: str
    verdict: ProposedVerdict
    reason: str = ""
    sides: tuple[ToldSide, ...]


class GroupingForm(Frozen):
    """A model's whole answer about the passages of a sheet."""

    groups: tuple[ToldGroup, ...]

    @classmethod
    def model_json_schema(cls, *args: Any, **more: Any) -> dict[str, Any]:
        """The schema without titles, descriptions and defaults, which would repeat the prompt, and in one piece."""
        return {"title": "Grouping", **bare_schema(super().model_json_schema(*args, **more))}


class Grouping(Frozen):
    """What a model answered about a sheet of passages, with how it came about: this is what the cache keeps.

    `unread` are groups that could not be read; `lost` says why parts of the sheet have no usable answer.
    """

    groups: tuple[ToldGroup, ...] = ()
    unread: tuple[RefusedGroup, ...] = ()
    lost: tuple[str, ...] = Field(default=(), description="a reason for each part without a usable answer")
    provenance: Provenance

    @property
    def is_whole(self) -> bool:
        """Whether all of the sheet was answered; else the answer is not kept."""
        return not self.lost

    def counted(self, attempts: int, usage: Usage) -> Self:
        """The answer with what it took."""
        provenance = self.provenance.model_copy(update={"attempts": attempts, "usage": usage})
        return self.model_copy(update={"provenance": provenance})


class AnsweredSheet(Frozen):
    """A sheet by its id, and what was answered about it."""

    sheet: str
    grouping: Grouping
