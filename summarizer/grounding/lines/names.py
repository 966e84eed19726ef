"""Names in a line of a summary that do not stand where the rest of the line stands in the article.

Each name is taken out in turn: the sentences that hold what is left say whose name belongs there.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import read_cast
from summarizer.attribution.sources.vocabulary import FIRST_NAMES
from summarizer.attribution.statements import article_statements, source_names
from summarizer.contract.article import ReadOnce
from summarizer.grounding.lines.support import find_support, roots_of, sentence_text, shares
from summarizer.grounding.lines.words import (
    POINTERS,
    foreign_words,
    forms_of,
    holds_name,
    in_articles_form,
    is_short_there,
    is_unnamed,
    keys_of,
    name_runs,
    names_nobody,
    sentence_keys,
    word_key,
    writes_of_self,
)
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.words import either, word_list, word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from summarizer.attribution.sources import SourceName
    from summarizer.attribution.sources.cast import Cast
    from summarizer.contract.article import Article
    from summarizer.contract.draft import SourceKind

_POINTING = frozenset({"he", "she", "his", "her", "him", "he's", "she's", "himself", "herself", "he'd", "she'd"})
_DAYS = word_list("lines.names.days")
_DAY_BESIDE = wordings("lines.day_beside", re.IGNORECASE)
_OF = re.compile(r"[A-ZÀ-Þ]\w+ of $")
_BODIES = word_set("lines.names.bodies")
_LONG = 3  # words of a name of which one tells it from another
_LEAST_ROOTS = 3
_MOST_POINTERS = 8  # pronouns and the like of one sentence that are looked up
_AS_MUCH = 0.5  # of what the best sentence holds
_OPENING = 3  # title and first sentences, which say where it happens
_OFTEN = 4  # sentences that name a place: it is where the article's events happen
_DENIES = re.compile(rf" (?:has |had |have )?(?:{either('lines.polarity.denying')})\b")
_PLACE = wordings("lines.names.place")
_BESIDE = 2  # sentences about those that hold the rest of a line, in which a name may be introduced


class MisplacedName(NamedTuple):
    """A name that stands nowhere in the article, or not where the rest of its line stands."""

    name: str
    in_article: bool


def misplaced_names(article: Article, clause: str, line: str, named: Collection[int]) -> Iterator[MisplacedName]:
    """The names of a clause of a line that the article does not bear out.

    `named` are the indices of sentences that the line is said to rest on.
    """
    for at, name in name_runs(clause):
        if names_nobody(article, clause, at, name) or _ends_longer_name(article, clause[:at], name):
            continue
        if in_articles_form(article, name) != name:
            continue
        if _is_reckoned_day(article, name) or is_short_there(word_key(name), article.text):
            continue
        if foreign := foreign_words(name, article.text):
            yield MisplacedName(" ".join(foreign), in_article=False)
            continue
        if _denies_it(article, clause, at, name):
            continue
        if named and writes_of_self(" ".join(sentence_text(article, index) for index in named)):
            continue
        if named and _is_any(forms_of(article, name), words_meant(article, named)):
            continue  # what the line rests on has it
        rest = clause[:at] + clause[at + len(name) :]
        if _is_renamed(article, name) or _is_misplaced(article, name, rest, line, named):
            yield MisplacedName(name, in_article=True)


def _denies_it(article: Article, clause: str, at: int, name: str) -> bool:
    """Whether a clause ends in "which Moll denied", and the article has Moll deny something."""
    if not clause[:at].endswith(", which ") or not _DENIES.match(clause, at + len(name)):
        return False
    names = source_names(article)
    return any(
        one.mention is not None and one.stance == "denies" and holds_name(name, keys_of(names[one.mention].name))
        for one in article_statements(article)
    )


def _is_renamed(article: Article, name: str) -> bool:
    """Whether the article has no such name, but one that differs in a single word of three or more."""
    words = [word_key(word) for word in name.split()]
    is_body = len(words) == 2 and words[1] in _BODIES
    if (len(words) < _LONG and not is_body) or any("'s" in word for word in name.replace("’", "'").split()[:-1]):
        return False
    who = read_cast(article).fullest(" ".join(name.split()[1:]))
    if who is not None and who.kind == "person":
        return False  # "Interviewer Ana Moll"
    initials = "".join(word[0] for word in name.split())
    if words in _names_of(article) or re.search(rf"\b{re.escape(initials)}\b", article.text):
        return False
    return any(
        len(other) == len(words) and sum(one != two for one, two in zip(words, other, strict=True)) == 1
        for other in _names_of(article)
    )


@ReadOnce
def _names_of(article: Article) -> list[list[str]]:
    """The keys of the words of each name of an article."""
    return [[word_key(word) for word in name.split()] for name in {name for _, name in name_runs(article.text)}]


def _is_reckoned_day(article: Article, name: str) -> bool:
    """Whether a day is the one before or after one of the article, which tells of the day before or after."""
    at = _DAYS.index(name.lower()) if name.lower() in _DAYS else None
    if at is None or name in article.text:
        return False
    beside = (_DAYS[at - 1], _DAYS[(at + 1) % len(_DAYS)])
    return any(day.capitalize() in article.text for day in beside) and _DAY_BESIDE.search(article.text) is not None


def _ends_longer_name(article: Article, before: str, name: str) -> bool:
    """Whether a name is the end of one that the article has in another form: "Act" of "Freedom of Speech Act"."""
    found = _OF.search(before)
    if found is None or " " not in name:
        return False
    return f"{found[0]}{name.split(maxsplit=1)[0]}".lower() in article.text.lower()


def _is_misplaced(article: Article, name: str, rest: str, line: str, named: Collection[int]) -> bool:
    if len(roots_of(rest)) < _LEAST_ROOTS:
        return False  # it says too little to tell where it stands
    core = find_support(article, rest, named)
    forms = forms_of(article, name)
    if not core or _is_any(forms, words_meant(article, core)) or _says_as_much(article, forms, rest, core):
        return False
    who = read_cast(article).fullest(name)
    is_person = who is not None and who.kind == "person" and _is_surely_person(article, who)
    if (
        who is not None
        and is_person
        and " " in who.name
        and word_key(who.name.split()[0]) in words_meant(article, core)
    ):
        return False  # "I like Paul", who is Paul Moll
    rivals = _rivals(article, core, rest, line)
    has_rival = any((kind == "person") is is_person for kind in rivals)
    if _stands_with_others(article, name, line) and not (has_rival and is_person):
        return False
    around = range(max(0, core[0] - _BESIDE), min(len(sentences_of(article)), core[-1] + _BESIDE + 1))
    is_near = any(_is_any(forms, sentence_keys(article)[index]) for index in around)
    if (is_near and _has_unnamed(article, core)) or is_setting(article, name, line):
        return False
    if is_near and is_person and _is_pointed_at(article, name, core):
        return False
    if is_person and not has_rival and _is_in_lead(article, name):
        return False  # whom the article is about it need not name
    if not is_person and (is_near or _is_in_lead(article, name)):  # "the firm" may be the one that the article is about
        return who is not None and who.kind != "organization" and who.kind in rivals
    return has_rival or not is_near


def _is_pointed_at(article: Article, name: str, core: Collection[int]) -> bool:
    """Whether somebody is named right before a sentence that holds the rest of a line and has a "he" in it."""
    for index in core:
        words = set(sentence_text(article, index).lower().replace("’", "'").split())
        before = sentence_keys(article)[index - 1] if index else frozenset()
        if not words.isdisjoint(_POINTING) and holds_name(name, before):
            return True
    return False


def _is_in_lead(article: Article, name: str) -> bool:
    """Whether a name stands in an article's title, or at its beginning and again further down."""
    held = [index for index, keys in enumerate(sentence_keys(article)) if holds_name(name, keys)]
    return bool(held) and (held[0] == 0 or (len(held) > 1 and held[0] < _OPENING))


