"""Finds what somebody has not said: denied, asked, expected or imagined, though the cue and the content stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.verb_groups import verb_group_start

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.attribution.syntax.site import Attribution

NOT_OR_PERHAPS = grammar.NEGATIVES | grammar.POSSIBLY
NEGATIVE_ENDINGS = ("n't", "n’t")
LONGEST_GROUP = 6  # tokens of a verb group before its cue

BEFORE_CUE = tags.group(tags.HELPING, tags.ADVERB, tags.TO, tags.PREPOSITION)


def is_unsaid(attribution: Attribution) -> bool:
    """Whether a verb is denied its stance, or only may or is to be said: "did not confirm", "is expected to say"."""
    if attribution.entry.kind not in {"verb", "adjective"} or not attribution.has_cue_word:
        return False
    paragraph, at = attribution.cue_paragraph or attribution.paragraph, attribution.cue[0]
    if at == 0 or (paragraph.tags[at - 1] not in BEFORE_CUE and paragraph.lower[at - 1] != "longer"):
        return False
    if paragraph.lower[at - 2 : at] == ["short", "of"]:
        return True
    start = verb_group_start(paragraph, at, max(0, at - LONGEST_GROUP))
    group = paragraph.lower[start:at]
    if "to" in group and ("yet" in group or paragraph.lower[start + group.index("to") - 1] in grammar.NOT_YET):
        return True
    return any(word in NOT_OR_PERHAPS or word.endswith(NEGATIVE_ENDINGS) for word in group)


def is_nothing_said(attribution: Attribution, others: Iterable[Attribution]) -> bool:
    """Whether no statement is left: a question, a condition, "without saying that", "neither Lund nor Berg said".

    `others` are the attributions of the same sentence.
    """
    paragraph, at, mention = attribution.paragraph, attribution.cue[0], attribution.mention
    if attribution.entry.kind != "verb" or mention is None or mention[0] >= at:
        return False
    source, (left, right) = mention[0], paragraph.sentence_at(at)
    if not grammar.SUPPOSING.isdisjoint(paragraph.lower[max(left, source - 1) : source + 1]):
        return True
    before = paragraph.lower[max(left, at - 2) : at]
    if before and (before[-1] in grammar.AVOIDING or before == ["instead", "of"]):
        return attribution.entry.inflection == "ing"
    if source == left + 1 and paragraph.tags[left] in tags.HELPING:  # "Did Lund say that", "Had Lund said so"
        is_question = paragraph.tags[right - 1] == tags.QUESTION_MARK
        return paragraph.lower[left] == "had" or is_question
    if not is_unsaid(attribution):
        return False
    # "Lund said she could not confirm that it fell" is one statement, and so is what somebody plans to tell.
    is_pronoun = paragraph.tags[source] == tags.PRONOUN
    around = [other for other in others if other is not attribution and other.holds(at)]
    return any(is_pronoun or other.entry.stance in {"other", "demands", "promises"} for other in around)
