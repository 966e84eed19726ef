"""Reads a run of capitalised words: which of them are a name, which are a title, and what kind of thing it names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import lexicon as lex

if TYPE_CHECKING:
    from summarizer.contract.draft import SourceKind


class SourceName(NamedTuple):
    """A source by the fullest name that its article gives it.

    `name` is in the article's own letters; `role` is what the article calls the source ("army spokesman"), empty
    where it calls it nothing.
    """

    name: str
    kind: SourceKind
    role: str = ""


class Piece(NamedTuple):
    """A part of a run: `lead` to `start` are its titles, `start` to `end` its name, offsets within the run.

    `sort` is a source kind, or what else a capitalised word can be: "name" (two words or more that nothing else is
    known of, mostly a person), "single" (one such word), "place", "adjective", "title" (no name follows), "crowd"
    ("Democrats") or "none". `the` says that the run itself begins with the article.
    """

    lead: int
    start: int
    end: int
    sort: str
    key: str
    the: bool


_APOSTROPHES = re.compile("['’‘ʼʻ`´′]")
_ARTICLE = re.compile(r"(?:al|el|ul|as|ad|ar|at|ash)-(?=\w{3})")
_DOUBLED = re.compile(r"([^\W\d_])\1+")
_GLUED = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]+(?:\s|$))")
# A capital inside one word tells a brand, but for the surnames that have one.
_BRAND = re.compile(r"\b(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O)[A-Z])[A-Z][a-z]+[A-Z]\w+")
GIVEN_NAMES = frozenset({"will", "per"})  # which begin a sentence far more often than a name
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_CUT_OFF = lex.NEVER_FIRST | lex.TITLES
_MANY = lex.ADJECTIVES | lex.PERSONS | lex.BODIES.keys()
_LINKS = frozenset({"of", "for"})
_MOHAMMED = re.compile(r"m[uo]h[ae]m+[ae]d")
_ONCE = itemgetter(1)  # of a match; a template would take a detour through Python
# All of ASCII: a letter that the table lacks would cost an exception inside.
_LIKE_LETTERS = {**{code: code for code in range(128)}, **str.maketrans("eyoq", "iiuk", "-")}


def lower_case(text: str) -> str:
    """A text in lower case, character by character: the one letter that would become two becomes one."""
    return text.replace("İ", "i").lower()


def plain(word: str) -> str:
    """Lower case, without diacritics, apostrophes or a closing full stop."""
    if not word.isascii():
        word = _APOSTROPHES.sub("'", word)
        if not word.isascii():
            word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return word.lower().replace(".", "").removesuffix("'s").replace("'", "")


@lru_cache(maxsize=8192)
def loosen(word: str) -> str:
    """One spelling for the transliterations of a word: Rasool and Rasul, Al-Kadhemi and Kadhimi, Mohamed, Muhammad."""
    word = word.lower() if word.isascii() and word.isalpha() else plain(word)
    if "-" in word:
        word = _ARTICLE.sub("", word)
    if "ham" in word or "hem" in word:
        word = _MOHAMMED.sub("muhamad", word)
    # Of "ou" and "oo", "ee", "ei" and "ie" the doubled letters that this makes leave one.
    return _DOUBLED.sub(_ONCE, word.translate(_LIKE_LETTERS))


_UNSAID = frozenset({"al", "il", "ul", "thi", "&"})


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """A key that two spellings of one name share; empty when the name has no letters."""
    if name.isalpha():
        return loosen(name)
    flat = name.replace("U.S.", "US").replace("United States", "US").replace("-", " ").replace("–", " ")
    words = [loosen(word) for word in flat.split()]
    if len(words) == 1:
        return words[0]
    return " ".join([word for word in words if word and word not in _UNSAID]) or " ".join(words)


def _starts_nothing(run: str, place: tuple[int, int, str]) -> bool:
    """Whether no name begins with this word ("But", "It's", "Sunday")."""
    start, end, word = place
    if end - start == 2 and run[end - 1] == ".":  # "A. Poe"
        return False
    return word in lex.NEVER_FIRST or word in lex.DAYS or ("'" in word and word.partition("'")[0] in lex.NEVER_FIRST)


def _low(word: str) -> str:
    if "`" in word or not word.isascii():
        word = _APOSTROPHES.sub("'", word)
    return word.lower().replace(".", "")


@lru_cache(maxsize=32768)
def read_run(run: str, *, named: bool = False) -> tuple[Piece, ...]:
    """Split a run of capitalised words into its pieces, in order; no pieces where it names nothing.

    `named` says that "Will" or "Per" at its beginning is somebody's name.
    """
    words = _split_words(run)
    first, last, the = 0, len(words), False
    while (
        not named
        and first < last
        and (_starts_nothing(run, words[first]) or (first + 1 < last and words[first][2] in lex.VERBS))
    ):
        the = words[first][2] == "the"
        first += 1
    while last > first and (words[last - 1][2] in lex.DAYS or not words[last - 1][2][:1].isalnum()):
        last -= 1
    if first == last:
        return ()
    pieces: list[Piece] = []
    for low, high in _segments(run, words, first, last) if last - first > 1 else ((first, last),):
        pieces += _read_segment(run, words, low, high, the=the and not pieces)
    return tuple(pieces)


Words = list[tuple[int, int, str]]


def _split_words(run: str) -> Words:
    """The run's words in lower case; a lost space before a function word is made up for ("HillsAfter")."""
    parts = run.split()
    lows = _low(run).split()
    if len(lows) != len(parts):  # a word of full stops alone
        lows = list(map(_low, parts))
    words: Words = []
    end = 0
    for part, low in zip(parts, lows, strict=True):
        start = run.find(part, end)
        end = start + len(part)
        glued = _GLUED.search(run, start, end) if len(part) > 4 and not part[1:].islower() else None
        if glued and (cut_off := _low(run[glued.start() : end])) in _CUT_OFF:
            words.append((start, glued.start(), _low(run[start : glued.start()])))
            words.append((glued.start(), end, cut_off))
        else:
            words.append((start, end, low))
    return words


