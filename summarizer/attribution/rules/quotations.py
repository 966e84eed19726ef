"""Gives quotations that no cue has claimed to the speaker whom the text around them names, as "Marsh:" does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.syntax.clauses import quotation_from
from summarizer.attribution.syntax.site import Attribution
from summarizer.attribution.syntax.subjects import governing_subject, main_subject
from summarizer.attribution.syntax.tagging import MARKS
from summarizer.attribution.syntax.verb_groups import has_finite

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range

DASHES = frozenset("-–—")
SHORTEST_QUOTATION = 4  # tokens, marks included
LONGEST_MIXED = 80  # tokens of a sentence that is quoted in part
LONGEST_SIGNATURE = 14  # tokens
LONGEST_LEAD = 16  # tokens of a sentence before a quotation that it does not announce with a colon
LONGEST_NAME = 8  # tokens before a colon

BEFORE_QUOTED_SENTENCE = tags.group(tags.COLON, tags.SENTENCE_END)
NOT_NAME_START = tags.group(tags.FINITE, tags.PREPOSITION, tags.CLAUSE_START, tags.NUMBER, tags.OBJECT_PRONOUN)


def attach_quotations(
    paragraph: Paragraph,
    here: list[Attribution],
    before: Paragraph | None,
    last: list[Attribution],
    after: Paragraph | None,
) -> list[Attribution]:
    """Add each quotation that stands for a whole sentence to the attribution that it continues.

    `here` are the attributions of the paragraph, `before` is the paragraph right before this one and `last` its
    attributions. A quotation that opens a paragraph goes on with the quotation before; otherwise it is a statement of
    its own, by the person whom the line after it names, or who speaks or acts in the sentence before it.
    """
    if not paragraph.quotes:
        return sorted(here, key=_first_content)
    alone: list[Attribution] = []
    starts = {first for first, _ in paragraph.sentences}
    claimed = _claimed_tokens(here)
    owners = _Owners(paragraph, here)
    for quote in paragraph.quotes:
        first, past = quote
        if past - first < SHORTEST_QUOTATION or not claimed.isdisjoint(range(first, past)):
            continue
        owner = owners.before(first)
        if not _stands_alone(paragraph, quote, starts):
            _add_mixed(paragraph, quote, claimed, owner)
            continue
        owner = alone[-1] if alone else owner
        attribution = _signed(paragraph, quote, after) or _announced(paragraph, quote)
        if attribution is None and owner:
            owner.content.append(quote)
        elif attribution is None and first > 0:
            attribution = _spoken_before(paragraph, quote, paragraph, paragraph.sentence_before(first))
        elif attribution is None and before:
            attribution = _continue_paragraph(paragraph, quote, before, last)
        if attribution:
            alone.append(attribution)
    return sorted(alone + here, key=_first_content)


def _first_content(attribution: Attribution) -> Range:
    return attribution.content[0]


def _claimed_tokens(here: list[Attribution]) -> set[int]:
    """The tokens at which an attribution has its content or its cue."""
    claimed: set[int] = set()
    for attribution in here:
        for first, past in (*attribution.content, attribution.cue):
            claimed.update(range(first, past))
    return claimed


class _Owners:
    """Finds the attribution that a quotation goes on with: the last one before it, asked for from left to right."""

    def __init__(self, paragraph: Paragraph, here: list[Attribution]) -> None:
        self._paragraph = paragraph
        self._waiting = sorted(here, key=lambda attribution: -attribution.cue[0])
        self._last: Attribution | None = None
        self._quoting: Attribution | None = None

    def before(self, index: int) -> Attribution | None:
        while self._waiting and self._waiting[-1].cue[0] < index:
            self._last = self._waiting.pop()
            if _is_quoting(self._paragraph, self._last):
                self._quoting = self._last
        if self._last and self._quoting and self._last.is_participle:
            return self._quoting
        return self._last


def _is_quoting(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Whether a piece of the content begins with a quotation mark."""
    return any(paragraph.tag_at(first) == tags.QUOTATION_MARK for first, _ in attribution.content)


def _stands_alone(paragraph: Paragraph, quote: Range, starts: set[int]) -> bool:
    """Whether a quotation is a sentence of its own, or several; `starts` are the first tokens of sentences."""
    first, past = quote
    if first not in starts and (first == 0 or paragraph.tags[first - 1] not in BEFORE_QUOTED_SENTENCE):
        return False
    if past >= len(paragraph.lower) or past in starts:
        return True
    return paragraph.tags[past] in tags.SENTENCE_END or paragraph.tags[past - 2] in tags.SENTENCE_END


def _add_mixed(paragraph: Paragraph, quote: Range, claimed: set[int], owner: Attribution | None) -> None:
    """Add a sentence in which nobody else speaks, and which is quoted in part, to the quotation before it."""
    if owner is None or not _is_quoting(paragraph, owner):
        return
    first, _ = paragraph.sentence_at(quote[0])
    past = max(quote[1], paragraph.sentence_at(quote[1] - 1)[1])
    tokens = range(first, past)
    if len(tokens) <= LONGEST_MIXED and claimed.isdisjoint(tokens):
        owner.content.append((first, past))
        claimed.update(tokens)


def _signed(paragraph: Paragraph, quote: Range, after: Paragraph | None) -> Attribution | None:
    """A quotation that fills its paragraph, with the name of its speaker in a line under it."""
    is_whole = quote[0] == 0 and quote[1] >= len(paragraph.lower) - 1
    signature = _signature(after) if after and is_whole else None
    return _said_by(paragraph, quote, signature, signature, after, "signature") if signature and after else None


