"""A model's answer becomes a report, and with `complete` the rules add what it left out."""

from __future__ import annotations

from summarizer.contract.answer import Answer
from summarizer.contract.article import Article
from summarizer.contract.draft import Draft
from summarizer.running.model_reports import report_of_answer
from summarizer.running.settings import Settings

ARTICLE = Article(id="dyke", text="“The dyke held all night,” warden Ada Kroon said on Monday. Nobody was hurt.")
NOTHING = Answer(draft=Draft(headline="", abstract="", key_points=(), claims=()), engine="llm")


def test_the_rules_add_claims_only_when_they_are_asked_to() -> None:
    assert not report_of_answer(Settings(model="m"), ARTICLE, NOTHING).claims
    claims = report_of_answer(Settings(model="m", complete=True), ARTICLE, NOTHING).claims
    assert [claim.source.name for claim in claims] == ["Ada Kroon"]
    assert claims[0].origin == "rules"
