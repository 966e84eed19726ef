"""What the rules pass between them: the place of a cue, and the attribution found there, in tokens."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summarizer.attribution.lexicon import Cue
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.contract.statement import Form


@dataclass(slots=True)
class Attribution:
    """A statement in token ranges of its paragraph, while the paragraph is being read.

    `entry` is the cue's entry in the lexicon, `form` what the content is, `rule` a label for --explain and
    the table of confidence, that no rule looks into. `continued` holds what a later paragraph adds.
    """

    paragraph: Paragraph
    content: list[Range]
    mention: Range | None
    cue: Range
    entry: Cue
    form: Form
    rule: str
    relays: tuple[Range, ...] = ()
    cited: Range | None = None  # the mayor, in "Reuters said, citing the mayor"
    is_participle: bool = False  # "Lund nodded, saying that it was late"
    has_cue_word: bool = True  # else the cue is the verb or the colon of a sentence before a quotation
    continued: list[tuple[Paragraph, Range]] = field(default_factory=list)
    cue_paragraph: Paragraph | None = None  # where mention and cue stand, when the content does not

    @property
    def is_speech(self) -> bool:
        """Whether the cue is one of saying, not of thinking, wanting or judging."""
        return not self.entry.frames.isdisjoint({"quote", "addressee"})

    def holds(self, index: int) -> bool:
        """Whether a token stands in the content."""
        return any(first <= index < past for first, past in self.content)


class Site(NamedTuple):
    """A cue in its sentence.

    The sentence are the tokens from `left` to before `right`, the cue those from `at` to before `after`. `entry` is the
    cue's entry in the lexicon, `earlier` what was found before it in the sentence.
    """

    paragraph: Paragraph
    left: int
    right: int
    at: int
    after: int
    entry: Cue
    earlier: list[Attribution]

    @property
    def said(self) -> list[Range]:
        """The contents found so far in this sentence."""
        return [content for attribution in self.earlier for content in attribution.content]

    @property
    def is_nested(self) -> bool:
        """Whether the cue stands in a content found before it."""
        return any(attribution.holds(self.at) for attribution in self.earlier)

    def attribute(self, content: list[Range], mention: Range | None, form: Form, rule: str) -> Attribution:
        """The attribution that this cue makes of a content to a source."""
        return Attribution(self.paragraph, content, mention, (self.at, self.after), self.entry, form, rule)
