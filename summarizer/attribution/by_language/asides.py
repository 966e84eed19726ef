"""The reporter's words inside the marks of a quotation: "« Il est tard, a dit le maire. Rentrons. »"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.by_language.clause import Clause
from summarizer.attribution.by_language.tokens import Unit, read_tokens, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.attribution.by_language.speech import Speech
    from summarizer.attribution.by_language.tokens import Token
    from summarizer.contract.statement import Offsets

_LEADS = frozenset(",?!…—–")
_ENDS = frozenset(",.:;—–")
_DASHES = frozenset("—–")
_SHORT = 6  # words behind the speaker that tell how it was said: ", la voix cassée."


class _Aside(NamedTuple):
    """Where the words before the reporter's end, and where what is said goes on; None where it does not."""

    before: int
    behind: int | None


def without_aside(text: str, region: Offsets, speech: Speech) -> list[Offsets]:
    """A quotation without the reporter's "says the mayor" that stands inside its marks, as some papers print it."""
    start, end = region
    aside = _find(text, start + 1, end - 1, speech)
    if aside is None:
        return [region]
    if aside.behind is None:
        return [(start, aside.before)]
    return [(start, aside.before), (aside.behind, end)]


def spoken_around(text: str, start: int, end: int, speech: Speech) -> list[Offsets]:
    """What is spoken in a paragraph that one dash opens: "— Rien n'a changé, jure le maire. Demandez-leur !"."""
    aside = _find(text, start + 1, end, speech)
    if aside is None:
        return []
    spoken = [(start, aside.before)] if aside.behind is None else [(start, aside.before), (aside.behind, end)]
    return [(low, high) for low, high in (trimmed(text, *one) for one in spoken) if low < high]


def _find(text: str, start: int, end: int, speech: Speech) -> _Aside | None:
    tokens = tuple(read_tokens(text, start, end, (), speech))
    clause = Clause(speech, Unit(start, end, 0, tokens))
    for verb, subject_at, behind in _verbs(clause):
        first = verb
        while first > 0 and tokens[first - 1].low in speech.grammar.objects:
            first -= 1
        if first == 0 or tokens[first - 1].text not in _LEADS:
            continue
        past = _past_speaker(clause, subject_at, behind, is_dashed=tokens[first - 1].text in _DASHES)
        if past is None:
            continue
        mark = tokens[first - 1]
        rest = next((token for token in tokens[past:] if token.kind != "mark" or token.text in "¿¡"), None)
        before = mark.end if mark.text in "?!…" else tokens[first - 2].end if first > 1 else mark.start
        return _Aside(before, rest.start if rest is not None else None)
    return None


def _verbs(clause: Clause) -> Iterator[tuple[int, int, int]]:
    """The verbs that may be the reporter's, of saying and any with "-t-il"; where their subject and their end are."""
    for cue in clause.cues:
        if "inverted" in cue.verb.frames:
            yield cue.first, cue.past if cue.clitic is None else cue.clitic, cue.end
    for at, token in enumerate(clause.tokens):
        if token.hangs and at > 0 and token.low not in clause.grammar.unnamed:
            yield at - 1, at, at + 1


def _past_speaker(clause: Clause, at: int, behind: int, *, is_dashed: bool) -> int | None:
    """Past the speaker, adjuncts and a few words on how it was said, up to the mark that closes them."""
    tokens = clause.tokens
    subject = clause.subject_after(at)
    if subject is None and not (is_dashed and clause.grammar.drops_subjects):
        return None
    past = max(behind, subject.beyond if subject is not None else at)
    past -= tokens[past - 1].text == ","
    named, past = past, clause.past_adjuncts(past)
    if not is_dashed and not _is_closed(tokens, past, is_dashed=False) and past > named:
        past = _past_words(clause, past)  # "lâche-t-il en refermant la porte."
    if _is_closed(tokens, past, is_dashed=is_dashed):
        return past if is_dashed else _past_manner(clause, past)
    stop = next((i for i in range(past, min(len(tokens), past + _SHORT)) if tokens[i].text in _DASHES), None)
    return stop if is_dashed else None


def _past_words(clause: Clause, at: int) -> int:
    """Past a few words up to the next mark, where none of them is a name or a verb of saying."""
    stop = next((i for i in range(at, min(len(clause.tokens), at + _SHORT)) if clause.tokens[i].kind == "mark"), at)
    is_plain = not any(token.is_capital for token in clause.tokens[at:stop])
    return stop if is_plain and not any(at <= cue.first < stop for cue in clause.cues) else at


def _past_manner(clause: Clause, at: int) -> int:
    """Past a few words on how it was said, ", la voix cassée.", if they begin as such words do."""
    tokens, grammar = clause.tokens, clause.grammar
    stop = next((i for i in range(at + 1, min(len(tokens), at + 2 + _SHORT)) if tokens[i].kind == "mark"), None)
    if stop is None or tokens[at].text != "," or tokens[stop].text != ".":
        return at
    leads = grammar.determiners | grammar.prepositions
    is_speech = any(at < cue.first < stop for cue in clause.cues)
    return stop if tokens[at + 1].low in leads and stop - at > 2 and not is_speech else at


def _is_closed(tokens: Sequence[Token], at: int, *, is_dashed: bool) -> bool:
    if is_dashed:
        return at < len(tokens) and tokens[at].text in _DASHES
    return at >= len(tokens) or tokens[at].text in _ENDS
