"""Reads a run of capitalised words: which of them are a name, which are a title, and what kind of thing it names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.text.words import word_set

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
    known of, mostly a person), "single" (one such word), "place", "adjective", "title" (no name follows) or "crowd"
    ("Democrats"). `the` says that the run itself begins with the article.
    """

    lead: int
    start: int
    end: int
    sort: str
    key: str
    the: bool


class RunWord(NamedTuple):
    """A word of a run: its offsets, and how it is looked up, in lower case without full stops."""

    start: int
    end: int
    low: str


_APOSTROPHES = re.compile("['’‘ʼʻ`´′]")
_NAME_ARTICLE = re.compile(rf"(?:{vocab.any_of(vocab.NAME_ARTICLES)})-(?=\w{{3}})")
_REPEATED_LETTER = re.compile(r"([^\W\d_])\1+")
_MOHAMMED = re.compile(r"m[uo]h[ae]m+[ae]d")
_LIKE_LETTERS = str.maketrans("eyoq", "iiuk", "-")  # that transliterations put for one another
_GLUED = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]+(?:\s|$))")
# A capital inside one word shows a brand, except in the surnames that have one.
_BRAND = re.compile(rf"\b(?!(?:{vocab.any_of(word_set('sources.name_parts.of_surnames'))})[A-Z])[A-Z][a-z]+[A-Z]\w+")
_ACRONYMS = re.compile(r"[A-Z]{2,6}s")
_GIVEN_NAMES = word_set("sources.first_names_that_are_words.never_first")
_FIRST_OF_SEVERAL = _GIVEN_NAMES | vocab.FIRST_NAMES.keys()
_MEDIA = frozenset(noun for noun, kind in vocab.BODY_KINDS.items() if kind == "media")
_PAPERS = word_set("sources.relays.papers")
_NATIONALS = word_set("sources.callings.nationals")
_PARTS_OF_DAY = frozenset({"morning", "evening", "daily"})
_OWNERS = frozenset(f"{owner}'s" for owner in word_set("sources.name_parts.owners"))
_DOERS = vocab.PERSON_NOUNS | vocab.TRADES
_NAMES_OF_MONTHS = word_set("sources.first_names_that_are_words.months")
_PARTIES = word_set("sources.callings.parties")
_NO_SURNAMES = vocab.BODY_KINDS.keys() | vocab.FEATURES | vocab.PERSON_TITLES | vocab.NATIONS
_HOLDERS_BEFORE_NAMES = word_set("sources.callings.holders")
_HOLDERS = vocab.ROLE_NOUNS | vocab.TRADES | _HOLDERS_BEFORE_NAMES
_PARTISANS = _PARTIES & vocab.PERSON_NOUNS
_LOWERING = word_set("sources.callings.lowering")
_CUT_OFF = vocab.NEVER_FIRST | vocab.PERSON_TITLES
_CROWD_SINGULARS = vocab.ADJECTIVES | vocab.PERSON_NOUNS | vocab.BODY_KINDS.keys()
_MODIFIERS = _CROWD_SINGULARS | vocab.KNOWN_KINDS.keys()
_WITHIN_OFFICES = vocab.OFFICE_WORDS | {"the", "and"}
_WITHIN_NAMES = word_set("sources.words.within_names")
_SCHOLARS = ("ologist", "ographer")
_LINKS = frozenset({"of", "for"})
_SUFFIXES = word_set("sources.name_parts.suffixes", "sources.name_parts.numerals")
_VERBS_FIRST = word_set("sources.words.verbs_first")
_ARMED_FIRST = word_set("sources.body_words.armed_first")
_PUBLIC_BODIES = word_set("sources.body_words.public_bodies")
_PUBLIC_MATTERS = word_set("sources.body_words.public_matters")
_WORKFORCES = word_set("sources.body_words.workforces")
_FEATURES_FIRST = word_set("sources.places.features_first")


