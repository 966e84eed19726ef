"""Tells lone capitalised words that begin sentences from names: "Mourners say", "Footage from the game shows"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.naming import plain
from summarizer.text.occurrences import find_all
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.sources.mentions import Occurrence
    from summarizer.attribution.sources.prose import Prose

# What only several can be followed by: "say" rather than "says".
_AGREES = re.compile(
    rf"\s(?:(?:{vocab.any_of(word_set('sources.grammar.before_agreeing'))})\s)?"
    rf"(?:{vocab.any_of(word_set('sources.grammar.agreeing'))})\b"
)
# After somebody's surname none of these is likely to stand.
_COMPLEMENT = re.compile(
    rf"\s(?:{vocab.any_of(word_set('sources.grammar.after_common_nouns'))})\s(?:the|an?|both|all)\s"
)
_NOUN_BEHIND = re.compile(r"\s([a-z-]+)\s(?=[A-Z])")
_NOBODY = word_set("sources.grammar.lone_things")
_JOIN_BEFORE, _JOIN_BEHIND = frozenset("_’'.@/#-"), frozenset("_’'-")
_SHORTEST = 4  # letters of a word that is looked for in small letters


def sort_lone_words(prose: Prose, found: Sequence[Occurrence]) -> list[Occurrence]:
    """The names without lone words that are common nouns; those for several people are crowds.

    A word is one if it stands only where a sentence begins, is no part of a longer name, and either the article has it
    in small letters too, or what follows shows that it means several.
    """
    starts = prose.sentence_starts
    found = [name for name in found if name.start != starts[name.sentence] or not _tells_kind(prose, name)]
    opening = {name.key: name for name in found if name.sort == "single" and name.start == starts[name.sentence]}
    sorts = {key: _sort_of_word(prose, name) for key, name in opening.items()}
    sorts = {key: sort for key, sort in sorts.items() if sort != "single"}
    for name in found if sorts else ():
        if name.sort != "single" or name.start != starts[name.sentence]:
            for word in name.key.split():
                sorts.pop(word, None)  # a name elsewhere
    if not sorts:
        return found
    kept = (name._replace(sort=sorts[name.key]) if name.key in sorts else name for name in found)
    return [name for name in kept if name.sort != "none"]


def _tells_kind(prose: Prose, name: Occurrence) -> bool:
    """Whether a lone word only says what kind of body has the name behind it: "Shipping group Brenn"."""
    if name.sort != "organization" or " " in name.key:
        return False
    noun = _NOUN_BEHIND.match(prose.text, name.end)
    return noun is not None and noun[1] in vocab.BODY_KINDS


def _sort_of_word(prose: Prose, name: Occurrence) -> str:
    """ "crowd" for a noun for several people, "none" for another common noun, else "single"."""
    word = prose.text[name.start : name.end]
    if not word.isalpha() or word.isupper() or len(word) < _SHORTEST:
        return "single"
    low = plain(word)
    if low in _NOBODY:
        return "none"
    single = vocab.singular(low)
    if single == low:
        return "none" if _stands_in(prose.text, low) else "single"
    if single in vocab.TRADES:
        return "crowd"  # "Bakers on night shifts"
    agrees = _AGREES.match(prose.text, name.end) or _COMPLEMENT.match(prose.text, name.end)
    return "crowd" if agrees or _stands_in(prose.text, low) or _stands_in(prose.text, single) else "single"


def _stands_in(text: str, word: str) -> bool:
    """Whether a text holds a word in small letters."""
    return any(
        not (
            _joins(text[max(0, at - 1) : at], _JOIN_BEFORE)
            or _joins(text[at + len(word) : at + len(word) + 1], _JOIN_BEHIND)
        )
        for at in find_all(text, word)
    )


def _joins(char: str, marks: frozenset[str]) -> bool:
    """Whether a character beside a word makes it a part of another one; a pattern would be made for each word."""
    return char.isalnum() or char in marks
