"""A word of a text that excludes the one that its evidence has in that place: "rose" for "fell", "weeks" for "days"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.checks.alignment import Alignment, is_negated
from summarizer.grounding.checks.amounts import converted
from summarizer.grounding.checks.meanings import Side, exclude, is_measure, meaning, sides_of
from summarizer.text.words import read_words, split_entries, word_list, word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from summarizer.grounding.checks.alignment import Word

_ROOT = 6  # letters that words of one root begin with
_WHICH = frozenset({"this", "last", "next", "that", "previous", "same", "past"})
_FOLLOWED = frozenset({"followed", "follows"})  # one thing another, which says nothing of "last" and "next"
_LINKING = word_set("checks.opposites.linking")
_PUT = frozenset({"put", "puts", "putting"})
_TO_DOWN = 8  # words from "put" to the "down" of "put down to"
_NEAR = 3  # words from a number to what it counts
_KINDS: dict[str, frozenset[int]] = {}
for _number, _words in enumerate(read_words("checks")["opposites"]["kinds"]):
    for _word in split_entries(_words):
        _KINDS[meaning(_word)] = _KINDS.get(meaning(_word), frozenset()) | {_number}
OF_ADJECTIVES = ("ous", "ful", "less", "able", "ible", "al", "ic")
_CLAUSE = 7  # words before a word in which a negator turns it round
_IDIOMS = tuple(tuple(idiom.split()) for idiom in word_list("checks.opposites.idioms"))


class Opposite(NamedTuple):
    """A word of the text and the article's word that it excludes; a measure is one of length, time or money."""

    said: str
    held: str
    is_measure: bool


def find_opposites(alignment: Alignment, also: str = "") -> Iterator[Opposite]:
    """Every word of a text in whose place the evidence has one of another side.

    `also` are other words on which the text may draw.
    """
    found = list(_opposites(alignment, also))
    turned = {(at, other) for at, other in found}
    for at, other in found:
        if at and alignment.said[at - 1].lower == "to" and alignment.held[other].lower.endswith(OF_ADJECTIVES):
            continue  # "to secure the posts" in "dangerous places"
        if (at - 1, other - 1) in turned or (at + 1, other + 1) in turned:
            continue  # what is "more dangerous" is "less safe"
        word = alignment.said[at]
        yield Opposite(word.text, alignment.held[other].text, _is_of_measure(alignment, at))


def _opposites(alignment: Alignment, also: str) -> Iterator[tuple[int, int]]:
    """The places of such a word and of the one that it excludes."""
    before = {side for word in also.split() for side in sides_of(meaning(word.strip('.,;:!?“”"()')))}
    known = before.union(*[sides_of(word.key) for word in alignment.held])
    said_sides = {side for word in alignment.said for side in sides_of(word.key)}
    same = converted(alignment.said, alignment.held)
    for at, word in enumerate(alignment.said):
        if (
            at in same
            or _is_particle(alignment, at)
            or _is_verb(alignment.said, at)
            or _is_of_other_number(alignment, at)
        ):
            continue
        if (other := _measure_there(alignment, at)) is not None or (other := _counted_there(alignment, at)) is not None:
            yield at, other
            continue
        if _is_of_idiom(alignment.said, at):
            continue
        may_be_told = not before.isdisjoint(sides_of(word.key))
        other = (None if may_be_told else _turned(alignment, at)) or _turned_before(alignment, at)
        if other is not None:
            yield at, other
            continue
        if alignment.links[at] is not None:
            continue
        if _orders_nothing(alignment, at, known):
            continue
        for side in sides_of(word.key) - (known - before if _stands_before_same(alignment, at) else known):
            other = _excluded(alignment, at, side, said_sides)
            if other is not None:
                yield at, other
                break


def _is_of_measure(alignment: Alignment, at: int) -> bool:
    """Whether a word measures something, or says what is counted."""
    is_counted = _counted_there(alignment, at) is not None
    return is_measure(alignment.said[at].key) or is_counted or _measure_there(alignment, at) is not None


