"""The words that tell what a source is, read once from english/sources.toml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from summarizer.text.words import read_words, split_entries, split_forms

if TYPE_CHECKING:
    from summarizer.contract.draft import SourceKind

Gender = Literal["", "woman", "man"]
_GENDERS: tuple[Gender, Gender] = ("woman", "man")

_TABLES: dict[str, dict[str, str]] = read_words("sources")


def _listed(table: str, *keys: str) -> frozenset[str]:
    """The entries of some lists of a table, or of all its lists."""
    return frozenset(entry for key in keys or _TABLES[table] for entry in split_entries(_TABLES[table][key]))


def _kinds(table: str) -> dict[str, SourceKind]:
    """The kind under which each entry of a table stands."""
    return {
        entry: cast("SourceKind", kind) for kind, entries in _TABLES[table].items() for entry in split_entries(entries)
    }


def _kinds_of_nouns() -> dict[str, frozenset[str]]:
    """The kinds of body that each noun may stand for."""
    kinds: dict[str, frozenset[str]] = {}
    for kind, nouns in _TABLES["kinds_of_nouns"].items():
        for noun in split_entries(nouns):
            kinds[noun] = kinds.get(noun, frozenset()) | {kind}
    return kinds


BODY_KINDS: dict[str, SourceKind] = _kinds("bodies")
KNOWN_KINDS: dict[str, SourceKind] = _kinds("known")
BODY_SORTS: dict[str, SourceKind] = {kind: kind for kind in BODY_KINDS.values()}
KINDS_OF_NOUNS: dict[str, frozenset[str]] = _kinds_of_nouns()
NAMED_ONLY = _listed("body_words", "named_only")
GROUPS = _listed("body_words", "groups")
ARMED = _listed("body_words", "armed")
ARMED_FIRST = _listed("body_words", "armed_first")
TAKES_IN = _listed("body_words", "takes_in")
OF_NATIONS = _listed("body_words", "of_nations")
AFTER_AND = _listed("body_words", "after_and")
NAMING = _listed("body_words", "naming")

ISSUED_THINGS = _listed("documents", "issued")
DOCUMENT_NOUNS = _listed("documents", "issued", "own")
PERSONAL_THINGS = _listed("documents", "personal")

PERSON_NOUNS = _listed("persons", "any", "woman", "man")
NAMELESS_NOUNS = _listed("persons", "nameless")
RANK_NOUNS = _listed("persons", "ranks")
OWNER_NOUNS = _listed("persons", "owners")
TOPICAL_NOUNS = _listed("persons", "topical")
AGENTS = _listed("persons", "agents")
PERSON_ENDINGS = tuple(_listed("persons", "endings"))
SURE_PERSON_ENDINGS = tuple(_listed("persons", "sure_endings"))
CROWD_NOUNS = _listed("words", "crowds")
WITNESS_NOUNS = _listed("words", "witnesses")
PERSON_TITLES = _listed("titles", "any", "woman", "man")
OFFICE_WORDS = _listed("titles", "offices")
DEGREES = _listed("titles", "degrees")
HONORIFICS = _listed("titles", "honorifics")
ROLE_FORMS = split_forms(_TABLES["role_forms"]["all"])
GENDERS: dict[str, Gender] = {
    word: gender for table in ("persons", "titles") for gender in _GENDERS for word in _listed(table, gender)
}

NEVER_FIRST = _listed("words", "never_first")
VERBS_FIRST = _listed("words", "verbs_first")
DAYS = _listed("words", "days")
NAME_ARTICLES = _listed("name_parts", "articles")
ELIDED_ARTICLES = _listed("name_parts", "elided")
NAME_PARTICLES = _listed("name_parts", "particles")
WORDLIKE_NAMES = _listed("first_names_that_are_words")
FIRST_NAMES: dict[str, Gender] = {word: gender for gender in _GENDERS for word in _listed("first_names", gender)}

PLACES = _listed("places", "governments", "other")
FEATURES = _listed("places", "features")
FEATURES_FIRST = _listed("places", "features_first")
SITES = _listed("places", "sites")
ADJECTIVES = _listed("places", "adjectives")

REPORTED_BY = _listed("relays", "reported_by")
TOLD_TO = _listed("relays", "told_to")
SEEN = _listed("relays", "seen")
CARRIED = _listed("relays", "carried")
RELAY_ENDS = _listed("relays", "relay_ends")
CONTRIBUTIONS = _listed("relays", "contributions")
CARRIERS = _listed("relays", "carriers")
WIRES = _listed("relays", "wires")

PRONOUNS = _listed("pronouns")
HE = _listed("pronouns", "he")
SHE = _listed("pronouns", "she")
IT = _listed("pronouns", "it")
THEY = _listed("pronouns", "they")
WHO = _listed("pronouns", "who")
WE = _listed("pronouns", "we")

HEAD_ENDS = _listed("grammar", "head_ends")
POSSESSIVE_WORDS = _listed("grammar", "possessives")
DEFINITE = _listed("grammar", "definite")
INDEFINITE = _listed("grammar", "indefinite")
NUMBERS = _listed("grammar", "numbers")
OBLIQUE = _listed("grammar", "oblique")
SAID_IT = _listed("grammar", "said_it")
NO_ROLE = _listed("grammar", "no_role")
ROLE_ENDS = _listed("grammar", "role_ends")
ROLE_WORDS = _listed("grammar", "role_words")
DETERMINERS = _listed("grammar", "determiners")
LINKS = _listed("grammar", "links")
VERBLIKE = _listed("grammar", "verblike")


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
    return noun in PERSON_NOUNS or noun in CROWD_NOUNS or noun in WITNESS_NOUNS or singular(noun) in PERSON_NOUNS
