"""A claim in the article's own words except for one: a "not" put in or left out, another number, a name given twice."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.grounding.checks import vocabulary as vocab
from summarizer.grounding.checks.negation import negates
from summarizer.text.numerals import find_numerals
from summarizer.text.overlap import stem
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    _Operation = tuple[str, int, int, int, int]

_WORD = re.compile(r"[^\W_](?:[\w’'-]*\w)?")
_MOST_WORDS = 300  # comparing two longer texts word by word takes quadratic time
_MOST_CHANGED = 4  # words on either side of a change that is only about a negation
_LEAST_SHARED = 4  # words about it that are the article's, in its order
_OPPOSITES = vocab.SAYING | vocab.AFFIRMING | vocab.AUXILIARIES | word_set("checks.wording.opposites")
_SAYING_NO = vocab.DENYING | vocab.UNTRUE
_BESIDE = 2  # operations: one stretch of equal words lies between
_PREFIXES = tuple(word_set("checks.wording.prefixes"))


def negation_edit(text: str, sentences: str) -> str | None:
    """The negation that a claim puts into, or leaves out of, the article's own words; None where it does neither."""
    said, held = _words(text), _words(sentences)
    if not _may_differ(said, held):
        return None
    operations = compare_words(said, held)
    for place, (tag, i1, i2, j1, j2) in enumerate(operations):
        if tag == "equal" or max(i2 - i1, j2 - j1) > _MOST_CHANGED:
            continue
        if not _equal(operations, place - 1) or not _equal(operations, place + 1) or not _is_within(operations, place):
            continue
        more, less = _negators(said, i1, i2), _negators(held, j1, j2)
        if len(more) == len(less) or not _is_only_negated(said[i1:i2], held[j1:j2], more + less):
            continue
        if more and not _has_instead(held, operations, place, of_claim=False):
            return f"the claim puts “{more[0]}” into the article's own words"
        if less and not _has_instead(said, operations, place, of_claim=True):
            return f"the claim leaves “{less[0]}” out of the article's own words"
    return None


def number_edits(text: str, sentences: str) -> list[str]:
    """The numbers of a claim that stand where the article's own words have another number: "ten" for "ten to four"."""
    said, held = _words(text), _words(sentences)
    if not any(map(_number, said)) or len(set(filter(None, map(_number, held)))) <= 1:
        return []
    operations = compare_words(said, held)
    found = []
    for place, (tag, i1, i2, j1, j2) in enumerate(operations):
        if tag != "replace" or i2 - i1 != 1 or j2 - j1 != 1 or not _is_within(operations, place):
            continue
        one, other = _number(said[i1]), _number(held[j1])
        if one and other and one != other:
            found.append(said[i1])
    return found


@lru_cache(maxsize=1024)
def _number(word: str) -> str:
    """A number as it is compared, however it is written; empty for another word."""
    numerals = find_numerals(word)
    if len(numerals) != 1 or (numerals[0].start, numerals[0].end) != (0, len(word)) or not numerals[0].value:
        return ""
    return f"{numerals[0].value:g}"


def compare_words(said: Sequence[str], held: Sequence[str]) -> Sequence[_Operation]:
    """How the words of a claim become those of its sentences; nothing where either is too long to compare."""
    if max(len(said), len(held)) > _MOST_WORDS:
        return []
    return SequenceMatcher(None, said, held, autojunk=False).get_opcodes()


def _is_within(operations: Sequence[_Operation], place: int) -> bool:
    """Whether a change lies within words that are the article's."""
    before, after = _equal(operations, place - 1), _equal(operations, place + 1)
    return (
        before + after >= _LEAST_SHARED and (before > 0 or place == 0) and (after > 0 or place == len(operations) - 1)
    )


def _has_instead(words: tuple[str, ...], operations: Sequence[_Operation], place: int, *, of_claim: bool) -> bool:
    """Whether a text has, where it differs, another negation for the same thing.

    That is one close by ("take no orders" for "do not take orders"), a denial, or an answer ("said no").
    """
    for other, operation in enumerate(operations):
        if other == place or operation[0] == "equal":
            continue
        start, end = operation[1:3] if of_claim else operation[3:]
        found = _negators(words, start, end)
        is_near = abs(other - place) <= _BESIDE and end - start <= _MOST_CHANGED + 2
        if found and (is_near or not _SAYING_NO.isdisjoint(found) or end == len(words)):
            return True
    return False


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower().replace("’", "'") for word in _WORD.findall(text))


def _may_differ(said: tuple[str, ...], held: tuple[str, ...]) -> bool:
    return not _NEGATIVE.isdisjoint(said + held) or any(
        word.endswith("n't") or word.startswith(_PREFIXES) for word in set(said) ^ set(held)
    )


_NEGATIVE = vocab.NEGATORS | vocab.UNTRUE


def _equal(operations: Sequence[_Operation], place: int) -> int:
    """How many words before or after a change are the same."""
    if not 0 <= place < len(operations) or operations[place][0] != "equal":
        return 0
    return operations[place][2] - operations[place][1]


def _negators(words: tuple[str, ...], start: int, end: int) -> list[str]:
    """The words that negate in a stretch; of "unsafe" and the like, those whose other half is for the caller to see."""
    found = [words[at] for at in range(start, end) if negates(words, at) or words[at] in vocab.UNTRUE]
    return found or [words[at] for at in range(start, end) if words[at].startswith(_PREFIXES) and end - start == 1]


def _is_only_negated(said: Sequence[str], held: Sequence[str], negators: Sequence[str]) -> bool:
    """Whether two short stretches are the same except for these negators, or have a word of the opposite for them."""
    rest, other = ([word for word in words if word not in negators] for words in (said, held))
    prefixed = next((word for word in negators if word not in _NEGATIVE and not word.endswith("n't")), None)
    if prefixed is not None:
        plain = rest + other
        return len(said) == len(held) == 1 and any(prefixed == f"{one}{word}" for one in _PREFIXES for word in plain)
    stems = [{stem(word) for word in words if word not in vocab.FILLERS} for words in (rest, other)]
    return stems[0] == stems[1] or all(word in _OPPOSITES or word in vocab.FILLERS for word in rest + other)


def named_twice(text: str, sentences: str, article_text: str) -> str | None:
    """A person that a claim names twice and its evidence once at most: one of the two stands for somebody else."""
    names = list(_names(text))
    for at, (place, name) in enumerate(names):
        for later, other in names[at + 1 :]:
            between = text[place + len(name) : later]
            if name.split()[-1] != other.split()[-1] or re.search(r"[.!?“”\"]|^['’]s", between):
                continue
            if re.match(r"['’]s?\b", text[later + len(other) :]):
                continue
            if between == " and " or (_is_person(name, other, article_text) and _count(name, sentences) < 2):
                return other
    return None


_RUN = re.compile(r"[^\W\d_a-z][\w-]*(?: [^\W\d_a-z][\w-]*)*")


def _names(text: str) -> Iterator[tuple[int, str]]:
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
