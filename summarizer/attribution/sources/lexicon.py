"""The words that tell what a source is, read once from lexicon.toml."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from summarizer.contract.draft import SourceKind

Gender = Literal["", "woman", "man"]
_GENDERS: tuple[Gender, Gender] = ("woman", "man")

_DATA: dict[str, dict[str, str]] = tomllib.loads(
    files("summarizer.attribution.sources").joinpath("lexicon.toml").read_text(encoding="utf-8")
)


def _words(table: str, *keys: str) -> frozenset[str]:
    section = _DATA[table]
    return frozenset(entry.replace("_", " ") for key in keys or section for entry in section[key].split())


def _kinds(table: str) -> dict[str, SourceKind]:
    return {
        entry.replace("_", " "): cast("SourceKind", kind)
        for kind, entries in _DATA[table].items()
        for entry in entries.split()
    }


KINDS: dict[str, SourceKind] = {kind: cast("SourceKind", kind) for kind in (*_DATA["bodies"], *_DATA["known"])}
BODIES: dict[str, SourceKind] = _kinds("bodies")
KNOWN: dict[str, SourceKind] = _kinds("known")
ISSUED = _words("documents", "issued")
DOCUMENTS = _words("documents", "issued", "own")
PERSONAL = _words("documents", "personal")
PERSONS = _words("persons", "any", "woman", "man")
TITLES = _words("titles", "any", "woman", "man")
OFFICES = _words("titles", "offices")
NEVER_FIRST = _words("words", "never_first")
DAYS = _words("words", "days")
ARMED_FIRST = _words("words", "armed_first")
ARMED = _words("words", "armed")
VERBS = _words("words", "verbs_first")
TAKES_IN = _words("words", "takes_in")
CROWDS = _words("words", "crowds")
WITNESSES = _words("words", "witnesses")
NAMELESS = _words("persons", "nameless")
RANKS = _words("persons", "ranks")
OWNERS = _words("persons", "owners")
TOPICAL = _words("persons", "topical")
WIRES = _words("words", "wires")
CARRIERS = _words("words", "carriers")
REPORTED = _words("relays", "reported")
TOLD = _words("relays", "told")
CARRIED = _words("relays", "carried")
PLACES = _words("places", "governments", "other")
FEATURES = _words("places", "features")
ADJECTIVES = _words("places", "adjectives")
HEAD_ENDS = _words("grammar", "head_ends")
POSSESSIVES = _words("grammar", "possessives")
DEFINITE = _words("grammar", "definite")
INDEFINITE = _words("grammar", "indefinite")
NUMBERS = _words("grammar", "numbers")
NO_ROLE = _words("grammar", "no_role")
HONORIFICS = _words("grammar", "honorifics")
ROLE_WORDS = _words("grammar", "role_words")
PRONOUNS = _words("grammar", "pronouns")
DETERMINERS = _words("grammar", "determiners")
LINKS = _words("grammar", "links")
VERBLIKE = _words("grammar", "verblike")
GENDERS: dict[str, Gender] = {
    **{word: gender for gender in _GENDERS for word in _words("persons", gender)},
    **{word: gender for gender in _GENDERS for word in _words("titles", gender)},
}
WORDLIKE_NAMES = _words("first_names_that_are_words")
FIRST_NAMES: dict[str, Gender] = {word: gender for gender in _GENDERS for word in _words("first_names", gender)}


def singular(noun: str) -> str:
    """Give the singular of a plural English noun, and any other word as it is; lower case in and out."""
    if len(noun) < 4 or not noun.endswith("s") or noun.endswith(("ss", "us", "is")):
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1]


def is_personal(noun: str) -> bool:
    """Whether a noun in lower case is one for a person or for people."""
    return noun in PERSONS or noun in CROWDS or noun in WITNESSES or singular(noun) in PERSONS
