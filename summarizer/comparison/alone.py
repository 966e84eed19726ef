"""What a number is of that stands alone, by what was counted before it: "How many were aboard? Poe says 131"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.comparison.counted import STOPS, events, phrases_of, words_of
from summarizer.comparison.measures import LENGTHS, MEASURES
from summarizer.comparison.nouns import noun_after, noun_key
from summarizer.comparison.shares import PERCENT, with_shares
from summarizer.comparison.standing import SAME_NUMBER, told_before
from summarizer.text.figures import find_figures
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from summarizer.comparison.passages import Passage
    from summarizer.text.figures import FigureSpan

_CORRECTING = re.compile(r"\b(?:correct|right|true|actual|real)\s(?:number|figure|count|total|toll)\b|\bcorrected\b")
_OF_OTHERS = re.compile(r"\b(?:among|for|in|with|by|from)\b", re.IGNORECASE)  # "among women, the figure is 75"
_FEW = 5  # terms of a sentence that only gives a number
_SUM = 100_000  # a number so large that stands alone is of the money that was just spoken of, whatever its name
_QUOTES = ' “"'
_TIMES = 10  # another may say that something is so many times more
_NOTHING = re.compile(r"[\s.,;:”\"']*")  # after a figure
_HOW_MANY = re.compile(r"\b[Hh]ow\s(?:many|much)\s(?!was|were|are|is|of|did|do|have|has|had)(?P<what>[a-z]+)\b")
_GIVES = re.compile(  # what may stand before somebody's number
    r"\W*(?:that\s)?(?:(?:(?:it|they|he|she|we|the\s\w+)\s(?:was|were|had\sbeen|had)\s(?:first\s)?(?:promised|offered|given|paid|told)"
    r"|there\s(?:are|were|was|is|had\sbeen|have\sbeen)|(?:it|they|he|she|we)\s(?:was|were|is|are|had\sbeen|made\sit)"
    r"|(?:it|they|he|she|we|I)\s(?:had\s|has\s|have\s)?(?:knew\sof|knows?\sof|known\sof|counted|counts?|found|seen|saw|confirmed)"
    r"|the\s(?:real\s|true\s|right\s|actual\s)?(?:number|figure|toll|total|count|sum)\s(?:is|was|at|as|to\sbe|of)|it\sat|them\sat)\s)?"
    r"(?:(?:only|just|no|not|more|fewer|less|than|at|least|most|about|around|some|exactly|over|under|nearly|almost|between)\s)*(?:\d[\d.,]*\sand\s)?",
    re.IGNORECASE,
)
_TELLS = re.compile(
    rf"\b(?:{'|'.join(word_set('comparison.tellers.words'))}|according\sto)\b[^.;]{{0,60}}$".replace(" ", r"\s")
)

figures_before = lru_cache(maxsize=1024)(find_figures)


def taken_up(passage: Passage, figure: FigureSpan) -> tuple[str, str]:
    """What the sentence before counts, for a number that stands alone: "How many were aboard? Poe says 131"."""
    is_all = _is_all_told(passage, figure)
    lead = passage.lead or (passage.above if is_all and SAME_NUMBER.search(_before(passage, figure)) else "")
    if not lead or (not is_all and _is_less_than_before(passage, figure)):
        return "", ""
    counted = next((one for one in figures_before(lead)[::-1] if _may_be_of_one(one, figure, is_all=is_all)), None)
    phrases = [*phrases_of(words_of(lead))][::-1]
    event = next((found for phrase in phrases if (found := events().get(phrase))), "")
    asked = _HOW_MANY.search(lead)
    unit = asked["what"] if asked else ""
    if counted:
        unit = counted.unit or noun_after(words_of(lead[counted.at[1] :])) or unit
    if event:
        return event, "" if unit in MEASURES else noun_key(unit, is_event=True)
    is_told = is_all or figure.value >= _SUM
    return "", unit if unit in MEASURES else noun_key(unit, is_event=False) if is_told else ""


def _before(passage: Passage, figure: FigureSpan) -> str:
    """The words of a passage before a figure."""
    return passage.text[: max(0, figure.at[0] - passage.start)]


def _is_all_told(passage: Passage, figure: FigureSpan) -> bool:
    """Whether a passage only tells somebody's number: "the union speaks of 160", "that there were no more than 60"."""
    if _NOTHING.fullmatch(passage.text, max(0, figure.end - passage.start)) is None:
        return False
    told = _before(passage, figure)
    if told.strip() == passage.speaker:
        return True
    is_number = _GIVES.fullmatch(told) is not None or not told.strip(_QUOTES)
    if passage.claim and passage.speaker:
        return is_number  # "the company says 131" within a claim of another is told by whom the claim does not name
    return _TELLS.search(told) is not None


def _may_be_of_one(one: FigureSpan, two: FigureSpan, *, is_all: bool) -> bool:
    """Whether two numbers may be of one thing by how large they are."""
    low, high = sorted((one.value, two.value))
    return _magnitude(one) == _magnitude(two) or (is_all and high <= _TIMES * low)


def is_of_the_same(passage: Passage, figure: FigureSpan, before: str) -> bool:
    """Whether a sum is of what the sentence before tells one of: "It paid $4 million. Poe put it at $3 million"."""
    found = SAME_NUMBER.search(before)
    rest = passage.text[max(0, figure.end - passage.start) :]
    if not figure.unit or found is None or _OF_OTHERS.search(f"{before[: found.start()]} {rest}"):
        return False
    units = LENGTHS if figure.unit in LENGTHS else (figure.unit,)
    return any(other.unit in units for other in figures_before(told_before(passage)))


def is_share_of_the_same(passage: Passage, after: list[str]) -> bool:
    """Whether a share is of what the sentence before tells a share of: "A third were old. Poe says half of them".

    So is one of which nothing else is told: "The firm spoke of 61 percent".
    """
    is_end = not [word for word in after if word not in STOPS and word != "percent"]
    is_alone = is_end and len(passage.terms) <= _FEW and not _OF_OTHERS.search(passage.text)
    if after[:2] not in (["of", "them"], ["of", "these"], ["of", "those"]) and not is_alone:
        return False
    return any(one.unit == PERCENT for one in with_shares(passage.lead, 0, figures_before(passage.lead)))


def _magnitude(figure: FigureSpan) -> int:
    """How large a number is, by its thousands."""
    return (len(f"{figure.value:.0f}") - 1) // 3


def _is_less_than_before(passage: Passage, figure: FigureSpan) -> bool:
    """Whether the sentence before has a larger number, of which this one is a part: "Three were still there."

    A number that corrects the one before is no part of it, and neither is "the number", which somebody else puts lower.
    """
    before = passage.text[: max(0, figure.start - passage.start)]
    if _CORRECTING.search(passage.sentence_text) or SAME_NUMBER.search(before):
        return False
    return any(other.value > figure.value for other in figures_before(passage.lead))


def noun_told_before(passage: Passage, event: str) -> str:
    """The noun that the sentence before counts of the same event: "It killed 300 fish. The firm says that 50 died." """
    figures = figures_before(passage.lead)
    if not figures or not any(events().get(word) == event for word in words_of(passage.lead)):
        return ""
    return figures[-1].unit or noun_after(words_of(passage.lead[figures[-1].at[1] :]))
