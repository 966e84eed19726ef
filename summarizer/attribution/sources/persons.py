"""Joins the forms of a person's name, and says who is a woman, a man, or no person at all."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import partial
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.naming import loosen, plain
from summarizer.attribution.sources.roles import role_after
from summarizer.text.words import leaping, word_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.attribution.sources.mentions import Occurrence, Referent
    from summarizer.attribution.sources.prose import Prose
    from summarizer.attribution.sources.vocabulary import Gender

_VOTES = {"he": "man", "she": "woman"}
_VOTE = {word: _VOTES[key] for word, key in vocab.PRONOUNS.items() if key in _VOTES} | {"its": "body"}
_PRONOUN = re.compile(rf"{leaping(_VOTE, ignore_case=True)}\b|[”“\"\n]")
_SITE = re.compile(rf"\s(?:{vocab.any_of(word_set('sources.places.sites'))})\b")
_SAID_IT = re.compile(
    rf",?\s(?:{vocab.any_of(word_set('sources.grammar.said_it'))})\s(?:in\sa\s\w+\s|on\s[A-Z]\w+\s)?(?:that\s)?it\b"
)
# "It was late", "it would take years" and "it’s time" are said by persons, too.
_OF_NOBODY = re.compile(
    r"[’']s\b|\s(?:was|is|has\sbeen|had\sbeen)\s(?!\w+(?:ing|ed)\b)(?:not\s|a\s|the\s|too\s|very\s)?\w+(?:[,.;”\"]|\s(?:to|that)\b)"
    r"|\s(?:will|would|may|might|could|must|should)\s(?:not\s)?(?:be|take|make|help|mean|cost)\b"
)
# "Nabbo confirmed the leak. It advised", "Nabbo's shares" and "Nabbo, which".
_IS_BODY = re.compile(
    rf"[^.\n“”\"]{{1,140}}\.\sIt\s(?:also\s|has\s)?(?:{vocab.any_of(word_set('sources.grammar.it_said'))})\b"
    rf"|[’']s\s(?:{vocab.any_of(word_set('sources.grammar.had_by_bodies'))})\b|,\swhich\s"
)
_OBJECT = re.compile(
    r"(?:,\s\d\d)?,?\s(?:also\s|has\s|had\s|would\s|will\s)?[a-z]+\s(?:him|her(?=[,.;]|\s(?:to|that|a|an|the|as|for|in|on|at|of|with|from|and|by)\b))\b"
)
_SUFFIXES = frozenset(map(loosen, word_set("sources.name_parts.suffixes", "sources.name_parts.numerals")))
_KIN_AFTER = re.compile(r",\s(?:[\w’'-]+\s){1,9}?([a-z]+)\sof\s[A-Z]")  # "Poe, a lawyer and the husband of Roe"
_MOST_BETWEEN = 8  # names between a name and a pronoun
_APPOSED = re.compile(r",\s(?:an?|the)\s[^,.;\n]*")
_DEFINITE, _INDEFINITE = re.compile(r",\s(?:the|its)\s"), re.compile(r",\san?\s")
_SENTENCE_END = re.compile(r"\.\s[A-Z]")
_MARKS = frozenset("“‘\"'")
_NO_RELATION = re.compile(r"[^.;“”\"\n]{0,90}\bno\srelat(?:ion|ive)\b")
_LONGEST_CALLING = 20  # characters of "businesswoman, "
_SHORTLY = 110  # characters after a name, within which a pronoun most likely means it
_REPEATED = 250  # characters within which a surname repeats the full name just given


def join_persons(prose: Prose, referents: dict[str, Referent]) -> tuple[list[Referent], dict[int, Referent]]:
    """Join the forms of one person's name: fuller names with each other, then single words with their full name.

    Gives the persons, and for each use of a name that several persons bear, by its start, who it means.
    """
    by_surname: dict[str, list[str]] = {}
    by_first: dict[str, list[str]] = {}
    singles: list[str] = []
    for key, referent in referents.items():
        if referent.sort not in vocab.PERSONAL_SORTS and referent.sort != "spot":
            continue
        if len(referent.key_words) < 2 or " " not in referent.name:
            singles.append(key)  # "Poe", and "the Poe-Roe plan", which names no person
        else:
            _join_full(prose, referents, by_surname.setdefault(_surname(referent.key_words), []), key)
    for keys in by_surname.values():
        for key in keys:
            by_first.setdefault(referents[key].key_words[0], []).append(key)
    shared: dict[int, Referent] = {}
    for key in singles:
        is_hyphened = len(referents[key].key_words) > 1
        full = _bearers_of_part(referents, by_surname, key) if is_hyphened else by_surname.get(key) or by_first.get(key)
        if full and (is_hyphened or key in by_surname or not _names_site(prose, referents[key])):
            shared |= _join_single(prose, referents, key, list(dict.fromkeys(referents[one] for one in full)))
    unique = dict.fromkeys(referent for referent in referents.values() if referent.sort in vocab.PERSONAL_SORTS)
    for referent in unique:
        referent.occurrences.sort()
        _recognise_body(prose, referent)
    return [referent for referent in unique if referent.kind == "person"], shared


def _bearers_of_part(referents: Mapping[str, Referent], by_surname: Mapping[str, list[str]], key: str) -> list[str]:
    """Those whose full names end with a hyphened surname: "Poe-Roe" for "Ann Poe-Roe"."""
    words = referents[key].key_words
    return [one for one in by_surname.get(words[-1], ()) if referents[one].key_words[-len(words) :] == words]


def _names_site(prose: Prose, single: Referent) -> bool:
    """Whether a lone name stands before the word for a place: "the Tarrin mine" is no first name."""
    return any(_SITE.match(prose.text, name.end) for name in single.occurrences[:8])


def _surname(words: Sequence[str]) -> str:
    return words[-2] if words[-1] in _SUFFIXES and len(words) > 2 else words[-1]


def _join_full(prose: Prose, referents: dict[str, Referent], known: list[str], key: str) -> None:
    """Join a full name with an earlier one of the same surname if they can be one person's."""
    new = referents[key]
    words = new.key_words
    for other in known:
        old = referents[other]
        if old is new or not same_person(other.split(), words):
            continue
        is_fuller = len(words) > len(old.name.split()) and len(set(words)) == len(words)
        if is_fuller and same_word(words[0], old.key_words[0]):
            old.name = new.name
        if old.key_words[1:] == words and _begins_with_verb(prose, old):
            old.name = new.name
        old.sort = "person" if "person" in (old.sort, new.sort) else old.sort
        old.occurrences += new.occurrences
        referents[key] = old
        return
    known.append(key)


