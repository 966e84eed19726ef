"""A cheap guess of an article's language, without a network or a model file."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import lru_cache
from pathlib import Path

UNKNOWN = "und"

# A text too short to tell may be English: the rules find nothing in it that is not.
_READ_AS_ENGLISH = frozenset({"en", UNKNOWN})
# Languages other than English that have words of saying of their own, in {folder}/speech.toml.
SPEECH_FOLDERS: dict[str, str] = {"de": "german", "es": "spanish", "fr": "french"}
_SAMPLE = 1000  # characters: a guess needs no more, and the cost stays flat
_WORD = re.compile(r"[^\W\d_]+")

_TABLES = tomllib.loads(Path(__file__).with_name("languages.toml").read_text("utf-8"))
_FUNCTION_WORDS = {code: frozenset(words.split()) for code, words in _TABLES["function_words"].items()}
_SCRIPTS: dict[str, re.Pattern[str]] = {code: re.compile(letters) for code, letters in _TABLES["scripts"].items()}
_SHARES: dict[str, float] = _TABLES["shares"]
_LANGUAGES_OF: dict[str, list[str]] = {}
for _code, _words in _FUNCTION_WORDS.items():
    for _word in _words:
        # Words that are English too count for English, and single letters are what apostrophes leave of its words.
        if _code == "en" or (len(_word) > 1 and _word not in _FUNCTION_WORDS["en"]):
            _LANGUAGES_OF.setdefault(_word, []).append(_code)

_NON_LATIN = re.compile("[\u0370-\u1cff\u1f00-\u1fff\u3041-\ud7a3\ufb1d-\ufdff\ufe70-\ufeff]")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-_]*)?")


def guess_language(text: str) -> str:
    """Guess the language of a text as an ISO 639 code; "und" when it is too short or too mixed to say."""
    middle = max(0, min(len(text) // 2, len(text) - _SAMPLE))  # the top of a page is often menus in English
    sample = text[middle : middle + _SAMPLE]
    non_latin = len(_NON_LATIN.findall(sample))
    words = _WORD.findall(sample.lower())
    letters = sum(map(len, words))
    if non_latin * 2 > letters > 0:
        return _by_script(sample, non_latin)
    return _by_words(words)


def evident_language(text: str) -> str:
    """The language that a text is beyond doubt written in; "und" when it is short, or near to another language too."""
    sample = text[: 3 * _SAMPLE]
    words = _WORD.findall(sample.lower())
    if len(words) < 20:
        return UNKNOWN
    ranked = _rank(words)
    if not ranked or ranked[0][1] < len(words) * 0.15:
        return UNKNOWN
    likely, most = ranked[0]
    is_far_ahead = most >= len(words) * 0.2 and (len(ranked) == 1 or most >= 3 * ranked[1][1])
    return likely if is_far_ahead or _has_own_words(likely, words) else UNKNOWN


def _has_own_words(code: str, words: list[str]) -> bool:
    """Whether a text has words that are this language's alone, though its neighbours share many others with it.

    In Spanish and French news one word in ten or more is of that kind, and hardly one in forty another language's. What
    is English too says nothing here: English is told by how far it is ahead.
    """
    own = Counter(_LANGUAGES_OF[word][0] for word in words if len(_LANGUAGES_OF.get(word, ())) == 1)
    english = sum(word in _FUNCTION_WORDS["en"] for word in words)
    others = max((times for other, times in own.items() if other not in (code, "en")), default=0)
    ranked = dict(_rank(words))
    is_ahead = all(times <= 0.75 * ranked[code] for other, times in ranked.items() if other != code)
    return (
        code != "en" and own[code] >= max(3, 0.03 * len(words), 2 * others) and 3 * english <= ranked[code] and is_ahead
    )


@lru_cache(maxsize=64)  # it is asked for every statement and sentence of an article
def is_read_as_english(code: str) -> bool:
    """Whether a text is read by what is true of English alone; one of unknown language may be English."""
    return rules_language(code) in _READ_AS_ENGLISH


def is_known_to_rules(code: str) -> bool:
    """Whether the rules of attribution know a language: English, and those with words of saying of their own."""
    return is_read_as_english(code) or rules_language(code) in SPEECH_FOLDERS


@lru_cache(maxsize=64)
def rules_language(code: str) -> str:
    """The code of a language without its region: "de-AT" gives de."""
    return code.lower().split("-")[0]


def language_code(tag: str | None) -> str | None:
    """The plain lower-case code of a language tag ("en-GB" and "EN_us" give "en"); None when it is no tag."""
    match = _TAG.fullmatch(tag.strip()) if tag else None
    return match[1].lower() if match else None


def _by_script(sample: str, non_latin: int) -> str:
    for code, letters in _SCRIPTS.items():
        if len(letters.findall(sample)) > non_latin * _SHARES.get(code, 0.5):
            return code
    return UNKNOWN


def _by_words(words: list[str]) -> str:
    if len(words) < 4:
        return UNKNOWN
    # Running text is a third function words; a list of names has none, and near relatives share some.
    ranked = _rank(words)
    if not ranked or ranked[0][1] < max(2, len(words) * 0.08):
        return UNKNOWN
    return UNKNOWN if len(ranked) > 1 and ranked[1][1] == ranked[0][1] else ranked[0][0]


def _rank(words: list[str]) -> list[tuple[str, int]]:
    """The two languages with most function words among these, and how many."""
    hits: Counter[str] = Counter()
    for word, times in Counter(words).items():
        for code in _LANGUAGES_OF.get(word, ()):
            hits[code] += times
    return hits.most_common(2)
