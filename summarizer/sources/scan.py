"""Finds every name in an article's title and body, in one pass, and gathers them into referents."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from summarizer.sources import lexicon as lex
from summarizer.sources.naming import Piece, name_key, read_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.draft import SourceKind
    from summarizer.layout import Sentence

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
_SAID_IT = re.compile(r"\s(?:said|says|announced|announces|indicated|confirmed|added)\s(?:that\s)?it\b")
_PRONOUN = re.compile(r"\b(?:he|his|him|himself|she|her|herself|its)\b|[”“\"\n]")
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

    __slots__ = ("gender", "key", "key_words", "kind", "name", "occurrences", "sort")

    def __init__(self, name: str, key: str, sort: str, kind: SourceKind) -> None:
        self.name = name
        self.key = key
        self.key_words = key.split()
        self.sort = sort
        self.kind = kind
        self.gender = ""
        self.occurrences: list[Occurrence] = []


def find_occurrences(text: str, sentences: Sequence[Sentence]) -> list[Occurrence]:
    """Find the names in the sentences, in order of the text."""
    out: list[Occurrence] = []
    find = RUN.finditer
    for number, sentence in enumerate(sentences):
        first = len(out)
        low, high = sentence.start, sentence.end
        covered = 0
        for match in find(text, low, high):
            run = match.group()
            at = match.start()
            if text[at - 1 : at] == "-" and text[at - 3 : at] in _PREFIXES:
                at -= 3
                run = text[at : match.end()]
            elif text[at - 1 : at] == "-":  # "anti-Poe", "out-Poe Ann Poe"
                head, _, run = run.partition(" ")
                at += len(head) + 1
            covered += len(run)
            the = text[max(at - 4, low) : at] == "the "
            for piece in read_run(run):
                _add(out, text, piece, at, number, the=(the or piece.the) and (piece.the or piece.lead == 0))
        # A headline in capitals or title case holds no run that could be told to be a name.
        if high - low > 30 and covered > 0.75 * (high - low):
            del out[first:]
    return out


_PREFIXES = frozenset(f"{word}{mark}" for word in ("al", "el", "ad", "as", "ar", "an", "at", "ul") for mark in "-’'")
_TAKES_IN = frozenset(name_key(word) for word in lex.TAKES_IN)
_IN = frozenset({" in ", "near", "side", "ross"})


def _add(out: list[Occurrence], text: str, piece: Piece, at: int, number: int, *, the: bool) -> None:
    lead, start, end, sort, key = at + piece.lead, at + piece.start, at + piece.end, piece.sort, piece.key
    if sort in ("government", "military") and out and text[start - 3 : start - 1] in ("’s", "'s"):
        owner = out[-1]
        if owner.sort == "place" and owner.end == start - 3:
            lead = start = owner.start
            key = f"{owner.key} {key}"
            out.pop()
    elif sort == "place" and out and text[start - 4 : start] == " in " and out[-1].end == start - 4:
        branch = out[-1]
        if branch.key.rpartition(" ")[2] in _TAKES_IN:
            out[-1] = branch._replace(end=end, key=f"{branch.key} in {key}")
            return
    elif sort in ("name", "single"):
        if text[lead - 4 : lead] == " in " or text[lead - 5 : lead - 1] in _IN:
            sort = "spot"
        elif sort == "name" and the:
            sort = "organization"
    out.append(Occurrence(start, end, lead, number, sort, key, the))


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


def _apposed_sort(text: str, at: int) -> SourceKind | None:
    """The kind of body that an apposition makes of a name: "Northern Light, a conservative committee,"."""
    match = _APPOSED.match(text, at)
    if match is None:
        return None
    head = next((w for w in reversed(match.group(1).lower().split()) if w), "")
    return lex.BODIES.get(head)


def gather(text: str, occurrences: Sequence[Occurrence]) -> tuple[dict[str, Referent], list[Referent]]:
    """Gather occurrences into referents by key; gives every referent by its key, and the persons in order."""
    referents: dict[str, Referent] = {}
    for occurrence in occurrences:
        sort = occurrence.sort
        if sort in ("title", "adjective", "none"):
            continue
        referent = referents.get(occurrence.key)
        if referent is None:
            name = text[occurrence.start : occurrence.end]
            if sort in ("name", "single") and text[occurrence.end : occurrence.end + 2] == ", ":
                sort = _apposed_sort(text, occurrence.end) or sort
            referent = referents[occurrence.key] = Referent(name, occurrence.key, sort, kind_of(sort, occurrence.key))
        elif _RANK.get(sort, 3) > _RANK.get(referent.sort, 3):
            referent.sort, referent.kind = sort, kind_of(sort, occurrence.key)
        elif occurrence.end - occurrence.start > 1.5 * len(referent.name):
            referent.name = text[occurrence.start : occurrence.end]
        referent.occurrences.append(occurrence)
    persons = _join_persons(text, referents)
    return referents, persons


_PERSONAL = frozenset({"person", "name", "single", "spot"})
# The surer reading of one name wins over the others: "the Tribune" over "Tribune".
_RANK = {"spot": -1, "single": 0, "crowd": 1, "name": 1, "place": 2, "person": 4}


def kind_of(sort: str, key: str) -> SourceKind:
    """The source kind of a name of this sort."""
    if sort in ("person", "name", "single"):
        return "person"
    if sort in ("place", "spot"):
        return "government" if key in _GOVERNMENT_KEYS else "organization"
    return "anonymous" if sort == "crowd" else lex.KINDS.get(sort, "organization")


_GOVERNMENT_KEYS = frozenset(name_key(place) for place in lex.GOVERNMENT_PLACES)


def _join_persons(text: str, referents: dict[str, Referent]) -> list[Referent]:
    """Join the forms of one person's name: fuller names with each other, then single words with their full name."""
    by_surname: dict[str, list[str]] = {}
    singles: list[str] = []
    for key, referent in referents.items():
        if referent.sort not in _PERSONAL:
            continue
        words = key.split()
        if len(words) < 2:
            singles.append(key)
            continue
        _join_full(referents, by_surname.setdefault(_surname(words), []), key)
    by_first: dict[str, list[str]] = {}
    for keys in by_surname.values():
        for key in keys:
            by_first.setdefault(key.split()[0], []).append(key)
    for key in singles:
        full = by_surname.get(key) or by_first.get(key)
        if full:
            _split_single(text, referents, key, full)
    unique = {id(r): r for r in referents.values() if r.sort in ("person", "name", "single")}
    for referent in unique.values():
        referent.occurrences.sort()
        referent.gender = referent.gender or _gender_of(text, referent)
    return [referent for referent in unique.values() if referent.kind == "person"]


