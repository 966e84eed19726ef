"""Whether two names from different articles can be one source's: spellings, transliterations, titles, short forms."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.naming import loosen, name_key, plain
from summarizer.attribution.sources.persons import same_person
from summarizer.text.words import read_words, split_entries, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

# What transliterations write for one sound, the longest first.
_SOUNDS = (
    ("sch", "j"), ("shch", "j"), ("zh", "j"), ("sh", "j"), ("dj", "j"), ("tch", "c"), ("kh", "k"), ("ch", "k"),
    ("gh", "g"), ("ph", "f"), ("th", "t"), ("x", "ks"), ("q", "k"), ("c", "k"), ("z", "s"), ("w", "v"), ("d", "t"),
    ("h", ""),
)  # fmt: skip
_VOWELS = re.compile("[aeiouy]+")
_ANY_VOWEL = "aeiouy"
_CONSONANT_I = re.compile("^[iy](?=[aou])")  # Yusuf and Jusuf
_FINAL_F = re.compile("f$")  # Petrov, Petrof and Petroff
_DOUBLED = re.compile(r"(.)\1+")
_ARTICLE = re.compile(r"^the\s", re.IGNORECASE)
_TWO_LETTERS = re.compile(r"[A-Z]\.?[A-Z]\.?")
_LETTERS = re.compile(r"[^\W\d_]+")
_BODY_WORDS = frozenset(map(loosen, word_set("comparison.names.of_bodies")))
# The sets of given names of which each form is one: "Harry" may be Henry or Harold.
_SETS: dict[str, list[str]] = {}
for _entry in split_entries(read_words("comparison")["names"]["short"]):
    for _form in dict.fromkeys(map(loosen, _entry.split("/"))):
        _SETS.setdefault(_form, []).append(loosen(_entry.split("/")[0]))
# Words of persons of whom nobody knows who they are.
NAMELESS = word_set("comparison.names.nameless")
_SERVICES = word_set("comparison.names.services")
_SMALL = frozenset(map(loosen, ("of", "in", "at", "for", "and")))  # "the hospital in Poe" is Poe Hospital
_TITLES = vocab.PERSON_TITLES | word_set("comparison.names.titles")


@lru_cache(maxsize=16384)
def skeletons(word: str) -> frozenset[str]:
    """The consonants of a name's word as it may sound: Zhaksyn, Jaksin and Schaksin are one, and Akhmed is Ahmed."""
    return frozenset(_consonants(sound) for sound in _sounds_of(word))


def _consonants(sound: str) -> str:
    first = sound[:1] if sound[:1] not in _ANY_VOWEL else "a"
    return _DOUBLED.sub(r"\1", first + _VOWELS.sub("", sound[1:]))


@lru_cache(maxsize=16384)
def _sounds_of(word: str) -> frozenset[str]:
    """A name's word with one letter for each sound: Kalua and Kaluha are one, Bell and Ball are two."""
    low = _CONSONANT_I.sub("j", plain(word).replace("-", ""))
    return frozenset(
        map(_heard, (low, low.replace("kh", "h"), low.replace("ch", "sh")))
    )  # Akhmed and Ahmed, Aicha and Aisha


def _heard(low: str) -> str:
    for written, sound in _SOUNDS:
        low = low.replace(written, sound)
    return _FINAL_F.sub("v", _DOUBLED.sub(r"\1", low.replace("ai", "i")))


def is_title(word: str) -> bool:
    """Whether a word stands before names: "Capt." """
    return word.strip(".,").lower() in _TITLES


@lru_cache(maxsize=16384)
def bare_person(name: str) -> tuple[str, ...]:
    """The words of a person's name as they are compared, without titles: "Capt. Ann Poe" gives ann, pui."""
    words = [word.strip(".,") for word in name.split()]
    while len(words) > 1 and is_title(words[0]):
        words = words[1:]
    bare = name_key(" ".join(words)).split()
    if len(bare) < 2:
        return tuple(bare)
    full = _SETS.get(bare[0], [])
    return (full[0] if len(full) == 1 else bare[0], *bare[1:])


def same_name(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two persons' names, in words, are one: "Ken Poe" and "Kenneth Poe", "Yusef Hadari" and "Yusuf Hadary".

    Each must have a given name and a surname; "Dan" is not "Dana".
    """
    if min(len(one), len(two)) < 2 or len(one[-1]) < 2:
        return False
    if not set(_SETS.get(one[0], ())).isdisjoint(_SETS.get(two[0], ())):
        one = (two[0], *one[1:])
    if one[0] != two[0] and _is_feminine_form(*sorted((one[0], two[0]), key=len)):
        return False
    if same_person(one, two):
        return True
    if len(one) != len(two):
        return one[0] == two[0] and "".join(one) == "".join(two)  # "Nadia Bel Hadj" and "Nadia Belhadj"
    if one[0] != two[0] and one[-1] != two[-1]:
        return all(_sound_alike(first, second) for first, second in zip(one, two, strict=True)) and len(one[0]) > 3
    return all(first == second or _sound_alike(first, second) for first, second in zip(one, two, strict=True))


def _is_feminine_form(short: str, long: str) -> bool:
    """Whether the longer given name is what a woman of the shorter one is called: Leon and Leonie, Paul and Paula."""
    return long.startswith(short[:-1]) and len(short) > 2 and long[-1] in "ai" and short[-1] not in "aiu"


def _sound_alike(one: str, two: str) -> bool:
    if not _sounds_of(one).isdisjoint(_sounds_of(two)):
        return True
    # Bell and Ball, Lind and Lund are two; of a longer name others may hear other vowels.
    is_long = all(len(_VOWELS.findall(word)) > 1 for word in (one, two))
    return is_long and any(len(sound) > 2 for sound in skeletons(one) & skeletons(two))


@lru_cache(maxsize=4096)
def is_of_a_service(name: str) -> bool:
    """Whether a name is of all in a service that has one voice: "army engineers", but not "police sources"."""
    words = name.lower().split()
    return len(words) > 1 and not _SERVICES.isdisjoint(words[:-1]) and NAMELESS.isdisjoint(words)


@lru_cache(maxsize=16384)
def body_words(name: str) -> frozenset[str]:
    """What tells a body's name from others: its words without "the", "brigades" and the like."""
    words = name_key(name).split()
    telling = frozenset(word for word in words if word not in _BODY_WORDS and word not in _SMALL)
    return telling if len(telling) > 1 else frozenset(words)


@lru_cache(maxsize=16384)
def initials(name: str) -> str:
    """The initials of a name of three words or more, "" for a shorter one."""
    words = [word for word in _LETTERS.findall(name) if word[0].isupper()]
    return "".join(word[0] for word in words).lower() if len(words) > 2 else ""


@lru_cache(maxsize=16384)
def initials_of_two(name: str) -> str:
    """The initials of a name of two words, or the letters of what may be short for it: "U.N" and "United Nations"."""
    bare = _ARTICLE.sub("", name)
    if _TWO_LETTERS.fullmatch(bare):
        return bare.replace(".", "").lower()
    words = bare.split()
    return "".join(word[0] for word in words).lower() if len(words) == 2 and all(map(str.istitle, words)) else ""


@lru_cache(maxsize=4096)  # a source is named by the same words again and again
def grams(text: str) -> tuple[str, ...]:
    """The keys of all runs of up to five words of a text."""
    words = name_key(text).split()
    return tuple([" ".join(words[at : at + length]) for length in range(1, 6) for at in range(len(words) - length + 1)])
