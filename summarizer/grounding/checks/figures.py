"""Compares the numbers of a claim's text with those of its evidence."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.checks.alignment import read_words_of
from summarizer.grounding.checks.amounts import converted
from summarizer.grounding.checks.counted import is_listed, is_span
from summarizer.grounding.checks.meanings import exclude, meaning
from summarizer.grounding.checks.numbered_words import AROUND, FEW, holds, missing_apart, word_after
from summarizer.grounding.checks.vocabulary import NOT_NAMES
from summarizer.text.figures import FigureSpan, find_figures
from summarizer.text.numerals import find_numerals
from summarizer.text.occurrences import holds_whole
from summarizer.text.overlap import content_words, stem
from summarizer.text.words import read_words, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence


_DAYS_FIRST = re.compile(  # "13 to 17 June" is "June 13 to 17"
    r"\b(\d{1,2})((?: to | and |-|–)\d{1,2}) (January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b"
)


class Comparison(NamedTuple):
    """The evidence's figures that a claim repeats, its numbers that the evidence lacks, and changed qualifiers."""

    held: tuple[FigureSpan, ...]
    missing: tuple[str, ...]
    requalified: tuple[str, ...]


class _Place(NamedTuple):
    """A figure with the stems of its unit and of the content words before and after its number."""

    figure: FigureSpan
    unit: str
    before: str
    after: str


def compare_figures(
    text: str, article_text: str, near: Sequence[FigureSpan], sentences: str, before: str = ""
) -> Comparison:
    """Find every number of a claim's text among the figures near its evidence.

    `near` are spans of `article_text`. With `sentences`, the words near the evidence, dates, times, ordinals and names
    with numbers are compared as well, digit group by digit group. A number of the sentence `before` may be carried on
    with the words around it.
    """
    text = _DAYS_FIRST.sub(r"\3 \1\2", text)
    held: list[FigureSpan] = []
    missing: list[str] = []
    requalified: list[str] = []
    places = [_place(article_text, one) for one in near]
    figures = find_figures(text)
    for figure in figures:
        match = _match(_place(text, figure), places, figures)
        if match is None:
            if (
                _is_the_two(text, figure, places)
                or _is_reckoned(text, figure, near)
                or _is_converted(text, figure, sentences)
                or _is_age(text, figure, article_text)
                or _is_carried_on(text, figure, before, places)
                or _is_behind_name(figure, sentences)
                or _is_of_thing(text, figure, sentences, before)
                or _is_read_otherwise(figure, sentences)
                or is_span(sentences, figure)
                or is_listed(f"{before} {sentences}", figure)
            ):
                continue
            if not (_is_an(text, figure, places) or _is_put_otherwise(text, figure, sentences, places)):
                missing.append(text[figure.start : figure.end])
            continue
        held.append(match)
        is_limited = _is_limited(text[figure.end :], match.qualifier) or _is_up_to(figure, match, article_text)
        is_limited = is_limited or _is_either(text, figure, match, article_text)
        is_limited = is_limited or _is_not_beyond(text, figure, match) or _is_plus(figure, match, article_text)
        if figure.qualifier != match.qualifier and not is_limited:
            article_words = article_text[match.start : match.end]
            requalified.append(f"the claim says “{text[figure.start : figure.end]}”, the article “{article_words}”")
    missing += _lost_ranks(text, sentences) + _other_end(text, sentences)
    if text not in sentences:
        missing += missing_apart(text, sentences, near, before)
    return Comparison(tuple(held), tuple(dict.fromkeys(missing)), tuple(dict.fromkeys(requalified)))


def _is_of_thing(text: str, figure: FigureSpan, sentences: str, before: str) -> bool:
    """Whether a text says how much a thing of the evidence is, and the sentence before does: "their goal" of 64."""
    own = _OF_THING.search(text[: figure.start])
    if own is None or not holds(rf"(?:the|its|his|her|their|this|that) {own[1]}", sentences):
        return False
    told = re.finditer(rf"\b{own[1]}\b", before, re.IGNORECASE)
    near = [before[found.end() : found.end() + _TO_AMOUNT] for found in told]
    return any(_same_value(figure, one) for words in near for one in find_figures(words))


def _is_behind_name(figure: FigureSpan, sentences: str) -> bool:
    """Whether the evidence has a number right behind a name in a list, where it looks like a part of that name."""
    numerals = [one for one in find_numerals(sentences) if one.kind == "designation"]
    told = {sentences[one.start : one.end].replace(",", "") for one in numerals}
    return len(told) > 1 and f"{figure.value:.10g}" in told


