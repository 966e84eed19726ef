"""What a passage's figures count: of what, how many at least and at most, and whether of a part or another time."""

from __future__ import annotations

import re
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from summarizer.comparison.ages import is_age
from summarizer.comparison.alone import is_of_the_same, is_share_of_the_same, noun_told_before, taken_up
from summarizer.comparison.clocks import find_clocks, what_happened
from summarizer.comparison.counted import (
    STOPS,
    event_near,
    event_of_some,
    events,
    is_part,
    phrases_of,
    words_after,
    words_of,
)
from summarizer.comparison.days import DAYS, YEAR
from summarizer.comparison.delays import find_delays
from summarizer.comparison.durations import LASTING, is_duration, with_durations
from summarizer.comparison.measures import LENGTHS, MEASURES
from summarizer.comparison.nouns import coin_after, kind_after, noun_after, noun_before, noun_key, one_of
from summarizer.comparison.scores import VOTES, with_scores
from summarizer.comparison.shares import PERCENT, with_shares
from summarizer.comparison.standing import (
    NOW_AT,
    is_added,
    is_called_wrong,
    is_wanted,
    told_before,
    turned,
)
from summarizer.comparison.terms import is_time, terms_of
from summarizer.text.figures import FigureSpan
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.comparison.clocks import Clock
    from summarizer.comparison.delays import Delay
    from summarizer.comparison.passages import Passage
    from summarizer.comparison.terms import Term

