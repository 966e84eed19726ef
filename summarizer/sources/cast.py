"""The cast of an article: everyone whom it names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.sources.naming import SourceName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Article

Offsets = tuple[int, int]


class Cast:
    """The sources that one article names; worked out at the first question."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._text = article.text

    def resolve(self, mention: Offsets, speakers: Sequence[Offsets] = ()) -> SourceName:  # noqa: ARG002  thin
        """Name the source that a mention (code points, end-exclusive) stands for; `speakers` are earlier mentions."""
        words = " ".join(self._text[mention[0] : mention[1]].split())
        kind = "person" if words[:1].isupper() else "anonymous"
        return SourceName(words, kind)  # type: ignore[arg-type]

    def fullest(self, name: str) -> SourceName | None:
        """Give the fullest form of a name, None when the article does not hold it."""
        return SourceName(name, "person") if name and name in self._text else None

    def find(self, name: str, near: int) -> Offsets | None:
        """Find the mention of a source nearest to an offset, None when the article does not hold it."""
        before = self._text.rfind(name, 0, near + len(name)) if name else -1
        at = before if before >= 0 else (self._text.find(name) if name else -1)
        return (at, at + len(name)) if at >= 0 else None


@lru_cache(maxsize=8)
def read_cast(article: Article) -> Cast:
    """Read who is who in an article; remembered for the last few articles."""
    return Cast(article)
