"""Finds every name in an article's title and body, in one pass, and gathers them into referents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.naming import name_key, read_run
from summarizer.attribution.sources.offices import name_after_office
from summarizer.text.words import read_words, word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.attribution.sources.prose import Prose
    from summarizer.contract.draft import SourceKind

UPPER: str = read_words("sources")["shorthands"]["UPPER"]
_ABBREVIATED = word_set("words.titles.abbreviated")
# The rest of one capitalised word; "'s" is left out, and so is a lower-case part after a hyphen ("Iran-backed").
_TAIL = (
    rf"(?:\.(?:[{UPPER}]\.)*(?:[{UPPER}]\b\.?)?"
    rf"|(?<=[{''.join(sorted({title[0] for title in _ABBREVIATED}))}])"
    rf"(?:{vocab.any_of({title[1:] for title in _ABBREVIATED})})\."
    rf"|\w*(?:[’'‘](?![sS]\b)\w+|-(?:[{UPPER}0-9]|(?<=\bAl-)|(?<=\bEl-)|al-|(?:{vocab.any_of(word_set('sources.name_parts.second_halves'))})\b)\w*|&[{UPPER}]\w*)*(?:\.(?:com|org|net)\b)?)"
)
_ARTICLES = vocab.NAME_ARTICLES | word_set("sources.name_parts.elided")
_WORD = rf"(?:(?:{vocab.any_of(_ARTICLES)})[-’'‘])?[{UPPER}]{_TAIL}"
_BLANK = r"[^\S\n]+"
_PARTICLES = vocab.any_of(word_set("sources.name_parts.particles"), blank=_BLANK)


def _capitals(words: Iterable[str]) -> list[str]:
    return [" ".join(part.capitalize() for part in word.split()) for word in words if word.isascii()]


_LINK = (
    rf"(?:{_BLANK}(?:(?:of|for)(?:{_BLANK}the)?|the(?={_BLANK}(?:Hon|Honou?rable|Right|Rt|Rev|Reverend|Most)\b)|{_PARTICLES}|&"
    rf"|(?:(?<=Right )|(?<=Freedom )|(?<=Access ))to"
    rf"|and(?={_BLANK}(?:{vocab.any_of(word_set('sources.body_words.after_and'))})\b)))?"
)
# "The Farmers' Union" and "the Mayor's Office" are names; elsewhere a possessive ends one.
_AFTER_OWNER = "|".join(f"(?<={owner.capitalize()})" for owner in sorted(word_set("sources.name_parts.owners")))
_POSSESSIVE = (
    rf"(?:(?=[’'])(?:(?:{_AFTER_OWNER})[’']s"
    rf"(?={_BLANK}[{UPPER}])"
    rf"|(?<=[a-z]s)[’'](?={_BLANK}(?:{vocab.any_of(_capitals(vocab.BODY_KINDS), blank=_BLANK)})\b)))?"
)
# It begins with a plain class of letters, so that the search leaps from capital to capital.
RUN = re.compile(
    rf"[{UPPER}](?<![A-Z0-9_@#/].){_TAIL}{_POSSESSIVE}(?:(?:(?<!s)[’'])?{_LINK}{_BLANK}{_WORD}{_POSSESSIVE})*"
)
_NO_MATTERS = (vocab.FIRST_NAMES.keys() | vocab.NATIONS | vocab.BODY_KINDS.keys()) - {"media"}
_MATTER = re.compile(r"\s(?:of|for)\s")
_MORE_MATTERS = re.compile(r"(?:,\s(?:the\s)?[A-Z][a-z]+){1,3},?\s(?:and|&)\s(?:the\s)?[A-Z][a-z]+\b(?!\s[A-Z])")
_TICKER = re.compile(r"\.[A-Z]{1,2}\b")
_NICKNAME = re.compile(r"\s[“\"‘'(][A-Z][\w’' -]{0,20}[”\"’')]\s\Z")
_AFTER_MARK = ("” ", '" ', "’ ", "' ", ") ")
_LONGEST_NICKNAME = 26
_LONGEST_RUN = 200  # no name is as long, and the memory of runs must stay small
_APPOSED_BODY = wordings("sources.wordings.apposed_body")
BODY_SORTS: dict[str, SourceKind] = {kind: kind for kind in vocab.BODY_KINDS.values()}
_WORD_BEFORE = re.compile(r"(?<![\w’'-])([a-z]+)(,?) \Z")
_OF_BODY = re.compile(r" (?:of|for) (?:the )?(?:[\w’'-]+ ){0,2}[\w’'-]+, \Z")  # "the head of the council, Ann Poe,"
_NAMED_SO = re.compile(
    r" ([a-z]+) (?:calling (?:itself|themselves)|called|known as) \Z"
)  # "a group calling itself Dawn"
_LED = re.compile(rf"\b(?i:{vocab.any_of(word_set('sources.persons.of_bodies'))})\s(?:of|at)\s\Z")
_BODIES_BEFORE = vocab.BODY_KINDS.keys() - vocab.PERSON_NOUNS - vocab.OFFICE_WORDS
_LOWER_CASE_WORD = wordings("sources.wordings.lower_case_word")
_HELD_IN = re.compile(r"\b(?:[Ss]hares?|[Ss]take|[Ss]hareholders?|[Ii]nvestors?|[Ss]tock|shareholding|holding)\sin\s\Z")
_ON_BOARD = re.compile(r"\b(?:[Oo]n\sboard|[Aa]board)\sthe\s\Z")  # of a ship
_STREET = re.compile(rf"([A-Z]\w+)\s(?:{vocab.any_of(_capitals(word_set('sources.places.streets')))})\b")
_TO_STREET = re.compile(r"\s(?:from|in|on|into|onto|at|near|along|off|down|of)\s\Z")
_OF_NATIONS = tuple(map(name_key, word_set("sources.body_words.of_nations")))
_TAKES_IN = frozenset(map(name_key, word_set("sources.body_words.takes_in")))
_OWNED = frozenset({"government", "military"})
_MAY_BE_OTHER = frozenset({"name", "single"})
_PLACES = frozenset({"place", "spot"})
_WHERE = frozenset({" in ", "near", "side", "ross"})  # "inside", "outside" and "across" too
_FULL = frozenset({"person", "name"})  # of a person's whole name
_NOT_SURNAMES = frozenset({"title", "adjective", "place", "crowd"})
_AFTER_SURNAME = re.compile(rf"(?:[’']s)?\s(?:{vocab.any_of(word_set('sources.persons.after_surname'))})\b|[,;.:!?”\"]")
_MONTHS = tuple(f"{month.capitalize()} " for month in word_set("sources.first_names_that_are_words.whole_months"))
_SAYS = vocab.any_of(word_set("sources.relays.says"))
_AFTER_PERSON = re.compile(rf"\s(?:{_SAYS})\b|,\s\d\d,")
_BEFORE_PERSON = re.compile(rf"(?:[”\"’',]\s(?:{_SAYS})|\b(\w+),?)\s\Z")
_OPENING_MARKS = "“\"‘'\n"
_NOT_REFERENTS = frozenset({"title", "adjective", "short"})
_STATES_IN_SHORT = word_set("sources.places.in_short")
_BEGINS_ROLE = re.compile(rf"\s(?:{vocab.any_of(vocab.ROLE_NOUNS | vocab.TRADES)})\s(?=[A-Z]\w+\s[A-Z])")
_OF_PARTY = re.compile(r"[RDIL]-[A-Z][\w.]*")  # "Ann Poe, R-Fla.,"
# The surer reading of one name wins over the others: "the Tribune" over "Tribune".
_RANK = {"spot": -1, "single": 0, "crowd": 1, "name": 1, "place": 2, **dict.fromkeys(BODY_SORTS, 3), "person": 4}
LONGEST_ACRONYM = 5  # letters


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


def find_occurrences(prose: Prose) -> list[Occurrence]:
    """Find the names in the sentences, in order of the text."""
    text = prose.text
    found: list[Occurrence] = []
    for number, (_, low, high, _) in enumerate(prose.sentences):
        first = len(found)
        covered = 0
        for match in RUN.finditer(text, low, high):
            at, run = match.start(), _without_ticker(text, match)
            if at and text[at - 1] == "-":
                at, run = _past_hyphen(text[at - 3 : at], at, run)
            covered += len(run)
            if not 0 < len(run) <= _LONGEST_RUN:
                continue
            office = name_after_office(text, low, at, run) if " " in run else None
            if office is not None:
                lead, start = office
                while len(found) > first and found[-1].start >= lead:
                    found.pop()  # the title or the place that the office begins or ends with
                name = text[start : at + len(run)].rstrip(".")
                found.append(Occurrence(start, start + len(name), lead, number, "person", name_key(name), the=False))
                continue
            named = run.startswith(("Will ", "Per ")) and _is_given_name(prose, run, at, low, high)
            named = named or (run.startswith(_MONTHS) and _is_of_person(text, run, at, low))
            named = named or (run == "Will" and any(name.key.endswith(" will") for name in found))
            after_the = at - low > 3 and text[at - 4 : at] == "the "
            for lead, start, end, sort, key, the in read_run(run, named=named):
                has_the = the or (after_the and lead == 0)
                occurrence = Occurrence(at + start, at + end, at + lead, number, sort, key, has_the)
                if not found or occurrence.start >= found[-1].end:  # within "the Ministry of Food, Forestry and Fish"
                    _add(found, prose, _no_person_after_the(text, occurrence))
        # In a headline in capitals or title case no run can be known to be a name.
        if high - low > 30 and covered > 0.6 * (high - low) and not _LOWER_CASE_WORD.search(text, low, high):
            del found[first:]
    return _with_surnames(text, found)


def _without_ticker(text: str, run: re.Match[str]) -> str:
    """A run without the code of its shares: "Brenn Foods", of "Brenn Foods BRNN.L"; empty for what stands behind it."""
    start, end = run.span()
    if text.startswith(".", end) and _TICKER.match(text, end) is not None:
        code = run[0].rpartition(" ")[2]
        return run[0][: -len(code)].rstrip() if code.isupper() and len(code) > 1 else run[0]
    is_behind = start > 2 and text[start - 1] == "." and text[start - 3 : start - 1].isupper()
    return "" if is_behind and _TICKER.fullmatch(text, start - 1, end) is not None else run[0]


def _no_person_after_the(text: str, name: Occurrence) -> Occurrence:
    """What is called as a person is, but stands after "the" and ends as a body does: "the Jackson Courier"."""
    if name.sort != "person" or not name.the or name.lead != name.start:
        return name
    kind = vocab.BODY_KINDS.get(text[name.start : name.end].rpartition(" ")[2].lower())
    return name if kind is None else name._replace(sort=kind)


def _with_surnames(text: str, found: list[Occurrence]) -> list[Occurrence]:
    """The names, with those that are somebody's surname though a nation or a title is called so: "French said"."""
    full = {key.rpartition(" ")[2] for _, _, _, _, sort, key, _ in found if sort in _FULL and " " in key}
    return [
        name._replace(sort="single")
        if name.key in full and name.sort in _NOT_SURNAMES and _AFTER_SURNAME.match(text, name.end)
        else name
        for name in found
    ]


