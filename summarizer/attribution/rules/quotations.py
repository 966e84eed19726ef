"""Gives quotations that no cue has claimed to somebody: who speaks beside them, went on speaking, or is named there."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.answers import given_as_answer
from summarizer.attribution.rules.continued import (
    SHORTEST_QUOTATION,
    add_mixed,
    continue_with,
    ends_from,
    is_quoting,
    place_of,
)
from summarizer.attribution.rules.dialogues import in_turn, is_answers_question, turn_of
from summarizer.attribution.rules.labels import is_name
from summarizer.attribution.rules.other_speaker import cuts_in
from summarizer.attribution.rules.signatures import signed_after, signed_below
from summarizer.attribution.rules.speakers import (
    DASHES,
    last_tag,
    led_by_comma,
    outer_speaker,
    said_by,
    spoken_after,
    spoken_before,
)
from summarizer.attribution.syntax.subjects import governing_subject
from summarizer.attribution.syntax.verb_groups import is_cue_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution

MOST_NEAR = 20  # attributions on either side of a quotation that may be its speaker's
LONGEST_LINE = 16  # tokens of a line that may interrupt a quotation over paragraphs
MOST_WORDS_TO_ADDED = 4  # tokens from "Adding" to a quotation
NARRATORS = frozenset({"i", "we"})
MOST_WORDS_TO_NARRATOR = 5  # tokens from "I" to the quotation mark, in "I told her: “"

BEFORE_QUOTED_SENTENCE = tags.group(tags.COLON, tags.SENTENCE_END)


class _Open(NamedTuple):
    """A quotation that its paragraph leaves open, while nobody is known to say it."""

    paragraph: Paragraph
    quote: Range


class _Left(NamedTuple):
    """What a paragraph leaves to the next one."""

    paragraph: Paragraph | None = None
    said: Sequence[Attribution] = ()  # its attributions
    speaker: Attribution | None = None  # whose words it ends with
    turn: Attribution | None = None  # its only statement, where it is a turn of a dialogue
    before: Attribution | None = None  # that of the paragraph before it, or who spoke last there if it asks something

    @property
    def is_open(self) -> bool:
        """Whether somebody's words go on in the next paragraph."""
        return self.speaker is not None and self.paragraph is not None and _is_left_open(self.paragraph)

    @property
    def announces(self) -> bool:
        """Whether the paragraph ends with a colon: "Lund wrote:"."""
        return self.paragraph is not None and self.paragraph.lower[-1] == ":"


