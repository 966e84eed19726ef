from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.statements import article_statements
from summarizer.contract.answer import Answer
from summarizer.contract.article import Article
from summarizer.contract.draft import Draft, DraftClaim
from summarizer.engines.rules.complete import complete_report
from summarizer.grounding.ground import ground

if TYPE_CHECKING:
    from summarizer.contract.report import Report

TEXT = """The dam held,” Mayor Ilse Brandt said. Engineer Tomas Reil said that 2,500 sandbags were used.

“We were lucky,” she told reporters. The ministry denied that it had been warned."""


def test_missed_statements_become_claims_of_the_rules() -> None:
    claim = DraftClaim(
        sentence=2,
        quotes=("2,500 sandbags were used",),
        source="Tomas Reil",
        kind="person",
        stance="asserts",
        text="2,500 sandbags were used",
    )
    draft = Draft(claims=(claim,), headline="Dam held", abstract="The dam held.", key_points=())
    report = ground(Article(id="dam", text=TEXT), Answer(draft=draft, engine="llm"), origin="model")
    assert report.coverage.missed
    full = complete_report(report)
    assert full.claims[: len(report.claims)] == report.claims
    assert {one.origin for one in full.claims} == {"model", "rules"}
    assert [one.id for one in full.claims] == [f"c{number}" for number in range(1, len(full.claims) + 1)]
    assert full.coverage.covered == full.coverage.statements
    assert not full.coverage.missed
    assert (full.summary, full.rejected, full.provenance) == (report.summary, report.rejected, report.provenance)


def model_claim(text: str, quote: str, source: str = "Tomas Reil") -> DraftClaim:
    return DraftClaim(sentence=1, quotes=(quote,), source=source, kind="person", stance="asserts", text=text)


def completed(text: str, *claims: DraftClaim) -> Report:
    draft = Draft(claims=claims, headline="h", abstract="a", key_points=())
    return complete_report(ground(Article(id="dam", text=text), Answer(draft=draft, engine="llm"), origin="model"))


def test_what_a_claim_of_the_source_says_in_other_words_is_not_added() -> None:
    text = (
        "Dam holds\n\nEngineer Tomas Reil said that 2,500 sandbags were filled by volunteers. Rain fell for a week. "
        "Volunteers had filled 2,500 sandbags, Reil said. “The wall is sound,” Reil said."
    )
    claim = model_claim("Volunteers filled 2,500 sandbags.", "2,500 sandbags were filled by volunteers")
    added = [one.text for one in completed(text, claim).claims if one.origin == "rules"]
    assert added == ["The wall is sound"]


def test_what_is_wrong_too_often_is_not_added_but_listed() -> None:
    text = "Dam holds\n\nThe mayor, who never gave an interview, referred to both towns to the containment. Rain fell."
    report = completed(text)
    statements = len(article_statements(report.article))  # the traces that no rule reads are not among them
    weak = [one for one in report.rejected if "confidence" in one.reason]
    assert len([one for one in report.claims if one.confidence < 0.65]) == 0
    assert len(report.claims) + len(weak) == statements
