"""Claims with one digit, name or negation changed are flagged or rejected, and right ones are left alone."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from summarizer.contract.report import Rejected
from summarizer.grounding.ground import ground_claim
from tests.mutations import mutate
from tests.mutations.mutate import Case, right_claims, wrong_claims

# What must be said of a change in the text; in a quote it must be rejected.
CODES = {
    "digit": ("figure_not_in_evidence",),
    "name": ("name_not_in_article", "name_not_in_evidence"),
    "negation": ("negation_differs",),
}


def _doubts(case: Case) -> tuple[str, ...]:
    """The codes of a claim's checks, or "rejected"."""
    result = ground_claim(case.article, case.claim, claim_id="c1", origin="model")
    return ("rejected",) if isinstance(result, Rejected) else mutate.codes(result)


@cache
def _wrong() -> tuple[tuple[Case, tuple[str, ...]], ...]:
    return tuple((case, _doubts(case)) for case in wrong_claims())


def _missed(kind: str, place: str) -> list[str]:
    return [
        f"{case.article.id}: {case.change}: {case.claim.text}"
        for case, doubts in _wrong()
        if (case.kind, case.place) == (kind, place)
        and "rejected" not in doubts
        and not set(doubts).intersection(CODES[kind])
    ]


def test_there_are_enough_of_each_kind() -> None:
    count = Counter((case.kind, case.place) for case, _ in _wrong())
    assert sum(count.values()) >= 200
    assert min(count.values()) >= 40
    assert set(count) == {(kind, place) for kind in CODES for place in ("text", "quote")} | {("name", "source")}


def test_each_change_changes_something() -> None:
    right = {(case.article.id, case.claim) for case in right_claims()}
    assert not [case.change for case, _ in _wrong() if (case.article.id, case.claim) in right]


@pytest.mark.parametrize("kind", ["digit", "name"])
def test_every_changed_digit_and_name_in_a_text_is_flagged(kind: str) -> None:
    assert _missed(kind, "text") == []


def test_every_source_of_no_article_is_flagged() -> None:
    assert _missed("name", "source") == []


def test_changed_negations_in_a_text_are_flagged() -> None:
    total = sum((case.kind, case.place) == ("negation", "text") for case, _ in _wrong())
    missed = _missed("negation", "text")
    assert len(missed) <= 0.05 * total, missed


@pytest.mark.parametrize("kind", ["digit", "name"])
def test_a_quote_with_another_digit_or_name_is_rejected(kind: str) -> None:
    kept = [
        case.change
        for case, doubts in _wrong()
        if (case.kind, case.place) == (kind, "quote") and doubts != ("rejected",)
    ]
    assert kept == []


def test_a_quote_with_another_negation_is_rejected_or_flagged() -> None:
    """A quote that ends before its last "not" is the article's own words: only its missing end can be flagged."""
    assert len(_missed("negation", "quote")) <= 1


def test_right_claims_are_left_alone() -> None:
    right = [(case, _doubts(case)) for case in right_claims()]
    alarms = [f"{case.article.id}: {doubts}: {case.claim.text}" for case, doubts in right if doubts]
    assert len(alarms) <= 0.03 * len(right), alarms
