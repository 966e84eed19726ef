"""Finds every name in an article's title and body, in one pass, and gathers them into referents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import lexicon as lex
from summarizer.attribution.sources.naming import name_key, read_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.draft import SourceKind
    from summarizer.reading.layout.layout import Sentence

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
_SHORT = "r|rs|s|en|ep|ov|ol|t|aj|apt|gt|pl|mdr|dm|rof|ev|on|ens|eps|upt|et|rig"
# One capitalised word; "'s" is left out, and so is a lower-case part after a hyphen ("Iran-backed").
_TAIL = (
    rf"(?:\.(?:[{_UP}]\.)*(?:[{_UP}]\b\.?)?|(?<=[MDSRGCLPJAHB])(?:{_SHORT})\.|"
    rf"\w*(?:[’'‘](?![sS]\b)\w+|-(?:[{_UP}0-9]|(?<=\bAl-)|(?<=\bEl-)|al-)\w*|&[{_UP}]\w*)*)"
)
_WORD = rf"(?:(?:al|el|ad|as|ar|an|at|ash|ul|d|l)[-’'‘])?[{_UP}]{_TAIL}"
_LINK = (
    r"(?:[^\S\n]+(?:(?:of|for)(?:[^\S\n]+the)?|al|el|bin|ibn|bint|abu|ben|van(?:[^\S\n]de[nr])?|von|der|den|de(?:[^\S\n]la)?"
    r"|del|della|da|do|dos|di|du|la|le|ul|&|and(?=[^\S\n]+(?:Prevention|Human|Trade|Drug|Urban|Budget|Budgets)\b)))?"
)
# It begins with a plain class of letters, so that the search leaps from capital to capital.
RUN = re.compile(rf"[{_UP}](?<![A-Z0-9_@#/].){_TAIL}(?:(?:(?<!s)[’'])?{_LINK}[^\S\n]+{_WORD})*")
_APPOSED = re.compile(r", (?:an?|the) ((?:[\w’'-]+ ){0,4}?[\w’'-]+)(?=,| (?:that|which|of|for|in|based|with|and|to)\b)")
_WORD_BEFORE = re.compile(r"(?<![\w’'-])([a-z]+)(,?) \Z")
_OF_BODY = re.compile(r" (?:of|for) (?:the )?[\w’'-]+, \Z")  # "the head of the council, Ann Poe,"
_BEFORE_NAMES = lex.BODIES.keys() - lex.PERSONS - lex.OFFICES
_PAREN = re.compile(
    rf"(?:['’]s)?[”\"’']?\s?\(\s?(?:(?:the|or|also known as)\s)?[“\"‘']?([{_UP}][\w.&’'-]*(?:\s[{_UP}][\w’'-]*){{0,5}})"
)


class Occurrence(NamedTuple):
    """One name in the text: `lead` to `start` are capitalised titles before it; `sentence` counts from 0."""

    start: int
    end: int
    lead: int
    sentence: int
    sort: str
    key: str
    the: bool


class Referent:
    """Somebody or something that the article names, with every place where it does so."""

    __slots__ = ("key", "key_words", "kind", "name", "occurrences", "sort")

    def __init__(self, name: str, key: str, sort: str, kind: SourceKind) -> None:
        self.name = name
        self.key = key
        self.key_words = key.split()
        self.sort = sort
        self.kind = kind
        self.occurrences: list[Occurrence] = []


def find_occurrences(text: str, sentences: Sequence[Sentence]) -> list[Occurrence]:
    """Find the names in the sentences, in order of the text."""
    out: list[Occurrence] = []
    find = RUN.finditer
    for number, sentence in enumerate(sentences):
        first = len(out)
        _, low, high, _ = sentence
        covered = 0
        for match in find(text, low, high):
            run = match[0]
            at = match.start()
            if at and text[at - 1] == "-":
                if text[at - 3 : at] in _PREFIXES:
                    at -= 3
                    run = text[at : match.end()]
                else:  # "anti-Poe", "out-Poe Ann Poe"
                    head, _, run = run.partition(" ")
                    at += len(head) + 1
            covered += len(run)
            if len(run) > 200:  # no name is so long, and the memory of runs must stay small
                continue
            pieces = read_run(run, named=True) if _is_given(text, run, at, low, high) else read_run(run)
            if not pieces:
                continue
            the = at - low > 3 and text[at - 4 : at] == "the "
            for lead, start, end, sort, key, is_the in pieces:
                has_the = is_the or (the and lead == 0)
                name = _new(Occurrence, (at + start, at + end, at + lead, number, sort, key, has_the))
                if sort in _ALONE:
                    out.append(name)
                else:
                    _add(out, text, name)
        # A headline in capitals or title case holds no run that could be told to be a name.
        if high - low > 30 and covered > 0.6 * (high - low) and not _LOWER.search(text, low, high):
            del out[first:]
    return out


def _is_given(text: str, run: str, at: int, low: int, high: int) -> bool:
    """Whether "Will" or "Per" opens a run as a name: inside a sentence, or "Will" before a statement."""
    if not run.startswith(("Will ", "Per ")):
        return False
    if at == low:
        return run[0] == "W" and text[high - 1] != "?"
    return text[at - 1] not in "\"“‘'" and "\n" not in text[at - 2 : at]


_LOWER = re.compile(
    r"(?<![\w’'-])(?!(?:with|from|over|into|after|than|that|amid|the|and|for|but|nor|its|via|out|off)\b)[a-z]{3}"
)
_PREFIXES = frozenset(f"{word}{mark}" for word in ("al", "el", "ad", "as", "ar", "an", "at", "ul") for mark in "-’'")
# "Tarnia's Ministry" is a nation's even where nobody knows Tarnia; "Poe's Department" may be a person's.
_OF_NATIONS = tuple(
    name_key(word) for word in ("ministry", "parliament", "army", "navy", "military", "embassy", "government")
)
_TAKES_IN = frozenset(name_key(word) for word in lex.TAKES_IN)
_OWNED = frozenset({"government", "military"})
_ALONE = frozenset({"person", "organization", "media", "armed_group", "adjective", "title", "crowd", "none"})
_new = tuple.__new__  # a hundred names an article; without the detour of NamedTuple
_IN = frozenset({" in ", "near", "side", "ross"})


def _add(out: list[Occurrence], text: str, name: Occurrence) -> None:
    """Add a name that may belong to the one before it, or mean something else where it stands."""
    start, _, lead, _, sort, key, the = name
    if sort in _OWNED:
        if out and text[start - 3 : start - 1] in ("’s", "'s"):
            owner = out[-1]
            is_nation = owner.sort == "place" or (owner.sort == "single" and key.endswith(_OF_NATIONS))
            if is_nation and owner.end == start - 3:
                out.pop()
                name = name._replace(start=owner.start, lead=owner.start, key=f"{owner.key} {key}")
    elif sort == "place":
        if out and text[start - 4 : start] == " in " and out[-1].end == start - 4:
            branch = out[-1]
            if branch.key.rpartition(" ")[2] in _TAKES_IN:
                out[-1] = branch._replace(end=name.end, key=f"{branch.key} in {key}")
                return
    elif text[lead - 4 : lead] == " in " or text[lead - 5 : lead - 1] in _IN:
        name = name._replace(sort="spot")
    elif sort == "name" and the:
        name = name._replace(sort="organization")
    out.append(name)


def find_aliases(text: str, occurrences: Sequence[Occurrence]) -> dict[str, str]:
    """Map the key of each name defined in brackets to its partner's: "Popular Front (PF)" gives pf -> popular front."""
    aliases: dict[str, str] = {}
    for occurrence in occurrences:
        if "(" not in text[occurrence.end : occurrence.end + 5] or occurrence.sort in ("title", "adjective", "crowd"):
            continue
        match = _PAREN.match(text, occurrence.end)
        if match is None:
            continue
        other = match.group(1)
        name = text[occurrence.start : occurrence.end]
        key = name_key(other)
        if not key or key == occurrence.key:
            continue
        if abbreviates(other, name):
            aliases[key] = occurrence.key
        elif abbreviates(name, other):
            aliases[occurrence.key] = key
    return aliases