class Conversation:
    """The quotations of an article, paragraph by paragraph, with what one paragraph has to know of those before it."""

    def __init__(self) -> None:
        self._left = _Left()
        self._waiting: list[_Open] = []  # quotations of the paragraphs right before this one, each of which is open
        self._left_to_waiting = _Left()  # what stands before the first of them
        self._signed = False  # whether this paragraph is the name under a quotation

    def attach(self, paragraph: Paragraph, here: list[Attribution], after: Paragraph | None) -> list[Attribution]:
        """Give each quotation of the next paragraph that stands for a whole sentence to somebody.

        `here` are the attributions of its cues. A quotation goes on with the attribution before it, or is a statement
        of its own. `after` is the paragraph below.
        """
        if paragraph.begins_entry:
            here = here + self.finish()
            self._left, self._signed = _Left(), False
        if not paragraph.quotes:
            is_line = self._left.is_open and not here and len(paragraph.lower) <= LONGEST_LINE
            found = here if is_line else here + self.finish()
            if not is_line:
                self._left, self._signed = _Left(paragraph, here), False
            return sorted(found, key=_first_content)
        if self._left.paragraph:
            self._left.paragraph.prepare()
        found = list(here)
        speaker = self._give(paragraph, found, after)
        found += self.finish() if not self._waiting or self._waiting[-1].paragraph is not paragraph else []
        is_spoken_on = speaker is not None and _is_quoted_to_end(paragraph)
        last = _last_speaker(paragraph, found) or (speaker if is_spoken_on else None)
        turn = turn_of(paragraph, found)
        before = self._left.speaker if turn and _is_question(turn) else self._left.turn
        self._left = _Left(paragraph, found, last, turn, before)
        return sorted(found, key=_first_content)

    def finish(self) -> list[Attribution]:
        """Give quotations that wait for their speaker to who speaks before them, as if they had not waited."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return []
        first, *others = waiting
        own, speaker = _go_on(first.paragraph, first.quote, self._left_to_waiting)
        target = own or speaker
        if target:
            target.continued += others
        return [own] if own else []

    def _give(self, paragraph: Paragraph, found: list[Attribution], after: Paragraph | None) -> Attribution | None:
        """Add to `found` whose the paragraph's quotations are; gives who speaks on from an earlier paragraph."""
        claimed = _claimed_tokens(found)
        found.sort(key=place_of)
        starts = {first for first, _ in paragraph.sentences}
        speaker: Attribution | None = None
        quotes, self._signed = [] if self._signed else paragraph.quotes, False
        for quote in quotes:
            first, past = quote
            if past - first < SHORTEST_QUOTATION or not claimed.isdisjoint(range(first, past)):
                if first == 0:
                    self._look_back(found)
                continue
            if _is_narrators(paragraph, quote):
                claimed.update(range(first, past))
                continue
            at = bisect_left(found, first, key=place_of)
            near = found[max(0, at - MOST_NEAR) : at + MOST_NEAR]  # so that a paragraph of any length takes linear time
            if not _stands_alone(paragraph, quote, starts):
                own = _read_led(paragraph, quote, claimed, near)
                if own:
                    insort(found, own, key=place_of)
                continue
            own = None if first == 0 and self._left.is_open else _read_beside(paragraph, quote, after, near)
            if own is None and first == 0:
                own, speaker = self._open(paragraph, quote)
            elif own is None:
                own = _go_on_within(paragraph, quote, near, speaker)
            if own:
                insort(found, own, key=place_of)
                self._signed = after is not None and own.cue_paragraph is after
        return speaker

    def _open(self, paragraph: Paragraph, quote: Range) -> tuple[Attribution | None, Attribution | None]:
        """A quotation that opens its paragraph: whose it is, or it waits for the next paragraph to say so."""
        if _is_heading(paragraph, quote):
            return None, None
        may_wait = not self._left.is_open and not self._left.announces
        if _is_left_open(paragraph) and quote == paragraph.quotes[-1] and (may_wait or self._waiting):
            if not self._waiting:
                self._left_to_waiting = self._left
            self._waiting.append(_Open(paragraph, quote))
            return None, None
        if not self._waiting:
            turn = None if self._left.is_open else in_turn(paragraph, quote, self._left.turn, self._left.before)
            return (turn, None) if turn else _go_on(paragraph, quote, self._left)
        self._waiting.append(_Open(paragraph, quote))
        own = self.finish()
        return (own[0], None) if own else (None, None)

    def _look_back(self, found: list[Attribution]) -> None:
        """Give quotations that wait to who speaks at the start of the paragraph."""
        opening = next((one for one in found if one.content[0][0] == 0), None)
        if opening and self._waiting:
            opening.continued += self._waiting
            self._waiting = []


def _is_of_what_follows(paragraph: Paragraph, index: int) -> bool:
    """Whether a verb and another subject follow a quotation, so that nobody before it said it: “No!” ran the title."""
    is_verb = paragraph.tag_at(index) in tags.PAST_OR_ED_FORM and not paragraph.is_quoted(index)
    return is_verb and paragraph.tag_at(index + 1) == tags.DETERMINER


