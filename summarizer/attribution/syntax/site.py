"""What the rules pass between them: the place of a cue, and the statement found there, in token ranges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summarizer.attribution.lexicon import Cue
    from summarizer.attribution.syntax.paragraph import Paragraph

Range = tuple[int, int]


@dataclass(slots=True)
class Found:
    """A statement in token ranges of its paragraph, while the paragraph is being read.

    `more` holds what a later paragraph adds; the mention and the cue may stand in another paragraph than the content.
    """

    paragraph: Paragraph
    content: list[Range]
    mention: Range | None
    cue: Range
    entry: Cue
    rule: str
    relays: tuple[Range, ...] = ()
    cited: Range | None = None  # whom the source says that it has it from: "Reuters said, citing the mayor"
    more: list[tuple[Paragraph, Range]] | None = None
    mention_paragraph: Paragraph | None = None
    cue_paragraph: Paragraph | None = None

    @property
    def is_speech(self) -> bool:
        """Whether the cue is one of saying, not of thinking, wanting or judging."""
        return not self.entry.frames.isdisjoint({"quote", "addressee"})


class Site(NamedTuple):
    """A cue in its sentence: paragraph `p`, sentence `lo` to `hi`, cue `i` to `k`, and what was found before it."""

    p: Paragraph
    lo: int
    hi: int
    i: int
    k: int
    entry: Cue
    found: list[Found]

    @property
    def said(self) -> list[Range]:
        """The contents found so far in this sentence."""
        return [r for one in self.found for r in one.content]

    @property
    def is_nested(self) -> bool:
        """Whether the cue stands in a content found before it."""
        for one in self.found:
            for a, b in one.content:
                if a <= self.i < b:
                    return True
        return False

    def give(self, content: list[Range], mention: Range | None, rule: str) -> Found:
        """The statement that this cue makes of a content and a source."""
        return Found(self.p, content, mention, (self.i, self.k), self.entry, rule)
