"""Who does in a text what is done to them in its evidence: "Moll sued Lorn" for "Lorn sued Moll"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.sources.vocabulary import ROLE_NOUNS
from summarizer.grounding.checks import vocabulary as vocab
from summarizer.grounding.checks.meanings import is_measure, word_key
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summarizer.grounding.checks.alignment import Alignment, Word

_ENDS = frozenset(".;:!?…,")
_LINKS = word_set("checks.moved.links")
_BE = word_set("checks.moved.be")
_BEFORE_OTHERS = word_set("checks.doers.prepositions")
_REACH = 3  # words from a verb to who does it, or to whom it is done
_TO_AGENT = 3  # words from "by" to the name of who does it, with a role


def find_flipped(alignment: Alignment, persons: Collection[str] = ()) -> tuple[str, str] | None:
    """A verb of the text and the one who does in it what is done to them in the evidence; None without one.

    `persons` are the keys of persons' names: of these it counts where they stand alone, of others where who does it and
    who it is done to have changed places.
    """
    said, held = alignment.said, alignment.held
    for at, word in enumerate(said):
        place = alignment.links[at]
        if not _is_verb(word) or place is None or held[place].kind != "word":
            continue
        if (
            _is_noun_behind(said, at)
            or word.lower in vocab.MUTUAL | {"based"}
            or _is_doer(held[place])
            or is_inverted(held, place)
        ):
            continue
        subject, thing = _beside(said, at, -1), _beside(said, at, 1)
        if _is_passive(said, at) is not _is_passive(held, place):
            if subject is not None and thing is not None and _is_voiced_wrongly(alignment, (subject, at, thing)):
                return said[subject].text, word.text
            continue
        before, after = _keys(held, place, -1), _keys(held, place, 1)
        doing = next(
            (said[one] for one in range(at - 1, max(-1, at - 1 - 2 * _REACH), -1) if said[one].kind == "name"), None
        )
        if (
            doing is not None
            and not (_is_passive(said, at) or doing.owns or _is_behind(said, doing))
            and word_key(doing.text) in persons
            and doing.key in after - before - _keys(said, at, 1)
        ):
            return doing.text, word.text
        if subject is None or thing is None or said[subject].owns:
            continue
        doer, done = said[subject].key, said[thing].key
        if doer in after and doer not in before and done in before and done not in after:
            return said[subject].text, word.text
    return None


def _is_voiced_wrongly(alignment: Alignment, places: tuple[int, int, int]) -> bool:
    """Whether who and whom have changed places between "A hit B" and "A was hit by B"."""
    subject, verb, thing = places
    said, held, place = alignment.said, alignment.held, alignment.links[verb]
    if place is None or said[subject].owns:
        return False
    before, after = _keys(held, place, -1), _keys(held, place, 1)
    first, second = said[subject].key, said[thing].key
    is_agent = any(_is_agent(words, at, second) for words, at in ((said, verb), (held, place)))
    return is_agent and first in before - after and second in after - before


def _is_agent(words: Sequence[Word], at: int, key: str) -> bool:
    """Whether a word, by its key, stands behind the "by" of a passive verb at a place."""
    by = next((one for one in range(at + 1, min(at + 3, len(words))) if words[one].lower == "by"), None)
    is_passive = any(word.lower in _BE for word in words[max(0, at - 2) : at])
    return by is not None and is_passive and any(word.key == key for word in words[by + 1 : by + 1 + _TO_AGENT])


def _is_behind(words: Sequence[Word], name: Word) -> bool:
    """Whether a preposition stands before a name: "a letter to Moll concerns the pier"."""
    first = next(at for at, one in enumerate(words) if one is name)
    while first > 0 and words[first - 1].kind == "name":
        first -= 1
    return first > 0 and words[first - 1].lower in _BEFORE_OTHERS


def _is_noun_behind(words: Sequence[Word], at: int) -> bool:
    """Whether a word is the noun that "a" and a name stand before: "a Moll win"."""
    first = at - 1
    while first > 0 and words[first].kind == "name":
        first -= 1
    return first < at - 1 and words[first].lower in ("a", "an", "any", "another")


def _is_verb(word: Word) -> bool:
    is_verbal = (
        word.lower.endswith(("ed", "s")) and not word.lower.endswith("ss")
    ) or word.lower in vocab.SAYING | vocab.IRREGULAR_FORMS
    return word.kind == "word" and word.is_content and is_verbal and not is_measure(word.key)


def _is_doer(word: Word) -> bool:
    """Whether a word names who does it: of "manager Ana Moll" it is she who manages."""
    return word.lower.endswith(("er", "or", "ers", "ors")) or word.lower in ROLE_NOUNS


def is_inverted(words: Sequence[Word], at: int) -> bool:
    """Whether who says it stands after a verb of saying: “…,” wrote Ana Moll; it would hold, predicted Ana Moll."""
    if at == 0 or words[at - 1].text not in ',”"':
        return False
    following = words[at + 1].text if at + 1 < len(words) else ""
    return words[at].lower in vocab.SAYING or (words[at].lower.endswith("ed") and following[:1].isupper())


def _beside(words: Sequence[Word], at: int, step: int) -> int | None:
    """The place of the nearest thing or person before or after a verb; None where a mark or another clause is first."""
    place, passed = at + step, 0
    while 0 <= place < len(words) and passed <= _REACH:
        word = words[place]
        if word.kind == "mark" or word.lower in _LINKS:
            return None
        if word.is_content and not word.lower.endswith("ly"):
            return place
        place, passed = place + step, passed + 1
    return None


def _keys(words: Sequence[Word], at: int, step: int) -> set[str]:
    found: set[str] = set()
    place = at + step
    while 0 <= place < len(words) and abs(place - at) <= _REACH + 3 and words[place].text not in _ENDS:
        if words[place].lower in _LINKS:
            break
        if words[place].is_content:
            found.add(words[place].key)
        place += step
    return found


def _is_passive(words: Sequence[Word], at: int) -> bool:
    is_done_to = not words[at].lower.endswith("ing")  # "has been hampering" is active
    return (is_done_to and any(word.lower in _BE for word in words[max(0, at - 2) : at])) or any(
        word.lower == "by" for word in words[at + 1 : at + 6]
    )
