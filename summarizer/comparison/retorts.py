"""Finds who contradicts shortly after it, in few words, what was said: "denied that anything had been paid"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from summarizer.comparison.clauses import negated_clauses
from summarizer.comparison.contraries import contrary
from summarizer.comparison.datings import dated_apart
from summarizer.comparison.negations import light_words, polarity, undone_in
from summarizer.comparison.opposition import BARE, Opposition, is_plainly_negating, may_oppose
from summarizer.comparison.terms import is_time, meaning_of, rarity, terms_of
from summarizer.text.words import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.comparison.passages import Passage

_BACK = 3  # sentences between a statement and a retort at most
_NEXT, _LATER = 0.1, 0.3  # how rare the word must be that is negated, in the next sentence and later
_LITTLE = 0.1  # rarity of words that say nothing
_UNRELATED = re.compile(r"\bnothing\sto\sdo\swith\b")  # it denies no deed, but that one thing is due to another
_NUMBERS = frozenset(term.key for word in word_list("numbers.cardinals.small") for term in terms_of(word))
_SOON = 2  # sentences between what somebody was told or not, and the contrary
_TOLD = meaning_of("warn")
_POINTS_BACK = re.compile(
    r"\b(?:it|this|that|them|such|so)\b(?!\s(?:\w+\s){1,3}(?:had|has|have|was|were)\b)|\bbeforehand\b|\bin\sadvance\b"
)
_SHORT, _LONG = 6, 10  # terms of a retort, and of one that says whether somebody was told
_ANYTHING = frozenset(term.key for term in terms_of("anything anyone anybody nothing nobody ever never"))
_CLAUSE = re.compile(r"^\W*(?:that|having|\w+ing)\b|\b(?:is|are|was|were|has|had|have|did|does|will|would)\b")
JUST_DENIED = "one denies what the other has just said"
_OF_THE_SAME = re.compile(r"\W*(?:that\s)?(?:it|he|she|they|this|these)\s", re.IGNORECASE)


def find_retorts(passages: Sequence[Passage]) -> Iterator[tuple[int, int, Opposition]]:
    """Pairs of places in `passages` of one article: a statement, and what another says soon after it against it."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(passages):
        by_article[one.article].append(at)
    for places in by_article.values():
        sentences = {start: number for number, start in enumerate(sorted({passages[at].sentence for at in places}))}
        for number, at in enumerate(places):
            retort = passages[at]
            if not (retort.claim and retort.speaker) or _UNRELATED.search(retort.text):
                continue
            clauses = tuple(negated_clauses(retort))
            if len(retort.terms) > _LONG and not clauses:
                continue
            for before in reversed(places[:number]):
                gap = sentences[retort.sentence] - sentences[passages[before].sentence]
                if gap > _BACK:
                    break
                found = _against(passages[before], retort, gap) if len(retort.terms) <= _LONG else None
                if found is None and gap <= 1:
                    found = next(filter(None, (_denied_in(passages[before], one) for one in clauses)), None)
                if found:
                    yield before, at, found
                    break


def _against(said: Passage, retort: Passage, gap: int) -> Opposition | None:
    """On what a retort contradicts a statement `gap` sentences before it, None where it does not."""
    if said.speaker == retort.speaker or said.is_title or not may_oppose(said, retort):
        return None
    if gap <= _SOON and said.speaker and _are_told_otherwise(said, retort):
        return Opposition("one says that somebody was told of it, the other that he was not", _TOLD, _TOLD)
    if len(retort.terms) > _SHORT:
        return None
    is_of_it = gap == 1 and _OF_THE_SAME.match(retort.text) and _tells_no_more(said, retort)
    if is_of_it and (dates := dated_apart(said.text, retort.text)):
        return Opposition(f"they tell of one thing, one of {dates[0]} and one of {dates[1]}")
    if retort.stance == "denies":
        if _CLAUSE.search(retort.text) is None:
            return None  # "rejected this proposal" denies nothing that was said
    elif not said.speaker and not said.lead:
        return None  # what goes on in a paragraph is mostly told by who was named in it
    if gap <= 1 and said.speaker and (pair := _contrary_of_the_same(said, retort)):
        return Opposition(f"“{pair[0]}” and “{pair[1]}” exclude one another", *map(meaning_of, pair))
    word = _negated(said, retort, _NEXT if gap <= 1 else _LATER)
    return Opposition(JUST_DENIED, word, word) if word else None


def _denied_in(said: Passage, clause: Passage) -> Opposition | None:
    """On what one clause of a longer retort contradicts the statement before it."""
    if said.speaker in (clause.speaker, "") or said.is_title or len(clause.terms) > _SHORT:
        return None
    word = _negated(said, clause, _NEXT) if may_oppose(said, clause) else ""
    return Opposition(JUST_DENIED, word, word) if word else None


def _tells_no_more(said: Passage, retort: Passage) -> bool:
    """Whether a retort tells nothing beside a time that the statement before it does not tell."""
    told = {term.key for term in retort.terms if rarity(term.key) >= _NEXT and not is_time(term.key)}
    return told <= {term.key for term in said.terms}


def _are_told_otherwise(said: Passage, retort: Passage) -> bool:
    """Whether of two passages one says that somebody was told of something, and the other that he was not."""
    if _POINTS_BACK.search(retort.text) is None:
        return False
    first, second = (polarity(one.text, denied=one.stance == "denies") for one in (said, retort))
    return any(
        _TOLD in yes.affirmed and _TOLD in no.heads & no.negated for yes, no in ((first, second), (second, first))
    )


def _contrary_of_the_same(said: Passage, retort: Passage) -> tuple[str, str] | None:
    """Two words that exclude one another, where a retort tells of nothing else than the statement before it."""
    pair = contrary(said.text, retort.text)
    if pair is None:
        return None
    told = {term.key for term in retort.terms if rarity(term.key) >= _LITTLE and not term.key.isdecimal()}
    rest = told - {meaning_of(pair[1])} - _NUMBERS
    return pair if rest and rest <= {term.key for term in said.terms} else None


def _negated(said: Passage, retort: Passage, least: float) -> str:
    """The rarest word that one affirms and the other negates, where the retort tells of nothing else; else ""."""
    if not (is_plainly_negating(said) or is_plainly_negating(retort)):
        return ""
    first, second = (polarity(one.text, denied=one.stance == "denies") for one in (said, retort))
    heads = [each.heads | undone_in(one.text) for each, one in ((first, said), (second, retort))]
    negated = (heads[1] & second.negated & first.affirmed) | (heads[0] & first.negated & second.affirmed)
    names = {term.key for one in (said, retort) for term in one.terms if term.is_name}
    crossing = {key for key in negated - names if rarity(key) >= least}
    own = {term.key for term in terms_of(retort.speaker)}
    telling = {term.key for term in retort.terms if rarity(term.key) > _LITTLE and not is_time(term.key)}
    rest = telling - own - light_words() - _ANYTHING
    # "No observer had been asked to leave" is of the observer who said that he had been.
    his = terms_of(f"{said.role} {' '.join(said.forms)}") if undone_in(retort.text) else ()
    told = {term.key for term in (*said.terms, *his)}
    if not crossing or not rest - BARE <= told:
        return ""
    return max(sorted(crossing), key=rarity)
