"""What a line has of all, or as so, where the sentences that it names have it of some, or as what may be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.grounding.checks.prospects import HEDGES
from summarizer.grounding.lines.polarity import HELPERS, tokens_of
from summarizer.grounding.lines.support import root_of, roots_of, told_within
from summarizer.text.words import word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.check import CheckCode

_AS_MUCH = 0.5  # of a clause's roots in what tells the same
_ALL = word_set("lines.surer.all")
_ALL_TOO = _ALL | word_set("lines.surer.as_good_as_all")
_PART = word_set("lines.surer.part")
_NOT_ALL = wordings("lines.surer.not_all", re.IGNORECASE)
_ONE_OF = re.compile(r"\bone of\b", re.IGNORECASE)
_THE_ONLY = re.compile(r"\b[Tt]he (?:only|sole)\b")
_SOLE = word_set("lines.surer.sole")
_BELIEVED = wordings("lines.surer.believed", re.IGNORECASE)
_MAY, _WILL = word_set("lines.surer.may"), word_set("lines.surer.will")
_CERTAIN, _LIKELY = word_set("lines.surer.certain"), word_set("lines.surer.likely")
_VAGUE = frozenset({"dozens", "hundreds", "thousands", "millions", "billions"})
_BELIEVING = word_set("lines.surer.believing")
_FACES = re.compile(r"\b(?:face|faces|facing)\b")
_DONE = re.compile(r"\b(?:will be|has been|have been|was|were|is being|is|are) (?:\w+ly )?(\w+)")
_MAY_BE = re.compile(r"\b(?:would|could|may|might) (?:\w+ly )?be\b", re.IGNORECASE)
_IS = re.compile(r"\b(?:is|are|was|were)\b")
_HEDGING = HEDGES - word_set("lines.surer.no_hedge")
_ROOT = 3  # letters that "live" and "living", "fine" and "fined" have in common
_REACH = 6  # words behind one that hedges in which it is said what


def surer_words(article: Article, clause: str, named: Collection[int]) -> Iterator[tuple[CheckCode, str]]:
    """What a clause says wider or surer than the sentences at some indices, each with the check's code."""
    roots = roots_of(clause)
    if not named or not roots:
        return
    told = [text for index in sorted(named) for text in told_within(article, index)]
    same = [text for text in told if len(roots & roots_of(text)) >= _AS_MUCH * len(roots)]
    said = tokens_of(clause)
    held = [word for text in told for word in tokens_of(text)]
    yield from _of_all_told(said, held)
    for text in same:
        for why in _of_all(clause, said, text, tokens_of(text)):
            yield "scope_differs", why
        for why in () if _HEDGING.intersection(said) else _as_so(clause, said, text):
            yield "hedge_differs", why


def _of_all_told(said: Sequence[str], held: Sequence[str]) -> Iterator[tuple[CheckCode, str]]:
    """What a line will have and everything that it rests on only may have, or has as certain and that as probable."""
    may = next((word for word in held if word in _MAY), None)
    if "will" in said and may and _HEDGING.isdisjoint(said) and _WILL.isdisjoint(held):
        yield "hedge_differs", f"the article says “{may}”, the line that it will be so"
    sure = next((word for word in said if word in _CERTAIN), None)
    likely = next((word for word in held if word in _LIKELY), None)
    if sure and likely and _CERTAIN.isdisjoint(held):
        yield "hedge_differs", f"the line says “{sure}”, the article “{likely}”"
    vague = next((word for word in said if word in _VAGUE), None)
    other = next((word for word in held if word in _VAGUE), None)
    if vague and other and vague not in held and other not in said:
        yield "figure_not_in_evidence", f"the line says “{vague}”, the article “{other}”"


def _of_all(clause: str, said: Sequence[str], text: str, held: Sequence[str]) -> Iterator[str]:
    whole = next((word for word in said if word in _ALL), None)
    part = next((word for word in held if word in _PART), None)
    if (
        whole
        and part
        and _NOT_ALL.search(clause) is None
        and _ALL_TOO.isdisjoint(held)
        and _PART.isdisjoint(said)
        and not _ONE_OF.search(clause)
    ):
        yield f"the line says “{whole}”, the article “{part}”"
    if _THE_ONLY.search(clause) and _ONE_OF.search(text) and _SOLE.isdisjoint(held):
        yield "the line says that it is the only one, the article that it is one of them"
    if _ONE_OF.search(clause) and not _SOLE.isdisjoint(held) and not _ONE_OF.search(text) and _SOLE.isdisjoint(said):
        yield "the line says that it is one of them, the article that it is the only one"


def _as_so(clause: str, said: Sequence[str], text: str) -> Iterator[str]:
    own = {root_of(word)[:_ROOT] for word in said if word[0].isalpha()}
    for found in () if _BELIEVING.intersection(said) else _BELIEVED.finditer(text):
        head = _heads(text[found.end() :])[:1]
        if any(root[:_ROOT] in own for root in head):
            yield f"the article says “{found[0]}”, the line has it as so"
    done = {root_of(word)[:_ROOT] for word in _DONE.findall(clause)}
    for found in _FACES.finditer(text):
        if any(root[:_ROOT] in done for root in _heads(text[found.end() :])):
            yield f"the article says “{found[0]}”, the line has it as done"
    for found in _MAY_BE.finditer(text):
        head = _heads(text[found.end() :])[:1]
        after = [_heads(clause[one.end() :])[:1] for one in _IS.finditer(clause)]
        if head and head in after and not any(_heads(text[one.end() :])[:1] == head for one in _IS.finditer(text)):
            yield f"the article says “{found[0]}”, the line has it as so"


def _heads(following: str) -> list[str]:
    """The roots of the words that say something right behind a place, in its clause."""
    words = tokens_of(re.split(r"[,.;:!?]", following)[0])[:_REACH]
    return [root_of(word) for word in words if word[0].isalpha() and word not in HELPERS and len(word) > 2]