def plain(word: str) -> str:
    """Lower case, without diacritics, apostrophes, full stops or a possessive ending."""
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", _APOSTROPHES.sub("'", word))
        word = "".join(char for char in decomposed if not unicodedata.combining(char))
    return word.lower().replace(".", "").removesuffix("'s").replace("'", "")


@lru_cache(maxsize=8192)
def loosen(word: str) -> str:
    """One spelling for the transliterations of a word: Rasool and Rasul, Al-Kadhemi and Kadhimi, Mohamed, Muhammad."""
    word = plain(word)
    word = _NAME_ARTICLE.sub("", word) if "-" in word else word
    word = _MOHAMMED.sub("muhamad", word)
    # Of "ou" and "oo", "ee", "ei" and "ie" the doubled letters that this makes leave one.
    return _REPEATED_LETTER.sub(r"\1", word.translate(_LIKE_LETTERS))


_UNSAID = frozenset(map(loosen, ("al", "el", "ul", "the", "&")))  # a name may go without these


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """A key that two spellings of one name share; empty when the name has no letters."""
    flat = name.replace("U.S.", "US").replace("United States", "US").replace("-", " ").replace("–", " ")
    words = [loosen(word) for word in flat.split()]
    return " ".join([word for word in words if word and word not in _UNSAID]) or " ".join(words)


@lru_cache(maxsize=8192)
def read_run(run: str, *, named: bool = False) -> tuple[Piece, ...]:
    """Split a run of capitalised words into its pieces, in order; no pieces where it names nothing.

    `named` says that "Will" or "Per" at its beginning is somebody's name.
    """
    words = _split_run(run)
    the = False
    while words and not named and _starts_nothing(run, words):
        the = words[0].low == "the"
        words = words[1:]
    while words and (words[-1].low in vocab.DAYS or not words[-1].low[:1].isalnum()):
        if " ".join(word.low for word in words) in vocab.KNOWN_KINDS or _is_evening_paper(words):
            break  # "USA Today"
        words = words[:-1]
    pieces: list[Piece] = []
    known = vocab.KNOWN_KINDS.get(" ".join(word.low for word in words)) if len(words) > 1 else None
    if known is not None and words[-1].low in vocab.DAYS | vocab.NEVER_FIRST:  # "USA Today"
        start, end = words[0].start, words[-1].end
        return (Piece(start, start, end, known, name_key(run[start:end]), the),)
    for segment in _segments(run, words):
        piece = _read_segment(run, segment, the=the and not pieces)
        if piece is not None:
            pieces.append(piece)
    return tuple(pieces)


def _is_evening_paper(words: list[RunWord]) -> bool:
    return len(words) == 2 and words[0].low in _PARTS_OF_DAY and words[1].low in _PAPERS  # "Evening Sun"


def _low(word: str) -> str:
    return _APOSTROPHES.sub("'", word).lower().replace(".", "")


def _split_run(run: str) -> list[RunWord]:
    """The run's words; a lost space before a function word is made up for ("HillsAfter")."""
    words: list[RunWord] = []
    for match in re.finditer(r"\S+", run):
        start, end = match.span()
        glued = None if run[start + 1 : end].islower() else _GLUED.search(run, start, end)
        if glued is not None and _low(run[glued.start() : end]) in _CUT_OFF:
            words.append(RunWord(start, glued.start(), _low(run[start : glued.start()])))
            start = glued.start()
        words.append(RunWord(start, end, _low(run[start:end])))
    return words


def _starts_nothing(run: str, words: list[RunWord]) -> bool:
    """Whether no name begins with the first of the words ("But", "It's", "Sunday", "Said Poe")."""
    start, end, low = words[0]
    if len(words) > 1 and low in _VERBS_FIRST:
        return True
    if len(words) > 1 and low.endswith("ing") and low not in vocab.FIRST_NAMES and words[1].low in vocab.FIRST_NAMES:
        return True  # "Entrusting Ann Poe with it is a risk"
    if end - start == 2 and run[end - 1] == ".":  # "A. Poe"
        return False
    if low in _NAMES_OF_MONTHS and run[end - 1] != "." and len(words) > 1 and words[1].low not in vocab.NEVER_FIRST:
        return False
    if low in _OWNERS and len(words) > 1 and words[-1].low in vocab.BODY_KINDS:
        return False  # "People's Daily"
    if (
        len(words) == 2
        and low in vocab.DAYS
        and words[1].low in _MEDIA | _PAPERS
        and words[1].low not in vocab.KNOWN_KINDS
    ):
        return False  # "Sunday Post"
    return low in vocab.NEVER_FIRST or low in vocab.DAYS or ("'" in low and low.partition("'")[0] in vocab.NEVER_FIRST)


