"""The words of names as they are compared, and those that are forms of one name: "Iran" and "Iranian"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.attribution.sources.vocabulary import ROLE_NOUNS
from summarizer.grounding.checks.meanings import word_key
from summarizer.grounding.checks.vocabulary import NOT_NAMES
from summarizer.text.words import word_list, word_set

if TYPE_CHECKING:
    from collections.abc import Collection

WORD_OF_NAME = re.compile(r"[^\W_](?:[\w’'ʼ.&]*\w)?")
IN_MANY_NAMES = word_set("checks.wording.in_many_names")
_DEMONYMS = word_list("checks.names.demonyms")
_HANDLE = re.compile(r"(?<=[a-z])[A-Z][a-z]{2,}")  # "@theAnaMoll"
_SITES = (".com", ".org", ".net")


def name_words(text: str) -> list[str]:
    """The words of a text as names are compared: hyphens part them, apostrophes and dots do not."""
    return WORD_OF_NAME.findall(text)


@lru_cache(maxsize=16)
def word_keys(text: str) -> frozenset[str]:
    """The keys of the words of a text; "Pell.com" is "Pell" as well."""
    words = set(name_words(text))
    words |= {part for word in words if not word.isupper() for part in _HANDLE.findall(word)}
    words |= {word.partition(".")[0] for word in words if word.endswith(_SITES)}  # "Pell.com Inc" is "Pell"
    return frozenset(map(word_key, words))


def is_held(key: str, held: Collection[str], article_text: str) -> bool:
    """Whether some keys hold a word, or a word of the same root."""
    return key in held or any(same_root(key, other, article_text) for other in held)


def same_root(key: str, other: str, article_text: str) -> bool:
    """Whether two words name one place or people: "Iran" and "Iranian"; no person's name has such a form."""
    short, long = (key, other) if len(key) < len(other) else (other, key)
    if len(short) < 4 or long[:3] != short[:3]:
        return False
    for ending in _DEMONYMS:
        if long == short + ending:
            is_form = ending not in {"an", "ans"} or short[-1] in "aeou"
        else:
            is_form = long.endswith(ending) and long[: -len(ending)] == short[:-1] and short[-1] in "aeiouy"
        if is_form:
            return not _is_of_person(other, article_text) and not _is_misspelt(key, article_text)
    return False


def _is_misspelt(key: str, article_text: str) -> bool:
    """Whether the article has a word that differs from this one in the last letter alone: "Varno" of Varna's people."""
    known = word_keys(article_text)
    return key not in known and any(len(one) == len(key) and one[:-1] == key[:-1] for one in known)


@lru_cache(maxsize=1024)
def _is_of_person(key: str, article_text: str) -> bool:
    """Whether an article has a word after a first name: "Ana Moll"; "Molls" is nobody's people."""
    found = re.finditer(rf"([^\W\d_][\w’'-]+) {re.escape(key)}(?!\w)", article_text, re.IGNORECASE)
    return any(
        word_key(one[1]) not in NOT_NAMES | IN_MANY_NAMES  # "New Orsk" is nobody
        and one[0].split()[-1][0].isupper()
        and (one[1][0].isupper() or one[1].lower() in ROLE_NOUNS)
        for one in found
    )
