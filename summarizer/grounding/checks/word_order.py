"""Names of the evidence that stand in another place in a claim: one for another, or the two of a sentence swapped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.checks.vocabulary import AUXILIARIES, NOT_NAMES, SAYING
from summarizer.text.overlap import stem, without_possessive
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"[^\W_](?:[\w’'&-]*\w)?|[,.;:!?“”\"]")
_MARKS = frozenset(',.;:!?“”"')
_PASSIVE = word_set("checks.word_order.passive")
_BETWEEN = word_set("checks.word_order.between")
_SHORT = 3  # letters of a word that says nothing about a place
_REACH = 4  # words after a verb in which its object is named


class _Name(NamedTuple):
    """A run of capitalised words, as places in a list of words, and its words as they are compared."""

    start: int
    end: int
    words: frozenset[str]
    owns: bool


def replaced_words(text: str, sentences: str) -> frozenset[str]:
    """The words of names that stand, in a claim, beside a word where its evidence has a name that the claim lacks."""
    said, held = _TOKEN.findall(text), _TOKEN.findall(sentences)
    said_words = {_key(word) for word in said}
    missing = [name for name in _names(held) if name.words.isdisjoint(said_words)]
    if not missing:
        return frozenset()
    places = {place for name in missing for place in _places(held, name)}
    found: set[str] = set()
    for name in _names(said):
        here = _places(said, name)
        if places.isdisjoint(here) or any(_is_form(name, other) for other in missing):
            continue
        if not any(name.words & other.words and here & _places(held, other) for other in _names(held)):
            found |= name.words
    return frozenset(found)


def _places(words: list[str], name: _Name) -> set[tuple[str, str, bool]]:
    """The words that a name stands beside, on either side."""
    before, after = _before(words, name), _after(words, name)
    found = {(side, word, name.owns) for side, word in (("before", before), ("after", after)) if word}
    return found | _owned(words, name)


def _owned(words: list[str], name: _Name) -> set[tuple[str, str, bool]]:
    """What is of a name: "the government of Calder" and "Calder's government" are one place."""
    start, end = name.start, name.end
    if words[end - 1].endswith(("'s", "’s")) and end < len(words) and _is_telling(words[end]):
        return {("of", stem(words[end]), False)}
    at = start - 2 if start > 1 and words[start - 1] == "the" else start - 1
    if at > 0 and words[at] == "of" and _is_telling(words[at - 1]):
        return {("of", stem(words[at - 1]), False)}
    return set()


def lacks_names(text: str, evidence: str) -> bool:
    """Whether a claim leaves out a name of its evidence: what it names instead may have taken its place."""
    said = {_key(word)[:4] for word in _TOKEN.findall(text)}
    return any(said.isdisjoint(word[:4] for word in name.words) for name in _names(_TOKEN.findall(evidence)))


def swapped_verb(text: str, sentences: str) -> tuple[str, str] | None:
    """A name and the verb that it is the subject of in a claim and the object of in its evidence; None without one.

    Only names right beside an active verb are compared: "A accused B" and "B accused A".
    """
    said, held = _TOKEN.findall(text), _TOKEN.findall(sentences)
    held_names = list(_names(held))
    for name in _names(said):
        at = name.end
        is_agent = name.start > 0 and said[name.start - 1] == "by"
        if name.owns or is_agent or at >= len(said) or not _is_verb(said[at]):
            continue
        verb = stem(said[at].lower())
        places = [place for place, word in enumerate(held) if word[0].islower() and stem(word.lower()) == verb]
        if places and all(_is_object(name, place, held, held_names) for place in places):
            return " ".join(said[name.start : name.end]), said[at]
    return None


def _is_object(name: _Name, place: int, held: list[str], held_names: list[_Name]) -> bool:
    """Whether a name stands right after a verb in the active voice and not before it."""
    if place == 0 or held[place - 1] in _MARKS or held[place - 1].lower() in _PASSIVE:
        return False
    same = [one for one in held_names if not one.words.isdisjoint(name.words)]
    if not same or not place < same[0].start <= place + _REACH or same[0].owns:
        return False
    return (_MARKS | _BETWEEN).isdisjoint(held[place + 1 : same[0].start])


def _is_verb(word: str) -> bool:
    return _is_telling(word) and (word.endswith(("ed", "s")) or word in SAYING)


def _names(words: list[str]) -> Iterator[_Name]:
    start = None
    for at, word in enumerate([*words, "."]):
        is_name = word[0].isupper() and word.lower() not in NOT_NAMES
        if is_name and start is None:
            start = at
        owner = at > 0 and words[at - 1].endswith(("'s", "’s", "s'", "s’"))
        if start is not None and (not is_name or owner):
            yield _Name(start, at, frozenset(map(_key, words[start:at])), owner)
            start = at if is_name else None


def _key(word: str) -> str:
    return without_possessive(word).casefold()


def _before(words: list[str], name: _Name) -> str:
    """The stem of the word before a name, with what stands between the two; empty where that says nothing."""
    at = name.start - 1
    if at > 0 and words[at] in {"and", "or"} and words[at - 1][0].isupper():
        return f"{_key(words[at - 1])} and"
    if at > 0 and words[at] == "," and words[at - 1].islower():  # "the watchman, Ana Moll"
        at -= 1
    link = ""
    if at >= 0 and words[at] in _BETWEEN:
        link, at = words[at], at - 1
    while at >= 0 and words[at].lower() in NOT_NAMES:
        at -= 1
    if at < 0 or not _is_telling(words[at]) or words[at] in SAYING:
        return ""
    return f"{stem(words[at])} {link}"


def _after(words: list[str], name: _Name) -> str:
    at = name.end
    if at + 1 < len(words) and words[at] in {"and", "or"} and words[at + 1][0].isupper():
        return f"and {_key(words[at + 1])}"
    while at < len(words) and (words[at] in AUXILIARIES or words[at] in {"“", '"'}):
        at += 1
    if at >= len(words) or not _is_telling(words[at]) or words[at] in SAYING:
        return ""
    return stem(words[at])


def _is_telling(word: str) -> bool:
    """Whether a word is neither a name nor a mark nor too short to say where a name stands."""
    return word.islower() and len(word) > _SHORT


def _is_form(one: _Name, other: _Name) -> bool:
    """Whether two names may be forms of one: "Iran" and "Iranian", "FDF" and "Free Delta Front"."""
    if any(first[:4] == second[:4] for first in one.words for second in other.words):
        return True
    short, long = (one, other) if len(one.words) < len(other.words) else (other, one)
    return len(short.words) == 1 and sorted(next(iter(short.words))) == sorted(word[0] for word in long.words)
