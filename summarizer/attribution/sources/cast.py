"""The cast of an article: everyone that it names, and who each mention is."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.index import NameIndex
from summarizer.attribution.sources.lookup import find_nearest, look_up
from summarizer.attribution.sources.mentions import Referent
from summarizer.attribution.sources.phrase import read_phrase
from summarizer.attribution.sources.prose import Prose
from summarizer.attribution.sources.relays import find_credit, find_relays
from summarizer.attribution.sources.resolver import Resolved, Resolver
from summarizer.contract.article import ReadOnce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.sources.naming import SourceName
    from summarizer.contract.article import Article
    from summarizer.contract.draft import SourceKind
    from summarizer.contract.statement import Offsets


class Cast:
    """The sources that one article names; each part is worked out at the first question that needs it."""

    def __init__(self, article: Article) -> None:
        self._prose = Prose(article)

    @cached_property
    def _index(self) -> NameIndex:
        return NameIndex(self._prose)

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(self._index)

    def resolve(self, mention: Offsets) -> SourceName:
        """Name the source that a mention (code points, end-exclusive) stands for, whoever spoke before it.

        A mention that points at nobody keeps its own words; the name is empty only where the mention is.
        """
        return self._resolver.resolve_all([mention])[0]

    def resolve_all(self, mentions: Sequence[Offsets]) -> list[SourceName]:
        """Name the source of each attributing mention; they must be in text order, and each helps the later ones."""
        return self._resolver.resolve_all(mentions)

    def can_speak(self, mention: Offsets) -> bool:
        """Whether a mention stands for a person, people or a body, named or not, or for what one of them issued."""
        if self.resolve(mention).kind not in ("anonymous", "document"):
            return True
        start, end = self._prose.trim(*mention)
        head = read_phrase(self._index, start, end).head if start < end else ""
        return vocab.is_personal(head) or head in vocab.ISSUED_THINGS

    def fullest(self, name: str) -> SourceName | None:
        """Give the fullest form of a name that somebody else gives, tolerant of its spelling.

        None when the article does not hold the name; a person who shares only a part of it is not meant.
        """
        found = look_up(self._index, name)
        if found is None:
            return None
        return self._resolver.name(Resolved(found)) if isinstance(found, Referent) else self.resolve(found)

    def find(self, name: str, near: int) -> Offsets | None:
        """Find the mention of a source nearest to an offset: in its sentence, the one before, or further off.

        Short forms of the name count. None when the article does not hold it.
        """
        return find_nearest(self._index, name, near)

    def names_within(self, start: int, end: int) -> list[tuple[str, SourceKind]]:
        """The names in a stretch of the text, in order, each with the kind of source that it is."""
        found = ((name, self._index.referent_of(name)) for name in self._index.within(start, end))
        return [(self._prose.text[name.start : name.end], who.kind) for name, who in found if who is not None]

    def sentence_at(self, at: int) -> int:
        """The index in the article's sentences of the one that holds an offset or ends before it; -1 before all."""
        return self._prose.sentence_at(at)

    def is_quoted(self, at: int) -> bool:
        """Whether an offset lies inside quotation marks."""
        return self._prose.is_quoted(at)

    def relays(self, content: Sequence[Offsets], mention: Offsets | None) -> tuple[Offsets, ...]:
        """Find the mentions of those who pass a statement on, in text order, which puts the outermost last.

        `content` holds what is said and `mention` who says it, in code points; a statement that nobody is named for has
        no relays. Only the sentences of the content and the mention are searched, and what is quoted is left out.
        """
        return find_relays(self._index, content, mention) if content and mention is not None else ()

    @cached_property
    def credit(self) -> str | None:
        """The news agency that the article as a whole is credited to, in the article's words; None when there is none.

        Credits stand in a dateline, on a line of their own, in "with information from", or close the text in brackets.
        """
        return find_credit(self._prose)


@ReadOnce
def read_cast(article: Article) -> Cast:
    """Read who is who in an article; remembered on the article itself, with which it is forgotten."""
    return Cast(article)