def _is_narrators(paragraph: Paragraph, quote: Range) -> bool:
    """Whether the teller of the story says it: "“Wait,” I said", "I told her: “Wait”"."""
    first, past = quote
    after = past + (paragraph.tag_at(past) == tags.COMMA)
    if paragraph.word_at(after) in NARRATORS and _is_cue(paragraph, after + 1):
        return True
    before = range(max(0, first - MOST_WORDS_TO_NARRATOR), first - 1)
    if paragraph.tag_at(first - 1) == tags.COLON:
        left, _ = paragraph.sentence_at(first - 1)
        subject = governing_subject(paragraph, left, first - 1, [])
        if subject is not None and paragraph.lower[subject[0]] in NARRATORS:
            return True  # "I had to give another answer: “"
    leads = paragraph.tag_at(first - 1) in (tags.COMMA, tags.COLON)
    return leads and any(
        paragraph.lower[at] in NARRATORS and not paragraph.is_quoted(at) and _is_cue(paragraph, at + 1) for at in before
    )


def _is_cue(paragraph: Paragraph, index: int) -> bool:
    is_adverb = paragraph.tag_at(index) == tags.ADVERB
    at = index + is_adverb
    return at < len(paragraph.lower) and is_cue_word(paragraph, at)


def _is_heading(paragraph: Paragraph, quote: Range) -> bool:
    """Whether a line has nothing but some quoted words, as a heading has: no mark ends them."""
    is_whole = quote[1] >= len(paragraph.lower)
    return is_whole and not _is_left_open(paragraph) and last_tag(paragraph, quote) not in tags.QUOTATION_END


def _go_on(paragraph: Paragraph, quote: Range, left: _Left) -> tuple[Attribution | None, Attribution | None]:
    """A quotation that opens its paragraph: a new attribution, or the one that it has been added to."""
    before = left.paragraph
    if before is None or _is_of_what_follows(paragraph, quote[1]):
        return None, None
    if is_answers_question(paragraph, quote, left.turn):
        return None, None
    if left.speaker and not _is_question(left.speaker):
        return continue_with(left.speaker, paragraph, quote)
    if left.speaker:
        return None, None
    reporter = outer_speaker(before, before.sentences[-1], left.said)
    if reporter and reporter.is_speech and reporter.mention and reporter.cue_paragraph is None:
        return said_by(paragraph, quote, reporter.mention, reporter.cue, before, "bare-quotation"), None
    return spoken_before(paragraph, quote, before, before.sentences[-1], left.said), None


def _go_on_within(
    paragraph: Paragraph, quote: Range, found: Sequence[Attribution], speaker: Attribution | None
) -> Attribution | None:
    """A quotation after other sentences of its paragraph."""
    if _is_of_what_follows(paragraph, quote[1]):
        return None
    sentence = paragraph.sentence_before(quote[0])
    near = _owner(paragraph, quote[0], [one for one in found if sentence and ends_from(one, sentence[0])])
    own = spoken_before(paragraph, quote, paragraph, sentence, found)
    if near and _is_question(near) and not is_quoting(paragraph, near):
        # "Asked by the Herald if she would stay, Lund laughed. “No chance.”"
        return own if own and own.mention != near.mention else None
    if near and sentence and (other := cuts_in(paragraph, near.cue[1], sentence[1])):
        return said_by(paragraph, quote, other, (other[1], other[1] + 1), paragraph, "sentence-before")
    if near:
        return continue_with(near, paragraph, quote)[0]
    owner = _owner(paragraph, quote[0], found)
    if own or not owner:
        if own is None and speaker:
            speaker.continued.append((paragraph, quote))
        return own
    return continue_with(owner, paragraph, quote)[0]