def _segments(run: str, words: list[RunWord]) -> list[list[RunWord]]:
    """Cut at "of" and "for" where what stands before them takes no complement, and at capitalised function words."""
    segments: list[list[RunWord]] = []
    first = 0
    for i in range(1, len(words)):
        if _parts_names(run, words, i):
            segments.append(words[first:i])
            first = i + 1
        elif first < i < len(words) - 1 and _parts_at_link(words, first, i):
            segments.append(words[first:i])
            first = i + 2 if words[i + 1].low == "the" else i + 1
    segments.append(words[first:])
    return [segment for segment in segments if segment]


def _parts_names(run: str, words: list[RunWord], at: int) -> bool:
    """Whether a capitalised function word parts two names: "Previous The Army"."""
    before, word = words[at - 1], words[at]
    return (
        word.low in vocab.NEVER_FIRST
        and run[word.start].isupper()
        and run[word.end - 1] != "."  # "Ann I. Poe"
        and not (word.low in _GIVEN_NAMES and before.low in vocab.PERSON_TITLES)  # "Mayor Will Poe"
        and not (word.low in _GIVEN_NAMES and word is words[-1] and before.low in vocab.FIRST_NAMES)  # "Ann Will"
        and not (word.low in vocab.NUMBERS and before.low in vocab.BODY_KINDS)  # "Channel Two"
        and not (word.low in _WITHIN_NAMES and word is not words[-1])  # "Center for Public Opinion Research"
    )


def _parts_at_link(words: list[RunWord], first: int, link: int) -> bool:
    """Whether "of" or "for" ends the name that begins with the first word."""
    before, low, after = words[link - 1].low, words[link].low, words[link + 1].low
    if low == "of" and words[-1].low in _MEDIA and before not in vocab.BODY_KINDS:
        return True  # "Poe of the Times"
    is_within_body = before in vocab.FEATURES and any(word.low in vocab.BODY_KINDS for word in words[first:link])
    if low not in _LINKS or is_within_body or before in vocab.BODY_KINDS or before in vocab.PERSON_TITLES:
        return False
    if low == "of" and _is_body_for(words[first : link - 1]):
        return False  # "Society for the Protection of Rivers"
    return low == "for" or link - first > 1 or after in vocab.PLACES or before in vocab.PLACES


def _is_body_for(words: list[RunWord]) -> bool:
    """Whether words begin with a body and what it is for."""
    return any(one.low in vocab.BODY_KINDS and two.low == "for" for one, two in pairwise(words))


def _read_segment(run: str, words: list[RunWord], *, the: bool) -> Piece | None:
    first = 0
    lows = [word.low for word in words]
    if len(words) == 1:
        sort = vocab.KNOWN_KINDS.get(lows[0]) or _sort_of_one(lows[0])
    else:
        titles = _title_length(lows)
        sort = _sort_of(lows, titles)
        if sort in vocab.PERSONAL_SORTS and titles < len(words):
            first = titles
    if sort == "none":
        return None
    lead, end = words[0].start, words[-1].end
    if sort in ("name", "single"):
        sort = _sort_by_letters(run[lead:end], sort)
    if sort == "organization":
        first = 0
        if lows[-1] in vocab.PERSON_TITLES:
            sort = "title"
    start = words[first].start
    if run[end - 1] == "." and lows[-1] not in _SUFFIXES and "." not in run[start : end - 1].rsplit(maxsplit=1)[-1]:
        end -= 1
    return Piece(lead, start, end, sort, name_key(run[start:end]), the)


