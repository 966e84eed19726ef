"""Makes one origin of a body and of who speaks for it: its spokesmen, its heads, the offices of persons."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from summarizer.attribution.sources.naming import name_key
from summarizer.comparison.names import body_words, grams, is_of_a_service
from summarizer.comparison.terms import meaning_of
from summarizer.text.overlap import stem
from summarizer.text.words import either, read_words, split_entries, word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from summarizer.comparison.groups import Answer
    from summarizer.comparison.merging import Merging
    from summarizer.comparison.passages import Passage
    from summarizer.comparison.sources import SourceBook

_SPEAKING = word_set("comparison.names.spokespersons") - {"of", "for"}
_THE = re.compile(r"^(?:the|its|a|an)\s", re.IGNORECASE)
_SPOKES = re.compile(r"\bspokes\w+$")
FORMER = re.compile(r"\b(?:former|ex|retired|onetime|then)[\s-]", re.IGNORECASE)
_LEADS = re.compile(r",\swho\s(?P<what>(?:heads|leads|runs|chairs|directs|commands)\s[^,.;:“”]{3,60})")
_ITS = re.compile(r"[Ii]ts\s[a-z]+$")
_ITS_HEAD = re.compile(r"Its\s(?P<role>(?:[a-z-]+\s){0,3}[a-z-]+),\s")
_NEAR = 3  # characters between two sentences or paragraphs
_NAME = re.compile(r"[A-Z][\w’'-]+(?:\s(?:of\s)?[A-Z][\w’'-]+)+")
_OFFICE_OF = re.compile(r"(?:the\s)?(?P<title>[\w\s-]+)['’]s?\soffice", re.IGNORECASE)
# Nobody but the first of an office speaks for it: not the deputy mayor for the mayor's office.
_SECOND = re.compile(r"\b(?:deputy|vice|acting|former|ex|assistant)\b", re.IGNORECASE)
INSTITUTIONS = frozenset({"organization", "government", "military", "armed_group"})
OFFICE = re.compile(
    r"(?P<who>\b[A-Z].*)['’]s?\s(?:office|spokes\w+|campaign|team|aides?|staff|press\ssecretary|statement)"
    r"|\bspokes\w+\s(?:for|of)\s(?P<of>.*)|\boffice\sof\s(?P<of2>.*)"
)
_DOCUMENTS = either("comparison.names.documents")
_DOCUMENT = re.compile(rf"(?:the|a|an|its|his|her)\s(?:[\w-]+\s)?(?P<what>{_DOCUMENTS})", re.IGNORECASE)
_SAID_IN = re.compile(
    rf"\b(?:said|says|found|concluded|wrote)\sin\s(?:an?|the|its|his|her)\s(?:[\w-]+\s){{0,2}}(?P<what>{_DOCUMENTS})\b"
)
_MINISTER, _MINISTRY = name_key("minister"), name_key("ministry")
_SORTS = word_set("comparison.names.bodies") | word_set("comparison.names.documents")
_AFTER_SORT = frozenset({"in", "of", "at", "for", "on", "near", "into"})
# The officer of "a coast guard officer" and "an officer in the port", the people of "two people close to the mayor".
_HEAD_OF_UNNAMED = re.compile(
    r"(?:(?:an?|the|one|two|three|some|several)\s)?(?:[\w’'-]+\s){0,3}?(?P<what>[a-z-]+)"
    r"(?=$|\s(?:of|at|in|with|from|for|close|familiar|briefed|who)\b)",
    re.IGNORECASE,
)
_UNNAMED = re.compile(r"(?:an?|the)\s(?:[a-z-]+\s)?(?P<what>[a-z-]+)", re.IGNORECASE)
# What may stand in the name of any body: "the regional hospital", "a new study".
_OF_ANY = word_set("comparison.names.of_any")
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

# What an origin goes by before it has a number: a source's number, or ("", an article or a copied sentence).
Key = tuple[int, str]


def are_apart(facts: Iterable[Sequence[Answer]], book: SourceBook) -> frozenset[frozenset[int]]:
    """Pairs of sources whom one article has give two answers to one question: they are no one origin there.

    A bank and its head of security, who was dismissed as the one says and left as the other does.
    """
    found: set[frozenset[int]] = set()
    for answers in facts:
        told = [{(one.article, book.number_of(one)) for one in answer.passages} for answer in answers]
        for first, second in combinations(told, 2):
            found |= {
                frozenset((one, two))
                for here, one in first
                for there, two in second
                if here == there and one is not None and two is not None and one != two
            }
    return frozenset(found)


def join_spokespersons(
    passages: Sequence[Passage],
    book: SourceBook,
    merged: Merging[Key],
    is_one_event: Callable[[str, str], bool],
    apart: frozenset[frozenset[int]],
) -> None:
    """Make one origin of a body and of who speaks for it, where an article says so beside the name.

    None of two sources that are `apart`.
    """
    bodies: dict[str, list[int]] = defaultdict(list)
    for number, source in enumerate(book.sources):
        is_body = source.kind not in ("person", "anonymous", "witness", "media")
        if is_body or (source.kind == "anonymous" and is_of_a_service(source.name)):
            for key in sorted({_words_of(_THE.sub("", name)) for name in source.names}):
                bodies[key].append(number)
    for one in passages:
        speaker = book.number_of(one)
        said = _called(one)
        if speaker is None or (one.kind != "person" and _SPOKES.search(one.speaker) is None) or FORMER.search(said):
            continue
        if _SPEAKING.isdisjoint(map(str.lower, _WORDS.findall(said))):
            said = said.partition(" of ")[2]  # "Ann Poe of the coast guard"
        named = {
            gram: bodies[words]
            for gram in grams(said)
            for words in (_words_of(gram), *_bodies_headed().get(gram, ()), _words_of(_ministry(gram)))
            if words in bodies
        }
        longest = {gram for gram in named if not any(gram in other for other in named if other != gram)}
        for body in sorted({body for gram in longest for body in named[gram]} - {speaker}):
            if frozenset((speaker, body)) not in apart and is_one_event(one.article, book.sources[body].articles[0]):
                merged.join((speaker, ""), (body, ""))


def _called(one: Passage) -> str:
    """All that a passage and its sentence say who its speaker is: the name, the role and what the speaker leads."""
    return " ".join((*one.forms[:1], one.role, _led_by(one)))


def _led_by(one: Passage) -> str:
    """What the sentence of a passage says that its speaker leads: "Ann Poe, who heads the office"; "" for nothing."""
    if ", who " not in one.sentence_text or not one.speaker:
        return ""
    at = one.sentence_text.find(f"{one.speaker.split()[-1]}, who ")
    found = _LEADS.match(one.sentence_text, at + len(one.speaker.split()[-1])) if at >= 0 else None
    return found["what"] if found else ""


def join_its_heads(
    passages: Sequence[Passage], book: SourceBook, merged: Merging[Key], is_one_event: Callable[[str, str], bool]
) -> None:
    """Make one origin of "its director", in a sentence that names a body, and the only one who elsewhere heads it."""
    unnamed = [one for one in passages if one.kind == "person" and _ITS.match(one.speaker)]
    heads: dict[str, set[tuple[str, int]]] = defaultdict(set)
    holders: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for one in passages if unnamed else ():
        speaker = book.number_of(one)
        said = _called(one)
        if speaker is None or one.kind != "person" or FORMER.search(said):
            continue
        for word in one.role.split() if one.speaker[:1].isupper() and not _SECOND.search(one.role) else ():
            holders[word].add((one.article, speaker))
        for body in _NAME.findall(said) if not _SPEAKING.isdisjoint(said.lower().split()) else ():
            heads[name_key(body)].add((one.article, speaker))
    for one in unnamed:
        speaker = book.number_of(one)
        if speaker is None:
            continue
        near = [
            (head, "")
            for body in _NAME.findall(one.sentence_text)
            for article, head in heads.get(name_key(body), ())
            if article != one.article and is_one_event(one.article, article)
        ]
        # "The firm's account has changed: its founder said": the only founder of whom the articles tell.
        near = near or [
            (holder, "")
            for article, holder in holders.get(one.speaker.split()[-1], ())
            if article != one.article and is_one_event(one.article, article)
        ]
        merged.join_with_only((speaker, ""), near)


def join_heads_of_speakers(passages: Sequence[Passage], book: SourceBook, merged: Merging[Key]) -> None:
    """Make one origin of a body that has spoken and of whom the next sentence calls "its chief executive, Ann Poe"."""
    last: dict[str, tuple[int, int]] = {}  # of each article, the body that spoke last, and where its sentence ends
    for one in passages:
        speaker = book.number_of(one)
        if speaker is None:
            continue
        if one.kind in INSTITUTIONS and book.sources[speaker].name[:1].isupper():
            last[one.article] = speaker, one.sentence_end
            continue
        body, end = last.get(one.article, (speaker, one.sentence + 1))
        is_next = one.kind == "person" and 0 <= one.sentence - end < _NEAR
        head = _ITS_HEAD.match(one.sentence_text) if is_next else None
        is_named = head is not None and one.sentence_text.startswith(one.speaker.split()[0], head.end())
        if head is not None and is_named and not _SPEAKING.isdisjoint(head["role"].lower().split()):
            merged.join((speaker, ""), (body, ""))


def join_unnamed_bodies(
    passages: Sequence[Passage],
    book: SourceBook,
    merged: Merging[Key],
    is_one_event: Callable[[str, str], bool],
    apart: frozenset[frozenset[int]],
) -> None:
    """Make one origin of "the city's hospital" and of whom alone another article calls a head of a hospital.

    None of two sources that are `apart`.
    """
    heads: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for one in passages:
        speaker = book.number_of(one)
        words = _WORDS.findall(f"{one.role} {one.speaker if one.speaker[:1].islower() else ''}".lower())
        speaks = one.kind == "person" and not _SPEAKING.isdisjoint(words) and not FORMER.search(one.role)
        if speaker is not None and speaks:
            for word in set(words):
                heads[word].append((one.article, speaker))
    for number, source in enumerate(book.sources):
        words = _WORDS.findall(_THE.sub("", source.name))
        if source.kind not in INSTITUTIONS or not words or any(word[0].isupper() for word in words):
            continue
        near = (
            (speaker, "")
            for article, speaker in heads.get(words[-1].lower(), ())
            if article not in source.articles
            and frozenset((number, speaker)) not in apart
            and is_one_event(article, source.articles[0])
        )
        merged.join_with_only((number, ""), near)


def join_offices(book: SourceBook, merged: Merging[Key], is_one_event: Callable[[str, str], bool]) -> None:
    """Make one origin of a person and his office or spokesman."""
    persons: dict[str, list[int]] = defaultdict(list)
    for number, source in enumerate(book.sources):
        for name in source.names:
            if len(name.split()) > 1 and OFFICE.search(name) is None:
                persons[name_key(name)].append(number)
                persons[name_key(name).split()[-1]].append(number)
    for number, source in enumerate(book.sources):
        for name in source.names:
            office = OFFICE.search(name)
            said = next(filter(None, office.groups()), "") if office else ""
            near = {
                other
                for gram in grams(said)
                for other in persons.get(gram, ())
                if other != number and is_one_event(source.articles[0], book.sources[other].articles[0])
            }
            if len(near) == 1:
                merged.join((number, ""), (near.pop(), ""))


def join_titles(
    passages: Sequence[Passage], book: SourceBook, merged: Merging[Key], is_one_event: Callable[[str, str], bool]
) -> None:
    """Make one origin of "the mayor's office" and the only person whom the articles of its event call mayor."""
    offices: dict[int, str] = {}
    for number, source in enumerate(book.sources):
        office = _OFFICE_OF.fullmatch(source.name)
        if office is not None:
            offices[number] = name_key(office["title"])
    bearers: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for one in passages if offices else ():
        speaker = book.number_of(one)
        if speaker is not None and one.kind == "person" and one.role and not _SECOND.search(one.role):
            bearers[name_key(one.role).split()[-1]].add((one.article, speaker))
    for number, said in offices.items():
        near = (
            (speaker, "")
            for article, speaker in bearers.get(said.split()[-1], ())
            if is_one_event(article, book.sources[number].articles[0])
        )
        merged.join_with_only((number, ""), near)


def join_authors(passages: Sequence[Passage], book: SourceBook, merged: Merging[Key]) -> None:
    """Make one origin of "the report" and of the only one who in its article "said in a report"."""
    documents: dict[tuple[str, str], set[int]] = defaultdict(set)
    authors: dict[tuple[str, str], set[Key]] = defaultdict(set)
    for one in passages:
        number = book.number_of(one)
        if number is None:
            continue
        if one.kind == "document" and (name := _DOCUMENT.fullmatch(one.speaker)):
            documents[one.article, name["what"].lower()].add(number)
        elif one.kind != "document" and (found := _SAID_IN.search(one.sentence_text)):
            authors[one.article, found["what"].lower()].add((number, ""))
    for key, numbers in sorted(documents.items()):
        for number in sorted(numbers):
            merged.join_with_only((number, ""), authors.get(key, ()))


def _words_of(name: str) -> str:
    """The words that tell a body's name, in no order: "Poe Hospital" and "the hospital in Poe" are one."""
    return " ".join(sorted(body_words(name)))


