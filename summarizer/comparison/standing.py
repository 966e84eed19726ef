"""How a number stands in its passage: only wanted, called wrong, or told as a bound by what is said not to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.figures import find_figures
from summarizer.text.words import words_pattern

if TYPE_CHECKING:
    from summarizer.comparison.passages import Passage
    from summarizer.contract.report import Qualifier
    from summarizer.text.figures import FigureSpan

_CLAUSE = 90  # characters before a figure that tell how it stands
_WANTED = words_pattern("comparison.wanted.words")
_REWARD = re.compile(r"\b(?:reward|bounty|prize)\sof\s(?:\w+\s)?$")  # who offers one wants no such sum
_SOMEBODYS_NUMBER = re.compile(
    r"\b(?:figure|number|toll|claim|estimate|count|report|tally|sum|price|talk|account)s?\s(?:of|that)\s[^.;]{0,40}$",
    re.IGNORECASE,
)
_CALLED_WRONG = re.compile(
    r"[^.;]{0,40}?\b(?:is|was|are|were|had\sbeen)\s(?:\w+\s)?(?:wrong|false|untrue|incorrect|inaccurate|mistaken|invented|made\sup"
    r"|exaggerated|inflated|nonsense|fiction|a\slie|(?:far|much|way)?\s?too\s(?:high|low))\b"
)
_NEGATED_BEFORE = 30  # characters
_NEGATED = re.compile(
    r"(?:\b(?:not|never|nowhere|hardly|cannot)|n['’]t)(?:\s(?!(?:that|when|who|which|but|because|until|only)\b)\w+){0,3}\s*$"
)
_TURNED: dict[Qualifier, Qualifier] = {"more_than": "at_most", "less_than": "at_least"}
# "The number of people killed when the roof fell rose to nine": what is counted stands before what happened.
NOW_AT = re.compile(
    r"\b(?:(?:rose|risen|rises|climbed|climbs|grown|grew|grows|increased|jumped|stands|stood|revised|raised|lowered)\s(?:\w+\s)?(?:to|at)"
    r"|(?:is|was|were|been)\s(?:put|given|reckoned|estimated|reported)\s(?:at|as)"
    r"|puts?\s(?:the|its|his|her)\s[^.;]{3,60}\sat)\s(?:\w+\s){0,2}$"
)
SAME_NUMBER = re.compile(
    r"\b(?:the\s(?:real\s|true\s|actual\s)?(?:number|figure|total|toll|count|amount|sum|distance|length|speed|height|depth|price|cost)\s(?:\w+\s){0,2}(?:at|is|was|as)"
    r"|puts?\s(?:it|them)\sat"
    r"|(?:it|they|that)\s(?:would|will|was|were|is|are)\s(?:be\s)?(?:closer|nearer|more\slike|rather|in\sfact|actually)(?:\sto)?)"
    r"\s(?:\w+\s){0,2}$"
)
_ADDED = re.compile(r"\b(?:after|when|as|because|following)\b[^,;:]{0,30}$")


def is_wanted(passage: Passage, figure: FigureSpan) -> bool:
    """Whether a sum is only demanded or offered, by the words before it in its sentence."""
    at = figure.start - passage.sentence
    told = passage.sentence_text[max(0, at - _CLAUSE) : max(0, at)].lower()
    return _WANTED.search(told) is not None and _REWARD.search(told) is None


def is_called_wrong(passage: Passage, figure: FigureSpan) -> bool:
    """Whether it is said of somebody's number that it is wrong: "the union's figure of 160 is too high"."""
    start, text = figure.start - passage.start, passage.text
    return (
        _CALLED_WRONG.match(text, figure.end - passage.start) is not None
        and _SOMEBODYS_NUMBER.search(text[max(0, start - _CLAUSE) : max(0, start)]) is not None
    )


def turned(passage: Passage, figure: FigureSpan) -> FigureSpan:
    """A figure of which it is said that something was never above or below it, as the bound that this is."""
    told = passage.text[max(0, figure.start - passage.start - _NEGATED_BEFORE) : max(0, figure.start - passage.start)]
    if figure.qualifier not in _TURNED or _NEGATED.search(told) is None:
        return figure
    return figure._replace(qualifier=_TURNED[figure.qualifier])


def is_added(passage: Passage, figure: FigureSpan) -> bool:
    """Whether a figure tells what raised another before it: the two of "rose to 19 after two of the hurt had died"."""
    before = passage.text[: max(0, figure.at[0] - passage.start)]
    if _ADDED.search(before) is None:
        return False
    return any(
        other.end <= figure.start
        and other.value > figure.value
        and NOW_AT.search(passage.text[: max(0, other.at[0] - passage.start)])
        for other in passage.figures
    )


def told_before(passage: Passage) -> str:
    """What stands before a passage, in its own sentence where that tells a number: "Poe says 9, Roe that it is 12"."""
    own = passage.sentence_text[: max(0, passage.start - passage.sentence)]
    return own if find_figures(own) else passage.lead or passage.above
