"""The short forms by which an article calls a body: "PF" and "the Front" for "the Popular Front of Ostby"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.mentions import UPPER
from summarizer.attribution.sources.naming import name_key
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.attribution.sources.mentions import Occurrence, Referent
    from summarizer.attribution.sources.prose import Prose

_BRACKETED = re.compile(
    r"(?:['’]s)?[”\"’']?\s?\(\s?(?:(?:the|or|also known as)\s)?[“\"‘']?"
    rf"([{UPPER}][\w.&’'-]*(?:\s[{UPPER}][\w’'-]*){{0,5}})"
)
_NO_BODIES = frozenset({"place", "spot", "crowd", "single", "name"})
_OF_OTHERS = word_set("sources.body_words.of_persons")
_SKIPPED_IN_INITIALS = frozenset(map(name_key, word_set("sources.body_words.skipped_in_initials")))
_NATIONS = frozenset(map(name_key, vocab.NATIONS))
_COMMON_WORDS = _NATIONS | frozenset(map(name_key, vocab.BODY_KINDS))  # many bodies' names begin or end with these


def find_aliases(prose: Prose, occurrences: Sequence[Occurrence]) -> dict[str, str]:
    """Map the key of each name defined in brackets to its partner's: "Popular Front (PF)" gives pf -> popular front."""
    aliases: dict[str, str] = {}
    for occurrence in occurrences:
        if "(" not in prose.text[occurrence.end : occurrence.end + 5]:
            continue
        match = _BRACKETED.match(prose.text, occurrence.end)
        if match is None or occurrence.sort in ("title", "adjective", "crowd"):
            continue
        name, other = prose.text[occurrence.start : occurrence.end], match[1]
        key = name_key(other)
        if not key or key == occurrence.key:
            continue
        if abbreviates(other, name):
            aliases[key] = occurrence.key
        elif abbreviates(name, other):
            aliases[occurrence.key] = key
    return aliases


def abbreviates(short: str, name: str) -> bool:
    """Whether a short form's letters stand in a name in order, the first of them at the beginning of a word."""
    letters = [char for char in short.lower() if char.isalnum()]
    if not 2 <= len(letters) <= 10 or " " in short or len(name) < len(short) + 3 or " " not in name:
        return False
    rest = iter(name.lower())
    if sum(char.isupper() for char in short) < 2 or not all(letter in rest for letter in letters):
        return False
    return any(word.startswith(letters[0]) for word in name.lower().split())


def find_fullest(referents: Mapping[str, Referent], aliases: Mapping[str, str], referent: Referent) -> Referent:
    """The referent by whose name a shorter one goes; itself where the article has no longer name for it.

    `referents` are all of the article by their keys, and `aliases` what `find_aliases` gives.
    """
    alias = aliases.get(referent.key)
    if alias is not None and alias in referents:
        return referents[alias]
    bodies = filter(_is_body, referents.values()) if _is_body(referent) else ()
    longer = [other for other in bodies if _continues(referent, other)]
    shortest = min(longer, key=lambda other: len(other.key), default=referent)
    # Two longer names that are not forms of one another: the short one could be either's.
    if any(shortest.key not in other.key for other in longer):
        return referent
    return max(longer, key=lambda other: len(other.key), default=referent)


def _is_body(referent: Referent) -> bool:
    return referent.kind != "person" and referent.sort not in _NO_BODIES


def _continues(short: Referent, full: Referent) -> bool:
    """Whether a longer name is surely the short one's: it goes on after it, or puts a nation before it."""
    few, many = short.key_words, full.key_words
    if len(few) >= len(many):
        return False
    if many[: len(few)] == few:
        return len(few) > 1 or (few[0] not in _COMMON_WORDS and full.name.split()[-1].lower() not in _OF_OTHERS)
    if many[-len(few) :] != few:
        initials = "".join(word[0] for word in many if word not in _SKIPPED_IN_INITIALS)
        return len(few) == 1 and 3 <= len(few[0]) <= 6 and short.name.isupper() and few[0] == initials
    return all(word in _NATIONS for word in many[: -len(few)]) and (len(few) > 1 or few[0] not in _COMMON_WORDS)
