"""Who issues what a noun of saying names: the guild, in "the guild gave a stern warning that it would strike"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.subjects import subject_before
from summarizer.attribution.syntax.verb_groups import verb_group_start

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Range
    from summarizer.attribution.syntax.site import Site

BEFORE_CUE_NOUN = tags.group(tags.ADJECTIVE, tags.NOUN, tags.ED_FORM, tags.ADVERB, tags.DETERMINER, tags.NUMBER)
MOST_WORDS_TO_VERB = 4  # "gave | the most solemn public | promise"
FEWEST_FROM_THAT = 5  # tokens of a clause with its "that" and stop
PERFECT = frozenset({"has", "have", "had", "also", "since", "already", "again", "later", "then"})


def who_issues(site: Site) -> Range | None:
    """The subject of a verb that only gives, makes or issues what a noun before "that" names.

    None where nobody has yet ("may issue a warning that"), and where the noun is not alone its object.
    """
    paragraph, left = site.paragraph, site.left
    if paragraph.word_at(site.after) != "that" or site.right - site.after < FEWEST_FROM_THAT:
        return None  # "promises that voters like."
    verb = site.at - 1
    while verb > left and site.at - verb <= MOST_WORDS_TO_VERB and paragraph.tags[verb] in BEFORE_CUE_NOUN:
        if paragraph.lower[verb] in grammar.ISSUING:
            break
        verb -= 1
    if verb <= left or paragraph.lower[verb] not in grammar.ISSUING:
        return None
    start = verb_group_start(paragraph, verb, left)
    is_relative = paragraph.tags[start - 1] == tags.WH_WORD  # "the crew, who gave a promise that it was safe, left"
    if is_relative or not PERFECT.issuperset(paragraph.lower[start:verb]):
        return None
    return subject_before(paragraph, start, left)
