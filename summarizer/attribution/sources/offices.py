"""Where a person's name begins after an office that ends with a name: "Attorney for the District of Lund Ann Poe"."""

from __future__ import annotations

import re

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.naming import plain
from summarizer.text.words import word_set

_HOLDERS = vocab.PERSON_TITLES | word_set("sources.callings.compounds") | {"head", "member", "manager", "officer"}
_NO_SURNAMES = vocab.BODY_KINDS.keys() | vocab.FEATURES | vocab.OFFICE_WORDS | vocab.PERSON_TITLES | vocab.NATIONS
_PREPOSITION = r"\s(?:of|for|from|in|at|to)\s"
_OFFICE = re.compile(
    rf"(?:\A|[\s“\"])(?P<office>(?:[A-Z][\w.’'-]*\s|acting\s|former\s|deputy\s|chief\s){{0,4}}?(?i:{vocab.any_of(_HOLDERS)})"
    rf"(?:(?:,|\sand|\s&)\s(?:[A-Z][\w’'-]*\s?){{1,4}}|\s[a-z]+ly)?{_PREPOSITION}"
    r"(?:(?:the|of|for|and|in|at|&|[A-Z][\w.,’'&-]*)\s)+)\Z"
)
_LINK = re.compile(rf"{_PREPOSITION}(?:the\s)?\Z")
_WORD = re.compile(r"\S+")
_LONGEST_OFFICE = 110
_FEWEST_WORDS = 3  # of a run with a place and a name of two words


def name_after_office(text: str, floor: int, at: int, run: str) -> tuple[int, int] | None:
    """Where the office begins and where the person's name does, for a run of capitalised words at an offset.

    The name begins with a known first name; where there is none, it is the last two words of the run. None for a run
    that is no office with somebody's name, and for a name before which nothing stands. `floor` is where the sentence
    begins.
    """
    if run.count(" ") < _FEWEST_WORDS - 1:
        return None
    words = list(_WORD.finditer(run))
    if len(words) < _FEWEST_WORDS or plain(words[-1][0]) in _NO_SURNAMES or not words[-2][0][0].isupper():
        return None
    is_linked = _is_link(text[max(floor, at - 10) : at]) or any(word[0] in ("of", "for") for word in words[1:-2])
    if not is_linked:
        return None
    last_link = max((i for i, word in enumerate(words) if not word[0][0].isupper()), default=-1)
    known = [i for i, word in enumerate(words[:-1]) if i > last_link + 1 and plain(word[0]) in vocab.FIRST_NAMES]
    is_guess = not known and len(words) - last_link == _FEWEST_WORDS + 1
    first = known[0] if known else len(words) - 2 if is_guess else 0
    if first == 0 or plain(words[first][0]) in _NO_SURNAMES:
        return None
    if all(plain(word[0]) in vocab.PERSON_TITLES for word in words[last_link + 1 : first]):
        return None  # "a spokesman for Mayor Ann Poe"
    start = at + words[first].start()
    office = _OFFICE.search(text[:start], max(floor, start - _LONGEST_OFFICE))
    if office is None or (is_guess and _names_somebody_or_a_place(office["office"], office[0])):
        return None
    return office.start("office"), start


def _names_somebody_or_a_place(office: str, words: str) -> bool:
    """Whether what may be an office names its holder already, or where that one is: "Secretary Ann Poe in New Lund"."""
    is_place = any(f" {word} " in words for word in ("in", "at", "to"))
    return is_place or any(plain(word) in vocab.FIRST_NAMES for word in office.split())


def _is_link(before: str) -> bool:
    return _LINK.search(before) is not None
