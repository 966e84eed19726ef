"""Joins the names that several articles give one source."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources.naming import name_key
from summarizer.comparison.merging import Merging
from summarizer.comparison.names import (
    NAMELESS,
    bare_person,
    body_words,
    initials,
    initials_of_two,
    is_of_a_service,
    is_title,
    same_name,
    skeletons,
)
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from summarizer.comparison.passages import Passage
    from summarizer.contract.draft import SourceKind

_INSTITUTIONS = frozenset({"organization", "government", "military", "armed_group", "media"})
_HELD_BY_ONE = frozenset(map(name_key, word_set("comparison.names.held_by_one")))
_OFFICES = frozenset(map(name_key, word_set("comparison.names.offices_of_one")))
_OWNED = re.compile(r"^(?:[\w-]+\s){0,3}[\w-]+['’]s?\s")
_LAST_WORD = re.compile(r"[^\W\d_]+(?=\W*$)")
_BODIES = word_set("comparison.names.bodies")
_OFFICE_OF = re.compile(r"[Tt]he\s[a-z-]+\sof\s(?:the\s)?")
_EPITHET = r"((?:[a-z][a-z-]*\s){0,2}[a-z][a-z-]*)"
_HEAD = re.compile(r"^(?:the|a|an|its|his|her|their|some|many|several|two|three)\s+", re.IGNORECASE)


class NamedSource(NamedTuple):
    """A source as one article names it: all that its claims and their attributions call it.

    `called` is the name in its claims, and `name` the better one where the article has one; `epithets` are what the
    article says it is, where it is a body: "shipping company".
    """

    article: str
    name: str
    called: str
    kind: SourceKind
    forms: frozenset[str]
    role: str
    claims: int
    epithets: frozenset[str] = frozenset()


class JoinedSource(NamedTuple):
    """One source over all articles: its fullest name, and every form of it."""

    name: str
    names: tuple[str, ...]
    kind: SourceKind
    articles: tuple[str, ...]
    claims: int


class SourceBook:
    """The sources of several articles; `number_of` gives the index in `sources` of who speaks in a passage."""

    def __init__(self, passages: Iterable[Passage], is_one_event: Callable[[str, str], bool]) -> None:
        by_name: dict[tuple[str, str], list[Passage]] = defaultdict(list)
        sentences: dict[str, dict[int, str]] = defaultdict(dict)
        for passage in passages:
            sentences[passage.article][passage.sentence] = passage.sentence_text
            if passage.speaker:
                by_name[passage.article, passage.speaker].append(passage)
        bearers = Counter((article, bare_person(name)[-1]) for article, name in by_name if bare_person(name)[1:])
        named = [
            _named(article, name, told, is_shared=bearers[article, (bare_person(name) or ("",))[-1]] > 1)
            for (article, name), told in sorted(by_name.items())
        ]
        named = [one._replace(epithets=_epithets(one, sentences[one.article].values())) for one in named]
        groups = _join(named, is_one_event)
        self.sources = [_whole([named[at] for at in group]) for group in groups]
        self._numbers = {
            (named[at].article, named[at].called): number for number, group in enumerate(groups) for at in group
        }

    def number_of(self, passage: Passage) -> int | None:
        """The index in `sources` of who speaks in a passage, None for the article's own voice."""
        return self._numbers[passage.article, passage.speaker] if passage.speaker else None


def _named(article: str, name: str, passages: Sequence[Passage], *, is_shared: bool) -> NamedSource:
    """A source of one article; `is_shared` says that another one there bears its last word as well."""
    kinds = sorted(one.kind for one in passages)
    found = {form for one in passages for form in (one.forms[:1] if is_shared else one.forms)}
    forms = {name, *(form for form in found if _is_form(form, name))}
    alias = next(filter(None, (_apposition(name, one.sentence_text) for one in passages)), "")
    role = next((one.role for one in passages if one.role), "")
    kind = max(dict.fromkeys(kinds), key=kinds.count)
    return NamedSource(article, alias or name, name, kind, frozenset({*forms, alias} - {""}), role, len(passages))


def _epithets(one: NamedSource, sentences: Iterable[str]) -> frozenset[str]:
    """What some sentences say that a body is: "the shipping company, Poe Lines,", "Poe Lines, a shipping company"."""
    if one.kind not in _INSTITUTIONS or not one.name[:1].isupper():
        return frozenset()
    name = re.escape(one.name)
    before = rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?)\s{_EPITHET},?\s{name}\b"
    told = re.compile(rf"{before}|\b{name},\s(?:the|its|an?)\s{_EPITHET}[,.]")
    found = (match for sentence in sentences if one.name in sentence for match in told.finditer(sentence))
    return frozenset(filter(None, (group for match in found for group in match.groups())))


