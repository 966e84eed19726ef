"""An article as the rest of the package sees it: fixed text, and a layout of title, body and furniture."""

from __future__ import annotations

import hashlib
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Self

from pydantic import Field, model_validator

from summarizer.contract.frozen import Frozen

if TYPE_CHECKING:
    from summarizer.reading.layout.layout import Layout, Sentence


@lru_cache(maxsize=2)  # an article is asked for it when it is made and when it is checked
def digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Article(Frozen):
    """One article: its text, unchanged, and what is known about it.

    All offsets in this package count Unicode code points in `text`, end-exclusive. `text` may hold site furniture;
    `layout` says which parts are title, body and furniture.
    """

    id: str
    title: str = ""
    text: str
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str = "en"
    encoding: str = "utf-8"
    sha256: str = Field(default="", description="of text, as UTF-8")

    @model_validator(mode="before")
    @classmethod
    def _add_hash(cls, data: object) -> object:
        if isinstance(data, dict) and isinstance(data.get("text"), str) and not data.get("sha256"):
            return {**data, "sha256": digest(data["text"])}
        return data

    @model_validator(mode="after")
    def _check_hash(self) -> Self:
        if self.sha256 != digest(self.text):
            msg = "sha256 is not that of text"
            raise ValueError(msg)
        return self

    @cached_property
    def layout(self) -> Layout:
        """The article's blocks and numbered sentences, worked out once."""
        from summarizer.reading.layout.layout import lay_out  # noqa: PLC0415  a saved report's article is never laid out

        return lay_out(self)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The title's and body's sentences, numbered from 1; furniture and repeats are not among them."""
        return self.layout.sentences