def _orders_nothing(alignment: Alignment, at: int, known: Collection[Side]) -> bool:
    """Whether "before" says when and not before what, or "ahead" who leads: the evidence has other words for that."""
    word = alignment.said[at]
    if word.lower == "ahead":
        return not sides_of(word.key).isdisjoint(known)
    return word.lower in _ORDER and _stands_alone(alignment, at)


def _stands_before_same(alignment: Alignment, at: int) -> bool:
    """Whether the number right after a word of the text stands right after a word of another side in the evidence.

    What rose to three did not fall to it, though something else fell in the sentence before.
    """
    said, held = alignment.said, alignment.held
    following = said[at + 1 : at + 2]
    if following and following[0].is_content and (next_to := alignment.links[at + 1]):
        return exclude(said[at].key, held[next_to - 1].key)  # "South Korean" for "North Korean"
    after = [one for one in range(at + 1, min(at + 1 + _NEAR, len(said))) if said[one].kind == "number"][:1]
    place = alignment.links[after[0]] if after else None
    if place is None:
        return False
    return any(exclude(said[at].key, one.key) for one in held[max(0, place - _NEAR) : place])


def _is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether a word that may be counted is a verb: "registered to vote"."""
    return at > 0 and words[at - 1].lower == "to" and bool(_kinds_of(words[at]))


def _is_of_other_number(alignment: Alignment, at: int) -> bool:
    """Whether a measure has a number that the evidence lacks: of that another check tells."""
    if at == 0 or not is_measure(alignment.said[at].key):
        return False
    return alignment.said[at - 1].kind == "number" and alignment.links[at - 1] is None


def _is_particle(alignment: Alignment, at: int) -> bool:
    """Whether "up" belongs to a verb of the text's own, as in "gave up", and says no direction."""
    said = alignment.said
    if said[at].lower not in ("up", "down") or at == 0 or any(one.kind == "number" for one in said[at - 1 : at + 2]):
        return False
    return said[at - 1].lower not in _LINKING and alignment.links[at - 1] is None and said[at - 1].kind == "word"


def _is_of_idiom(words: Sequence[Word], at: int) -> bool:
    """Whether a word belongs to a phrase that says something else: "in the end" ends nothing."""
    if words[at].lower == "down" and any(word.lower in _PUT for word in words[max(0, at - _TO_DOWN) : at]):
        return True  # "put the loss down to the ice"
    for idiom in _IDIOMS:
        for place, part in enumerate(idiom):
            first = at - place
            if (
                part == words[at].lower
                and tuple(one.lower for one in words[max(0, first) : first + len(idiom)]) == idiom
            ):
                return True
    return False


def _turned(alignment: Alignment, at: int) -> int | None:
    """The place of the opposite that the evidence has beside the word which a text has this one beside.

    In "oil fell and prices rose" prices rose, though the evidence has "fell" as well.
    """
    word, first = alignment.said[at], _content_before(alignment.said, at)
    if first is None or not sides_of(word.key) or is_measure(word.key):
        return None
    before, own = alignment.links[first], alignment.links[at]
    if before is None or (own is not None and abs(own - before) <= _NEAR):
        return None
    for place in range(before + 1, min(before + 3 + (at - first > 1), len(alignment.held))):
        other = alignment.held[place]
        if other.kind == "mark" or other.lower in _JOINING:
            return None
        if at - first > 1 and (place == before + 1 or other.lower in _LINKING):
            if other.lower not in _LINKING:
                return None
            continue  # "turnout was also low"
        taken = alignment.back[place]
        is_free = taken is None or (taken > 0 and alignment.links[taken - 1] not in (None, before))
        if is_free and other.is_content and exclude(word.key, other.key):
            same = is_negated(alignment.said, at, _CLAUSE) is is_negated(alignment.held, place, _CLAUSE)
            return place if same else None
    return None


