"""Hand-made gold: what a careful reader finds in one article, quoted in words and placed by search.

docs/gold.md explains the format. Gold has no offsets: each passage is given by its words, or by its first and last
words with `[...]` between them, and located in the article's text when it is scored.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pydantic import Field, PositiveInt, ValidationError, field_validator

from summarizer.contract.draft import SourceKind, Stance
from summarizer.contract.errors import CallError
from summarizer.contract.frozen import Frozen
from summarizer.contract.report import Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.contract.statement import Offsets

_GAP = "[...]"
_MAX_GAP = 20_000  # characters; a longer gap is a mistake, and slow to search


class GoldFigure(Frozen):
    """A number in a statement; without a qualifier only its value is scored."""

    value: float
    qualifier: Qualifier | None = None


class GoldStatement(Frozen):
    """One attributed statement: its words in the article, and who makes it."""

    content: tuple[str, ...] = Field(min_length=1, description="the words of what is said, in text order")
    occurrence: PositiveInt | None = Field(default=None, description="which one, if the first words are repeated")
    source: str = Field(description="the fullest name that the article gives the source")
    also: tuple[str, ...] = Field(default=(), description="other names that are equally right")
    kind: SourceKind | None = None
    via: tuple[str, ...] = Field(default=(), description="who passed it on, outermost last")
    stance: tuple[Stance, ...] = Field(default=(), description="the right stance, or several that are acceptable")
    figures: tuple[GoldFigure, ...] | None = Field(default=None, description="null: not scored")
    optional: bool = Field(default=False, description="right if found, but not missed if not found")

    @field_validator("content", "stance", mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value

    @field_validator("figures", mode="before")
    @classmethod
    def _plain_numbers(cls, value: object) -> object:
        if not isinstance(value, list | tuple):
            return value
        return tuple({"value": item} if isinstance(item, int | float) else item for item in value)


class GoldStretch(Frozen):
    """Words of the article that no claim may be based on; `occurrence` counts from 1."""

    text: str
    occurrence: PositiveInt = 1


class Gold(Frozen):
    """What a careful reader finds in one article.

    `article` is the article's id, or the name of its file with or without the ending. `furniture` holds what belongs
    to the site, captions and credits included; `repeats` the second occurrence of what is printed twice.
    """

    article: str
    note: str = ""
    statements: tuple[GoldStatement, ...]
    furniture: tuple[GoldStretch, ...] = ()
    repeats: tuple[GoldStretch, ...] = ()

    @field_validator("furniture", "repeats", mode="before")
    @classmethod
    def _plain_words(cls, value: object, info: object) -> object:
        if not isinstance(value, list | tuple):
            return value
        second = {"occurrence": 2} if getattr(info, "field_name", "") == "repeats" else {}
        return tuple({"text": item, **second} if isinstance(item, str) else item for item in value)


class Placed(NamedTuple):
    """A gold statement and the spans of its words."""

    statement: GoldStatement
    spans: tuple[Offsets, ...]


class PlacedGold(NamedTuple):
    """Gold with offsets into one article's text, in code points, end-exclusive."""

    gold: Gold
    statements: tuple[Placed, ...]
    furniture: tuple[Offsets, ...]
    repeats: tuple[Offsets, ...]


def parse_gold(data: str, where: str) -> tuple[Gold, ...]:
    """Read gold from JSON (one article) or JSONL (one article per line).

    Raises CallError, which names `where` and the line, for data that is not gold.
    """
    try:
        return (Gold.model_validate_json(data),)
    except ValidationError as error:
        lines = [line for line in data.splitlines() if line.strip()]
        if len(lines) < 2 or not all(line.lstrip().startswith("{") and line.rstrip().endswith("}") for line in lines):
            raise CallError(_first(error), where=where, hint="docs/gold.md explains the format") from None
    return tuple(_parse_line(line, f"{where}, line {number}") for number, line in enumerate(lines, start=1))


def _parse_line(line: str, where: str) -> Gold:
    try:
        return Gold.model_validate_json(line)
    except ValidationError as error:
        raise CallError(_first(error), where=where, hint="docs/gold.md explains the format") from None


def _first(error: ValidationError) -> str:
    detail = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in detail["loc"])
    return f"not gold: {place + ': ' if place else ''}{detail['msg']}"


def place_gold(gold: Gold, text: str) -> PlacedGold:
    """Locate all words of the gold in the article's text. Raises CallError for words that are not in it."""
    furniture = tuple(_nth(gold, stretch, text) for stretch in gold.furniture)
    repeats = tuple(_nth(gold, stretch, text) for stretch in gold.repeats)
    barred = furniture + repeats
    statements = tuple(Placed(item, _place_statement(gold, item, text, barred)) for item in gold.statements)
    return PlacedGold(gold, statements, furniture, repeats)


def occurrence_of(words: str, start: int, text: str) -> int | None:
    """Which place with these words begins at an offset, from 1; None when they stand once, or do not begin there."""
    starts = [low for low, _ in _places(words, text)]
    return starts.index(start) + 1 if len(starts) > 1 and start in starts else None


def _nth(gold: Gold, stretch: GoldStretch, text: str) -> Offsets:
    for number, span in enumerate(_places(stretch.text, text), start=1):
        if number == stretch.occurrence:
            return span
    raise _not_there(gold, stretch.text)


def _place_statement(gold: Gold, item: GoldStatement, text: str, barred: Iterable[Offsets]) -> tuple[Offsets, ...]:
    first, *rest = item.content
    spans = [_first_span(gold, item, list(_places(first, text)), barred)]
    for words in rest:
        following = next(_places(words, text, spans[-1][1]), None)
        if following is None:
            raise _not_there(gold, words)
        spans.append(following)
    return tuple(spans)


def _first_span(gold: Gold, item: GoldStatement, places: list[Offsets], barred: Iterable[Offsets]) -> Offsets:
    if item.occurrence is not None:
        if item.occurrence > len(places):
            raise _not_there(gold, item.content[0])
        return places[item.occurrence - 1]
    free = [span for span in places if not any(low <= span[0] < high for low, high in barred)]
    if not free:
        raise _not_there(gold, item.content[0])
    return free[0]


def _not_there(gold: Gold, words: str) -> CallError:
    hint = "copy the words from the article; write [...] for what you leave out"
    return CallError(f"the article does not hold {words!r}", where=f"gold for {gold.article}", hint=hint)


def _places(words: str, text: str, start: int = 0) -> Iterator[Offsets]:
    """The spans of some words, in order; white space may differ, and `[...]` skips to the next occurrence of what
    follows it."""
    parts = [_pattern(part) for part in words.split(_GAP)]
    found = parts[0].search(text, start)
    while found:
        end: int | None = found.end()
        for part in parts[1:]:
            following = part.search(text, end, end + _MAX_GAP) if end is not None else None
            end = following.end() if following else None
        if end is not None:
            yield found.start(), end
        found = parts[0].search(text, found.end() if end is None else end)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in words.split()))
