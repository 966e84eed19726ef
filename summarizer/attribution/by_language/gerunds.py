"""What somebody says beside what he does or says: "…, dénonçant « … »", "…, asegurando que …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.by_language.behind import Behind
from summarizer.attribution.by_language.verbs import Cue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.attribution.by_language.clause import Clause
    from summarizer.attribution.by_language.found import Found
    from summarizer.attribution.by_language.phrases import Phrase

_LEADS = frozenset(("en", "tout"))  # tout en dénonçant


def said_beside(clause: Clause, found: Sequence[Found]) -> list[Found]:
    """A gerund of saying behind a comma or "en", with the quotation or the clause with "that" that it says."""
    return list(_said_beside(clause, found)) if clause.speech.gerunds else []


def _said_beside(clause: Clause, found: Sequence[Found]) -> Iterator[Found]:
    for at, token in enumerate(clause.tokens):
        verb = clause.speech.gerunds.get(token.low)
        if verb is None or not _is_beside(clause, at):
            continue
        of, is_known = _who(clause, at, found)
        one = Behind(clause, Cue(verb, at, at + 1, at + 1, at), of, at + 1).read() if is_known else None
        if one is not None and (one.rule in ("that", "colon") or _holds_quotation(clause, one)):
            yield one._replace(rule="gerund")


def _is_beside(clause: Clause, at: int) -> bool:
    """Whether a gerund stands behind a comma, or behind "en" alone; not behind its noun: "un film racontant …"."""
    first = at
    while first > clause.begin and clause.tokens[first - 1].low in _LEADS | clause.grammar.objects - {"en"}:
        first -= 1  # "tout en se disant"
    is_led = clause.is_comma(first - 1) or clause.is_conjunction(first - 1)
    return is_led or clause.begin < first < at or any(cue.past == first for cue in clause.cues)


def _who(clause: Clause, at: int, found: Sequence[Found]) -> tuple[Phrase | None, bool]:
    """Who says it: who says something before it in the sentence, or of whom the sentence is; and whether it is told."""
    before = [one for one in found if one.cue[0] < at and all(start < at for start, _ in one.content)]
    if before:
        return before[-1].subject, True
    opening = clause.opening()
    if opening is None or opening.past > at:
        return None, False
    is_told = opening.name is not None or opening.is_pronoun or clause.phrases.is_known(opening.head)
    return opening, is_told


def _holds_quotation(clause: Clause, one: Found) -> bool:
    return any(token.kind == "quote" for start, past in one.content for token in clause.tokens[start:past])
