"""Names and numbers of the evidence that a text has where the evidence has another one.

A name or number stands in its place by the words beside it. Where the text has it beside the words that the evidence
has beside another one, and not beside its own, it has moved: "two guns, three cars" for "three guns, two cars".
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources.vocabulary import DAYS
from summarizer.grounding.checks import vocabulary as vocab
from summarizer.grounding.checks.meanings import side_of, word_key
from summarizer.grounding.checks.numbered_words import FIRST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from summarizer.grounding.checks.alignment import Alignment, Word

_YEAR = 4  # digits
_TWO = 2  # words of a name that may share one with another name
_OF_COUNTRIES = ("ish", "ian", "ese", "ean")
_SIDE = 4  # words on each side that tell of a place
_ENDS = frozenset(".;:!?…,")
_RANGE = frozenset({"from", "to", "until"})
_BEFORE_ONE = frozenset({"only", "the", "no", "this", "that", "each", "every", "last", "any"})
_TIMES = frozenset({"times"})
_OF = frozenset({"of"})
_IN = frozenset({"in"})
_MORE = frozenset({"of", "more", "other", "others", "further", "additional"})
_NAMED = ("name", "day")
_SAYING = vocab.SAYING | vocab.AUXILIARIES | vocab.DENYING
_PRONOUNS = frozenset({"he", "she", "him", "her", "they", "them"})
_TELLING = 0.99  # the likeness of one word right beside both
_TO_AGENT = 3  # words from "by" to the name of who does it, with a role
_AHEAD = 0.5  # by so much another's place must be more alike


class Thing(NamedTuple):
    """A name or a number in a list of words, from one place to another, with the keys of what it is called."""

    start: int
    end: int
    keys: frozenset[str]
    kind: str
    text: str


class Moved(NamedTuple):
    """What stands, in the text, where the evidence has another one."""

    said: str
    held: str
    is_number: bool


def find_moved(alignment: Alignment, named: str = "") -> Iterator[Moved]:
    """The numbers of a text that stand where its evidence has others, and its names and numbers that changed places.

    `named` are the speakers of the text, who may stand anywhere in it.
    """
    speakers = {word_key(word) for word in named.split()}
    said, held = alignment.said, alignment.held
    theirs, ours = things(held), things(said)
    if len(theirs) < 2:
        return
    ours = tuple(one for one in ours if one.kind == "name" or _is_free(said, one, _scores(held)))
    for thing in ours:
        if thing.kind not in _NAMED and (other := _number_in_its_place(said, thing, held, theirs)) is not None:
            yield Moved(thing.text, other.text, is_number=True)
    turned = set(_ranges(said)) & {pair[::-1] for pair in _ranges(held)}
    for low, high in sorted(turned):
        yield Moved(f"from {low} to {high}", f"from {high} to {low}", is_number=True)
    for one, other in combinations([thing for thing in ours if speakers.isdisjoint(thing.keys)], 2):
        if one.kind != other.kind or _is_same(one, other) or _is_turned(alignment, (one, other), theirs):
            continue
        if one.kind == "name" and _are_meant(alignment, (one, other), theirs):
            continue
        if any(word.lower.endswith("based") for word in said):
            continue  # "Varn-based Sund Line" is "Sund Line, based in Varn"
        if _are_exchanged(alignment, (one, other), theirs):
            yield Moved(one.text, other.text, one.kind not in _NAMED)


def _scores(words: Sequence[Word]) -> set[tuple[str, str]]:
    """Every two numbers with nothing but a dash between them."""
    return {
        (one.text, other.text)
        for one, other in pairwise(words)
        if one.kind == other.kind == "number" and other.start == one.end + 1
    }


def _is_free(said: Sequence[Word], number: Thing, scores: Collection[tuple[str, str]]) -> bool:
    """Whether a number is not of a score that stands as it is in both texts: "41-40"."""
    return _scores(said[max(0, number.start - 1) : number.end + 1]).isdisjoint(scores)


def _are_meant(alignment: Alignment, pair: tuple[Thing, Thing], theirs: Sequence[Thing]) -> bool:
    """Whether the evidence means both by "she" and "him" and names them beside it only: they stand anywhere there."""
    held = alignment.held
    pronouns = {held[at].lower for at in alignment.cited} & _PRONOUNS
    named = [one for one in theirs if any(_is_same(one, mine) for mine in pair)]
    return len(pronouns) > 1 and all(at not in alignment.cited for one in named for at in range(one.start, one.end))


def _namesake(thing: Thing, theirs: Sequence[Thing], ours: Sequence[Thing]) -> Thing | None:
    """The one of the evidence's names that shares a word with a name and has another beside it, as "Ana Moll" has."""
    if thing.kind != "name" or len(thing.keys) < _TWO or any(_is_part(thing, one) for one in theirs):
        return None
    alike = [
        one
        for one in theirs
        if one.kind == "name" and one.keys & thing.keys and any(map(_is_word, one.keys - thing.keys))
    ]
    return next((one for one in alike if not any(_is_part(one, other) for other in ours)), None)


