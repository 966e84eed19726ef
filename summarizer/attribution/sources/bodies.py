"""Which noun can stand for a body: "the company" for a ferry firm, but neither "the union" nor "the parent company"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.naming import loosen
from summarizer.text.words import read_words, word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.attribution.sources.mentions import Referent
    from summarizer.attribution.sources.prose import Prose

_NAMED_ONLY = word_set("sources.body_words.named_only")
_GENERAL = word_set("sources.body_words.general")
# The nouns that may stand for each kind of body, and those whose place each wider noun may take.
_NOUNS_OF_KINDS = {kind: word_set(f"sources.kinds_of_nouns.{kind}") for kind in read_words("sources")["kinds_of_nouns"]}
_NARROWER = {noun: word_set(f"sources.narrower_bodies.{noun}") for noun in read_words("sources")["narrower_bodies"]}
_SAME = {noun: key for key in _NARROWER for noun in word_set(f"sources.same_bodies.{key}")}
_PARTIES = word_set("sources.callings.parties")
_UNSAID = word_set("sources.callings.describing", "sources.grammar.determiners", "sources.grammar.role_complements")
_BEFORE = re.compile(r"((?:[\w’'-]+\s){0,4})([a-z]+)(,?)\s\Z")
_APPOSED = wordings("sources.wordings.apposed_body")
_ARMED = word_set("sources.body_words.armed")
_KIND_NOUNS = tuple(vocab.BODY_KINDS)
_MOST_OCCURRENCES = 8


class BodyNoun(NamedTuple):
    """A noun that points back at a body, and what else the mention says of it, in lower case: "the health ministry"."""

    noun: str
    words: frozenset[str]


class BodyCallings(NamedTuple):
    """The nouns by which an article shows what a body is, and the words that it says with them."""

    nouns: frozenset[str]
    words: frozenset[str]


def body_noun(noun: str, before: Iterable[str], after: Iterable[str]) -> BodyNoun:
    """The noun of a mention with the words before it and after "of", without those that say nothing."""
    return BodyNoun(noun, frozenset(map(_plain, (*before, *after))) - _UNSAID)


def body_callings_of(prose: Prose, body: Referent) -> BodyCallings:
    """Read what an article calls a body, in its name and beside it: "the ferry firm Poe", "Poe, a charity,"."""
    low = body.name.lower().replace("’", "'").split()
    heads = [word for i, word in enumerate(low) if i + 1 == len(low) or low[i + 1] in ("of", "for")]
    nouns = {word.strip(".,") for word in heads if word.strip(".,") in vocab.BODY_KINDS}
    nouns = {noun for noun in nouns if not _is_field(noun, low)}
    nouns |= {"company"} if "group" in nouns else set()  # "Brenn Group", but not "the aid group Brenn"
    nouns |= {"party"} if low[-1] in _PARTIES and body.kind == "organization" else set()
    words = {_plain(word) for word in low}
    for name in body.occurrences[:_MOST_OCCURRENCES]:
        before = None
        end = name.lead - 2 if prose.text[max(0, name.lead - 2) : name.lead - 1] == "," else name.lead - 1
        if prose.text.endswith(_KIND_NOUNS, 0, max(0, end)):  # few do, and the pattern is tried at each character
            before = _BEFORE.search(prose.text, max(0, name.lead - 60), name.lead)
        # "the ferry firm Poe", and "the ferry firm, Poe,"
        is_beside = before is not None and (not before[3] or prose.text.startswith(",", name.end))
        if before is not None and is_beside and before[2] in vocab.BODY_KINDS:
            nouns.add(before[2])
            words.update(map(_plain, _after_determiner(before[1].lower().split())))
        apposed = _APPOSED.match(prose.text, name.end)
        if apposed is not None and (said := apposed[1].lower().split())[-1] in vocab.BODY_KINDS:
            nouns.add(said[-1])
            words.update(map(_plain, said[:-1]))
    return BodyCallings(frozenset(nouns), frozenset(words))


def _plain(word: str) -> str:
    return word.replace("’", "'").strip("'.,").removesuffix("'s")


def _after_determiner(words: list[str]) -> list[str]:
    last = max((i for i, word in enumerate(words) if word in _UNSAID), default=-1)
    return words[last + 1 :]


def stands_for(wanted: BodyNoun, body: Referent, known: BodyCallings) -> bool:
    """Whether everything that a noun says fits a body that the article calls these things."""
    known_words = known.words | _ARMED if body.kind == "armed_group" else known.words
    said = {word for word in wanted.words if loosen(word) not in body.key_words}
    return said <= known_words | known.nouns and _noun_fits(wanted.noun, body, known.nouns)


def _noun_fits(noun: str, body: Referent, nouns: frozenset[str]) -> bool:
    low = body.name.lower().split()
    if is_called(noun, nouns) or (loosen(noun) in body.key_words and not _is_field(noun, low)):
        return True
    can_be = noun in _NOUNS_OF_KINDS.get(body.kind, ()) and body.sort != "place"
    # Of a body that the article calls nothing, a noun may be true that fits its kind.
    return can_be and (noun in _GENERAL or (not nouns and noun not in _NAMED_ONLY))


def _is_field(noun: str, name: Sequence[str]) -> bool:
    """Whether a noun for what is written is only what a body is for: research, of the Fell Centre for Frog Research."""
    return noun in vocab.DOCUMENT_NOUNS and name[-1] == noun and not {"of", "for"}.isdisjoint(name[:-1])


def is_called(noun: str, nouns: frozenset[str]) -> bool:
    """Whether a noun is one of those by which a body is called, or a wider one."""
    return noun in nouns or not _NARROWER.get(_SAME.get(noun, noun), frozenset()).isdisjoint(nouns)
