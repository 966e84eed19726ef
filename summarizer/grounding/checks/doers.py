"""Who does what to whom, in either voice: "A hired B" is "B was hired by A", and not "A was hired by B"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources.vocabulary import ROLE_NOUNS
from summarizer.grounding.checks import vocabulary as vocab
from summarizer.grounding.checks.flipped import is_inverted
from summarizer.grounding.checks.meanings import sides_of, word_key
from summarizer.grounding.checks.name_forms import is_no_name
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.grounding.checks.alignment import Alignment, Word

_BE = word_set("checks.moved.be") - {"by", "get", "gets"}
_LINKS = word_set("checks.moved.links") - {"who", "whom", "which", "that"}
_BEFORE_OTHERS = word_set("checks.doers.prepositions")
_BACK = 9  # words before a verb in which its subject is named
_AHEAD = 5  # words after it in which its object is named
_AUXILIARIES = 4


class _Act(NamedTuple):
    """The keys of the names of those who do something, and of those to whom it is done."""

    doers: frozenset[str]
    done: frozenset[str]

    def agrees(self, other: _Act) -> bool:
        """Whether some of the same do it, or have it done to them."""
        return bool(self.doers & other.doers or self.done & other.done)

    def turns(self, other: _Act) -> bool:
        """Whether one of those who do it here has it done to them there, or the other way round, and none agrees.

        Both must say who does it and to whom.
        """
        if not all((self.doers, self.done, other.doers, other.done)):
            return False
        return not self.agrees(other) and bool(self.doers & other.done or self.done & other.doers)


def find_turned_acts(alignment: Alignment) -> Iterator[tuple[str, str]]:
    """Every verb of a text whose doer in it is, in the evidence, the one it is done to; with the doer's name."""
    for at, word in enumerate(alignment.said):
        if not _is_verb(alignment.said, at):
            continue
        said = _read(alignment.said, at)
        places = [place for place, other in enumerate(alignment.held) if _is_same(word, other)]
        acts = [_read(alignment.held, place) for place in places if _is_verb(alignment.held, place)]
        if any(said.turns(act) for act in acts) and not any(said.agrees(act) for act in acts):
            yield _name(alignment.said, said.doers or said.done), word.text


def find_other_doers(alignment: Alignment) -> Iterator[tuple[str, str, str]]:
    """Every verb right behind one name in a text and behind others only in the evidence: the verb and the two names."""
    for at, word in enumerate(alignment.said):
        if alignment.links[at] is None or word.kind != "word" or not word.is_content or word.lower in _NO_VERBS:
            continue
        if word.lower.endswith(_OF_NOUNS):
            continue
        doer = _right_before(alignment.said, at)
        places = [place for place, other in enumerate(alignment.held) if _is_verb_of(other, word)]
        if any(_has_be(alignment.held, place) is not _has_be(alignment.said, at) for place in places):
            continue  # "Moll was asked by Rask" is "Rask asked"
        others = [_right_before(alignment.held, place) for place in places]
        if doer and others and all(other and _are_two(doer, other) for other in others):
            yield word.text, " ".join(doer), " ".join(others[0])


def _has_be(words: Sequence[Word], at: int) -> bool:
    return any(word.lower in _BE for word in words[max(0, at - 2) : at])


def _is_verb_of(other: Word, word: Word) -> bool:
    return other.kind == "word" and other.key == word.key and not other.lower.endswith(_OF_NOUNS)


_OF_NOUNS = ("er", "ers", "or", "ors", "tion", "tions", "ment", "ments")


def _right_before(words: Sequence[Word], at: int) -> tuple[str, ...]:
    """The words of the name before a verb, with nothing but its auxiliaries in between, and no preposition before."""
    place = at - 1
    while place >= max(0, at - _AUXILIARIES) and words[place].lower in _BESIDE_VERBS:
        place -= 1
    last = place
    while place >= 0 and words[place].kind == "name":
        place -= 1
    named = tuple(word.text for word in words[place + 1 : last + 1])
    before = words[place] if place >= 0 else None
    if before is not None and (before.lower in _BEFORE_OTHERS | {"and", "or"} or before.text[0].isupper()):
        return ()
    if not named or any(map(is_no_name, named)):
        return ()
    return () if named[-1].lower().endswith(("'s", "’s", "s'", "s’")) else named


