"""What stands before a verb and is not who says it: "In a video posted on Chirp, Lund said", "Lund had it declared"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.speakers import can_speak
from summarizer.attribution.sources.vocabulary import FIRST_NAMES, PLACES
from summarizer.attribution.syntax.verb_groups import POSSESSIVE

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Site

AFTER_CLAUSE = tags.group(tags.COMMA, tags.STOP)
SINGULAR_S = ("ss", "us", "is", "ics", "'s", "’s")
PROVING = frozenset({"show", "prove", "demonstrate"})
OPENING = frozenset({"in", "on", "at", "with"})
PLAIN_PHRASE = tags.group(tags.DETERMINER, tags.ADJECTIVE, tags.NOUN)
LIKE_PARTICIPLES = frozenset({"read"})  # past tenses: "In a statement read in court, Lund said"
HAS_SUBJECT = tags.group(tags.NOUN, tags.PRONOUN)


def is_no_subject(site: Site, subject: Range) -> bool:
    """Whether what stands before a verb is no subject: "In a video posted on Chirp, Lund said: …"."""
    if _holds_cue(site, subject) or _is_in_opening(site, subject) or _is_thing_or_owner(site, subject):
        return True
    if site.entry.lemma in PROVING and subject[1] - subject[0] == 1 and site.paragraph.lower[subject[0]] in PLACES:
        return True  # "Arle showed that a small town can host a fair"
    if site.entry.inflection == "s" and _are_several(site.paragraph, subject):
        return True  # "so having more boats supports the guild"
    is_wish = site.entry.stance in {"promises", "demands"} and site.paragraph.word_at(subject[0] - 1) == "as"
    # "As she had promised, they got a coat": they did
    is_kept = is_wish and (site.after >= site.right or site.paragraph.tags[site.after] in AFTER_CLAUSE)
    is_how = subject == (site.left, site.left + 1) and _is_adverb(site.paragraph, site.left)
    return is_kept or is_how or _shows_feeling(site, subject) or _is_had_done(site, subject)


def _is_adverb(paragraph: Paragraph, first: int) -> bool:
    """Whether a word with a capital only tells how: "Slowly, says Lund", but not "Emily, says Lund"."""
    word = paragraph.lower[first]
    is_how = word.endswith("ly") and word not in FIRST_NAMES and paragraph.words.count(paragraph.words[first]) == 1
    return is_how and paragraph.tag_at(first + 1) == tags.COMMA


def _is_had_done(site: Site, subject: Range) -> bool:
    """Whether somebody has something done: "the mayor had the organ declared a monument"."""
    paragraph, had = site.paragraph, subject[0] - 1
    if had <= site.left or paragraph.lower[had] not in grammar.HAVE or paragraph.tags[site.at] != tags.ED_FORM:
        return False
    is_object = subject[1] == site.at and paragraph.tags[subject[1] - 1] != tags.WH_WORD
    return is_object and paragraph.tags[had - 1] in HAS_SUBJECT


def _shows_feeling(site: Site, subject: Range) -> bool:
    """Whether somebody only looks moved or not: "Lund showed no emotion as the judge told him"."""
    paragraph, after = site.paragraph, site.after
    if site.entry.lemma != "show" or paragraph.word_at(after) not in grammar.LACKING:
        return False
    return can_speak(paragraph, subject)


def _are_several(paragraph: Paragraph, subject: Range) -> bool:
    """Whether a subject is a plural and nothing else: "wooden boats", and neither "the guild of boats" nor "news"."""
    word = paragraph.words[subject[1] - 1]
    if not word.endswith("s") or not word.islower() or word.endswith(SINGULAR_S) or word in grammar.ONE_OR_MANY:
        return False
    return all(tag in PLAIN_PHRASE for tag in paragraph.tags[slice(*subject)])


def _is_thing_or_owner(site: Site, subject: Range) -> bool:
    """Whether what stands before a verb, or a noun that looks like one, is no speaker: "This shows", "loan guarantees".

    Nor is "the mayor's", in "the mayor's comments on the plan".
    """
    paragraph, (first, past) = site.paragraph, subject
    if past - first == 1 and paragraph.lower[first] in grammar.POINTING:
        return True
    if paragraph.tags[site.at] != tags.S_FORM:
        return False
    if paragraph.lower[past - 1].endswith(POSSESSIVE):
        return True
    is_bare = past - first == 1 and first > site.left and paragraph.words[first].islower()
    is_singular = paragraph.tags[first] == tags.NOUN and not paragraph.lower[first].endswith("s")
    return is_bare and is_singular and not can_speak(paragraph, subject, or_read=True)


def _is_in_opening(site: Site, subject: Range) -> bool:
    """Whether a participle only says where words stand that a preposition opens the sentence with."""
    paragraph, left = site.paragraph, site.left
    is_led = subject[0] == left + 1 and paragraph.lower[left] in OPENING and paragraph.tags[left + 1] == tags.DETERMINER
    is_form = paragraph.tags[site.at] == tags.ED_FORM or paragraph.lower[site.at] in LIKE_PARTICIPLES
    return is_led and is_form and tags.COMMA in paragraph.tags[site.at : site.right]


def _holds_cue(site: Site, subject: Range) -> bool:
    """Whether what seems a subject is a clause of its own: "Lund denied rumours, widely shared, that"."""
    if tags.WH_WORD in site.paragraph.tags[slice(*subject)]:
        return False
    return any(one.entry.kind == "verb" and subject[0] < one.cue[0] < subject[1] for one in site.earlier)
