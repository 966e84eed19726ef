"""Takes an article's title for a headline, without the name of the site, or shortens its first sentence to one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution import tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.engines.rules.shortening import one_line, shorten
from summarizer.reading.layout.sentences import split_sentences
from summarizer.reading.titles import bare_title

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_HEADLINE = 200
_FEWEST_WORDS = 4  # of the first of two sentences that can stand for a title of both
# Not of "the U.S." or "Inc."; with the stop that stands before a closing quotation mark.
_STOP = re.compile(
    r"(?:(?<=[a-z\d)])|(?<=[A-Z]{2}))(?<!\.\w)(?<!\b(?:Jr|Sr|Dr|Mr|Co|St|Mt))(?<!\b(?:Inc|Ltd|Mrs|Gov|Sen|Rep))"
    r"\.(?P<quote>[’'”\")])?$|\s?[;:,]$"
)
_NO_TITLE = re.compile(r"BYLINE\b|By ?:|\d{1,2}[:.]\d\d\b", re.IGNORECASE)  # who wrote it, and when an entry was made
# What a site puts before a title to be looked at.
_LABEL = re.compile(
    r"\A(?:(?:EXCLUSIVE|BREAKING(?: NEWS)?|WATCH|LISTEN|VIDEO|PICTURES|PHOTOS|LIVE|UPDATED?(?: \d+)?)\s?[:|–—-]+\s*"
    r"|(?:Exclusive|Breaking(?: news)?|Watch|Listen|Video|Pictures|Photos|Updated?)\s?[:|]\s+)(?=\S)"
)
_FURTHER = re.compile(r",? (?:and|but|as|while|after|with) |, (?:which|who|whose|where) |; | [—–] ")
_PLACES, _LONGEST_PLACE = re.compile(r"(?<=[a-z]) (?:in|at|on|near|during) "), 6  # words: "in their first match"
_DENIES = re.compile(r"\b(?:no|not|never|none|nobody|without|only|all|every|each|if|unless|any)\b|n[’']t\b")
_JOINED = re.compile(
    r", (?:and|but|as|with|even though|although|though) | (?:but|while) "
    r"| and (?=(?:is|are|was|were|has|have|had|will|would|says?|said)\b)"
)
_NOT = re.compile(r"\b(?:not|never|no)\b|n[’']t\b", re.IGNORECASE)
_BUT = re.compile(r"(?:It|He|She|They|This|That|But)\b", re.IGNORECASE)
_NOW = re.compile(r"(?:Now|But|Yet|Then|Today)\b")
_LONG = 120  # characters of a first sentence that stands for a title: what is longer loses what it can do without
_TOO_LONG = 140  # of one that stays longer though it has no clause at its end
_LONGEST_CUT = 150  # of what is left: rather with the reason than without
_LONGEST_WHOLE = 260  # characters of one that cannot be cut at a clause: rather long than in pieces
_ADDED = re.compile(
    r", (?:which|who|whose|where|an?|[a-z]+ing|in (?:a bid|an attempt|an effort|the hope)|amid|despite|following) "
    r"|; | [—–] | (?:while|after|as) (?=[a-zA-Z’'-]+ [a-z])"
)
_FEWEST_BEFORE = 8  # words
_VERBS = frozenset({tags.PAST, tags.AUXILIARY, tags.MODAL, tags.S_FORM})
_ATTRIBUTION = re.compile(
    r", (?:(?:[\w.’'-]+ ){1,6}(?:said|says|announced|reported)|according to [^,]{3,60})"
    r"(?: (?:on|in a|in the|late|early) [^,]{2,40})?\.?$"
)


def headline_of(title: str, leads: Sequence[str], outlet: str | None = None) -> str:
    """The title as a headline; without one, the best of the article's first sentences, cut to a line."""
    title = (
        "" if _NO_TITLE.match(title) else _without_stop(_LABEL.sub("", bare_title(one_line(title), outlet), count=1))
    )
    if title:
        (start, end), *rest = split_sentences(title, "en") or [(0, len(title))]
        is_enough = rest and len(title[start:end].split()) >= _FEWEST_WORDS and not _is_half(title, end)
        return _without_stop(title[start:end]) if is_enough else title
    if not leads:
        return ""
    line = _without_places(_first_clauses(_ATTRIBUTION.sub("", one_line(leads[0])).rstrip(".")))
    return line if len(line) <= _LONGEST_WHOLE else shorten(line, MAX_HEADLINE)


def _is_half(title: str, end: int) -> bool:
    """Whether a title's first sentence says what is not, and the next one what is: "She isn't ill. She's away.".

    So does "Goats ruled the island. Now it is green."
    """
    rest = title[end:].lstrip()
    if _NOW.match(rest) and len(title) <= MAX_HEADLINE:
        return True
    return len(title) <= MAX_HEADLINE and _NOT.search(title, 0, end) is not None and _BUT.match(rest) is not None


def _without_stop(title: str) -> str:
    return _STOP.sub(lambda stop: stop["quote"] or "", title)


def _first_clauses(line: str) -> str:
    """A line that is too long, without the clauses at its end that it can do without."""
    for pattern, most in ((_ADDED, _LONG), (_JOINED, _TOO_LONG), (_FURTHER, MAX_HEADLINE)):
        if len(line) <= most:
            return line
        ends = (found.start() for found in pattern.finditer(line, 0, MAX_HEADLINE) if not _joins_nouns(found))
        whole = [line[:end] for end in ends if _is_whole(line[:end])]
        if whole:
            return next((before for before in reversed(whole) if len(before) <= _LONGEST_CUT), whole[0])
    return line


def _without_places(line: str) -> str:
    """A line that is still too long, without where and when it happens at its end; what is denied keeps its place."""
    known = load_lexicon().tags
    while len(line) > _TOO_LONG and _DENIES.search(line) is None:
        *_, place = [None, *_PLACES.finditer(line)]
        before, where = (line[: place.start()], line[place.end() :].split()) if place is not None else ("", [])
        last = before.rpartition(" ")[2]
        is_noun = known.get(last, tags.NOUN) == tags.NOUN and not last.endswith(("ing", "ed"))
        if len(where) > _LONGEST_PLACE or not is_noun or not _is_whole(before):
            break
        if any(known.get(word) in _VERBS for word in where):
            break
        line = before
    return line


def _joins_nouns(found: re.Match[str]) -> bool:
    """Whether an "and" without a comma stands before a noun, "pleasure and pain", and not before what is done."""
    if found.group() not in (" and ", " but "):
        return False
    word = found.string[found.end() :].partition(" ")[0]
    tag = load_lexicon().tags.get(word)
    return tag not in _VERBS and tag != tags.ED_FORM and not (word.endswith("ed") and word.islower())


def _is_whole(line: str) -> bool:
    """Whether a line has words and a verb enough for a headline."""
    words = line.split()
    known = load_lexicon().tags
    return len(words) >= _FEWEST_BEFORE and any(
        known.get(word) in _VERBS or (word.endswith("ed") and word.islower()) for word in words
    )
