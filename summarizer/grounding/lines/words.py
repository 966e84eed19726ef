"""The words of names, compared without case, accents and endings: "Iranian" is Iran's, "U.S." is America's."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.sources.vocabulary import FIRST_NAMES, OFFICE_WORDS, ROLE_NOUNS
from summarizer.contract.article import ReadOnce
from summarizer.grounding.checks.vocabulary import SAYING
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.overlap import without_possessive
from summarizer.text.words import read_words, split_forms, word_list, word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from summarizer.attribution.sources import SourceName
    from summarizer.contract.article import Article

# They begin with a capital and name nobody: titles, offices, words that open a sentence.
TITLES = word_set("checks.shared.not_names", "lines.names.people", "lines.names.things", "lines.speakers.parties")
OPENING = word_set("checks.shared.opening")
# What stands for a name: "he", "the company".
POINTERS = (wordings("checks.references.person"), wordings("checks.references.body"))
_WORD = re.compile(r"[^\W_](?:[\w’'ʼ.&]*\w)?")
_RUN = re.compile(r"(?<!\w)[^\W\d_a-z][\w’'.&-]*(?: & [^\W\d_a-z][\w’'-]*| [^\W\d_a-z][\w’'.&-]*)*")
_ENDING = re.compile(r"['’]s?$|-[a-z].*|(?<=[a-z])\.$")  # "Iran-backed" names Iran
_SITE = re.compile(r"(?<=\w{2})\.(?:com|org|net)$")  # Kelp.com is Kelp
_BRACKETED = re.compile(r"((?:[A-Z][\w’'&-]+ (?:of |for |the |and |& )*){2,8})\(([A-Z][A-Z&]{1,7})\)")
_ALIASES = split_forms(read_words("checks")["names"]["aliases"]) | split_forms(read_words("lines")["names"]["peoples"])
_SHORTER = {name: shorts for name, *shorts in (one.split("/") for one in word_list("lines.names.shorter"))}
_DEMONYMS = word_list("checks.names.demonyms")
_CAPITALS = dict(pair.split("/", 1) for pair in word_list("lines.names.capitals"))
_ADJECTIVES = word_list("lines.names.adjectives")
_OF_ADJECTIVE = 6  # letters of a name that has such an adjective
_ENDINGS = ("", "s", "es", "d", "ed", "ing", "r", "er", "ers")
NUMBER_WORDS = word_set("numbers.cardinals")
_OF_DOERS = ("er", "or", "ist", "man", "woman", "ian", "ee")
_OF_THINGS = re.compile(r" of (?!the\b)[a-z]{3,}\b")
_NEXT = re.compile(r" ([a-z]{3,})\b")
_LONG = 7  # letters of a surname in which one too many is a slip
_FEWEST_INITIALS = 3
_LONG_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: (?:(?:of|for|the|and|on) )*[A-ZÀ-Þ][\w’'-]+)+")
_SHORTER_BY = 2  # letters that "Ed" lacks at least of a longer first name: "Ann" is not "Anna"
_SHORT = 3  # letters of a name in capitals that stands for somebody
_SELF = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_OPENS = frozenset({"", ".", "!", "?", ":", ";", "…", "\n"})


@lru_cache(maxsize=4096)
def word_key(word: str) -> str:
    """A word of a name as it is compared: no case, accents, apostrophes, dots or possessive."""
    folded = unicodedata.normalize("NFKD", _SITE.sub("", without_possessive(word)))
    key = "".join(char for char in folded if char.isalnum()).casefold()
    return _ALIASES.get(key, key)


@lru_cache(maxsize=512)
def keys_of(text: str) -> frozenset[str]:
    """The keys of all words of a text; those of "Iran-backed" are "iran" and "backed"."""
    return frozenset(map(word_key, _WORD.findall(text)))


@ReadOnce
def sentence_keys(article: Article) -> tuple[frozenset[str], ...]:
    """The keys of the words of each sentence of an article."""
    return tuple(keys_of(article.text[one.start : one.end]) for one in sentences_of(article))


def name_runs(text: str) -> Iterator[tuple[int, str]]:
    """The names of a text with where they begin; titles, possessive endings and stops are left out."""
    for found in _RUN.finditer(text):
        part: list[re.Match[str]] = []
        for word in [*re.finditer(r"\S+", found.group()), None]:
            if word is None or word_key(word.group()) in TITLES:
                if part:
                    name = found.group()[part[0].start() : part[-1].end()]
                    yield found.start() + part[0].start(), _ENDING.sub("", name)
                part = []
            else:
                part.append(word)


def name_keys(name: str) -> list[str]:
    """The keys of the words of a name that begin with a capital and are no title."""
    keys = [word_key(word) for word in _WORD.findall(name) if word[0].isupper()]
    return [key for key in keys if key and key not in TITLES]


def names_nobody(article: Article, text: str, at: int, name: str) -> bool:
    """Whether a lone word has its capital only because a sentence begins with it, or is a word of the article."""
    if " " in name:
        return False
    lower = name.lower()
    if at == 0 and (lower in NUMBER_WORDS or _is_title(lower, text[len(name) :])):
        return True
    if len(name) == 1 or any(lower + ending in _lower_words(article) for ending in _ENDINGS):
        return True
    if text[:at].rstrip(" “\"'‘(")[-1:] not in _OPENS:
        return False
    return lower in load_lexicon().tags or _leads_to_noun(text[at + len(name) :], lower)


def _is_title(lower: str, after: str) -> bool:
    """Whether a word that opens a text says what the one named after it does: "Interviewer Ana Moll"."""
    return len(after) > 1 and after[0] == " " and after[1].isupper() and is_doer(lower)


def is_doer(lower: str) -> bool:
    """Whether a word says what somebody does, and is no first name."""
    return lower in ROLE_NOUNS or (lower.endswith(_OF_DOERS) and len(lower) > _LONG and lower not in FIRST_NAMES)


def _leads_to_noun(after: str, lower: str) -> bool:
    """Whether a capitalised word is no first name, and stands before what looks like another noun: "Death toll"."""
    following = _NEXT.match(after)
    if _OF_THINGS.match(after) and lower not in FIRST_NAMES:
        return True  # "Opponent of deep mines"
    if following is None or lower in FIRST_NAMES:
        return False
    word = following[1]
    return (
        word not in SAYING | ROLE_NOUNS | OFFICE_WORDS
        and word not in load_lexicon().tags
        and not word.endswith(("ed", "s", "ing", "ly"))
    )


@ReadOnce
def _lower_words(article: Article) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(article.text) if word[0].islower())


def foreign_words(name: str, article_text: str) -> list[str]:
    """The words of a name that the article has in no form."""
    held = keys_of(article_text)
    words = [word for word in _WORD.findall(name) if word[0].isupper() and len(word) > 1]
    return [
        word
        for word in words
        if word_key(word) not in TITLES | OPENING
        and not (len(words) > 1 and word.lower() in load_lexicon().tags)
        and not (len(words) > 1 and word is words[0] and is_doer(word.lower()))
        and not is_held(word_key(word), held)
        and not (word is not words[-1] and _is_shortened(word, words[-1], article_text))
        and not has_capital(word_key(word), held)
        and not (word_key(word) == "us" and {"united", "states"} <= held)
        and not is_short_there(word_key(word), article_text)
    ]


def is_short_there(key: str, text: str) -> bool:
    """Whether an article has a state by its abbreviation ("R-Ill."), or a chamber by its members ("Rep. Moll")."""
    return any(re.search(rf"\b{re.escape(short)}", text) for short in _SHORTER.get(key, ()))


def holds_name(name: str, keys: Collection[str]) -> bool:
    """Whether keys hold the last word of a name, or any word of it in another form: "Iran", "Iranian", "Tehran"."""
    own = name_keys(name) or [word_key(word) for word in _WORD.findall(name)]
    if ("us" in own and "united" in keys and "states" in keys) or (own == ["united", "states"] and "us" in keys):
        return True
    if not own:
        return False
    return own[-1] in keys or any(is_held(key, keys) or has_capital(key, keys) for key in own if key not in keys)


def has_capital(key: str, keys: Collection[str]) -> bool:
    """Whether keys hold the country of a capital, or its people, or the capital of a country."""
    country = _CAPITALS.get(key)
    return (country is not None and is_held(country, keys)) or any(_CAPITALS.get(other) == key for other in keys)


@ReadOnce
def short_names(article: Article) -> tuple[tuple[str, str], ...]:
    """The names of an article that have a short form in it, each with that form: by brackets or by initials."""
    found = {(match[1].strip(), match[2]) for match in _BRACKETED.finditer(article.text)}
    names = {name for _, name in name_runs(article.text)}
    shorts = {name for name in names if " " not in name and name.replace("&", "").isupper() and len(name) > 1}
    for name in names:
        words = name.split()
        initials = "".join(word[0] for word in words)
        for short in shorts:
            if len(short) > 2 and (at := initials.find(short)) >= 0:
                found.add((" ".join(words[at : at + len(short)]), short))
    return tuple(sorted(found))


def forms_of(article: Article, name: str) -> tuple[str, ...]:
    """A name with its short or long forms."""
    more = [short for long, short in short_names(article) if holds_all(name, long)]
    more += [long for long, short in short_names(article) if short == name]
    return (name, *more)


@ReadOnce
def _by_initials(article: Article) -> Mapping[str, str]:
    """The names of several words of an article by their initials, little words left out."""
    found: dict[str, str] = {}
    for run in _LONG_NAME.findall(article.text):
        words = [word for word in run.split() if word[0].isupper()]
        for first in range(len(words) - 1):
            for last in range(first + 2, len(words) + 1):
                found.setdefault("".join(word[0] for word in words[first:last]), " ".join(words[first:last]))
    return found


def in_articles_form(article: Article, name: str) -> str:
    """A name as the article has it, where one of the two has it by its initials: "RNA" for "Royal Nautical Academy"."""
    if name in article.text:
        return name
    if name.isupper():
        return _by_initials(article).get(name, name)
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    is_there = len(initials) >= _FEWEST_INITIALS and re.search(rf"(?<!\w){re.escape(initials)}(?!\w)", article.text)
    return initials if is_there else name


def _is_shortened(first: str, surname: str, text: str) -> bool:
    """Whether a text has the first of two names in a shorter or longer form: "Ed Moll" for "Edward"."""
    return any(
        other[0].isupper() and (first.startswith(other) or other.startswith(first))
        for other in re.findall(rf"([^\W\d_]{{2,}})\.? {re.escape(surname)}\b", text)
        if abs(len(other) - len(first)) >= _SHORTER_BY
    )


def holds_all(name: str, other: str) -> bool:
    """Whether another name has all words of a name."""
    return bool(name_keys(name)) and set(name_keys(name)) <= keys_of(other)


def are_one_misspelt(name: str, other: str) -> bool:
    """Whether the last words of two names are long and differ in a letter: "Barrymore" and "Barrymoore"."""
    one, two = (word_key(words.rsplit(maxsplit=1)[-1]) if words.strip() else "" for words in (name, other))
    if one == two or min(len(one), len(two)) < _LONG or abs(len(one) - len(two)) != 1:
        return False
    short, long = sorted((one, two), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def is_held(key: str, keys: Collection[str]) -> bool:
    """Whether a key is among others, itself or as the place of a people or the people of a place."""
    if key in keys or any(_same_root(key, other) for other in keys if other[:3] == key[:3]):
        return True
    return len(key) >= _LONG and any(other[:1] == key[:1] and are_one_misspelt(key, other) for other in keys)


def _same_root(key: str, other: str) -> bool:
    short, long = (key, other) if len(key) < len(other) else (other, key)
    if len(short) < 4:
        return False
    if len(short) >= _OF_ADJECTIVE and long.startswith(short) and long[len(short) :] in _ADJECTIVES:
        return True  # "Congress" has its "congressional" inquiry
    for ending in _DEMONYMS:
        if long == short + ending:
            return ending not in {"an", "ans"} or short[-1] in "aeou"
        if long.endswith(ending) and long[: -len(ending)] == short[:-1] and short[-1] in "aeiouy":
            return True
    return False


def is_unnamed(source: SourceName) -> bool:
    """Whether a source has no name: "a local militia", "the head of the service"."""
    words = source.name.split()
    if source.name.isupper() and len(source.name) < _SHORT:
        return True  # "the VP"
    return not name_keys(source.name) or not words or words[0] in {"A", "An", "The"} or source.name[0].islower()


def writes_of_self(text: str) -> bool:
    """Whether a text's writer speaks of himself in it, outside of quotation marks: "I", "our party"."""
    return _SELF.search(_QUOTED.sub(" ", text)) is not None
