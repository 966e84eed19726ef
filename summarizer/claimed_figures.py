"""Compares the numbers of a claim's text with those of its evidence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.figures import FigureSpan, find_figures
from summarizer.numerals import find_numerals
from summarizer.overlap import content_words, stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.number_words import Numeral


class Comparison(NamedTuple):
    """The evidence's figures that a claim repeats, its numbers that the evidence lacks, and changed qualifiers."""

    held: tuple[FigureSpan, ...]
    missing: tuple[str, ...]
    requalified: tuple[str, ...]


def compare_figures(
    text: str, article_text: str, near: Sequence[FigureSpan], sentences: str | None = None
) -> Comparison:
    """Find every number of a claim's text among the figures near its evidence.

    `near` are spans of `article_text`. With `sentences` (the words near the evidence), dates, times, ordinals and names
    with numbers are compared as well, digit group by digit group.
    """
    held: list[FigureSpan] = []
    missing: list[str] = []
    requalified: list[str] = []
    for figure in find_figures(text):
        match = _match(text, figure, article_text, near)
        if match is None:
            missing.append(text[figure.start : figure.end])
            continue
        held.append(match)
        if figure.qualifier != match.qualifier:
            article_words = article_text[match.start : match.end]
            requalified.append(f"the claim says “{text[figure.start : figure.end]}”, the article “{article_words}”")
    if sentences is not None:
        missing += _missing_apart(text, sentences)
    return Comparison(tuple(held), tuple(missing), tuple(requalified))


def _match(text: str, figure: FigureSpan, article_text: str, near: Sequence[FigureSpan]) -> FigureSpan | None:
    """The article's figure that this one repeats: the same value, and not what another figure stands for."""
    best: FigureSpan | None = None
    best_score = -1
    rival = -1
    for other in near:
        score = _likeness(text, figure, article_text, other)
        if _same_value(figure, other):
            if score > best_score:
                best, best_score = other, score
        else:
            rival = max(rival, score)
    # "8 dead and 7 hurt" does not hold "7 dead": another figure stands where this one should
    return best if best_score >= rival or rival < 2 else None


def _same_value(one: FigureSpan, other: FigureSpan) -> bool:
    if abs(one.value - other.value) > 1e-9 * max(abs(one.value), abs(other.value)):
        return False
    money_or_share = {unit for unit in (one.unit, other.unit) if unit and (unit.isupper() or unit == "percent")}
    return len(money_or_share) < 2


def _likeness(text: str, figure: FigureSpan, article_text: str, other: FigureSpan) -> int:
    score = 0
    if figure.unit and other.unit and stem(figure.unit.lower()) == stem(other.unit.lower()):
        score += 2
    before = _word_before(text, figure.start), _word_before(article_text, other.start)
    after = _word_after(text, figure.at[1]), _word_after(article_text, other.at[1])
    return score + (before[0] == before[1] != "") + (after[0] == after[1] != "")


def _word_before(text: str, at: int) -> str:
    return next((stem(word.lower()) for word in reversed(content_words(text[max(0, at - 40) : at]))), "")


def _word_after(text: str, at: int) -> str:
    return next((stem(word.lower()) for word in content_words(text[at : at + 40])), "")


def _missing_apart(text: str, sentences: str) -> list[str]:
    """Dates, times, ordinals and names with numbers that the evidence's sentences have neither so nor otherwise put."""
    apart = [numeral for numeral in find_numerals(text) if numeral.kind != "figure"]
    if not apart:
        return []
    known = find_numerals(sentences)
    missing = []
    for numeral in apart:
        keys = {key for other in known if other.kind == numeral.kind for key in _keys(sentences, other)}
        whole = _whole_word(text, numeral)
        if not _keys(text, numeral) <= keys and not re.search(rf"(?<!\w){re.escape(whole)}(?!\w)", sentences):
            missing.append(whole)
    return missing


def _keys(text: str, numeral: Numeral) -> set[str]:
    if numeral.value:
        return {f"{numeral.value:g}"}
    words = text[numeral.start : numeral.end].lower()
    keys = {f"{int(group)}" for group in re.findall(r"\d+", words)}
    if numeral.kind == "date" and (month := re.search(r"[a-z]{3,}", words)):
        keys.add(month.group()[:3])
    return keys


def _whole_word(text: str, numeral: Numeral) -> str:
    """A numeral with the word that it is part of, and the word before where it is part of a name: "F-16", "Post 7"."""
    before = re.search(r"(?:[A-Z][\w.]* )?[^\s(“\"'‘]*$" if numeral.kind == "designation" else r"[^\s(“\"'‘]*$", text[: numeral.start])
    return text[before.start() if before else numeral.start : numeral.end]
