"""An attributed statement: who says what, and which words say that they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from summarizer.contract.draft import Stance

# How sure the cue says that its source is: said as a fact, as likely or possible, or only thought, felt or wished.
Certainty = Literal["firm", "hedged", "believed"]
Offsets = tuple[int, int]


class Statement(NamedTuple):
    """One attributed statement; all offsets are code points in the article's text, end-exclusive.

    `content` holds what is said, in one or more spans in text order (a quotation split by its cue has two).
    `mention` is the article's words for the source at this place ("he", "a Pentagon spokesman", "Jessica McNulty"),
    None where the text names nobody. `cue` is the word or phrase that attributes ("said", "according to").
    `relays` are mentions of those who pass the statement on, outermost last ("as reported by Y"). `rule` names the
    rule that found it and `certainty` how sure its cue is, both for --explain.
    `cited` is whom the source cites for it ("Reuters said, citing the mayor").
    """

    content: tuple[Offsets, ...]
    mention: Offsets | None
    cue: Offsets | None
    stance: Stance
    rule: str
    relays: tuple[Offsets, ...] = ()
    cited: Offsets | None = None
    certainty: Certainty = "firm"
