"""How much a text says that something is true of, beside its evidence: "all", "most", "some" and "only"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.grounding.checks.alignment import Alignment, Word, is_last_before_mark, is_negated
from summarizer.grounding.checks.meanings import is_measure
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_AMOUNTS = {name: word_set(f"checks.scope.{name}") for name in ("every", "most", "a_few", "a_lot", "a_part")}
_AMOUNT_OF = {word: name for name, words in _AMOUNTS.items() for word in words}
_ALONE = word_set("checks.scope.alone")
_ALONE_ADDED = word_set("checks.scope.alone_added")
_PLAIN = frozenset(
    [
        "all",
        "every",
        "everyone",
        "everybody",
        "everything",
        "each",
        "entire",
        "entirely",
        "whole",
        "wholly",
        "completely",
        "fully",
        "most",
        "many",
        "some",
        "few",
        "several",
        "partly",
        "partially",
    ]
)
_ADDED = ("most", "a_few")  # beside "every": what a text may not say of a thing of its own accord
_NEARLY = frozenset({"nearly", "almost", "virtually", "practically", "not"})
_PARTS = ("most", "a_few", "a_lot", "a_part")
_ANY = frozenset({"any", "anyone", "anybody", "anything"})
_EVERYBODY = frozenset({"everyone", "everybody", "everything"})
_INSTEAD = frozenset({"rather", "instead"})  # what is done and what is not leaves nothing for "only" to say
_NOT_ALONE = re.compile(r"(?:n['’]t|\bnot) (?:just|only|merely|simply|solely)\b")
_LITTLE = frozenset({"fraction", "few", "handful", "small", "little", "slight", "slightly", "part", "half"})
_STOPS = frozenset(".!?;")
_TO_HEAD = 4
_TO_OF = 3  # words from "two" to "six" in "two of the six"
_BEFORE_BUT = 10  # words before "only" in which a "not" makes it a "but"
_PHRASE_BEFORE = word_set("checks.scope.phrase_before")
_PHRASE_AFTER = word_set("checks.scope.phrase_after")
_OWN = frozenset({"his", "her", "their", "its", "my", "our", "the"})
_LONG = frozenset({"life", "lives", "time", "while", "day", "night", "week", "month", "year", "summer", "winter"})
_CAN = frozenset({"can", "could", "to", "did", "do"})
_ALL_OF = frozenset({"the", "all", "its", "their", "his", "her", "both", "these", "those", "every"})


def scope_difference(alignment: Alignment, near: str) -> str | None:
    """What a text says of more or of less than its evidence does; None where they agree.

    `near` are all words on which the text may draw.
    """
    return _amount(alignment, near) or _alone(alignment, near)


def _amount(alignment: Alignment, near: str) -> str | None:
    said, held = alignment.said, alignment.held
    everywhere = {amount for word in near.lower().split() if (amount := _AMOUNT_OF.get(word.strip('.,;:!?“”"()’')))}
    for at, word in enumerate(said):
        if contrary := _denied_amount(alignment, at) or _ending_amount(alignment, at):
            return contrary
        if word.lower not in _PLAIN or is_negated(said, at, 2) or _is_of_phrase(said, at):
            continue
        amount = _AMOUNT_OF[word.lower]
        head = None if word.lower in _EVERYBODY else _head(said, at)
        place = None if head is None else alignment.links[head]
        other = _stated(held, place) if place is not None else None
        if other is not None and amount in _PARTS and _is_not_all(held, place):
            continue
        around = everywhere if place is None else _amounts_beside(held, place)
        if amount == "every" and place is not None and (near_all := _nearly_all(said, at, held, place)):
            return f"the claim says “{word.text}”, the evidence “{near_all}”"
        if _is_rate(said, at) or (amount in around and (other is None or _AMOUNT_OF[other.lower] == amount)):
            continue
        if other := other or _all_behind(held, place, amount):
            return f"the claim says “{word.text}”, the evidence “{other.text}”"
        if (
            (amount == "every" or (amount in _ADDED and place is not None))
            and (place is not None or alignment.is_beside(at, at))
            and not _is_of_all(alignment, place)
        ):
            return f"the claim says “{word.text}”, the evidence does not"
    return _nobody(said, held) or _not_everybody(said, held) or _everybody(said, held, everywhere)


def _all_behind(held: Sequence[Word], place: int | None, amount: str) -> Word | None:
    """The "all" of the evidence behind a thing of which a text has a part: "the tolls all rose"."""
    if place is None or amount not in _PARTS:
        return None
    return next((one for one in held[place + 1 : place + 3] if one.lower == "all"), None)


def _is_not_all(held: Sequence[Word], place: int | None) -> bool:
    """Whether the evidence says "not all" of a thing: some of it is meant."""
    before = [word.lower for word in held[max(0, (place or 0) - _TO_HEAD - 1) : place]]
    return any(one == "not" and _AMOUNT_OF.get(other) == "every" for one, other in pairwise(before))


def _denied_amount(alignment: Alignment, at: int) -> str | None:
    """ "Not many" or "few" where the evidence says "a lot of", and "not some" where it says "not any"."""
    said, held = alignment.said, alignment.held
    head = _head(said, at)
    place = None if head is None else alignment.links[head]
    other = _before_thing(held, place) if place is not None else None
    if place is None or other is None or head is None:
        return None
    is_denied = at > 0 and said[at - 1].lower == "not"
    if said[at].lower in ("many", "much") and is_denied and _AMOUNT_OF.get(other.lower) in ("a_lot", "every", "most"):
        return f"the claim says “not {said[at].text}”, the evidence “{other.text}”"
    if said[at].lower in ("some", "most", "several", "many") and other.lower == "any" and is_negated(held, place, _FAR):
        return f"the claim says “{said[at].text}”, the evidence “not … any”"
    return None


def _ending_amount(alignment: Alignment, at: int) -> str | None:
    """How much a clause ends in, where the evidence has another amount behind the same word: "applies to all"."""
    said, held = alignment.said, alignment.held
    if _AMOUNT_OF.get(said[at].lower) not in ("every", "most", "a_part") or not is_last_before_mark(said, at):
        return None
    verb = next((one for one in range(at - 1, max(-1, at - 4), -1) if said[one].is_content), None)
    place = None if verb is None else alignment.links[verb]
    if place is None:
        return None
    there = [one for one in range(place + 1, min(place + 4, len(held))) if held[one].lower in _AMOUNT_OF]
    if there and is_last_before_mark(held, there[0]) and _AMOUNT_OF[held[there[0]].lower] != _AMOUNT_OF[said[at].lower]:
        return f"the claim says “{said[at].text}”, the evidence “{held[there[0]].text}”"
    return None


def _before_thing(held: Sequence[Word], place: int) -> Word | None:
    before = reversed(held[max(0, place - _TO_HEAD) : place])
    return next((word for word in before if word.lower in _AMOUNT_OF or word.lower == "any"), None)


_FAR = 8  # words before a thing in which a "not" reaches its "any"


def _nearly_all(said: Sequence[Word], at: int, held: Sequence[Word], place: int) -> str | None:
    """ "Nearly all" of the evidence where the text has "all" alone."""
    if any(word.lower in _NEARLY for word in said[max(0, at - 2) : at]):
        return None
    for one in range(max(1, place - _TO_HEAD), place):
        if _AMOUNT_OF.get(held[one].lower) == "every" and held[one - 1].lower in _NEARLY:
            return f"{held[one - 1].text} {held[one].text}"
    return None


def _amounts_beside(held: Sequence[Word], place: int) -> set[str]:
    """How much is meant of anything in the sentence of a place."""
    ends = [at for at, word in enumerate(held) if word.text in _STOPS]
    first = max((at for at in ends if at < place), default=0)
    last = min((at for at in ends if at > place), default=len(held))
    return {amount for word in held[first:last] if (amount := _AMOUNT_OF.get(word.lower))}


def _is_of_phrase(said: Sequence[Word], at: int) -> bool:
    """Whether a word says nothing of how many: "above all", "all his life", "all they could do"."""
    if said[at].lower == "few" and at and said[at - 1].lower == "too":
        return True  # "not enough"
    before, after = said[at - 1 : at], said[at + 1 : at + 1 + _TO_HEAD]
    is_of_things = any(word.is_content and word.lower.endswith("s") for word in after[:1])  # "in all towns"
    is_of_things = (
        is_of_things
        or [word.lower for word in after[:1]] == ["of"]
        or (said[at].lower == "all" and any(word.is_content for word in after[:1]))
    )
    if any(word.lower in _PHRASE_BEFORE for word in before if at and not is_of_things) or any(
        word.lower in _PHRASE_AFTER for word in after[:1]
    ):
        return True
    noun = next((word.lower for word in after if word.lower not in _OWN), "")
    if noun in _LONG and any(word.lower in _OWN for word in after):
        return True
    doing = [word.lower for word in after]
    return said[at].lower == "all" and any(one in _CAN and other == "do" for one, other in pairwise(doing))


def _nobody(said: Sequence[Word], held: Sequence[Word]) -> str | None:
    """ "Nobody" where the evidence says of many or of some that they do not."""
    none = next((word for word in said if word.lower in _NOBODY), None)
    if none is None or any(word.lower in _NOBODY or word.lower in _ANY or word.lower == "no" for word in held):
        return None
    for at, word in enumerate(held):
        people = {one.lower for one in held[at + 1 : at + 4]}
        if _AMOUNT_OF.get(word.lower) in _PARTS and not people.isdisjoint(_PEOPLE):
            return f"the claim says “{none.text}”, the evidence “{word.text}”"
    return None


_NOBODY = frozenset({"nobody", "none"})
_PEOPLE = frozenset({"people", "persons", "men", "women", "voters", "folks"})


def _not_everybody(said: Sequence[Word], held: Sequence[Word]) -> str | None:
    """ "Everybody" of the evidence given as "some people"."""
    whole = next((word for word in held if word.lower in _EVERYBODY), None)
    if whole is None or any(_AMOUNT_OF.get(word.lower) == "every" and word.lower not in _ANY for word in said):
        return None
    part = next((word for word in said if word.lower in _PLAIN), None)
    if part is None or any(_AMOUNT_OF.get(word.lower) == _AMOUNT_OF[part.lower] for word in held):
        return None
    return f"the claim says “{part.text}”, the evidence “{whole.text}”"


def _everybody(said: Sequence[Word], held: Sequence[Word], around: Collection[str]) -> str | None:
    """ "Some people" of the evidence given as "everybody"."""
    whole = next((word for word in said if word.lower in _EVERYBODY), None)
    part = next((word for word in held if word.lower in _PLAIN and _AMOUNT_OF[word.lower] in _PARTS), None)
    if whole is None or part is None or "every" in around:
        return None
    return f"the claim says “{whole.text}”, the evidence “{part.text}”"


def _alone(alignment: Alignment, near: str) -> str | None:
    said, held = alignment.said, alignment.held
    near = _NOT_ALONE.sub("", near.lower().replace("of the last", ""))
    around = {word.strip('.,;:!?“”"()’') for word in near.split()}
    for at, word in enumerate(said):
        is_number = at + 1 < len(said) and said[at + 1].kind == "number"  # how exact it is has a check of its own
        is_little = word.lower == "only" and any(one.lower in _LITTLE for one in said[at + 1 : at + 3])
        # "she wants no toll, only repairs"
        is_but = said[max(0, at - 1)].text == "," and is_negated(said, at, _BEFORE_BUT)
        is_not_alone = at > 0 and (
            said[at - 1].lower == "not" or said[at - 1].lower.endswith("n't") or said[at - 1].lower == "second"
        )  # "second only to"
        if (
            word.lower in _ALONE_ADDED
            and not (is_number or is_little or is_but or is_not_alone)
            and around.isdisjoint(_ALONE)
        ):
            return f"the claim says “{word.text}”, the evidence does not"
    if any(word.lower in _ALONE | _INSTEAD for word in said):
        return None
    for at, word in enumerate(held):
        if word.lower not in _ALONE_ADDED or at not in alignment.cited or is_negated(held, at, 2):
            continue
        if at and held[at - 1].lower == "not":
            continue  # "not only"
        head = _head(held, at)
        is_number = any(one.kind == "number" for one in held[at + 1 : at + 1 + _TO_HEAD])  # "only plus or minus two"
        if head is not None and not is_number and alignment.back[head] is not None:
            return f"the evidence says “{word.text} {held[head].text}”, the claim does not"
    return None


def _is_rate(said: Sequence[Word], at: int) -> bool:
    """Whether "each" is "each year", which is "a year"."""
    return said[at].lower in ("each", "every") and any(is_measure(word.key) for word in said[at + 1 : at + 2])


def _head(words: Sequence[Word], at: int) -> int | None:
    for place in range(at + 1, min(at + 1 + _TO_HEAD, len(words))):
        if words[place].kind == "mark":
            return None
        if words[place].is_content:
            return place
    return None


def _stated(held: Sequence[Word], place: int | None) -> Word | None:
    """The word that says how much of a thing is meant, not far before it."""
    if place is None:
        return None
    before = held[max(0, place - _TO_HEAD) : place]
    amounts = [word for word in before if word.lower in _AMOUNT_OF]
    if [word.lower for word in amounts[-2:]] in (["every", "one"], ["each", "one"]):
        amounts.pop()  # "every one of the crew" is "every", and not "one"
    return amounts[-1] if amounts else None


def _is_of_all(alignment: Alignment, place: int | None) -> bool:
    """Whether the evidence says how many there are of a thing, and means all of them: "the six managers"."""
    if place is None:
        return False
    held = alignment.held
    first = max(0, place - _TO_HEAD - 2)
    number = next((at for at in range(place, first - 1, -1) if held[at].kind == "number"), None)
    if number is None:
        return False
    before = held[max(0, number - 2) : number]
    if number >= _TO_OF and held[number - 2].lower == "of" and held[number - _TO_OF].kind == "number":
        return False  # "two of the six managers"
    return alignment.back[number] is not None or any(word.lower in _ALL_OF for word in before)