def _content_before(words: Sequence[Word], at: int) -> int | None:
    """The place of the word right before one, or before the "was" that stands between the two."""
    for place in range(at - 1, max(-1, at - 3), -1):
        if words[place].is_content:
            return place
        if words[place].lower not in _LINKING:
            return None
    return None


def _turned_before(alignment: Alignment, at: int) -> int | None:
    """The place of the opposite right before the words that stand right after a word of the text.

    In "restored all pumps" they are restored, though the evidence, which "stopped all pumps", has "restored" as well.
    """
    said, held = alignment.said, alignment.held
    if not sides_of(said[at].key) or not said[at].lower.endswith(("ed", "ing")):
        return None
    following = [one for one in range(at + 1, min(at + 1 + _NEAR, len(said))) if said[one].is_content][:1]
    place = alignment.links[following[0]] if following else None
    if place is None or any(one.kind == "mark" for one in said[at : following[0]]):
        return None
    for other in range(place - 1, max(-1, place - 1 - _NEAR), -1):
        if held[other].kind == "mark":
            return None
        if held[other].is_content:
            is_free = alignment.back[other] is None and exclude(said[at].key, held[other].key)
            is_free = is_free and not _is_life(held, other)
            same = is_negated(said, at, _CLAUSE) is is_negated(held, other, _CLAUSE)
            return other if is_free and same else None
    return None


def _measure_there(alignment: Alignment, at: int) -> int | None:
    """The place of another measure after the same words: "several more weeks" for "several more days"."""
    before = alignment.links[at - 1] if at > 0 and is_measure(alignment.said[at].key) else None
    if before is None or before + 1 >= len(alignment.held):
        return None
    if alignment.held[before + 2 : before + 3] and alignment.held[before + 2].key == alignment.said[at].key:
        return None  # "5 percentage points"
    return before + 1 if exclude(alignment.said[at].key, alignment.held[before + 1].key) else None


def _counted_there(alignment: Alignment, at: int) -> int | None:
    """The place of another kind of thing behind the same number or word: "27 lorries" for "27 crew"."""
    word = alignment.said[at]
    kinds = _kinds_of(word)
    if not kinds or alignment.links[at] is not None:
        return None
    before = range(at - 1, max(-1, at - 1 - _NEAR), -1)
    first = next((one for one in before if alignment.said[one].kind == "number"), None)
    if first is None:
        first = next((one for one in before if alignment.said[one].is_content), None)
    there = None if first is None else alignment.links[first]
    if first is None or there is None or any(one.kind == "mark" for one in alignment.said[first:at]):
        return None
    after = range(there + 1, min(len(alignment.held), there + 1 + _NEAR))
    place = next((one for one in after if _kinds_of(alignment.held[one]) and not alignment.held[one].owns), None)
    if place is None or alignment.back[place] is not None:
        return None
    others = _kinds_of(alignment.held[place])
    if alignment.said[first].key.startswith("figure "):  # not of "the 118th minute"
        return place if kinds.isdisjoint(others) else None
    if any(kind < 0 for kind in kinds | others):
        return None
    told = frozenset().union(*[_kinds_of(one) for one in alignment.held])
    said = frozenset().union(*[_kinds_of(one) for one in alignment.said])
    return place if kinds.isdisjoint(told) and others.isdisjoint(said) else None


def _kinds_of(word: Word) -> frozenset[int]:
    """The kinds of things that a word may count; all measures are of one kind for each field."""
    if word.kind != "word":
        return frozenset()
    return _KINDS.get(word.key, frozenset()) | {-1 - number for number, _ in sides_of(word.key) if is_measure(word.key)}


