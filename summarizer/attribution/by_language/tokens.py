"""The words, marks and quotations of one sentence, with where they stand in the article."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.reading.layout.dateline import past_dateline
from summarizer.reading.layout.layout import flat_text, layout_of, sentences_of
from summarizer.reading.layout.quotation import quoted_regions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.attribution.by_language.speech import Speech
    from summarizer.contract.article import Article
    from summarizer.contract.statement import Offsets

_LETTERS = re.compile(r"[^\W_]+")
_STOPS = frozenset(".!?…")
_ABBREVIATIONS = r"\b(?:Dr|Prof|Mr|Mme|Sr|Sra|St|M)\."
_ABBREVIATION = re.compile(_ABBREVIATIONS + r"\s*\Z")
_LEADING = 5  # sentences of an article, the first of which may have a dateline
_DASH = re.compile(r"(?<=\s)[—–](?=\S)|(?<=\w)[—–](?=[\s.,:;])")


class Token(NamedTuple):
    """A word, a mark, or a whole quotation with its marks; `low` is the word in lower case."""

    start: int
    end: int
    text: str
    low: str
    kind: Literal["word", "mark", "quote"]
    hangs: bool = False  # a pronoun that hangs on its verb: -t-il

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.kind == "word" and self.text[0].isupper()

    @property
    def words(self) -> int:
        """How many words are in it."""
        return len(_LETTERS.findall(self.text))


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
            start = past_dateline(text, start, end) if len(units) < _LEADING else start
        units.append(Unit(start, end, block, tuple(_tokens(text, start, end, inside, speech))))
    return units


def _dialogue(text: str, blocks: Sequence[Offsets], speech: Speech) -> dict[int, list[Offsets]]:
    """What is spoken in the paragraphs that dashes mark as speech: "—No sé —dijo el alcalde—. Mañana"."""
    found: dict[int, list[Offsets]] = {}
    for start, end in blocks:
        if text[start] not in "—–":
            continue
        marks = [match.start() for match in _DASH.finditer(text, start + 1, end)]
        if not marks:
            continue
        opening = re.compile(r"[—–]\s*(\w+)").match(text, marks[0])
        if opening is None or not any(verb.is_finite for verb in speech.verbs.get(opening[1].lower(), ())):
            continue
        spoken = [(start, marks[0])]
        if len(marks) > 1:
            spoken.append((marks[1] + 1, end))
        found[start] = [(low, high) for low, high in (_trimmed(text, *one) for one in spoken) if low < high]
    return found


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


def _tokens(text: str, start: int, end: int, regions: Sequence[Offsets], speech: Speech) -> Iterator[Token]:
    pattern = _pattern(speech.grammar.elisions, speech.grammar.clitics)
    at = start
    for low, high in [*regions, (end, end)]:
        for match in pattern.finditer(text, at, low):
            word = match.group()
            kind: Literal["word", "mark"] = "word" if word[-1].isalnum() or word[0].isalnum() else "mark"
            if kind == "word" and word[0] == "-":
                bare = word.removeprefix("-t").lstrip("-")
                yield Token(match.end() - len(bare), match.end(), bare, bare.lower(), kind, hangs=True)
            else:
                yield Token(match.start(), match.end(), word, word.lower().replace("’", "'"), kind)
        if low < high:
            yield Token(low, high, text[low:high], "", "quote")
        at = high


@cache
def _pattern(elisions: frozenset[str], clitics: frozenset[str]) -> re.Pattern[str]:
    """Words (with hyphens and full stops of abbreviations in them), elided words, hanging pronouns, single marks."""
    parts = []
    if elisions:
        parts += [r"aujourd['’]hui", rf"(?i:\b(?:{'|'.join(sorted(elisions))}))['’](?=\w)"]
    if clitics:
        hanging = "|".join(sorted(clitics, key=len, reverse=True))
        parts += [rf"(?i:(?<=\w)(?:-t)?-(?:{hanging}))\b", rf"\w+(?:[-’'](?!(?:t-)?(?:{hanging})\b)\w+)*"]
    else:
        parts.append(r"\w+(?:[-’']\w+)*")
    return re.compile(rf"(?:[A-Z]\.){{2,}}|{_ABBREVIATIONS}|{'|'.join(parts)}|\S")


def ends_sentence(token: Token) -> bool:
    """Whether a token is the mark at which a sentence ends."""
    return token.kind == "mark" and token.text in _STOPS
