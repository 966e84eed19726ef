"""What a text calls a person, beside what the article calls them: "the mayor" is not "the governor"."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.sources import read_cast
from summarizer.attribution.sources import vocabulary as sources
from summarizer.attribution.statements import source_names
from summarizer.contract.article import ReadOnce
from summarizer.grounding.checks.alignment import Word, read_words_of
from summarizer.grounding.checks.meanings import meaning, sides_of, word_key
from summarizer.grounding.checks.moved import Thing, things
from summarizer.grounding.checks.name_forms import spelt_out
from summarizer.grounding.checks.vocabulary import SAME_ROLES
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.words import either, word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.report import Source
    from summarizer.grounding.checks.passage import Passage

_BEFORE = 3  # words before a name that may be a role
_AFTER = 7  # and after it, between commas
_MOST_MENTIONS = 60
_STEM = 5  # letters that "Iran" and "Iranian" have in common
_ROOT = 4
_WIDE = 4  # sentences about a person in which the body is named that they speak for
_ROLES = sources.ROLE_NOUNS | sources.OFFICE_WORDS | SAME_ROLES.keys()
_LEADS = re.compile(r"[^\W\d_]+")
_REST_OF_NAME = re.compile(rf"(?:[ -](?:{either('checks.roles.particles')})[ -][A-ZÀ-Þ]\w+)+")
_PORTFOLIOS = word_set("checks.roles.portfolios")
_NO_APPOSITION = word_set("checks.roles.no_apposition")
_ANYBODY = word_set("checks.roles.anybody")
_OPEN = _ANYBODY | word_set("checks.roles.open")
RANKS = word_set("checks.roles.ranks")
_OFFICES = frozenset(map(meaning, ("ministry", "ministries")))  # no minister need be near one
_BEFORE_VERBS = frozenset({"to", "will", "would", "can", "could", "may", "might", "must", "should"})
_DOERS = frozenset({"who", "which", "that", "he", "she", "it"})
_SMALL = word_set("checks.roles.small")
_GENERAL = word_set("checks.roles.general")
_APPOSED = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}), (?:an? |the )?(?P<role>[^,.;:“”\"]{3,60})(?=,)"
)


def wrong_roles(passage: Passage) -> Iterator[tuple[str, str]]:
    """Each person whom a text calls what the article calls them nowhere, with that word."""
    words = read_words_of(passage.text)
    cast = read_cast(passage.article)
    for thing in things(words):
        if thing.kind != "name":
            continue
        who = cast.fullest(_whole_name(passage.text, words, thing)) or cast.fullest(thing.text)
        if who is None or who.kind != "person":
            continue
        roles = [word for word in _roles_beside(words, thing) if meaning(word) not in thing.keys]
        if not roles:
            continue
        wrong = _unknown(passage.article, who.name, roles) or _mistitled(passage.article, who.name, roles)
        if wrong and wrong not in _ANYBODY:
            yield who.name, wrong


def _whole_name(text: str, words: Sequence[Word], thing: Thing) -> str:
    """A name with what follows after "al-" or "van": things are parted there."""
    found = _REST_OF_NAME.match(text, words[thing.end - 1].end)
    return text[words[thing.start].start : found.end() if found else words[thing.end - 1].end]


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


def contradicted_role(article: Article, source: Source) -> str | None:
    """Whose role a claim's source has: another's of the article, nobody's (the role itself), or None for its own.

    A role in the article's words for the source, or in any that share one with them, is its own.
    """
    role, cast = source.role or "", read_cast(article)
    asked = _telling(role)
    if not asked or source.kind in ("anonymous", "witness", "outlet"):
        return None
    own = cast.fullest(source.name)
    called = _telling(" ".join((source.name, own.role if own else "", source.span.text if source.span else "")))
    if asked <= called:
        return None
    if other := _owner(article, source.name, asked, called):
        return other
    near = _words_near(article, source.name)
    if source.kind != "person" or not near:
        return None
    words: list[str] = _LEADS.findall(role)
    missing = [word for word in words if word.lower() not in _SMALL and not _is_near(_key(word), near)]
    if strange := [word for word in missing if word.lower() in _PORTFOLIOS]:
        return strange[0]
    if other := _other_place(own.role if own and own.role else "", role):
        return other
    heads = [word.lower() for word in words if word.lower() in _ROLES]
    if heads and is_wrong_role(article, source.name, " ".join(heads)):
        return heads[0]
    named = [word for word in words if word[0].isupper() and word.lower() not in _ROLES]
    around = " ".join(_sentences_near(article, source.name, _WIDE)).lower()
    is_of_another = bool(named) and all(word in article.text and word[:_STEM].lower() not in around for word in named)
    return " ".join(named) if is_of_another else None


def _other_place(own: str, role: str) -> str | None:
    """The place in a role, where the article has the office in another: "Varn mayor" of whom it calls Orsk's mayor."""
    ours, theirs = _places_of_offices(own), _places_of_offices(role)
    for office, place in theirs.items():
        mine = ours.get(office, place)
        if not mine.startswith(place[:_ROOT]):  # "Varn" and "Varnian"
            return place
    return None


