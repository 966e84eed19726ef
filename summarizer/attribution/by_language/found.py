"""An attribution in one sentence, and what stands on both sides of "said the mayor"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.by_language.clause import FEWEST, Clause

if TYPE_CHECKING:
    from summarizer.attribution.by_language.clause import Range
    from summarizer.attribution.by_language.phrases import Phrase
    from summarizer.attribution.by_language.verbs import Cue
    from summarizer.contract.draft import Stance
    from summarizer.contract.statement import Form

THERE = "there"  # the rule of what a body says that the sentence before names
_MIDDLE = 6  # tokens of a clause before "said the mayor" that goes on behind it
_PAUSES = frozenset(",.:;–—-")
_WHOLE = 12  # words of a quotation that is a sentence of its own


class Found(NamedTuple):
    """An attribution in tokens of its sentence; `subject` is None where the verb alone tells that he or she speaks."""

    content: tuple[Range, ...]
    subject: Phrase | None
    cue: Range
    stance: Stance
    form: Form
    rule: str


def content_around(clause: Clause, before: int, behind: int, *, is_quoted: bool) -> tuple[Range, ...]:
    """What is said before token `before` and from `behind` on, where "said the mayor" stands between them."""
    tokens = clause.tokens
    last = before if tokens[before].kind == "quote" else before - 1
    first = _first(clause, last)
    if is_quoted:
        piece = _quoted(clause, first, last)
    elif first == clause.begin and _may_begin(clause, first, behind) and clause.past_adjuncts(first) <= last:
        piece = (first, last + 1)
    else:
        return ()
    rest = _rest(clause, piece, behind, is_quoted=is_quoted)
    return (piece,) if rest is None else (piece, rest)


def _may_begin(clause: Clause, first: int, behind: int) -> bool:
    """Whether what is said may begin there: no "because", and "if" where its main clause follows the speaker."""
    is_followed = clause.tokens[first].low in clause.grammar.conditionals and clause.is_comma(behind)
    return is_followed or not _is_subordinate(clause, first)


def _first(clause: Clause, last: int) -> int:
    """Where what is said begins at the earliest: behind another verb of saying, a colon or a semicolon."""
    tokens = clause.tokens
    first = max(
        [other.end for other in clause.cues if other.past <= last and not _is_reported(clause, other)], default=0
    )
    first = max([first, *(i + 1 for i in range(first, last + 1) if tokens[i].text in (";", ":"))])
    while first <= last and tokens[first].kind == "mark" and tokens[first].text != "¿":
        first += 1
    return min(first, last)


def _is_reported(clause: Clause, cue: Cue) -> bool:
    """Whether a verb of saying stands in the mood of reported speech, so that it is part of what somebody says."""
    return clause.tokens[cue.finite].low in clause.grammar.reported


def _quoted(clause: Clause, first: int, last: int) -> Range:
    """The quotations that end at a token, with the words before them where they are one clause with them."""
    tokens = clause.tokens
    quoted = last
    while quoted > first and tokens[quoted - 1].kind in ("quote", "mark"):
        quoted -= 1
    while tokens[quoted].kind == "mark":
        quoted += 1
    words = sum(token.kind == "word" for token in tokens[first:quoted])
    is_one = words >= 2 and first == clause.begin
    if is_one and any(clause.is_comma(i) for i in range(first, quoted)):
        is_one = _needs_quotation(clause, quoted)
    is_whole = tokens[last].words >= _WHOLE or any(mark in tokens[last].text[-3:] for mark in ".!?")
    return (first, last + 1) if is_one and not is_whole else (quoted, last + 1)


def _past_manner(clause: Clause, at: int) -> int:
    """The quotation behind a few words on how it was said: "—No —dice mientras seca un vaso—. Mañana"."""
    tokens, past = clause.tokens, min(clause.last, at + _MIDDLE + 2)
    stop = next((i for i in range(at, past) if tokens[i].kind != "word"), clause.last)
    behind = next((i for i in range(stop, clause.last) if tokens[i].text not in _PAUSES), clause.last)
    is_next = stop < behind < clause.last and tokens[behind].kind == "quote" and tokens[behind - 1].text != ":"
    is_another = any(word.is_capital for word in tokens[at:stop]) and not clause.grammar.capital_nouns
    return behind if is_next and not is_another and not any(at <= cue.first < stop for cue in clause.cues) else at


def _needs_quotation(clause: Clause, quoted: int) -> bool:
    """Whether a clause does not end without the quotation behind it: "The owner, 54, was charged with “…”"."""
    low = clause.tokens[quoted - 1].low.rstrip("'")
    grammar = clause.grammar
    leads = grammar.prepositions | grammar.connectors | grammar.determiners | grammar.reported | grammar.auxiliaries
    return low in leads or (low in grammar.stops and not clause.is_conjunction(quoted - 1))


def _is_subordinate(clause: Clause, at: int) -> bool:
    low, grammar = clause.tokens[at].low, clause.grammar
    following = clause.tokens[at + 1].low if at + 1 < clause.last else ""
    if grammar.verb_second and following in grammar.reported | grammar.unreal | grammar.auxiliaries:
        return False  # "Damit seien alle gerettet"
    according = clause.speech.according
    return low in clause.grammar.subordinators or low in according.as_words or low in according.asked


def _goes_on_in_mood(clause: Clause, at: int) -> bool:
    """Whether a clause of its own in the mood of reported speech stands behind the speaker: ", sagte er, er habe …"."""
    grammar = clause.grammar
    if not grammar.reported or not clause.is_comma(at - 1):
        return False
    at += clause.is_conjunction(at)
    if at >= clause.last or clause.tokens[at].low in grammar.relative_words - grammar.determiners:
        return False
    phrase = clause.phrases.read(at)
    is_known = phrase is not None or clause.tokens[at].low in grammar.others
    past = phrase.past if phrase is not None else at + 1
    return is_known and past < clause.last and clause.tokens[past].low in grammar.reported


def _rest(clause: Clause, piece: Range, at: int, *, is_quoted: bool) -> Range | None:
    """What goes on behind "said the mayor": the next quotation, or the rest of a clause that was only begun."""
    tokens = clause.tokens
    at = clause.past_adjuncts(at)
    told = clause.phrases.read(at, is_subject=False) if is_quoted else None
    if told is not None and told.past < len(tokens) and tokens[told.past].kind != "word":
        at = told.past  # "said Kroon to the paper"
    while at < len(tokens) and tokens[at].kind == "mark" and tokens[at].text in _PAUSES:
        at += 1
    if at >= clause.last:
        return None
    if is_quoted:
        at = at if tokens[at].kind == "quote" else _past_manner(clause, at)
        return (at, at + 1) if tokens[at].kind == "quote" and clause.is_quote(*piece) else None
    if tokens[at].kind == "quote" and clause.is_comma(at - 1) and at + 1 >= clause.last:
        return (at, at + 1)  # "Er wolle schlafen, sagt er, „bis Oktober“"
    if _goes_on_in_mood(clause, at):
        return (at, clause.clause_end(at))
    return _second_part(clause, piece, at)


def _second_part(clause: Clause, piece: Range, at: int) -> Range | None:
    """The rest of a clause of which only a few words stand before "said the mayor"."""
    tokens, grammar = clause.tokens, clause.grammar
    if piece[1] - piece[0] > _MIDDLE or tokens[at].kind != "word" or not clause.is_comma(at - 1):
        return None
    moods = grammar.reported | grammar.unreal
    if any(token.low in moods for token in tokens[piece[0] : piece[1] - 1]):
        return None  # its verb stands before it
    low = tokens[at].low
    if tokens[at].is_capital and not grammar.capital_nouns:
        return None  # a name beside the source's
    is_relative = low in grammar.relative_words and (
        low not in grammar.determiners or clause.phrases.read(at, is_subject=False) is None
    )
    if is_relative or low in grammar.subordinators or clause.words(at, clause.last) < FEWEST - 1:
        return None
    return (at, clause.clause_end(at))