def _read_led(
    paragraph: Paragraph, quote: Range, claimed: set[int], found: Sequence[Attribution]
) -> Attribution | None:
    """A quotation within a sentence: its speaker follows or leads to it, or it goes on with the one before."""
    left, _ = paragraph.sentence_at(quote[0])
    own = given_as_answer(paragraph, quote) or spoken_after(paragraph, quote)
    own = own or led_by_comma(paragraph, quote, left, found)
    owner = _owner(paragraph, left, found) if own is None and _is_added(paragraph, left, quote) else None
    if owner and owner.mention:
        own = said_by(paragraph, quote, owner.mention, (left, left + 1), owner.cue_paragraph or paragraph, "added")
    if own:
        claimed.update(range(*quote))
    else:
        add_mixed(paragraph, quote, claimed, _owner(paragraph, quote[0], found))
    return own


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
    paragraph: Paragraph, quote: Range, after: Paragraph | None, found: Sequence[Attribution]
) -> Attribution | None:
    """A quotation whose speaker is named right beside it: signed, announced by a colon, or followed by any verb."""
    signed = signed_after(paragraph, quote) or signed_below(paragraph, quote, after) or spoken_after(paragraph, quote)
    first = quote[0]
    if signed or first == 0 or paragraph.tags[first - 1] != tags.COLON:
        return signed
    left, _ = paragraph.sentence_at(first - 1)
    number = bisect_left(paragraph.quotes, (first, 0))
    last = max(left, paragraph.quotes[number - 1][1]) if number else left
    if left < last < first - 1 and is_name(paragraph, last, first - 1):
        left = last  # “We wait.” Lund: “...”
    return spoken_before(paragraph, quote, paragraph, (left, first), found)


def _owner(paragraph: Paragraph, index: int, found: Sequence[Attribution]) -> Attribution | None:
    """The attribution that a quotation goes on with: the last before it that quotes, or else the last that speaks."""
    before = [one for one in found if one.paragraph is paragraph and place_of(one) < index]
    if not before:
        return None
    quoting = [one for one in before if is_quoting(paragraph, one)]
    last = max(before, key=place_of)
    sentence = paragraph.sentence_at(place_of(last))
    near = [one for one in quoting if ends_from(one, sentence[0])]
    return max(near, key=place_of) if near else outer_speaker(paragraph, sentence, before) or last


def _stands_alone(paragraph: Paragraph, quote: Range, starts: set[int]) -> bool:
    """Whether a quotation is a sentence of its own, or several; `starts` are the first tokens of sentences."""
    first, past = quote
    if first not in starts and (first == 0 or paragraph.tags[first - 1] not in BEFORE_QUOTED_SENTENCE):
        return False
    if past >= len(paragraph.lower) or past in starts or paragraph.lower[past] in DASHES:
        return True
    return paragraph.tags[past] in tags.SENTENCE_END or last_tag(paragraph, quote) in tags.SENTENCE_END


def _is_added(paragraph: Paragraph, left: int, quote: Range) -> bool:
    """Whether a participle that stands for a sentence leads to a quotation: Adding, “...”"""
    is_led = left < quote[0] <= left + MOST_WORDS_TO_ADDED and paragraph.tags[quote[0] - 1] in (tags.COMMA, tags.COLON)
    return is_led and paragraph.tags[left] == tags.ING_FORM and is_cue_word(paragraph, left)


def _is_question(attribution: Attribution) -> bool:
    """Whether somebody asks, so that what is quoted next may be the answer."""
    return attribution.entry.lemma in grammar.ASKING


def _is_left_open(paragraph: Paragraph) -> bool:
    """Whether the paragraph ends inside a quotation."""
    return bool(paragraph.quotes) and paragraph.regions[-1].is_open


def _is_quoted_to_end(paragraph: Paragraph) -> bool:
    return bool(paragraph.quotes) and paragraph.quotes[-1][1] >= len(paragraph.lower) - 1


def _last_speaker(paragraph: Paragraph, found: Sequence[Attribution]) -> Attribution | None:
    """Whose quotation the paragraph leaves open, or whose fills its last sentence."""
    left = paragraph.sentences[-1][0]
    for attribution in sorted(found, key=place_of, reverse=True):
        if ends_from(attribution, left) and is_quoting(paragraph, attribution):
            return attribution
    return None
