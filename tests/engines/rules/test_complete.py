from __future__ import annotations

from summarizer.contract.answer import Answer
from summarizer.contract.article import Article
from summarizer.contract.draft import Draft, DraftClaim
from summarizer.engines.rules.complete import complete_report
from summarizer.grounding.ground import ground

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