def join_bodies_of_answers(facts: Iterable[Sequence[Answer]], book: SourceBook, merged: Merging[Key]) -> None:
    """Make one origin of bodies of one sort that give one answer in two articles: "the regional hospital" and another's
    "hospital in Poe", a report that another article calls a study.
    """
    for answer in (one for fact in facts for one in fact):
        told: dict[int, str] = {}
        _join_unnamed_persons(answer, book, merged)
        for passage in answer.passages:
            number = book.number_of(passage)
            if number is not None and (passage.kind in INSTITUTIONS or passage.kind == "document"):
                told.setdefault(number, passage.article)
        for (one, here), (two, there) in combinations(sorted(told.items()), 2):
            if here != there and _is_of_one_sort(book.sources[one].name, book.sources[two].name):
                merged.join((one, ""), (two, ""))


def _join_unnamed_persons(answer: Answer, book: SourceBook, merged: Merging[Key]) -> None:
    """Make one origin of "an usher" and of the one person whom another article calls an usher, in one answer."""
    roles: dict[str, set[tuple[str, int]]] = defaultdict(set)
    unnamed: list[tuple[str, str, int]] = []
    for passage in answer.passages:
        number = book.number_of(passage)
        if number is None:
            continue
        if passage.kind == "person":
            for word in _WORDS.findall(passage.role):
                roles[word.lower()].add((passage.article, number))
        elif (found := _UNNAMED.fullmatch(passage.speaker)) is not None:
            unnamed.append((found["what"].lower(), passage.article, number))
    for what, article, number in unnamed:
        persons = {person for other, person in roles.get(what, ()) if other != article}
        if len(persons) == 1:
            merged.join((persons.pop(), ""), (number, ""))
    _join_relayed(answer, book, merged)