def _places_of_offices(role: str) -> dict[str, str]:
    """The word with a capital right before each word for an office in a role."""
    words: list[str] = _LEADS.findall(role)
    return {
        office.lower(): place
        for place, office in pairwise(words)
        if office.lower() in _ROLES and place[0].isupper() and place.lower() not in _ROLES
    }


def _owner(article: Article, name: str, asked: set[str], called: set[str]) -> str | None:
    """Another one whose role, or name, this is."""
    if _is_own_office(article, name, asked, called):
        return None
    for other, words in _callings(article).items():
        if asked <= words and not words <= called and not _are_one(other, name):
            return other
    bodies = {source.name for source in source_names(article).values() if source.kind not in ("person", "anonymous")}
    return next((one for one in sorted(bodies) if _telling(one) == asked and not _are_one(one, name)), None)


def _is_own_office(article: Article, name: str, asked: set[str], called: set[str]) -> bool:
    """Whether a role is the one that its holder has in the article, with the body named that the article leaves out.

    "Company CEO Ana Moll" may be called "CEO of Kelp"; whom the article calls the head of another body may not.
    """
    cast = read_cast(article)
    own = cast.fullest(name)
    offices = {_key(word) for word in _ROLES if _key(word) in asked}
    bodies = {_key(word) for word in _LEADS.findall(own.role or "") if word[0].isupper()} if own else set()
    return bool(offices) and offices <= called and bodies <= offices


def _are_one(one: str, other: str) -> bool:
    return not _telling(one).isdisjoint(_telling(other)) and (
        one.rsplit(maxsplit=1)[-1] == other.rsplit(maxsplit=1)[-1] or one in other or other in one
    )


@ReadOnce
def _callings(article: Article) -> dict[str, set[str]]:
    """For each source and each person of an article the keys of their names' and roles' words."""
    cast = read_cast(article)
    found: dict[str, set[str]] = {}
    for name, _ in cast.names_within(0, len(article.text)):
        who = cast.fullest(name)
        if who is not None and who.role:
            found.setdefault(who.name, set()).update(_telling(who.role))
    for source in source_names(article).values():
        if source.name[:1].isupper() and not source.name.startswith(("A ", "An ", "The ")):
            found.setdefault(source.name, set()).update(_telling(source.role or ""))
    for one in _APPOSED.finditer(article.text):
        who = cast.fullest(one["name"])
        if who is not None and who.kind == "person":
            found.setdefault(who.name, set()).update(_telling(one["role"]))
    return found


def _telling(text: str) -> set[str]:
    """The keys of the words of a role that say something, in one form for "spokesman" and "spokeswoman"."""
    return {_key(word) for word in _LEADS.findall(text) if word.lower() not in _SMALL}


def _key(word: str) -> str:
    key = word_key(word)
    return meaning(SAME_ROLES.get(key, key))


def _is_near(key: str, near: set[str]) -> bool:
    return any(key[:4] == other[:4] or bool(sides_of(key) & sides_of(other)) for other in near)


def _roles_beside(words: Sequence[Word], thing: Thing) -> list[str]:
    """The words for a role right before a name, or between commas after it."""
    found: list[str] = []
    at = thing.start - 1
    while at >= max(0, thing.start - 1 - _BEFORE):
        if at > 1 and words[at - 1].lower == "of" and words[at - 2].lower in _ROLES:
            at -= 2  # "Secretary of State"
        if words[at].lower not in _ROLES or _is_verb(words, at):
            break
        found.append(words[at].lower)
        at -= 1
    found += _apposition(words, thing.end)
    return [word for word in found if word in _ROLES]


