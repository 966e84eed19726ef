"""Tells whether the evidence, too, negates what a claim's negation is about."""

from __future__ import annotations

import re

from summarizer.grounding.checks import vocabulary as vocab
from summarizer.grounding.checks.meanings import exclude, sides_of
from summarizer.grounding.checks.polarity import Negation, Polarity, are_alike, is_content
from summarizer.grounding.checks.until import says_no
from summarizer.text.words import word_set

WINDOW = 4  # words after what is not so in which a "not" may follow
SAY = word_set("checks.negation.say")
_MUTE = SAY | word_set("checks.negation.mute")
ROOT = 3  # letters of a short verb that all its forms have: "lose" and "losing"
_LACKING = frozenset({"lack", "lacks", "lacked", "lacking", "absence"})
_LACKING_TOO = word_set("checks.negation.lacking")
_OF_NOUNS = frozenset({"neither", "nor", "no", "nobody", "none"})
_COMPARED = frozenset({"as", "than", "more"})
_SUPERLATIVES = frozenset({"most", "least", "best", "worst", "first", "unprecedented", "record"})
_MOST = re.compile(r"\w{3,}est")
UNDONE = re.compile(r"un(?!der|i[^mn]|til|less|to$|usual)\w{4,}")


def is_negated(said: Polarity, one: Negation, head: int, held: Polarity, around: Polarity, *, denied: bool) -> bool:
    """Whether the evidence, too, negates what a claim's negation is about."""
    word = said.stems[head]
    plain, negated = around.places(word, negated=False), around.places(word, negated=True)
    if said.words[head] in SAY and not negated and one.negator in vocab.PLAIN_NEGATORS | vocab.REFUSING:
        return any(not _MUTE.isdisjoint(around.words[at] for at in other.scope) for other in around.negations)
    if word in around.heads() and not held.places(word, negated=False):
        return True
    if one.negator == "no" and head == one.at + 1 and _is_undone(said.words[head], around):
        return True
    if one.negator in _LACKING and not _LACKING_TOO.isdisjoint(around.words):
        return True
    if _is_opposite(one, head, said, held) or _is_superlative(one, said, around) or _is_dispensable(one, said, held):
        return True
    if not held.places(word, negated=False) and len(said.negations) <= len(_countable(held)):
        plain = []  # it stands plain in another sentence only
    if negated:
        return not _is_elsewhere(said, head, around)
    others = [other for other in around.negations if one.negator not in vocab.DENY or other.negator != "without"]
    reached = said.reached(one)
    if any(_answers(reached, around, len(plain), other) for other in others):
        return True
    if plain or one.negator in vocab.DENYING:  # "dismissed the estimate, saying that it was old" has a cue of its own
        return not plain and one.negator not in vocab.DENY
    # other words for what the evidence negates: as many negations as it has
    return denied or len(said.negations) <= _count_shared(said, held, around) + is_soft(around, but=said.words)


def _is_undone(noun: str, around: Polarity) -> bool:
    """Whether a "not" follows a noun everywhere in the evidence: "no charge is brought", "a charge is not brought"."""
    places = [at for at, one in enumerate(around.words) if one == noun and at not in around.negated]
    return bool(places) and all(
        any(0 < other.at - at <= WINDOW and says_no(other.negator) for other in around.negations) for at in places
    )


def _is_opposite(one: Negation, head: int, said: Polarity, held: Polarity) -> bool:
    """Whether the evidence has the opposite of what a claim negates: "barred" for "not allowed"."""
    if one.negator not in _OF_NOUNS and held.places(said.stems[head], negated=False):
        return False
    plain = [other for at, other in enumerate(held.stems) if at not in held.negated]
    for word in said.reached(one):
        sides = sides_of(word)
        is_told = any(word == other or not sides.isdisjoint(sides_of(other)) for other in plain)
        if sides and not is_told and any(exclude(word, other) for other in plain):
            return True
    return False


def _is_superlative(one: Negation, said: Polarity, around: Polarity) -> bool:
    """Whether a claim says of nothing else that it is "as deep" or "deeper" where the evidence says "the deepest"."""
    told = [said.words[at] for at in one.scope]
    compared = set(told) & (_COMPARED if told.count("as") > 1 or told[:1] == ["as"] else _COMPARED - {"as"})
    return bool(compared) and any(word in _SUPERLATIVES or _MOST.fullmatch(word) for word in around.words)


def _is_dispensable(one: Negation, said: Polarity, held: Polarity) -> bool:
    """Whether a claim says "not A without B" where the evidence says that A brings B."""
    if one.negator != "without" or not any(other.at < one.at and says_no(other.negator) for other in said.negations):
        return False
    plain = {word[:ROOT] for at, word in enumerate(held.stems) if at not in held.negated}
    return any(word[:ROOT] in plain for word in said.reached(one))


def _count_shared(said: Polarity, held: Polarity, around: Polarity) -> int:
    """How many negations the evidence has, with those of its sentences that are about words of the claim."""
    own, beside = _countable(held), _countable(around)
    stems = {word for at, word in enumerate(said.stems) if is_content(said.words[at])}
    about = sum(not stems.isdisjoint(around.reached(one) | around.around(one.at)) for one in beside)
    return max(len(own), about - len(own))  # the sentences repeat the evidence


def _countable(one: Polarity) -> list[Negation]:
    return [other for other in one.negations if other.head is not None or other.negator not in vocab.DENYING]


def _answers(reached: set[str], around: Polarity, least: int, other: Negation) -> bool:
    """Whether a negation of the evidence is about the same words as one of a claim that reaches these."""
    if other.negator == "no" and other.head is None:  # asked whether it fell, she said no
        return True
    held = around.reached(other)
    if sum(any(are_alike(word, one) for one in held) for word in reached) > least:
        return True
    # "received no answer" is "did not receive an answer"
    return other.negator == "no" and other.head is not None and around.stems[other.head] in reached


def is_soft(one: Polarity, but: tuple[str, ...] = ()) -> bool:
    """Whether a text holds a word, other than these, that may stand for a negation: "unchanged", "still out"."""
    return any(
        word not in but and (word in vocab.SOFT_NEGATIONS or UNDONE.fullmatch(word) is not None) for word in one.words
    )


def _is_elsewhere(said: Polarity, head: int, around: Polarity) -> bool:
    """Whether a word that stands both plain and negated in the evidence is the plain one here."""
    here, word = said.around(head), said.stems[head]

    def likeness(*, negated: bool) -> int:
        return max((len(here & around.around(at)) for at in around.places(word, negated=negated)), default=0)

    return likeness(negated=False) > likeness(negated=True)
