"""What has become of those whom a figure counts, by the words before and after it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarizer.text.words import read_words, split_entries, word_list, word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STAFF = "staff"
STOPS = frozenset('.;:!?—–()“”"')
_NEAR = 4  # words before a figure in which its verb stands: "killing at least nine"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.;:!?—–()“”\"]|,(?=\s)|\d[\d.,]*")
_OF_THESE = frozenset({"dead", "injured", "wounded", "missing", "displaced", "drowned"})
_FAR = 9  # words after it: "14 people on board were reported dead"
_EMPLOYED = word_set("comparison.persons.employed")
SMALL_NUMBERS = frozenset(word_list("numbers.cardinals.small")[2:13])  # two to twelve: the list begins with zero
_AUXILIARIES = frozenset({"was", "were", "is", "are", "has", "have", "had", "been", "be", "found"})
_VERBS = frozenset({"died", "drowned", "perished", "fled", "survived", "collapsed", "burned"})
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "our", "all"})
_OF_PRESENCE = frozenset(
    {"aboard", "crowd", "inside", "kidnapped"}
)  # nothing more has become yet of those who were there
_HURT, _DEAD = "hurt", "dead"
_DIED = frozenset({"died", "succumbed", "perished"})
_BODIES = frozenset({"bodies", "body", "corpses", "corpse"})
CAPACITY = "capacity"
_ROOM = frozenset({"licensed", "built", "room", "space", "designed", "made", "seats", "beds"})
_MONTH = "March"
_BESIDE = re.compile(  # "nine guards, among them a captain, were killed"
    r",\s(?:among|including|most|mostly|many|some|one|two|three|four|all|both|aged)\b[^,.;:()]{2,70},"
    r"(?=\s(?:was|were|are|is|have|has|had|died|remain))"
)


def words_of(text: str) -> list[str]:
    """The words and marks of a text in lower case, but for the month of "in March", in which nobody marched."""
    return [word if word == _MONTH else word.lower() for word in _WORD.findall(text)]


def phrases_of(words: Sequence[str]) -> Iterator[str]:
    """All runs of one to three of some words, in order of where they begin."""
    return (" ".join(words[at : at + length]) for at in range(len(words)) for length in (1, 2, 3))


@cache
def events() -> dict[str, str]:
    """What a number is of, by the word or the first two words of a phrase that say it."""
    counted = read_words("comparison")["counted"].items()
    return {word: key for key, words in counted if key != STAFF for word in split_entries(words)}


def words_after(text: str) -> list[str]:
    """The words after a figure, without what a clause between commas tells of some of those whom it counts."""
    return words_of(_BESIDE.sub("", text) if text.count(",") > 1 else text)


def _first_event(phrases: Iterable[str]) -> str:
    """What the first of some phrases that says so says a number is of; "" for none."""
    return next(filter(None, map(events().get, phrases)), "")


@cache
def _staff() -> frozenset[str]:
    return word_set(f"comparison.counted.{STAFF}")


def event_near(before: list[str], after: list[str]) -> str:
    """What has become of those whom a figure counts, by the words before it, the nearest first, and after it."""
    if not _BODIES.isdisjoint(after[:1]):
        return _DEAD  # "divers pulled out 31 bodies" rescued nobody
    if before[:2] == ["of", "capacity"] or (before[:1] == ["for"] and not _ROOM.isdisjoint(before[1:2])):
        return CAPACITY  # "licensed for 24 people" says not that there were any
    found = _event_before(before, 0) or _event_after(after[:_FAR]) or _event_before(before, _NEAR, 5)
    if not found and before[:1] == ["let"] and "go" in after[:_NEAR]:
        return events()["let go"]
    # "Two workers were hurt" is no number of staff.
    if not found and before[:1] in (["has"], ["have"], ["had"]) and not _EMPLOYED.isdisjoint(after[:2]):
        return STAFF  # "the railway has 1,200 drivers"
    # "200 workers have left the hall" are not all who work there.
    told = [] if after[1:2] and after[1] in _AUXILIARIES else after[:2]
    return found or next((STAFF for word in (*before[:_NEAR], *told) if word in _staff()), "")


def _event_before(words: list[str], start: int, length: int = _NEAR) -> str:
    """The event of `length` words before a figure, the nearest first, beginning with one at `start`."""
    for at, word in enumerate(words[start : start + length], start):
        if word in STOPS or word in {",", "and", "or"} or word[0].isdigit():
            break
        if word in _OF_THESE and words[at + 1 : at + 2] == ["the"]:
            continue  # "the families of the dead 40,000 marks"
        here = events().get(word) or events().get(" ".join(words[at : at + 2][::-1]))
        if here:
            return here
    return ""


def _event_after(words: list[str]) -> str:
    """The event after a figure; both of them in "14 people were dead or missing"."""
    found: list[str] = []
    for at, word in enumerate(words):
        if word in STOPS or word[0].isdigit() or word in SMALL_NUMBERS or (word in {",", "and"} and found):
            break
        here = _first_event(" ".join(words[at : at + length]) for length in (1, 2, 3))
        if here and here not in found:
            if found and found[0] in _OF_PRESENCE and here not in _OF_PRESENCE:
                found = []  # "two passengers died", "14 marchers were arrested"
            elif found == [_HURT] and word in _DIED and "who" not in words[:at]:
                found = []  # "two wounded men died"
            elif found and "or" not in words[:at]:
                break
            found.append(here)
    return "+".join(sorted(found))


def event_of_some(after: list[str]) -> str:
    """What has become of some of a number: those found dead of "two of the five sailors missing were found dead".

    "" where it is only told of the whole: "two of the five missing".
    """
    whole = _whole_after(after)
    words = after[whole + 1 : whole + 1 + 2 * _FAR] if whole else []
    end = next((at for at, word in enumerate(words) if word in STOPS or word == ","), len(words))
    told = [
        (words[max(0, at - 1)], words[at], here)
        for at in range(end)
        if (here := _first_event(phrases_of(words[at : min(at + 3, end)])))
    ]
    if not told:
        return ""
    before, word, event = told[-1]
    is_of_some = len({here for _, _, here in told}) > 1 or not _AUXILIARIES.isdisjoint((before, word)) or word in _VERBS
    return event if is_of_some else ""


def _whole_after(after: list[str]) -> int:
    """Where the number stands of which a figure is a part: the 3 of "# of the village's 90 houses"; 0 for none."""
    if after[:1] != ["of"]:
        return 0
    at = next((at for at, word in enumerate(after[1:5], 1) if word[0].isdigit() or word in SMALL_NUMBERS), 0)
    between = after[1:at]
    return at if at > 1 and (between[0] in _DETERMINERS or between[-1].endswith(("'s", "’s"))) else 0


def is_part(before: list[str], after: list[str]) -> bool:
    """Whether a figure counts a part of those of another number or comes on top of it, by the words about it."""
    if _whole_after(after):
        return not event_of_some(after)  # "two of the five" are a part of those, and all of whom more is told
    parts = read_words("comparison")["parts"]
    heads, tails = split_entries(parts["before"]), split_entries(parts["after"])
    near = [*after[:1], " ".join(after[:2])]
    if after[:2] == ["of", "the"] and after[2:3] and after[2] in events():
        return True  # "two of the injured have died"
    return any(word in heads for word in before[:3]) or any(word in tails for word in near)
