"""Finds who says what a heading says, before it or behind it: "Ministry: dam is full", "Dam full - inspectors"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.rules.labels import is_name, speaks
from summarizer.attribution.rules.speakers import DASHES, SPEAKS
from summarizer.attribution.sources.vocabulary import FIRST_NAMES, PLACES, ROLE_NOUNS
from summarizer.attribution.syntax.site import Attribution
from summarizer.attribution.syntax.verb_groups import has_finite

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range

LONGEST_HEADING = 25  # tokens
LONGEST_ADDRESS = 12  # tokens before a colon that follows whom somebody speaks to
SPEAKS_TO = frozenset({"to", "at", "on"})
LONGEST_LABEL = 6  # tokens before a colon
LONGEST_TAIL = 4  # tokens behind the last dash or colon
FEWEST_SAID = 3  # tokens
SINGLE_MARKS = frozenset({"‘", "'"})
TIME_OF_DAY = frozenset({":", ".", "am", "pm", "a.m", "p.m", "gmt", "bst", "et", "utc"})  # of an entry of a live file
VERB_LIKE = tags.group(tags.FINITE, tags.PERHAPS_FINITE)
NOT_IN_TAIL = tags.group(tags.DETERMINER, tags.COORDINATOR, tags.PREPOSITION, tags.NUMBER, tags.WH_WORD, tags.FINITE)


def may_be_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph is as short as a heading, and has a mark that may part who speaks from what is said."""
    words = paragraph.lower
    if len(paragraph.sentences) > 1 and words[0].isalpha():
        return False
    is_short = len(words) <= LONGEST_HEADING
    return ":" in words[1 : LONGEST_LABEL * 2] or (is_short and not DASHES.isdisjoint(words[-1 - LONGEST_TAIL :]))


def is_heading(paragraph: Paragraph, left: int, right: int) -> bool:
    """Whether a sentence is its paragraph, as short as a heading, and without a full stop unless it opens the text."""
    is_whole = len(paragraph.sentences) == 1 and right - left <= LONGEST_HEADING
    return is_whole and (paragraph.tags[right - 1] not in tags.SENTENCE_END or paragraph.starts[0] == 0)


def names_topic(paragraph: Paragraph, speaker: Attribution) -> bool:
    """Whether what stands before the colon of a heading is what it is about, and nobody: "Storm Ida: what we know"."""
    start = speaker.cue[1]
    if speaker.mention is None or not is_heading(paragraph, 0, len(paragraph.lower)):
        return False
    if paragraph.tags[start] == tags.QUOTATION_MARK or paragraph.lower[start] in SINGLE_MARKS:
        return False
    is_own = paragraph.lower[start] in SPEAKS
    is_person = paragraph.lower[speaker.mention[0]] in FIRST_NAMES
    return not is_own and not is_person and not _is_speaker(paragraph, *speaker.mention)


def read_heading(paragraph: Paragraph, left: int, right: int) -> Attribution | None:
    """What somebody says in a heading, or in an entry of a live file that begins with a time."""
    first = _past_time_of_day(paragraph, left, right)
    is_alone = is_heading(paragraph, left, right)
    before = _read_before(paragraph, first, right) if first > left or is_alone else None
    return before or (_read_behind(paragraph, first, right) if is_alone else None)


def _past_time_of_day(paragraph: Paragraph, left: int, right: int) -> int:
    first = left
    while first < right and (paragraph.tags[first] == tags.NUMBER or paragraph.lower[first] in TIME_OF_DAY):
        first += 1
    is_time = any(":" in word for word in paragraph.lower[left:first]) or "." in paragraph.lower[left]
    return first if is_time else left


def _read_before(paragraph: Paragraph, first: int, right: int) -> Attribution | None:
    """Police Scotland: man has died; UN: thousands have fled."""
    colon = paragraph.tags.find(tags.COLON, first + 1, min(first + LONGEST_ADDRESS, right))
    start = colon + 1
    if colon < 0 or right - start < FEWEST_SAID:
        return None
    addressed = _who_speaks_to(paragraph, first, colon)
    is_question = paragraph.tags[start] in tags.CLAUSE_START  # "Lund on beer: what you need to know"
    if addressed is not None and not is_question and has_finite(paragraph, start, right):
        return _said(paragraph, (start, right), addressed, colon)
    if colon - first >= LONGEST_LABEL or not _is_speaker(paragraph, first, colon):
        return None
    is_said = not VERB_LIKE.isdisjoint(paragraph.tags[start:right]) and paragraph.tags[start] not in tags.CLAUSE_START
    return _said(paragraph, (start, right), (first, colon), colon) if is_said else None


def _who_speaks_to(paragraph: Paragraph, first: int, colon: int) -> Range | None:
    """Who speaks in "Lund to farmers worried about frost: It will thaw" and "Lund at the fair: It will thaw"."""
    before = next((at for at in range(first + 1, colon) if paragraph.lower[at] in SPEAKS_TO), None)
    if before is None or before - first >= LONGEST_LABEL or has_finite(paragraph, first, colon):
        return None
    is_known = paragraph.lower[first] in FIRST_NAMES or _is_speaker(paragraph, first, before)
    return (first, before) if is_known else None


def _is_speaker(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether the words before a colon are for somebody: a role, a body, or the surname of somebody named below."""
    if past - first == 1 and paragraph.lower[first] in grammar.BEHIND_HEADINGS:
        return True  # "Poll: Lund leads"
    if not is_name(paragraph, first, past):
        return False
    end = next((at for at in range(first + 1, past) if paragraph.lower[at] == "of"), past)
    word = paragraph.lower[end - 1]
    opens = speaks(paragraph.lower[first]) and (
        paragraph.lower[past - 1] in PLACES or paragraph.lower[first] in ROLE_NOUNS
    )
    if speaks(word) or word in grammar.BEHIND_HEADINGS or opens:
        return True
    return past - first == 1 and _is_surname_below(paragraph, first)


def _is_surname_below(paragraph: Paragraph, index: int) -> bool:
    """Whether a word follows another with a capital further down: "harbour master Dov Pell"."""
    word, end = paragraph.words[index], paragraph.starts[-1]
    at = paragraph.text.find(f" {word}", end)
    while at > 0:
        before = paragraph.text[:at].rsplit(None, 1)[-1] if paragraph.text[at - 1].isalpha() else ""
        if before[:1].isupper() and before.lower() not in load_lexicon().tags:
            return True
        at = paragraph.text.find(f" {word}", at + 1)
    return False


def _read_behind(paragraph: Paragraph, first: int, right: int) -> Attribution | None:
    """Three arrested - police; pier unsafe for years: report."""
    mark = max(paragraph.tags.rfind(tags.COLON, first, right), paragraph.tags.rfind(tags.DASH, first, right))
    tail = mark + 1
    if mark - first < FEWEST_SAID or not 0 < right - tail <= LONGEST_TAIL:
        return None
    word = paragraph.lower[right - 1]
    is_read = word in grammar.BEHIND_HEADINGS and right - tail == 1
    is_who = is_read or speaks(word)
    is_said = is_read or paragraph.has_quotation or not VERB_LIKE.isdisjoint(paragraph.tags[first:mark])
    if not is_who or not is_said or not NOT_IN_TAIL.isdisjoint(paragraph.tags[tail:right]):
        return None
    return _said(paragraph, (first, mark), (tail, right), mark)


def _said(paragraph: Paragraph, content: Range, mention: Range, mark: int) -> Attribution:
    saying = load_lexicon().plain_saying
    cue = (mark, mark + 1)
    return Attribution(paragraph, [content], mention, cue, saying, "clause", "heading", has_cue_word=False)
