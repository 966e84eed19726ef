"""Finds where the content of a statement ends."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.content_end import ends_after_comma, ends_at
from summarizer.attribution.syntax.coordination import Content, coordinates_cue
from summarizer.attribution.syntax.verb_groups import (
    has_finite,
    has_verb,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.attribution.syntax.paragraph import Paragraph, Range

LONGEST_FRONTED = 25  # tokens
SHORTEST_LAST_WORD = 4  # characters: a shorter word before a full stop may be an abbreviation

MAY_END_CLAUSE = tags.group(tags.COMMA, tags.SEMICOLON, tags.COLON, tags.CLOSING_BRACKET, tags.COORDINATOR, tags.DASH)
NEXT_CLAUSE_END = tags.pattern(MAY_END_CLAUSE)
NEXT_PHRASE_END = tags.pattern(MAY_END_CLAUSE, tags.PREPOSITION, tags.SUBORDINATOR)
NOT_IN_CONTENT_END = tags.group(tags.COMMA, tags.SEMICOLON, tags.COLON, tags.DASH, tags.OPENING_BRACKET)
BEFORE_FRONTED_PHRASE = tags.group(tags.SUBORDINATOR, tags.COMMA)


def content_from(
    paragraph: Paragraph, first: int, right: int, *, is_phrase: bool = False, is_inner: bool = False
) -> Range:
    """The content that begins at `first` in a sentence that ends before `right`.

    `is_phrase` is for a noun phrase, an infinitive or a gerund, which end at more marks than a clause does; `is_inner`
    for a cue that stands itself in a subordinate clause, so that the main clause begins at the next comma.
    """
    content = Content(paragraph, first, right, is_phrase, is_inner)
    is_led = not is_phrase and paragraph.tags[first] in tags.CLAUSE_START
    is_led = is_led and not (is_inner and paragraph.lower[first] == "if")  # "Asked if it was late, Lund nodded"
    index = _past_fronted(paragraph, first, right) if is_led else first
    while index < right:
        quote = _next_quote(paragraph, index, right)
        index = _end_between(content, index, quote[0] if quote else right)
        if quote is None or index < quote[0]:
            break
        index = quote[1]
        if _begins_sentence(paragraph, index, right):
            break
        if index < right and paragraph.tags[index - 2] == tags.COMMA and _ends_after_quote(content, index):
            break
    index = first_stop(paragraph, first, index) or index
    opened = paragraph.tags.rfind(tags.OPENING_BRACKET, first + 1, index)
    if opened > 0 and tags.CLOSING_BRACKET not in paragraph.tags[opened:index] and not paragraph.is_quoted(opened):
        index = opened  # "tells crowds she will be tried (a matter which, many say, is closed)"
    while index > first and paragraph.tags[index - 1] in NOT_IN_CONTENT_END:
        index -= 1
    if (
        index - 2 > first
        and paragraph.lower[index - 1] in grammar.SPANS_OF_TIME
        and paragraph.tags[index - 2] == tags.COMMA
    ):
        index -= 2  # "blasted the plan, | minutes after it failed"
    return (first, index)


def _stops(paragraph: Paragraph, first: int, past: int) -> Iterator[int]:
    """The full stops outside quotation marks that end a sentence, as one in brackets may have several."""
    at = paragraph.tags.find(tags.STOP, first + 1, past)
    while 0 <= at < past - 1:
        word, following = paragraph.words[at - 1], paragraph.words[at + 1]
        is_opening = paragraph.tags[at + 1] == tags.QUOTATION_MARK or following[0].isupper()
        is_word = word.islower() and len(word) > SHORTEST_LAST_WORD
        if is_opening and is_word and paragraph.lower[at] == "." and not paragraph.is_quoted(at):
            yield at
        at = paragraph.tags.find(tags.STOP, at + 1, past)


def first_stop(paragraph: Paragraph, first: int, past: int) -> int | None:
    """The first full stop in some tokens after which another sentence begins."""
    return next(_stops(paragraph, first, past), None)


def last_stop(paragraph: Paragraph, first: int, past: int) -> int | None:
    """The token past the last full stop in some tokens after which another sentence begins."""
    return max((at + 1 for at in _stops(paragraph, first, past + 1)), default=None)


def _begins_sentence(paragraph: Paragraph, index: int, right: int) -> bool:
    """Whether another sentence begins after a quotation that ends one: called it a “farce.” The guild left."""
    if index + 1 >= right or paragraph.tags[index - 2] not in tags.SENTENCE_END:
        return False
    is_name = paragraph.tags[index] == tags.NOUN and paragraph.words[index][0].isupper()
    opens = is_name or paragraph.words[index] in {"The", "He", "She", "It", "They"}
    return opens and has_finite(paragraph, index, right)


def quotation_from(paragraph: Paragraph, first: int, right: int) -> Range:
    """The content that begins with the quotation mark at `first`; all of the sentence when no quotation does."""
    quote = paragraph.quote_at(first) if paragraph.tags[first] == tags.QUOTATION_MARK else None
    if quote is None:
        return (first, right)
    past = quote[1]
    if past >= right or paragraph.tags[past - 2] in tags.QUOTATION_END:
        return (first, past)
    if paragraph.tags[past] == tags.COORDINATOR and coordinates_cue(paragraph, past, right):
        return (first, past)  # "nine said “no” and two said “yes”"
    if paragraph.lower[past] == "and" and paragraph.tag_at(past + 1) in (tags.PAST, tags.ED_FORM):
        return (first, past)  # "said “not for a crown” and hung up"
    left = paragraph.sentence_at(first)[0]
    if paragraph.tags[past] == tags.DASH and paragraph.tags[left:first].count(tags.DASH) == 1:
        return (first, past)  # "the crew – which she calls “ours” – left"
    return (first, max(past, content_from(paragraph, past, right)[1]))


def _past_fronted(paragraph: Paragraph, index: int, right: int) -> int:
    """Past the comma of a clause that leads to what is said: "that if the wall fails, they will leave"."""
    first = index + 1 if paragraph.lower[index] == "that" else index
    if paragraph.tag_at(first) == tags.COMMA:
        first += 1
    if first + 3 >= right:
        return index
    if paragraph.lower[first] not in grammar.FRONTING and not _is_phrase_first(paragraph, first):
        return index
    comma = paragraph.tags.find(tags.COMMA, first + 2, min(first + LONGEST_FRONTED, right - 2))
    return comma + 1 if comma > 0 and paragraph.tags[comma + 1] in tags.SUBJECT_START else index


def _is_phrase_first(paragraph: Paragraph, first: int) -> bool:
    """Whether a "that" leads to "on a trip to Ostby, he would wait", of which the verb stands after the comma."""
    comma = paragraph.tags.find(tags.COMMA, first, first + LONGEST_FRONTED)
    is_phrase = paragraph.tags[first] == tags.PREPOSITION and paragraph.tags[first - 1] in BEFORE_FRONTED_PHRASE
    return is_phrase and comma > first and not has_verb(paragraph, first, comma)


def _next_quote(paragraph: Paragraph, index: int, right: int) -> Range | None:
    """The first quotation from a token on, if it ends with the sentence or before."""
    number = bisect_left(paragraph.quotes, (index, 0))
    if number == len(paragraph.quotes) or paragraph.quotes[number][1] > right:
        return None
    return paragraph.quotes[number]


def _end_between(content: Content, first: int, past: int) -> int:
    """The first of some tokens outside quotation marks before which the content ends; `past` when it goes on."""
    next_end = NEXT_PHRASE_END if content.is_phrase else NEXT_CLAUSE_END
    ends = (mark.start() for mark in next_end.finditer(content.paragraph.tags, first, past))
    return next((index for index in ends if ends_at(content, index)), past)


def _ends_after_quote(content: Content, index: int) -> bool:
    """Whether the content ends after a quotation with a comma at its end, before the token `index`."""
    tag = content.paragraph.tags[index]
    is_weak = content.is_phrase or content.is_inner or tag in (tags.ING_FORM, tags.SUBORDINATOR)
    if is_weak and tag not in (tags.COORDINATOR, tags.QUOTATION_MARK):
        return True
    return ends_after_comma(content, index)
