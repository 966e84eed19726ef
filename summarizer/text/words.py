"""Reads the lists of English words and the wordings in english/, the one place where the package keeps them.

A list is a string of entries. A family is a table of regular expressions under `wordings`, with what all of them begin
and end with under `opening` and `closing`; where most texts hold none of them, `near` has the parts of words of which
each wording holds one. A word in capitals stands for its entry in the file's `[shorthands]`, a regular expression or
the names of lists whose words it stands for. `examples` and `harmless` are for the tests.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, reduce
from itertools import chain
from operator import getitem
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FOLDER = Path(__file__).with_name("english")
# A start-up need not parse them.
_FOR_TESTS = re.compile(r"^(?:examples|harmless) = \[(?:\n.*?^\]|[^\n]*)\n", re.MULTILINE | re.DOTALL)
_SHORTHAND = re.compile("[A-Z]{4,}")


@cache
def read_words(file: str) -> dict[str, Any]:
    """The tables of english/{file}.toml, without what is for the tests."""
    return tomllib.loads(_FOR_TESTS.sub("", (_FOLDER / f"{file}.toml").read_text("utf-8")))


def read_tables(language: str, file: str) -> dict[str, Any]:
    """The tables of {language}/{file}.toml, another language than English, without what is for the tests."""
    return tomllib.loads(_FOR_TESTS.sub("", (_FOLDER.with_name(language) / f"{file}.toml").read_text("utf-8")))


def split_entries(entries: str) -> list[str]:
    """The entries of a list of words: white space parts them, and "_" stands for a blank within one."""
    return [entry.replace("_", " ") for entry in entries.split()]


def split_forms(entries: str) -> dict[str, str]:
    """Each form in a list of words with forms to the first, which stands for all: "leave/left" gives left -> leave."""
    words = [entry.split("/") for entry in split_entries(entries)]
    return {form: forms[0] for forms in words for form in forms}


def word_list(name: str) -> list[str]:
    """The words of a list ("checks.shared.denying"), or of all lists of a table ("numbers.currencies"), in order."""
    found = _find(name)
    return split_entries(found if isinstance(found, str) else " ".join(found.values()))


def word_set(*names: str) -> frozenset[str]:
    """The words of one list or of several together."""
    return frozenset(chain.from_iterable(map(word_list, names)))


def keys_by_word(name: str) -> dict[str, str]:
    """Each word in the lists of a table, and the key of its list."""
    return {word: key for key, entries in _find(name).items() for word in split_entries(entries)}


def either(*names: str) -> str:
    """A regular expression for any word of one list or of several, the longest first."""
    return "|".join(map(re.escape, sorted(word_set(*names), key=lambda word: (-len(word), word))))


def leaping(words: Iterable[str], *, ignore_case: bool = False, behind: str = r"\w") -> str:
    """A regular expression for any of some words, the longest first, where none of the characters `behind` is before.

    It begins with a class of their first letters, and no flag stands in its way: the regex engine leaps from one of
    these to the next, which takes a third of the time of trying each word at each character.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        first = word[0]
        letters = first.lower() + first.upper() if ignore_case and first.isalpha() else first
        rests.setdefault(letters, []).append(re.escape(word[1:]))
    after = "|".join(rf"(?<=[{re.escape(first)}])(?:{'|'.join(rest)})" for first, rest in rests.items())
    return rf"[{re.escape(''.join(rests))}](?<![{behind}].)(?{'i' if ignore_case else ''}:{after})"


def words_pattern(name: str, *, ignore_case: bool = False) -> re.Pattern[str]:
    """One pattern for any word of a list, as a whole word."""
    return re.compile(rf"{leaping(word_set(name), ignore_case=ignore_case)}\b")


def wordings(name: str, flags: int = 0) -> re.Pattern[str]:
    """One pattern for a family, or for all families of a table: "furniture.headings.related", "furniture.lines"."""
    found = _find(name)
    families = [found] if "wordings" in found else found.values()
    return re.compile("|".join(join_wordings(family, _shorthands(name)) for family in families), flags)


class RareWordings(NamedTuple):
    """A family of wordings that most sentences do not hold: only where one of the parts of words in `near` is, is one.

    To look for the parts first takes a fifth of the time.
    """

    near: tuple[str, ...]
    pattern: re.Pattern[str]

    def search(self, text: str) -> re.Match[str] | None:
        """The first of the wordings in a text."""
        return self.pattern.search(text) if any(map(text.__contains__, self.near)) else None


def rare_wordings(name: str) -> RareWordings:
    """A family that says in `near` of which parts of words each of its wordings holds one."""
    return RareWordings(tuple(_find(name)["near"]), wordings(name))


def named_wordings(name: str) -> str:
    """A regular expression for all families of a table, each in a group of its name."""
    families = _find(name).items()
    return "|".join(f"(?P<{key}>{join_wordings(family, _shorthands(name))})" for key, family in families)


def join_wordings(family: Mapping[str, Any], shorthands: Mapping[str, str | list[str]]) -> str:
    """A regular expression for the wordings of a family."""

    def spell_out(name: re.Match[str]) -> str:
        meaning = shorthands.get(name[0], name[0])
        return meaning if isinstance(meaning, str) else f"(?:{either(*meaning)})"

    pattern = "|".join(family["wordings"])
    if "opening" in family or "closing" in family:
        pattern = f"{family.get('opening', '')}(?:{pattern}){family.get('closing', '')}"
    return _SHORTHAND.sub(spell_out, pattern)


def _find(name: str) -> Any:
    file, *keys = name.split(".")
    return reduce(getitem, keys, read_words(file))


def _shorthands(name: str) -> dict[str, str | list[str]]:
    shorthands: dict[str, str | list[str]] = read_words(name.partition(".")[0]).get("shorthands", {})
    return shorthands
