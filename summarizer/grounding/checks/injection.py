"""Finds text that tries to talk the model that reads an article into something; its wordings: english/injection.toml.

An article is data. What looks like an instruction is reported as a check, never obeyed and never removed from the
evidence, which stays the article's own characters.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.contract.article import ReadOnce
from summarizer.text.folding import INVISIBLE
from summarizer.text.occurrences import find_all, merge_spans
from summarizer.text.words import read_words, wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.contract.article import Article


class Suspect(NamedTuple):
    """Code points `start` to `end` of a text that look like an instruction to a model, and why."""

    start: int
    end: int
    why: str


class _Family(NamedTuple):
    """Wordings of one kind; each holds one of the parts of words in `near`."""

    why: str
    near: tuple[str, ...]
    pattern: re.Pattern[str]


_CONTROLS = "\x00-\x08\x1b"
_TAGS = "\U000e0000-\U000e007f"  # what a flag of a region is written in, behind a black flag
_HIDDEN = re.compile(f"[\u202d\u202e]|(?<![\U0001f3f4\U000e0020-\U000e007f])[{_TAGS}]+|[{_CONTROLS}]")
_SPLIT_UP = re.compile(r"(?:\w[\u200b\u2060\ufeff]){3,}")
_UNSEEN = re.compile(f"{INVISIBLE.pattern}|[{_CONTROLS}]")
_LONGEST = 160  # characters of a wording before and after its rare part of a word


@cache
def _load_families() -> tuple[_Family, ...]:
    return tuple(
        _Family(family["why"], tuple(family["near"]), wordings(f"injection.{name}", re.MULTILINE))
        for name, family in read_words("injection").items()
        if name != "shorthands"
    )


def find_instructions(text: str) -> tuple[Suspect, ...]:
    """Every stretch of a text that looks like an instruction to a model, in order; code points, end-exclusive.

    Wording that invisible characters break up is found as well. Takes time linear in the text's length.
    """
    if not _UNSEEN.search(text):
        return tuple(sorted(set(_find_wordings(text))))
    hidden = [match.span() for pattern in (_HIDDEN, _SPLIT_UP) for match in pattern.finditer(text)]
    found = {Suspect(start, end, "holds invisible control characters") for start, end in hidden}
    visible = [at for at, char in enumerate(text) if not INVISIBLE.match(char)] + [len(text)]
    for start, end, why in _find_wordings(INVISIBLE.sub("", text)):
        found.add(Suspect(visible[start], visible[end], why))
    return tuple(sorted(found))


@cache
def _all_near() -> tuple[str, ...]:
    """The parts of words of all families, each once."""
    return tuple(dict.fromkeys(part for family in _load_families() for part in family.near))


@ReadOnce
def article_instructions(article: Article) -> tuple[Suspect, ...]:
    """Every stretch of an article that looks like an instruction to a model, in order."""
    return find_instructions(article.text)


@lru_cache(maxsize=1024)  # a line is looked at when its answer comes and again for the report
def looks_like_instruction(text: str) -> str | None:
    """Why a short text looks like an instruction to a model, None when it does not."""
    found = find_instructions(text)
    return found[0].why if found else None


def _find_wordings(text: str) -> Iterator[Suspect]:
    lower = text.replace("İ", "i").lower()  # the only letter whose lower case has another length
    there = {part for part in _all_near() if part in lower}
    if not there:  # as in most lines
        return
    for why, near, pattern in _load_families():
        for start, end in _stretches(lower, there.intersection(near)):
            for match in pattern.finditer(lower, start, end):
                yield Suspect(match.start(), match.end(), why)


def _stretches(text: str, near: Iterable[str]) -> list[tuple[int, int]]:
    """The stretches of a text in which a wording with one of these parts of words may stand, none touching another."""
    places = sorted(at for part in near for at in find_all(text, part))
    return merge_spans((max(0, at - _LONGEST), at + _LONGEST) for at in places)
