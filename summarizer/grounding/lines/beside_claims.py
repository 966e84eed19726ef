"""What a line says otherwise than the claim that says the same, set beside it as a claim is beside its evidence.

Of several claims only the one that holds most of a clause is looked at, and only where it holds much of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.grounding.checks.alignment import align_texts
from summarizer.grounding.checks.doers import find_other_doers, find_turned_acts
from summarizer.grounding.checks.exchanged import find_exchanged
from summarizer.grounding.checks.hedges import hedge_difference
from summarizer.grounding.checks.moved import find_moved, find_replaced
from summarizer.grounding.checks.negation import negation_lost
from summarizer.grounding.checks.negation_edit import negation_edit
from summarizer.grounding.checks.opposites import find_opposites
from summarizer.grounding.checks.scope import scope_difference
from summarizer.grounding.checks.substituted import find_substitutes
from summarizer.grounding.checks.vocabulary import AUXILIARIES
from summarizer.grounding.lines.polarity import DENYING, has_doubt, negations, says_no, tokens_of
from summarizer.grounding.lines.retold import holds_whole
from summarizer.grounding.lines.support import root_of
from summarizer.grounding.lines.wording import is_person
from summarizer.text.words import read_words, split_entries, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.check import CheckCode
    from summarizer.grounding.checks.alignment import Alignment, Word
    from summarizer.grounding.lines.retold import Claims, Retold

_PARTIES = {
    word: number
    for number, words in enumerate(read_words("lines")["beside_claims"]["parties"])
    for word in split_entries(words)
}
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_OTHER_NEGATORS = DENYING | {"nor"}
_SUPPOSING = frozenset({"if", "unless", "whether"})
_BEFORE, _AFTER = 6, 3  # words about one in which it may be negated, doubted or only supposed
_ORDER = word_set("lines.beside_claims.order")


def told_otherwise(article: Article, clause: str, claims: Claims) -> Iterator[tuple[CheckCode, str]]:
    """What a clause of a line says otherwise than the claim that says the same, each with the check's code."""
    same = claims.told_again(article, clause)
    whole = [one for one in same[1:] if holds_whole(article, clause, one)]
    for claim in (*same[:1], *whole):
        yield from _compare(article, clause, claim)
    for claim in same[:1]:
        yield from ((code, _of_line(why, claim)) for code, why in _negations(clause, claim))


def told_otherwise_in_all(article: Article, line: str, claims: Claims) -> Iterator[tuple[CheckCode, str]]:
    """What a line says otherwise than the claims of which it says all, in whatever clauses."""
    for claim in claims.cited or claims.every:
        if holds_whole(article, line, claim):
            yield from _compare(article, line, claim)


def _compare(article: Article, text: str, claim: Retold) -> Iterator[tuple[CheckCode, str]]:
    alignment = align_texts(text, claim.text)
    for code, why in (*_words(article, alignment), *_names(article, alignment), *_parties(alignment)):
        yield code, _of_line(why, claim)


def _of_line(why: str, claim: Retold) -> str:
    return why.replace("the claim", "the line").replace("the evidence", f"claim {claim.id}")


def _words(article: Article, alignment: Alignment) -> Iterator[tuple[CheckCode, str]]:
    """Other words; one that the article has itself, or that says when, may be of another thing."""
    for one in find_opposites(alignment):
        if one.said.lower() in _ORDER or (one.is_measure and one.held[0].isupper()):
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
        if not one.is_number and not _are_persons(article, one.said, one.held):
            continue
        code: CheckCode = "figure_not_in_evidence" if one.is_number else "name_not_in_evidence"
        yield code, f"“{one.said}” stands where the evidence has “{one.held}”"
    for name, verb in find_turned_acts(alignment):
        yield "name_not_in_evidence", f"“{name}” is who “{verb}” in the claim, in the evidence it is done to them"
    for verb, name, held in find_other_doers(alignment):
        if not _are_persons(article, name, held):
            continue
        yield "name_not_in_evidence", f"“{name}” stands before “{verb}”, where the evidence has “{held}”"


def _parties(alignment: Alignment) -> Iterator[tuple[CheckCode, str]]:
    """Who does it, or to whom it is done, by a noun for which the claim has another: "by the army", "by the rebels"."""
    said, held = alignment.said, alignment.held
    told = {word.key for word in held}
    for at, word in enumerate(said):
        if word.text not in _PARTIES or word.key in told:
            continue
        for place, other in enumerate(held):
            if _PARTIES.get(other.text, _PARTIES[word.text]) == _PARTIES[word.text]:
                continue
            if alignment.back[place] is not None:
                continue
            if _slots(said, at) & _slots(held, place):
                yield "name_not_in_evidence", f"the claim has “{word.text}” where the evidence has “{other.text}”"
                break


def _slots(words: Sequence[Word], at: int) -> set[tuple[str, str]]:
    """What stands right beside a noun: the "by" or the verb before it, and the verb behind it."""
    before = at - 1
    while before >= 0 and words[before].lower in _ARTICLES:
        before -= 1
    after = at + 1
    while after < len(words) and words[after].lower in AUXILIARIES:
        after += 1
    found = set[tuple[str, str]]()
    if before >= 0 and (words[before].lower == "by" or words[before].is_content):
        found.add(("before", words[before].key))
    if after < len(words) and words[after].is_content and words[after].kind == "word":
        found.add(("after", words[after].key))
    return found


def _are_persons(article: Article, one: str, other: str) -> bool:
    """Whether two names are persons': a place may stand for a region, and a body for who speaks for it."""
    return is_person(article, one) is True and is_person(article, other) is True


def _negations(clause: str, claim: Retold) -> Iterator[tuple[CheckCode, str]]:
    is_negated = any(map(says_no, tokens_of(clause)))
    difference = negation_edit(clause, claim.text) or (
        _negation_put(clause, claim.text) if is_negated else negation_lost(clause, claim.text)
    )
    if difference and (is_negated or " … " in difference or "own words" in difference):  # of what, it must say
        yield "negation_differs", difference


def _negation_put(clause: str, text: str) -> str | None:
    """What a clause negates, and a claim has with nothing beside it that negates or doubts."""
    said, held = tokens_of(clause), tokens_of(text)
    for one in negations(said):
        at = said.index(one.word)
        if one.word in _OTHER_NEGATORS or not one.heads or not _SUPPOSING.isdisjoint(said[max(0, at - _BEFORE) : at]):
            continue
        places = [place for place, word in enumerate(held) if root_of(word) == one.heads[0]]
        if places and not any(
            has_doubt(held[max(0, place - _BEFORE) : place]) or any(map(says_no, held[place : place + _AFTER]))
            for place in places
        ):
            return f"the claim says “{one.word}”, the evidence does not"
    return None