def _excluded(alignment: Alignment, at: int, side: Side, said_sides: set[Side]) -> int | None:
    """The place of the article's word that a word of the text, on this side of its field, stands for and excludes."""
    if _has_root_there(alignment, at) or alignment.said[at].lower in _FOLLOWED:
        return None
    for place, word in enumerate(alignment.held):
        others = {one for one in sides_of(word.key) if one[0] == side[0] and one[1] != side[1]}
        if not others or alignment.back[place] is not None:
            continue
        if not others.isdisjoint(said_sides) and not is_measure(word.key):
            continue
        if _measures_nothing(alignment.held, place) or (
            word.lower in _JOINING and not _joins_same(alignment, at, place)
        ):
            continue
        if _is_life(alignment.held, place):
            continue
        if is_negated(alignment.said, at, _CLAUSE) is not is_negated(alignment.held, place, _CLAUSE):
            continue  # what did not rise may have fallen
        if alignment.is_beside(at, place) and not _is_the_other_way(alignment, at, place):
            return place
    return None


_LIVES = frozenset({"life", "lives"})
_OWN = frozenset({"his", "her", "their", "its", "my", "our", "your"})


def _is_life(words: Sequence[Word], at: int) -> bool:
    """Whether a word is somebody's life, and not that they live: who "lost their lives" died."""
    return words[at].lower in _LIVES and at > 0 and words[at - 1].lower in _OWN


_JOINING = frozenset({"with", "without", "near", "nearby", "beside", "inside", "onto"})


def _joins_same(alignment: Alignment, at: int, place: int) -> bool:
    """Whether two words, one of the text and one of the article, stand before the same."""
    following = range(at + 1, min(at + 4, len(alignment.said)))
    after = [alignment.links[one] for one in following if alignment.said[one].is_content]
    return any(other is not None and place < other <= place + 3 for other in after)


def _has_root_there(alignment: Alignment, at: int) -> bool:
    """Whether the evidence has another form of a word: "criticism" where the text has "criticised"."""
    root = alignment.said[at].key[:_ROOT]
    return len(root) == _ROOT and any(word.key.startswith(root) for word in alignment.held)


def _measures_nothing(words: Sequence[Word], at: int) -> bool:
    """Whether a measure only says which: "this week"."""
    return at > 0 and is_measure(words[at].key) and words[at - 1].lower in _WHICH


def _is_the_other_way(alignment: Alignment, at: int, place: int) -> bool:
    return _is_turned_round(alignment, at, place) or _is_converse(alignment, at, place)


def _is_converse(alignment: Alignment, at: int, place: int) -> bool:
    """Whether "A, whose mother is B" is what the evidence has as "A, the daughter of B"."""
    if not {alignment.said[at].lower, alignment.held[place].lower} & _KIN:
        return False
    one, other = _kin_of(alignment.said, at), _kin_of(alignment.held, place)
    if not one and other:  # "her husband Ana", who is "Ana's wife"
        return not other.isdisjoint(word.key for word in alignment.said[at + 1 : at + 4] if word.kind == "name")
    return bool(one and other) and not (one <= other or other <= one)


def _kin_of(words: Sequence[Word], at: int) -> frozenset[str]:
    """The keys of the name whose kin a word names: before "'s" or "whose", or after "of"."""
    if at + 1 < len(words) and words[at + 1].lower == "of":
        return frozenset(word.key for word in words[at + 2 : at + 6] if word.kind == "name")
    if at == 0 or not (words[at - 1].lower == "whose" or words[at - 1].owns):
        return frozenset()
    return frozenset(word.key for word in words[max(0, at - 4) : at] if word.kind == "name")


_KIN = frozenset({"mother", "father", "son", "daughter", "husband", "wife"})
_ORDER = frozenset({"before", "after", "following", "since", "prior"})


def _stands_alone(alignment: Alignment, at: int) -> bool:
    """Whether "before" or "after" says when ("the week before"), and not before what."""
    return at + 1 == len(alignment.said) or alignment.said[at + 1].kind == "mark"


def _is_turned_round(alignment: Alignment, at: int, place: int) -> bool:
    """Whether "A before B" is what the evidence has as "B after A"."""
    if alignment.said[at].lower not in _ORDER:
        return False
    places = range(at + 1, len(alignment.said))
    linked = (alignment.links[place] for place in places if alignment.said[place].is_content)
    later = next((other for other in linked if other is not None), None)
    return later is not None and later < place
