"""Pairs the quotation marks of one paragraph, whatever their kind: the one reader of them, which all rooms ask."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DOUBLE_MARKS = '"“”„‟«»＂「」『』〝〞〟'

# Each alternative begins behind the first character, which the class finds at once; the tests cover them one by one.
# "â€œ" is what a mark becomes that is decoded with the wrong table; '', ’’ and `` are how some agencies print theirs.
_MARK = re.compile(
    rf"""[{DOUBLE_MARKS}‹›‚‛`'‘’â](?:
      (?<=')' | (?<=`)` | (?<=’)’ | (?<=‘)‘ | (?<=â)€(?:œ|\x9d|(?=[.,;:\s]|\Z))
    | (?<!â)
      (?!(?<=\w['’])\w)                                                             # an apostrophe inside a word
      (?!(?<=['‘’])(?:\d\ds?\b|(?i:n|em|til|tis|twas|cause|round|bout)\b))          # '90s, 'em
      (?!(?<=\b[nN]['’])\s)                                                         # rock 'n' roll
    )""",
    re.VERBOSE,
)

Turn = Literal["opens", "closes", "either"]
_OPENING = frozenset("“„‟«‹「『〝‘‚‛`") | {"``", "‘‘", "â€œ"}
_CLOSING = frozenset("”»›」』〞〟’") | {"''", "’’", "â€\x9d", "â€"}
_ASIAN = frozenset("「」『』〝〞〟")
_SINGLE = frozenset("'‘’‚‛`")
_FAMILIES = {"»": "«", "›": "‹", "」": "「", "』": "『"} | dict.fromkeys(_SINGLE, "'")
_FAMILIES |= {mark: mark for mark in _FAMILIES.values()}

_SPEAKER = re.compile(r'"[A-Z][A-Z. ]+:')  # of a copied transcript
_BEFORE_OPENING = frozenset("([{—–―-/:'\"") | _OPENING
_PAUSES = frozenset(",.?!…")
_AFTER_CLOSING = frozenset(",.;:?!)]—–―-'’") | frozenset(DOUBLE_MARKS)
_UNSEEN = frozenset("\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff")  # marks of direction
_LEADS_TO_SPEECH = (":", ",")


class Region(NamedTuple):
    """A quotation at code points `start` to `end`, its marks included.

    `is_single` says that single marks are around it, `is_open` that no mark closes it before its paragraph ends.
    """

    start: int
    end: int
    is_single: bool = False
    is_open: bool = False


class Pairs(NamedTuple):
    """The outermost quotations of a paragraph, and where a mark ends that closes what an earlier paragraph opened."""

    regions: list[Region]
    first_close: int | None


class _Mark(NamedTuple):
    start: int
    end: int
    family: str
    turn: Turn
    is_weak: bool = False  # after an s an apostrophe may be meant: the miners’ union


def find_marks(text: str) -> list[tuple[int, int]]:
    """Where a text has marks that may open or close a quotation, apostrophes that close it included."""
    return [match.span() for match in _MARK.finditer(text)]


def pair_marks(
    text: str,
    start: int,
    end: int,
    sentences: Sequence[tuple[int, int]],
    found: Iterable[tuple[int, int]],
    *,
    goes_on: bool = False,
) -> Pairs:
    """The outermost quotations of a paragraph from `start` to `end`, with its sentences and the marks found in it.

    `goes_on` says that a quotation may run over it, begun before it or announced there.

    A mark of the wrong shape is taken by where it stands. A quotation that is never closed ends with its paragraph when
    it begins a sentence or is led to, and with its sentence otherwise. One whose opening mark is lost begins a
    sentence, after another quotation. Single marks count in a paragraph that quotes nothing in double ones before them.
    """
    marks = [mark for at, stop in found if (mark := _read_mark(text, start, end, at, stop))]
    goes_on = goes_on and not _SPEAKER.match(text, start, end)
    if len(marks) > 2 and not goes_on and _is_lead(text, marks):
        del marks[0]
    if not marks:
        return Pairs([], None)
    partners = _Matcher(marks).match()
    closes = _next_closes(marks, partners)
    regions: list[Region] = []
    first_close: int | None = None
    past = start
    for number, mark in enumerate(marks):
        partner = partners.get(number)
        if mark.start < past or (partner is not None and partner < number):
            continue
        region: Region | None
        if partner is not None:
            region = _closed(text, mark, marks[partner], regions)
        elif mark.turn != "closes":
            lost = None if goes_on and mark.start == start else closes[number]  # nested ones stand in an open one
            region = lost or _unclosed(text, mark, (start, end), sentences, regions)
        else:
            region = _without_opening(text, mark, regions, sentences)
            is_double = mark.family != "'" and not text[mark.start - 1 : mark.start].isdigit()
            first_close = mark.end if is_double and not regions and first_close is None else first_close
        if region:
            regions.append(region)
            past = region.end
    return Pairs(regions, first_close)


