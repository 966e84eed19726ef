"""What a mention calls a person, taken apart, and whether a bare role can be said of somebody called so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.naming import plain
from summarizer.attribution.sources.roles import full_noun, role_after, role_before
from summarizer.text.words import read_words, split_forms, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.attribution.sources.mentions import Occurrence, Referent
    from summarizer.attribution.sources.prose import Prose

_LOWERING = word_set("sources.callings.lowering")
_DESCRIBING = word_set("sources.callings.describing")
_COMPOUNDS = word_set("sources.callings.compounds")
_STANDS_BEFORE = word_set("sources.callings.stands_before")
_WIDER = split_forms(read_words("sources")["callings"]["wider"])  # each narrower noun, and the wider one for it
_PREPOSITIONS = word_set("sources.grammar.role_complements") - {"and"}
_SMALL = _PREPOSITIONS | word_set("sources.grammar.determiners") | {"and", "or", "&", "our", "my", "'"}
_PREFIX = re.compile(r"\b(vice|deputy|ex|then|former)-(?=\w)")
_FORMS_OF_PREFIXES = {"ex": "former", "then": "former"}
_SPELT_APART = re.compile(r"\b(secretary|director|attorney|governor|inspector)-general\b")
_TOKEN = re.compile(r"[^\W_](?:[\w'&-]|\.(?=\w))*'?|[,;:()—–“”\"]")
_AGE = re.compile(r"\d+-year-old|\d+")
_MOST_WORDS = 10  # of a complement: what follows is another clause
_BESIDE = re.compile(
    r"(?:\s?\((?P<bracket>[^()\n]{1,30})\))?"
    r"(?:,?\s(?:of|from|at|for)\s(?P<of>(?:[Tt]he\s)?"
    r"(?:[A-Z][\w’'-]*(?:\s(?:of\s)?[A-Z][\w’'-]*){0,4}|[a-z][\w’'-]*(?:\s[a-z][\w’'-]*){0,2})))?"
)
_LOWER_WORDS = re.compile(r"((?:(?<![\w’'-])[a-z][a-z-]*\s){1,2})\Z")
_OWNED = r"(?:\b(?:his|her|its|their|my|our)|[a-z][’']s|s[’'])\s(?:[\w-]+\s){0,2}"
_OURS = r"\b(?:my|our)\s(?:[\w-]+\s){0,2}"


class Calling(NamedTuple):
    """One thing that somebody is called.

    `head` is the noun, one for all its forms, `noun` the same as it is written, and `words` what else the calling says,
    before the noun or after it ("of Ostby"), in lower case.
    """

    head: str
    noun: str
    words: frozenset[str]


def read_callings(words: str) -> tuple[Calling, ...]:
    """Take a role apart: "chairman and chief executive of Ostby Steel" calls somebody two things."""
    low = words.lower().replace("’", "'").replace("‘", "'")
    low = _PREFIX.sub(lambda match: f"{_FORMS_OF_PREFIXES.get(match[1], match[1])} ", low)
    low = _SPELT_APART.sub(r"\1 general", low)
    tokens: list[str] = _TOKEN.findall(low)
    of = next((i for i, token in enumerate(tokens) if i and token in _PREPOSITIONS), len(tokens))
    more = frozenset(_bare(token) for token in tokens[of + 1 : of + 1 + _MOST_WORDS] if token not in _SMALL) - {""}
    rank = _bare(tokens[-1]) if len(tokens) > of + 1 else ""
    ranks = (Calling(full_noun(rank), rank, more - {rank}),) if rank in vocab.RANK_NOUNS else ()
    return (*_read_head(tokens[:of], more), *ranks)  # "Chief of Staff General"


def _read_head(tokens: list[str], more: frozenset[str]) -> Iterator[Calling]:
    """The callings of a head phrase, parted at "and" and at a noun before a rank: "army spokesman Colonel"."""
    words: list[str] = []
    for i, word in enumerate(tokens):
        following = tokens[i + 1] if i + 1 < len(tokens) else ""
        if word in ("and", ",", "&", "or"):
            words = []
            continue
        is_last = following in ("", "and", ",", "&", "or")
        parts_rank = word in vocab.ROLE_NOUNS and word not in _STANDS_BEFORE and following in vocab.PERSON_TITLES
        if is_last or word.startswith("spokes") or word == "deputy" or parts_rank:
            yield _calling(words, word, more)
        words.append(_bare(word))


def _calling(words: list[str], head: str, more: frozenset[str]) -> Calling:
    noun = _bare(head)
    before = [word for word in words if word not in _SMALL]
    for length in (2, 1):
        compound = " ".join([*before[-length:], noun])
        if compound in _COMPOUNDS:
            return Calling(full_noun(compound), compound, frozenset(before[:-length]) | more)
    return Calling(full_noun(noun), noun, frozenset(before) | more)


def _bare(token: str) -> str:
    return plain(token.strip("'.,"))


def is_said_of(wanted: Calling, known: Calling, beside: frozenset[str]) -> bool:
    """Whether everything that a bare role says fits somebody with this calling, whom other words stand beside."""
    is_wider = _WIDER.get(known.head) == wanted.head and known.head != wanted.head
    if (wanted.head != known.head and not is_wider) or not _LOWERING.isdisjoint(known.words - wanted.words):
        return False
    said = {word for word in wanted.words - _DESCRIBING if not _AGE.fullmatch(word)}
    genders = {vocab.GENDERS.get(wanted.noun, ""), vocab.GENDERS.get(known.noun, "")}
    if {"woman", "man"} <= genders or not (said & _LOWERING) <= known.words:
        return False
    return said <= known.words | beside


class Callings(NamedTuple):
    """All that an article calls a person, and the words that stand beside the name: "Poe (X-Ostby) of the council"."""

    known: tuple[Calling, ...]
    beside: frozenset[str]

    def fit(self, wanted: Calling) -> bool:
        """Whether a bare role can stand for the person."""
        return any(is_said_of(wanted, one, self.beside) for one in self.known)


def callings_of(prose: Prose, person: Referent) -> Callings:
    """Read all that an article calls a person."""
    known: dict[Calling, None] = {}
    beside: set[str] = set()
    for name in person.occurrences[:8]:
        before = role_before(prose, name)
        for role in filter(None, (before, role_after(prose, name))):
            known.update(dict.fromkeys(read_callings(role)))
        beside.update(_words_beside(prose, name, before))
    return Callings(tuple(known), frozenset(beside))


def _words_beside(prose: Prose, name: Occurrence, role: str) -> Iterator[str]:
    match = _BESIDE.match(prose.text, name.end)
    for words in match.groups() if match is not None else ():
        yield from (_bare(token) for token in re.findall(r"[\w'’]+", (words or "").lower()))
    if not role or prose.text.endswith(", ", 0, name.lead):
        return
    at = prose.text.rfind(role, max(0, name.start - len(role) - 8), name.start)
    lower = _LOWER_WORDS.search(prose.text, max(0, at - 30), at) if at >= 0 else None
    for word in reversed(lower[1].split() if lower is not None else []):
        if word in vocab.NEVER_FIRST or word in _SMALL or word.endswith(("ed", "ing")):
            return
        yield word


def belongs_to_somebody(prose: Prose, person: Referent, noun: str, *, is_ours: bool = False) -> bool:
    """Whether the article says whose a person is: "Poe's lawyer, Roe", "her deputy Roe", "Roe, his brother,".

    `is_ours` says that it must be the writer's: "my wife" is not the wife of whom the article tells.
    """
    owned = (_OURS if is_ours else _OWNED) + re.escape(noun) + r"\b"
    before, after = re.compile(owned + r"[^.;:()“”\"\n]{0,15}\Z", re.IGNORECASE), re.compile(r",\s.{0,25}?" + owned)
    return any(
        before.search(prose.text, max(0, name.lead - 60), name.lead) is not None
        or after.match(prose.text, name.end) is not None
        for name in person.occurrences[:8]
    )
