"""Which words of a text stand under a negation or a denial, and which stand plain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.checks import vocabulary as vocab
from summarizer.grounding.checks.phrases import plain_words
from summarizer.text.overlap import stem
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*|[.;:!?—]")
_STOPS = frozenset(".;:!?—")
_WINDOW = 4  # words about a negated word that tell two places of it apart
# A negation reaches over the rest of its clause, a denial over the rest of its sentence.
_CLAUSE, _SENTENCE = 9, 30
_ZERO = re.compile(r"\b(?:absolutely )?zero(?= [a-z])(?! (?:percent|per cent|degrees|tolerance))", re.IGNORECASE)
_NUMBERED = re.compile(r"\bNo\. ?(?=\d)", re.IGNORECASE)  # "No. 1"
_NO_LESS = frozenset(
    {"less", "more", "fewer", "later", "earlier", "longer", "higher", "lower", "sooner", "other", "greater"}
)
_OBJECTS = frozenset({"them", "us", "those", "these"})  # "none of them"
THINKING = frozenset({"mean", "think", "believe", "expect", "suggest"})
_ONLY = {("only",), ("merely",), ("simply",), ("solely",)}  # "not merely" negates nothing
_OBJECT = 6  # words from "dismissed" to what is dismissed
_QUARRELS = frozenset({"dispute", "disputes"})
_AFTER_QUARREL = word_set("checks.negation.after_quarrel")
_BEFORE_QUARREL = word_set("checks.negation.before_quarrel")
DISMISSED = word_set("checks.negation.dismissed")
_OF_WHAT = {
    "refusal": (("to",), ("of",)), "absence": (("to",), ("of",)), "failure": (("to",),), "failures": (("to",),)
}  # fmt: skip
_CLAUSE_ENDS = word_set("checks.negation.clause_ends")
_APART = re.compile(  # "who asked not to be named" negates nothing of what is said; "rather than" does
    r"(?<=\bif it )(?:was|were|had)(?: not|n['’]t) (?:been )?(?=for\b)|"
    r"(?:not|n['’]t) (?:to )?(?:be )?(?:named|identified)|\b(?:or not|nothing but)\b"
    r"|(?<=\b(?:this|that) is )not(?= what\b)"
    r"|(?P<rather>rather than|instead of)",
    re.IGNORECASE,
)


class Negation(NamedTuple):
    """A negator, where it stands, the first content word after it (None: there is none), and all that it reaches."""

    negator: str
    at: int
    head: int | None
    scope: range


class Polarity(NamedTuple):
    """The stems of a text's words in order, its negations, and which places stand under one."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    negations: tuple[Negation, ...]
    negated: frozenset[int]

    def heads(self) -> set[str]:
        """The stems of all words that are negated first."""
        return {self.stems[one.head] for one in self.negations if one.head is not None}

    def reached(self, one: Negation) -> set[str]:
        """The stems of the content words that a negation reaches."""
        return {self.stems[at] for at in one.scope if is_content(self.words[at])}

    def places(self, head: str, *, negated: bool) -> list[int]:
        """Where a stem stands, under a negation or not."""
        return [at for at, word in enumerate(self.stems) if are_alike(word, head) and (at in self.negated) is negated]

    def around(self, at: int) -> set[str]:
        """The stems of the words about a place."""
        return {word for word in self.stems[max(0, at - _WINDOW) : at + _WINDOW + 1] if len(word) > 2}


class NegationSplit(NamedTuple):
    """The stems of a text that stand plain, those that a negation reaches, and the first that each negation reaches.

    `reached` gives for each negation, in order, all that it reaches from the first on.
    """

    plain: frozenset[str]
    negated: frozenset[str]
    heads: frozenset[str]
    reached: tuple[tuple[str, ...], ...]


def split_by_negation(text: str) -> NegationSplit:
    """The stems of a text's content words by whether a negation or denial in it reaches them.

    A word that stands both ways is in both; negators and words of denying themselves are in neither.
    """
    read = read_polarity(text)
    places = [at for at, word in enumerate(read.words) if is_content(word) and word not in vocab.DENYING]
    return NegationSplit(
        frozenset(read.stems[at] for at in places if at not in read.negated),
        frozenset(read.stems[at] for at in places if at in read.negated),
        frozenset(read.heads()),
        tuple(
            tuple(read.stems[at] for at in one.scope if at >= one.head and is_content(read.words[at]))
            for one in read.negations
            if one.head is not None
        ),
    )


