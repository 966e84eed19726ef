"""Gives quotations that no cue has claimed to somebody: who speaks beside them, went on speaking, or is named there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.speakers import (
    led_by_comma,
    outer_speaker,
    said_by,
    signed_after,
    signed_below,
    spoken_after,
    spoken_before,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution

SHORTEST_QUOTATION = 4  # tokens, marks included
LONGEST_MIXED = 80  # tokens of a sentence that is quoted in part

BEFORE_QUOTED_SENTENCE = tags.group(tags.COLON, tags.SENTENCE_END)


class _Open(NamedTuple):
    """A quotation that its paragraph leaves open, while nobody is known to say it."""

    paragraph: Paragraph
    quote: Range


class Conversation:
    """The quotations of an article, paragraph by paragraph, with what one paragraph has to know of those before it."""

    def __init__(self) -> None:
        self._before: Paragraph | None = None
        self._said: Sequence[Attribution] = ()  # the attributions of that paragraph
        self._speaker: Attribution | None = None  # whose words that paragraph ends with
        self._waiting: list[_Open] = []  # the quotations right before this paragraph that are open
        self._signed = False  # whether this paragraph is the name under a quotation

    def attach(self, paragraph: Paragraph, here: list[Attribution], after: Paragraph | None) -> list[Attribution]:
        """Give each quotation of the next paragraph that stands for a whole sentence to somebody.

        `here` are the attributions of its cues. A quotation goes on with the attribution before it, or is a statement
        of its own. `after` is the paragraph below.
        """
        if paragraph.quotes and self._before:
            self._before.prepare()
        found = list(here)
        claimed = _claimed_tokens(here)
        starts = {first for first, _ in paragraph.sentences} if paragraph.quotes else set()
        speaker: Attribution | None = None  # of an earlier paragraph, who speaks on in this one
        quotes, self._signed = [] if self._signed else paragraph.quotes, False
        for quote in quotes:
            first, past = quote
            if past - first < SHORTEST_QUOTATION or not claimed.isdisjoint(range(first, past)):
                continue
            if not _stands_alone(paragraph, quote, starts):
                self._add_led(paragraph, quote, claimed, found)
                continue
            own = _read_beside(paragraph, quote, after, found)
            if own is None and first == 0:
                own, speaker = self._go_on(paragraph, quote)
            elif own is None:
                own = self._go_on_within(paragraph, quote, found, speaker)
            if own:
                found.append(own)
                self._signed = after is not None and own.cue_paragraph is after
        self._look_back(paragraph, found, speaker)
        return sorted(found, key=_first_content)

    def _add_led(self, paragraph: Paragraph, quote: Range, claimed: set[int], found: list[Attribution]) -> None:
        """A quotation within a sentence: its speaker follows or leads to it, or it goes on with the one before."""
        left, _ = paragraph.sentence_at(quote[0])
        own = spoken_after(paragraph, quote) or led_by_comma(paragraph, quote, left, found)
        if own:
            found.append(own)
            claimed.update(range(*quote))
        else:
            _add_mixed(paragraph, quote, claimed, _owner(paragraph, quote[0], found))

    def _go_on(self, paragraph: Paragraph, quote: Range) -> tuple[Attribution | None, Attribution | None]:
        """A quotation that opens its paragraph: a new attribution, or the one that it has been added to."""
        before = self._before
        if before is None:
            return None, None
        if self._speaker and not _is_question(self._speaker):
            return _continue(self._speaker, paragraph, quote)
        if self._waiting or self._speaker:
            return None, None
        reporter = outer_speaker(before, before.sentences[-1], self._said)
        if reporter and reporter.is_speech and reporter.mention and reporter.cue_paragraph is None:
            return said_by(paragraph, quote, reporter.mention, reporter.cue, before, "bare-quotation"), None
        own = spoken_before(paragraph, quote, before, before.sentences[-1], self._said)
        return own, None

    def _go_on_within(
        self, paragraph: Paragraph, quote: Range, found: list[Attribution], speaker: Attribution | None
    ) -> Attribution | None:
        """A quotation after other sentences of its paragraph."""
        sentence = paragraph.sentence_before(quote[0])
        near = _owner(paragraph, quote[0], [one for one in found if sentence and _ends_from(one, sentence[0])])
        owner = near or _owner(paragraph, quote[0], found)
        if near is None:
            own = spoken_before(paragraph, quote, paragraph, sentence, found)
            if own or not owner:
                if own is None and speaker:
                    speaker.continued.append((paragraph, quote))
                return own
        return _continue(owner, paragraph, quote)[0] if owner else None

    def _look_back(self, paragraph: Paragraph, found: list[Attribution], speaker: Attribution | None) -> None:
        """Give open quotations to who speaks at the start of this paragraph, and keep what the next one asks."""
        first = paragraph.quotes[0] if paragraph.quotes else None
        opening = next((one for one in found if first and first[0] == 0 and one.content[0][0] == 0), None)
        if opening and self._waiting:
            opening.continued += self._waiting
            self._waiting = []
        is_open = bool(paragraph.regions) and bool(paragraph.quotes) and paragraph.regions[-1].is_open
        self._speaker = _last_speaker(paragraph, found) or (speaker if _is_quoted_to_end(paragraph) else None)
        if not (is_open and first and first[0] == 0 and self._speaker is None):
            self._waiting = []
        else:
            self._waiting.append(_Open(paragraph, paragraph.quotes[-1]))
        self._before, self._said = paragraph, found


def _first_content(attribution: Attribution) -> Range:
    return attribution.content[0]


def _claimed_tokens(here: list[Attribution]) -> set[int]:
    """The tokens at which an attribution has its content or its cue."""
    claimed: set[int] = set()
    for attribution in here:
        for first, past in (*attribution.content, attribution.cue):
            claimed.update(range(first, past))
    return claimed


def _read_beside(
    paragraph: Paragraph, quote: Range, after: Paragraph | None, found: list[Attribution]
) -> Attribution | None:
    """A quotation whose speaker is named right beside it: signed, announced by a colon, or followed by any verb."""
    signed = signed_after(paragraph, quote) or signed_below(paragraph, quote, after) or spoken_after(paragraph, quote)
    first = quote[0]
    if signed or first == 0 or paragraph.tags[first - 1] != tags.COLON:
        return signed
    left, _ = paragraph.sentence_at(first - 1)
    return spoken_before(paragraph, quote, paragraph, (left, first), found)


def _continue(owner: Attribution, paragraph: Paragraph, quote: Range) -> tuple[Attribution | None, Attribution | None]:
    """Add a quotation to a quotation, or make it one of its own by the same speaker; with the speaker who speaks on."""
    if not _is_speech(owner) and owner.mention:
        there = owner.cue_paragraph or owner.paragraph
        own = said_by(paragraph, quote, owner.mention, owner.cue, there, "bare-quotation")
        own.has_cue_word = False
        return own, None
    if owner.paragraph is paragraph:
        owner.content.append(quote)
        return None, None
    owner.continued.append((paragraph, quote))
    return None, owner


def _owner(paragraph: Paragraph, index: int, found: Sequence[Attribution]) -> Attribution | None:
    """The attribution that a quotation goes on with: the last before it that quotes, or else the last that speaks."""
    before = [one for one in found if one.paragraph is paragraph and _place(one) < index]
    if not before:
        return None
    quoting = [one for one in before if _is_quoting(paragraph, one)]
    last = max(before, key=_place)
    sentence = paragraph.sentence_at(_place(last))
    near = [one for one in quoting if _ends_from(one, sentence[0])]
    return max(near, key=_place) if near else outer_speaker(paragraph, sentence, before) or last


def _place(attribution: Attribution) -> int:
    """The token at which an attribution is read: its cue's, or where it has none in its paragraph, its content's."""
    there = attribution.cue_paragraph
    return attribution.content[0][0] if there and there is not attribution.paragraph else attribution.cue[0]


def _ends_from(attribution: Attribution, left: int) -> bool:
    """Whether the cue or the end of the content stands at a token or after it."""
    return max(_place(attribution), attribution.content[-1][1] - 1) >= left


def _is_quoting(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Whether a piece of the content begins with a quotation mark."""
    return any(paragraph.tag_at(first) == tags.QUOTATION_MARK for first, _ in attribution.content)