def _sort_by_letters(name: str, sort: str) -> str:
    """The sort of a name that no list knows, by how it is written: "NGHS", "Poe & Roe" and "PoeWorks" are bodies."""
    if sort == "single" and _ACRONYMS.fullmatch(name):
        return "crowd"  # "GPUs"
    is_acronym = name.isupper() and 3 <= len(name) <= 8
    is_body = "&" in name or (sort == "single" and (is_acronym or _BRAND.search(name)))
    return "organization" if is_body else sort


def _title_length(lows: list[str]) -> int:
    """How many words stand before the name: "US Secretary of State Ann Poe" gives 4."""
    is_first_name = lows[0] in vocab.FIRST_NAMES and lows[0] not in vocab.PERSON_TITLES
    if is_first_name and (len(lows) < 3 or lows[1] not in vocab.PERSON_TITLES):
        return 0
    length = 1 if len(lows) > 2 and (lows[0] in _DOERS or lows[0].endswith(_SCHOLARS)) else 0
    for i, word in enumerate(lows):
        if word in vocab.PERSON_TITLES:
            length = i + 1
        elif i == length and i and word == "of" and _WITHIN_OFFICES.issuperset(lows[i + 1 : i + 2]):
            length = next((at for at in range(i + 1, len(lows)) if lows[at] not in _WITHIN_OFFICES), len(lows))
    if length == 0 and lows[0] in vocab.ADJECTIVES:
        length = 1
    for i in range(max(length, 1), len(lows) - 1):
        if lows[i] in vocab.FIRST_NAMES and lows[i] not in vocab.PLACES and lows[i - 1] in _MODIFIERS:
            return i
    if length == len(lows) and lows[-1] in vocab.PERSON_TITLES and lows[-2] in vocab.FIRST_NAMES:
        return 0
    return max(length, _office_length(lows))


def _office_length(lows: list[str]) -> int:
    """How many words an office takes up that a whole name follows: "Harbour County Recorder Helen Poe" gives 3."""
    first = len(lows) - 2
    if first < 1 or lows[first] in _NO_SURNAMES or lows[-1] in _NO_SURNAMES:
        return 0
    if lows[first] not in vocab.FIRST_NAMES:
        return first if lows[first - 1] in _HOLDERS_BEFORE_NAMES else 0
    while first > 1 and (lows[first - 1] in _FIRST_OF_SEVERAL or len(lows[first - 1]) == 1):
        first -= 1  # "Minister Per Olav Poe", "Counsel W. Ann Poe"
    holders = lows[:first] if lows[0] not in vocab.FIRST_NAMES else ()
    return first if any(map(_is_holder, holders)) else 0


def _is_holder(word: str) -> bool:
    """Whether a word is one for somebody who holds an office: "recorder", "secretary-treasurer"."""
    noun = word.rpartition("-")[2]
    return noun in _HOLDERS


def _sort_of(lows: list[str], titles: int) -> str:
    """The sort of several words, of which some may be titles."""
    whole = " ".join(lows)
    known: str = vocab.KNOWN_KINDS.get(whole) or ("place" if whole in vocab.PLACES else "")
    if known or vocab.ADJECTIVES.issuperset(lows):
        return known or "adjective"
    if lows[-1] in vocab.DOCUMENT_NOUNS and lows[-1] not in vocab.BODY_KINDS:
        return "none"
    if lows[0] in _ARMED_FIRST:
        return "armed_group"
    if "to" in lows:
        return "organization"  # "Right to Learn"
    rest = lows[titles:]
    if not rest or rest[0] in _LINKS:
        return "title"
    return _body_kind(lows, rest) or _sort_of_name(lows, rest, titles)


_MEMBERS = frozenset({"democrat", "republican", "tory"})  # of a party


