"""Who can say anything at all, and of which noun phrases after a cue something is said: a decision, and not a guest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.speakers import can_speak
from summarizer.attribution.syntax.cue_verbs import NAMED_SOURCES
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.predicates import called_phrase
from summarizer.attribution.syntax.verb_groups import is_time
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.lexicon import Cue
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Site

NAMING = frozenset({"consider", "describe"})  # families of cues.toml

SHOWN_BY_DEEDS = ("echo", "highlight", "underscor", "underlin")

WRITING = ("writ", "wrote", "post", "tweet", "publish", "record")  # "Lund runs an inn, writes a column and sings"
PIECES = word_set("media.pieces.common_nouns") | {"blog", "column", "book", "song", "novel"}

TIMES = grammar.SPANS_OF_TIME - {"minutes"}  # "minutes of the meeting show"
IN_TIME = tags.group(tags.DETERMINER, tags.ADJECTIVE, tags.NUMBER)
OPENS_OBJECT = grammar.INDEFINITE_ARTICLES | grammar.POSSESSIVES | {"another"}  # "which cited his role in it"
AFTER_HEAD = tags.group(tags.PREPOSITION, tags.COORDINATOR)


def is_speechless(paragraph: Paragraph, subject: Range) -> bool:
    """Whether the head of a subject is something that happens: "the loss of the mill", "his defeat"."""
    first, past = subject
    head = next((at for at in range(first + 1, past) if paragraph.tags[at] in AFTER_HEAD), past) - 1
    if paragraph.tags[past - 1] == tags.WH_WORD and head == past - 1:
        head -= 1
    if head == first and paragraph.lower[head] == "last":
        return True  # "Last week proved that", of which the week is taken for when it was proved
    is_common = head >= first and paragraph.words[head].islower()
    if is_common and paragraph.lower[head] in TIMES:
        return IN_TIME.issuperset(paragraph.tags[first:head])  # "the last decade", beside "a letter this month to"
    return is_common and paragraph.lower[head] in grammar.SPEECHLESS and paragraph.tags[first] != tags.PRONOUN


def may_say(entry: Cue, words: Sequence[str]) -> bool:
    """Whether a source with these words can say what the cue tells: a court hears that it rained."""
    return entry.not_sources.isdisjoint(words) and (not entry.sources or not entry.sources.isdisjoint(words))


def is_object(paragraph: Paragraph, source: Range) -> bool:
    """Whether what stands after a verb is its object, and nobody who speaks: "Lund, who ran, tweeted a warning"."""
    words = paragraph.lower[slice(*source)]
    if paragraph.tags[source[0]] == tags.NOUN and paragraph.words[source[0]].islower() and not words[0].endswith("s"):
        return NAMED_SOURCES.isdisjoint(words) and not can_speak(paragraph, source)  # "Lund, who ran, demanded silence"
    if words[0] not in OPENS_OBJECT:
        return False
    is_written = paragraph.lower[source[0] - 1].startswith(WRITING) and words[-1] in PIECES
    return is_written or (NAMED_SOURCES.isdisjoint(words) and not can_speak(paragraph, source))


def may_take_phrase(site: Site, subject: Range, content: Range) -> bool:
    """Whether a noun phrase after this cue is something said: a person may show a film, a poll shows a lead."""
    paragraph, after, entry = site.paragraph, site.after, site.entry
    first, past = subject
    is_object = paragraph.tag_at(after) == tags.OBJECT_PRONOUN
    is_himself = is_object and paragraph.lower[after].endswith(("self", "selves"))
    is_named_so = is_himself and (entry.inflection == "ing" or entry.lemma == "declare")
    if is_named_so or (is_object and entry.family == "list"):
        return False  # "declared himself an independent", "invoking him in speeches"
    if entry.lemma in {"cite", "quote"} and not grammar.SOURCE_NOUNS.isdisjoint(paragraph.lower[after : after + 4]):
        return False  # "which cited a source close to the court" says nothing yet
    if "np" not in entry.frames:
        return not grammar.REPORTS.isdisjoint(paragraph.lower[first:past])
    is_reduced = entry.family in NAMING and entry.inflection == "past" and past == after - 1  # "a man called Smith"
    if is_reduced and first > site.left and paragraph.tags[first - 1] != tags.QUOTATION_MARK:
        head = {paragraph.lower[first], paragraph.lower[max(first, past - 2)]}
        if head & {"a", "an", "one"}:
            return False
    if entry.following == ("to",) and _is_of_liking(site, content):
        return False
    if (
        entry.lemma == "challenge"
        and paragraph.words[after][0].isupper()
        and "for" in paragraph.lower[after : site.right]
    ):
        return False  # "Lund is challenging Berg for the seat"
    if _is_of_thing(site, subject):
        return False
    past_object = after + (paragraph.tag_at(after) in (tags.OBJECT_PRONOUN, tags.DETERMINER))
    if {paragraph.lower[after], paragraph.word_at(past_object)} & grammar.NO_OBJECTS or _is_only_weighed(site, content):
        return False  # ripped up the pier; backed her up; rarely praises anything
    return paragraph.lower[first] != "you" and _is_said_of(site, content)


def _is_of_thing(site: Site, subject: Range) -> bool:
    """Whether the verb tells what a thing does: "the slur echoed past ones", "the poll underscores the risk".

    So it is in "the crane supports two tons", but not in "six in ten support the plan".
    """
    paragraph, (first, past) = site.paragraph, subject
    is_counted = not grammar.COUNTED.isdisjoint(paragraph.lower[first:past])
    is_mute = not can_speak(paragraph, subject, or_read=True)
    if paragraph.lower[site.at].startswith(SHOWN_BY_DEEDS):
        return is_counted or is_mute
    is_many = is_counted or tags.NUMBER in paragraph.tags[first:past] or "-" in paragraph.lower[first]
    return is_mute and not is_many and site.entry.lemma == "support"


def _is_of_liking(site: Site, content: Range) -> bool:
    """Whether something only pleases somebody: "the film appeals to children", not "appealed to them to wait"."""
    paragraph = site.paragraph
    if not paragraph.lower[site.at].startswith("appeal"):
        return False
    return tags.TO not in paragraph.tags[slice(*content)] and "for" not in paragraph.lower[slice(*content)]


def _is_only_weighed(site: Site, content: Range) -> bool:
    """Whether nothing is said of what is considered: "considered forty letters", not "considered the plan a farce"."""
    if site.entry.family != "consider" or called_phrase(site, content[0]) is not None:
        return False
    return all(word.islower() for word in site.paragraph.words[slice(*content)] if word[0].isalpha())


def _is_said_of(site: Site, content: Range) -> bool:
    """Whether the noun of a phrase is one of which something is said: welcomed the decision, and not the guests."""
    paragraph, entry = site.paragraph, site.entry
    if not entry.objects and not entry.not_objects:
        return True
    phrase = phrase_starting(paragraph, content[0], content[1]) or content
    past = next((at for at in range(*phrase) if paragraph.tags[at] in AFTER_HEAD), phrase[1])
    if past - 1 > phrase[0] and paragraph.tags[past - 2 : past] == tags.NOUN + tags.ED_FORM:
        past -= 1  # "bills painted as unfair"
    if entry.lemma == "want" and tags.ED_FORM in paragraph.tags[phrase[0] + 1 : phrase[1] + 1]:
        return True  # "wants Lund banned from the hall"
    noun = paragraph.lower[past - 1]
    may_be_guest = entry.lemma == "welcome" and noun != "news"
    is_guest = may_be_guest and can_speak(paragraph, (phrase[0], past))  # "welcomed the leaders to the hall"
    if is_guest or noun in entry.not_objects:
        return False
    is_quoted = any(content[0] <= first < content[1] for first, _ in paragraph.quotes)
    return not entry.objects or noun in entry.objects or is_quoted or _has_reason(paragraph, content)


def _has_reason(paragraph: Paragraph, content: Range) -> bool:
    """Whether a phrase goes on with "for" and a reason, not a time: attacked Lund for her silence."""
    reasons = (at for at in range(content[0] + 1, content[1] - 1) if paragraph.lower[at] == "for")
    return any(not is_time(paragraph, min(at + 2, content[1] - 1)) for at in reasons)