def _is_read_otherwise(figure: FigureSpan, sentences: str) -> bool:
    """Whether the evidence has a number that looks like a year or a time: "a poll of 2047 boats", "by 5 and 10"."""
    told = {sentences[one.start : one.end] for one in find_numerals(sentences) if one.kind in ("date", "time")}
    return f"{figure.value:.0f}" in told and figure.value.is_integer()


def _is_either(text: str, figure: FigureSpan, match: FigureSpan, article_text: str) -> bool:
    """Whether "3 or 4" is what the article has as "3, 4"; a figure beside one of the two ends there."""
    is_either = _OR.match(text, figure.end) or _OR_BEFORE.search(text, 0, figure.start)
    around = article_text[max(0, match.start - _TO_NEXT) : match.end + _TO_NEXT]
    return is_either is not None and match.qualifier == "exactly" and _TWO_RUNNING.search(around) is not None


_OR = re.compile(r"(?: [a-z]+)? or (?=\d|[a-z]+ [a-z]+)")
_OR_BEFORE = re.compile(r"(?:\d|[a-z]) or $")
_TO_NEXT = 14  # characters
_TWO_RUNNING = re.compile(r"(?:\d|[a-z])(?: [a-z]+)?, (?:\d|two|three|four|five|six|seven|eight|nine|ten)")


def _is_up_to(figure: FigureSpan, match: FigureSpan, article_text: str) -> bool:
    """Whether a figure says "at most" what the article has as "up to a $250 fine"."""
    return figure.qualifier == "at_most" and article_text[: match.start].rstrip().lower().endswith(
        ("up to a", "up to an")
    )


def _is_plus(figure: FigureSpan, match: FigureSpan, article_text: str) -> bool:
    """Whether the article has a number with "plus" behind it or its unit, which is that much or more."""
    return figure.qualifier in ("at_least", "more_than") and "plus" in article_text[match.at[0] : match.end + 5]


def _is_age(text: str, figure: FigureSpan, article_text: str) -> bool:
    """Whether a figure is the age that the article gives one whom the text names: "Moll, 31," is 31 years old."""
    if _YEARS_OLD.match(text, figure.at[1]) is None:
        return False
    told = re.finditer(rf"([A-ZÀ-Þ][\w’'-]+), (?:aged )?{figure.value:g}(?=[,.])", article_text)
    return any(holds_whole(text, found[1]) for found in told)


_YEARS_OLD = re.compile(r"[ -]years?[ -]old\b")


def _is_not_beyond(text: str, figure: FigureSpan, match: FigureSpan) -> bool:
    """Whether "did not take more than two minutes" stands for "no more than two minutes"."""
    before = text[max(0, figure.start - _TO_NOT) : figure.start].lower()
    if _NOT.search(before) is None:
        return False
    return (figure.qualifier, match.qualifier) in (("more_than", "at_most"), ("less_than", "at_least"))


def _is_the_two(text: str, figure: FigureSpan, near: Sequence[_Place]) -> bool:
    """Whether a figure says "the two" of what the evidence has as "we" or "both", and counts nothing of its own."""
    if figure.value != 2 or not text[: figure.at[0]].lower().endswith("the "):
        return False
    own = _place(text, figure)
    return all(_likeness(own, one) == 0 for one in near)


def _is_limited(after: str, qualifier: str) -> bool:
    """Whether the words after a figure give it this qualifier: "nine soldiers or more"."""
    if qualifier == "at_least":
        return after.startswith((" or more", " at least", " or higher"))
    return qualifier == "at_most" and after.startswith((" or fewer", " or less", " at most", " at the most"))


def _place(text: str, figure: FigureSpan) -> _Place:
    unit = stem(figure.unit.lower()) if figure.unit else ""
    return _Place(figure, unit, _word_before(text, figure.start), word_after(text, figure.at[1]))


def _is_carried_on(text: str, figure: FigureSpan, before: str, near: Sequence[_Place]) -> bool:
    """Whether a figure stands in the sentence before among the same words, and nothing here is counted like that."""
    own = _place(text, figure)
    if not before or any(_likeness(own, one) for one in near):
        return False
    is_counted_again = figure.value <= FEW or _THE_FIGURE.search(text[: figure.start]) is not None
    if not near and is_counted_again and any(_same_value(figure, one) for one in find_figures(before)):
        return True
    return any(
        _same_value(figure, one) and own.before == there.before != "" and (own.after == there.after != "")
        for one in find_figures(before)
        for there in (_place(before, one),)
    )


