"""Reads invented sentences for the tests of the rules, with marks around what a test asks about.

`{source}`, `<cue>` and `[content]` are the marks, as in the examples of english/cues.toml.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from summarizer.attribution import Statement, find_statements
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.syntax.paragraph import Paragraph, Range, read_paragraphs
from summarizer.attribution.syntax.site import Site
from summarizer.contract.article import Article

Offsets = tuple[int, int]
OPENING, CLOSING = "{<[", "}>]"


class Said(NamedTuple):
    """A statement as words of the text; without a source or a cue, an empty string."""

    source: str
    cue: str
    content: tuple[str, ...]


def statements_of(text: str) -> tuple[Statement, ...]:
    """The statements of a text."""
    return find_statements(Article(id="invented", text=text))


def only_statement(text: str) -> Statement:
    """The statement of a text that has one."""
    (statement,) = statements_of(text)
    return statement


def said_in(text: str) -> list[Said]:
    """Source, cue and content of each statement in a text."""
    return [
        Said(
            text[slice(*statement.mention)] if statement.mention else "",
            text[slice(*statement.cue)] if statement.cue else "",
            tuple(text[slice(*piece)] for piece in statement.content),
        )
        for statement in statements_of(text)
    ]


def without_marks(marked: str) -> str:
    """A text without its marks."""
    return re.sub(r"[{}<>\[\]]", "", marked)


def marked_words(marked: str) -> Said:
    """What stands between the marks of a text."""
    pieces = {
        opening: tuple(re.findall(rf"{re.escape(opening)}([^{re.escape(closing)}]+)", marked))
        for opening, closing in zip(OPENING, CLOSING, strict=True)
    }
    return Said("".join(pieces["{"]), "".join(pieces["<"]), pieces["["])


class Tokens(NamedTuple):
    """A prepared paragraph, with the tokens between its marks; (0, 0) without such marks."""

    paragraph: Paragraph
    source: Range
    cue: Range
    content: Range

    @property
    def site(self) -> Site:
        """The cue in its sentence, with nothing found before it."""
        at, after = self.cue
        words = self.paragraph.lower[at:after]
        entry = next(cue for cue in load_lexicon().cues[words[0]] if [*cue.following] == words[1:])
        return Site(self.paragraph, *self.paragraph.sentence_at(at), at, after, entry, [])

    def words(self, tokens: Range | None) -> str | None:
        """The words of some tokens as the text has them."""
        return None if tokens is None else self.paragraph.text[slice(*self.paragraph.offsets(*tokens))]


def tokens_of(marked: str) -> Tokens:
    """The only paragraph of a text with marks."""
    text = without_marks(marked)
    (paragraph,) = read_paragraphs(Article(id="invented", text=text))
    paragraph.prepare()
    found: list[Range] = []
    for opening, closing in zip(OPENING, CLOSING, strict=True):
        before, _, rest = marked.partition(opening)
        inside = rest.partition(closing)[0]
        start = len(without_marks(before))
        end = start + len(without_marks(inside))
        found.append((bisect_left(paragraph.starts, start), bisect_left(paragraph.starts, end)) if rest else (0, 0))
    return Tokens(paragraph, *found)