def _is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether a word that may be a role says what somebody does: "who heads", "Moll leads Lorn", "to host Lorn"."""
    if at == 0:
        return False
    before = words[at - 1]
    if before.lower in _BEFORE_VERBS:
        return True
    if not words[at].lower.endswith("s"):
        return False
    return before.lower in _DOERS or (before.kind == "name" and not before.owns)


def _apposition(words: Sequence[Word], at: int) -> list[str]:
    """The words between the comma at a place and the next mark, where they tell of the name before it."""
    if at >= len(words) or words[at].text != ",":
        return []
    last = next((one for one in range(at + 1, min(len(words), at + 2 + _AFTER)) if words[one].kind == "mark"), None)
    told = list(words[at + 1 : last]) if last is not None else []
    if not _NO_APPOSITION.isdisjoint(word.lower for word in told):
        return []
    # "asked Moll, mayor Ana Brandt said": the role is another's
    if any(one.lower in _ROLES and other.kind == "name" for one, other in pairwise(told)):
        return []
    return [word.lower for word in told]


def _unknown(article: Article, name: str, roles: Sequence[str]) -> str | None:
    """The first of some words for a role that the article has in no sentence with or beside a person's name.

    What somebody is for must be known as well as what they are: a health minister is no finance minister.
    """
    known = _words_near(article, name)
    if not _PORTFOLIOS.isdisjoint(known):  # the article says what they are for
        for role in roles:
            if role in _PORTFOLIOS and not _is_known(role, known):
                return role
    heads = [role for role in roles if role not in sources.OFFICE_WORDS]
    if not heads or not _GENERAL.isdisjoint(heads):
        heads = list(roles)  # "police chief" of whom the article calls a police superintendent
    if any(_is_known(role, known) for role in heads):
        return None  # "deputy finance minister" of whom the article calls a deputy
    return heads[0]


def _is_known(role: str, known: Collection[str]) -> bool:
    keys = {meaning(SAME_ROLES.get(role, role)), meaning(role)}
    return (
        not keys.isdisjoint(known)
        or any(key[:4] == other[:4] and other not in _OFFICES for key in keys for other in known)
        or any(sides_of(key) & sides_of(other) for key in keys for other in known)
    )


def _mistitled(article: Article, name: str, roles: Sequence[str]) -> str | None:
    """A title that a text has for a person to whom the article gives others only."""
    titles = _titles(article).get(name, frozenset())
    asked = [role for role in roles if role not in _OPEN]
    if not titles or not asked:
        return None
    own = {_key(role) for role in titles}
    told = own | _called_beside(article, name)
    rank = next((role for role in asked if role in RANKS and _key(role) not in told), None)
    if rank is not None or not any(_key(role) in told or _is_near(_key(role), own) for role in asked):
        return rank or asked[0]
    return None


@ReadOnce
def _titles(article: Article) -> dict[str, frozenset[str]]:
    """For each person of an article, the words for a role right before or after the name, anywhere in it."""
    cast, found = read_cast(article), dict[str, set[str]]()
    for one in sentences_of(article):
        words = read_words_of(article.text[one.start : one.end])
        for thing in things(words):
            who = cast.fullest(thing.text) if thing.kind == "name" else None
            if who is not None and who.kind == "person":
                found.setdefault(who.name, set()).update(_roles_beside(words, thing))
    for name in found:
        who = cast.fullest(name)
        found[name] |= {word for word in (who.role or "").lower().split() if word in _ROLES} if who else set()
    return {name: frozenset(roles) for name, roles in found.items()}


def _is_person(article: Article, thing: Thing) -> bool:
    who = read_cast(article).fullest(thing.text) if thing.kind == "name" else None
    return who is not None and who.kind == "person"


def _called_beside(article: Article, name: str) -> set[str]:
    """The keys of the words of the sentences that name a person and of those after; titles of others are left out."""
    sentences, numbers = sentences_of(article), _numbers_naming(article, name)
    found: set[str] = set()
    for number in sorted({other for one in numbers for other in (one, one + 1)}):
        for one in sentences[number : number + 1]:
            words = read_words_of(article.text[one.start : one.end])
            others = {
                at
                for thing in things(words)
                if name.rsplit(maxsplit=1)[-1] not in thing.text and _is_person(article, thing)
                for at in range(max(0, thing.start - _BEFORE), thing.start)
            }
            found |= {_key(word) for word in spelt_out(article.text[one.start : one.end]).split()}
            found |= {_key(word.text) for at, word in enumerate(words) if at not in others and word.kind != "mark"}
    return found


def _words_near(article: Article, name: str) -> set[str]:
    """The keys of the words of all sentences that name a person, and of those before and after.

    Of those beside it, only the words that are no names: a title there may be another's.
    """
    text, sentences, numbers = article.text, sentences_of(article), _numbers_naming(article, name)
    words: list[str] = []
    for number in numbers:
        for one in sentences[max(0, number - 1) : number + 2]:
            words_of = text[one.start : one.end]
            named = _LEADS.findall(f"{words_of} {spelt_out(words_of)}")
            words += [word_key(word) for word in named if one.number - 1 in numbers or word.islower()]
    return {meaning(SAME_ROLES.get(word, word)) for word in words} | {meaning(word) for word in words}


def _sentences_near(article: Article, name: str, reach: int) -> Iterator[str]:
    """The sentences that name a person, and as many before and after each."""
    sentences = sentences_of(article)
    for number in _numbers_naming(article, name):
        for one in sentences[max(0, number - reach) : number + reach + 1]:
            yield article.text[one.start : one.end]


def _numbers_naming(article: Article, name: str) -> set[int]:
    """The indices of the sentences that have a person's surname, in small letters or run together with more too."""
    surname, cast = re.escape(name.rsplit(maxsplit=1)[-1]), read_cast(article)
    found = re.finditer(rf"(?<!\w){surname}", article.text, re.IGNORECASE)
    return {max(0, cast.sentence_at(one.start())) for one in islice(found, _MOST_MENTIONS)}