def _segments(run: str, words: Words, first: int, last: int) -> list[tuple[int, int]]:
    """Cut at "of" and "for" where what stands before them takes no complement, and at capitalised function words."""
    out: list[tuple[int, int]] = []
    low = first
    for i in range(first + 1, last):
        link = words[i][2]
        if (
            link in lex.NEVER_FIRST
            and run[words[i][0]].isupper()
            and run[words[i][1] - 1] != "."  # "Ann I. Poe"
            and not (link in GIVEN_NAMES and words[i - 1][2] in lex.TITLES)  # "Mayor Will Poe"
            and not (
                link in lex.NUMBERS and words[i - 1][2] in lex.BODIES  # "Channel Two"
            )
        ):
            out.append((low, i))
            low = i + 1
            continue
        if link not in _LINKS or i <= low or i == last - 1:
            continue
        before, after = words[i - 1][2], words[i + 1][2]
        if before in lex.BODIES or before in lex.TITLES:
            continue
        if link == "of" and i - low == 1 and after not in lex.PLACES and before not in lex.PLACES:
            continue
        out.append((low, i))
        low = i + 2 if after == "the" else i + 1
    out.append((low, last))
    return [(a, b) for a, b in out if a < b]


def _read_segment(run: str, words: Words, low: int, high: int, *, the: bool) -> list[Piece]:
    first = low
    if high - low == 1:
        word = words[low][2]
        sort = lex.KNOWN.get(word) or _sort_of_one(word)
    else:
        lows = [word for _, _, word in words[low:high]]
        titles = _title_length(lows)
        sort = _sort_of(lows, titles)
        if sort in _PERSONAL and titles < len(lows):
            first = low + titles
    if sort == "none":
        return []
    lead, end, last = words[low][0], words[high - 1][1], words[high - 1][2]
    if sort in _UNSURE:
        sort = _sort_by_letters(run[lead:end], sort)
    if sort == "organization":
        first = low
        if last in lex.TITLES:
            sort = "title"
    start = words[first][0]
    if run[end - 1] == "." and last not in _SUFFIXES and "." not in run[start : end - 1].rsplit(maxsplit=1)[-1]:
        end -= 1
    return [Piece(lead, start, end, sort, name_key(run[start:end]), the)]


def _sort_by_letters(name: str, sort: str) -> str:
    """The sort of a name that no list knows, by how it is written: "NGHS", "Poe & Roe" and "PoeWorks" are bodies."""
    if "&" in name:
        return "organization"
    if sort == "name" or name[1:].islower():
        return sort
    is_body = (name.isupper() and 3 <= len(name) <= 8) or _BRAND.search(name)
    return "organization" if is_body else sort