def _is_lead(text: str, marks: Sequence[_Mark]) -> bool:
    """Whether the first mark only says that a paragraph is copied: a straight one, before others in curly pairs."""
    signs = [text[mark.start : mark.end] for mark in marks]
    return signs[0] == '"' and signs.count('"') == 1 and signs.count("“") == signs.count("”") > 0


def _read_mark(text: str, start: int, end: int, at: int, stop: int) -> _Mark | None:
    """What the shape of a mark and its neighbours say of it; None for an apostrophe."""
    sign = text[at:stop]
    first = at
    while first > start and text[first - 1] in _UNSEEN:
        first -= 1
    before = text[first - 1] if first > start else " "
    after = text[stop : min(stop + 2, end)] or " "
    family = _FAMILIES.get(sign, '"')
    if family == "'":
        return _read_single(sign, before, after, at)
    return _Mark(at, stop, family, _turn(sign, before, after, is_last=stop >= end))


def _turn(sign: str, before: str, after: str, *, is_last: bool) -> Turn:
    """Whether a double mark between these characters opens or closes; bad translation prints “ and ” the wrong way."""
    if sign in _ASIAN:
        return "opens" if sign in _OPENING else "closes"
    is_word_after = not after[0].isspace() and (after[0] not in _AFTER_CLOSING or after == "..")
    may_open = is_word_after and (before.isspace() or before in _BEFORE_OPENING)
    may_close = not is_word_after and not before.isspace()
    if sign in "«‹" and before in "'’":
        return "opens"  # promis d'« écouter »
    if sign in _OPENING:
        return "closes" if (may_close and before not in "([—–―-:") or is_last else "opens"
    if sign in _CLOSING:
        return "either" if may_open else "closes"
    if may_open or may_close:
        return "opens" if may_open else "closes"
    return "either"


def _read_single(sign: str, before: str, after: str, at: int) -> _Mark | None:
    """A single mark; what closes has a pause on either side, the line's end after it, or no s before it."""
    next_to = after[0]
    is_word_after = next_to.isalnum() or next_to in '“"«([…$£€' or after == ".."
    is_free_before = before.isspace() or before in '([{—–-/:;“"„«'
    if is_word_after:
        return _Mark(at, at + 1, "'", "opens") if is_free_before and sign != "’" else None
    if before.isspace() or sign in "‚‛`":
        return None
    is_strong = before in _PAUSES or before in _AFTER_CLOSING or next_to in _AFTER_CLOSING or before.lower() != "s"
    is_weak = not is_strong and after[1:2].islower()
    return _Mark(at, at + 1, "'", "closes", is_weak)


