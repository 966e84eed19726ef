"""Compares a claim with its evidence word by word: what differs in words that are otherwise the article's.

A "not" may be put in or left out, and a name be given twice or stand where another one should.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources.vocabulary import DAYS, ROLE_NOUNS
from summarizer.grounding.checks import vocabulary as vocab
from summarizer.grounding.checks.meanings import word_key
from summarizer.grounding.checks.openings import is_ordinary_opening
from summarizer.text.overlap import stem, without_possessive
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator


def named_twice(text: str, sentences: str, article_text: str) -> str | None:
    """A person that a claim names twice and its evidence once at most: one of the two stands for somebody else."""
    names = list(_names_in(text))
    for at, (place, name) in enumerate(names):
        for later, other in names[at + 1 :]:
            between = text[place + len(name) : later]
            if _is_one_of_two(text, place, name):
                continue  # "Moll and Lorn are level, with Moll ahead"
            if name.split()[-1] != other.split()[-1] or re.search(r"[.!?“”\"]|^['’]s", between):
                continue
            if re.match(r"['’]s?\b", text[later + len(other) :]) or _is_relative(between, other):
                continue
            is_once = _is_person(name, other, article_text) and _count(name, sentences) < 2
            if between == " and " or (is_once and not _goes_on_with_pronoun(name, sentences)):
                return other
    return None


def _is_one_of_two(text: str, at: int, name: str) -> bool:
    """Whether "and" joins a name to another one."""
    after = re.match(r" and ([A-ZÀ-Þ][\w’'-]+)", text[at + len(name) :])
    before = re.search(r"([A-ZÀ-Þ][\w’'-]+) and $", text[:at])
    return any(found is not None and found[1] not in name.split() for found in (after, before))


def _is_relative(between: str, other: str) -> bool:
    """Whether a text says whose relative the second of two of one surname is: "her husband, Bo Moll"."""
    return " " in other and not _RELATIVES.isdisjoint(between.lower().replace(",", " ").split())


def _goes_on_with_pronoun(name: str, sentences: str) -> bool:
    """Whether, where a text gives a name twice, the article has it once and then "he", "who" or "her"."""
    _, _, after = sentences.rpartition(name.rsplit(maxsplit=1)[-1])
    return _PRONOUN.search(after) is not None


_RELATIVES = word_set("checks.references.own_persons")
_PRONOUN = re.compile(r"\b(?:he|his|him|himself|she|her|herself|who|whose)\b")


_CONTRACTED = re.compile(r"['’](?:ll|re|ve|d|m|s)$")  # "They'll" is no name
_RUN = re.compile(r"[^\W\d_a-z][\w-]*(?: [^\W\d_a-z][\w-]*)*")


def _names_in(text: str) -> Iterator[tuple[int, str]]:
    for found in _RUN.finditer(text):
        words = found.group().split(" ")
        titles = [at for at, word in enumerate(words) if word.lower() in vocab.NOT_NAMES]
        words = words[titles[-1] + 1 :] if titles else words  # "Transport Minister Ana Moll"
        if words:
            yield found.end() - len(" ".join(words)), " ".join(words)


def _count(name: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(name.rsplit(maxsplit=1)[-1])}(?!\w)", text))


def _is_person(name: str, other: str, article_text: str) -> bool:
    """Whether two mentions are of one person: the article has a first name for them, and nothing is in or near them."""
    last = re.escape(name.rsplit(maxsplit=1)[-1])
    if " " in name and " " in other and name != other:
        return False
    first = re.search(rf"(?<!\w)(?P<first>[A-ZÀ-Þ][\w’'-]+) {last}(?!\w)", article_text)
    if first is None or first["first"].lower() in vocab.NOT_NAMES:
        return False
    return re.search(rf"(?:in|at|near) (?:the )?(?:[A-Z]\w+ )?{last}(?!\w)", article_text) is None


_TOKEN = re.compile(r"[^\W_](?:[\w’'&-]*\w)?|[,.;:!?“”\"]")
_MARKS = frozenset(',.;:!?“”"')
_SHORT_VERBS = word_set("checks.wording.short_verbs")
_PASSIVE = word_set("checks.wording.passive")
_BETWEEN = word_set("checks.wording.between")
_SHORT = 3  # letters of a word that says nothing about a place
_REACH = 4  # words after a verb in which its object is named


class _Name(NamedTuple):
    """A run of capitalised words, as places in a list of words, and its words as they are compared."""

    start: int
    end: int
    words: frozenset[str]
    owns: bool


def replaced_words(text: str, sentences: str) -> frozenset[str]:
    """The words of names that stand, in a claim, beside a word where its evidence has a name that the claim lacks."""
    said, held = (_TOKEN.findall(one.replace("U.S.", "US")) for one in (text, sentences))
    said_words = {_key(word) for word in said}
    missing = [name for name in _names(held) if name.words.isdisjoint(said_words) and not _says_whose(held, name)]
    if not missing:
        return frozenset()
    places = {place for name in missing if not name.words <= DAYS for place in _places(held, name)}
    of_days = {place for name in missing if name.words <= DAYS for place in _places(held, name)}
    called = [name for name in _names(held) if any(_is_called_so(held, one, name) for one in missing)]
    found: set[str] = set()
    for name in _names(said):
        here = _places(said, name)
        if (of_days if name.words <= DAYS else places).isdisjoint(here) or any(
            _is_form(name, other) for other in missing
        ):
            continue
        if any(name.words & other.words for other in called):
            continue
        if not any(name.words & other.words and here & _places(held, other) for other in _names(held)):
            found |= name.words
    return frozenset(found)


def _says_whose(words: list[str], name: _Name) -> bool:
    """Whether a name only says of whom somebody is whom the text may name: "the Guild frontrunner"."""
    is_owner = name.start > 0 and words[name.start - 1] == "the" and name.end < len(words)
    return is_owner and words[name.end] in _IN_THE_LEAD


_IN_THE_LEAD = frozenset({"frontrunner", "front-runner", "incumbent", "challenger", "nominee", "candidate", "leader"})


def _is_called_so(words: list[str], title: _Name, name: _Name) -> bool:
    """Whether one name only says what the other is called: "Labour candidate Ana Moll"."""
    between = words[title.end : name.start]
    return (
        0 < len(between) <= _TITLE
        and all(word.islower() and word.replace("-", "").isalpha() for word in between)
        and (_BETWEEN_NAMES.isdisjoint(between))
    )


def is_where(text: str, word: str, sentences: str) -> bool:
    """Whether a name before a thing says where it is, as the evidence does behind it: "the Varn mill", "in Varn"."""
    name = re.escape(word)
    is_before_thing = re.search(rf"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat) {name} [a-z]{{3,}}", text) is not None
    return is_before_thing and re.search(rf"\b(?:in|at|near) {name}(?!\w)", sentences) is not None


_MR = frozenset({"Mr", "Mrs", "Ms", "Dr"})
_TITLE = 2  # words between a party's or a place's name and the person's
_BETWEEN_NAMES = frozenset({"and", "or", "of", "in", "to", "for", "with", "by", "on", "at", "from", "than"})


def _places(words: list[str], name: _Name) -> set[tuple[str, str, bool]]:
    """The words that a name stands beside, on either side."""
    beside = (("before", _before(words, name)), ("after", _after(words, name)))
    return {(side, word, name.owns) for side, word in beside if word} | _owned(words, name)


def _owned(words: list[str], name: _Name) -> set[tuple[str, str, bool]]:
    """What is of a name: "the government of Calder" and "Calder's government" are one place."""
    start, end = name.start, name.end
    if words[end - 1].endswith(("'s", "’s")) and end < len(words) and _is_telling(words[end]):
        return {("of", stem(words[end]), False)}
    if start > 2 and words[start - 1] == "." and words[start - 2] in _MR:
        start -= 2  # "the leadership of Mr. Moll"
    at = start - 2 if start > 1 and words[start - 1] == "the" else start - 1
    if at > 0 and words[at] == "of" and _is_telling(words[at - 1]):
        return {("of", stem(words[at - 1]), False)}
    return set()


def lacks_names(text: str, evidence: str) -> bool:
    """Whether a claim leaves out a name of its evidence: what it names instead may have taken its place."""
    said = {_key(word)[:4] for word in _TOKEN.findall(text)}
    evidence = _OPENING.sub(_without_opening, _DOLLARS.sub("$", evidence))
    names = (name.words - _COMMON_WORDS or name.words for name in _names(_TOKEN.findall(evidence)))
    names = (words for words in names if not words <= DAYS)  # whose place no name takes
    return any(said.isdisjoint(word[:4] for word in words) and not _is_people(words) for words in names)


_DOLLARS = re.compile(r"\b(?:US|A|C|NZ|HK|S)\$")  # of no state
_OPENING = re.compile(r"(?:^|(?<=[.!?“\"] ))[“\"]?([A-Z][a-z]+),? (\S+)")


def _without_opening(found: re.Match[str]) -> str:
    """What opens a sentence without its first word, where that names nobody: "Unfortunately, the boat"."""
    is_plain = found[1].endswith("ly") or is_ordinary_opening(found[1], found[2])
    return found[2] if is_plain else found[0]


def _is_people(words: frozenset[str]) -> bool:
    """Whether a name only says of what people somebody is: "the Portuguese"."""
    return len(words) == 1 and next(iter(words)).endswith(("ese", "ish", "ian", "ians", "ean"))


_COMMON_WORDS = word_set("checks.wording.in_many_names")  # "United" says nothing of which union it is


def swapped_verb(text: str, sentences: str) -> tuple[str, str] | None:
    """A name and the verb that it is the subject of in a claim and the object of in its evidence; None without one.

    Only names right beside an active verb are compared: "A accused B" and "B accused A".
    """
    said, held = _TOKEN.findall(text), _TOKEN.findall(sentences)
    held_names = list(_names(held))
    for name in _names(said):
        at = name.end
        is_agent = name.start > 0 and said[name.start - 1] == "by"
        if name.owns or is_agent or at >= len(said) or not _is_verb(said[at]):
            continue
        if said[at] in ROLE_NOUNS or said[at] in vocab.MUTUAL:
            continue
        if name.start > 0 and said[name.start - 1].lower in _BEFORE_NOUN:
            continue  # "a Moll win" is no verb
        verb = stem(said[at].lower())
        places = [place for place, word in enumerate(held) if word[0].islower() and stem(word.lower()) == verb]
        if places and all(_is_object(name, place, held, held_names) for place in places):
            return " ".join(said[name.start : name.end]), said[at]
    return None


_BEFORE_NOUN = frozenset({"a", "an", "any", "another"})


def _is_object(name: _Name, place: int, held: list[str], held_names: list[_Name]) -> bool:
    """Whether a name stands right after a verb in the active voice and not before it."""
    if place == 0 or held[place - 1] in _MARKS or held[place - 1].lower() in _PASSIVE:
        return False
    same = [one for one in held_names if not one.words.isdisjoint(name.words)]
    if not same or not place < same[0].start <= place + _REACH or same[0].owns:
        return False
    return (_MARKS | _BETWEEN).isdisjoint(held[place + 1 : same[0].start])


def _is_verb(word: str) -> bool:
    if word in {"this", "always", "perhaps"}:
        return False
    is_verbal = word.endswith(("ed", "s")) and not word.endswith("ss")  # the press is no verb
    return _is_telling(word) and (is_verbal or word in vocab.SAYING)


def _names(words: list[str]) -> Iterator[_Name]:
    start = None
    for at, word in enumerate([*words, "."]):
        is_name = word[0].isupper() and _CONTRACTED.sub("", word.lower()) not in vocab.NOT_NAMES
        if start is not None and word in _JOINING and _goes_on(words, at):
            continue  # "House of Commons" is one name
        if is_name and start is None:
            start = at
        owner = at > 0 and words[at - 1].endswith(("'s", "’s", "s'", "s’"))
        if start is not None and (not is_name or owner):
            yield _Name(start, at, frozenset(_key(word) for word in words[start:at] if word not in _JOINING), owner)
            start = at if is_name else None


_JOINING = frozenset({"of", "the", "for"})


def _goes_on(words: list[str], at: int) -> bool:
    """Whether "of" or "of the" at a place joins a name to another capitalised word."""
    if words[at] == "the" and words[at - 1] not in _JOINING:
        return False
    following = next((word for word in words[at + 1 : at + 3] if word not in _JOINING), "")
    return following[:1].isupper()


def _key(word: str) -> str:
    return word_key(without_possessive(word))


def _before(words: list[str], name: _Name) -> str:
    """The stem of the word before a name, with what stands between the two; empty where that says nothing."""
    at = name.start - 1
    if at > 0 and words[at] in {"and", "or"} and words[at - 1][0].isupper():
        return f"{_key(words[at - 1])} and"
    if at > 0 and words[at] == "," and words[at - 1].islower():  # "the watchman, Ana Moll"
        at -= 1
    link = ""
    if at >= 0 and words[at] in _BETWEEN:
        link, at = words[at], at - 1
    while at >= 0 and words[at].lower() in vocab.NOT_NAMES:
        at -= 1
    if at < 0 or not _is_telling(words[at]) or words[at] in vocab.SAYING:
        return ""
    return f"{stem(words[at])} {link}"


def _after(words: list[str], name: _Name) -> str:
    at = name.end
    if at + 1 < len(words) and words[at] in {"and", "or"} and words[at + 1][0].isupper():
        return f"and {_key(words[at + 1])}"
    while at < len(words) and (words[at] in vocab.AUXILIARIES or words[at] in {"“", '"'}):
        at += 1
    if at < len(words) and (words[at] in _SHORT_VERBS or words[at][0].isdigit()):
        return words[at]
    if at >= len(words) or not _is_telling(words[at]) or words[at] in vocab.SAYING:
        return ""
    return stem(words[at])


def _is_telling(word: str) -> bool:
    """Whether a word is neither a name nor a mark nor too short to say where a name stands."""
    return word.islower() and len(word) > _SHORT


def _is_form(one: _Name, other: _Name) -> bool:
    """Whether two names may be forms of one: "Iran" and "Iranian", "FDF" and "Free Delta Front"."""
    if any(first[:4] == second[:4] for first in one.words for second in other.words):
        return True
    short, long = (one, other) if len(one.words) < len(other.words) else (other, one)
    if {"united", "states"} <= long.words and short.words <= {"us", "washington"}:
        return True
    return len(short.words) == 1 and sorted(next(iter(short.words))) == sorted(word[0] for word in long.words)