def _surname(words: list[str]) -> str:
    last = words[-1]
    return words[-2] if last in ("jr", "sr", "ii", "iii") and len(words) > 2 else last


def _join_full(referents: dict[str, Referent], known: list[str], key: str) -> None:
    """Join a full name with an earlier one of the same surname if they can be one person's."""
    new = referents[key]
    for other in known:
        old = referents[other]
        if old is new or not same_person(other.split(), key.split()):
            continue
        if len(key.split()) > len(old.name.split()) and same_word(key.split()[0], old.key_words[0]):
            old.name = new.name if len(set(key.split())) == len(key.split()) else old.name
        old.sort = "person" if "person" in (old.sort, new.sort) else old.sort
        old.occurrences += new.occurrences
        referents[key] = old
        return
    known.append(key)


def same_person(one: list[str], two: list[str]) -> bool:
    """Whether the shorter name's words stand in the longer one in order, initials and short forms allowed."""
    short, full = (one, two) if len(one) <= len(two) else (two, one)
    if _surname(short) != _surname(full):
        return False
    at = 0
    for word in short:
        while at < len(full) and not same_word(word, full[at]):
            at += 1
        if at == len(full):
            return False
        at += 1
    return True


def same_word(one: str, two: str) -> bool:
    if one == two:
        return True
    low, high = (one, two) if len(one) < len(two) else (two, one)
    return high.startswith(low) and (len(low) == 1 or len(low) >= 3)


def _split_single(text: str, referents: dict[str, Referent], key: str, full: list[str]) -> None:
    """Give each occurrence of a surname or first name to the bearer whom it most likely means."""
    single = referents[key]
    bearers = list({id(referents[k]): referents[k] for k in full}.values())
    if len(bearers) == 1:
        bearers[0].occurrences += single.occurrences
        bearers[0].sort = "person"
        referents[key] = bearers[0]
        return
    starts = [(b, [o.start for o in b.occurrences]) for b in bearers]
    counts = {id(b): len(b.occurrences) for b in bearers}
    added: dict[int, list[Occurrence]] = {id(b): [] for b in bearers}
    for occurrence in single.occurrences:
        gender = lex.GENDERS.get(text[occurrence.lead : occurrence.start].lower().strip(" ."), "")
        best = max(
            starts,
            key=lambda item: (
                not gender or (item[0].gender or _gender_of(text, item[0])) in ("", gender),
                _is_near(item[1], occurrence.start),
                counts[id(item[0])],
            ),
        )[0]
        added[id(best)].append(occurrence)
    for bearer in bearers:
        bearer.occurrences += added[id(bearer)]
    referents[key] = max(bearers, key=lambda b: len(b.occurrences))


def _is_near(starts: list[int], at: int) -> bool:
    """Whether one of the places stands shortly before `at`: a surname repeats the full name just given."""
    before = bisect_left(starts, at)
    return before > 0 and at - starts[before - 1] < 250


def _gender_of(text: str, referent: Referent) -> str:
    """The gender that titles, roles or the first name tell, empty when nothing does."""
    first = name_first(referent.name)
    votes = {"woman": 0, "man": 0, "": 0}
    votes[lex.FIRST_NAMES.get(first, "")] += 2
    for occurrence in referent.occurrences[:12]:
        before = text[max(0, occurrence.lead - 16) : occurrence.start].lower().split()[-3:]
        for word in before:
            word = word.strip(".,")  # noqa: PLW2901  only the bare word is wanted
            votes[lex.GENDERS.get(word, "")] += 1 if word.endswith("man") else 3
    if votes["woman"] == votes["man"]:
        _vote_by_pronouns(text, referent, votes)
    if votes["woman"] == votes["man"]:
        return ""
    return "woman" if votes["woman"] > votes["man"] else "man"


def _vote_by_pronouns(text: str, referent: Referent, votes: dict[str, int]) -> None:
    """Count the pronouns that follow a name shortly; a lone name that only "its" follows is no person."""
    bodily = 0
    for occurrence in referent.occurrences[:4]:
        if _SAID_IT.match(text, occurrence.end):
            bodily += 1
            continue
        match = _PRONOUN.search(text, occurrence.end, occurrence.end + 110)
        if match is None:
            continue
        word = match.group()
        if word == "its":
            bodily += 1
        elif word.isalpha():
            votes["man" if word in ("he", "his", "him", "himself") else "woman"] += 1
    if bodily and referent.sort == "single" and votes["man"] == votes["woman"] == 0:
        referent.sort = referent.kind = "organization"


def name_first(name: str) -> str:
    """The first word of a name, in lower case."""
    return name.split(maxsplit=1)[0].lower().rstrip(".") if name.strip() else ""