_OF_THING = re.compile(r"\b([a-z]{4,}) of (?:the |some |about |around )?$")
_TO_AMOUNT = 40  # characters from a thing to how much it is
_THE_FIGURE = re.compile(r"\b[Tt]he (?:figure|number|total|toll|sum|amount|count|tally) of $")
_SUM, _DIFFERENCE = word_set("checks.figures.reckoned.sum"), word_set("checks.figures.reckoned.difference")
_AROUND_RECKONED = 60  # characters around a figure in which a word says that it is reckoned


def _is_reckoned(text: str, figure: FigureSpan, near: Sequence[FigureSpan]) -> bool:
    """Whether a figure is the sum of two of the evidence's, or the difference, and the text says so."""
    around = text[max(0, figure.start - _AROUND_RECKONED) : figure.end + _AROUND_RECKONED].lower().split()
    words = {word.strip('.,;:!?“”"()') for word in around}
    is_sum, is_difference = not words.isdisjoint(_SUM), not words.isdisjoint(_DIFFERENCE)
    is_share = figure.unit in ("points", "percentage points")
    for one, other in combinations(near, 2) if is_sum or is_difference else ():
        units = {unit for unit in (one.unit, other.unit) if unit}
        if not (units <= {"percent"} if is_share else figure.unit in (None, *units)):
            continue
        is_total = is_sum and figure.value == one.value + other.value
        if is_total or (is_difference and figure.value == abs(one.value - other.value)):
            return True
    return False


def _is_converted(text: str, figure: FigureSpan, sentences: str) -> bool:
    """Whether a figure is the evidence's in another measure: "half a year" for "six months"."""
    words = read_words_of(text)
    after = (at for at, word in enumerate(words) if word.start >= figure.at[0])
    first = next(after, None)
    if first is None:
        return False
    return not converted(words, read_words_of(sentences)).isdisjoint(range(first, first + _TO_MEASURE))


_A_SINGLE = re.compile(r"\b(?:only|just|single|least|most|all but|number|than) $")
_TO_NOT = 30  # characters from a "not" to "more than"
_NOT = re.compile(r"\b(?:not|never|cannot)\b|n['’]t\b")
_TO_MEASURE = 5  # words from a number to its measure


def _match(place: _Place, near: Sequence[_Place], told: Sequence[FigureSpan]) -> FigureSpan | None:
    """The article's figure that this one repeats: the same value, and not what another figure stands for.

    One that the text has as well, `told` being all its figures, in the order of the article stands for itself.
    """
    best: FigureSpan | None = None
    best_score = rival = -1
    for other in near:
        score = _likeness(place, other)
        if not _same_value(place.figure, other.figure):
            if not _are_in_order(place.figure, other.figure, told, near):
                rival = max(rival, score)
        elif score > best_score:
            best, best_score = other.figure, score
    # "8 dead and 7 hurt" does not hold "7 dead": another figure stands where this one should
    return best if best_score >= rival or rival < 2 else None


def _are_in_order(one: FigureSpan, rival: FigureSpan, told: Sequence[FigureSpan], near: Sequence[_Place]) -> bool:
    """Whether a text has two figures of the evidence, a rival among them, in the evidence's order."""
    twins = [other.start > one.start for other in told if other.value == rival.value]
    own = [rival.start > other.figure.start for other in near if other.figure.value == one.value]
    return bool(twins) and bool(own) and all(after is twins[0] for after in (*twins, *own))


def _same_value(one: FigureSpan, other: FigureSpan) -> bool:
    if abs(one.value - other.value) > 1e-9 * max(abs(one.value), abs(other.value)):
        return False
    if one.unit and other.unit and exclude(meaning(one.unit), meaning(other.unit)):
        return False  # "three months" is not "three years"
    if _is_share(one.unit) is not _is_share(other.unit) and one.unit and other.unit:
        return False  # "52 readers" is not "52 percent of readers"
    money_or_share = {unit for unit in (one.unit, other.unit) if unit and (unit.isupper() or unit == "percent")}
    return len(money_or_share) < 2


def _is_share(unit: str | None) -> bool:
    return unit in ("percent", "percentage points", "points", "point")


def _likeness(one: _Place, other: _Place) -> int:
    score = 2 if one.unit and one.unit == other.unit else 0
    return score + (one.before == other.before != "") + (one.after == other.after != "")