def _sort_of_name(lows: list[str], rest: list[str], titles: int) -> str:
    """The sort of several words of which none is known to name a body; `rest` is what follows the titles."""
    is_done_to = len(lows) == 2 and rest[-1] in vocab.ADJECTIVES and lows[0].endswith("ing")  # "Mending Danish nets"
    if is_done_to or (vocab.NATIONS.issuperset(rest) and _LOWERING.issuperset(lows[:titles])):
        return "title"  # "Former Arizona"
    if titles and (lows[titles - 1] not in vocab.ADJECTIVES or titles > 1):
        return "person"
    if not titles and lows[-1] in _PARTISANS and vocab.NATIONS.issuperset(rest[:-1]):
        return "title"  # "the Ohio Republican"
    if titles and lows[titles - 1] in _PARTIES and len(rest) == 2 and rest[-1] not in vocab.FEATURES:
        return "person"  # "Republican Pat Toomey"
    if lows[-1] in vocab.FEATURES or lows[0] in _FEATURES_FIRST:
        return "place"
    is_member = titles == 1 and len(rest) == 1 and lows[0] in _MEMBERS
    if is_member and rest[0] not in vocab.KNOWN_KINDS and not rest[0].endswith("s"):
        return "person"  # "Democrat Toomey", but not "Republican Voices"
    if titles and len(rest) == 1:
        return vocab.KNOWN_KINDS.get(rest[0], "organization")
    if len(rest) <= 5 and (
        rest[0] in vocab.FIRST_NAMES or rest[-1] in _SUFFIXES or (len(rest[1]) == 1 and rest[1].isalpha())
    ):
        return "person"
    return "organization" if titles or len(rest) > 5 else "name"


def _body_kind(lows: list[str], rest: list[str]) -> SourceKind | None:
    """The kind of body that the words name, None where they name none."""
    for i, (before, word) in enumerate(pairwise(lows)):
        if word in _LINKS and before in vocab.BODY_KINDS:
            if before in _PUBLIC_BODIES and not _PUBLIC_MATTERS.isdisjoint(lows[i + 2 :]):
                return "government"  # "Institute of Statistics"
            return vocab.BODY_KINDS.get(" ".join(lows[max(0, i - 1) : i + 1])) or vocab.BODY_KINDS[before]
    head = rest[-1]
    if len(lows) == 2 and lows[0] in _PARTS_OF_DAY and head in _PAPERS:
        return "media"  # "Evening Sun"
    kind = vocab.BODY_KINDS.get(" ".join(rest[-2:])) or vocab.BODY_KINDS.get(head)
    if kind is None:
        if rest[0] in vocab.FIRST_NAMES or len(rest) == len(lows) - 1 < 2:
            return None
        return next((vocab.BODY_KINDS[word] for word in reversed(rest[:-1]) if word in vocab.BODY_KINDS), None)
    if len(rest) == 2 and rest[0] in vocab.FIRST_NAMES:
        return None
    return "media" if (head == "agency" and "news" in rest) or "broadcasting" in rest else kind


def _sort_of_one(word: str) -> str:
    """The sort of a lone word."""
    if word in vocab.NATIONS or word in _NATIONALS:
        return "place" if word in vocab.PLACES else "adjective"
    if word in vocab.PERSON_TITLES:
        return "title"
    if word in _WORKFORCES:
        return "crowd"  # "Staff on short-term contracts" are nobody of that name
    if word in vocab.BODY_KINDS:
        return vocab.BODY_KINDS[word]
    single = vocab.singular(word)
    if word in vocab.CROWD_NOUNS or (single != word and single in _CROWD_SINGULARS):
        return "crowd"
    if word.endswith("s") and word.rpartition("-")[2][:-1] in vocab.ADJECTIVES:
        return "crowd"  # "Saudis", "African-Americans"
    if "-" in word and word.rpartition("-")[2] in _MEDIA:
        return "media"  # "the Star-Times"
    if word in vocab.PERSON_NOUNS or not vocab.DOCUMENT_NOUNS.isdisjoint((word, single)) or word in ("said", "says"):
        return "none"
    return "single"
