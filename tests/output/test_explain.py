"""Which rule made which claim."""

from __future__ import annotations

from summarizer.attribution import find_statements
from summarizer.engines.rules.engine import answer_by_rules
from summarizer.grounding.ground import ground
from summarizer.output.explain import explain
from summarizer.reading.articles import article_from_text

TEXT = "“The dyke held,” warden Ada Kroon said on Monday. Mayor Bo Lund denied that money was short.\n"


def test_each_claim_has_its_rule_and_its_cue() -> None:
    article = article_from_text(TEXT, id="dyke")
    report = ground(article, answer_by_rules(article), origin="rules")
    lines = list(explain(report))
    rules = {statement.rule for statement in find_statements(article)}
    assert len(lines) == len(report.claims) == 2
    assert f"cue 'said' at {TEXT.index('said')}" in lines[0]
    assert f"cue 'denied' at {TEXT.index('denied')}" in lines[1]
    assert all(", firm, confidence 0." in line for line in lines)
    assert all(line.split("rule ")[1].split(",")[0] in rules for line in lines)


def test_a_claim_that_no_rule_finds_says_so() -> None:
    article = article_from_text("The dyke held all night in the storm. Nobody was hurt.\n", id="dyke")
    said = article_from_text(TEXT, id="dyke")
    report = ground(said, answer_by_rules(said), origin="rules")
    claim = report.claims[0]
    quote = article.text[:8]
    moved = claim.model_copy(
        update={"evidence": (claim.evidence[0].model_copy(update={"quote": quote, "start": 0, "end": 8}),)}
    )
    other = report.model_copy(update={"article": article, "claims": (moved,)})
    assert next(iter(explain(other))) == f"dyke c1: no rule finds it, confidence {claim.confidence:.2f}"