def _past_hyphen(before: str, at: int, run: str) -> tuple[int, str]:
    """Where a run after a hyphen begins: with the article before it ("al-Poe"), else at its next word ("anti-Poe").

    After a hyphen that begins a line ("-Ann Poe said") it begins where it did.
    """
    if before[:2] in _ARTICLES:
        return at - 3, before + run
    if not before[:2].strip() or before[1:2].isspace():
        return at, run
    head, _, rest = run.partition(" ")
    return at + len(head) + 1, rest


def _is_given_name(prose: Prose, run: str, at: int, low: int, high: int) -> bool:
    """Whether "Will" or "Per" at the beginning of a run is a name: inside a sentence, or "Will" before a statement."""
    if at == low:
        return run[0] == "W" and prose.text[high - 1] != "?"
    return prose.text[at - 1] not in "\"“‘'" and "\n" not in prose.text[at - 2 : at]


def _is_of_person(text: str, run: str, at: int, low: int) -> bool:
    """Whether a month is a first name there: "captain June Poe", "said June Poe", "June Poe, 40,", "June Poe said"."""
    is_lone = run.count(" ") == 1
    if at == low or text[at - 1] in _OPENING_MARKS:
        return is_lone and _AFTER_PERSON.match(text, at + len(run)) is not None
    before = _BEFORE_PERSON.search(text, max(low, at - _LONGEST_RUN), at)
    return is_lone and before is not None and (before[1] is None or before[1].lower() in vocab.HOLDER_NOUNS)


