"""What a line says otherwise than the claim that says the same, set beside it as a claim is beside its evidence.

Of several claims only the one that holds most of a clause is looked at, and only where it holds much of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.grounding.checks.alignment import align_texts
from summarizer.grounding.checks.doers import find_other_doers, find_turned_acts
from summarizer.grounding.checks.exchanged import find_exchanged
from summarizer.grounding.checks.hedges import hedge_difference
from summarizer.grounding.checks.meanings import meaning, sides_of
from summarizer.grounding.checks.moved import find_moved, find_replaced
from summarizer.grounding.checks.negation import negation_lost
from summarizer.grounding.checks.opposites import find_opposites
from summarizer.grounding.checks.scope import scope_difference
from summarizer.grounding.checks.substituted import find_substitutes
from summarizer.grounding.checks.wording import negation_edit
from summarizer.grounding.lines.polarity import DENYING, has_doubt, negations, says_no, tokens_of
from summarizer.grounding.lines.support import root_of
from summarizer.grounding.lines.wording import is_person
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.article import Article
    from summarizer.contract.check import CheckCode
    from summarizer.grounding.checks.alignment import Alignment
    from summarizer.grounding.lines.retold import Claims, Retold

_SUPPOSING = frozenset({"if", "unless", "whether"})
_BEFORE, _AFTER = 6, 3  # words about one in which it may be negated, doubted or only supposed
_ORDER = word_set("lines.beside_claims.order")


def told_otherwise(article: Article, clause: str, claims: Claims) -> Iterator[tuple[CheckCode, str]]:
    """What a clause of a line says otherwise than the claim that says the same, each with the check's code."""
    same = claims.told_again(article, clause)
    if not same:
        return
    best = same[0]
    alignment = align_texts(clause, best.text)
    for code, why in (*_words(article, alignment), *_names(article, alignment), *_negations(clause, best)):
        yield code, why.replace("the claim", "the line").replace("the evidence", f"claim {best.id}")


def _words(article: Article, alignment: Alignment) -> Iterator[tuple[CheckCode, str]]:
    """Other words; one that the article has itself, or that says when, may be of another thing."""
    for one in find_opposites(alignment):
        if one.said.lower() in _ORDER:
            continue
        code: CheckCode = "unit_differs" if one.is_measure else "meaning_differs"
        yield code, f"the claim says “{one.said}”, the evidence “{one.held}”"
    for other in find_substitutes(alignment, article.text):
        yield "meaning_differs", f"the claim says “{other.said}” where the evidence has “{other.held}”"
    if difference := hedge_difference(alignment):
        yield "hedge_differs", difference
    if difference := scope_difference(alignment, article.text):
        yield "scope_differs", difference
    if exchanged := find_exchanged(alignment):
        yield "meaning_differs", "“{}” stands where the evidence has “{}”".format(*exchanged)


def _names(article: Article, alignment: Alignment) -> Iterator[tuple[CheckCode, str]]:
    """Names and numbers in the place of others; a state or firm may stand for who speaks for it."""
    for one in (*find_moved(alignment), *find_replaced(alignment)):
        if not one.is_number and not _are_of_kind(article, one.said, one.held):
            continue
        code: CheckCode = "figure_not_in_evidence" if one.is_number else "name_not_in_evidence"
        yield code, f"“{one.said}” stands where the evidence has “{one.held}”"
    for name, verb in find_turned_acts(alignment):
        yield "name_not_in_evidence", f"“{name}” is who “{verb}” in the claim, in the evidence it is done to them"
    for verb, name, held in find_other_doers(alignment):
        if not _are_of_kind(article, name, held):
            continue
        yield "name_not_in_evidence", f"“{name}” stands before “{verb}”, where the evidence has “{held}”"


def _are_of_kind(article: Article, one: str, other: str) -> bool:
    """Whether two names are both persons', or neither is as far as the article tells."""
    if not sides_of(meaning(one)).isdisjoint(sides_of(meaning(other))):
        return False  # "GOP" is "Republican"
    return (is_person(article, one) is True) is (is_person(article, other) is True)


def _negations(clause: str, claim: Retold) -> Iterator[tuple[CheckCode, str]]:
    is_negated = any(map(says_no, tokens_of(clause)))
    difference = negation_edit(clause, claim.text) or (
        _negation_put(clause, claim.text) if is_negated else negation_lost(clause, claim.text)
    )
    if difference:
        yield "negation_differs", difference


def _negation_put(clause: str, text: str) -> str | None:
    """What a clause negates, and a claim has with nothing beside it that negates or doubts."""
    said, held = tokens_of(clause), tokens_of(text)
    for one in negations(said):
        at = said.index(one.word)
        if one.word in DENYING or not one.heads or not _SUPPOSING.isdisjoint(said[max(0, at - _BEFORE) : at]):
            continue
        places = [place for place, word in enumerate(held) if root_of(word) == one.heads[0]]
        if places and not any(
            has_doubt(held[max(0, place - _BEFORE) : place]) or any(map(says_no, held[place : place + _AFTER]))
            for place in places
        ):
            return f"the claim says “{one.word}”, the evidence does not"
    return None
