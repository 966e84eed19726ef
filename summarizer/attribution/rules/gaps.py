"""The rule for a cue within its own content: a step which he said was late, a plan that they described as a farce."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.speakers import can_speak
from summarizer.attribution.syntax.clauses import content_from
from summarizer.attribution.syntax.noun_phrases import phrase_ending

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution, Site

CALLING = frozenset({"describe", "describe_as", "see"})  # families of cues.toml
BEFORE_RELATIVE = tags.group(tags.NOUN, tags.ING_FORM, tags.S_FORM, tags.BASE_FORM)  # a ruling that Lund described as


def leaves_gap(site: Site, subject: Range) -> bool:
    """Whether the verb stands inside its own content: "a step which he said was late", "whom she described as"."""
    paragraph, after = site.paragraph, site.after
    if after >= site.right or subject[0] <= site.left:
        return False
    if paragraph.tags[subject[1] - 1] == tags.WH_WORD:
        return False  # "most of those who answered had come": the finite verb is theirs
    if paragraph.lower[subject[0] - 1] in grammar.ANYTHING:
        return False  # "nothing she said was true"
    if site.entry.lemma == "offer" and paragraph.tags[subject[0] - 1] == tags.NOUN:
        return False  # "the choice that the state offers is fine"
    if site.entry.inflection == "s" and paragraph.tags[after] in tags.HELPING and _is_described(paragraph, subject):
        return False  # "his latest remarks will do nothing"
    if paragraph.tags[after] in tags.FINITE and not site.entry.frames.isdisjoint({"zero", "that"}):
        return "zero" in site.entry.frames or can_speak(paragraph, subject, or_read=True)  # "whether the idea holds is"
    if paragraph.lower[after] != "as":
        return False
    if paragraph.tags[subject[0] - 1] == tags.WH_WORD or _reduced_head(site, subject) is not None:
        return True
    is_of_thing = paragraph.lower[subject[0] - 1] == "that" and site.entry.family in CALLING
    return is_of_thing and paragraph.tag_at(subject[0] - 2) in BEFORE_RELATIVE


def _is_described(paragraph: Paragraph, subject: Range) -> bool:
    """Whether what seems a subject only says of which kind the noun behind it is: "his latest", "the new"."""
    return paragraph.tags[subject[0]] == tags.DETERMINER and not can_speak(paragraph, subject, or_read=True)


def _reduced_head(site: Site, subject: Range) -> Range | None:
    """For "a step the ministry described as late": a step."""
    paragraph, first = site.paragraph, subject[0]
    if paragraph.tags[first - 1] != tags.NOUN or paragraph.lower[first] not in grammar.ARTICLES:
        return None
    head = phrase_ending(paragraph, first - 1, site.left)
    return head if head and paragraph.lower[head[0]] in grammar.ARTICLES else None


def read_gap(site: Site, subject: Range) -> Attribution:
    """..., which he said was: the relative pronoun and what follows the cue."""
    paragraph, after = site.paragraph, site.after
    ranges = [content_from(paragraph, after, site.right, is_phrase=paragraph.lower[after] == "as", is_inner=True)]
    relative = subject[0] - 1
    if paragraph.lower[relative] in grammar.OF_THINGS | {"that"} and ranges[0][1] > ranges[0][0]:
        return site.attribute(ranges, subject, "noun_phrase", "gap")  # is told as "she called it a mess"
    if paragraph.tags[relative] in tags.CLAUSE_START:
        ranges.insert(0, (relative, subject[0]))
    elif head := _reduced_head(site, subject):
        ranges.insert(0, head)
    return site.attribute(ranges, subject, "clause", "gap")
