"""Finds every name in an article's title and body, in one pass, and gathers them into referents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.naming import name_key, read_run
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.draft import SourceKind
    from summarizer.reading.layout.layout import Sentence

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"  # all capitals of Latin letters, within brackets
_ABBREVIATED = word_set("words.titles.abbreviated")
# The rest of one capitalised word; "'s" is left out, and so is a lower-case part after a hyphen ("Iran-backed").
_TAIL = (
    rf"(?:\.(?:[{UPPER}]\.)*(?:[{UPPER}]\b\.?)?"
    rf"|(?<=[{''.join(sorted({title[0] for title in _ABBREVIATED}))}])"
    rf"(?:{'|'.join(sorted({title[1:] for title in _ABBREVIATED}))})\."
    rf"|\w*(?:[’'‘](?![sS]\b)\w+|-(?:[{UPPER}0-9]|(?<=\bAl-)|(?<=\bEl-)|al-)\w*|&[{UPPER}]\w*)*)"
)
_ARTICLES = vocab.NAME_ARTICLES | vocab.ELIDED_ARTICLES
_WORD = rf"(?:(?:{'|'.join(sorted(_ARTICLES))})[-’'‘])?[{UPPER}]{_TAIL}"
_BLANK = r"[^\S\n]+"
_PARTICLES = "|".join(sorted(vocab.NAME_PARTICLES, key=len, reverse=True)).replace(" ", _BLANK)
_LINK = (
    rf"(?:{_BLANK}(?:(?:of|for)(?:{_BLANK}the)?|{_PARTICLES}|&"
    rf"|and(?={_BLANK}(?:{'|'.join(sorted(vocab.AFTER_AND))})\b)))?"
)
# It begins with a plain class of letters, so that the search leaps from capital to capital.
RUN = re.compile(rf"[{UPPER}](?<![A-Z0-9_@#/].){_TAIL}(?:(?:(?<!s)[’'])?{_LINK}{_BLANK}{_WORD})*")
_LONGEST_RUN = 200  # no name is as long, and the memory of runs must stay small
_APPOSED_BODY = re.compile(
    r", (?:an?|the) ((?:[\w’'-]+ ){0,4}?[\w’'-]+)(?=,| (?:that|which|of|for|in|based|with|and|to)\b)"
)
_WORD_BEFORE = re.compile(r"(?<![\w’'-])([a-z]+)(,?) \Z")
_OF_BODY = re.compile(r" (?:of|for) (?:the )?[\w’'-]+, \Z")  # "the head of the council, Ann Poe,"
_BODIES_BEFORE = vocab.BODY_KINDS.keys() - vocab.PERSON_NOUNS - vocab.OFFICE_WORDS
_LOWER_CASE_WORD = re.compile(
    r"(?<![\w’'-])(?!(?:with|from|over|into|after|than|that|amid|the|and|for|but|nor|its|via|out|off)\b)[a-z]{3}"
)
# "Tarnia's Ministry" is a nation's even where nobody knows Tarnia; "Poe's Department" may be a person's.
_OF_NATIONS = tuple(map(name_key, vocab.OF_NATIONS))
_TAKES_IN = frozenset(map(name_key, vocab.TAKES_IN))
_OWNED = frozenset({"government", "military"})
_ALONE = frozenset({"person", "organization", "media", "armed_group", "adjective", "title", "crowd", "none"})
_WHERE = frozenset({" in ", "near", "side", "ross"})  # "inside", "outside" and "across" too
_NOT_REFERENTS = frozenset({"title", "adjective", "none"})
# The surer reading of one name wins over the others: "the Tribune" over "Tribune".
_RANK = {"spot": -1, "single": 0, "crowd": 1, "name": 1, "place": 2, "person": 4}
_RANK_OF_BODIES = 3


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
    found: list[Occurrence] = []
    for number, (_, low, high, _) in enumerate(sentences):
        first = len(found)
        covered = 0
        for match in RUN.finditer(text, low, high):
            at, run = match.start(), match[0]
            if at and text[at - 1] == "-":
                at, run = _past_hyphen(text, at, run)
            covered += len(run)
            if len(run) > _LONGEST_RUN:
                continue
            pieces = read_run(run, named=True) if _is_given_name(text, run, at, low, high) else read_run(run)
            after_the = at - low > 3 and text[at - 4 : at] == "the "
            for lead, start, end, sort, key, the in pieces:
                has_the = the or (after_the and lead == 0)
                name = Occurrence(at + start, at + end, at + lead, number, sort, key, has_the)
                if sort in _ALONE:
                    found.append(name)
                else:
                    _add(found, text, name)
        # In a headline in capitals or title case no run can be known to be a name.
        if high - low > 30 and covered > 0.6 * (high - low) and not _LOWER_CASE_WORD.search(text, low, high):
            del found[first:]
    return found


def _past_hyphen(text: str, at: int, run: str) -> tuple[int, str]:
    """Where a run after a hyphen begins: with the article before it ("al-Poe"), else at its next word ("anti-Poe")."""
    if text[at - 3 : at - 1] in _ARTICLES:
        return at - 3, text[at - 3 : at] + run
    head, _, rest = run.partition(" ")
    return at + len(head) + 1, rest


def _is_given_name(text: str, run: str, at: int, low: int, high: int) -> bool:
    """Whether "Will" or "Per" opens a run as a name: inside a sentence, or "Will" before a statement."""
    if not run.startswith(("Will ", "Per ")):
        return False
    if at == low:
        return run[0] == "W" and text[high - 1] != "?"
    return text[at - 1] not in "\"“‘'" and "\n" not in text[at - 2 : at]


def _add(found: list[Occurrence], text: str, name: Occurrence) -> None:
    """Add a name that may belong to the one before it, or mean something else where it stands."""
    start, lead, sort = name.start, name.lead, name.sort
    if sort in _OWNED:
        owner = found[-1] if found and text[start - 3 : start - 1] in ("’s", "'s") else None
        if owner is not None and owner.end == start - 3 and _is_nation(owner, name):
            found.pop()
            name = name._replace(start=owner.start, lead=owner.start, key=f"{owner.key} {name.key}")
        found.append(name)
    elif sort == "place":
        branch = found[-1] if found and text[start - 4 : start] == " in " else None
        if branch is not None and branch.end == start - 4 and branch.key.rpartition(" ")[2] in _TAKES_IN:
            found[-1] = branch._replace(end=name.end, key=f"{branch.key} in {name.key}")
        else:
            found.append(name)
    elif text[lead - 4 : lead] == " in " or text[lead - 5 : lead - 1] in _WHERE:
        found.append(name._replace(sort="spot"))
    else:
        found.append(name._replace(sort="organization") if sort == "name" and name.the else name)


def _is_nation(owner: Occurrence, owned: Occurrence) -> bool:
    return owner.sort == "place" or (owner.sort == "single" and owned.key.endswith(_OF_NATIONS))


def _called_sort(text: str, name: Occurrence) -> SourceKind | None:
    """The kind of body that the words beside a name make of it: "the newspaper Dawn", "Dawn, a charity,"."""
    before = _WORD_BEFORE.search(text, text.rfind(" ", 0, max(0, name.lead - 1)) + 1, name.lead)
    if before is not None and before[1] in _BODIES_BEFORE:
        is_of_body = _OF_BODY.search(text, max(0, name.lead - 24), name.lead) is not None
        is_apposed = text[name.end : name.end + 1] == "," and not is_of_body
        if not before[2] or is_apposed:
            return vocab.BODY_KINDS[before[1]]
    apposed = _APPOSED_BODY.match(text, name.end)
    return vocab.BODY_KINDS.get(apposed[1].lower().split()[-1]) if apposed is not None else None


def gather(text: str, occurrences: Sequence[Occurrence]) -> dict[str, Referent]:
    """Gather occurrences into referents by key, in order of the text; persons' names are not joined yet."""
    referents: dict[str, Referent] = {}
    for name in occurrences:
        start, end, _, _, sort, key, _ = name
        if sort in _NOT_REFERENTS:
            continue
        referent = referents.get(key)
        if referent is None:
            if sort in ("name", "single"):
                sort = _called_sort(text, name) or sort
            referent = referents[key] = Referent(text[start:end], key, sort, kind_of(sort))
        elif sort != referent.sort and _rank(sort) > _rank(referent.sort):
            referent.sort, referent.kind = sort, kind_of(sort)
        elif end - start > 1.5 * len(referent.name):
            referent.name = text[start:end]
        referent.occurrences.append(name)
    return referents


def _rank(sort: str) -> int:
    return _RANK.get(sort, _RANK_OF_BODIES)


def kind_of(sort: str) -> SourceKind:
    """The source kind of a name of this sort."""
    if sort in ("person", "name", "single"):
        return "person"
    if sort in ("place", "spot"):  # "Ostby denied it": its government did
        return "government"
    return "anonymous" if sort == "crowd" else vocab.BODY_SORTS.get(sort, "organization")