_SHARES = frozenset({"percent", "per", "cent"})  # of what, another word says


def _word_before(text: str, at: int) -> str:
    words = content_words(text[max(0, at - 40) : at])
    return next((stem(word.lower()) for word in reversed(words) if word.lower() not in _SHARES), "")


_OTHERWISE = {(one["value"], one.get("unit", "")): one["words"] for one in read_words("checks")["figures"]["otherwise"]}
_FRACTION = re.compile(r"(?:one|a) (third|quarter|fifth|tenth)\b", re.IGNORECASE)
_SHORT = re.compile(r"\d(m|bn|k)\b")
_TIMES = {"m": 1e6, "bn": 1e9, "k": 1e3}
_COMPOUND = re.compile(r"[\w.,]*(?:[-–/:]|[A-Za-z])[\w.,/:–-]*")  # "2-1", "F-16"
_NAME_AROUND = re.compile(r"[A-Z][\w’'-]+ \d[\d.,]*$")  # "Harvest 250" is a name


def _is_an(text: str, figure: FigureSpan, near: Sequence[_Place]) -> bool:
    """Whether "one" counts nothing, as in "in one poll", and the evidence counts no polls."""
    start, end = figure.at
    if figure.value != 1 or not text[start:end].lower().startswith("one"):
        return False
    own = _place(text, figure)
    is_counted = any(own.after in (one.unit, one.after) for one in near)
    return not is_counted and _A_SINGLE.search(text, max(0, start - _TO_NOT), start) is None


def _is_put_otherwise(text: str, figure: FigureSpan, sentences: str, near: Sequence[_Place]) -> bool:
    """Whether a figure that no other one matches stands in the evidence in another form: "both", "half", "2-1"."""
    start, end = figure.at
    token = text[text.rfind(" ", 0, start) + 1 : (text + " ").index(" ", end)].strip(AROUND)
    if re.search(rf"(?<![\w-]){re.escape(text[start:end])}-(?:way|horse|sided|part|man)\b", sentences, re.IGNORECASE):
        return True  # "a race of four" is "a four-way race"
    if _COMPOUND.fullmatch(token) and holds(re.escape(token), sentences):
        return True
    name = _NAME_AROUND.search(text, max(0, start - 40), end)
    if name and name.group().split()[0].lower() not in NOT_NAMES and holds(re.escape(name.group()), sentences):
        return True
    short = _SHORT.search(text, end - 1, end + 2)
    if short is not None and any(one.figure.value == figure.value * _TIMES[short[1]] for one in near):
        return True
    if token.isdigit() and holds(rf"{token} (?:to|against) \d[\d.]*", sentences):
        return True  # "beat Moll 46 to 40": the number of no name
    own = _place(text, figure)
    if any(not _same_value(figure, one.figure) and _likeness(own, one) >= 2 for one in near):
        return False
    if not token.isalnum() and holds(re.escape(token), sentences):
        return True
    unit = figure.unit if figure.unit in {"times", "percent", "weeks", "days"} else ""
    words = _OTHERWISE.get((figure.value, unit), "")
    if part := _FRACTION.match(text, start):
        words = f"(?:one|a) {part[1]}"
    elif figure.value == 1:
        words = rf"one|(?:a|an|single) (?:\w+ ){{0,2}}{re.escape(own.unit)}\w*" if own.unit else "one"
    return words != "" and holds(words, sentences)


_RANKED = re.compile(r"\b(second|third|fourth|fifth|sixth|2nd|3rd|4th|5th)[ -](?:most )?(\w+est|most)\b", re.IGNORECASE)


def _lost_ranks(text: str, sentences: str) -> list[str]:
    """What is only the second largest or the like in the evidence, and the largest in a text."""
    ranked = {found[2].lower() for found in _RANKED.finditer(sentences)}
    own = {found[2].lower() for found in _RANKED.finditer(text)}
    plain = _RANKED.sub("", sentences).lower()
    return [word for word in sorted(ranked - own) if holds(word, text) and not holds(word, plain)]


_LAST = re.compile(r"\b(last|final) (\w{4,})", re.IGNORECASE)


def _other_end(text: str, sentences: str) -> list[str]:
    """What is the first of its kind in the evidence, and the last in a text."""
    told = [(found[1], found[2]) for found in _LAST.finditer(text)]
    return [
        f"{end} {thing}"
        for end, thing in told
        if holds(f"first {thing}", sentences) and not holds(f"(?:last|final) {thing}", sentences)
    ]
