"""Finds the subject of a verb over appositions, relative clauses and adjuncts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.amounts import begins_amount
from summarizer.attribution.syntax.insertions import (
    BEFORE_CIRCUMSTANCE,
    NOUN_OR_ADJECTIVE,
    OPENINGS,
    before_inserted_time,
    before_insertion,
    before_quoting_insertion,
)
from summarizer.attribution.syntax.noun_phrases import phrase_ending
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.places import start_before_place
from summarizer.attribution.syntax.reduced import described_before, head_before_relative, head_of_relative
from summarizer.attribution.syntax.relatives import pronoun_in_present
from summarizer.attribution.syntax.verb_groups import (
    POSSESSIVE,
    has_finite,
    is_finite,
    is_time,
    skip_adverbs,
    skip_time_back,
    verb_group_start,
)

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range


MOST_TRIES = 6  # a verb further left governs nothing here
AUXILIARIES = frozenset({"has", "have", "had"})
LONGEST_COUNT = 8  # tokens of "shared more than 40 times"

BEFORE_GERUND = tags.group(tags.PAST_OR_ED_FORM, tags.S_FORM, tags.BASE_FORM, tags.AUXILIARY, tags.PREPOSITION)
INSERTION_END = tags.group(tags.COMMA, tags.CLOSING_BRACKET, tags.DASH)
NO_SUBJECT_BEFORE = tags.group(tags.WH_WORD, tags.TO)
NO_MAIN_VERB = tags.group(tags.CLAUSE_START, tags.QUOTATION_MARK)  # a second subject may stand behind one
BEFORE_ITS_VERB = tags.group(tags.NOUN, tags.PRONOUN, tags.CLOSING_BRACKET)


def subject_before(paragraph: Paragraph, verb: int, left: int) -> Range | None:
    """The subject of the verb group that starts at `verb`: the noun phrase before its appositions and adjuncts."""
    left = max(left, paragraph.tags.rfind(tags.SEMICOLON, left, verb) + 1)
    found = described_before(paragraph, verb, left) or _phrase_before(paragraph, verb, left)
    return found or head_before_relative(paragraph, verb, left)


def _phrase_before(paragraph: Paragraph, verb: int, left: int) -> Range | None:
    last = verb - 1
    if last >= left:
        last = skip_time_back(paragraph, last, left)
    last = _before_count_of_times(paragraph, last, left)
    if left < last < verb - 1 and paragraph.tags[last] == tags.ED_FORM and _is_plural(paragraph, last - 1):
        last -= 1  # "files released on Sunday show"
    if last >= left and paragraph.tags[last] == tags.COMMA:
        last = before_inserted_time(paragraph, last, left)
    if last > left and paragraph.tags[last] == tags.QUOTATION_MARK:
        last = before_quoting_insertion(paragraph, last, left)
    # the comma of an insertion stands inside the marks of its title: Lund, author of “Harbour Lights,”
    last -= last > left and paragraph.tags[last - 1 : last + 1] == tags.COMMA + tags.OTHER_MARK
    for _ in range(3):
        if last >= left and paragraph.tags[last] in INSERTION_END:
            last = before_insertion(paragraph, last, left)
    phrase = phrase_ending(paragraph, last, left)
    if phrase and phrase[0] > left + 2 and paragraph.lower[phrase[0] - 1] in BEFORE_CIRCUMSTANCE:
        beyond = _subject_beyond_circumstance(paragraph, phrase[0] - 1, left)
        if beyond is not None:
            return beyond
    if phrase is None or phrase[0] == left or paragraph.tags[last] == tags.WH_WORD:
        return phrase
    return _with_head(paragraph, phrase, verb, left)


def _before_count_of_times(paragraph: Paragraph, last: int, left: int) -> int:
    """The last token of "a video", in "a video shared more than 40 times"; the same token where nothing is counted."""
    if last < left or paragraph.lower[last] != "times":
        return last
    for at in range(last - 2, max(left, last - LONGEST_COUNT), -1):
        if paragraph.tags[at] == tags.ED_FORM:
            return at - 1 if paragraph.tags[at - 1] == tags.NOUN else last
    return last


def _with_head(paragraph: Paragraph, phrase: Range, verb: int, left: int) -> Range:
    """Whom a place or a relative clause is told of that ends with the phrase found; else that, with its "about"."""
    if begins_amount(paragraph, phrase[0] - 1):
        first = phrase[0] - 2 if phrase[0] - 2 >= left and begins_amount(paragraph, phrase[0] - 2) else phrase[0] - 1
        is_figure = paragraph.tags[slice(*phrase)] == tags.NUMBER  # "by roughly 270 pledged seats"
        return phrase if is_figure else (first, phrase[1])  # "about two thirds"
    begin = start_before_place(paragraph, phrase[0], left)
    if begin is not None:
        return (begin, phrase[1])
    is_closed = phrase[1] < verb and paragraph.tags[phrase[1]] in (tags.DASH, tags.OPENING_BRACKET)
    return head_of_relative(paragraph, phrase, left, is_closed=is_closed) or phrase


def _subject_beyond_circumstance(paragraph: Paragraph, preposition: int, left: int) -> Range | None:
    """The subject before "in the past" or "in a statement", where these part it from its verb; None for no such case.

    Before the preposition stands an auxiliary ("Lund has in the past said"), "who" ("Lund, who in the past has said")
    or an "and" after the verb of the same subject ("Lund backs it and in a statement praised").
    """
    before = preposition - 1
    tag, word = paragraph.tags[before], paragraph.lower[before]
    if word in AUXILIARIES:
        return subject_before(paragraph, verb_group_start(paragraph, before, left), left)
    if tag == tags.WH_WORD and word == "who":
        return phrase_ending(paragraph, before, left)
    if tag == tags.COORDINATOR:
        return governing_subject(paragraph, left, before, [])
    return None


def _is_plural(paragraph: Paragraph, index: int) -> bool:
    word = paragraph.lower[index]
    return paragraph.tags[index] == tags.NOUN and word.endswith("s") and not word.endswith(("'s", "’s", "ss"))


def first_subject(paragraph: Paragraph, verb: int, left: int) -> Range | None:
    """The noun phrase that opens the sentence, or follows its quotation, when insertions part it from the verb."""
    if verb <= left or paragraph.tags[verb - 1] not in (tags.COMMA, tags.CLOSING_BRACKET):
        return None
    mark = max(paragraph.tags.rfind(one, left + 1, verb) for one in (tags.QUOTATION_MARK, tags.SEMICOLON))
    phrase = phrase_starting(paragraph, mark + 1 if mark >= 0 else left, verb)
    if phrase is None or phrase[1] >= verb:
        return None
    return phrase if paragraph.tags[phrase[1]] in (tags.COMMA, tags.OPENING_BRACKET) else None


def governing_subject(paragraph: Paragraph, left: int, index: int, said: list[Range]) -> Range | None:
    """The subject of the nearest finite verb left of a token: whose "adding" or "and called" it is.

    Verbs inside `said`, the contents found so far, are somebody else's words and are passed over.
    """
    tries, aside = 0, None
    is_loose = paragraph.tags[index - 1 : index + 1] == tags.COMMA + tags.ING_FORM
    is_past = _is_past_after_and(paragraph, index)
    behind = _subject_of_clause_before(paragraph, left, index, is_past=is_past)
    if behind is not None:
        return behind
    by_means = "by" in paragraph.lower[index - 1 : index + 1]
    for verb in range(index - 1, left, -1):
        if tries == MOST_TRIES:
            return None
        if not is_finite(paragraph, verb) or paragraph.tags[verb - 1] in NO_SUBJECT_BEFORE or paragraph.is_quoted(verb):
            continue
        if any(first <= verb < past for first, past in said) or _is_plural_object(paragraph, verb, left):
            continue
        tries += 1
        subject = subject_before(paragraph, verb_group_start(paragraph, verb, left), left)
        is_there = subject is not None and paragraph.lower[subject[0]] in {"there", "there's", "there’s"}
        is_in_relative = (
            subject and subject[0] > left and _is_in_relative(paragraph, subject[0], index, is_loose=is_loose)
        )
        # "Poe, mayor when the Front ruled, began by saying": the Front says nothing.
        is_aside = subject is not None and by_means and _is_in_aside(paragraph, subject[0], left)
        is_own = not is_there and not is_in_relative and not is_aside
        is_relative = subject is not None and paragraph.tags[subject[1] - 1] == tags.WH_WORD
        is_near = INSERTION_END.isdisjoint(paragraph.tags[verb:index])
        is_near = is_near and not any(first <= index < past for first, past in said)
        if subject is not None and is_relative and by_means and is_near:
            return subject  # "Lund, who surprised the party by saying": whoever surprised it
        if subject is None or not is_own or is_relative:
            continue
        is_inner = is_loose or (is_past and tags.MODAL in paragraph.tags[subject[1] : verb + 1])
        if is_inner and _is_in_that_clause(paragraph, subject[0], left):
            continue
        if not is_loose or not _is_in_aside(paragraph, subject[0], left):
            return subject
        aside = aside or subject
    return _subject_of_past(paragraph, left, index) or aside


def _is_plural_object(paragraph: Paragraph, index: int, left: int) -> bool:
    """Whether what may be a verb is a plural, with a noun before it, of another verb: "stopped renting TV shows"."""
    if paragraph.tags[index] != tags.S_FORM:
        return False
    first = index
    while first > left and paragraph.tags[first - 1] in NOUN_OR_ADJECTIVE:
        first -= 1
    verb = first - 1
    if first == index or verb <= left:
        return False
    if paragraph.tags[verb] == tags.ING_FORM:
        return paragraph.tags[verb - 1] in BEFORE_GERUND
    # "Lund cancelled TV shows", and neither "a man named Lund shows" nor "Norland's state-owned firm shows"
    is_named = paragraph.words[verb - 1][0].isupper() and not paragraph.lower[verb - 1].endswith(POSSESSIVE)
    return is_named and paragraph.tags[verb] == tags.ED_FORM


def _subject_of_clause_before(paragraph: Paragraph, left: int, index: int, *, is_past: bool) -> Range | None:
    """Whose verb it is where the words before it part it from the subject that stands nearest."""
    if not is_past:
        return _relative_in_present(paragraph, left, index)
    return _relative_going_on(paragraph, left, index) or _subject_behind_opening(paragraph, left, index)


def _relative_going_on(paragraph: Paragraph, left: int, index: int) -> Range | None:
    """Poe, in "Lund told Ann Poe, who opened her door and said": no comma ends what a "who" tells of her."""
    for who in range(index - 2, left + 1, -1):
        if paragraph.tags[who] in tags.CLAUSE_BREAK or paragraph.is_quoted(who):
            return None
        if paragraph.lower[who] == "who":
            is_told = paragraph.tags[who - 1] == tags.COMMA and paragraph.tags[who + 1] in tags.PAST_OR_ED_FORM
            return phrase_ending(paragraph, who, left) if is_told else None
    return None


def _relative_in_present(paragraph: Paragraph, left: int, index: int) -> Range | None:
    """Pell, in "Lund was asked by Pell, who is her friend, but has called it late"."""
    who = pronoun_in_present(paragraph, left, index)
    return phrase_ending(paragraph, who, left) if who is not None else None


def _is_in_relative(paragraph: Paragraph, first: int, index: int, *, is_loose: bool) -> bool:
    """Whether a subject stands in a clause about a thing: "which Lund wrote", not "where fans stood, chanting"."""
    may_be_who = is_loose or (paragraph.tags[first] == tags.PRONOUN and paragraph.tags[index - 1] == tags.TO)
    is_place = may_be_who and paragraph.lower[first - 1] == "where"
    return paragraph.tags[first - 1] == tags.WH_WORD and not is_place


def _subject_behind_opening(paragraph: Paragraph, left: int, index: int) -> Range | None:
    """The main subject behind a clause that opens the sentence: Lund in "Asked whom she backed, Lund wept and said".

    What is not known for a verb stands between them, so that the nearest finite verb is often that of the clause.
    """
    first = left + (paragraph.tags[left] == tags.COORDINATOR)
    comma = paragraph.tags.find(tags.COMMA, first + 1, index)
    if paragraph.lower[first] not in OPENINGS or comma < 0 or not has_finite(paragraph, first, comma):
        return None
    is_inner = any(paragraph.tags[at] in NO_MAIN_VERB for at in range(comma + 1, index)) or paragraph.is_quoted(comma)
    main = None if is_inner else main_subject(paragraph, comma + 1, index)
    return main[0] if main is not None and main[0][0] == comma + 1 else None


def _subject_of_past(paragraph: Paragraph, left: int, index: int) -> Range | None:
    """The subject of the first form in -ed left of a token that no neighbour shows to be finite."""
    for verb in range(left + 1, index):
        if _is_past_after_noun(paragraph, verb) and not paragraph.is_quoted(verb):
            subject = subject_before(paragraph, verb_group_start(paragraph, verb, left), left)
            if subject is None or not _is_fronted(paragraph, subject[0], left):
                return subject
    for verb in range(left + 1, index):
        # "Ada Lund, head of the guild, mailed members on Monday, telling them"
        if paragraph.tags[verb] == tags.ED_FORM and paragraph.tags[verb - 1] == tags.COMMA:
            subject = subject_before(paragraph, verb, left)
            if subject is not None and subject[0] in (left, _past_opening_time(paragraph, left)):
                return subject
    return None


def _past_opening_time(paragraph: Paragraph, left: int) -> int:
    """The token past "In 1968" with which a sentence opens; its first token where it opens otherwise."""
    opens = paragraph.tags[left] == tags.PREPOSITION and left + 2 < len(paragraph.tags) and is_time(paragraph, left + 1)
    return left + 2 if opens else left


def _is_past_after_and(paragraph: Paragraph, index: int) -> bool:
    """Whether a past tense goes on with the sentence after an "and": it cannot go on with "would rise"."""
    verb = skip_adverbs(paragraph, index, len(paragraph.tags))
    return paragraph.tags[index - 1] == tags.COORDINATOR and paragraph.tag_at(verb) in tags.PAST_OR_ED_FORM


def _is_in_that_clause(paragraph: Paragraph, first: int, left: int) -> bool:
    """Whether a subject opens a clause of another verb or noun: "came close to an admission that they had fought"."""
    that = first - 1
    return that > left + 1 and paragraph.lower[that] == "that" and paragraph.tags[that] == tags.SUBORDINATOR


def _is_fronted(paragraph: Paragraph, first: int, left: int) -> bool:
    """Whether a noun stands in words that lead to the sentence: "In a statement released on Monday, Lund answered"."""
    return first == left + 1 and paragraph.tags[left] == tags.PREPOSITION


def _is_in_aside(paragraph: Paragraph, first: int, left: int) -> bool:
    """Whether a clause begins there that only says when: "Lund left after they came, saying that it was late"."""
    return first - 1 > left and paragraph.lower[first - 1] in grammar.ASIDES


def _is_past_after_noun(paragraph: Paragraph, index: int) -> bool:
    before = index - 1
    while before and paragraph.tags[before] == tags.ADVERB:
        before -= 1  # "Lund also leaned"
    return paragraph.tags[index] == tags.ED_FORM and paragraph.tags[before] in BEFORE_ITS_VERB


def main_subject(paragraph: Paragraph, left: int, right: int) -> tuple[Range, int] | None:
    """The subject of the sentence's first verb outside quotation marks, and that verb."""
    for verb in range(left + 1, right):
        if paragraph.is_quoted(verb) or paragraph.tags[verb - 1] == tags.WH_WORD:
            continue
        if is_finite(paragraph, verb) or _is_past_after_noun(paragraph, verb):
            subject = subject_before(paragraph, verb_group_start(paragraph, verb, left), left)
            if subject:
                return subject, verb
    return None
