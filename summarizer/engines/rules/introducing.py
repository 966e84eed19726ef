"""Says who a person is where a summary names them first: in the words in which the article does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution import tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.sources.vocabulary import OFFICE_WORDS, ROLE_NOUNS
from summarizer.contract.article import ReadOnce
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from summarizer.attribution.sources import SourceName
    from summarizer.contract.article import Article

_LONGEST = 90  # characters of a role; what is longer is a life
_BEFORE = 40  # characters before a name in which its role may stand
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADJACENT = re.compile(r"([^\W\d_]+)\.? $")
_APPOSED = re.compile(r", (?:(?:an?|the|whose?|then|now|[a-z][\w-]+ of)\b|\d{1,3}\b)| \(|,? (?:of|from) [A-ZÀ-Þ]")
_VERBS = frozenset({tags.PAST, tags.AUXILIARY, tags.MODAL, tags.ED_FORM, tags.S_FORM, tags.COORDINATOR})
_HEADS = ROLE_NOUNS | OFFICE_WORDS | word_set("drafts.summary.persons")
_HONORIFICS = word_set("sources.titles.honorifics")
_CUT_SHORT = re.compile(r"\b\w$|[(“\"]")


def with_role(article: Article, who: SourceName, name: str, before: str, after: str) -> str:
    """A person's name with what the article calls them, in one of the two places in which the article may put it.

    `before` and `after` are the words of the line around the name: where they say who it is, the name stands alone.
    """
    role = who.role
    if not role or " " not in name or len(role) > _LONGEST or _CUT_SHORT.search(role) or _is_told(role, before, after):
        return name
    told = _read_roles(article).beside(role, name)
    if told.before:
        return f"{told.before} {name}"
    if not _has_room(after) or before.endswith(("“", '"', "’", "'")):
        return name  # a possessive takes no apposition
    return f"{name}, {told.behind}" if after[0] in ",.;" else f"{name}, {told.behind},"


class _Told(NamedTuple):
    """A person's role as an article writes it before their name, empty where it does not, and behind it."""

    before: str
    behind: str


class _Roles:
    """How an article writes roles beside names: each is looked for once, though many lines may name one person."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[tuple[str, str], _Told] = {}

    def beside(self, role: str, name: str) -> _Told:
        """How a role of the article is written beside the name of its bearer."""
        if (role, name) not in self._known:
            self._known[role, name] = self._look_for(re.escape(role), re.escape(name)) or _Told("", role)
        return self._known[role, name]

    def _look_for(self, role: str, name: str) -> _Told | None:
        first = re.search(rf"(?P<the>\b[Tt]he )?(?P<role>{role})(?P<comma>,?) {name}", self._text, re.IGNORECASE)
        if first is not None and not first["comma"]:
            return _Told(f"{'the ' if first['the'] else ''}{first['role']}", "")
        second = re.search(rf"{name}, (?P<role>(?:an? |the )?{role})", self._text, re.IGNORECASE)
        return _Told("", second["role"]) if second is not None else None


@ReadOnce
def _read_roles(article: Article) -> _Roles:
    return _Roles(" ".join(article.text.split()))


def _has_room(after: str) -> bool:
    """Whether what follows a name leaves room for an apposition: a stop or a verb, no noun ("Ana Moll stock rose")."""
    word = next(iter(after.split()), "").rstrip('.,;!?”"')
    if not word or not after[0].isspace():
        return after[:1] in (",", ".", ";")
    return load_lexicon().tags.get(word) in _VERBS or word.endswith(("ed", "s", "ly"))


def _is_told(role: str, before: str, after: str) -> bool:
    """Whether a line says who a person is: before the name, behind it, or by a word of the role itself."""
    adjacent = _ADJACENT.search(before)
    if adjacent is not None:
        word = adjacent[1].lower()
        if word in _HEADS or (word in _HONORIFICS and word not in {"mr", "mrs", "ms", "miss", "dr"}):
            return True
    if _APPOSED.match(after):
        return True
    words = {word.lower() for word in _WORD.findall(f"{before[-_BEFORE:]} {after[:_LONGEST]}")}
    named = [word.lower() for word in _WORD.findall(role)]
    heads = [word for word in named if word in _HEADS] or named[-1:]
    return any(head in words for head in heads)
