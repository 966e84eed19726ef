"""What follows a cue whose content stands before it: nothing that is said, its second half, or where it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from summarizer.attribution import grammar, tags
from summarizer.attribution.sources.vocabulary import HOLDER_NOUNS
from summarizer.attribution.syntax.clauses import content_from, quotation_from
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.titles import is_titled
from summarizer.attribution.syntax.verb_groups import has_finite, is_cue_word, is_time

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range

# What follows a cue that may stand after its content: nothing that is said; the content goes on; it only begins here.
Rest = Literal["end", "split", "clause"]

MOST_WORDS_TO_REOPEN = 20  # tokens from a cue to the second half of a quotation

# "that" behind one of these stands for a thing, and breaks nothing off: "like that, Lund said, and left".
BEFORE_THAT_ALONE = frozenset({"than", "like", "of", "to", "for", "with", "by", "on", "at", "after", "before"})
MOST_WORDS_TO_SECOND = 3  # tokens from "but" to the second of two quotations
BEFORE_SECOND = tags.group(tags.ADVERB, tags.HELPING)
BREAKS_OFF = tags.group(tags.HELPING, tags.PREPOSITION, tags.DETERMINER, tags.SUBORDINATOR, tags.TO)
LONGEST_RELATIVE = 14  # tokens
GOES_ON = tags.group(tags.FINITE, tags.QUOTATION_MARK)
MAY_HOLD_VERB = tags.group(tags.FINITE, tags.PERHAPS_FINITE, tags.QUOTATION_MARK)
VERB_FORM = tags.group(tags.FINITE, tags.ED_FORM)
SENTENCE_OR_INSERTION_END = tags.group(tags.SENTENCE_END, tags.SEMICOLON, tags.CLOSING_BRACKET)


def rest_after(paragraph: Paragraph, index: int, right: int) -> Rest:
    """What follows a cue, and what stands with it, up to a token."""
    if index >= right or paragraph.tags[index] in SENTENCE_OR_INSERTION_END:
        return "end"
    tag, word = paragraph.tags[index], paragraph.lower[index]
    if tag == tags.COMMA:
        return _rest_after_comma(paragraph, index + 1, right)
    if tag == tags.QUOTATION_MARK:
        return "end" if index + 1 >= right else "clause"
    if word == "that" and index + 1 < right and is_time(paragraph, index + 1):
        return "end"
    if tag == tags.COLON or word in grammar.QUESTION_OPENINGS:
        return "clause"
    begins_clause = tag in tags.SUBJECT_START and word != "as" and has_finite(paragraph, index, right)
    return "clause" if begins_clause else "end"


def goes_on_after(paragraph: Paragraph, left: int, comma: int, after: int, right: int) -> bool:
    """Whether a clause breaks off at a comma, and goes on at the next one: "The mill is, Lund said, burnt out"."""
    if after + 1 >= right or paragraph.tags[comma] != tags.COMMA or paragraph.tags[after] != tags.COMMA:
        return False
    if paragraph.lower[after + 1] in grammar.CITING:
        return False  # "The lamp is off, Lund said, citing a keeper"
    last = comma - 1
    while last > left and paragraph.tags[last] == tags.ADVERB:
        last -= 1
    if paragraph.lower[last] == "before" and is_time(paragraph, last - 1):
        return False  # "less than the year before, according to the guild, a club"
    if last > left and paragraph.tags[last] in BREAKS_OFF:
        return paragraph.lower[last] != "that" or paragraph.lower[last - 1] not in BEFORE_THAT_ALONE
    is_subject = paragraph.tags[left] in tags.SUBJECT_START and VERB_FORM.isdisjoint(paragraph.tags[left:comma])
    return is_subject and _may_be_verb(paragraph, after + 1)


def past_relative(paragraph: Paragraph, after: int, right: int) -> int:
    """The comma past what is told of the speaker, where the content goes on: "The toll, said a man who ran, | is"."""
    relative = after + (paragraph.tag_at(after) == tags.COMMA)
    is_apposed = relative > after and paragraph.tag_at(relative) in tags.SUBJECT_START
    if paragraph.tag_at(relative) != tags.WH_WORD and not is_apposed:
        return after
    comma = paragraph.tags.find(tags.COMMA, relative + 1, min(relative + LONGEST_RELATIVE, right - 1))
    if comma > 0 and is_apposed:  # "The toll, said Ada Lund, a pilot, | is"
        goes_on = paragraph.tags[comma + 1] in tags.FINITE and not has_finite(paragraph, relative, comma)
    else:
        goes_on = comma > 0 and paragraph.tags[comma + 1] in GOES_ON
    return comma if goes_on else after


def past_apposed_name(paragraph: Paragraph, comma: int, right: int) -> int:
    """The comma past the name of whose role ends at one: according to its author, Ada Lund, | was late."""
    name = phrase_starting(paragraph, comma + 1, right) if paragraph.tag_at(comma) == tags.COMMA else None
    if name is None or not paragraph.words[comma + 1][0].isupper() or paragraph.tag_at(name[1]) != tags.COMMA:
        return comma
    is_role = paragraph.words[comma - 1].islower() and paragraph.lower[comma - 1] in HOLDER_NOUNS
    return name[1] if is_role or paragraph.tag_at(name[1] + 1) in tags.FINITE else comma


def is_joined(paragraph: Paragraph, left: int, mark: int, after: int, right: int) -> bool:
    """Whether a clause that a cue interrupts goes on with a further verb: "It was old, Lund said, and had been mended".

    "And left the room" may as well be what the speaker did, and what stands in quotation marks is whole.
    """
    if after + 2 >= right or paragraph.tags[after] != tags.COMMA:
        return False
    if paragraph.tags[mark] == tags.QUOTATION_MARK and not _is_quoted_at_end(paragraph, left, mark):
        return False
    following = after + 1
    if paragraph.tags[following] == tags.TO:
        return True
    if paragraph.tags[following] != tags.COORDINATOR:
        takes_by = paragraph.tags[mark - 1] == tags.ED_FORM or paragraph.tags[following + 1] == tags.ING_FORM
        return takes_by and paragraph.lower[following] == "by"
    following += 1
    if paragraph.lower[following] == "also":
        return True
    while following + 1 < right and paragraph.tags[following] == tags.ADVERB:
        following += 1
    if paragraph.tags[following] == tags.PRONOUN:
        following += 1
        return following < right and paragraph.tags[following] in VERB_FORM and not is_cue_word(paragraph, following)
    return paragraph.tags[following] in tags.HELPING


def _is_quoted_at_end(paragraph: Paragraph, left: int, mark: int) -> bool:
    """Whether only the last words before a cue are quoted: "They have “no hope left,” Lund said"."""
    quote = paragraph.quote_at(mark)
    return quote is not None and quote[0] > left and has_finite(paragraph, left, quote[0])


def is_led(paragraph: Paragraph, left: int, mark: int, after: int, right: int) -> bool:
    """Whether a phrase only leads to what follows the cue: "In both cases, Lund said, the gifts paid for the boat".

    So does a clause: "If the ice melts, Lund said, the path “turns to soup”".
    """
    if paragraph.tag_at(after) != tags.COMMA:
        return False
    if paragraph.lower[left] in grammar.FRONTING and paragraph.tags[left + 1] in tags.SUBJECT_START:
        rest = paragraph.tags[after + 1 : right]
        return rest[:1] in tags.SUBJECT_START and not MAY_HOLD_VERB.isdisjoint(rest)
    if paragraph.tags[left] != tags.PREPOSITION:
        return False
    if paragraph.tag_at(after + 1) not in tags.SUBJECT_START or has_finite(paragraph, left, mark):
        return False
    verb = paragraph.tags.find(tags.NOUN + tags.ED_FORM, after + 1, right) + 1
    return verb > 0 and paragraph.word_at(verb + 1) != "by"


def leads_to_clause(paragraph: Paragraph, left: int, mark: int, after: int, right: int) -> bool:
    """Whether a phrase before an inverted cue leads to a clause behind it: "On the whole, said Lund, it was late"."""
    if paragraph.tags[left] != tags.PREPOSITION or has_finite(paragraph, left, mark):
        return False
    is_clause = paragraph.tag_at(after) == tags.COMMA and paragraph.tag_at(after + 1) in tags.SUBJECT_START
    return is_clause and has_finite(paragraph, after + 1, right)


def _may_be_verb(paragraph: Paragraph, index: int) -> bool:
    """Whether a token after a noun phrase may be its verb, if only by its look: "protects"."""
    word = paragraph.lower[index]
    is_s_form = paragraph.tags[index] == tags.NOUN and paragraph.words[index] == word and word.endswith("s")
    return paragraph.tags[index] in tags.PERHAPS_FINITE or is_s_form


def _rest_after_comma(paragraph: Paragraph, index: int, right: int) -> Rest:
    if index >= right:
        return "end"
    tag = paragraph.tags[index]
    if tag == tags.QUOTATION_MARK:
        return "split"
    if tag in (tags.ING_FORM, tags.WH_WORD):
        return "end"
    is_that = paragraph.lower[index] == "that" and paragraph.tag_at(index + 1) == tags.QUOTATION_MARK
    if is_that or begins_second_quote(paragraph, index - 1, right):
        return "split"
    if paragraph.lower[index] in grammar.AFTER_SPEECH and not _is_clause_at(paragraph, index, right):
        return "end"
    return "split" if has_finite(paragraph, index, right) else "end"


def begins_second_quote(paragraph: Paragraph, comma: int, right: int) -> bool:
    """Whether an "and" or "but" leads to a quotation: "It was late, he said, but still “nobody was hurt”"."""
    if comma + 1 >= right or paragraph.tags[comma : comma + 2] != tags.COMMA + tags.COORDINATOR:
        return False
    following = comma + 2
    is_whole = paragraph.tags[paragraph.sentence_at(comma)[0]] == tags.QUOTATION_MARK
    if following < right and paragraph.lower[following] == "that":
        following += 1
    end = following if is_whole else min(following + MOST_WORDS_TO_SECOND, right)
    while following < end and paragraph.tags[following] in BEFORE_SECOND:
        following += 1  # of a whole quotation's speaker it may be told: "and later “drank to it”"
    return following < right and paragraph.tags[following] == tags.QUOTATION_MARK


def _is_clause_at(paragraph: Paragraph, index: int, right: int) -> bool:
    """Whether an "a" begins a clause and not an apposition: "Overall, she said, a number of them are late"."""
    subject = phrase_starting(paragraph, index, right) if paragraph.lower[index] == "a" else None
    return subject is not None and subject[1] < right and paragraph.tags[subject[1]] in tags.FINITE


def continuation(paragraph: Paragraph, after: int, right: int, rest: Rest) -> list[Range]:
    """The second half of a content that its cue splits."""
    if rest != "split":
        return []
    start = after + 1
    if paragraph.tags[start] == tags.QUOTATION_MARK:
        return [quotation_from(paragraph, start, right)]
    return [content_from(paragraph, start, right)]


def reopened(paragraph: Paragraph, after: int, right: int) -> list[Range]:
    """A quotation that goes on later in the sentence: "...," he said of the flood, "..."; said Lund, who ran, "..."."""
    for index in range(after, min(after + MOST_WORDS_TO_REOPEN, right)):
        quote = paragraph.quote_at(index)
        if quote and quote[0] == index:
            length = quote[1] - index
            if is_titled(paragraph, quote):
                continue  # said on RTN’s “The Day.” “...”
            is_close = index - after < 3 and length > 6  # a translation has lost the comma
            is_led = paragraph.tags[index - 1] in (tags.COMMA, tags.COLON) and length > 3
            return [quote] if is_close or (is_led and paragraph.tags[index - 2] != tags.ING_FORM) else []
        if paragraph.tags[index] == tags.PAST and (is_cue_word(paragraph, index) or not _is_relative(paragraph, after)):
            return []
    return []


def _is_relative(paragraph: Paragraph, after: int) -> bool:
    """Whether a relative clause begins at a token, or after the comma there."""
    return tags.WH_WORD in (paragraph.tag_at(after), paragraph.tag_at(after + 1))
