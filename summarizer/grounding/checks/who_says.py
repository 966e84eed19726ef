"""Who says it, as a text itself has it: read by the rules that read articles, and compared with who may say it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.statements import article_statements, source_names
from summarizer.grounding.checks.alignment import Word, read_words_of
from summarizer.grounding.checks.meanings import word_key
from summarizer.grounding.checks.moved import Thing, things
from summarizer.grounding.checks.name_roots import name_words
from summarizer.grounding.checks.vocabulary import NOT_NAMES
from summarizer.reading.layout.layout import article_of_lines

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import Stance


_AS_FAR = 4  # words
_LAST = 8  # statements back in which a speaker is looked for who may have gone on speaking
_APART = 9  # words between two that "and" joins, with their roles
_ENDS = frozenset(".;:!?")
_OF = frozenset({"of", "from", "at", "for"})  # "Ana Moll of the Sea Union"


# "... after the ministry announced a review" tells when or why, not who says it.
_IS_BACKGROUND = re.compile(
    r"\b(?:after|before|when|because|since|following (?:news|reports) that) (?:[\w’'.-]+ ){0,5}$"
)


# "Moll said that the people of Varn and Orsk had suggested it": they are in what she says.
_IS_WITHIN = re.compile(
    r"\b(?:said|says|added|argued|claimed|noted|insisted|warned|told \w+)"
    r"(?: (?:at|in|on|to|during)\b[^;]{1,60}?)? that (?:(?!, (?:and|but|while)\b)[^.;])*$"
)


class Said(NamedTuple):
    """Who says something in a text, in its words, and with which stance."""

    who: str
    stance: Stance


@lru_cache(maxsize=256)
def read_said(text: str) -> tuple[Said, ...]:
    """Who says what a text gives; what is said within it by others is left out."""
    statements = article_statements(article_of_lines([text]))
    inner = [one.content for one in statements]
    found = []
    for one in statements:
        at = one.cue or one.mention
        if (
            at is None
            or _IS_BACKGROUND.search(text, 0, at[0])
            or _IS_WITHIN.search(text, 0, at[0])
            or any(start <= at[0] and at[1] <= end for content in inner for start, end in content)
        ):
            continue
        found.append(Said(text[slice(*one.mention)] if one.mention else "", one.stance))
    return tuple(found)


def other_speakers(text: str, may_say: Collection[str], beside: str = "") -> list[str]:
    """The names of those who say something in a text and are not among the keys of the names that may.

    Of "Harbour chief Ana Moll" either name may be known; of those that "and" joins each must be, or what stands
    `beside` the text must join them as well.
    """
    found = []
    for said in read_said(text):
        words = read_words_of(said.who)
        named = [one for one in things(words) if one.kind == "name" and not words[one.end - 1].owns]
        if not named:
            continue
        joined = [one for one, other in pairwise(named) if _are_joined(words, one, other)]
        is_only_of = any(word.lower in _OF for word in words[max(0, named[-1].start - _AS_FAR) : named[-1].start])
        is_of_noun = is_only_of and all(word.lower == word.text for word in words[1 : named[0].start])
        if is_of_noun and len(named) == 1 and words[0].lower in ("the", "a", "an"):
            continue  # "the coastguard of Norrhavn": whose it is has a check of its own
        asked = [*joined, *named[-1:]] if joined or not is_only_of else named[:1]
        strange = [one for one in asked if one.keys.isdisjoint(may_say) and not _is_cut(one, may_say)]
        if not (joined and beside and all(_is_joined_with(beside, one, may_say) for one in strange)):
            found += [one.text for one in strange]
    return found


def _is_cut(one: Thing, may_say: Collection[str]) -> bool:
    """Whether a name is that of a channel or the like without its number: "KT" of "KT4"."""
    return any(key.rstrip("0123456789") in one.keys for key in may_say if key[-1:].isdigit())


_BODY = re.compile(
    r"^(?:The|A|An) ((?:[a-z-]+ ){1,3}?[a-z-]+) (?:said|says|had|has|denied|declined|told|added|warned)\b"
)


def other_body(text: str, speaker: str) -> str | None:
    """The body of the same sort that a text has say it: "the tourism ministry" of what the transport ministry says."""
    found = _BODY.match(text)
    if found is None or not speaker.islower() or " " not in speaker:
        return None
    ours, theirs = found[1].split(), speaker.removeprefix("the ").split()
    is_of_sort = ours[-1] == theirs[-1] and len(theirs) > 1
    return found[1] if is_of_sort and not set(ours[:-1]) & set(theirs[:-1]) else None


def _is_joined_with(beside: str, thing: Thing, may_say: Collection[str]) -> bool:
    """Whether "and" stands between a name and one of those who may say it, not far from either."""
    words = read_words_of(beside)
    named = things(words)
    ours = [one for one in named if not one.keys.isdisjoint(thing.keys)]
    theirs = [one for one in named if not one.keys.isdisjoint(may_say)]
    for one, other in product(ours, theirs):
        first, second = sorted((one, other), key=lambda found: found.start)
        between = [word.lower for word in words[first.end : second.start]]
        is_near = len(between) <= _APART and not _ENDS.intersection(between)
        if is_near and "and" in between and not any(first.end <= one.start < second.start for one in named):
            return True
    return False


def _are_joined(words: Sequence[Word], one: Thing, other: Thing) -> bool:
    return "and" in [word.lower for word in words[one.end : other.start]]


def spoke_before(article: Article, start: int) -> str | None:
    """The last of those whom the rules read before an offset, by name."""
    names, statements = source_names(article), article_statements(article)
    at = bisect_left(statements, start, key=lambda one: one.content[0][0])
    for statement in reversed(statements[max(0, at - _LAST) : at]):
        name = names[statement.mention].name if statement.mention else ""
        if name and is_named(name):
            return name
    return None


def is_named(name: str) -> bool:
    """Whether a reading is a name: "he" or "a former engineer", unresolved, contradicts nobody."""
    words = name_words(name)
    return len(name) > 3 and all(word[0].isupper() for word in words) and word_key(words[0]) not in NOT_NAMES
