"""The cast of an article: everyone that it names, and who each mention is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.index import NameIndex
from summarizer.attribution.sources.lookup import find_nearest, look_up
from summarizer.attribution.sources.mentions import Referent
from summarizer.attribution.sources.phrase import read_phrase, trim
from summarizer.attribution.sources.resolver import Resolved, Resolver
from summarizer.contract.article import ReadOnce

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.attribution.sources.naming import SourceName
    from summarizer.contract.article import Article
    from summarizer.contract.draft import SourceKind
    from summarizer.contract.statement import Offsets
    from summarizer.reading.layout.layout import Sentence

_THE = re.compile(r"(?:the|this|that|these|those)\s+(?=\S)", re.IGNORECASE)


class Cast:
    """The sources that one article names; each part is worked out at the first question that needs it."""

    def __init__(self, article: Article) -> None:
        self._index = NameIndex(article)
        self._prose = self._index.prose
        self._text = article.text
        self._resolver = Resolver(self._index)

    def resolve(self, mention: Offsets) -> SourceName:
        """Name the source that a mention (code points, end-exclusive) stands for, whoever spoke before it.

        A mention that points at nobody keeps its own words; the name is empty only where the mention is.
        """
        return self._resolver.resolve(mention)

    def resolve_all(self, mentions: Sequence[Offsets]) -> tuple[SourceName, ...]:
        """Name the source of each attributing mention; they must be in text order, and each helps the later ones."""
        return tuple(self._resolver.resolve_all(mentions))

    def can_speak(self, mention: Offsets) -> bool:
        """Whether a mention stands for a person, people or a body, named or not, or for what one of them issued."""
        start, end = trim(self._text, *mention)
        head = read_phrase(self._index, start, end).head if start < end else ""
        if self.resolve(mention).kind not in ("anonymous", "document"):
            return True
        return vocab.is_personal(head) or head in vocab.ISSUED_THINGS

    def fullest(self, name: str) -> SourceName | None:
        """Give the fullest form of a name that somebody else gives, tolerant of its spelling.

        None when the article does not hold the name; a person who shares only a part of it is not meant.
        """
        found = look_up(self._index, name)
        if found is None:
            return None
        if isinstance(found, Referent):
            return self._resolver.name(Resolved(found))
        return self.resolve(found)

    def find(self, name: str, near: int) -> Offsets | None:
        """Find the mention of a source nearest to an offset: in its sentence, the one before, or further off.

        Short forms of the name count. None when the article does not hold it.
        """
        return find_nearest(self._index, name, near)

    def sentence_at(self, at: int) -> int:
        """The index in the article's sentences of the one that holds an offset or ends before it; -1 before all."""
        return self._prose.sentence_at(at)

    def sentences_at(self, offsets: Iterable[int]) -> list[Sentence]:
        """The sentences that hold some offsets or end before them, in order."""
        return self._prose.sentences_at(offsets)

    def words_within(self, start: int, end: int) -> list[str]:
        """The words in a stretch of the text in lower case, cut at all but the letters from a to z."""
        return self._prose.letters[start:end].split()

    def name_at(self, at: int) -> tuple[int, int, SourceKind] | None:
        """The name that begins at an offset, or after "the" there: start, end and source kind; None for no name."""
        article = _THE.match(self._text, at)
        start = article.end() if article else at
        for name in self._index.within(start, start + 1):
            referent = self._index.referent_of(name)
            if name.lead <= start < name.end and referent is not None:
                return name.start, name.end, referent.kind
        return None

    def is_quoted(self, at: int) -> bool:
        """Whether an offset lies inside quotation marks."""
        return self._prose.is_quoted(at)

    def names_within(self, start: int, end: int) -> list[tuple[str, SourceKind]]:
        """The names in a stretch of the text, in order, each with the kind of source that it is."""
        found = ((name, self._index.referent_of(name)) for name in self._index.within(start, end))
        return [(self._text[name.start : name.end], who.kind) for name, who in found if who is not None]


@ReadOnce
def read_cast(article: Article) -> Cast:
    """Read who is who in an article; remembered on the article itself, with which it is forgotten."""
    return Cast(article)
