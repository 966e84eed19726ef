"""Looks up a name that somebody else gives, tolerant of spelling and strict about whose name it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.mentions import RUN
from summarizer.attribution.sources.naming import name_key, plain, read_run
from summarizer.attribution.sources.persons import same_person
from summarizer.attribution.sources.prose import lower_case
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Referent
    from summarizer.attribution.sources.naming import Piece
    from summarizer.contract.statement import Offsets

_LONGEST_NAME = 200
_ARTICLE = re.compile(r"\A(?:the|an?)\s+", re.IGNORECASE)
_GAP = r"[\s\-–’'‘ʼ`´]{0,2}"
_OF_ROLES = vocab.ROLE_NOUNS | vocab.NATIONS | vocab.BODY_KINDS.keys() | vocab.OFFICE_WORDS
_OF_ROLES |= word_set("sources.words.within_roles")
_SPLIT = re.compile(r"[\s\-–’'‘ʼ`´]+")


def look_up(index: NameIndex, name: str) -> Referent | Offsets | None:
    """Find the referent of a name, or the place where its words stand; None when the article holds neither."""
    name = _tidy(name)
    bare = _ARTICLE.sub("", name, count=1) or name
    if not name or len(name) > _LONGEST_NAME or name.lower() in vocab.PRONOUNS:
        return None
    if all(word.lower() in vocab.NEVER_FIRST for word in bare.split()):
        return None
    referent = _referent(index, bare)
    if referent is not None:
        return referent
    place = next(_places_of_name(index, name), None) or next(_places_of_name(index, bare), None)
    return _guard(index, place) if place is not None else None


def _tidy(name: str) -> str:
    return " ".join(name.split()).strip(' ,;:.“”"()')


def _referent(index: NameIndex, name: str) -> Referent | None:
    direct = index.referents.get(name_key(name))
    if direct is not None and (direct.kind == "person" or direct.sort not in ("crowd", "spot")):
        return index.fullest_body(direct)
    piece = _named_by(name)
    if piece is None:
        return None
    exact = index.referents.get(piece.key)
    if exact is not None:
        return index.fullest_body(exact) if piece.lead == piece.start or exact.kind == "person" else None
    words = piece.key.split()
    if len(words) < 2 or piece.sort not in ("person", "name"):
        return None
    bearers = [who for who in index.persons if " " in who.name and same_person(words, name_key(who.name).split())]
    gender = _gender_of_first_name(name[piece.start - piece.end :])
    # Dan is not a short form of Dana.
    return next((who for who in bearers if {gender, _gender_of_first_name(who.name)} != {"woman", "man"}), None)


def _named_by(name: str) -> Piece | None:
    """The name in "the harbour chief Ann Poe"; None where more than a role stands around it."""
    runs = list(RUN.finditer(name))
    pieces = read_run(runs[-1][0]) if runs and runs[-1].end() == len(name) else ()
    if not pieces or pieces[-1].end != len(runs[-1][0]):
        return None
    titles = name[: runs[-1].start() + pieces[-1].start].lower().replace("’", "'").split()
    words = [title.strip(".,") for title in titles]
    is_role = all(word.removesuffix("'s") in _OF_ROLES for word in words)
    return pieces[-1] if is_role or titles[-1] in vocab.PERSON_NOUNS or words[-1] in vocab.PERSON_TITLES else None


def _gender_of_first_name(name: str) -> str:
    first = plain(name.split(maxsplit=1)[0]) if name.strip() else ""
    is_made_of_his = first.endswith("a") and vocab.FIRST_NAMES.get(first[:-1]) == "man"
    return vocab.FIRST_NAMES.get(first) or ("woman" if is_made_of_his else "")


def _places_of_name(index: NameIndex, name: str) -> Iterator[Offsets]:
    """Where the words of a name stand in the title or body, in order of the text; between them may be two marks."""
    words = [re.escape(word) for word in _SPLIT.split(lower_case(name)) if word]
    pattern = re.compile(rf"(?<!\w){_GAP.join(words)}(?!\w)")
    for match in pattern.finditer(index.prose.lower_text) if words else ():
        if index.prose.is_body(match.start()):
            yield match.span()


def _guard(index: NameIndex, place: Offsets) -> Referent | Offsets | None:
    """A part of a person's name stands for the person only if it is the first or last word of one person's name."""
    start, end = place
    around = next((name for name in index.within(start, end) if name.start <= start and end <= name.end), None)
    if around is None or around.sort not in ("person", "name"):
        return place
    part = name_key(index.prose.text[start:end])
    keys = {person: name_key(person.name).split() for person in index.persons}
    bearers = [person for person, words in keys.items() if part in (*words[:1], *words[-1:])]
    return bearers[0] if len(bearers) == 1 else None


def find_nearest(index: NameIndex, name: str, near: int) -> Offsets | None:
    """Find the mention of a source nearest to an offset; its sentence comes first, then the one before."""
    found = look_up(index, name)
    if found is None:
        return None
    if isinstance(found, tuple):
        spots = list(_places_of_name(index, _ARTICLE.sub("", _tidy(name), count=1))) or [found]
    else:
        spots = index.mentions_of(found)
    here = index.prose.sentence_at(near)

    def rank(spot: Offsets) -> tuple[int, bool, int]:
        away = here - index.prose.sentence_at(spot[0])
        return (away if away in (0, 1) else 2), away < 0, abs(spot[0] - near)

    return min(spots, key=rank, default=None)