def read_polarity(text: str) -> Polarity:
    text = _NUMBERED.sub("number ", _ZERO.sub("no", text)).replace("U.S.", "US")  # no sentence ends there
    text = _APART.sub(lambda found: "not" if found["rather"] else "", plain_words(text))
    words = tuple(word.lower().replace("’", "'") for word in _WORD.findall(text))
    negations: list[Negation] = []
    for at, word in enumerate(words):
        if negates(words, at):
            head = _head(words, at)
            negations.append(Negation(word, at, head, range(at + 1, _reach(words, at, head))))
    negated = frozenset(at for one in negations if one.head is not None for at in one.scope)
    return Polarity(words, tuple(map(stem, words)), tuple(negations), negated)


def negates(words: tuple[str, ...], at: int) -> bool:
    """Whether the word at a place, in lower case like all, negates: "no" does, but not in "no less than"."""
    word = words[at]
    if not (word in vocab.NEGATORS or word.endswith("n't") or word in {"too", "against"}):
        return False
    if is_quarrel(words, at):
        return False
    following = words[at + 1 : at + 9]
    if word == "against":  # "advised against using it" advises not to use it
        return following != () and following[0].endswith("ing")
    if word == "too":  # "too short to prove it" does not prove it
        return "to" in following[1:4]
    if word == "no":  # "no less than"
        return following[1:2] != ("than",) or following[0] not in _NO_LESS
    if word == "not" or word.endswith("n't"):  # "not until noon": at noon
        return following[:1] not in _ONLY and "until" not in following[:4]
    if word in _OF_WHAT:  # "called that refusal odd", "in Moll's absence", "the failure of a pump"
        is_of_somebody = word.startswith("fail") and following[:1] == ("of",) and "to" in following[2:]
        return is_of_somebody or following[:1] in _OF_WHAT[word]
    if word.startswith("dismiss"):  # a claim, not a clerk; and "dismissed it as gossip" has a cue of its own
        around = words[max(0, at - _OBJECT) : at] + words[at + 1 : at + _OBJECT]
        return "as" not in following and not DISMISSED.isdisjoint(around)
    return not word.startswith("decline") or following[:1] in (("to",), ("comment",))  # "sales declined"


def is_quarrel(words: Sequence[str], at: int) -> bool:
    """Whether "dispute" is what two have, and not what one does: "the dispute over the toll"."""
    if words[at] not in _QUARRELS:
        return False
    is_noun = not _BEFORE_QUARREL.isdisjoint(words[max(0, at - 1) : at])
    return words[at + 1 : at + 2] in ([], ()) or words[at + 1] in _AFTER_QUARREL or is_noun


def _reach(words: tuple[str, ...], at: int, head: int | None) -> int:
    """The end of what a negator reaches over."""
    is_long = words[at] in vocab.DENYING or words[at] in vocab.REFUSING
    is_long = is_long or (head is not None and words[head] in THINKING)  # "does not mean that it stops"
    last = min(len(words), (at if head is None else head) + (_SENTENCE if is_long else _CLAUSE))
    for place in range(at + 1, last):
        word = words[place]
        if word in _STOPS or (word in _CLAUSE_ENDS and not (is_long and word in {"after", "while"})):
            return place
        following = words[place + 1 : place + 2]
        if word == "and" and following and (following[0] in vocab.SUBJECTS or following[0].endswith("ed")):
            return place
    return last


def is_content(word: str) -> bool:
    return word not in vocab.FILLERS and word not in vocab.NEGATORS and word not in _STOPS and word not in vocab.SAYING


def are_alike(one: str, other: str) -> bool:
    """Whether two stems are of one root: "complain" and "complaint"."""
    short, long = sorted((one, other), key=len)
    if one == other or long == f"{short}d":  # "name" and "named"
        return True
    return len(short) > 5 and long.startswith(short)


def _head(words: tuple[str, ...], negator: int) -> int | None:
    for at in range(negator + 1, min(negator + 8, len(words))):
        if words[at] in _STOPS:
            return None
        if words[at] not in vocab.FILLERS and words[at] not in vocab.NEGATORS and words[at] not in _OBJECTS:
            return at
    return None
