"""The rules for passives: X was accused by Y of Z; is believed to be; asked by Y whether."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.pointing_back import is_pointer, read_told_back
from summarizer.attribution.rules.second_hand import phrase_after_by
from summarizer.attribution.sources.vocabulary import BODY_KINDS, KNOWN_KINDS
from summarizer.attribution.syntax.adjuncts import skip_adjuncts
from summarizer.attribution.syntax.clauses import content_from, quotation_from
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.subjects import subject_before
from summarizer.attribution.syntax.verb_groups import has_finite, is_cue_word, is_time
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution, Site

PLANS = grammar.JUDGED | grammar.PROPOSED
TELLING = frozenset({"tell", "warn"})  # families of cues.toml
TO_WRITER_OR_READER = grammar.FIRST_PERSON | grammar.NOT_QUOTED
LEADS_TO_CLAUSE = tags.group(tags.PREPOSITION, tags.SUBORDINATOR, tags.ING_FORM)
CLAUSE_SUBJECT = tags.group(tags.PRONOUN, tags.DETERMINER)
TAKES_SUBJECT = frozenset({"np", "np-predicate", "np-like", "np-to", "np-document", "addressee", "person-to"})
INTERVIEWERS = (
    grammar.ASKERS
    | {"reporters", "journalists"}
    | word_set("media.titles.only_nouns", "media.titles.ends", "media.pieces.common_nouns")
)
PAST_INFLECTIONS = frozenset({"past", "participle"})
MOST_BETWEEN_PASSIVES = 8  # tokens from "by the guild" to "condemned by"


def read_asked_by(site: Site) -> Attribution | None:
    """Asked by X whether ..., without a subject of its own."""
    paragraph, after, right = site.paragraph, site.after, site.right
    source = phrase_after_by(paragraph, after, right) if site.entry.lemma == "ask" else None
    if source is None:
        return None
    start = source[1]
    tag = paragraph.tag_at(start)
    if tag not in tags.CLAUSE_START and tag != tags.TO:
        return None
    content = content_from(paragraph, start, right, is_inner=True)
    is_first = site.at == site.left
    if tag != tags.TO and (_is_interviewer(paragraph, source) or (is_first and _is_answered(site, content))):
        return None  # "Asked by the mayor whether she would stay, Lund said": what she answers is said
    return site.attribute([content], source, "infinitive" if tag == tags.TO else "question", "asked-by")


def _is_interviewer(paragraph: Paragraph, source: Range) -> bool:
    """Whether a medium or a reporter asks, whose questions say nothing: "asked by Lantern News if she would stay"."""
    words = paragraph.lower[slice(*source)]
    name = " ".join(words[words[0] == "the" :])
    return BODY_KINDS.get(words[-1]) == "media" or not INTERVIEWERS.isdisjoint(words) or name in KNOWN_KINDS


def _is_answered(site: Site, content: Range) -> bool:
    paragraph = site.paragraph
    later = range(content[1], site.right)
    return any(paragraph.tags[at] in tags.PAST_OR_ED_FORM and is_cue_word(paragraph, at) for at in later)


def _read_agentless(site: Site, subject: Range) -> Attribution | None:
    """X is believed to be Y; it is feared that; X was accused of: somebody says so, and nobody is named."""
    paragraph, after, right, lemma = site.paragraph, site.after, site.right, site.entry.lemma
    if not site.entry.frames.isdisjoint({"that", "before", "addressee"}) and (before := _read_before_it(site, subject)):
        return before
    if after + 1 >= right:
        return None
    if (begin := _begin_told(site, subject)) is not None:
        is_inner = subject[0] > site.left and paragraph.lower[subject[0] - 1] in grammar.SUBORDINATORS
        return site.attribute([content_from(paragraph, begin, right, is_inner=is_inner)], None, "clause", "agentless")
    if lemma not in grammar.AGENTLESS:
        return None
    if paragraph.tags[subject[0]] == tags.PRONOUN and paragraph.lower[after] == "that":
        return site.attribute([content_from(paragraph, after + 1, right)], None, "clause", "agentless")
    link = "of" if lemma == "accuse" else "to"
    if paragraph.lower[after] != link or paragraph.lower[subject[0]] == "there" or _is_it(paragraph, subject):
        return None
    _, end = content_from(paragraph, after, right, is_phrase=True)
    return site.attribute([(subject[0], end)], None, "clause", "agentless")


def _is_it(paragraph: Paragraph, subject: Range) -> bool:
    """Whether a subject is "it" alone, or with a form of be: "it's feared that"."""
    return subject[1] - subject[0] == 1 and paragraph.lower[subject[0]] in grammar.ADVISING


def _begin_told(site: Site, subject: Range) -> int | None:
    """Where it begins what somebody was told, or what "it was noted that" tells; None where they tell nothing so."""
    paragraph, right = site.paragraph, site.right
    that = skip_adjuncts(paragraph, site.after, right)
    before = paragraph.lower[max(site.left, subject[0] - 1) : site.at]
    if not (grammar.NEGATIVES | grammar.SUPPOSING | grammar.NOBODY | grammar.POSSIBLY).isdisjoint(before):
        return None  # "if Lund was told that", "nobody was told that"
    is_told = (
        site.entry.family in TELLING
        and site.entry.lemma not in grammar.CONVINCING
        and paragraph.lower[subject[0]] not in TO_WRITER_OR_READER
    )
    if not is_told and not _is_it(paragraph, subject):
        return None
    if paragraph.word_at(that) == "that" and that + 2 < right:
        return that + 1 if site.entry.frames & {"that", "addressee"} else None
    begins_clause = paragraph.tag_at(site.after) in CLAUSE_SUBJECT and has_finite(paragraph, site.after, right)
    return site.after if begins_clause and site.entry.frames & {"zero", "addressee"} else None


def _read_before_it(site: Site, subject: Range) -> Attribution | None:
    """The mill is dead, it is feared; it has emerged: what stands before is said by nobody who is named."""
    paragraph, left, right = site.paragraph, site.left, site.right
    comma, after = subject[0] - 1, skip_adjuncts(paragraph, site.after, right)
    is_last = after >= right or paragraph.tags[after] in tags.SENTENCE_END
    is_hearing = site.entry.family == "tell" and not grammar.HEARINGS.isdisjoint(paragraph.lower[slice(*subject)])
    is_it = is_hearing or _is_it(paragraph, subject)
    if not is_it or not is_last or comma <= left + 1:
        return None
    is_denied = not grammar.NEGATIVES.isdisjoint(paragraph.lower[subject[1] : site.at])
    if is_denied or paragraph.tags[comma] != tags.COMMA or not has_finite(paragraph, left, comma):
        return None
    is_led = paragraph.tags[left] in LEADS_TO_CLAUSE and tags.COMMA not in paragraph.tags[left:comma]
    return None if is_led else site.attribute([(left, comma)], None, "clause", "agentless")


def read_come_out(site: Site, subject: Range | None) -> Attribution | None:
    """It emerged that; it has come to light that: somebody says so, and nobody is named."""
    paragraph, right = site.paragraph, site.right
    that = skip_adjuncts(paragraph, site.after, right)
    if subject is not None and (before := _read_before_it(site, subject)):
        return before
    if subject is None or paragraph.lower[slice(*subject)] != ["it"] or paragraph.word_at(that) != "that":
        return None
    return site.attribute([content_from(paragraph, that + 1, right)], None, "clause", "agentless")


def _claim_before(site: Site, start: int) -> Range | None:
    """Lund's claim, in "Lund's claim that it was late was rejected"."""
    last = site.earlier[-1] if site.earlier else None
    if last is None or last.mention is None or last.entry.kind != "noun" or last.content[-1][1] != start:
        return None
    return (min(last.mention[0], last.cue[0]), last.cue[1])