_UNSURE = frozenset({"name", "single"})
_PERSONAL = frozenset({"person", "name", "single"})


def _title_length(lows: list[str]) -> int:
    """How many words stand before the name: "US Secretary of State Ann Poe" gives 4."""
    if lows[0] in lex.FIRST_NAMES and lows[0] not in lex.TITLES and (len(lows) < 3 or lows[1] not in lex.TITLES):
        return 0
    length = 1 if lows[0] in lex.PERSONS and len(lows) > 2 else 0
    for i, word in enumerate(lows):
        if word in lex.TITLES:
            length = i + 1
        elif i == length and i and word == "of" and any(w in lex.OFFICES for w in lows[i + 1 : i + 3]):
            length = _office_end(lows, i + 1)
    if length == 0 and lows[0] in lex.ADJECTIVES:
        length = 1
    for i in range(max(length, 1), len(lows) - 1):
        if lows[i] in lex.FIRST_NAMES and lows[i] not in lex.PLACES and _is_modifier(lows[i - 1]):
            return i
    if length == len(lows) and lows[-1] in lex.TITLES and lows[-2:-1] and lows[-2] in lex.FIRST_NAMES:
        return 0
    return length


def _is_modifier(word: str) -> bool:
    return word in lex.ADJECTIVES or word in lex.PERSONS or word in lex.BODIES or word in lex.KNOWN


def _office_end(lows: list[str], i: int) -> int:
    while i < len(lows) and (lows[i] in lex.OFFICES or lows[i] in ("the", "and")):
        i += 1
    return i


def _sort_of(lows: list[str], titles: int) -> str:
    whole = " ".join(lows)
    known: str = lex.KNOWN.get(whole) or ("place" if whole in lex.PLACES else "")
    if known or lex.ADJECTIVES.issuperset(lows):
        return known or "adjective"
    if lows[-1] in lex.DOCUMENTS and lows[-1] not in lex.BODIES:
        return "none"
    if lows[0] in lex.ARMED_FIRST:
        return "armed_group"
    rest = lows[titles:]
    if not rest or rest[0] in _LINKS:
        return "title"
    return _body_kind(lows, rest) or _sort_of_name(lows, rest, titles)


def _sort_of_name(lows: list[str], rest: list[str], titles: int) -> str:
    """The sort of several words of which none is known to name a body; `rest` is what follows the titles."""
    if titles and (lows[titles - 1] not in lex.ADJECTIVES or titles > 1):
        return "person"
    if lows[-1] in lex.FEATURES or lows[0] in ("operation", "lake", "mount", "fort"):
        return "place"
    if titles and len(rest) == 1:
        return "organization"
    if len(rest) <= 5 and (
        rest[0] in lex.FIRST_NAMES or rest[-1] in _SUFFIXES or (len(rest[1]) == 1 and rest[1].isalpha())
    ):
        return "person"
    return "organization" if titles or len(rest) > 5 else "name"


def _body_kind(lows: list[str], rest: list[str]) -> SourceKind | None:
    """The kind of body that the words name, None where they name none."""
    for i, word in enumerate(lows):
        if word in _LINKS and i and lows[i - 1] in lex.BODIES:
            return lex.BODIES[lows[i - 1]]
    head = rest[-1]
    kind = lex.BODIES.get(" ".join(rest[-2:])) or lex.BODIES.get(head)
    if kind is None:
        if rest[0] in lex.FIRST_NAMES or len(rest) == len(lows) - 1 < 2:
            return None
        inner = [lex.BODIES[word] for word in rest[:-1] if word in lex.BODIES]
        return inner[-1] if inner else None
    if len(rest) == 2 and rest[0] in lex.FIRST_NAMES:
        return None
    if head == "agency" and "news" in rest:
        return "media"
    return kind


def _sort_of_one(word: str) -> str:
    if word in lex.PLACES or word in lex.ADJECTIVES:
        return "place" if word in lex.PLACES else "adjective"
    if word in lex.TITLES:
        return "title"
    if word in lex.BODIES:
        return lex.BODIES[word]
    single = lex.singular(word)
    if word in lex.CROWDS or (single != word and single in _MANY):
        return "crowd"
    if word in lex.PERSONS or not lex.DOCUMENTS.isdisjoint((word, single)) or word in ("said", "says"):
        return "none"
    return "single"
