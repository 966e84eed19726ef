"""Media named by the piece in which somebody speaks or writes: "in a Herald op-ed", "on the podcast “Elm Talk”"."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.outlets import FURTHER_CLAUSE, outlet_at, unknown_paper_at
from summarizer.attribution.sources.titled import title_at, unknown_title_at
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from summarizer.attribution.sources.index import NameIndex
    from summarizer.contract.statement import Offsets

_PIECES = vocab.any_of(word_set("media.pieces.nouns"))
_PUBLISHED = vocab.any_of(word_set("media.pieces.published"))
_DAYS = vocab.any_of(word_set("media.pieces.days"))
_SAYING = vocab.any_of(word_set("media.pieces.saying"))
_CALLED = vocab.any_of(word_set("media.pieces.called"))
_WHOSE = r"(?:(?:an?|the|his|her|its|their|this|another|one|two|several|recent)\s|[A-Z][a-z]+day[’']s\s)"
# "In an essay published on Monday in the Herald", "during a chat with the Herald"; a medium is to follow.
_IN_PIECE = re.compile(
    rf"\b(?:[Ii]n|[Oo]n|[Dd]uring|[Ff]or|[Vv]ia)\s{_WHOSE}?(?:[\w-]+\s){{0,4}}?(?:{_PIECES})\s"
    rf"(?:(?i:{_PUBLISHED})\s){{0,4}}(?:in|for|on|with|of|to|by|from)\s(?=(?:the\s|The\s)?(?:[\w’'-]+\s){{0,3}}[A-Z0-9])"
)
# "In a recent Herald interview", "for Monday's Herald"; here the medium stands before its piece.
_BEFORE_PIECE = re.compile(rf"\b(?:[Ii]n|[Oo]n|[Dd]uring|[Ff]or)\s(?P<whose>{_WHOSE})(?:[a-z-]+\s){{0,2}}(?=[A-Z0-9])")
_PIECE_AFTER = re.compile(rf"(?:[’']s?)?\s(?:[\w“”\"-]+\s){{0,2}}?(?:{_PIECES})\b")
# Written for nobody but a medium, whatever else is known of it: "in her column for Pitchside".
_IS_WRITTEN_FOR = re.compile(rf"\b(?:{vocab.any_of(word_set('media.pieces.written'))})\s(?:for|in)\s\Z")
_SAID_TO = re.compile(rf"\b(?:{_SAYING})\s(?:(?i:{_DAYS})\s){{1,3}}(?:to|with)\s(?=(?:the\s|The\s)?[A-Z0-9])")
_SAID_IN = re.compile(r"\b(?:[a-z]{3,}ed|said|says|wrote|writes|argues|warns)\sin\s(?=(?:the\s|The\s)?[A-Z])")
_NAMED = re.compile(
    rf"\b(?:[Ii]n|[Oo]n|to|told|tells)\s(?:(?:the|an?|his|her|its|their)\s)?(?:[\w’'-]+\s){{0,3}}?"
    rf"(?:(?:{_CALLED})\s[“\"](?P<after>[A-Z0-9][^“”\"\n]{{2,50}}?)[,.]?[”\"]"
    rf"|[“\"](?P<before>[A-Z0-9][^“”\"\n]{{2,50}}?)[”\"]\s(?:{_CALLED})\b)"
)
# "Said on NTV's “The Week.”", "told the hosts of “Morning Desk”"; whether it is a title the capitals tell.
_TITLE_WORD = r"(?:[A-Z0-9][\w’'&-]*|(?:of|the|and|in|to|a|with|for|at|on)(?=\s))"
_SHOW = re.compile(
    rf"\b(?:[Oo]n\s(?:[A-Z][\w.&-]*[’']s?\s)?|(?:{vocab.any_of(word_set('media.pieces.holders'))})\s(?:of|on)\s)"
    rf"[“\"](?P<show>{_TITLE_WORD}(?:\s{_TITLE_WORD})*)[,.]?[”\"]"
)
_OTHER_CLAUSE = re.compile(rf"\b(?:{vocab.any_of(word_set('media.pieces.other_clause'))})\b")
_OTHERS_FRONT = re.compile(rf"\b(?i:{vocab.any_of(word_set('media.pieces.others_front'))})\b")
_HOLDER = re.compile(rf"\b(?:{vocab.any_of(word_set('media.pieces.holders'))})\s\Z")
_LONGEST_ROLE = 30
# In lower case; most stretches of text hold none of these, so that two of the patterns need not be tried.
_PIECE_WORDS = vocab.telling_words(word_set("media.pieces.nouns"))
_SAYING_WORDS = vocab.telling_words(word_set("media.pieces.saying"))
_COMMON_NOUNS = word_set("media.pieces.common_nouns")
_THE = re.compile(r"[Tt]he\s")


def media_of_pieces(
    index: NameIndex, start: int, end: int, near: Sequence[Offsets], words: Set[str]
) -> Iterator[Offsets]:
    """The media of the pieces in a stretch in which somebody speaks or writes.

    `near` are what is said and the speaker, `words` all words of the stretch in lower case.
    """
    text = index.prose.text
    quoting = (_NAMED, _SHOW) if _is_quoting(text, start, end) else ()
    for match in chain.from_iterable(pattern.finditer(text, start, end) for pattern in quoting):
        if _is_theirs(text, match.start(), near):
            yield match.span(match.lastgroup or 0)
    patterns = (
        (_IN_PIECE, True, not words.isdisjoint(_PIECE_WORDS)),
        (_SAID_TO, True, not words.isdisjoint(_SAYING_WORDS)),
        (_SAID_IN, False, "in" in words),
    )
    for pattern, may_be_unknown, may_stand in patterns:
        for match in pattern.finditer(text, start, end) if may_stand else ():
            medium = medium_at(index, match.end(), may_be_unknown=may_be_unknown)
            if medium is None and _IS_WRITTEN_FOR.search(match[0]):
                medium = outlet_at(index, match.end(), may_be_unknown=True)
            if medium is not None and _is_theirs(text, match.start(), near):
                yield medium
    for match in _BEFORE_PIECE.finditer(text, start, end):
        medium = medium_at(index, match.end(), may_be_unknown=False)
        if medium is None or _is_common(text[slice(*medium)]) or not _is_theirs(text, match.start(), near):
            continue
        if match["whose"].endswith(("’s ", "'s ")) or _PIECE_AFTER.match(text, medium[1]) is not None:
            yield medium


def _is_quoting(text: str, start: int, end: int) -> bool:
    return text.find("“", start, end) >= 0 or text.find('"', start, end) >= 0


def _is_theirs(text: str, at: int, near: Sequence[Offsets]) -> bool:
    """Whether what begins at an offset says where the speaker spoke: not after "a host on" or "after Poe was"."""
    if _HOLDER.search(text, max(0, at - _LONGEST_ROLE), at) is not None:
        return False
    before = max((high for _, high in near if high <= at), default=None)
    if before is not None:
        return _OTHER_CLAUSE.search(text, max(before, text.rfind(", ", before, at)), at) is None
    if FURTHER_CLAUSE.search(text, at, min(low for low, _ in near)) is not None:
        return False  # "Poe wrote in the Herald that it was late, but Lund said"
    first = max(text.rfind(mark, 0, at) for mark in ".\n")
    return _OTHERS_FRONT.search(text, first + 1, at) is None


def _is_common(words: str) -> bool:
    """Whether words end in a noun that is no part of a name: "a Herald post"."""
    last = words.rpartition(" ")[2]
    return last in _COMMON_NOUNS


def medium_at(index: NameIndex, at: int, *, may_be_unknown: bool) -> Offsets | None:
    """Find the medium at an offset, after "the"; with `may_be_unknown`, also one that only its form tells to be one."""
    text = index.prose.text
    article = _THE.match(text, at)
    start = article.end() if article is not None else at
    name = next((one for one in index.within(start, start + 1) if one.start <= start), None)
    titled = title_at(text, start, in_context=True)
    is_whole = titled is not None and (name is None or name.end <= titled[1])
    found = titled if is_whole else outlet_at(index, at, may_be_unknown=False)
    if found is not None or not may_be_unknown:
        return found
    if name is not None and name.sort == "person":
        return None
    return unknown_title_at(text, start) or unknown_paper_at(index, at)