def _with_matters(text: str, name: Occurrence) -> Occurrence:
    """A public body with all that it is for: "the Ministry of Food, Forestry and Fisheries"."""
    if name.sort not in vocab.RULING_KINDS or _MATTER.search(text, name.start, name.end) is None:
        return name
    more = _MORE_MATTERS.match(text, name.end)
    words = set() if more is None else set(more[0].lower().replace(",", "").split())
    if more is None or not words.isdisjoint(_NO_MATTERS):
        return name
    return name._replace(end=more.end(), key=name_key(text[name.start : more.end()]))


def _past_nickname(found: list[Occurrence], text: str, name: Occurrence) -> Occurrence:
    """A surname with the first name before it, where somebody's nickname stands between: "Ann “Duck” Poe"."""
    if text[name.lead - 2 : name.lead] not in _AFTER_MARK or name.sort not in vocab.PERSONAL_SORTS:
        return name
    nickname = _NICKNAME.search(text, max(0, name.lead - _LONGEST_NICKNAME), name.lead)
    if nickname is None:
        return name
    first = next((one for one in found[-2:] if one.end == nickname.start()), None)
    if first is None or first.sort not in vocab.PERSONAL_SORTS:
        return name
    while found[-1] is not first:
        found.pop()
    found.pop()
    return first._replace(end=name.end, sort="person", key=f"{first.key} {name.key}")


