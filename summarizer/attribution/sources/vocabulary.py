"""The words of english/sources.toml that several modules ask for; a list that only one needs is read there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, cast

from summarizer.text.words import keys_by_word, word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.contract.draft import SourceKind

Gender = Literal["", "woman", "man"]

BODY_KINDS = cast("dict[str, SourceKind]", keys_by_word("sources.bodies"))
KNOWN_KINDS = cast("dict[str, SourceKind]", dict.fromkeys(word_set("media.titles.outlets"), "media"))
KNOWN_KINDS |= cast("dict[str, SourceKind]", keys_by_word("sources.known"))
PRONOUNS = keys_by_word("sources.pronouns")
FIRST_NAMES = {
    name: cast("Gender", "" if gender == "either" else gender)
    for name, gender in keys_by_word("sources.first_names").items()
}
GENDERS: dict[str, Gender] = dict.fromkeys(word_set("sources.persons.woman", "sources.titles.woman"), "woman")
GENDERS |= dict.fromkeys(word_set("sources.persons.man", "sources.titles.man"), "man")
DOCUMENT_NOUNS = word_set("sources.documents.issued", "sources.documents.own")
ISSUED_THINGS = word_set("sources.documents.issued")
PERSON_NOUNS = word_set("sources.persons.any", "sources.persons.woman", "sources.persons.man")
TRADES = word_set("sources.trades.all")
PERSON_TITLES = word_set("sources.titles.any", "sources.titles.woman", "sources.titles.man")
ROLE_NOUNS = PERSON_NOUNS | PERSON_TITLES
HOLDER_NOUNS = ROLE_NOUNS | TRADES | word_set("sources.callings.compounds")  # of whom somebody may be called by
PERSON_ENDINGS = tuple(word_set("sources.persons.endings"))
SURE_ENDINGS = tuple(word_set("sources.persons.sure_endings"))  # keeper, scientist
RANK_NOUNS = word_set("sources.persons.ranks")
OFFICE_WORDS = word_set("sources.titles.offices")
NAME_ARTICLES = word_set("sources.name_parts.articles")
HOUSEHOLDS = word_set("sources.body_words.households")
CROWD_NOUNS = word_set("sources.words.crowds")
WITNESS_NOUNS = word_set("sources.words.witnesses")
NEVER_FIRST = word_set("sources.words.never_first")
DAYS = word_set("sources.words.days")
INDEFINITE = word_set("sources.grammar.indefinite")
NUMBERS = word_set("sources.grammar.numbers")
PLACES = word_set("sources.places.governments", "sources.places.other")
ADJECTIVES = word_set("sources.places.adjectives")
NATIONS = PLACES | ADJECTIVES
FEATURES = word_set("sources.places.features")
# What `naming.Piece.sort` says of a name that is a person's, or may be one's.
PERSONAL_SORTS = frozenset({"person", "name", "single"})
# Nobody of these kinds is a medium, whatever its name says: "the Ministry of Information and Radio".
RULING_KINDS = frozenset({"government", "military", "armed_group"})


def any_of(phrases: Iterable[str], *, blank: str = r"\s") -> str:
    """A pattern for any of some phrases, the longer ones first; `blank` is the pattern for a blank within one."""
    in_order = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase) for phrase in in_order).replace(r"\ ", blank)


def telling_words(phrases: Iterable[str]) -> frozenset[str]:
    """The longest word of each phrase, cut at all but letters: no phrase stands where none of these does."""
    return frozenset(max(re.findall("[a-z]+", phrase), key=len) for phrase in phrases)


def singular(noun: str) -> str:
    """Give the singular of a plural English noun, and any other word as it is; lower case in and out."""
    if len(noun) < 4 or not noun.endswith("s") or noun.endswith(("ss", "us", "is")):
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-2] if noun.endswith(("ches", "shes", "sses", "xes")) else noun[:-1]


def is_personal(noun: str) -> bool:
    """Whether a noun in lower case is one for a person or for people."""
    return noun in PERSON_NOUNS or noun in CROWD_NOUNS or noun in WITNESS_NOUNS or singular(noun) in PERSON_NOUNS
