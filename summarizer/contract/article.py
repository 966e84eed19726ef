"""An article as the rest of the package sees it: fixed text, what is known of it, and what has been read from it."""

from __future__ import annotations

import hashlib
from functools import lru_cache, update_wrapper
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from pydantic import Field, model_validator

from summarizer.contract.check import Check
from summarizer.contract.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Callable

Read = TypeVar("Read")


@lru_cache(maxsize=2)  # an article is asked for it when it is made and when it is checked
def digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Article(Frozen):
    """One article: its text, unchanged, and what is known about it.

    All offsets in this package count Unicode code points in `text`, end-exclusive. `text` may hold site furniture.
    """

    id: str
    title: str = ""
    text: str
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str = "en"
    encoding: str = "utf-8"
    sha256: str = Field(default="", description="of text, as UTF-8")
    checks: tuple[Check, ...] = Field(default=(), description="what a reader should doubt in how it was read")

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

    def __getstate__(self) -> dict[Any, Any]:
        # What was read from it (see ReadOnce) is large, and read again where it is needed.
        state = super().__getstate__()
        state["__dict__"] = {name: state["__dict__"][name] for name in type(self).model_fields}
        return state


class ReadOnce(Generic[Read]):
    """A function that reads something from an article, once: what it read is kept on the article.

    What is read must not hold the article: both are freed at once then, while their memory is still warm, and not by
    the garbage collector.
    """

    def __init__(self, read: Callable[[Article], Read]) -> None:
        self._read = read
        self._key = f"{read.__module__}.{read.__qualname__}"  # no field's name has a dot
        update_wrapper(self, read)

    def __call__(self, article: Article) -> Read:
        """What the function reads from an article."""
        kept, key = article.__dict__, self._key
        if key not in kept:
            kept[key] = self._read(article)
        result: Read = kept[key]
        return result

    def keep(self, article: Article, result: Read) -> None:
        """Keep what was read from an article's text before it was an article."""
        vars(article)[self._key] = result
