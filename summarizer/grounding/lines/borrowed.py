"""Words that a line puts beside a name, a number or a noun, and that the article has beside another one only.

"Striker Ana Moll" where the article has "striker Ida Lorn" and Moll is the keeper; "eleven residents" where it counts
eleven firefighters and tells of residents elsewhere; "the asthma trial" where that trial is of a migraine drug.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.sources import read_cast
from summarizer.contract.article import ReadOnce
from summarizer.grounding.checks.alignment import read_words_of
from summarizer.grounding.checks.meanings import is_measure, sides_of
from summarizer.grounding.checks.moved import things
from summarizer.grounding.checks.synonyms import groups_of
from summarizer.grounding.lines.support import root_of, sentence_words
from summarizer.grounding.lines.words import holds_name, is_doer, keys_of, sentence_keys, word_key
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from summarizer.attribution.sources import SourceName
    from summarizer.attribution.sources.cast import Cast
    from summarizer.contract.article import Article
    from summarizer.grounding.checks.alignment import Word

_BEFORE = 2  # words before a name that may say who somebody is
_ABBREVIATED = 3  # letters that "governor" and "Gov." have in common
_ROOT = 4
_SHORTEST = 4  # letters of a word that tells one thing from another
_PREFIXES = frozenset({"anti", "pro", "non", "ex", "pre", "post", "co"})  # "anti-Moll"
_PREPOSITIONS = word_set("checks.doers.prepositions") | {"near", "outside", "inside", "behind", "beside"}
_VERBAL = ("ed", "ing", "ly", "'s", "s'")


def borrowed_callings(article: Article, clause: str) -> Iterator[tuple[str, str, str]]:
    """Each person of a clause with a word right before the name, and who alone has that word in the article."""
    known = _called(article)
    for who, words in _callings(article, read_words_of(clause)):
        for word in words[:1]:
            others = [other for other, told in known.items() if other != who and word in told]
            if others and word not in load_lexicon().tags and not _is_near(article, who, word):
                yield who, word, others[0]


def borrowed_words(article: Article, clause: str, named: Collection[int]) -> Iterator[tuple[str, str]]:
    """What a clause counts or a word right before a noun, with what the sentences at some indices have for it.

    It counts only if the article has the clause's word in other sentences, and these lack it.
    """
    if not named:
        return
    cited = [sentence_words(article)[index] for index in sorted(named)]
    held = frozenset(root_of(word.text) for words in cited for word in words if word.kind != "mark")
    said, everywhere = read_words_of(clause), _roots_told(article)
    for first, second in pairwise(said):
        told = second if first.kind == "number" else first
        if told.kind != "word" or second.kind != "word" or not told.is_content or len(told.lower) < _SHORTEST:
            continue
        if (
            second.lower in _PREPOSITIONS
            or root_of(told.text) in held
            or root_of(told.text) not in everywhere
            or is_measure(told.key)
        ):
            continue
        if first.kind == "number":
            is_counted = second.lower.endswith("s") and not _is_told(article, first, second)
            its = _counted(cited, first) if is_counted else []
        else:
            its = _before(cited, second) if _modifies(first, second) and not _is_told(article, first, second) else []
        other = next((word for word in its if not any(_are_alike(word, one) for one in said)), None)
        if other is not None and not any(_are_alike(told, word) for words in cited for word in words):
            yield f"{first.text} {second.text}", other.text


@ReadOnce
def _roots_told(article: Article) -> frozenset[str]:
    return frozenset(root_of(word.text) for words in sentence_words(article) for word in words if word.kind == "word")


@ReadOnce
def _pairs_told(article: Article) -> frozenset[tuple[str, str]]:
    """The roots of every two words that stand side by side in an article."""
    return frozenset(
        (root_of(one.text), root_of(other.text))
        for words in sentence_words(article)
        for one, other in pairwise(words)
        if "mark" not in (one.kind, other.kind)
    )


def _is_told(article: Article, first: Word, second: Word) -> bool:
    return (root_of(first.text), root_of(second.text)) in _pairs_told(article)


def _modifies(first: Word, second: Word) -> bool:
    """Whether a word may say which of the things behind it is meant: "asthma medicine"."""
    return second.is_content and not first.lower.endswith(_VERBAL) and not second.lower.endswith(_VERBAL)


def _counted(cited: Sequence[Sequence[Word]], number: Word) -> list[Word]:
    """What sentences count by a number, right behind it."""
    return [
        other
        for words in cited
        for one, other in pairwise(words)
        if one.kind == "number" and one.key == number.key and other.kind == "word" and other.lower.endswith("s")
    ]


def _before(cited: Sequence[Sequence[Word]], noun: Word) -> list[Word]:
    """What sentences have right before a noun."""
    return [
        one
        for words in cited
        for one, other in pairwise(words)
        if other.kind == "word" and other.key == noun.key and one.kind == "word" and one.is_content
        if not one.lower.endswith(_VERBAL)
    ]


def _are_alike(one: Word, other: Word) -> bool:
    """Whether two words have one root or may stand for each other."""
    if "mark" in (one.kind, other.kind) or not other.is_content:
        return False
    if root_of(one.text)[:_ROOT] == root_of(other.text)[:_ROOT]:
        return True
    return not (
        sides_of(one.key).isdisjoint(sides_of(other.key)) and groups_of(one.key).isdisjoint(groups_of(other.key))
    )


@ReadOnce
def _called(article: Article) -> dict[str, set[str]]:
    """The words right before each person's name, over the whole article."""
    found: dict[str, set[str]] = {}
    for words in sentence_words(article):
        for who, told in _callings(article, words):
            found.setdefault(who, set()).update(told)
    return found


def _callings(article: Article, words: Sequence[Word]) -> Iterator[tuple[str, list[str]]]:
    """Each person whom some words name, with the words right before the name, the nearest first."""
    cast = read_cast(article)
    for thing in things(tuple(words)):
        who = _person(cast, thing.text) if thing.kind == "name" else None
        if who is None:
            continue
        own = keys_of(who.name)
        told = [word.lower for word in words[thing.start : thing.end] if word_key(word.text) not in own][::-1]
        before = list(words[max(0, thing.start - _BEFORE - 1) : thing.start])
        if before and before[-1].text == ",":  # "his agent, Ana Moll"
            before = before[:-1] if len(before) > 1 and is_doer(before[-2].lower) else []
        for word in reversed(before[-_BEFORE:]):
            is_role = word.kind == "name" and is_doer(word.lower)
            if not (word.kind == "word" or is_role) or not word.is_content or word.lower in _PREFIXES:
                break
            told.append(word.lower)
        yield who.name, told


def _person(cast: Cast, name: str) -> SourceName | None:
    """Who has a name of two words or more, behind what the person is called at the beginning of a sentence."""
    first, _, rest = name.partition(" ")
    who = cast.fullest(name) or (cast.fullest(rest) if is_doer(first.lower()) else None)
    return who if who is not None and who.kind == "person" and " " in who.name else None


def _is_near(article: Article, who: str, word: str) -> bool:
    """Whether a sentence that has a person's surname has a word, or the abbreviation of it, and not for another one."""
    surname = who.rsplit(maxsplit=1)[-1]
    for keys, words in zip(sentence_keys(article), sentence_words(article), strict=True):
        if not holds_name(surname, keys):
            continue
        count = sum(one.lower[:_ABBREVIATED] == word[:_ABBREVIATED] for one in words)
        of_others = sum(told.count(word) for other, told in _callings(article, words) if other != who) if count else 0
        if count > of_others:
            return True
    return False