def _is_plan(paragraph: Paragraph, subject: Range) -> bool:
    """Whether what is backed is what people take sides on: the plan, and not "Lund, who was backed by the guild"."""
    return paragraph.lower[subject[1] - 1] in PLANS


def read_passive(site: Site, start: int) -> Attribution | None:
    """X was accused by Y of Z."""
    paragraph, after, right = site.paragraph, site.after, site.right
    by = after if paragraph.word_at(after) == "by" else skip_adjuncts(paragraph, after, right)
    subject = _claim_before(site, start) or subject_before(paragraph, start, site.left)
    if subject is None:
        return None
    if paragraph.word_at(by) != "by":
        return _read_agentless(site, subject)
    is_passive = site.entry.lemma not in grammar.NEVER_PASSIVE or _is_plan(paragraph, subject)
    source = phrase_starting(paragraph, by + 1, right) if is_passive else None
    if (
        source is None
        or not grammar.NEGATIVES.isdisjoint(paragraph.lower[start : site.at])
        or _is_means(paragraph, source)
    ):
        return None  # "was not told by Lund that it was late" says nothing of Lund's
    if is_pointer(paragraph, subject):
        return read_told_back(site, subject, source)
    past = source[1]
    is_relative = paragraph.word_at(past) in grammar.RELATIVE_PRONOUNS
    if past < right and paragraph.tags[past] in tags.CLAUSE_START and not is_relative:
        return site.attribute([content_from(paragraph, past, right)], source, "clause", "passive")
    _, end = content_from(paragraph, past, right, is_phrase=True)
    accused = _without_time_and_pronoun(paragraph, subject)
    if end > past + 1 and paragraph.tags[past] in (tags.PREPOSITION, tags.TO):
        return site.attribute([accused, (past, end)], source, "passive", "passive")
    is_deed = site.entry.stance == "condemns" and paragraph.lower[accused[1] - 1] not in site.entry.objects
    is_deed = is_deed and bool(site.entry.objects)  # "the town was attacked by pirates", but not "the plan was"
    if is_deed or site.entry.lemma == "ask" or site.entry.frames.isdisjoint(TAKES_SUBJECT):
        return _asked_in_quotes(site, source)  # nothing in "was certified by the guild"
    # "in a memo, which was first reported by the Herald" says nothing of the memo
    is_passed_on = site.entry.lemma == "report" and paragraph.lower[subject[1] - 1] == "which"
    if is_passed_on or paragraph.tags[subject[0]] == tags.PRONOUN:
        return None  # "what she was told by the guard" says nothing
    return site.attribute([accused], source, "passive", "passive")


