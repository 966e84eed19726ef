"""Joins the names that several articles give one source."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources.naming import name_key
from summarizer.comparison.merging import Merging
from summarizer.comparison.names import bare_person, body_words, initials, is_title, same_name, skeleton
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from summarizer.comparison.passages import Passage
    from summarizer.contract.draft import SourceKind

_NAMELESS = word_set("comparison.names.nameless")
_PERSONAL = frozenset({"person", "witness", "anonymous"})
_LAST_WORD = re.compile(r"[^\W\d_]+(?=\W*$)")
_HEAD = re.compile(r"^(?:the|a|an|its|his|her|their|some|many|several|two|three)\s+", re.IGNORECASE)


class NamedSource(NamedTuple):
    """A source as one article names it: all that its claims and their attributions call it."""

    article: str
    name: str
    kind: SourceKind
    forms: frozenset[str]
    claims: int


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
        for passage in passages:
            if passage.speaker:
                by_name[passage.article, passage.speaker].append(passage)
        named = [_named(article, name, by_name[article, name]) for article, name in sorted(by_name)]
        groups = _join(named, is_one_event)
        self.sources = [_whole([named[at] for at in group]) for group in groups]
        self._numbers = {
            (named[at].article, named[at].name): number for number, group in enumerate(groups) for at in group
        }

    def number_of(self, passage: Passage) -> int | None:
        """The index in `sources` of who speaks in a passage, None for the article's own voice."""
        return self._numbers[passage.article, passage.speaker] if passage.speaker else None


def _named(article: str, name: str, passages: Sequence[Passage]) -> NamedSource:
    kinds = sorted(one.kind for one in passages)
    forms = {name, *(form for one in passages for form in one.forms if _is_form(form, name))}
    return NamedSource(article, name, max(dict.fromkeys(kinds), key=kinds.count), frozenset(forms), len(passages))


def _is_form(form: str, name: str) -> bool:
    """Whether what an attribution says is a form of the name: it has the last word of it, and is no pronoun."""
    last = _LAST_WORD.search(name)
    return last is not None and len(form) < 60 and last[0].lower() in form.lower()


def _join(named: Sequence[NamedSource], is_one_event: Callable[[str, str], bool]) -> list[list[int]]:
    """Groups of the places in `named` that are one source, each in order, by their first place."""
    merged: Merging[int] = Merging()
    index: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(named):
        for key in _keys(one):
            index[key].append(at)
    for key, members in sorted(index.items()):
        first_of: dict[str, int] = {}
        for at in members:
            # Each is compared with the first of those that are known to be different.
            for other in first_of.values():
                if _is_one(named[at], named[other], key, is_one_event):
                    merged.join(at, other)
                    break
            else:
                first_of[f"{len(first_of)}"] = at
    _join_surnames(named, merged, is_one_event)
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(len(named)):
        groups[merged.find(at)].append(at)
    return [groups[root] for root in sorted(groups)]


def _is_person(one: NamedSource) -> bool:
    return one.kind in _PERSONAL


def _is_nameless(one: NamedSource) -> bool:
    """Whether a name tells nobody from others of his kind: "officials", "two residents", "a spokesman"."""
    if one.kind in ("anonymous", "witness"):
        return True
    words = _HEAD.sub("", one.name).lower().split()
    has_name = any(word[0].isupper() for word in _HEAD.sub("", one.name).split())
    return not has_name and (one.kind == "person" or not _NAMELESS.isdisjoint(words))


def _keys(one: NamedSource) -> set[str]:
    """What names of one source share."""
    if _is_nameless(one):
        return set()
    words = bare_person(one.name)
    if _is_person(one) and len(words) > 1:
        return {f"p {words[-1]}", f"p {skeleton(words[-1])}"}
    keys = {f"b {name_key(_HEAD.sub('', one.name))}", f"b {' '.join(sorted(body_words(one.name)))}"}
    if short := initials(one.name):
        keys.add(f"b {short}")
    return keys


def _is_one(one: NamedSource, two: NamedSource, key: str, is_one_event: Callable[[str, str], bool]) -> bool:
    """Whether two names that share a key are one source's."""
    first, second = bare_person(one.name), bare_person(two.name)
    if key.startswith("p "):
        is_plain = same_name(first, second)
        return is_plain and (first == second or is_one_event(one.article, two.article))
    if first == second and any(map(str.isupper, one.name)):
        return True
    return is_one_event(one.article, two.article)


def _join_surnames(
    named: Sequence[NamedSource], merged: Merging[int], is_one_event: Callable[[str, str], bool]
) -> None:
    """Join a lone surname with the one person of that surname whom the articles of its event name in full."""
    full: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(named):
        words = bare_person(one.name)
        if len(words) > 1 and _is_person(one):
            full[words[-1]].append(at)
    for at, one in enumerate(named):
        words = bare_person(one.name)
        if len(words) != 1 or _is_nameless(one) or one.kind not in ("person", "organization"):
            continue
        bearers = [other for other in full.get(words[0], ()) if is_one_event(one.article, named[other].article)]
        if len({merged.find(other) for other in bearers}) == 1:
            merged.join(at, bearers[0])


def _whole(members: Sequence[NamedSource]) -> JoinedSource:
    names = sorted({form for one in members for form in one.forms})
    titled = [one.name for one in members]
    best = max(sorted(set(titled)), key=lambda name: (not is_title(name.split()[0]), len(name)))
    kinds = sorted(one.kind for one in members)
    return JoinedSource(
        name=best,
        names=tuple(names),
        kind=max(dict.fromkeys(kinds), key=kinds.count),
        articles=tuple(sorted({one.article for one in members})),
        claims=sum(one.claims for one in members),
    )