def _is_form(form: str, name: str) -> bool:
    """Whether what an attribution says is a form of the name: it has the last word of it, and is no pronoun."""
    last = _LAST_WORD.search(name)
    return last is not None and len(form) < 60 and last[0].lower() in form.lower()


def _apposition(name: str, sentence: str) -> str:
    """The name that follows a source without one: "its operator, Poe Lines, said"; "" for none."""
    if any(word[0].isupper() for word in _HEAD.sub("", name).split()):
        return ""
    found = re.search(rf"{re.escape(name)},\s(?:the\s)?((?:(?:[A-Z][\w’'&-]+|&)\s?){{1,5}}),", sentence)
    return found[1].strip() if found else ""


def _join(named: Sequence[NamedSource], is_one_event: Callable[[str, str], bool]) -> list[list[int]]:
    """Groups of the places in `named` that are one source, each in order, by their first place."""
    merged: Merging[int] = Merging()
    index: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(named):
        for key in _keys(one):
            index[key].append(at)
    for key, members in sorted(index.items()):
        different: list[int] = []
        for at in members:  # each is compared with the first of those that are known to be different
            same = next((other for other in different if _is_one(named[at], named[other], key, is_one_event)), None)
            if same is None:
                different.append(at)
            else:
                merged.join(at, same)
    _join_surnames(named, merged, is_one_event)
    _join_roles(named, merged, is_one_event)
    _join_epithets(named, merged, is_one_event)
    _join_offices(named, merged, is_one_event)
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(len(named)):
        groups[merged.find(at)].append(at)
    return [groups[root] for root in sorted(groups)]


def _is_nameless(one: NamedSource) -> bool:
    """Whether a name tells nobody from others of his kind: "officials", "two residents", "a spokesman"."""
    bare = _HEAD.sub("", one.name)
    words = bare.split()
    if one.kind == "anonymous" and is_of_a_service(bare):
        return False
    if any(word[0].isupper() for word in words):
        return one.kind in ("anonymous", "witness")
    return one.kind not in _INSTITUTIONS or not NAMELESS.isdisjoint(map(str.lower, words)) or len(one.name) < 4


_LAND = re.compile(
    r"(?<=[a-z])\s(?:Republic|Kingdom|Federation|Sultanate|Emirate)$"
    r"|^(?:(?:Islamic\s|People['’]s\s|Democratic\s)*Republic|Kingdom|Sultanate|Emirate|Principality)\sof\s(?:the\s)?"
)


def _keys(one: NamedSource) -> set[str]:
    """What names of one source share."""
    if _is_nameless(one):
        return set()
    words = bare_person(one.name)
    bare = _HEAD.sub("", one.name)
    keys = {f"b {name_key(bare)}", f"b {' '.join(sorted(body_words(one.name)))}"}
    if len(words) > 1 and bare[:1].isupper():
        keys |= {f"p {key}" for key in (words[-1], "".join(words), *skeletons(words[-1]))}
    if not bare[:1].isupper():
        keys.add(f"b {' '.join(name_key(bare).split()[-2:])}")
    if short := initials(one.name):
        keys.add(f"b {short}")
    if (land := _LAND.sub("", bare)) != bare:  # "the Orsk Republic" is Orsk
        keys.add(f"b {name_key(land)}")
    if bare.endswith(" Department"):  # "Interior's study" is the Interior Department's
        keys.add(f"b {name_key(bare.removesuffix(' Department'))}")
    if one.kind in _INSTITUTIONS and (of_two := initials_of_two(one.name)):
        keys.add(f"b two {of_two}")
    return keys


def _is_one(one: NamedSource, two: NamedSource, key: str, is_one_event: Callable[[str, str], bool]) -> bool:
    """Whether two names that share a key are one source's."""
    first, second = bare_person(one.name), bare_person(two.name)
    if first == second and any(map(str.isupper, one.name)) and one.kind != "anonymous":
        return True
    if not is_one_event(one.article, two.article):
        return False
    return key.startswith("b ") or (min(len(first), len(second)) > 1 and same_name(first, second))


