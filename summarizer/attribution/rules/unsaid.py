"""Tells what somebody has not said: denied, asked, expected or imagined, though the cue and the content stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import word_set
from summarizer.attribution.syntax.verb_groups import verb_group_start

if TYPE_CHECKING:
    from summarizer.attribution.syntax.site import Found

NEGATIVES = frozenset({"not", "never", "no", "hardly", "scarcely", "barely"})
POSSIBLY = frozenset({"might", "may", "should"})
NOT_YET = word_set("not_yet")  # "is expected to say", "failed to say"
AVOIDING = frozenset({"without", "from", "against", "instead"})
SUPPOSING = frozenset({"if", "unless", "nor", "neither"})
KINDS = frozenset({"verb", "adjective"})


def is_unsaid(one: Found) -> bool:
    """Whether a verb is denied its stance, or only may or is to be said: "did not confirm", "is expected to say"."""
    if one.entry.kind not in KINDS or one.rule == "sentence-before":
        return False
    p, i = one.cue_paragraph or one.paragraph, one.cue[0]
    if i == 0 or (p.tag[i - 1] not in "RAMTP" and p.low[i - 1] != "longer"):
        return False
    if p.low[i - 2 : i] == ["short", "of"]:
        return True
    start = verb_group_start(p, i, max(0, i - 6))
    group = p.low[start:i]
    if "to" in group and ("yet" in group or p.low[start + group.index("to") - 1] in NOT_YET):
        return True
    return any(w in NEGATIVES or w in POSSIBLY or w.endswith(("n't", "n’t")) for w in group)


def is_nothing_said(one: Found, found: list[Found]) -> bool:
    """Whether no statement is left: a question, a condition, "without saying that", "neither Lund nor Berg said"."""
    p, i, mention = one.paragraph, one.cue[0], one.mention
    if one.entry.kind != "verb" or mention is None or mention[0] >= i:
        return False
    lo = p.sentence_start(i)
    if p.low[mention[0]] in SUPPOSING or (mention[0] > lo and p.low[mention[0] - 1] in SUPPOSING):
        return True
    if i > lo and (p.low[i - 1] in AVOIDING or p.low[max(lo, i - 2) : i] == ["instead", "of"]):
        return one.entry.form == "ing"
    if mention[0] == lo + 1 and p.tag[lo] in "AM":  # "Did Lund say that", "Had Lund said so"
        return p.low[lo] == "had" or p.tag[p.sentence_end(i) - 1] == "?"
    if not is_unsaid(one):
        return False
    # "Lund said she could not confirm that it fell" is one statement, and so is what somebody plans to tell.
    is_pronoun = p.tag[mention[0]] == "N"
    return any(other is not one and _holds(other, i) and (is_pronoun or is_asked(other)) for other in found)


def _holds(other: Found, i: int) -> bool:
    return any(a <= i < b for a, b in other.content)


def is_asked(other: Found) -> bool:
    """Whether a statement is about what is to be said or done: "Lund plans to tell the council that"."""
    return other.entry.stance in {"other", "demands", "promises"}
