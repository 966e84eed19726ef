"""Judges facts: whether the passages agree, are in conflict or cannot be told, and why."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from summarizer.comparison.agreement import agree, length_unit
from summarizer.comparison.groups import Answer, Judged
from summarizer.comparison.passages import clause_of
from summarizer.text.words import read_words, words_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.comparison.accounts import Accounts
    from summarizer.comparison.passages import Passage
    from summarizer.comparison.quantities import Quantity
    from summarizer.contract.comparison import Verdict

_GOOD_LENGTH = 80  # characters of a passage that words a question
_TIED = re.compile(
    r"^[\s,;:.—–-]*(?:(?:and\s|but\s)?(?:that|whether)\s(?!(?:is|was|are|were|had|has|did|does|w[io]\w*ld?|can|could|may|might)\b))?"
)
_DENIES = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|den(?:y|ies|ied)|reject\w*|disput\w*|untrue|false)\b|n['’]t\b"
)
_CALLED = re.compile(r"(?:it|this|that|them|him|her)\s(?!is|was|had|did)[\w-]+")
_WHOLE = re.compile(r"[\s]*(?:[\"“”'‘’A-Z0-9]|(?:and |but )?(?:that|whether|there)\b)")
_SAID = re.compile(r"\b(?:told|said|says|according\sto|reported)\b")
# "denied that the reeve ever mentioned 14 dead": what is denied is that he said so.
_SAYING = re.compile(
    r"\b(?:ha[ds]|have|having|ever|never|that\s\w+)\s(?:\w+ly\s)?"
    r"(?:said|spoken|told|called|claimed|announced|reported|promised|admitted|named|put)\b"
    r"|^\W*(?:ever\s)?(?:saying|telling|having\s(?:said|told|spoken)|speaking|calling|claiming|reporting|announcing)\b"
)
_MOMENT = words_pattern("comparison.moments.words")
_LONG = 200
_MANY = 5  # numbers that are told of one thing, beyond which they are rather of several


def judge_statements(group: Sequence[Passage]) -> Judged:
    """The fact that passages state which say the same, without a number that only some of the articles tell."""
    best = _best_worded(_told_by_all(group))
    told = _told(best)
    return Judged(
        text=told,
        kind="figure" if best.figures else "statement",
        verdict=_verdict_of_one_answer(group),
        reason=_reason_of_one_answer(group),
        answers=(Answer(told, tuple(group)),),
    )


def judge_opposed(sides: Sequence[Sequence[Passage]], reason: str, accounts: Accounts) -> Judged:
    """A conflict between passages that say yes and passages that say no; a source on both sides is named."""
    best = [_best_worded(side) for side in sides]
    said = [_are_denied_to_be_said(sides[at], sides[1 - at]) for at in range(len(sides))]
    answers = tuple(Answer(_told(one), tuple(side), it) for one, side, it in zip(best, sides, said, strict=True))
    if any(said):
        reason = "one tells that it was said, the other denies that"
    elif both := accounts.on_both_sides(sides):
        reason = f"{reason}; {', '.join(both)} on both sides"
    asked = next(
        (as_answer(one.text) if one.stance != "accuses" else _told(one) for one in best if one.stance != "denies"), ""
    )
    return Judged(asked or answers[0].position, "statement", "conflict", reason, answers)


def judge_lone_figure(one: Quantity) -> Judged:
    """A number that only one of the passages of a fact tells."""
    told = clause_of(one.passage, one.figure)
    answer = Answer(one.words, (told,))
    return Judged(as_answer(told.text), "figure", "single_source", "one article tells this number", (answer,))


def judge_denied(group: Sequence[Quantity], denial: Passage) -> Judged:
    """A conflict between passages that tell a number and one that denies it."""
    told = tuple(dict.fromkeys(one.passage for one in group))
    said = _are_denied_to_be_said(told, (denial,))
    answers = (Answer(_position(group), told, said), Answer(_told(denial), (denial,)))
    return Judged(as_answer(denial.text), "statement", "conflict", "one tells a number that the other denies", answers)


def judge_figures(group: Sequence[Quantity], accounts: Accounts) -> Judged:
    """The fact whose number quantities tell: one answer for each number."""
    by_value: dict[tuple[float, str], list[Quantity]] = {}
    for one in sorted(group, key=lambda one: one.figure.value):
        by_value.setdefault((one.figure.value, length_unit(one)), []).append(one)
    answers = tuple(
        Answer(_position(found), tuple(dict.fromkeys(one.passage for one in found))) for found in by_value.values()
    )
    passages = [passage for answer in answers for passage in answer.passages]
    verdict, reason = _judge_numbers(list(by_value.values()), passages, accounts)
    return Judged(_question(group), "figure", verdict, reason, answers)


def _are_denied_to_be_said(told: Sequence[Passage], denials: Sequence[Passage]) -> bool:
    """Whether what is denied is that somebody has said what passages quote, which themselves speak of no saying."""
    return all(one.stance == "denies" and _SAYING.search(one.text) for one in denials) and not any(
        _SAYING.search(one.text) for one in told
    )


def judge_again(fact: Judged, origins: int) -> Judged:
    """A fact of so many origins: what one article tells twice from one of them is told once."""
    articles = {one.article for answer in fact.answers for one in answer.passages}
    if fact.verdict != "agree" or origins > 1 or len(articles) > 1:
        return fact
    return fact._replace(verdict="single_source", reason="one article says so, from one source")


def _question(group: Sequence[Quantity]) -> str:
    """The question that quantities answer, in the words of one of them, with "…" for the number."""
    one = min(group, key=_worth_asking)
    asked = read_words("comparison")["questions"].get(one.event, "")
    start, passage = one.passage.start, one.passage
    before, after = passage.text[: max(0, one.figure.start - start)], passage.text[one.figure.at[1] - start :]
    words = as_answer(f"{before}…{after}").rstrip(".")
    return f"{asked.replace('_', ' ')}: {words}" if asked else words


def _worth_asking(one: Quantity) -> tuple[bool, bool, int, str, str, int]:
    """How badly a passage words the question: a headline or a relay, one of several numbers, short or long."""
    passage = one.passage
    length = abs(len(passage.text) - _GOOD_LENGTH)
    is_relay = passage.kind == "media" or _SAID.search(passage.text) is not None
    return passage.is_title or is_relay, len(passage.figures) > 1, length, passage.text, passage.article, passage.start


def _told(passage: Passage) -> str:
    """A passage as an answer: "denied: the pier had burned" where that is what its speaker denies."""
    words = as_answer(passage.text)
    if _CALLED.fullmatch(words):
        return f"called {words}"
    if passage.stance == "accuses":
        return f"accused: {words}"
    return f"denied: {words}" if passage.stance == "denies" and not _DENIES.search(words) else words


def as_answer(words: str) -> str:
    """A passage as an answer stands: on one line, without what only tied it to its sentence."""
    return _TIED.sub("", " ".join(words.split())).rstrip(" ,;:—–-") or words


def _judge_numbers(
    numbers: Sequence[Sequence[Quantity]], passages: Sequence[Passage], accounts: Accounts
) -> tuple[Verdict, str]:
    if len(numbers) == 1:
        return _verdict_of_one_answer(passages), _reason_of_one_answer(passages)
    if len(numbers) > _MANY and not all(agree(low[0], high[0]) for low, high in combinations(numbers, 2)):
        return "uncertain", f"{len(numbers)} numbers are told, which may be of different things"
    if not _are_of_events(numbers) and _told_together(numbers):
        return "uncertain", "one passage tells several of the numbers, which may be of different things"
    updated = ""
    for low, high in combinations(numbers, 2):
        pairs = [(one, two) for one in _firmest(low) for two in _firmest(high)]
        apart = [(one, two) for one, two in pairs if not agree(one, two)]
        if not apart or len(apart) < len(pairs):
            continue
        verdict, reason = _judge_apart(apart, accounts)
        if verdict != "agree":
            return verdict, reason
        updated = updated or reason
    return "agree", updated or "the numbers are compatible: a bound, a rounding or a range"


def _judge_apart(apart: Sequence[tuple[Quantity, Quantity]], accounts: Accounts) -> tuple[Verdict, str]:
    """Whether two numbers, told by these, are an update or a changed account, of two times, or in conflict."""
    updates = [pair for pair in apart if accounts.is_update(*pair)]
    if updates and all(pair in updates or accounts.may_be_update(*pair) for pair in apart):
        return "agree", "the later number is an update of the earlier one"
    if all(_are_of_moments(one, two) for one, two in apart):
        return "uncertain", "the numbers are of those at one time, and the times may be two"
    one, two = apart[0]
    if not all(accounts.source_of_both(first.passage, second.passage) for first, second in apart):
        return "conflict", f"“{one.words}” and “{two.words}” cannot both be right"
    name = accounts.source_of_both(one.passage, two.passage)
    ordered = accounts.in_order(one, two)
    if ordered is None:  # a toll of which more became known, or two accounts of one thing
        told = f"{name} is quoted with “{one.words}” and with “{two.words}”"
        return ("uncertain" if one.grows or two.grows else "conflict"), told
    return "agree", f"{name} changed the account: “{ordered[0].words}”, then “{ordered[1].words}”"


def _are_of_moments(one: Quantity, two: Quantity) -> bool:
    """Whether two articles tell how many are in hospital, in custody or the like, where some come and others go."""
    first, second = one.passage, two.passage
    return first.article != second.article and all(_MOMENT.search(each.text) is not None for each in (first, second))


def _firmest(told: Sequence[Quantity]) -> Sequence[Quantity]:
    """Of those who tell one number the ones who tell it as exact, where there are any beside those who say "about"."""
    return [one for one in told if one.figure.qualifier != "about"] or told


def _are_of_events(numbers: Sequence[Sequence[Quantity]]) -> bool:
    """Whether the numbers are of persons to whom one thing has happened."""
    return all(one.event for found in numbers for one in found)


def _told_together(numbers: Sequence[Sequence[Quantity]]) -> bool:
    """Whether somebody tells two of the numbers in one sentence."""
    places = [{(one.passage.article, one.passage.sentence, one.passage.speaker) for one in found} for found in numbers]
    return any(one & two for one, two in combinations(places, 2))


def _position(found: Sequence[Quantity]) -> str:
    return min((one.words for one in found), key=lambda words: (len(words), words))


def _told_by_all(group: Sequence[Passage]) -> Sequence[Passage]:
    """The passages whose numbers all articles tell; all of them when there are none."""
    numbers: dict[str, set[float]] = {}
    for one in group:
        numbers.setdefault(one.article, set()).update(figure.value for figure in one.figures)
    shared = set.intersection(*numbers.values())
    return [one for one in group if all(figure.value in shared for figure in one.figures)] or group


def _best_worded(group: Sequence[Passage]) -> Passage:
    """The passage that words best what a group says: a whole sentence, quotation or "that" rather than a fragment."""

    def rank(one: Passage) -> tuple[bool, bool, int, str, str, int]:
        is_whole = _WHOLE.match(one.text) is not None and len(one.text) <= _LONG
        return not is_whole, one.is_title, len(one.text), one.text, one.article, one.start

    return min(group, key=rank)


def _verdict_of_one_answer(group: Sequence[Passage]) -> Verdict:
    return "single_source" if len({(one.article, one.speaker) for one in group}) == 1 else "agree"


def _reason_of_one_answer(group: Sequence[Passage]) -> str:
    articles = len({one.article for one in group})
    if articles > 1:
        return f"{articles} articles say so"
    return "two sources in one article say so" if _verdict_of_one_answer(group) == "agree" else "one article says so"