def _is_word(key: str) -> bool:
    """Whether a word of a name is no initial."""
    return len(key) > _TWO


def _is_part(one: Thing, other: Thing) -> bool:
    """Whether all words of the shorter of two names are in the longer one, in some form."""
    short, long = sorted((one.keys, other.keys), key=len)
    return all(any(key[:4] == word[:4] for word in long) for key in short)


def _is_plain_number(thing: Thing) -> bool:
    """Whether a number is a year, or words; a date or time in digits is put in many ways."""
    return (thing.text.isdigit() and len(thing.text) == _YEAR) or not any(map(str.isdigit, thing.text))


def _ranges(words: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """The two numbers of every "from 2 (percent) to 3"."""
    for at, word in enumerate(words):
        if word.lower not in ("from", "by") or at + 1 == len(words) or words[at + 1].kind != "number":
            continue
        to = next((place for place in range(at + 2, min(at + 6, len(words) - 1)) if words[place].lower == "to"), None)
        if to is not None and words[to + 1].kind == "number":
            yield words[at + 1].text, words[to + 1].text


def find_replaced(alignment: Alignment, *, names: bool = True) -> Iterator[Moved]:
    """The names, days and numbers of a text that its evidence does not have, where it has others in their place.

    Without `names` only days, years and numbers in words: what a claim names may be called otherwise by its evidence.
    """
    theirs, ours = things(alignment.held), things(alignment.said)
    for thing in ours:
        if thing.kind == "name" and not names:
            continue
        if names and (other := _namesake(thing, theirs, ours)):
            yield Moved(thing.text, other.text, is_number=False)
        if any(_is_same(thing, one) for one in theirs):
            continue
        if thing.kind not in _NAMED and (not _is_plain_number(thing) or _is_followed(alignment.said, thing, _TIMES)):
            continue
        rivals = [one for one in theirs if one.kind == thing.kind and not any(_is_same(one, other) for other in ours)]
        rivals = [one for one in rivals if not (_is_pronoun(alignment.held, one) or _is_in(alignment.held, one))]
        if thing.text.lower() == "first" and any(FIRST.match(word.text) for word in alignment.held):
            continue  # "the initial blast and the second"
        for rival in rivals:
            is_owner = alignment.said[thing.end - 1].owns
            if thing.kind == "name" and is_owner is not alignment.held[rival.end - 1].owns:
                continue  # "Moll said the tower" is not where "Lorn's tower" is
            sides = zip(*_next_to((alignment.said, thing), (alignment.held, rival)), strict=True)
            is_beside = any(here.keys() & there.keys() for here, there in sides)
            if is_beside and _likeness(alignment.said, thing, alignment.held, rival) >= _TELLING:
                yield Moved(thing.text, rival.text, is_number=thing.kind not in _NAMED)
                break


def _number_in_its_place(
    said: Sequence[Word], thing: Thing, held: Sequence[Word], theirs: Sequence[Thing]
) -> Thing | None:
    """The number that the evidence has where the text has one that stands elsewhere in the evidence."""
    if [word.lower for word in said[thing.end : thing.end + 2]] == ["year", "old"]:
        return None  # an age, which stands anywhere
    own = max((_likeness(said, thing, held, one) for one in theirs if _is_same(thing, one)), default=-1.0)
    if own < 0:
        return None  # the evidence lacks the number: another check says so
    if any(
        _follow_same(said, thing, held, one) or _is_between_same(said, thing, held, one)
        for one in theirs
        if _is_same(thing, one)
    ):
        return None
    is_told_so = any(_is_elliptic(said, one) for one in things(tuple(said)) if _is_same(thing, one))
    if not is_told_so and any(_is_elliptic(held, one) for one in theirs if _is_same(thing, one)):
        return None  # "six boats came and two more left"
    rivals = [one for one in theirs if one.kind == thing.kind and not _is_same(thing, one)]
    rivals = [one for one in rivals if not _is_pronoun(held, one)]
    called = {key for one in things(tuple(said)) for key in one.keys}
    for rival in rivals:
        likeness = _likeness(said, thing, held, rival)
        if likeness < max(_TELLING, own + _AHEAD) or not rival.keys.isdisjoint(called):
            continue  # where the text has both, they must have changed places
        if any(here.keys() & there.keys() for here, there in zip(*_next_to((said, thing), (held, rival)), strict=True)):
            return rival
    return None


def _is_pronoun(held: Sequence[Word], thing: Thing) -> bool:
    """Whether "one" stands for somebody: "the only one to leave", "one of them"."""
    before = held[max(0, thing.start - 1)].lower
    after = [word.lower for word in held[thing.end : thing.end + 2]]
    is_in_turn = after in (["after", "another"], ["by", "one"]) or after[:1] == ["another"]
    return thing.text.lower() == "one" and (before in _BEFORE_ONE or _is_followed(held, thing, _OF) or is_in_turn)


def _is_in(held: Sequence[Word], thing: Thing) -> bool:
    """Whether a number is one of a fraction: "two in three"."""
    before = held[max(0, thing.start - 2) : thing.start]
    is_second = len(before) > 1 and before[0].kind == "number" and before[1].lower in _IN
    return is_second or (
        _is_followed(held, thing, _IN)
        and held[thing.end + 1 : thing.end + 2][0:1] != ()
        and (held[thing.end + 1].kind == "number")
    )


def _is_elliptic(held: Sequence[Word], thing: Thing) -> bool:
    """Whether what a number counts is left out, or told further on: "two more", "three of the six locks"."""
    return _is_followed(held, thing, _MORE)


def _is_followed(held: Sequence[Word], thing: Thing, words: Collection[str]) -> bool:
    return any(word.lower in words for word in held[thing.end : thing.end + 1])


def _follow_same(said: Sequence[Word], thing: Thing, held: Sequence[Word], other: Thing) -> bool:
    """Whether the same two words follow a number in both."""
    ours, theirs = (
        [word.key for word in words[one.end : one.end + 2]] for words, one in ((said, thing), (held, other))
    )
    return ours == theirs and all(word.is_content for word in said[thing.end + 1 : thing.end + 2]) and len(ours) > 1


def _is_between_same(said: Sequence[Word], thing: Thing, held: Sequence[Word], other: Thing) -> bool:
    """Whether a number has the same word on either side in both."""
    sides = zip(*_next_to((said, thing), (held, other)), strict=True)
    return all(here.keys() & there.keys() for here, there in sides)


def _next_to(*places: tuple[Sequence[Word], Thing]) -> list[list[dict[str, int]]]:
    """The words right before and right after each of some things."""
    return [
        [{key: near for key, near in side.items() if near == 1} for side in _places(words, thing)]
        for words, thing in places
    ]


def _is_turned(alignment: Alignment, pair: tuple[Thing, Thing], theirs: Sequence[Thing]) -> bool:
    """Whether one of two names is an agent, after "by", in the text or in the evidence, and not in the other."""
    if pair[0].kind not in _NAMED:
        return False
    there = [thing for thing in theirs if any(_is_same(thing, one) for one in pair)]
    return _has_agent(alignment.said, pair) is not _has_agent(alignment.held, there)


def _has_agent(words: Sequence[Word], named: Sequence[Thing]) -> bool:
    return any("by" in [word.lower for word in words[max(0, one.start - _TO_AGENT) : one.start]] for one in named)


def _are_exchanged(alignment: Alignment, pair: tuple[Thing, Thing], theirs: Sequence[Thing]) -> bool:
    """Whether each of two stands, in the text, where the evidence has the other."""
    said, held = alignment.said, alignment.held
    adjectives = [one.text.lower().endswith(_OF_COUNTRIES) for one in pair]  # "British"
    if pair[0].kind == "name" and adjectives[0] is not adjectives[1]:
        return False
    ahead = 0.0
    for one, other in (pair, pair[::-1]):
        here = [_likeness(said, one, held, thing) for thing in theirs if _is_same(one, thing)]
        there = [_likeness(said, one, held, thing) for thing in theirs if _is_same(other, thing)]
        if not here or not there:
            return False
        if max(there) <= max(here):
            return False
        ahead += max(there) - max(here)
    return ahead >= _TELLING


@lru_cache(maxsize=512)
def things(words: tuple[Word, ...]) -> tuple[Thing, ...]:
    """The names, each as long as it is, and the numbers of a list of words."""
    found: list[Thing] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word.kind == "number":
            found.append(Thing(at, at + 1, frozenset((word.key,)), word.key.partition(" ")[0], word.text))
        elif word.kind != "mark" and word.text[0].isupper():
            end = at + 1
            while end < len(words) and words[end].text[0].isupper() and not words[end - 1].owns:
                end += 1
            run = _after_titles(words[at:end])
            if not run:
                at = end
                continue
            text = " ".join(one.text for one in run)
            keys = frozenset(word_key(one.text) for one in run)
            start = at + next(place for place, one in enumerate(words[at:end]) if one is run[0])
            found.append(Thing(start, end, keys, "day" if keys & DAYS else "name", text))
            at = end - 1
        at += 1
    return tuple(found)


def _after_titles(run: Sequence[Word]) -> Sequence[Word]:
    """The names in a run of capitalised words after the last title: of "US Vice President Ana Moll" the person's."""
    titles = [at for at, word in enumerate(run[:-1]) if word.kind != "name"]
    rest = run[titles[-1] + 1 :] if titles else run
    return [word for word in rest if word.kind == "name"]


def _is_same(one: Thing, other: Thing) -> bool:
    """Whether two may be one: "Iran" and "Iranian", "FDF" and "Free Delta Front"."""
    if one.kind not in _NAMED or other.kind not in _NAMED:
        return one.keys == other.keys
    if any(first[:4] == second[:4] for first in one.keys for second in other.keys):
        return True
    short, long = sorted((one, other), key=lambda thing: len(thing.keys))
    initials = sorted(word[0] for word in long.text.lower().split())
    return len(short.keys) == 1 and sorted(next(iter(short.keys))) == initials


def _likeness(said: Sequence[Word], thing: Thing, held: Sequence[Word], other: Thing) -> float:
    """How alike the words beside two places are: 1 for one right beside both, less for one further away."""
    return sum(
        1 / (near + theirs - 1)
        for here, there in zip(_places(said, thing), _places(held, other), strict=True)
        for key, near in here.items()
        if (theirs := there.get(key))
    )


def _places(words: Sequence[Word], thing: Thing) -> tuple[dict[str, int], dict[str, int]]:
    """The keys of the words before and after a thing, with their distance from it."""
    return _side(words, range(thing.start - 1, -1, -1)), _side(words, range(thing.end, len(words)))


def _side(words: Sequence[Word], places: Sequence[int]) -> dict[str, int]:
    found: dict[str, int] = {}
    distance = 1
    for at in places:
        word = words[at]
        if word.text in _ENDS or distance > _SIDE:
            break
        if word.kind == "mark" or word.lower in _SAYING or word_key(word.text) in vocab.NOT_NAMES:
            continue
        if word.is_content:
            found.setdefault(side_of(word.key) or word.key, distance)
            distance += 1
        elif distance == 1 and word.lower in _RANGE:
            found.setdefault(word.lower, 1)
    return found