class _Matcher:
    """Finds the partners of marks from left to right: `partners` has for each that has one the number of the other."""

    def __init__(self, marks: Sequence[_Mark]) -> None:
        self.partners: dict[int, int] = {}
        self._marks = marks
        self._waiting: list[int] = []  # the marks that have opened and not closed
        self._opened: Counter[str] = Counter()  # their families
        self._perhaps: dict[int, int] = {}  # for a single mark, the first apostrophe that may close it

    def match(self) -> dict[int, int]:
        """The partners of all marks."""
        for number, mark in enumerate(self._marks):
            if mark.turn == "opens" or (mark.turn == "either" and not self._opened[mark.family]):
                self._open(number, mark)
            elif mark.family != "'" or self._is_in_single():  # else an apostrophe inside double marks
                self._close(number, mark)
        while self._waiting:
            self._settle()
        return self.partners

    def _is_in_single(self) -> bool:
        return bool(self._waiting) and self._marks[self._waiting[-1]].family == "'"

    def _open(self, number: int, mark: _Mark) -> None:
        if mark.family == "'" and self._is_in_single() and self._waiting[-1] in self._perhaps:
            self._settle()
        self._waiting.append(number)
        self._opened[mark.family] += 1

    def _close(self, number: int, mark: _Mark) -> None:
        if mark.is_weak:
            self._perhaps.setdefault(self._waiting[-1], number)
        elif self._opened[mark.family]:
            while self._marks[self._waiting[-1]].family != mark.family:
                self._drop()
            self._pair(number)

    def _pair(self, number: int) -> None:
        self.partners |= {self._waiting[-1]: number, number: self._waiting[-1]}
        self._drop()

    def _drop(self) -> None:
        self._opened[self._marks[self._waiting.pop()].family] -= 1

    def _settle(self) -> None:
        """Close the mark opened last with the apostrophe that may close it, or give it up."""
        if self._waiting[-1] in self._perhaps:
            self._pair(self._perhaps[self._waiting[-1]])
        else:
            self._drop()


def _next_closes(marks: Sequence[_Mark], partners: dict[int, int]) -> list[Region | None]:
    """For each mark the quotation that it opens where it has lost its partner: up to the end of the next one."""
    ends: dict[str, int] = {}
    regions: list[Region | None] = []
    for number in range(len(marks) - 1, -1, -1):
        mark = marks[number]
        is_lost = mark.family in ends and mark.family != "'"
        regions.append(Region(mark.start, ends[mark.family]) if is_lost else None)
        if partners.get(number, number) > number:
            ends[mark.family] = marks[partners[number]].end
    return regions[::-1]


def _closed(text: str, opening: _Mark, closing: _Mark, regions: Sequence[Region]) -> Region | None:
    """What stands between two marks; in single ones only speech, not a word, and not beside double ones."""
    is_single = opening.family == "'"
    if is_single and (" " not in text[opening.end : closing.start] or (regions and not regions[-1].is_single)):
        return None
    return Region(opening.start, closing.end, is_single)


def _unclosed(
    text: str,
    mark: _Mark,
    paragraph: tuple[int, int],
    sentences: Sequence[tuple[int, int]],
    regions: Sequence[Region],
) -> Region | None:
    """What a mark without a partner opens; a single one only for the next paragraph to go on with it."""
    start, end = paragraph
    if mark.family == "'":
        begins = mark.start == start or (bool(regions) and regions[-1].is_single)
        return Region(mark.start, end, is_single=True, is_open=True) if begins else None
    begun, past = _sentence_at(sentences, mark.start) or (start, end)
    is_speech = begun == mark.start or text[start : mark.start].rstrip().endswith(_LEADS_TO_SPEECH)
    past = end if is_speech else max(past, mark.end)
    return Region(mark.start, past, is_open=past >= end)


def _without_opening(
    text: str, mark: _Mark, regions: Sequence[Region], sentences: Sequence[tuple[int, int]]
) -> Region | None:
    """A quotation that has lost its opening mark: from the first sentence on that begins after another quotation."""
    if mark.family == "'" or text[mark.start - 1 : mark.start].isdigit():  # 6" wide
        return None
    number = bisect_left(sentences, (regions[-1].end, 0)) if regions else len(sentences)
    if number < len(sentences) and sentences[number][0] < mark.start:
        return Region(sentences[number][0], mark.end)
    return None


def _sentence_at(sentences: Sequence[tuple[int, int]], at: int) -> tuple[int, int] | None:
    number = bisect_right(sentences, (at, 1 << 62)) - 1
    return sentences[number] if number >= 0 else None
