"""What a text calls a person, beside what the article calls them: "the mayor" is not "the governor"."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.attribution.sources import read_cast
from summarizer.attribution.sources import vocabulary as sources
from summarizer.grounding.checks.alignment import Word, read_words_of
from summarizer.grounding.checks.meanings import meaning, sides_of, word_key
from summarizer.grounding.checks.moved import Thing, things
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.words import read_words, split_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.contract.article import Article
    from summarizer.grounding.checks.passage import Passage

_BEFORE = 3  # words before a name that may be a role
_AFTER = 7  # and after it, between commas
_MOST_MENTIONS = 60
_SAME = split_forms(read_words("checks")["roles"]["same"])
_ROLES = sources.ROLE_NOUNS | sources.OFFICE_WORDS | _SAME.keys()
_LEADS = re.compile(r"[^\W\d_]+")


def wrong_roles(passage: Passage) -> Iterator[tuple[str, str]]:
    """Each person whom a text calls what the article calls them nowhere, with that word."""
    words = read_words_of(passage.text)
    cast = read_cast(passage.article)
    for thing in things(words):
        if thing.kind != "name":
            continue
        who = cast.fullest(thing.text)
        if who is None or who.kind != "person":
            continue
        roles = [word for word in _roles_beside(words, thing) if meaning(word) not in thing.keys]
        if roles and (wrong := _unknown(passage.article, who.name, roles)):
            yield who.name, wrong


def persons_named(passage: Passage) -> frozenset[str]:
    """The keys of the names by which a text names persons of the article who have a first name there."""
    cast = read_cast(passage.article)
    named = (thing for thing in things(read_words_of(passage.text)) if thing.kind == "name")
    known = ((thing, cast.fullest(thing.text)) for thing in named)
    return frozenset(
        key
        for thing, who in known
        if who is not None and who.kind == "person" and " " in who.name
        for key in thing.keys
    )


def is_wrong_role(article: Article, name: str, role: str) -> bool:
    """Whether a role holds a word for a role, and none that the article has near the person."""
    words = [word.lower() for word in _LEADS.findall(role)]
    return bool(words) and all(_unknown(article, name, [word]) for word in words)


def _roles_beside(words: Sequence[Word], thing: Thing) -> list[str]:
    """The words for a role right before a name, or between commas after it."""
    found: list[str] = []
    for at in range(thing.start - 1, max(-1, thing.start - 1 - _BEFORE), -1):
        if words[at].lower not in _ROLES:
            break
        found.append(words[at].lower)
    after = words[thing.end : thing.end + 1]
    if after and after[0].text == ",":
        for word in words[thing.end + 1 : thing.end + 1 + _AFTER]:
            if word.kind == "mark":
                break
            found.append(word.lower)
    return [word for word in found if word in _ROLES]


def _unknown(article: Article, name: str, roles: Sequence[str]) -> str | None:
    """The first of some words for a role that the article has in no sentence with or beside a person's name."""
    known = _words_near(article, name)
    wrong = None
    for role in roles:
        keys = {meaning(_SAME.get(role, role)), meaning(role)}
        if (
            keys.isdisjoint(known)
            and not any(key[:4] == other[:4] for key in keys for other in known)
            and not any(sides_of(key) & sides_of(other) for key in keys for other in known)
        ):
            wrong = wrong or role
        else:
            return None  # "deputy finance minister" of whom the article calls a deputy
    return wrong


def _words_near(article: Article, name: str) -> set[str]:
    """The keys of the words of all sentences that name a person, and of those before and after."""
    surname = name.rsplit(maxsplit=1)[-1]
    cast, sentences, text = read_cast(article), sentences_of(article), article.text
    numbers: set[int] = set()
    for found in islice(re.finditer(rf"(?<!\w){re.escape(surname)}(?!\w)", text), _MOST_MENTIONS):
        numbers.add(max(0, cast.sentence_at(found.start())))
    words: list[str] = []
    for number in numbers:
        for one in sentences[max(0, number - 1) : number + 2]:
            named = _LEADS.findall(text[one.start : one.end])
            # a title beside the sentence may be another's
            words += [word_key(word) for word in named if one.number - 1 in numbers or word.islower()]
    return {meaning(_SAME.get(word, word)) for word in words} | {meaning(word) for word in words}
