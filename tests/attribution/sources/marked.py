"""Articles for tests, with the mentions that a test asks about in square brackets."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.attribution.sources import Cast, SourceName, read_cast
from summarizer.attribution.sources.index import NameIndex
from summarizer.attribution.sources.prose import Prose
from summarizer.contract.article import Article

Offsets = tuple[int, int]


class Marked(NamedTuple):
    """An article and where its marked mentions stand."""

    article: Article
    mentions: tuple[Offsets, ...]

    @property
    def cast(self) -> Cast:
        """The article's cast."""
        return read_cast(self.article)

    @property
    def index(self) -> NameIndex:
        """A new index of the article's names."""
        return NameIndex(Prose(self.article))

    def words(self, span: Offsets) -> str:
        """The article's words in a span."""
        return self.article.text[span[0] : span[1]]


def mark(text: str) -> Marked:
    """Take the square brackets out of a text and keep what they enclosed as mentions."""
    plain, at = "", 0
    mentions: list[Offsets] = []
    for match in re.finditer(r"\[(.*?)\]", text, re.DOTALL):
        plain += text[at : match.start()]
        mentions.append((len(plain), len(plain) + len(match.group(1))))
        plain += match.group(1)
        at = match.end()
    return Marked(Article(id="test", text=plain + text[at:]), tuple(mentions))


def sources(text: str) -> list[SourceName]:
    """Resolve every marked mention, each knowing those before it."""
    marked = mark(text)
    return list(marked.cast.resolve_all(marked.mentions))


def names(text: str) -> list[str]:
    """The names of every marked mention's source."""
    return [source.name for source in sources(text)]
