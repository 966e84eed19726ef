"""Names in a claim that its evidence, or the whole article, does not hold."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.overlap import stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_TOKEN = re.compile(r"[^\W_](?:[\w’'ʼ.&]*\w)?")
_NOT_NAMES = frozenset(
    "a about after again all also although amid among an and another any are as at attacks authorities because before "
    "being both but by did does during each earlier either every experts few following for former four five from further "
    "government had has have he her his how however i if in initial into is it its many meanwhile members more most mr "
    "mrs ms dr sir no none not of officials on once one only or other others our over people police several she should "
    "since six seven eight nine ten so some sources such that the their then there these they this those three through "
    "to two under unless until upon was we were what when where whether which while who why will with without would yet "
    "you your president prime minister vice secretary general colonel col gen lt sgt commander cmdr captain capt major "
    "lieutenant sergeant senator sen representative rep governor gov mayor king queen prince princess professor prof "
    "judge chief director chairman chairwoman spokesman spokeswoman spokesperson ambassador foreign defense defence "
    "ministry department state army navy military residents protesters witnesses critics investigators reports".split()
)
_ALIASES = {
    "usa": "us", "america": "us", "american": "us", "americans": "us", "british": "britain", "uk": "britain",
    "french": "france", "turkish": "turkey", "dutch": "netherlands", "swiss": "switzerland", "greek": "greece",
}  # fmt: skip
_DEMONYM = ("ians", "ian", "ans", "an", "is", "i", "ese", "ish", "ns", "n", "s", "ic")


@lru_cache(maxsize=4096)
def name_key(word: str) -> str:
    """A word of a name as it is compared: no case, accents, apostrophes, dots or possessive."""
    folded = unicodedata.normalize("NFKD", word.removesuffix("’s").removesuffix("'s"))
    key = "".join(char for char in folded if char.isalnum()).casefold()
    return _ALIASES.get(key, key)


def name_is_held(name: str, article_text: str) -> bool:
    """Whether the article holds a name letter for letter, or every word of it close together."""
    if not name or name in article_text:
        return True
    keys = [name_key(word) for word in _words(name)]
    return bool(keys) and set(keys) <= _keys(article_text)


def _words(text: str) -> list[str]:
    return [part for token in _TOKEN.findall(text) for part in token.split("-")]


@lru_cache(maxsize=16)
def _keys(text: str) -> frozenset[str]:
    return frozenset(map(name_key, _words(text)))


def foreign_names(
    text: str, near: str, source: str, article_text: str, evidence: str
) -> Iterator[tuple[str, bool]]:
    """Names of a claim's text that stand neither near its evidence nor in its source, with whether the article has them."""
    held = _keys(near) | _keys(source)
    everywhere = _keys(article_text)
    swapped = _swapped(text, evidence)
    told: set[str] = set()
    for word, opens in _capitalised(text):
        key = name_key(word)
        if not key or key in told or (key not in swapped and _is_held(key, held)):
            continue
        if key in _NOT_NAMES or (opens and _is_ordinary(word, near, article_text)):
            continue
        if not opens and key not in swapped and re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", article_text):
            continue
        told.add(key)
        yield word, _is_held(key, everywhere)


def _capitalised(text: str) -> Iterator[tuple[str, bool]]:
    """The capitalised words of a text, with whether a sentence or a quotation begins with them."""
    for token in _TOKEN.finditer(text):
        before = text[: token.start()].rstrip(" “\"'‘(").rstrip()[-1:]
        for part in token.group().split("-"):
            if part[:1].isupper():
                yield part, before in {"", ".", "!", "?", ":", "\n", "…"}


def _is_ordinary(word: str, near: str, article_text: str) -> bool:
    """Whether a word that opens a sentence is no name: the article writes it, or its stem, in lower case."""
    if re.search(rf"(?<!\w){re.escape(word.lower())}", article_text):
        return True
    root = stem(word.lower())
    return any(stem(other) == root for other in _TOKEN.findall(near) if other[0].islower())


def _is_held(key: str, held: Collection[str]) -> bool:
    if key in held:
        return True
    return any(_same_root(key, other) for other in held)


def _same_root(key: str, other: str) -> bool:
    """Whether two words name one place or people: "Iran" and "Iranian"."""
    short, long = sorted((key, other), key=len)
    if len(short) < 4:
        return False
    return any(long == short + ending or (long.endswith(ending) and long[: -len(ending)] == short[:-1]) for ending in _DEMONYM)


def _swapped(text: str, evidence: str) -> set[str]:
    """Names that stand in a claim where its otherwise equal evidence has another name."""
    said = [name_key(word) for word in _words(text)]
    held = [name_key(word) for word in _words(evidence)]
    if not said or not held or len(said) > 400 or len(held) > 400:
        return set()
    matcher = SequenceMatcher(None, said, held, autojunk=False)
    operations = matcher.get_opcodes()
    kept = sum(i2 - i1 for tag, i1, i2, _, _ in operations if tag == "equal")
    if kept < 0.7 * len(said):
        return set()
    words = _words(text)
    return {
        said[at]
        for tag, i1, i2, j1, j2 in operations
        if tag == "replace" and i2 - i1 == j2 - j1
        for at in range(i1, i2)
        if words[at][0].isupper()
    }