def _is_surely_person(article: Article, who: SourceName) -> bool:
    """Whether somebody has a role or a first name, or speaks: two capitalised words may be the name of a thing."""
    if who.role or " " not in who.name or who.name.split()[0].lower() in FIRST_NAMES:
        return True
    return any(source.name == who.name for source in source_names(article).values())


def _rivals(article: Article, core: Collection[int], rest: str, line: str) -> set[SourceKind]:
    """The kinds of those whom the sentence that holds most of the rest of a line names, and the line does not."""
    held, said = shares(article, roots_of(rest)), keys_of(line)
    best = sentences_of(article)[max(core, key=lambda index: held[index])]
    cast = read_cast(article)
    return {
        kind
        for other, kind in cast.names_within(best.start, best.end)
        if said.isdisjoint(keys_of(other)) and not other.isupper() and (kind != "person" or has_first_name(cast, other))
    }


def has_first_name(cast: Cast, name: str) -> bool:
    """Whether an article knows a person by two names at least: a lone capitalised word may be no name at all."""
    who = cast.fullest(name)
    return who is not None and " " in who.name


def _is_any(forms: Sequence[str], keys: Collection[str]) -> bool:
    return any(holds_name(form, keys) for form in forms)


def _says_as_much(article: Article, forms: Sequence[str], rest: str, core: Collection[int]) -> bool:
    """Whether a sentence that has the name holds as much of the rest of the line, names apart, as any of the core."""
    roots = roots_of(" ".join(word for word in rest.split() if not word[0].isupper()))
    if not roots:
        return True
    held = shares(article, roots)
    best = max(held[index] for index in core)
    return any(
        share >= _AS_MUCH * best and _is_any(forms, sentence_keys(article)[index]) for index, share in enumerate(held)
    )


