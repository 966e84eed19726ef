"""Reports by rules: made at once, from nothing but the article."""

from __future__ import annotations

from summarizer.contract.article import Article
from summarizer.contract.tally import CallTally
from summarizer.running.rule_reports import RuleReports

ARTICLE = Article(id="gate", text="Gate stuck\n\nThe gate is stuck, keeper Ode Lunt said on Friday.")


async def test_a_report_is_made_from_the_rules_draft() -> None:
    work = RuleReports()
    answer = work.ask(ARTICLE, CallTally())
    report = work.build(ARTICLE, answer)
    assert report.provenance.engine == "extractive"
    assert [(claim.source.name, claim.origin) for claim in report.claims] == [("Ode Lunt", "rules")]
    assert work.cache is None
    await work.aclose()
    work.close()
    assert work.build(ARTICLE, answer) == report