def abbreviates(short: str, name: str) -> bool:
    """Whether a short form's letters stand in a name in order, the first of them at the beginning of a word."""
    letters = [c for c in short.lower() if c.isalnum()]
    if not 2 <= len(letters) <= 10 or " " in short or len(name) < len(short) + 3 or " " not in name:
        return False
    if sum(c.isupper() for c in short) < 2:
        return False
    low = name.lower()
    at = -1
    for letter in letters:
        at = low.find(letter, at + 1)
        if at < 0:
            return False
    return any(word.startswith(letters[0]) for word in low.split())


def _called_sort(text: str, name: Occurrence) -> SourceKind | None:
    """The kind of body that the words beside a name make of it: "the newspaper Dawn", "Dawn, a charity,"."""
    lead = name.lead
    far = max(0, lead - 24)
    is_apart = text[lead - 1 : lead] == " "
    before = _WORD_BEFORE.search(text, max(far, text.rfind(" ", far, lead - 1)), lead) if is_apart else None
    if (
        before is not None
        and before.group(1) in _BEFORE_NAMES
        and (not before.group(2) or (text[name.end : name.end + 1] == "," and not _OF_BODY.search(text, far, lead)))
    ):
        return lex.BODIES[before.group(1)]
    match = _APPOSED.match(text, name.end) if text[name.end : name.end + 2] == ", " else None
    if match is None:
        return None
    head = next((w for w in reversed(match.group(1).lower().split()) if w), "")
    return lex.BODIES.get(head)


def gather(text: str, occurrences: Sequence[Occurrence]) -> dict[str, Referent]:
    """Gather occurrences into referents by key, in order of the text; persons' names are not joined yet."""
    referents: dict[str, Referent] = {}
    for occurrence in occurrences:
        start, end, _, _, sort, key, _ = occurrence
        if sort in _NOBODY:
            continue
        referent = referents.get(key)
        if referent is None:
            if sort in ("name", "single"):
                sort = _called_sort(text, occurrence) or sort
            referent = referents[key] = Referent(text[start:end], key, sort, kind_of(sort))
        elif sort != referent.sort and _RANK.get(sort, 3) > _RANK.get(referent.sort, 3):
            referent.sort, referent.kind = sort, kind_of(sort)
        elif end - start > 1.5 * len(referent.name):
            referent.name = text[start:end]
        referent.occurrences.append(occurrence)
    return referents


_NOBODY = frozenset({"title", "adjective", "none"})
# The surer reading of one name wins over the others: "the Tribune" over "Tribune".
_RANK = {"spot": -1, "single": 0, "crowd": 1, "name": 1, "place": 2, "person": 4}


def kind_of(sort: str) -> SourceKind:
    """The source kind of a name of this sort."""
    if sort in ("person", "name", "single"):
        return "person"
    if sort in ("place", "spot"):  # "Ostby denied it": its government did
        return "government"
    return "anonymous" if sort == "crowd" else lex.KINDS.get(sort, "organization")
