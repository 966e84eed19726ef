"""What was taken from an article in a shape of the user's own, held to the article's own characters.

The type holds the evidence invariant, as `Report` does: an extraction in which any evidence, however deep, is not the
article's text at its offsets cannot be built and cannot be loaded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Generic, Literal, Self, TypeVar

from pydantic import BaseModel, Field, JsonValue, SerializeAsAny, model_validator

from summarizer.contract.article import Article
from summarizer.contract.frozen import Frozen
from summarizer.contract.report import Evidence, Provenance, Span, Usage

M = TypeVar("M", bound=BaseModel)


class RejectedPart(Frozen):
    """What a model answered and the article, or the user's model, refused; it is not in the result."""

    path: str = Field(description="where it stood in the answer, such as parties[2]; empty for all of it")
    quote: str = Field(description="the words that were said to prove it")
    reason: str
    part: JsonValue = Field(default=None, description="the answer's own words, whole")


class ExtractionAnswer(Frozen):
    """What a model answered, as JSON text, with how it came about: this is what the cache keeps.

    `lost` are the parts of the article for which there was no usable answer.
    """

    answer: str
    lost: tuple[RejectedPart, ...] = ()
    provenance: Provenance

    @property
    def is_whole(self) -> bool:
        """Whether every part of the article was answered; else the answer is not kept."""
        return not self.lost

    def counted(self, attempts: int, usage: Usage) -> Self:
        """The answer with what it took."""
        provenance = self.provenance.model_copy(update={"attempts": attempts, "usage": usage})
        return self.model_copy(update={"provenance": provenance})


class Extraction(Frozen, Generic[M]):
    """A model of the user's own, filled in from an article and bound to it. Load it as `Extraction[Model]`."""

    schema_version: Literal["1"] = "1"
    article: Article
    result: SerializeAsAny[M]
    rejected: tuple[RejectedPart, ...] = ()
    provenance: Provenance

    @model_validator(mode="after")
    def _check_evidence(self) -> Self:
        if type(self.result) is BaseModel:
            msg = "name the model of the result: Extraction[Model]"
            raise ValueError(msg)
        text = self.article.text
        for path, piece in find_evidence(self.result):
            words = piece.quote if isinstance(piece, Evidence) else piece.text
            if text[piece.start : piece.end] != words:
                msg = f"{path}: the article does not hold the quote at {piece.start}-{piece.end}"
                raise ValueError(msg)
        return self


def find_evidence(value: object, path: str = "result") -> Iterator[tuple[str, Evidence | Span]]:
    """All evidence and spans in a value, with their paths: in models, dataclasses, mappings and collections."""
    if isinstance(value, Evidence | Span):
        yield path, value
    for name, part in _parts(value):
        yield from find_evidence(part, f"{path}{name}")


def _parts(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, BaseModel):
        yield from ((f".{name}", part) for name, part in value.__dict__.items())
        yield from ((f".{name}", part) for name, part in (value.__pydantic_extra__ or {}).items())
    elif is_dataclass(value) and not isinstance(value, type):
        yield from ((f".{field.name}", getattr(value, field.name)) for field in fields(value))
    elif isinstance(value, Mapping):
        yield from ((f"[{key!r}]", part) for key, part in value.items())
        yield from ((f"[{key!r}] as key", key) for key in value)
    elif isinstance(value, tuple | list | set | frozenset):
        yield from ((f"[{number}]", part) for number, part in enumerate(value))