def _join_relayed(answer: Answer, book: SourceBook, merged: Merging[Key]) -> None:
    """Make one origin of an unnamed person to whom an outlet has spoken and of whom another cites that outlet.

    "The Poe Courier reported, citing an officer" is "a coast guard officer" who "told the Courier".
    """
    told: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for passage in answer.passages:
        number = book.number_of(passage)
        found = _HEAD_OF_UNNAMED.match(passage.speaker) if passage.kind in ("anonymous", "witness") else None
        if number is not None and found is not None:
            for outlet in passage.via:
                told[found["what"].lower(), name_key(outlet).split()[-1]].append((passage.article, number))
    for same in told.values():
        for (here, one), (there, two) in combinations(same, 2):
            if here != there:
                merged.join((one, ""), (two, ""))


@lru_cache(maxsize=4096)
def _is_of_one_sort(one: str, two: str) -> bool:
    """Whether two names are of bodies of one sort of which nothing tells them apart."""
    (first, mine), (second, yours) = _sort_of(one), _sort_of(two)
    return bool(first) and first == second and (mine <= yours or yours <= mine)


@lru_cache(maxsize=4096)
def _sort_of(name: str) -> tuple[str, frozenset[str]]:
    """The sort of a body or a document, "hospital", and what else its name tells; "" where it tells no sort."""
    words = _WORDS.findall(_THE.sub("", name))
    until = next((at for at, word in enumerate(words) if word.lower() in _AFTER_SORT and at), len(words))
    if not until:
        return "", frozenset()
    rest = {word.lower() for word in (*words[: until - 1], *words[until + 1 :])}
    sort = words[until - 1].lower()
    return (meaning_of(stem(sort)) if sort in _SORTS else ""), frozenset(rest - _OF_ANY)


@cache
def _bodies_headed() -> dict[str, list[str]]:
    """The words of the bodies for which the holders of offices speak: the fire brigade for "fire chief"."""
    found = {}
    for entry in split_entries(read_words("comparison")["names"]["offices"]):
        office, *bodies = entry.split("/")
        found[name_key(office)] = [_words_of(body) for body in bodies]
    return found


def _ministry(gram: str) -> str:
    """A minister's ministry: "interior ministry" for "interior minister"."""
    return gram.replace(_MINISTER, _MINISTRY) if gram.endswith(f" {_MINISTER}") else gram