def _add(found: list[Occurrence], prose: Prose, name: Occurrence) -> None:
    """Add a name that may belong to the one before it, or mean something else where it stands."""
    name = _with_matters(prose.text, _past_nickname(found, prose.text, name))
    text, lead, sort = prose.text, name.lead, name.sort
    if text[name.end : name.end + 1] in (".", ",") and text[lead - 2 : lead] == ", " and _is_short(text, name):
        found.append(name._replace(sort="short"))
        return
    if sort in BODY_SORTS and found and text[found[-1].end : lead] == " and " and _is_half(prose, found[-1]):
        first = found.pop()  # "the Dock and Rail Union"
        key = f"{first.key} and {name.key}"
        name = name._replace(start=first.start, lead=first.lead, key=key, the=first.the)
    if sort in _OWNED and found:
        between = text[found[-1].end : name.start]
        if len(between) == 3 and between.startswith(("’s", "'s")) and _is_nation(found[-1], name):
            last = found.pop()
            name = name._replace(start=last.start, lead=last.start, key=f"{last.key} {name.key}")
    elif sort == "place" and found:
        is_branch = text[found[-1].end : name.start] == " in "
        if is_branch and found[-1].key.rpartition(" ")[2] in _TAKES_IN:
            last = found.pop()
            name = last._replace(end=name.end, key=f"{last.key} in {name.key}")
    elif sort in _MAY_BE_OTHER:
        begins_role = sort == "single" and _BEGINS_ROLE.match(text, name.end)  # "Harbour master Ann Poe"
        if begins_role or _stands_where(text, found, lead):
            name = name._replace(sort="spot")
        elif sort == "name" and (name.the or text.endswith(" for a ", 0, lead)):  # "Union for a Free Kell"
            name = name._replace(sort="spot" if _ON_BOARD.search(text, max(0, lead - 16), lead) else "organization")
    found.append(name)


def _is_short(text: str, name: Occurrence) -> bool:
    """Whether a name after a comma is only a state's in short, or a party's with its state: "Fla.", "R-Fla."."""
    word = text[name.lead : name.end]
    is_state = text[name.end] == "." and word.lower().replace(".", "") in _STATES_IN_SHORT
    return is_state or _OF_PARTY.fullmatch(word) is not None


