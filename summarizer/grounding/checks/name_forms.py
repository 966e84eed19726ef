"""Names by other forms of themselves: initials, a first name for the whole, a state's or an office's short form."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.attribution.sources import read_cast
from summarizer.grounding.checks import references
from summarizer.grounding.checks.meanings import word_key
from summarizer.grounding.checks.vocabulary import NOT_NAMES
from summarizer.text.occurrences import holds_whole
from summarizer.text.overlap import without_possessive
from summarizer.text.words import read_words

if TYPE_CHECKING:
    from summarizer.grounding.checks.passage import Passage

_FORMS = read_words("checks")["name_forms"]
_STATES: dict[str, str] = _FORMS["states"]
_OFFICES: dict[str, str] = _FORMS["offices"]
_STATE = re.compile(rf"\b(?:{'|'.join(map(re.escape, _STATES))})\.(?!\w)")
_CONTRACTED = re.compile(r"['’](?:ll|re|ve|d|m|s)$")
_MOST = 12  # names of a text that are looked up


def is_no_name(word: str) -> bool:
    """Whether a word with a capital names nobody, as "They" and "They'll"."""
    return word_key(word) in NOT_NAMES or word_key(_CONTRACTED.sub("", word)) in NOT_NAMES


def spelt_out(text: str) -> str:
    """What the states and offices that a text abbreviates are called in full: "Oregon" for "Ore."."""
    found = [_STATES[one.group()[:-1]] for one in _STATE.finditer(text)]
    found += [full for short, full in _OFFICES.items() if short in text and holds_whole(text, short)]
    return " ".join(found)


def forms_of(passage: Passage) -> str:
    """A text with the other forms of the names in it: whole names for their parts, and what is abbreviated."""
    cast, more = read_cast(passage.article), [passage.text, spelt_out(passage.text)]
    for _, run in islice(references.runs(passage.text), _MOST):
        who = cast.fullest(run)
        if who is not None and run in who.name:
            more.append(who.name)
    return " ".join(more)


def is_named_in_part(passage: Passage, word: str) -> bool:
    """Whether the evidence has another part of the name that a word belongs to.

    That is the first name of a person ("Ana" for "Ana Moll"), or the name of a body before a noun for it: "the Fund" is
    what "Sund Fishing" is, when the article has "Sund Fishing Fund".
    """
    article, near = passage.article, passage.sentences
    word = without_possessive(word)
    for _, run in islice(references.runs(passage.text), _MOST):
        first, *rest = run.split(" ")
        if word in rest and holds_whole(article.text, run) and _stands_alone(first, near):
            who = read_cast(article).fullest(run)
            return who is not None and who.kind == "person" and who.name == run
    return re.search(rf"\b[Tt]he {re.escape(word)}(?!\w| [A-ZÀ-Þ])", passage.text) is not None and _is_tail(
        word, near, article.text
    )


def _stands_alone(first: str, near: str) -> bool:
    return re.search(rf"(?<!\w)(?<![A-ZÀ-Þ]\w ){re.escape(first)}(?!\w|-| [A-ZÀ-Þ])", near) is not None


def _is_tail(word: str, near: str, article_text: str) -> bool:
    """Whether an article has a word behind a name that stands near the evidence, and behind no other there."""
    found = islice(re.finditer(rf"([A-ZÀ-Þ][\w’'-]+) (?:[A-ZÀ-Þ][\w’'-]+ )*{re.escape(word)}(?!\w)", article_text), 20)
    return any(not is_no_name(one[1]) and holds_whole(near, one[1]) for one in found)