def _has_unnamed(article: Article, core: Collection[int]) -> bool:
    """Whether somebody without a name speaks in sentences: "the head of the service" may have one further up."""
    sentences, names = sentences_of(article), source_names(article)
    return any(
        one.mention is not None
        and names[one.mention].kind == "person"
        and is_unnamed(names[one.mention])
        and any(start < sentences[index].end and sentences[index].start < end for start, end in one.content)
        for one in article_statements(article)
        for index in core
    )


def is_setting(article: Article, name: str, line: str) -> bool:
    """Whether a name only says where something is, and the article says so at its beginning."""
    if re.search(rf"\b(?:in|at|on|near|off|from|of|outside)(?: the)? {re.escape(name)}", line) is None:
        return False
    held = [index for index, keys in enumerate(sentence_keys(article)) if holds_name(name, keys)]
    return bool(held) and (held[0] < _OPENING or len(held) >= _OFTEN)


def _stands_with_others(article: Article, name: str, line: str) -> bool:
    """Whether a sentence of the article has a name together with another one of the line: it says whose it is."""
    others = [other for _, other in name_runs(line) if other != name]
    for keys in sentence_keys(article):
        if holds_name(name, keys) and any(holds_name(other, keys) for other in others):
            return True
    return False


def words_meant(article: Article, indices: Collection[int]) -> frozenset[str]:
    """The words of sentences, of those whom their pronouns stand for, and of those who say what stands in them."""
    kept = _meant_by_sentence(article)
    for index in indices:
        if index not in kept:
            kept[index] = _words_meant(article, index)
    return frozenset().union(*[kept[index] for index in indices])


@ReadOnce
def _meant_by_sentence(article: Article) -> dict[int, frozenset[str]]:  # noqa: ARG001  it fills as sentences are asked for
    return {}


def _words_meant(article: Article, index: int) -> frozenset[str]:
    cast, names = read_cast(article), source_names(article)
    start, end = sentences_of(article)[index].start, sentences_of(article)[index].end
    keys = sentence_keys(article)[index]
    for pattern in POINTERS:
        for found in islice(pattern.finditer(article.text, start, end), _MOST_POINTERS):
            keys |= keys_of(cast.resolve(found.span()).name)
    words = f" {' '.join(article.text[start:end].lower().split())} "
    if _PLACE.search(article.text, start, end):
        keys |= _places_led_with(article)
    for role, name in _known_roles(article):
        if f" {role} " in words:
            keys |= keys_of(name)
    for one in article_statements(article):
        if one.mention and any(low < end and start < high for low, high in one.content):
            keys |= keys_of(f"{names[one.mention].name} {names[one.mention].role}")
    return keys


@ReadOnce
def _places_led_with(article: Article) -> frozenset[str]:
    """The words of the names, of no persons, with which an article begins: "the town" may be one of them."""
    cast = read_cast(article)
    named = [
        name
        for one in sentences_of(article)[:_OPENING]
        for _, name in name_runs(article.text[one.start : one.end])
        if (who := cast.fullest(name)) is None or who.kind != "person" or " " not in who.name
    ]
    return keys_of(" ".join(named))


@ReadOnce
def _known_roles(article: Article) -> tuple[tuple[str, str], ...]:
    """The roles of several words by which an article introduces somebody, each with that name: "harbour master"."""
    cast = read_cast(article)
    found: dict[str, str] = {}
    for name, kind in cast.names_within(0, len(article.text)):
        who = cast.fullest(name) if kind == "person" else None
        if who is not None:
            words = who.role.split()
            lower = [word for word in words if word.islower()]
            if len(lower) > 1 and who.role.endswith(" ".join(lower)):
                found.setdefault(" ".join(lower), who.name)
            elif lower and len(words) > 1:
                found.setdefault(" ".join(words[-2:]).lower(), who.name)
    return tuple(found.items())