def _stands_where(text: str, found: Sequence[Occurrence], lead: int) -> bool:
    """Whether a name stands where a place does: "in Ostby", "near Lund"."""
    is_saints = text[lead - 4 : lead] == " at " and text[lead : lead + 2] == "St"  # "the kitchen at St Ann's"
    is_behind = is_saints or text[lead - 4 : lead] == " in " or text[lead - 5 : lead - 1] in _WHERE
    if is_behind and _HELD_IN.search(text, max(0, lead - 24), lead):
        return False  # "shares in Brenn"
    if found_street := _STREET.match(text, lead):
        first = name_key(found_street[1])
        return first not in vocab.FIRST_NAMES and _TO_STREET.search(text, max(0, lead - 7), lead) is not None
    return is_behind or _follows_place(text, found, lead)


def _follows_place(text: str, found: Sequence[Occurrence], lead: int) -> bool:
    """Whether a name is the second of two places: "from Ostby or Lund"."""
    if not found or found[-1].sort not in _PLACES or text[found[-1].end : lead] not in (" or ", " and "):
        return False
    return text.endswith((" from ", " in ", " across "), 0, found[-1].lead)


def _is_half(prose: Prose, name: Occurrence) -> bool:
    """Whether a lone word after "the" may be the first half of a body's name, which "and" goes on with."""
    is_lone = name.sort in ("single", "spot") and name.lead == name.start
    return is_lone and prose.text[max(0, name.start - 4) : name.start].lower() == "the "


def _is_nation(owner: Occurrence, owned: Occurrence) -> bool:
    return owner.sort == "place" or (owner.sort == "single" and owned.key.endswith(_OF_NATIONS))


def _called_sort(prose: Prose, name: Occurrence) -> SourceKind | None:
    """The kind of body that the words beside a name make of it: "the newspaper Dawn", "Dawn, a charity,"."""
    text = prose.text
    before = _WORD_BEFORE.search(text, text.rfind(" ", 0, max(0, name.lead - 1)) + 1, name.lead)
    if before is not None and before[1] in _BODIES_BEFORE:
        is_of_body = _OF_BODY.search(text, max(0, name.lead - 40), name.lead) is not None
        is_apposed = text[name.end : name.end + 1] == "," and not is_of_body
        if not before[2] or is_apposed:
            return vocab.BODY_KINDS[before[1]]
    named = _NAMED_SO.search(text, max(0, name.lead - 50), name.lead)
    if named is not None and named[1] in _BODIES_BEFORE:
        return vocab.BODY_KINDS[named[1]]
    apposed = _APPOSED_BODY.match(text, name.end)
    return vocab.BODY_KINDS.get(apposed[1].lower().split()[-1]) if apposed is not None else None


def _is_led_body(prose: Prose, name: Occurrence) -> bool:
    """Whether somebody leads what a name means: "the chief executive of Brenn"."""
    return _LED.search(prose.text, max(0, name.lead - 40), name.lead) is not None


def gather(prose: Prose, occurrences: Sequence[Occurrence]) -> dict[str, Referent]:
    """Gather occurrences into referents by key, in order of the text; persons' names are not joined yet."""
    referents: dict[str, Referent] = {}
    for name in occurrences:
        start, end, _, _, sort, key, _ = name
        if sort in _NOT_REFERENTS:
            continue
        referent = referents.get(key)
        if referent is None:
            if sort in _MAY_BE_OTHER:
                sort = _called_sort(prose, name) or ("organization" if _is_led_body(prose, name) else sort)
            referent = referents[key] = Referent(prose.text[start:end], key, sort, kind_of(sort))
        elif sort != referent.sort and _RANK[sort] > _RANK[referent.sort]:
            referent.sort, referent.kind = sort, kind_of(sort)
        elif end - start > 1.5 * len(referent.name) or _is_shouted(referent.name, prose.text[start:end]):
            referent.name = prose.text[start:end]
        referent.occurrences.append(name)
    return referents


def _is_shouted(name: str, other: str) -> bool:
    """Whether a name stands in capitals only, as in a dateline, and another has its small letters: OSTBY, Ostby."""
    return len(name) > LONGEST_ACRONYM and name.isupper() and name.lower() == other.lower() and not other.isupper()


def kind_of(sort: str) -> SourceKind:
    """The source kind of a name of this sort."""
    if sort in vocab.PERSONAL_SORTS:
        return "person"
    if sort in ("place", "spot"):  # "Ostby denied it": its government did
        return "government"
    return "anonymous" if sort == "crowd" else BODY_SORTS.get(sort, "organization")