def _join_surnames(
    named: Sequence[NamedSource], merged: Merging[int], is_one_event: Callable[[str, str], bool]
) -> None:
    """Join a lone surname with the one person of that surname whom the articles of its event name in full."""
    full: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(named):
        words = bare_person(one.name)
        if len(words) > 1 and one.name[0].isupper() and not _is_nameless(one):
            full[words[-1]].append(at)
    for at, one in enumerate(named):
        words = bare_person(one.name)
        # Of a person called Banks the attribution may take "Banks said" for a word of several.
        if len(words) != 1 or (_is_nameless(one) and one.kind != "anonymous") or not one.name[0].isupper():
            continue
        here = [other for other in full.get(words[0], ()) if named[other].article == one.article]
        bearers = here or [other for other in full.get(words[0], ()) if is_one_event(one.article, named[other].article)]
        merged.join_with_only(at, bearers)


def _join_roles(named: Sequence[NamedSource], merged: Merging[int], is_one_event: Callable[[str, str], bool]) -> None:
    """Join "the director of Poe General" with whom another article calls director of Poe General Hospital."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(named):
        if one.role and one.kind == "person":
            for word in set(name_key(one.role).split()):
                bearers[word].append(at)
    for at, one in enumerate(named):
        bare = _HEAD.sub("", one.name)
        # "The caretaker of the school" may be known by a name elsewhere, whatever the rules take him for.
        is_office = _OFFICE_OF.match(one.name) is not None and one.kind == "anonymous"
        bare = bare.partition(" of ")[0] if is_office else bare
        words = name_key(bare).split()
        if (one.kind != "person" and not is_office) or bare[:1].isupper() or not words:
            continue
        near = [other for other in bearers.get(words[-1], ()) if is_one_event(one.article, named[other].article)]
        if len(words) > 2:
            same = [other for other in near if set(words) <= set(name_key(named[other].role).split())]
        elif len(words) > 1 or words[0] in _HELD_BY_ONE:  # "the fire chief", "the mayor"
            same = [other for other in near if name_key(named[other].role).split() == words]
        else:
            continue
        merged.join_with_only(at, same)


def _join_offices(named: Sequence[NamedSource], merged: Merging[int], is_one_event: Callable[[str, str], bool]) -> None:
    """Join "the guild's inspector general" with "the inspector general" of another article of the event."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(named):
        bare = _OWNED.sub("", _HEAD.sub("", one.name))
        if one.kind == "person" and name_key(bare) in _OFFICES:
            holders[name_key(bare)].append(at)
    for same in holders.values():
        for first, second in pairwise(same):
            if is_one_event(named[first].article, named[second].article):
                merged.join(first, second)


def _join_epithets(
    named: Sequence[NamedSource], merged: Merging[int], is_one_event: Callable[[str, str], bool]
) -> None:
    """Join "the shipping company" with the only body that the articles of its event call so by name."""
    bearers: dict[str, set[int]] = defaultdict(set)
    for at, one in enumerate(named):
        for epithet in (*one.epithets, _sort_of(one)):
            bearers[epithet].add(at)
            bearers[epithet.split(" ")[-1]].add(at)
    for at, one in enumerate(named):
        bare = _HEAD.sub("", one.name)
        if one.kind not in _INSTITUTIONS or not bare.islower():
            continue
        near = (other for other in bearers.get(bare, ()) if is_one_event(one.article, named[other].article))
        merged.join_with_only(at, near)


def _sort_of(one: NamedSource) -> str:
    """What sort of body one with a name is by that: the chamber of "Chamber of Commerce"; "" for no such body."""
    words = one.name.removeprefix("The ").removeprefix("the ").split(" of ")[0].split()
    is_body = one.kind in _INSTITUTIONS and one.kind != "media" and len(words) > 0 and words[0][:1].isupper()
    return words[-1].lower() if is_body and words[-1].lower() in _BODIES else ""


def _whole(members: Sequence[NamedSource]) -> JoinedSource:
    names = sorted({form for one in members for form in one.forms})
    titled = [one.name for one in members]
    best = max(sorted(set(titled)), key=lambda name: (name[0].isupper(), not is_title(name.split()[0]), len(name)))
    kinds = sorted(one.kind for one in members)
    return JoinedSource(
        name=best,
        names=tuple(names),
        kind=max(dict.fromkeys(kinds), key=kinds.count),
        articles=tuple(sorted({one.article for one in members})),
        claims=sum(one.claims for one in members),
    )
