"""Looks up a name that somebody else gives, tolerant of spelling and strict about whose name it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import lexicon as lex
from summarizer.attribution.sources.mentions import RUN
from summarizer.attribution.sources.naming import lower_case, name_key, plain, read_run
from summarizer.attribution.sources.persons import same_person

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Referent
    from summarizer.attribution.sources.naming import Piece

Offsets = tuple[int, int]
_THE = re.compile(r"\A(?:the|an?)\s+", re.IGNORECASE)
_WORD_CHARACTER = re.compile(r"\w")
_GAP = re.compile(r"[\s\-–’'‘ʼ`´]{0,2}")
_SPLIT = re.compile(r"[\s\-–’'‘ʼ`´]+")


def look_up(index: NameIndex, name: str) -> Referent | Offsets | None:
    """Find the referent of a name, or the place where its words stand; None when the article holds neither."""
    if name not in index.looked_up:  # a model names one source for many claims
        index.looked_up[name] = _look_up(index, name)
    return index.looked_up[name]


def _look_up(index: NameIndex, name: str) -> Referent | Offsets | None:
    name = " ".join(name.split()).strip(' ,;:.“”"()')
    if not name or len(name) > 200 or name.lower() in lex.PRONOUNS:
        return None
    bare = _THE.sub("", name, count=1) or name
    if all(word.lower() in lex.NEVER_FIRST for word in bare.split()):
        return None
    referent = _referent(index, bare)
    if referent is not None:
        return referent
    place = next(_places(index, name), None) or next(_places(index, bare), None)
    if place is None:
        return None
    return _guard(index, place)


def _referent(index: NameIndex, name: str) -> Referent | None:
    key = name_key(name)
    direct = index.referents.get(key)
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
    full = (r for r in index.persons if " " in r.name and same_person(words, name_key(r.name).split()))
    return next((r for r in full if not _differ_in_gender(name[-(piece.end - piece.start) :], r.name)), None)


def _named_by(name: str) -> Piece | None:
    """The name in "the harbour chief Ann Poe"; None where more than a role stands around it."""
    runs = list(RUN.finditer(name))
    pieces = read_run(runs[-1].group()) if runs and runs[-1].end() == len(name) else ()
    if not pieces or pieces[-1].end != len(runs[-1].group()):
        return None
    titles = name[: runs[-1].start() + pieces[-1].start].lower().replace("’", "'").split()
    is_role = not titles or _is_person_noun(titles[-1]) or all(_is_title(word) for word in titles)
    return pieces[-1] if is_role else None


def _differ_in_gender(one: str, two: str) -> bool:
    """Whether two first names are known to be a man's and a woman's: Dan is no short form of Dana."""
    return {_gender(one), _gender(two)} == {"woman", "man"}


def _gender(name: str) -> str:
    first = plain(name.split(maxsplit=1)[0]) if name.strip() else ""
    made_of_his = first.endswith("a") and lex.FIRST_NAMES.get(first[:-1]) == "man"
    return lex.FIRST_NAMES.get(first) or ("woman" if made_of_his else "")


def _is_person_noun(word: str) -> bool:
    return word in lex.PERSONS or word.strip(".,") in lex.TITLES


def _is_title(word: str) -> bool:
    word = word.strip(".,").removesuffix("'s")
    return (
        word in lex.TITLES or word in lex.PERSONS or word in lex.ADJECTIVES or word in lex.PLACES
        or word in lex.BODIES or word in lex.OFFICES or word in ("of", "the", "for", "and", "senior", "top", "press")
    )  # fmt: skip


def _places(index: NameIndex, name: str) -> Iterator[Offsets]:
    """Where the words stand in the title or body, in order of the text."""
    words = [word for word in _SPLIT.split(lower_case(name)) if word]
    at = index.lower_text.find(words[0]) if words else -1
    while at >= 0:
        end = _end_of_words(index.lower_text, at, words)
        if end is not None and index.is_body(at):
            yield at, end
        at = index.lower_text.find(words[0], at + 1 if end is None else end)


def _end_of_words(text: str, at: int, words: Sequence[str]) -> int | None:
    """Where these words end that begin at an offset, with two blanks or marks at most between them; None for others.

    A pattern for each name would take longer to compile than all else that is done for a claim.
    """
    if at and _WORD_CHARACTER.match(text[at - 1]):
        return None
    for number, word in enumerate(words):
        if number and (gap := _GAP.match(text, at)):
            at = gap.end()
        if not text.startswith(word, at):
            return None
        at += len(word)
    return None if _WORD_CHARACTER.match(text, at) else at


def _guard(index: NameIndex, place: Offsets) -> Referent | Offsets | None:
    """A part of a person's name stands for the person only if it is the first or last word of one person's name."""
    start, end = place
    around = next((o for o in index.within(start, end) if o.start <= start and end <= o.end), None)
    if around is None or around.sort not in ("person", "name"):
        return place
    part = name_key(index.text[start:end])
    bearers = {
        id(r): r for r in index.persons if part in (words := name_key(r.name).split()) and part in (words[0], words[-1])
    }
    return next(iter(bearers.values())) if len(bearers) == 1 else None


def find_nearest(index: NameIndex, name: str, near: int) -> Offsets | None:
    """Find the mention of a source nearest to an offset; its sentence comes first, then the one before."""
    found = look_up(index, name)
    if found is None:
        return None
    if isinstance(found, tuple):
        bare = _THE.sub("", " ".join(name.split()).strip(' ,;:.“”"()'), count=1)
        spots = list(_places(index, bare)) or [found]
    else:
        spots = index.mentions_of(found)
    here = index.sentence_at(near)

    def rank(spot: Offsets) -> tuple[int, int, int]:
        away = here - index.sentence_at(spot[0])
        order = 0 if away == 0 else 1 if away == 1 else 2
        return order, 0 if away >= 0 else 1, abs(spot[0] - near)

    return min(spots, key=rank, default=None)
