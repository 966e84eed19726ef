"""An attributed statement: who says what, and which words say that they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from summarizer.contract.draft import Stance

# How sure the cue says that its source is: said as a fact, as likely or possible, or only thought, felt or wished.
Certainty = Literal["firm", "hedged", "believed"]
# What the content is. This decides how a claim is worded and whom it is credited to.
Form = Literal[
    "clause",  # a clause or whole sentences: said "that it rained"; "it rained", he said
    "bare_clause",  # what follows its cue without "that", and may be a phrase after all: said "it rained"
    "quotation",  # words between quotation marks, or after a colon
    "noun_phrase",  # announced "a truce"
    "infinitive",  # vowed "to stay"
    "question",  # asked "whether it rained"
    "phrase",  # any other phrase: warned "of rain"; denied "selling the mill"; sees "it as a threat"
    "passive",  # what somebody says of the subject: "the mayor" was accused by the union "of lying"
]
Offsets = tuple[int, int]


class Statement(NamedTuple):
    """One attributed statement; all offsets are code points in the article's text, end-exclusive.

    `content` holds what is said, in one or more spans in text order (a quotation split by its cue has two).
    `mention` is the article's words for the source at this place ("he", "a Pentagon spokesman", "Jessica McNulty"),
    None where the text names nobody. `cue` is the word or phrase that attributes ("said", "according to").
    `relays` are mentions of those who pass the statement on, outermost last ("as reported by Y").
    `cited` is the mention of somebody whom the source cites for it ("Reuters said, citing the mayor").
    `rule` is a label of the rule that found it, and `certainty` says how sure its cue is; both are for --explain and
    for the rates of english/confidence.toml, and no other code looks into the label.
    """

    content: tuple[Offsets, ...]
    mention: Offsets | None
    cue: Offsets | None
    stance: Stance
    form: Form
    rule: str
    relays: tuple[Offsets, ...] = ()
    cited: Offsets | None = None
    certainty: Certainty = "firm"