_ABOUT = 0.15  # "about 40" leaves this much room on either side
_CLAUSE = 90  # characters on either side of a figure that tell what it is of
_GREATEST = re.compile(r"\b(?:maximum|highest|up\sto|at\smost)\b")
_UPDATING = re.compile(rf"\b(?:{'|'.join(word_set('comparison.updates.words'))})\b".replace(" ", r"\s"))
_GROWING = word_set("comparison.updates.growing")
_SHRINKING = word_set("comparison.updates.shrinking")
_OTHER_TIME = re.compile(
    rf"\b(?:{'|'.join(word_set('comparison.other_times.words'))}|then(?=[.,;]|$))(?!\w)".replace(" ", r"\s")
)
CLOCK, MINUTES = "time of day", "minutes"
_OF_SPEAKER = re.compile(r"\W*(?:that\s)?(?:it|he|she|they|i|we|its|his|her|their|my|our)\s", re.IGNORECASE)
VOTE = terms_of(VOTES)[0].key
_STILL = re.compile(r"\b(?:still|remain(?:s|ed)?)\b")
_EARNED = re.compile(r"\b(?:earn(?:s|ed|ing)?|salary|salaries)\b")  # what somebody earns is mostly told by the year
_SINCE_WHEN = re.compile(r"\bsince\s(?:\w+\s)?(?:19|20)\d\d,\swhen\b")
_SINCE_THEN = re.compile(r"^.*?\b(?:has|have)\ssince\b", re.DOTALL)  # "bought in 2019, it has since been valued at …"
_OF_A_THIRD = 3.0  # per cent that "two-thirds" leaves on either side
_MARGIN = re.compile(r"\bmargin\sof\s(?:sampling\s)?error\b[^.;]{0,60}$")
_A_YEAR = (
    ["a", "year"],
    ["per", "year"],
    ["each", "year"],
    ["a", "month"],
    ["per", "month"],
    ["a", "week"],
    ["a", "day"],
)
_LESS_THAN_ONE = 0.999
_MONTHS = word_set("comparison.times.words")  # "in March" and "last March" are one time
_SUM_OF = re.compile(  # "a ransom of two million" is of no persons
    r"\b(?:ransom|fine|sum|payment|payout|price|cost|damages|reward|bail|debt|loan|budget|contract|deal|prize)s?\s(?:\w+\s)?of\s(?:\w+\s)?$"
    r"|\b(?:fled|escaped|away|off|vanished)\swith\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)


class Quantity(NamedTuple):
    """A figure of a passage: what it counts, and the least and the most that it can be.

    `event` is what has become of those counted ("dead"), "" for other things; `unit` is what is counted, a measure or
    the term of a noun. `part` says that the number is of a part or on top of another. `near` are the terms about the
    figure, and `near_plain` those that name nobody and no day. `is_taken_up` says that the sentence before tells what
    is counted, `is_wanted` that it is only asked for, `is_denied` that it is said not to be so,
    `is_called_wrong` that it is somebody's, who is said to be wrong, `is_only` that nothing else of its kind is counted
    in its article, and `only_of` of which kinds of sums it is the only one there.
    A time of day is in minutes, and with `either_half` it may be of the morning or of the evening.
    """

    passage: Passage
    figure: FigureSpan
    event: str
    unit: str
    low: float
    high: float
    part: bool
    times: frozenset[str]
    updates: bool
    near: tuple[str, ...]
    near_plain: tuple[str, ...]
    greatest: bool
    is_taken_up: bool = False
    either_half: bool = False
    is_wanted: bool = False
    is_denied: bool = False
    is_called_wrong: bool = False
    is_only: bool = False
    only_of: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """The figure as its passage writes it."""
        start = self.passage.start
        return self.passage.text[max(0, self.figure.start - start) : self.figure.end - start]

    @property
    def grows(self) -> bool:
        """Whether the number grows as more becomes known, as tolls do."""
        return self.event in _GROWING

    @property
    def shrinks(self) -> bool:
        """Whether the number falls as those whom it counts are found or freed."""
        return self.event in _SHRINKING


def read_quantities(passage: Passage) -> Iterator[Quantity]:
    """The quantities of a passage; "between 20 and 30" is one of them, and so are a vote's result and a time of day."""
    figures, scores = with_scores(passage.text, passage.start, passage.figures)
    figures = with_shares(passage.text, passage.start, figures)
    figures = with_durations(passage.text, passage.start, figures)
    clocks = list(find_clocks(passage.text))
    if clocks:  # "nine in the evening" counts nothing
        spans = [(clock.start + passage.start, clock.end + passage.start) for clock in clocks]
        figures = [one for one in figures if not any(start <= one.start < end for start, end in spans)]
    delays = [_delay(passage, one) for one in find_delays(passage.text, passage.lead)]
    yield from delays
    if delays:
        spans = [one.figure.at for one in delays]
        figures = [one for one in figures if not any(start <= one.at[0] < end for start, end in spans)]
    at, before = 0, None
    while at < len(figures):
        figure = figures[at]
        low, high = _bounds(turned(passage, figure))
        if at + 1 < len(figures) and figure.qualifier == "at_least" and figures[at + 1].qualifier == "at_most":
            figure, at = figures[at + 1], at + 1
            high = figure.value
        at += 1
        if _MARGIN.search(passage.text[: max(0, figure.at[0] - passage.start)]):
            continue  # how exact a poll is says nothing of what it counts
        one = _quantity(passage, figure, low, high)
        if one.is_denied and before is not None:
            one = one._replace(
                event=one.event or before.event,
                unit=one.unit or before.unit,
                near=before.near + one.near,
                near_plain=before.near_plain + one.near_plain,
            )
        before = one
        if figure.start in scores:  # what was voted on stands anywhere in the sentence
            keys = [term.key for term in passage.terms]
            one = one._replace(near=tuple(keys), near_plain=tuple(key for key in keys if not is_time(key)))
        elif one.unit == VOTE:
            one = one._replace(high=max(one.high, one.low + _LESS_THAN_ONE))  # 52 votes may be 52 to 47
        yield one
    times = [(_time_of_day(passage, clock), clock.is_part_of_day) for clock in clocks]
    yield from (one for one, is_part_of_day in times if one.event or not is_part_of_day)  # much happens in a morning


def _delay(passage: Passage, delay: Delay) -> Quantity:
    """How long help took to come, in minutes."""
    at = (passage.start + delay.start, passage.start + delay.end)
    figure = FigureSpan(delay.minutes, delay.qualifier, MINUTES, *at, at)
    low, high = _bounds(figure)
    near = tuple(term.key for term in _near(passage, figure))
    return Quantity(
        passage=passage,
        figure=figure,
        event=delay.event,
        unit=MINUTES,
        low=low,
        high=high,
        part=False,
        times=frozenset(),
        updates=False,
        near=near,
        near_plain=near,
        greatest=False,
    )


def _time_of_day(passage: Passage, clock: Clock) -> Quantity:
    start, end = passage.start + clock.start, passage.start + clock.end
    figure = FigureSpan(clock.value, "exactly", CLOCK, start, end, (start, end))
    near = (*_near(passage, figure), *(terms_of(passage.speaker) if _OF_SPEAKER.match(passage.text) else ()))
    return Quantity(
        passage=passage,
        figure=figure,
        event=what_happened(passage.text[max(0, clock.start - _CLAUSE) : clock.end + _CLAUSE], passage.lead),
        unit=CLOCK,
        low=clock.low,
        high=clock.high,
        part=False,
        times=frozenset(day for day in DAYS if day in passage.sentence_text),
        near=tuple(term.key for term in near),
        near_plain=tuple(term.key for term in near if not (term.is_name or is_time(term.key))),
        greatest=False,
        updates=False,
        either_half=clock.either,
    )


def _bounds(figure: FigureSpan) -> tuple[float, float]:
    value = figure.value
    if figure.qualifier == "at_least":
        return value, inf
    if figure.qualifier == "more_than":
        return value * (1 + 1e-9), inf
    if figure.qualifier == "at_most":
        return 0, value
    if figure.qualifier == "less_than":
        return 0, value * (1 - 1e-9)
    if figure.unit == PERCENT and not value.is_integer() and figure.qualifier == "exactly":
        return value - _OF_A_THIRD, value + _OF_A_THIRD
    if figure.qualifier == "about":
        return value * (1 - _ABOUT), value * (1 + _ABOUT)
    return value, value


def _quantity(passage: Passage, figure: FigureSpan, low: float, high: float) -> Quantity:
    text, start = passage.text, passage.start
    before_text = text[max(0, figure.at[0] - start - 80) : max(0, figure.at[0] - start)]
    if before_text.strip() == passage.speaker:
        before_text = ""  # "the workers' committee 20,000" counts no workers
    before = words_of(before_text)[::-1]
    after = words_after(text[figure.at[1] - start : figure.at[1] - start + 140])
    event, unit = _counts(passage, figure, before_text, before, after)
    is_alone = not (event or unit or is_age(figure, before_text, after))
    of_before = taken_up(passage, figure) if is_alone else ("", "")
    of_the_same = is_of_the_same(passage, figure, before_text) or (
        unit == PERCENT and is_share_of_the_same(passage, after)
    )
    near = (
        *_near(passage, figure),
        *(terms_of(told_before(passage)) if any(of_before) or of_the_same or _is_of_it(passage, unit) else ()),
    )
    following = min((other.start for other in passage.figures if other.start >= figure.end), default=passage.end)
    clause = text[max(0, figure.start - start - 70) : min(figure.end + 70, following) - start]
    return Quantity(
        passage=passage,
        figure=figure,
        event=event or of_before[0],
        unit=unit or of_before[1],
        low=low,
        high=high,
        part=(is_part(before, after) and not of_the_same) or is_added(passage, figure),
        times=_times(clause, passage.sentence_text),
        near=tuple(term.key for term in near),
        near_plain=tuple(term.key for term in near if not (term.is_name or is_time(term.key))),
        greatest=not event and _GREATEST.search(clause.lower()) is not None,
        updates=_updates(passage.text),
        is_taken_up=any(of_before) or of_the_same,
        is_wanted=is_wanted(passage, figure),
        is_denied=before[:1] == ["not"],
        is_called_wrong=is_called_wrong(passage, figure),
    )


def _is_of_it(passage: Passage, unit: str) -> bool:
    """Whether a sum is of what the sentence before tells: "The bridge opens in May. It will cost 9 million"."""
    return unit in MEASURES and passage.text.startswith("It ")


def _times(clause: str, sentence: str) -> frozenset[str]:
    """The other times that a figure is of: the years in its clause, else what its sentence tells."""
    years, others = frozenset(YEAR.findall(_since_then(clause))), _other_times(sentence)
    earlier = {"when"} if _SINCE_WHEN.search(clause) else set()
    return years | (others & {"then"}) | earlier if years else others


def _since_then(text: str) -> str:
    """What a text tells of the time since: the value of "bought in 2019, it has since been valued at …"."""
    return _SINCE_THEN.sub("", text) if " since" in text else text


@lru_cache(maxsize=1024)  # a sentence has several figures
def _other_times(sentence: str) -> frozenset[str]:
    found = _OTHER_TIME.findall(_since_then(sentence.lower()).replace(" fiscal ", " "))
    return frozenset(
        month if (month := one.removeprefix("in ").removeprefix("last ")) in _MONTHS else one for one in found
    )


@lru_cache(maxsize=1024)
def _updates(text: str) -> bool:
    return _UPDATING.search(text.lower()) is not None


def _counts(
    passage: Passage, figure: FigureSpan, before_text: str, before: list[str], after: list[str]
) -> tuple[str, str]:
    """What a figure counts: what has become of those counted, and the measure or the noun."""
    if is_age(figure, before_text, after):
        return "age", ""
    unit = figure.unit or ""
    if unit in LENGTHS and after[1:3] in (["an", "hour"], ["per", "hour"]):
        return "", f"{unit} an hour"
    if unit in MEASURES:
        if after[:2] in (["an", "hour"], ["per", "hour"]):
            return "", f"{unit} an hour"
        is_a_year = (after[:2] in _A_YEAR or after[1:3] in _A_YEAR) and _EARNED.search(passage.text) is None
        return "", f"{unit} a year" if is_a_year else unit  # what something costs a year is not its price
    if is_duration(passage.text, passage.start, figure):
        return LASTING, noun_key(unit, is_event=False)
    event, of_some = "", event_of_some(after)
    if figure.value >= 1 and _SUM_OF.search(before_text) is None:
        event = _event_told_first(passage, figure) or of_some or event_near(before, after)
        event = "" if event and event == _event_of_part(passage, figure) else event
        if event == "hurt" and _STILL.search(passage.text):
            event = "still hurt"  # those who are still treated are no number of all who were hurt
    noun = (
        unit
        or (_unit_of_whole(passage, figure) if of_some else "")
        or coin_after(after)
        or kind_after(after)
        or noun_after(after)
        or (one_of(after) if figure.value == 1 else "")
    )
    if not noun and (named := noun_before(before_text)):
        noun = named
        event = event or events().get(noun, "")
    if not noun and event:
        noun = noun_told_before(passage, event)
    unit = noun_key(noun, is_event=bool(event))
    return event, f"{unit} a year" if unit and not event and after[1:3] in _A_YEAR else unit


def _unit_of_whole(passage: Passage, figure: FigureSpan) -> str:
    """The unit of the number of which a figure is a part: "63 of the village's 90 houses" are houses."""
    return next((other.unit or "" for other in passage.figures if other.at[0] >= figure.at[1]), "")


def _event_of_part(passage: Passage, figure: FigureSpan) -> str:
    """What has become of those whom the figure before this one counts, as a part of it; "" where it is no whole."""
    last = max((other.at[1] for other in passage.figures if other.at[1] <= figure.at[0]), default=None)
    rest = passage.text[last - passage.start :] if last is not None else ""
    return event_of_some(words_of(rest)) if rest.startswith(" of ") else ""


def _near(passage: Passage, figure: FigureSpan) -> tuple[Term, ...]:
    """The terms about a figure, up to the figures before and after it."""
    ends = [other.end for other in passage.figures if other.end <= figure.start]
    starts = [other.start for other in passage.figures if other.start >= figure.end]
    if starts and event_of_some(words_of(passage.text[figure.at[1] - passage.start :])):
        starts = starts[1:]  # what is told of a part stands after the number of the whole
    low = max([*ends, figure.start - _CLAUSE, passage.start])
    high = min([*starts, figure.end + _CLAUSE, passage.end])
    return terms_of(passage.text[low - passage.start : high - passage.start])


def _event_told_first(passage: Passage, figure: FigureSpan) -> str:
    """The event whose number "rose to" a figure: the first that its clause tells; "" for no such change."""
    told = passage.text[: max(0, figure.at[0] - passage.start)]
    if NOW_AT.search(told) is None:
        return ""
    words = words_of(told)
    start = max((at + 1 for at, word in enumerate(words) if word in STOPS), default=0)
    of_victims = "dead" if "victims" in words[start:] else ""  # "the number of the victims increased to 51"
    return next((here for phrase in phrases_of(words[start:]) if (here := events().get(phrase))), of_victims)