def _begins_with_verb(prose: Prose, name: Referent) -> bool:
    """Whether the first word of a name may be the verb of its sentence: a headline's "Deport Ann Poe"."""
    (use,) = name.occurrences[:1]
    before = prose.text[: use.lead][-1:]
    is_first = use.lead == prose.sentence_starts[use.sentence] or before in _MARKS
    return is_first and len(name.occurrences) == 1 and plain(name.name.split()[0]) not in vocab.FIRST_NAMES


def same_person(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether the shorter name's words stand in the longer one in order, initials and short forms allowed."""
    short, full = (one, two) if len(one) <= len(two) else (two, one)
    rest = iter(full)
    return _surname(short) == _surname(full) and all(any(same_word(word, other) for other in rest) for word in short)


def same_word(one: str, two: str) -> bool:
    """Whether two words of names are the same, or one is the initial or a short form of the other."""
    short, long = (one, two) if len(one) < len(two) else (two, one)
    return one == two or (long.startswith(short) and (len(short) == 1 or len(short) >= 3))


def _join_single(
    prose: Prose, referents: dict[str, Referent], key: str, bearers: Sequence[Referent]
) -> dict[int, Referent]:
    """Give each use of a surname or first name to its likeliest bearer; the uses that several bearers share."""
    single = referents[key]
    titles = [prose.text[name.lead : name.start].lower().strip(" .") for name in single.occurrences]
    genders = [vocab.GENDERS.get(title, "") for title in titles]
    if len(bearers) == 1:
        if (introduced := _introduced_after(prose, single, bearers[0])) is not None:
            return _part_at(single, bearers[0], introduced)
        if {*genders, known := gender_of(prose, bearers[0])} >= {"woman", "man"}:
            return _part_by_title(prose, single, bearers[0], [known != "" and gender == known for gender in genders])
        bearers[0].occurrences += single.occurrences
        bearers[0].sort = "person"
        referents[key] = bearers[0]
        return {}
    for bearer in bearers if any(genders) else ():
        _recognise_body(prose, bearer)
    # "Abel" says nothing of whom "Finch" means.
    starts = {one: sorted(name.start for name in one.occurrences if key in name.key.split()) for one in bearers}
    uses = zip(single.occurrences, genders, strict=True)
    meant = {name.start: _likeliest(prose, starts, name.start, gender) for name, gender in uses}
    for name in single.occurrences:
        meant[name.start].occurrences.append(name)
    referents[key] = max(bearers, key=lambda bearer: len(bearer.occurrences))
    return meant


def _part_by_title(prose: Prose, single: Referent, bearer: Referent, fits: Sequence[bool]) -> dict[int, Referent]:
    """Give "Mrs. Poe" to the Ann Poe who bears the surname's only full name, but neither "Mr. Poe" nor "Poe" alone."""
    uses = list(zip(single.occurrences, fits, strict=True))
    single.occurrences = [name for name, is_hers in uses if not is_hers]
    first = single.occurrences[0]
    if all(prose.text[name.lead : name.start].lower().strip(" .") in vocab.GENDERS for name in single.occurrences):
        single.name = prose.text[first.lead : first.end]
    hers = [name for name, is_hers in uses if is_hers]
    bearer.occurrences += hers
    return {name.start: bearer for name in hers}


def _introduced_after(prose: Prose, single: Referent, bearer: Referent) -> int | None:
    """Where the only full bearer of a surname is introduced, if that was somebody else's before; else None.

    "Poe, the Senate leader, said" is said by another than "Ann Poe, a baker", or than an Ann Poe who is no relation.
    """
    first, full = min(single.occurrences), min(name for name in bearer.occurrences if " " in name.key)
    before = role_after(prose, first) if first.start < full.start else ""
    if not before:
        return None
    told = role_after(prose, full)
    is_new = (
        told != "" and _INDEFINITE.match(prose.text, full.end) is not None and _DEFINITE.match(prose.text, first.end)
    )
    is_other = bool(is_new) and set(told.lower().split()).isdisjoint(before.lower().split())
    return full.start if is_other or _NO_RELATION.match(prose.text, full.end) is not None else None


def _part_at(single: Referent, bearer: Referent, introduced: int) -> dict[int, Referent]:
    """Give the uses of a surname behind an offset to its bearer, and leave those before it to somebody else."""
    later = [name for name in single.occurrences if name.start > introduced]
    single.occurrences = [name for name in single.occurrences if name.start < introduced]
    single.sort = "name"
    bearer.occurrences += later
    return {name.start: bearer for name in later}


def _likeliest(prose: Prose, starts: Mapping[Referent, Sequence[int]], at: int, gender: Gender) -> Referent:
    """Who a name at an offset means: a bearer of its title's gender, just named in full, or named most often."""
    most = max(map(len, starts.values()))

    def fitness(bearer: Referent) -> tuple[bool, int, int, int]:
        known = gender_of(prose, bearer) if gender else gender
        # Who is known to be a man is "Mr. Poe" rather than somebody of whom nothing is known.
        fits = 2 if known == gender else 1 if not known else 0
        count, before = len(starts[bearer]), bisect_left(starts[bearer], at)
        # A name that the article has given in full is nobody's who comes later.
        is_introduced = before > 0 and fits > 0 and bool(gender)
        last = starts[bearer][before - 1] if before else -1
        is_shortly_before = before > 0 and at - last < _REPEATED
        # Beside the one whom the article is about, another bearer gets the first name each time.
        return is_introduced, fits, last if 3 * count > most and is_shortly_before else -1, count

    return max(starts, key=fitness)


def gender_called(prose: Prose, name: Occurrence) -> Gender:
    """The gender of the noun by which a name is called where it stands: "the abbess, Ann Poe", "actress Ann Poe"."""
    before = prose.text[max(prose.sentence_starts[name.sentence], name.lead - _LONGEST_CALLING) : name.lead]
    return vocab.GENDERS.get(before.rstrip(" ,").rpartition(" ")[2].lower(), "")


def gender_of(prose: Prose, person: Referent, named: Sequence[int] = ()) -> Gender:
    """The gender that titles, roles, the first name or else pronouns show, empty when nothing does.

    `named` are the places where persons are named, in order: a pronoun behind another's name shows nothing.
    """
    for count_votes in (_votes_by_titles, partial(_votes_by_pronouns, named=named)):
        votes = count_votes(prose, person)
        if votes["woman"] != votes["man"]:
            return "woman" if votes["woman"] > votes["man"] else "man"
    return ""


def is_gender_called(prose: Prose, person: Referent) -> bool:
    """Whether titles, roles or the first name show somebody's gender, and not only the pronouns after the name."""
    votes = _votes_by_titles(prose, person)
    return votes["woman"] != votes["man"]


def _votes_by_titles(prose: Prose, person: Referent) -> dict[str, int]:
    """How often titles, roles and the first name show a woman and a man."""
    votes = {"woman": 0, "man": 0, "": 0}
    if person.name.strip():
        votes[vocab.FIRST_NAMES.get(plain(person.name.split(maxsplit=1)[0]), "")] += 2
    for name in person.occurrences[:12]:
        # "The husband of Poe" says nothing of Poe.
        for word in prose.text[max(0, name.lead - 16) : name.start].lower().rpartition(" of ")[2].split()[-3:]:
            bare = word.rstrip(".,")
            if bare in vocab.GENDERS:
                votes[vocab.GENDERS[bare]] += 1 if bare.endswith("man") else 3
        kin = _KIN_AFTER.match(prose.text, name.end)
        votes[vocab.GENDERS.get(kin[1], "") if kin is not None else ""] += 3
    return votes


def _votes_by_pronouns(prose: Prose, person: Referent, named: Sequence[int] = ()) -> dict[str, int]:
    """How many of the pronouns that follow a name shortly show a woman, a man and a body."""
    votes = {"woman": 0, "man": 0, "body": 0, "": 0}
    for name in person.occurrences[:4]:
        said_it = _SAID_IT.match(prose.text, name.end)
        if said_it is not None:
            votes["" if _OF_NOBODY.match(prose.text, said_it.end()) else "body"] += 1
            continue
        if _IS_BODY.match(prose.text, name.end):
            votes["body"] += 1
            continue
        match = _PRONOUN.search(prose.text, _past_object(prose.text, name.end), name.end + _SHORTLY)
        if match is not None and not _is_others(prose, name, match.start(), named):
            votes[_VOTE.get(match[0].lower(), "")] += 1
    return votes


def _is_others(prose: Prose, name: Occurrence, at: int, named: Sequence[int]) -> bool:
    """Whether a pronoun behind a name may be somebody else's, who is named between: "Poe said. Ann Roe came as she"."""
    text, first = prose.text, bisect_left(named, name.end)
    others = [start for start in named[first : first + _MOST_BETWEEN] if start < at]
    # "Poe, a Roe supporter, said she", but not "Poe, who led Roe after her defeat".
    others = [
        start for start in others if "," not in text[start:at] or _APPOSED.fullmatch(text, name.end, start) is None
    ]
    if not others:
        return False
    is_subject = name.lead == prose.sentence_starts[name.sentence]
    return not is_subject or _SENTENCE_END.search(text, others[-1], at) is None  # beside "Poe met Ann Roe. She"


def _past_object(text: str, end: int) -> int:
    """Where "Poe, 51, told him" ends, after a name that ends at an offset: him is somebody else."""
    told = _OBJECT.match(text, end)
    return told.end() if told is not None else end


def _recognise_body(prose: Prose, name: Referent) -> None:
    """Make a place or a body of a name that only "its" follows, or that stands after "in"."""
    if name.sort == "person":
        return
    if name.sort == "name" and _is_of_something(prose, name):
        name.sort = name.kind = "organization"
        return
    is_place = name.sort == "single" and any(use.sort == "spot" for use in name.occurrences)
    pronouns = _votes_by_pronouns(prose, name)
    if pronouns["woman"] or pronouns["man"] or not (is_place or pronouns["body"]):
        return
    titles = _votes_by_titles(prose, name)
    if titles["woman"] or titles["man"]:
        return
    if name.sort == "name" and role_after(prose, name.occurrences[0]):
        return  # "Poe Roe, director of the dam, said that its wall"
    if is_place:
        name.sort, name.kind = "place", "government"
    else:
        name.sort = name.kind = "organization"


def _is_of_something(prose: Prose, name: Referent) -> bool:
    """Whether a name with "of" in it begins with no first name, title or role: "Village of Varn", but Joan of Arc."""
    first, _, rest = name.name.partition(" ")
    is_person = vocab.FIRST_NAMES.get(plain(first)) or first.lower() in vocab.PERSON_NOUNS | vocab.ROLE_NOUNS
    titles = _votes_by_titles(prose, name)
    return rest.startswith("of ") and not is_person and not titles["woman"] and not titles["man"]
