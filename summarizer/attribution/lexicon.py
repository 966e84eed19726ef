"""Loads the cues of english/cues.toml and the word classes of english/grammar.toml, and inflects their verbs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, TypeAdapter

from summarizer.attribution import grammar, tags
from summarizer.contract.draft import Stance
from summarizer.contract.frozen import Frozen
from summarizer.contract.statement import Certainty
from summarizer.text.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Kind = Literal["verb", "noun", "adjective", "adverb", "phrase"]
Inflection = Literal["base", "s", "past", "participle", "ing", "singular", "plural", "only"]
Frame = Literal[
    "that", "zero", "zero-strict", "quote", "before", "inverted", "after-quote", "np", "np-document", "np-to", "np-as",
    "np-at", "np-like", "np-quoted", "np-predicate", "np-figure", "person-to", "credit", "to", "to-say", "ing", "wh",
    "of", "about", "for", "against", "addressee", "addressee-wh", "is-that", "there",
    "in-view", "by-view", "it-that",
]  # fmt: skip
Spaced = BeforeValidator(lambda value: value.split() if isinstance(value, str) else value)
Nouns = Annotated[frozenset[str], Spaced]


class Family(Frozen):
    """A table of english/cues.toml: cues that behave alike. docs/attribution.md says what each key means."""

    kind: Kind
    stance: Stance
    certainty: Certainty = "firm"
    frames: Annotated[frozenset[Frame], Spaced] = frozenset()
    inflections: Annotated[frozenset[Inflection], Spaced] = frozenset()
    objects: Nouns = frozenset()
    not_objects: Nouns = frozenset()
    sources: Nouns = frozenset()
    not_sources: Nouns = frozenset()
    words: Annotated[tuple[str, ...], Spaced]


class Cue(NamedTuple):
    """A word that attributes, in one inflection.

    `following` are the words that must stand after it ("out", "at" after "lash"), `lemma` is the base form with them.
    A noun phrase is said only where its noun is one of `objects`, if there are any, and none of `not_objects`: one may
    welcome a decision, and guests. Only what has a noun of `sources`, if there are any, and nothing whose noun is in
    `not_sources` says it: a court hears that it rained, and a forecast calls for snow.
    """

    lemma: str
    family: str
    kind: Kind
    inflection: Inflection
    following: tuple[str, ...]
    frames: frozenset[Frame]
    stance: Stance
    certainty: Certainty
    objects: frozenset[str] = frozenset()
    not_objects: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    not_sources: frozenset[str] = frozenset()


class Lexicon(NamedTuple):
    """Cues by their first word in lower case, those of most words first, and a tag for each known word.

    `openings` are the words at which a rule may begin.
    """

    cues: dict[str, tuple[Cue, ...]]
    tags: dict[str, str]
    openings: frozenset[str]

    @property
    def plain_saying(self) -> Cue:
        """The cue of statements that no word attributes: a colon, a line before or after."""
        return self.cues["said"][0]


VOWELS = "aeiou"


def read_families(tables: Mapping[str, Any]) -> dict[str, Family]:
    """Read families by name; raises ValueError with family and key where one is not as `Family` wants it."""
    return TypeAdapter(dict[str, Family]).validate_python(tables)


@cache
def load_lexicon() -> Lexicon:
    """Read the two data files, once a process."""
    known: dict[str, str] = {}
    for name, words in read_words("grammar")["tags"].items():
        for word in words.split():
            known.setdefault(word, tags.BY_NAME[name])
    for entry in read_words("grammar")["verbs"]["common"].split():
        _tag_verb(known, entry)  # first: only there is each irregular form ("took" is no participle)
    cues: dict[str, list[Cue]] = {}
    for name, family in read_families(read_words("cues")).items():
        for head, cue in _cues_of(name, family):
            cues.setdefault(head, []).append(cue)
        if family.kind == "verb":
            for entry in family.words:
                _tag_verb(known, entry)
    known["said"] = known["says"] = tags.PAST
    return Lexicon(
        {head: _merge(entries) for head, entries in cues.items()},
        known,
        grammar.RELAYING.union(grammar.NOTING, grammar.SURVEYS, cues),
    )


def inflect(entry: str) -> dict[Inflection, str]:
    """The inflections of a verb; `entry` is "base", "base/past" or "base/past/participle"."""
    base, *irregular = entry.split("/")
    past = irregular[0] if irregular else _past(base)
    is_doubled = past == base + base[-1] + "ed"  # "marvel/marvelled": as Britain writes it
    return {
        "base": base,
        "s": "has" if base == "have" else _with_s(base),
        "past": past,
        "participle": irregular[1] if len(irregular) > 1 else past,
        "ing": base + base[-1] + "ing" if is_doubled else _with_ing(base),
    }


@cache
def past_forms() -> dict[str, str]:
    """The past tense of each verb of the lexicon by its participle in -ing."""
    families = read_families(read_words("cues")).values()
    verbs = [_split_entry(entry)[0] for family in families if family.kind == "verb" for entry in family.words]
    return {inflected["ing"]: inflected["past"] for inflected in map(inflect, verbs)}


def _with_s(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def _with_ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


def _doubled(base: str) -> str:
    return base + base[-1] if base in grammar.DOUBLED else base


def _split_entry(entry: str) -> tuple[str, tuple[str, ...]]:
    """Split "shoot_back/shot_back" into "shoot/shot" and ("back",)."""
    parts = [part.split("_") for part in entry.split("/")]
    return "/".join(part[0] for part in parts), tuple(parts[0][1:])


def _inflections(kind: Kind, head: str) -> dict[Inflection, str]:
    if kind == "noun":
        return {"singular": head, "plural": _with_s(head)}
    if kind != "verb":
        return {"only": head}
    inflected = inflect(head)
    if inflected["base"] == inflected["past"]:
        # put and read are past as often as present, and their context tells no more about the one than the other
        del inflected["base"]
    return inflected


def _cues_of(name: str, family: Family) -> Iterator[tuple[str, Cue]]:
    """The cues of a family, each with its first word."""
    for entry in family.words:
        head, following = _split_entry(entry)
        lemma = entry.split("/")[0].replace("_", " ")
        seen: set[str] = set()
        for inflection, word in _inflections(family.kind, head).items():
            if word in seen or (family.inflections and inflection not in family.inflections):
                continue
            seen.add(word)
            yield (
                word,
                Cue(
                    lemma,
                    name,
                    family.kind,
                    inflection,
                    following,
                    family.frames,
                    family.stance,
                    family.certainty,
                    family.objects,
                    family.not_objects,
                    family.sources,
                    family.not_sources,
                ),
            )


def _merge(cues: list[Cue]) -> tuple[Cue, ...]:
    """The cues, those of most words first; one lemma and inflection has the frames of all its families."""
    merged: dict[tuple[str, Kind, Inflection], Cue] = {}
    for cue in cues:
        key = (cue.lemma, cue.kind, cue.inflection)
        known = merged.get(key)
        merged[key] = _merge_two(known, cue) if known else cue
    return tuple(sorted(merged.values(), key=lambda cue: -len(cue.following)))


def _merge_two(known: Cue, other: Cue) -> Cue:
    """One cue with the frames of two families, and with what each says of its noun phrases and sources."""
    return known._replace(
        frames=known.frames | other.frames,
        objects=known.objects | other.objects,
        not_objects=known.not_objects | other.not_objects,
        sources=known.sources | other.sources,
        not_sources=known.not_sources | other.not_sources,
    )


def _tag_verb(known: dict[str, str], entry: str) -> None:
    """Tag the inflections of a verb that have no tag yet."""
    inflected = inflect(_split_entry(entry)[0])
    past = inflected["past"]
    is_finite = past not in {inflected["participle"], inflected["base"]}
    known.setdefault(inflected["base"], tags.BASE_FORM)
    known.setdefault(inflected["s"], tags.S_FORM)
    known.setdefault(past, tags.PAST if is_finite else tags.ED_FORM)
    known.setdefault(inflected["participle"], tags.ED_FORM)
    known.setdefault(inflected["ing"], tags.ING_FORM)
