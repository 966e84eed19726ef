"""The sentences of an article as units of reading: one that ends inside a quotation goes on to the end of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.by_language.phrases import PhraseReader
from summarizer.attribution.by_language.tokens import ABBREVIATIONS, Token, read_tokens
from summarizer.attribution.by_language.verbs import find_cues
from summarizer.reading.layout.dateline import past_dateline
from summarizer.reading.layout.layout import flat_text, layout_of, sentences_of
from summarizer.reading.layout.quotation import quoted_regions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.by_language.speech import Speech
    from summarizer.contract.article import Article
    from summarizer.contract.statement import Offsets

_ABBREVIATION = re.compile(ABBREVIATIONS + r"\s*\Z")
_LEADING = 5  # sentences of an article, the first of which may have a dateline
_DASH = re.compile(r"(?<=\s)[—–](?=\S)|(?<=\w)[—–](?=[\s.,:;])")


class Unit(NamedTuple):
    """A sentence, with all sentences of the quotations that it holds; `paragraph` is the index of its block."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]


def read_units(article: Article, speech: Speech) -> list[Unit]:
    """The sentences of an article's body; one that ends inside a quotation goes on to the end of it."""
    text, regions = flat_text(article), quoted_regions(article)
    blocks = layout_of(article).blocks
    units: list[Unit] = []
    spoken = _dialogue(text, [(one.start, one.end) for one in blocks if one.kind == "body"], speech)
    done = -1
    for first, last, block in _joined(article, regions):
        if blocks[block].kind != "body" or block == done:
            continue
        start, end = first, last
        opened = blocks[block].start
        if opened in spoken:
            done, start, end = block, opened, blocks[block].end
            inside = spoken[opened]
        else:
            inside = [(low, high) for low, high in regions if start <= low and high <= end]
            inside = [part for one in inside for part in _without_aside(text, one, speech)]
            start = past_dateline(text, start, end) if len(units) < _LEADING else start
        units.append(Unit(start, end, block, tuple(read_tokens(text, start, end, inside, speech))))
    return units


def _without_aside(text: str, region: Offsets, speech: Speech) -> list[Offsets]:
    """A quotation without the reporter's "says the mayor" that stands inside its marks, as some papers print it."""
    start, end = region
    aside = _aside(list(read_tokens(text, start + 1, end - 1, (), speech)), speech)
    if aside is None or aside[1] is None:
        return [region]
    return [(start, aside[0].start), (aside[1].start, end)]


def _aside(tokens: Sequence[Token], speech: Speech) -> tuple[Token, Token | None] | None:
    """Where "says the mayor" stands in what is spoken: the mark before it, and the word behind it if there is one."""
    for cue in find_cues(speech, tokens):
        before = tokens[cue.first - 1] if cue.first > 0 else None
        is_led = before is not None and (before.text in ",?!" or before.low in speech.grammar.objects)
        if not is_led or "inverted" not in cue.verb.frames or before is None:
            continue
        subject = PhraseReader(speech, tokens).read(cue.past if cue.clitic is None else cue.clitic)
        past = max(cue.end, subject.beyond if subject is not None else 0)
        first = cue.first - (before.low in speech.grammar.objects)
        past -= tokens[past - 1].text == ","
        is_closed = past < len(tokens) and tokens[past].text in (",", ".", ":", ";")
        if subject is not None and is_closed and tokens[first - 1].text in ",?!":
            return tokens[first - 1], tokens[past + 1] if past + 1 < len(tokens) else None
    return None


def _dialogue(text: str, blocks: Sequence[Offsets], speech: Speech) -> dict[int, list[Offsets]]:
    """What is spoken in the paragraphs that dashes mark as speech: "—No sé —dijo el alcalde—. Mañana"."""
    found: dict[int, list[Offsets]] = {}
    for start, end in blocks:
        if text[start] not in "—–":
            continue
        marks = [match.start() for match in _DASH.finditer(text, start + 1, end)]
        if not marks:
            spoken = _spoken_around(text, start, end, speech)
            found.update({start: spoken} if spoken else {})
            continue
        opening = re.compile(r"[—–]\s*(\w+)").match(text, marks[0])
        if opening is None or not any(verb.is_finite for verb in speech.verbs.get(opening[1].lower(), ())):
            continue
        spoken = [(start, marks[0])]
        if len(marks) > 1:
            spoken.append((marks[1] + 1, end))
        found[start] = [(low, high) for low, high in (_trimmed(text, *one) for one in spoken) if low < high]
    return found


def _spoken_around(text: str, start: int, end: int, speech: Speech) -> list[Offsets]:
    """What is spoken in a paragraph that one dash opens: "— Rien n'a changé, jure le maire. Demandez-leur !"."""
    aside = _aside(list(read_tokens(text, start + 1, end, (), speech)), speech)
    if aside is None:
        return []
    first, past = aside
    spoken = [(start, first.start)] if past is None else [(start, first.start), (past.start, end)]
    return [(low, high) for low, high in (_trimmed(text, *one) for one in spoken) if low < high]


def _trimmed(text: str, start: int, end: int) -> Offsets:
    while start < end and not (text[start].isalnum() or text[start] in '¿¡«“"'):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _joined(article: Article, regions: Sequence[Offsets]) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for one in sentences_of(article):
        last = found[-1] if found else None
        if last is not None and last[2] == one.block and _goes_on(article.text, last, one.start, regions):
            found[-1] = (last[0], one.end, one.block)
        else:
            found.append((one.start, one.end, one.block))
    return found


def _goes_on(text: str, before: tuple[int, int, int], start: int, regions: Sequence[Offsets]) -> bool:
    """Whether a sentence is one with that before it: a quotation spans both, or it goes on in lower case behind one."""
    if any(low < before[1] < high and start < high for low, high in regions):
        return True
    if _ABBREVIATION.search(text, before[0], before[1]):
        return True  # M. Roux
    head = text[start : start + 2].lstrip("—–- ")
    ends_quoted = any(high == before[1] for _, high in regions)
    return (ends_quoted and head[:1].islower()) or (ends_quoted and head[:1] in ",;")