def _signature(after: Paragraph) -> Range | None:
    """The name that a short line under a quotation gives: "- Ann Smith, Harbour Union"."""
    length = len(after.lower)
    first = 1 if after.lower[0] in DASHES else 0
    # the layout leaves a dash at a line's start out of its sentence
    lead = after.text[max(0, after.starts[0] - 3) : after.starts[0]].rstrip()[-1:]
    is_marked = first > 0 or lead in DASHES or after.lower[-1] in MARKS
    if length > LONGEST_SIGNATURE or first >= length or not is_marked:
        return None
    if not all(word[0].isupper() or word[0] in ",.-'\"”" or len(word) < 4 for word in after.words[first:]):
        return None
    end = next((index for index in range(first, length) if after.lower[index] in {",", "."}), length)
    return (first, end) if end > first else None


def _announced(paragraph: Paragraph, quote: Range) -> Attribution | None:
    """A quotation after a colon, by the subject of what stands before that."""
    first = quote[0]
    if first == 0 or paragraph.tags[first - 1] != tags.COLON:
        return None
    left, _ = paragraph.sentence_at(first - 1)
    return _spoken_before(paragraph, quote, paragraph, (left, first))


def _continue_paragraph(
    paragraph: Paragraph, quote: Range, before: Paragraph, last: list[Attribution]
) -> Attribution | None:
    """Add a quotation that opens a paragraph to the attribution before it, or make one of its own."""
    is_open = bool(last) and last[-1].is_speech and _left_open(before)
    speaker = last[-1] if is_open else _last_speaker(before, last)
    if speaker:
        speaker.continued.append((paragraph, quote))
        return None
    reporter = _last_reporter(before, last) if quote[1] >= len(paragraph.lower) - 1 else None
    if reporter and reporter.mention and reporter.cue_paragraph is None:
        return _said_by(paragraph, quote, reporter.mention, reporter.cue, before, "bare-quotation")
    return _spoken_before(paragraph, quote, before, before.sentences[-1])


def _left_open(paragraph: Paragraph) -> bool:
    """Whether the paragraph ends inside a quotation."""
    is_to_end = bool(paragraph.quotes) and paragraph.quotes[-1][1] == len(paragraph.lower)
    return is_to_end and paragraph.tags[-1] != tags.QUOTATION_MARK


def _last_speaker(before: Paragraph, last: list[Attribution]) -> Attribution | None:
    """Whose quotation fills the last sentence of the paragraph before."""
    left = before.sentences[-1][0]
    for attribution in reversed(last):
        is_last = max(attribution.cue[0], attribution.content[-1][1] - 1) >= left
        if is_last and _is_quoting(before, attribution):
            return attribution
    return None


def _last_reporter(before: Paragraph, last: list[Attribution]) -> Attribution | None:
    """Who speaks indirectly in the last sentence of the paragraph before."""
    is_near = bool(last) and last[-1].is_speech and last[-1].cue[0] >= before.sentences[-1][0]
    return last[-1] if is_near else None


def _spoken_before(paragraph: Paragraph, quote: Range, before: Paragraph, sentence: Range | None) -> Attribution | None:
    """The quotation as said by the subject of the sentence before it, which may stand in the paragraph before."""
    if sentence is None:
        return None
    before.prepare()
    left, right = sentence
    is_announced = before.lower[right - 1] == ":"
    if is_announced:
        subject, verb = governing_subject(before, left, right - 1, []), right - 1
    else:
        subject, verb = main_subject(before, left, right) or (None, left)
    if subject is None:
        return None
    if not is_announced and (right - left > LONGEST_LEAD or before.lower[subject[0]] in grammar.IMPERSONAL):
        return None
    attribution = _said_by(paragraph, quote, subject, (verb, verb + 1), before, "sentence-before")
    attribution.has_cue_word = False
    return attribution


def _said_by(
    paragraph: Paragraph, quote: Range, mention: Range, cue: Range, there: Paragraph, rule: str
) -> Attribution:
    """The attribution of a quotation to a mention that stands in the paragraph `there`."""
    saying = load_lexicon().plain_saying
    return Attribution(paragraph, [quote], mention, cue, saying, "quotation", rule, cue_paragraph=there)


def read_speaker(paragraph: Paragraph, left: int, right: int) -> Attribution | None:
    """A name and a colon before the words said, where a paragraph begins: Marsh: We shall not yield."""
    colon = paragraph.tags.find(tags.COLON, left + 1, min(left + LONGEST_NAME, right))
    if colon < 0 or colon + 3 >= right or not _is_name(paragraph, left, colon):
        return None
    start = colon + 1
    is_quotation = paragraph.tags[start] == tags.QUOTATION_MARK
    has_verb = has_finite(paragraph, start, right) or not tags.PERHAPS_FINITE.isdisjoint(paragraph.tags[start:right])
    if not is_quotation and paragraph.lower[start] not in {"‘", "'"} and not has_verb:
        return None
    content = (start, right if paragraph.is_headline(left, right) else len(paragraph.lower))
    if is_quotation:
        content = quotation_from(paragraph, start, right)
    saying = load_lexicon().plain_saying
    return Attribution(paragraph, [content], (left, colon), (colon, start), saying, "quotation", "speaker")


def _is_name(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether some tokens before a colon are a name and not a heading."""
    if paragraph.lower[first] in grammar.NOT_SPEAKERS or paragraph.lower[past - 1] in grammar.NOT_SPEAKERS:
        return False
    if paragraph.tags[first] in NOT_NAME_START or has_finite(paragraph, first, past):
        return False
    return all(
        paragraph.words[index][0].isupper() or paragraph.lower[index] in grammar.SMALL_IN_NAME
        for index in range(first, past)
    )
