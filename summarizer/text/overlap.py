"""How much of a text's content another text holds: light stems, stop words apart, names and figures weighted."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.words import read_words, split_forms, word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

# Below this share of weighted content words found, a claim says something else than its evidence. Chosen on real
# output; docs/report.md has the figures.
CUT_OFF = 0.5

STOP_WORDS = word_set("words.overlap.stop_words")
_TOKEN = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SUFFIXES = (
    "ations", "ation", "itions", "ition", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "er", "ors", "or",
    "edly", "ies", "ied", "ed", "es", "ly", "al", "s", "y", "e",
)  # fmt: skip


class Overlap(NamedTuple):
    """The share of a text's weighted content words that are found, from 0 to 1, and the words that are not."""

    share: float
    missing: tuple[str, ...]


_ATTRIBUTING = word_set("words.claims.saying", "words.overlap.attributing")
_SHORT_VERB = re.compile(r"^([^aeiou\W][aeiou][^aeiouwxy\W])(?:ing|ed)(?:ly)?$")  # "voting" and "voted" are of "vote"
_INFLECTED = ("ings", "ing", "edly", "ed", "es", "s")
_DERIVED = ("ation", "ition", "ment", "ion", "er", "or", "al")
_SHORT_DOUBLED = re.compile(r"[^aeiou\W][aeiou](?:bb|dd|gg|mm|nn|pp|rr|tt)")
FIRST_FORMS = split_forms(read_words("words")["overlap"]["irregular"])


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A light English stem of a word in lower case; at least four letters are left."""
    word = FIRST_FORMS.get(word, word)
    word = without_possessive(word).replace("'", "").replace("’", "")
    if not word.isascii():
        word = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            word = word[: -len(suffix)]
            if suffix in _INFLECTED:  # mentioning, mention; considered, consider
                again = next((one for one in _DERIVED if word.endswith(one) and len(word) - len(one) >= 4), "")
                word = word.removesuffix(again)
            break
    else:
        if word.endswith(("ing", "ed", "ly")):
            word = _SHORT_VERB.sub(r"\1e", word)
    if word[-1:] == word[-2:-1] and (len(word) > 4 or _SHORT_DOUBLED.fullmatch(word)):  # planned, plan; letting, let
        word = word[:-1]
    return word


def without_possessive(word: str) -> str:
    """A word without the "'s" at its end."""
    return word.removesuffix("'s").removesuffix("’s")


def content_words(text: str) -> list[str]:
    """The content words of a text as it writes them; scripts without spaces come as pairs of characters."""
    return _content_of(_TOKEN.findall(text), text)


def _content_of(tokens: Iterable[str], text: str) -> list[str]:
    if not _UNSPACED.search(text):
        return [token.rstrip(".,") for token in tokens if token.lower() not in STOP_WORDS]
    words: list[str] = []
    for token in tokens:
        if _UNSPACED.match(token):
            words += [token[at : at + 2] for at in range(max(1, len(token) - 1))]
        elif token.lower() not in STOP_WORDS:
            words.append(token.rstrip(".,"))
    return words


def stems(text: str) -> set[str]:
    """The stems of all content words of a text."""
    words = _content_of(set(_TOKEN.findall(text)), text)
    return set(map(stem, map(str.lower, words)))


def measure_overlap(text: str, held: Collection[str]) -> Overlap:
    """How much of a text's content is among these stems; names and numbers count twice. A text without content is 1."""
    total = found = 0
    missing: list[str] = []
    for word in content_words(text):
        weight = 2 if word[0].isupper() or word[0].isdigit() else 1
        total += weight
        if stem(word.lower()) in held if _is_joined(word) else _is_held(stem(word.lower()), held):
            found += weight
        elif word in _ATTRIBUTING:  # a claim may attribute what its evidence only quotes
            total -= weight
        else:
            missing.append(word)
    return Overlap(found / total if total else 1.0, tuple(dict.fromkeys(missing)))


def _is_joined(word: str) -> bool:
    """Whether a word has a capital within, as names of products have: "PlankBot" is no plank."""
    return not word.isupper() and not word[1:].islower() and any(map(str.isupper, word[1:]))


def _is_held(word: str, held: Collection[str]) -> bool:
    if word in held:
        return True
    # "Iran" holds "Iranian", "strike" holds "struck" does not: five letters in common are one root more often than not
    return len(word) >= 5 and any(other.startswith(word[:5]) for other in held)