def _is_speech(owner: Attribution) -> bool:
    """Whether an attribution quotes a sentence, with which another may go on, and not some words: not a “mess”."""
    there = owner.paragraph
    first = owner.content[0][0]
    quote = there.quote_at(first)
    if quote is None or quote[0] != first:
        return False
    is_complete = there.tag_at(quote[1] - 2) in tags.QUOTATION_END or there.tags[quote[1] - 1] != tags.QUOTATION_MARK
    return is_complete or there.words[min(first + 1, quote[1] - 1)][0].isupper()


def _stands_alone(paragraph: Paragraph, quote: Range, starts: set[int]) -> bool:
    """Whether a quotation is a sentence of its own, or several; `starts` are the first tokens of sentences."""
    first, past = quote
    if first not in starts and (first == 0 or paragraph.tags[first - 1] not in BEFORE_QUOTED_SENTENCE):
        return False
    if past >= len(paragraph.lower) or past in starts or paragraph.lower[past] in {"-", "–", "—"}:
        return True
    return paragraph.tags[past] in tags.SENTENCE_END or paragraph.tags[past - 2] in tags.SENTENCE_END


def _add_mixed(paragraph: Paragraph, quote: Range, claimed: set[int], owner: Attribution | None) -> None:
    """Add a sentence in which nobody else speaks or acts, and which is quoted in part, to the quotation before it."""
    if owner is None or not _is_quoting(paragraph, owner):
        return
    first, _ = paragraph.sentence_at(quote[0])
    past = max(quote[1], paragraph.sentence_at(quote[1] - 1)[1])
    tokens = range(first, past)
    if paragraph.lower[first] in grammar.SPEAKING_PRONOUNS or paragraph.tags[first] == tags.OPENING_BRACKET:
        return  # "He called it “a mess”" is the writer's sentence
    if len(tokens) <= LONGEST_MIXED and claimed.isdisjoint(tokens):
        owner.content.append((first, past))
        claimed.update(tokens)


def _is_question(attribution: Attribution) -> bool:
    """Whether somebody asks, so that what is quoted next may be the answer."""
    return attribution.entry.lemma in grammar.ASKING


def _is_quoted_to_end(paragraph: Paragraph) -> bool:
    return bool(paragraph.quotes) and paragraph.quotes[-1][1] >= len(paragraph.lower) - 1


def _last_speaker(paragraph: Paragraph, found: Sequence[Attribution]) -> Attribution | None:
    """Whose quotation the paragraph leaves open, or whose fills its last sentence."""
    left = paragraph.sentences[-1][0]
    for attribution in sorted(found, key=_place, reverse=True):
        if _ends_from(attribution, left) and _is_quoting(paragraph, attribution):
            return attribution
    return None
