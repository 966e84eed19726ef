"""Claims with how often claims like them were right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.attribution.confidence import confidences
from summarizer.attribution.statements import article_statements
from summarizer.contract.answer import Answer
from summarizer.contract.article import Article
from summarizer.contract.draft import Draft, DraftClaim, DraftKeyPoint
from summarizer.engines.rules.engine import answer_by_rules
from summarizer.grounding.confidence import statements_behind
from summarizer.grounding.ground import ground
from summarizer.reading.inputs import read_file
from summarizer.text.words import read_words

if TYPE_CHECKING:
    from summarizer.contract.report import Report

TEXT = "Mayor Ada Lund said that the gate was shut all night. The keeper was accused by the union of sleeping.\n"
STORY = Article(id="gate", text=TEXT)
EXAMPLE = Path(__file__).parents[2] / "examples" / "bridge-closure.txt"
MODELS = read_words("confidence")["models"]


def _by_rules(min_confidence: float = 0.0) -> Report:
    return ground(STORY, answer_by_rules(STORY, min_confidence), origin="rules", min_confidence=min_confidence)


def _by_model(*, quote: str = "the gate was shut all night", source: str = "Ada Lund", text: str = "") -> Report:
    claim = DraftClaim(
        sentence=1,
        quotes=(quote,),
        source=source,
        kind="person",
        stance="asserts",
        text=text or "the gate was shut all night",
    )
    points = (DraftKeyPoint(text="The gate was shut.", claims=(1,)),)
    draft = Draft(claims=(claim,), headline="Gate shut", abstract="It was shut.", key_points=points)
    return ground(STORY, Answer(draft=draft, engine="llm"), origin="model", min_confidence=0.0)


def test_a_claim_of_the_rules_has_the_confidence_of_its_statement() -> None:
    claim = _by_rules().claims[0]
    statement = article_statements(STORY)[0]
    assert statements_behind(STORY, claim.stance, claim.source, claim.evidence) == [statement]
    assert claim.confidence == confidences(STORY)[statement]


def test_a_claim_of_low_confidence_bears_a_check() -> None:
    weak = read_words("confidence")["weak"]
    claims = _by_rules().claims
    assert {one.confidence < weak for one in claims} == {True, False}
    for claim in claims:
        codes = [check.code for check in claim.checks]
        assert ("weak_attribution" in codes) is (claim.confidence < weak)


def test_a_models_claim_is_surer_where_the_rules_read_the_same_source() -> None:
    (agreed,) = _by_model().claims
    (silent,) = _by_model(quote="The keeper was accused", source="The keeper", text="The keeper was accused").claims
    assert agreed.confidence == MODELS["rules_agree"]
    assert silent.confidence < agreed.confidence


def test_a_quote_in_other_marks_and_a_doubt_lower_a_models_confidence() -> None:
    (normalized,) = _by_model(quote="the  gate was shut all night").claims
    (doubted,) = _by_model(text="the gate was shut for 12 nights").claims
    assert normalized.evidence[0].match == "normalized"
    assert doubted.checks
    assert doubted.confidence < normalized.confidence < MODELS["rules_agree"]


def test_claims_below_the_least_confidence_are_rejected_with_the_reason_and_missed() -> None:
    everything = _by_rules()
    least = max(claim.confidence for claim in everything.claims)
    report = _by_rules(least)
    assert [claim.confidence for claim in report.claims] == [least]
    assert len(report.claims) + len(report.rejected) == len(everything.claims)
    assert all(f"is below {least:.2f}" in one.reason for one in report.rejected)
    assert [one.reason.split(":")[0] for one in report.coverage.missed] == ["doubtful"] * len(report.rejected)


def test_no_key_point_rests_on_a_claim_that_is_left_out() -> None:
    story = read_file(EXAMPLE)
    whole, report = (
        ground(story, answer_by_rules(story, least), origin="rules", min_confidence=least) for least in (0.0, 0.95)
    )
    assert 0 < len(report.claims) < len(whole.claims)
    cited = {number for point in report.summary.key_points for number in point.claims}
    rested_on = {claim.text for claim in report.claims if claim.id in cited}
    assert rested_on
    assert not rested_on & {claim.text for claim in whole.claims if claim.confidence < 0.95}
    answer = Answer(draft=_draft_of_model(), engine="llm")
    assert ground(STORY, answer, origin="model", min_confidence=1.0).summary.key_points == ()


def _draft_of_model() -> Draft:
    claim = DraftClaim(
        sentence=1,
        quotes=("the gate was shut",),
        source="Ada Lund",
        kind="person",
        stance="asserts",
        text="it was shut",
    )
    points = (DraftKeyPoint(text="It was shut.", claims=(1,)),)
    return Draft(claims=(claim,), headline="Gate shut", abstract="It was shut.", key_points=points)
