"""The sentences of an article as units of reading: one that ends inside a quotation goes on to the end of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.by_language.asides import spoken_around, without_aside
from summarizer.attribution.by_language.speech import load_speech
from summarizer.attribution.by_language.tokens import ABBREVIATIONS, Unit, read_tokens, trimmed
from summarizer.contract.article import ReadOnce
from summarizer.reading.layout.dateline import past_dateline
from summarizer.reading.layout.layout import flat_text, layout_of, sentences_of
from summarizer.reading.layout.quotation import quoted_regions
from summarizer.text.language import rules_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.by_language.speech import Speech
    from summarizer.contract.article import Article
    from summarizer.contract.statement import Offsets

_ABBREVIATION = re.compile(ABBREVIATIONS + r"\s*\Z")
_LEADING = 5  # sentences of an article, the first of which may have a dateline
_DASH = re.compile(r"(?<=\s)[—–](?=\S)|(?<=\w)[—–](?=[\s.,:;])")


def read_units(article: Article, speech: Speech) -> list[Unit]:
    """The sentences of an article's body; one that ends inside a quotation goes on to the end of it."""
    text, regions = flat_text(article), quoted_regions(article)
    blocks = layout_of(article).blocks
    units: list[Unit] = []
    spoken = _dialogue(article)
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
            inside = [part for one in inside for part in without_aside(text, one, speech)]
            start = past_dateline(text, start, end) if len(units) < _LEADING else start
        units.append(Unit(start, end, block, tuple(read_tokens(text, start, end, inside, speech))))
    return units


def read_headings(article: Article, speech: Speech) -> list[Unit]:
    """The headlines of an article, in which nobody speaks but somebody's office may stand."""
    text = flat_text(article)
    blocks = [one for one in layout_of(article).blocks if one.kind == "title"]
    return [Unit(one.start, one.end, 0, tuple(read_tokens(text, one.start, one.end, (), speech))) for one in blocks]


def spoken_parts(article: Article) -> list[Offsets]:
    """What is quoted behind dashes instead of between quotation marks."""
    return [part for parts in _dialogue(article).values() for part in parts]


@ReadOnce
def _dialogue(article: Article) -> dict[int, list[Offsets]]:
    """What is spoken in the paragraphs that dashes mark as speech: "—No sé —dijo el alcalde—. Mañana"."""
    text, speech = flat_text(article), load_speech(rules_language(article.language))
    found: dict[int, list[Offsets]] = {}
    for start, end, kind in layout_of(article).blocks:
        if kind != "body" or text[start] not in "—–":
            continue
        marks = [match.start() for match in _DASH.finditer(text, start + 1, end)]
        if not marks:
            spoken = spoken_around(text, start, end, speech)
            found.update({start: spoken} if spoken else {})
            continue
        if not _leads_to_verb(text[marks[0] : end].lower(), speech):
            continue
        spoken = [(start, marks[0])]
        if len(marks) > 1:
            spoken.append((marks[1] + 1, end))
        found[start] = [(low, high) for low, high in (trimmed(text, *one) for one in spoken) if low < high]
    return found


def _leads_to_verb(aside: str, speech: Speech) -> bool:
    """Whether a verb of saying stands behind a dash, "—se quejó", "—ha dicho"."""
    grammar = speech.grammar
    words = re.findall(r"\w+", aside)[:4]
    while words and words[0] in grammar.objects:
        del words[0]
    is_compound = bool(words) and words[0] in grammar.auxiliaries
    verbs = speech.verbs.get(words[is_compound], ()) if len(words) > is_compound else ()
    return any(verb.is_finite or is_compound for verb in verbs)


def _joined(article: Article, regions: Sequence[Offsets]) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    opened: int | None = None  # where the mark of a quotation stands that a sentence ends in
    for one in sentences_of(article):
        last, start, end = found[-1] if found else None, one.start if opened is None else opened, one.end
        opened = _opened_at_end(article.text, end, regions)
        end = end if opened is None else len(article.text[:opened].rstrip())
        if last is not None and last[2] == one.block and _goes_on(article.text, last, start, regions):
            found[-1] = (last[0], end, one.block)
        else:
            found.append((start, end, one.block))
    return found


def _opened_at_end(text: str, end: int, regions: Sequence[Offsets]) -> int | None:
    """Where a quotation opens at the end of a sentence, whose mark is one that closes too: "dit Roux. ”Nous …"."""
    if text[end - 1] not in "”»“":
        return None
    opened = next((low for low, high in regions if low < end <= low + 2 < high), None)
    return opened if opened is not None and text[:opened].rstrip()[-1:] in tuple(".!?") else None


def _goes_on(text: str, before: tuple[int, int, int], start: int, regions: Sequence[Offsets]) -> bool:
    """Whether a sentence is one with that before it: a quotation spans both, or it goes on in lower case behind one."""
    if any(low < before[1] < high and start < high for low, high in regions):
        return True
    if _ABBREVIATION.search(text, before[0], before[1]):
        return True  # M. Roux
    head = text[start : start + 2].lstrip("—–- ")
    ends_quoted = any(high == before[1] for _, high in regions)
    return (ends_quoted and head[:1].islower()) or (ends_quoted and head[:1] in ",;")