def _asked_in_quotes(site: Site, source: Range) -> Attribution | None:
    """What somebody was asked in quotation marks: "Lund was asked by a sailor, who wept, “Is it late?”"."""
    paragraph = site.paragraph
    mark = paragraph.tags.find(tags.QUOTATION_MARK, source[1], site.right)
    if site.entry.lemma != "ask" or mark < 0 or paragraph.tags[mark - 1] not in tags.CLAUSE_BREAK:
        return None
    return site.attribute([quotation_from(paragraph, mark, site.right)], source, "quotation", "asked-by")


def _is_means(paragraph: Paragraph, source: Range) -> bool:
    """Whether a phrase says by what somebody was told, and not by whom: "by text message"."""
    return paragraph.lower[source[1] - 1] in grammar.MEANS and paragraph.tags[source[0]] != tags.DETERMINER


def read_second_passive(site: Site) -> Attribution | None:
    """X was praised by Y but condemned by Z: the second of them."""
    paragraph, at, after = site.paragraph, site.at, site.after
    last = site.earlier[-1] if site.earlier else None
    if last is None or last.form != "passive" or last.mention is None or site.entry.inflection not in PAST_INFLECTIONS:
        return None
    source = phrase_after_by(paragraph, after, site.right)
    joins = range(last.mention[1], at)
    if (
        source is None
        or not joins
        or len(joins) > MOST_BETWEEN_PASSIVES
        or tags.COORDINATOR not in paragraph.tags[joins[0] : at]
    ):
        return None
    return site.attribute([last.content[0]], source, "passive", "passive")


def _without_time_and_pronoun(paragraph: Paragraph, subject: Range) -> Range:
    """The mayor, in "on Monday the mayor, who was accused"."""
    first, past = subject
    if paragraph.tags[past - 1] == tags.WH_WORD and past - first > 1:
        past -= 1
    while past - first > 1 and is_time(paragraph, first):
        first += 1
    return (first, past)
