"""Names of a line that the sentences it is said to rest on lack, where these have another one in that place.

A writer who names sentences has taken from them whom the line is about. Persons are set beside persons, places beside
places after the same preposition, and bodies beside bodies where they are who does it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.sources import read_cast
from summarizer.contract.article import ReadOnce
from summarizer.grounding.lines.callings import PARTIES
from summarizer.grounding.lines.names import has_first_name, is_setting, words_meant
from summarizer.grounding.lines.support import sentence_text
from summarizer.grounding.lines.words import (
    POINTERS,
    TITLES,
    foreign_words,
    forms_of,
    holds_name,
    in_articles_form,
    keys_of,
    name_keys,
    name_runs,
    names_nobody,
    sentence_keys,
    word_key,
    writes_of_self,
)
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.words import either, word_list

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from summarizer.contract.article import Article

_OPENING = 3  # title and first sentences, which say whom the article is about
_BESIDE = 2  # sentences about one with a "he" in which he may be named
_IN = r"\b(in|at|from|near|outside|off)(?: the)? "
_PLACE = re.compile(_IN + r"([A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'.-]+)*)")
_DATES = frozenset((*word_list("lines.names.days"), *word_list("lines.names.months")))
_MARKS = ".,;:!?“”\"'’()"
_DOES = re.compile(r"(?:^|[;,] (?:and |but |while )?)(?:[Tt]he )?$")
_VERB = re.compile(rf" (?:has |had )?(?:[a-z]+ed|{either('words.claims.saying')}|will|won|was|is)\b")
_NOUN_BEHIND = re.compile(r" ([a-z]{3,})(?<!ed)(?<!s)(?<!ly)(?=[ ,.;:]|$)")
_AT_START = r"[“\"]?(?:The |A |An )?(?:\w+ ){0,2}"
_JOINED = re.compile(
    r"(?P<one>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*) and (?P<other>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)"
    rf" (?:both )?(?:{either('words.claims.saying')})\b"
)


class Otherwise(NamedTuple):
    """A name of a line, and the one that the article has in its place; empty where it has none there."""

    said: str
    held: str


class _Cited(NamedTuple):
    """The sentences that a line names: their own words, those of whom they mean, and whether a "he" is among them."""

    indices: tuple[int, ...]
    own: frozenset[str]
    meant: frozenset[str]
    text: str
    points: bool


def names_put_otherwise(article: Article, clause: str, line: str, named: Collection[int]) -> Iterator[Otherwise]:
    """Each name of a clause for which the sentences at some indices, that its line names, have another one."""
    if not named:
        return
    cited, said = _cited(article, tuple(sorted(named))), keys_of(line)
    if writes_of_self(cited.text):
        return
    yield from _other_first_names(article, clause, cited, said)
    yield from _other_parties(clause, cited, said)
    for found in _JOINED.finditer(clause):
        both = [name for name in (found["one"], found["other"]) if _is_known(article, name)]
        absent = [name for name in both if not _is_meant(article, name, cited, 0)]
        if len(both) > len(absent) == 1:  # of two who are said to say it one is there
            yield Otherwise(absent[0], "")
    for at, name in name_runs(clause):
        if names_nobody(article, clause, at, name) or foreign_words(name, article.text):
            continue
        if in_articles_form(article, name) != name:
            continue
        if other := _other(article, clause, at, name, cited, said):
            yield Otherwise(name, other)


def _other(article: Article, clause: str, at: int, name: str, cited: _Cited, said: Collection[str]) -> str | None:
    """What the sentences have in the place of a name of a clause; None where they have it or nothing else there."""
    who = read_cast(article).fullest(name)
    is_person = who is not None and who.kind == "person"
    if _is_meant(article, name, cited, _BESIDE if cited.points and is_person else 0):
        return None
    if is_person and len(name_keys(name)) > 1 and name_keys(name)[0] in cited.own:
        return None  # a title calls Ana Moll "Ana"
    if is_person:
        noun = _NOUN_BEHIND.match(clause, at + len(name))
        if noun is not None and noun[1] not in load_lexicon().tags:
            return None  # "the Moll feud" is nothing that she does
        return None if cited.points and _is_in_lead(article, name) else _person(article, cited, said)
    if before := re.search(f"{_IN}$", clause[:at]):
        return None if is_setting(article, name, clause) else _place(article, before[1], cited, said)
    return _body(article, clause, at, name, cited, said)


@ReadOnce
def _kept(article: Article) -> dict[tuple[int, ...], _Cited]:  # noqa: ARG001  it fills as lines name sentences
    return {}


def _cited(article: Article, indices: tuple[int, ...]) -> _Cited:
    kept = _kept(article)
    if indices not in kept:
        own = frozenset().union(*[sentence_keys(article)[index] for index in indices])
        text = " ".join(sentence_text(article, index) for index in indices)
        kept[indices] = _Cited(indices, own, words_meant(article, indices), text, bool(POINTERS[0].search(text)))
    return kept[indices]


def _is_meant(article: Article, name: str, cited: _Cited, beside: int) -> bool:
    """Whether the sentences name somebody, or mean them by a "he" or a role; also those so many sentences beside."""
    keys, last = cited.meant, len(sentences_of(article))
    for index in cited.indices if beside else ():
        around = range(max(0, index - beside), min(last, index + 1))  # whom a "he" means is named before
        keys = keys.union(*[sentence_keys(article)[one] for one in around])
    return any(holds_name(form, keys) for form in forms_of(article, name))


def _is_known(article: Article, name: str) -> bool:
    """Whether an article has somebody or something by a name, or by the last word of it."""
    return read_cast(article).fullest(name) is not None


def _is_in_lead(article: Article, name: str) -> bool:
    return any(holds_name(name, keys) for keys in sentence_keys(article)[:_OPENING])


def _person(article: Article, cited: _Cited, said: Collection[str]) -> str | None:
    """A person whom the sentences name and the line does not."""
    cast = read_cast(article)
    for other, kind in _names(article, cited):
        if kind != "person" or other.isupper() or not has_first_name(cast, other):
            continue
        who = cast.fullest(other)
        if keys_of(other).isdisjoint(said) and (who is None or keys_of(who.name).isdisjoint(said)):
            return other
    return None


def _names(article: Article, cited: _Cited) -> Iterator[tuple[str, str]]:
    cast = read_cast(article)
    for index in cited.indices:
        one = sentences_of(article)[index]
        yield from cast.names_within(one.start, one.end)


def _place(article: Article, before: str, cited: _Cited, said: Collection[str]) -> str | None:
    """What the sentences have after the same preposition, and the line nowhere."""
    for found in _PLACE.finditer(cited.text):
        if found[1] != before or not keys_of(found[2]).isdisjoint(said) or found[2].lower() in _DATES:
            continue
        who = read_cast(article).fullest(found[2])
        if who is None or who.kind != "person":
            return found[2]
    return None


def _body(article: Article, clause: str, at: int, name: str, cited: _Cited, said: Collection[str]) -> str | None:
    """The body with which one of the sentences begins, where the clause has this one as who does it."""
    if not _DOES.search(clause[:at]) or not _VERB.match(clause, at + len(name)) or not _is_known(article, name):
        return None
    for other, kind in _names(article, cited):
        if kind != "person" and not other.isupper() and keys_of(other).isdisjoint(said):
            begins = re.compile(_AT_START + re.escape(other))
            if any(begins.match(sentence_text(article, index)) for index in cited.indices):
                return other
    return None


def _other_parties(clause: str, cited: _Cited, said: Collection[str]) -> Iterator[Otherwise]:
    """The members of a party, in a clause, whom the sentences lack where they have those of another one."""
    held = {PARTIES[key] for key in cited.own if key in PARTIES}
    mine = {PARTIES[key] for key in said if key in PARTIES}
    for word in clause.split():
        key = word_key(word.strip(_MARKS))
        if key.endswith("s") and key in PARTIES and PARTIES[key] not in held and held - mine:
            yield Otherwise(word.strip(_MARKS), min(held - mine))


def _other_first_names(article: Article, clause: str, cited: _Cited, said: Collection[str]) -> Iterator[Otherwise]:
    """Who has the surname of another one whom the sentences name in full: "Ida Moll" for "Rosa Moll"."""
    for _, name in name_runs(clause):
        keys = name_keys(name)
        if len(keys) != 2 or keys[0] in cited.own or keys[1] not in cited.own or not _is_known(article, name):
            continue
        surname = name.split()[1]
        before = re.findall(rf"(\w+)\.? {re.escape(surname)}\b", cited.text)
        others = [
            first
            for first in before
            if first[0].isupper() and word_key(first) not in TITLES and read_cast(article).fullest(f"{first} {surname}")
        ]
        is_alone = len(re.findall(rf"\b{re.escape(surname)}\b", cited.text)) > len(others)
        names = [f"{first} {surname}" for first in others if keys_of(first).isdisjoint(said)]
        if names and not is_alone and keys[0] in frozenset().union(*sentence_keys(article)):
            yield Otherwise(name, names[0])