def _are_two(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are of two: they share no word, or the surname alone ("Ana Moll" and "Bo Moll")."""
    first, second = ([word_key(word) for word in name] for name in (one, other))
    if not any(word[:_ROOT] == held[:_ROOT] for word in first for held in second):
        return True
    return len(first) == len(second) == _FULL and first[-1] == second[-1] and first[0] != second[0]


_NO_VERBS = (vocab.SAYING - vocab.DENYING) | ROLE_NOUNS | vocab.NOT_NAMES
_BESIDE_VERBS = vocab.AUXILIARIES | {"also", "never", "not", "now", "still", "then", "already", "just", "ever"}
_ROOT, _FULL = 4, 2  # letters that two forms of a name share, words of a whole name


def _is_same(one: Word, other: Word) -> bool:
    return other.kind == "word" and (one.key == other.key or not sides_of(one.key).isdisjoint(sides_of(other.key)))


def _is_verb(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.kind != "word" or not word.is_content or word.lower in vocab.MUTUAL | ROLE_NOUNS:
        return False
    if is_inverted(words, at):
        return False
    return word.lower.endswith("ed") or word.lower in vocab.IRREGULAR_FORMS or word.lower in vocab.SAYING


def _read(words: Sequence[Word], at: int) -> _Act:
    subject, following = _before(words, at), range(at + 1, min(at + 1 + _AHEAD, len(words)))
    agent = next((place for place in following if words[place].lower == "by"), None)
    auxiliaries = [word.lower for word in words[max(0, at - _AUXILIARIES) : at]]
    is_passive = not _BE.isdisjoint(auxiliaries) and not words[at].lower.endswith("ing")
    if is_passive or (agent is not None and _is_participle(words[at])):
        return _Act(_after(words, agent) if agent is not None else frozenset(), subject)
    return _Act(subject, _after(words, at))


def _is_participle(word: Word) -> bool:
    return word.lower.endswith("ed") or word.lower in vocab.IRREGULAR_FORMS


def _before(words: Sequence[Word], at: int) -> frozenset[str]:
    """The nearest name before a verb in its clause that no preposition stands before."""
    for place in range(at - 1, max(-1, at - 1 - _BACK), -1):
        word = words[place]
        if (word.kind == "mark" and word.text not in ",”") or word.lower in _LINKS:
            break
        if word.kind == "name" and not word.owns:
            first = place
            while first > 0 and words[first - 1].text[0].isupper() and words[first - 1].kind != "mark":
                first -= 1
            if first > 0 and words[first - 1].lower in _BEFORE_OTHERS:
                break
            if first > 1 and words[first - 1].lower == "and" and words[first - 2].kind == "name":
                also = _before(words, first - 1)  # both do it, "Moll and Reil"
                return also | frozenset(word_key(one.text) for one in words[first : place + 1] if one.kind == "name")
            return frozenset(word_key(one.text) for one in words[first : place + 1] if one.kind == "name")
    return frozenset()


def _after(words: Sequence[Word], at: int) -> frozenset[str]:
    """The first name after a place before any mark or preposition."""
    first = (
        at + 2 if [word.lower for word in words[at : at + 2]] in (["won", "over"], ["prevailed", "over"]) else at + 1
    )
    for place in range(first, min(at + 1 + _AHEAD + 2, len(words))):
        word = words[place]
        if word.kind == "mark" or word.lower in _LINKS or word.lower in _BEFORE_OTHERS:
            break
        if word.kind == "name":
            last = place
            while last + 1 < len(words) and words[last + 1].kind != "mark" and words[last + 1].text[0].isupper():
                last += 1
            if words[last].owns:
                break  # "blamed Moll's son"
            return frozenset(word_key(one.text) for one in words[place : last + 1] if one.kind == "name")
    return frozenset()


def _name(words: Sequence[Word], keys: frozenset[str]) -> str:
    return next(word.text for word in reversed(words) if word_key(word.text) in keys)
