"""Says what stand a statement takes: that of its cue, and what the words after it make of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar
from summarizer.attribution.rules.unsaid import is_unsaid

if TYPE_CHECKING:
    from summarizer.attribution.syntax.site import Attribution
    from summarizer.contract.draft import Stance

# Families of cues.toml: of verbs that say what something is, and of verbs that only tell somebody something.
NAMING = frozenset({"call", "describe_as", "describe", "refer", "compare", "see", "consider"})
TELLING = frozenset({"tell", "ask", "say_that"})
MOST_WORDS_TO_DENIAL = 3  # tokens from "not" to what is not so


def stance_of(attribution: Attribution) -> Stance:
    """The stand of a statement: "called it a disgrace" condemns, "told the crews to leave" demands."""
    if is_unsaid(attribution):
        return "other"
    family = attribution.entry.family
    if family in TELLING and attribution.form == "infinitive":
        return "demands"
    if family == "disagree" and attribution.form == "clause":
        return "denies"  # "disagreed that it was safe", but not "disagreed: it was safe"
    if family in NAMING:
        return _judgement(attribution)
    return attribution.entry.stance


def _judgement(attribution: Attribution) -> Stance:
    """Whether somebody blames or praises what he names; the cue's own stand where the words tell neither."""
    paragraph = attribution.paragraph
    for first, past in attribution.content:
        for index in range(first, past):
            word = paragraph.lower[index]
            is_blame, is_praise = word in grammar.BLAMING, word in grammar.PRAISING
            if not is_blame and not is_praise:
                continue
            before = paragraph.lower[max(first, index - MOST_WORDS_TO_DENIAL) : index]
            if not grammar.NEGATIVES.isdisjoint(before) or "nothing" in before:
                return attribution.entry.stance
            return "condemns" if is_blame else "supports"
    return attribution.entry.stance
