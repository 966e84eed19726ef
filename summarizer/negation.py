"""Whether a claim says no where its evidence says yes, or the other way round."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.overlap import stem
from summarizer.word_lists import AFFIRMING, DENYING, NEGATORS, SAYING, UNTRUE

# Words between a negator and what it negates.
_FILLERS_TEXT = """
    a an the any that of to be been being is are was were has have had do did does it its they he she we i you
    their his her our this these those will would can could should may might must there yet ever in on at for by
    and or more than all even so very claims claim reports report allegations allegation s
"""
_FILLERS = frozenset(_FILLERS_TEXT.split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*|[.;:!?]")
_STOPS = frozenset(".;:!?")
_WINDOW = 4  # words about a negated word that tell two places of it apart


class _Negation(NamedTuple):
    """A negator and the place of the first content word after it, None where there is none."""

    negator: str
    head: int | None


class _Polarity(NamedTuple):
    """The stems of a text's words in order, its negations, and which places stand under one."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    negations: tuple[_Negation, ...]
    negated: frozenset[int]

    def heads(self) -> set[str]:
        """The stems of all words that are negated first."""
        return {self.stems[one.head] for one in self.negations if one.head is not None}

    def places(self, head: str, *, negated: bool) -> list[int]:
        """Where a stem stands, under a negation or not."""
        return [at for at, word in enumerate(self.stems) if word == head and (at in self.negated) is negated]

    def around(self, at: int) -> set[str]:
        """The stems of the words about a place."""
        return {word for word in self.stems[max(0, at - _WINDOW) : at + _WINDOW + 1] if len(word) > 2}


def negation_difference(text: str, evidence: str, sentences: str, *, denied: bool) -> str | None:
    """What a claim's text negates and its evidence does not, or the other way round; None when they agree.

    `sentences` are all those that hold the evidence. With `denied` the evidence is what somebody denies, which may be
    put with the denial or with a negation.
    """
    said, held, around = _polarity(text), _polarity(evidence), _polarity(sentences)
    quoted = _QUOTED.search(text) is not None  # "X said: …" gives the words alone; the stance says that they are denied
    return (
        _turned(said, around, denied=denied)
        or _stated(said, held, denied=denied and not quoted)
        or _dropped(said, held)
        or _added(said, held, around, denied=denied)
    )


_LEADS = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(DENYING))})\s(?!what\b)[^.,;:!?“\"]{{0,50}}$", re.IGNORECASE)
_QUOTED = re.compile(r"\b(?:said|says|told \w+): ")


def leads_to_denied(lead: str) -> bool:
    """Whether the words before the evidence, from its sentence's start on, end in a denial of what follows."""
    return _LEADS.search(lead) is not None


def has_denial(text: str) -> bool:
    """Whether a text holds a verb of denying."""
    return not DENYING.isdisjoint(text.lower().split())


def _turned(said: _Polarity, around: _Polarity, *, denied: bool) -> str | None:
    """A denial that a claim calls a confirmation."""
    words = set(around.words)
    affirmed = AFFIRMING.intersection(said.words) - words
    if (
        not affirmed
        or (not denied and DENYING.isdisjoint(words))
        or any(stem(word) in around.stems for word in affirmed)
    ):
        return None
    return f"the claim says “{min(affirmed)}”, the article has a denial"


def _stated(said: _Polarity, held: _Polarity, *, denied: bool) -> str | None:
    """What somebody denies, or calls untrue, put as what somebody says."""
    if said.negations or not UNTRUE.isdisjoint(said.words):
        return None
    untrue = UNTRUE.intersection(held.words)
    if untrue and len(set(said.stems) & set(held.stems)) >= 2:
        return f"the evidence calls this {min(untrue)}, the claim does not"
    if denied and not held.negations and not SAYING.isdisjoint(said.words):
        return "the article has this denied, the claim has it said"
    return None


def _dropped(said: _Polarity, held: _Polarity) -> str | None:
    for negator, head in held.negations:
        if head is None:
            if not said.negations:
                return f"the evidence says “{negator}”, the claim does not"
            continue
        word = held.stems[head]
        if word in said.heads():
            continue
        meant = held.around(head)
        others = [held.around(at) for at in held.places(word, negated=False)]
        for at in said.places(word, negated=False):
            here = said.around(at)
            if all(len(here & meant) > len(here & other) for other in others):
                return f"the evidence says “{negator} … {held.words[head]}”, the claim does not negate it"
    return None


def _added(said: _Polarity, held: _Polarity, around: _Polarity, *, denied: bool) -> str | None:
    said_denied = not DENYING.isdisjoint(said.words)
    for negator, head in said.negations:
        if negator in DENYING and (denied or not DENYING.isdisjoint(around.words)):
            continue
        if head is None:
            if not around.negations:
                return f"the claim says “{negator}”, the evidence does not"
            continue
        if denied and not held.negations:
            if not said_denied:  # "denied that it fell" may be put as "it did not fall"
                continue
            return f"the claim negates what is denied once more: “{negator} … {said.words[head]}”"
        if not _is_negated(said, head, held, around, denied=denied):
            return f"the claim says “{negator} … {said.words[head]}”, the evidence does not"
    return None


def _is_negated(said: _Polarity, head: int, held: _Polarity, around: _Polarity, *, denied: bool) -> bool:
    """Whether the evidence, too, negates the word that stands at `head` in the claim."""
    word = said.stems[head]
    if not UNTRUE.isdisjoint(held.words) and said.words[head] not in UNTRUE:
        return True
    if word in around.heads() and not held.places(word, negated=False):
        return True
    if (held.negations or denied) and not around.places(word, negated=False):
        return True
    return bool(around.places(word, negated=True)) and not _is_elsewhere(said, head, around)


def _is_elsewhere(said: _Polarity, head: int, around: _Polarity) -> bool:
    """Whether a word that stands both plain and negated in the evidence is the plain one here."""
    here = said.around(head)
    word = said.stems[head]
    plain = max((len(here & around.around(at)) for at in around.places(word, negated=False)), default=0)
    negated = max((len(here & around.around(at)) for at in around.places(word, negated=True)), default=0)
    return plain > negated


def _polarity(text: str) -> _Polarity:
    words = tuple(word.lower().replace("’", "'") for word in _WORD.findall(text))
    negations: list[_Negation] = []
    negated: set[int] = set()
    for at, word in enumerate(words):
        if not (word in NEGATORS or word.endswith("n't")) or (word == "not" and words[at + 1 : at + 2] == ("only",)):
            continue
        head = _head(words, at)
        negations.append(_Negation(word, head))
        if head is not None:
            negated.update(range(at + 1, min(head + 4, len(words))))
    return _Polarity(words, tuple(map(stem, words)), tuple(negations), frozenset(negated))


def _head(words: tuple[str, ...], negator: int) -> int | None:
    for at in range(negator + 1, min(negator + 8, len(words))):
        if words[at] in _STOPS:
            return None
        if words[at] not in _FILLERS and words[at] not in NEGATORS:
            return at
    return None
