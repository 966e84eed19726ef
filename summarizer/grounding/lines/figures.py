"""Figures in a line of a summary that the article has for something else, or not at all.

Each figure is taken out in turn: the sentences that hold what is left say which figure belongs there, and the words
beside the figures which of several it is.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from summarizer.contract.article import ReadOnce
from summarizer.grounding.checks import vocabulary as vocab
from summarizer.grounding.checks.meanings import meaning, side_of, sides_of
from summarizer.grounding.lines.absent_figures import WORD, absent_figures, untold_times
from summarizer.grounding.lines.reckoned import is_reckoned
from summarizer.grounding.lines.scores import is_of_known_score, wrong_scores
from summarizer.grounding.lines.support import find_support, root_of, roots_of, sentence_text, shares
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.figures import find_figures
from summarizer.text.numerals import find_numerals
from summarizer.text.words import word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.check import CheckCode
    from summarizer.contract.report import Qualifier
    from summarizer.text.figures import FigureSpan

_REACH = 5  # words on either side of a number that say what it counts
_NAME_REACH = 12  # words in which a name says so too
_NEARLY_PERCENT = 2  # by which a fraction may round a percentage
_NEAR = 120  # characters in which they stand
_OTHER_SIDE = 0.6  # what a word counts for that stands before one number and after the other
_CLEARLY = 0.5  # by how much another figure's words must be nearer to the line's
_SWAPPED = 0.45  # the same for two figures of a line that stand for each other
_CLEAR = 1.5  # a sentence that holds so many times as much of a line is the one whose figure it has
_CLOSE = 0.1  # of a number: so far a rounded one may be from it
_MOSTLY = 0.5  # of a clause in one sentence
_YEAR = re.compile(r"(?<![\w.,$£€])(?:19|20)\d\d(?![\w,]|\.\d)")
_ALL_BUT = re.compile(r"\b(?:all|every|everyone|everybody|none) but $", re.IGNORECASE)
_ANYBODY = wordings("lines.figures.anybody", re.IGNORECASE)
_BOTH = re.compile(r"\b[Bb]oth\b")
_SMALL = 5
_COUNTABLE = frozenset(range(_SMALL + 1))  # what a reader may count for himself
_UP, _DOWN = frozenset({"at_least", "more_than"}), frozenset({"at_most", "less_than"})
_UNTELLING = word_set("lines.figures.beside") | vocab.SAYING | vocab.AFFIRMING | vocab.DENYING
_PART_OF = re.compile(r" of (?:(?:the |its |their |his |her |our |these |those |some )?(?:[\w-]+['’]s? )?)?")
_ELLIPTIC = re.compile(r" (?:more|others?|further)\b(?! [a-z]+s\b)")
_END = re.compile(r"[;.!?]\s|\d")
_LAST_DAY = 31  # of a month
_GOES_ON = re.compile(r"\W{0,3}\s*(?:and|while|but|to) (?=[A-ZÀ-Þ])")  # what comes next has a number of its own
_BEGINS = re.compile(r"[^\W\d]\W? (?:and|while|but) $")  # what comes before has a number of its own
_TURNED: dict[Qualifier, Qualifier] = {"more_than": "at_most", "less_than": "at_least"}
_NOT = re.compile(r"(?:\b(?:not|never|cannot)|n['’]t) (?:[\w’'-]+ ){0,5}$", re.IGNORECASE)


class _Place(NamedTuple):
    """A figure, the index of its sentence, its words, and the roots about it with how near they are."""

    figure: FigureSpan
    sentence: int
    words: str
    number: str
    beside: Mapping[tuple[str, str], float]
    follows_to: bool


@ReadOnce
def _figures_of(article: Article) -> tuple[_Place, ...]:
    return tuple(
        place for index in range(len(sentences_of(article))) for place in _read(sentence_text(article, index), index)
    )


def _read(text: str, index: int) -> list[_Place]:
    places = [
        _Place(
            _negated(text, one),
            index,
            text[one.start : one.end],
            text[slice(*one.at)],
            _beside(text, one.at),
            one.start == one.at[0] and text[: one.start].endswith(" to "),
        )
        for one in _apart(find_figures(text))
    ]
    return _completed(places, text)


def _apart(figures: Sequence[FigureSpan]) -> Iterator[FigureSpan]:
    """Figures, none of which has the unit of the next one: "from 6,000 four years ago"."""
    for one, following in zip_longest(figures, figures[1:]):
        is_over = following is not None and one.end > following.at[0]
        yield one._replace(unit=None, end=one.at[1]) if is_over else one


def _completed(places: list[_Place], text: str) -> list[_Place]:
    """The figures of a text; one behind which what it counts is left out ("two more") counts what the last one does."""
    for at in range(1, len(places)):
        one, last = places[at], places[at - 1]
        if (
            _PART_OF.fullmatch(text[last.figure.at[1] : one.figure.at[0]]) and one.figure.unit
        ):  # "two of its five locks"
            beside = {**one.beside, **last.beside}
            places[at - 1] = last._replace(figure=last.figure._replace(unit=one.figure.unit), beside=beside)
        if _ELLIPTIC.match(text, one.figure.at[1]) and last.figure.unit:
            beside = {**last.beside, **one.beside}
            places[at] = one._replace(figure=one.figure._replace(unit=last.figure.unit), beside=beside)
    return places


def _negated(text: str, figure: FigureSpan) -> FigureSpan:
    """A figure as a "not" before it has it: what is "not more than three" is at most three."""
    opposite = _TURNED.get(figure.qualifier)
    return figure._replace(qualifier=opposite) if opposite and _NOT.search(text[: figure.start]) else figure


def _beside(text: str, at: tuple[int, int]) -> Mapping[tuple[str, str], float]:
    before, after = text[max(0, at[0] - _NEAR) : at[0]], text[at[1] : at[1] + _NEAR]
    if _GOES_ON.match(after):
        after = ""
    if _BEGINS.search(before):
        before = ""
    if numerals := find_numerals(before):
        before = before[numerals[-1].end :]
    if numerals := find_numerals(after):
        after = after[: numerals[0].start]
    sides = {
        "before": [word for word in WORD.findall(_END.split(before)[-1]) if word.lower() not in _UNTELLING][::-1],
        "after": [word for word in WORD.findall(_END.split(after)[0]) if word.lower() not in _UNTELLING],
    }
    found: dict[tuple[str, str], float] = {}
    for side, words in sides.items():
        for distance, word in enumerate(words[:_NAME_REACH], start=1):
            if distance <= _REACH or (side == "after" and word[0].isupper()):
                near = 1 / min(distance, _REACH)
                found.setdefault((side, side_of(meaning(word.lower())) or root_of(word)), near)
    return found


def doubtful_figures(
    article: Article, clause: str, line: str, named: Collection[int]
) -> Iterator[tuple[CheckCode, str]]:
    """What is wrong with the figures, dates and the like of a clause of a line, each with the check's code.

    `named` are the indices of sentences that the line is said to rest on.
    """
    others = _read(line, 0)
    for place in _read(clause, 0):
        start, end = place.figure.at
        if is_of_known_score(article, clause, start):
            continue
        if _ALL_BUT.search(clause[:start]) or _stands_for_persons(place, clause[:start]):
            continue  # "all but one" is the second
        if clause[end:].startswith("-way") or _ANYBODY.match(clause, start):
            continue  # "a four-way race" of four; "one wants" what anybody does
        core = find_support(article, clause[:start] + clause[end:], named)
        held = shares(article, roots_of(clause))
        if core and (doubt := _doubt(article, place, others, core, named, held)):
            yield doubt
    if year := _other_year(article, clause, named):
        yield "figure_not_in_evidence", f"where the line has “{year[0]}”, the article has “{year[1]}”"
    absent = [*absent_figures(article, clause), *untold_times(article, clause), *wrong_scores(article, clause)]
    yield from (("figure_not_in_evidence", f"the article does not hold “{words}”") for words in absent)


def _stands_for_persons(place: _Place, before: str) -> bool:
    """Whether a number stands for somebody told of before: "the two are a point apart"."""
    figure = place.figure
    return figure.unit is None and figure.value <= _SMALL and place.words.isalpha() and before.lower().endswith("the ")


def _other_year(article: Article, clause: str, named: Collection[int]) -> tuple[str, str] | None:
    """A year of a clause that the sentence with the rest of it lacks, which has another one, and that."""
    years = _YEAR.findall(clause)
    if len(years) != 1:
        return None
    rest = clause.replace(years[0], "", 1)
    core, held = find_support(article, rest, named), shares(article, roots_of(rest))
    if not core:
        return None
    best = max(core, key=lambda index: held[index])
    others = [year for year in _YEAR.findall(sentence_text(article, best)) if year != years[0]]
    is_there = any(years[0] in sentence_text(article, index) for index in core)
    return (years[0], others[0]) if others and not is_there and held[best] >= _MOSTLY else None


def _doubt(
    article: Article,
    place: _Place,
    others: list[_Place],
    core: Collection[int],
    named: Collection[int],
    held: Sequence[float],
) -> tuple[CheckCode, str] | None:
    every = _figures_of(article)
    own = [one for one in every if _same(place, one)]
    if not own and any(_is_rounded(place, one) or _is_share(place, one) for one in every):
        return None
    rivals = [one for one in every if one.sentence in core and _is_rival(place, one)]
    if told := {one.sentence for one in own} & set(
        named
    ):  # what the line rests on has it: only there it may be another's
        rivals = [one for one in rivals if one.sentence in told]
    if not own and not _is_vague(place) and not _stands(article, place, {*core, *named}):
        is_counted = place.figure.value in _COUNTABLE and not rivals
        return None if is_counted else ("figure_not_in_evidence", f"the article does not hold “{place.words}”")
    best = max((_likeness(place, one) for one in own), default=0.0)
    rivals = [one for one in rivals if not any(held[other.sentence] > _CLEAR * held[one.sentence] for other in own)]
    rival = max(rivals, key=lambda one: _likeness(place, one), default=None)
    if own and rival is not None and not _is_vague(place) and _likeness(place, rival) > best + _CLEARLY:
        pair = [one for one in others if _same(one, rival)]
        if not pair or not any(one.sentence in core for one in own):
            return "figure_not_in_evidence", f"where the line has “{place.words}”, the article has “{rival.words}”"
    for other in others:
        if not _same(place, other) and _are_swapped(place, other, [one for one in every if one.sentence in core]):
            return "figure_not_in_evidence", f"“{place.words}” and “{other.words}” stand for each other"
    near = [one for one in own if one.sentence in core] or own
    return _requalified(place, [*near, *(one for one in own if one.sentence == 0)])  # a title has it as short as a line


def _are_swapped(place: _Place, other: _Place, near: list[_Place]) -> bool:
    mine, its = [one for one in near if _same(place, one)], [one for one in near if _same(other, one)]
    if both := {one.sentence for one in mine} & {
        one.sentence for one in its
    }:  # where both stand it is told which is which
        mine, its = ([one for one in found if one.sentence in both] for found in (mine, its))
    if not mine or not its:
        return False

    def best(line: _Place, held: list[_Place]) -> float:
        return max(_likeness(line, one) for one in held)

    margin = _SWAPPED + (_CLEARLY if _in_one_order(place, other, mine, its) else 0)
    return best(place, its) + best(other, mine) > best(place, mine) + best(other, its) + margin


def _in_one_order(place: _Place, other: _Place, mine: Sequence[_Place], its: Sequence[_Place]) -> bool:
    """Whether each sentence that has two figures of a line has them in its order: they are told one after the other."""
    both = [(one, two) for one in mine for two in its if one.sentence == two.sentence]
    is_first = place.figure.start < other.figure.start
    return bool(both) and all((one.figure.start < two.figure.start) is is_first for one, two in both)


def _requalified(place: _Place, own: list[_Place]) -> tuple[CheckCode, str] | None:
    """A line that makes "at least seven" of "no more than seven", or of either an exact number."""
    said, held = place.figure.qualifier, {one.figure.qualifier for one in own}
    if not own or said in held or any(one.follows_to for one in own):
        return None
    is_other = (
        (said in _UP and not held & _UP)
        or (said in _DOWN and not held & _DOWN)
        or (said == "exactly" and held <= _UP | _DOWN)
    )
    if not is_other or own[0].words.lower() == place.words.lower():
        return None
    return "qualifier_differs", f"the line says “{place.words}”, the article “{own[0].words}”"


def _likeness(one: _Place, other: _Place) -> float:
    score = 1.0 if _have_one_unit(one.figure.unit, other.figure.unit) else 0.0
    for (side, root), weight in one.beside.items():
        opposite = "after" if side == "before" else "before"
        score += weight * max(
            other.beside.get((side, root), 0.0), _OTHER_SIDE * other.beside.get((opposite, root), 0.0)
        )
    return score


def _have_one_unit(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return False
    return root_of(one) == root_of(other) or not sides_of(meaning(one)).isdisjoint(sides_of(meaning(other)))


def _same(one: _Place, other: _Place) -> bool:
    first, second = one.figure.value, other.figure.value
    return abs(first - second) <= 1e-9 * max(abs(first), abs(second), 1)


def _is_rival(one: _Place, other: _Place) -> bool:
    """Whether another figure of the article might stand where this one stands."""
    return not _same(one, other) and (one.figure.value < 1) == (other.figure.value < 1) and not _is_vague(other)


def _is_rounded(one: _Place, other: _Place) -> bool:
    """Whether "more than 90" or "nearly 100" stands for a number of the same unit close to it: 90.12, 98."""
    if one.figure.qualifier == "exactly" or not _have_one_unit(one.figure.unit, other.figure.unit):
        return False
    if one.figure.value == 0 or other.figure.qualifier != "exactly":
        return False
    share = other.figure.value / one.figure.value
    if one.figure.qualifier == "about":
        return 1 - _CLOSE < share < 1 + _CLOSE
    return 1 < share < 1 + _CLOSE if one.figure.qualifier in _UP else 1 - _CLOSE < share < 1


def _is_share(one: _Place, other: _Place) -> bool:
    """Whether a fraction stands for a percentage: "three quarters" for 75 percent."""
    return 0 < one.figure.value < 1 and abs(100 * one.figure.value - other.figure.value) <= _NEARLY_PERCENT


def _is_vague(place: _Place) -> bool:
    """Whether a figure is "dozens" or "thousands"."""
    return (
        place.figure.qualifier == "at_least"
        and place.words.lower().endswith(("s", "ns of"))
        and not any(map(str.isdigit, place.words))
        and place.figure.value >= 20
        and place.words.lower().split()[0] in _VAGUE
    )


_VAGUE = frozenset({"dozens", "scores", "hundreds", "thousands", "tens", "millions", "billions", "several"})


def _stands(article: Article, place: _Place, near: Collection[int]) -> bool:
    if place.figure.value == 2 and any(_BOTH.search(sentence_text(article, index)) for index in near):
        return True
    values = [one.figure.value for one in _figures_of(article) if one.sentence in near]
    if is_reckoned(article.text, place.figure, values):
        return True
    forms = "|".join({re.escape(place.number), re.escape(place.number.replace(",", ""))})
    dates = _date_spans(article) if place.figure.value <= _LAST_DAY else ()
    return any(
        not any(start <= found.start() < end for start, end in dates)
        for found in re.finditer(rf"(?<![\w.,])(?:{forms})(?!\d|[.,]\d)", article.text, re.IGNORECASE)
    )


@ReadOnce
def _date_spans(article: Article) -> tuple[tuple[int, int], ...]:
    """Where the article has days of a month, whose numbers count nothing."""
    return tuple((one.start, one.end) for one in find_numerals(article.text) if one.kind == "date")
