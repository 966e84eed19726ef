"""A statement: its form decides, and the label of its rule is for readers only."""

from __future__ import annotations

import pytest

from summarizer.attribution import find_statements
from summarizer.attribution.syntax.site import Attribution
from summarizer.contract.article import Article
from summarizer.contract.statement import Statement
from summarizer.engines.rules.engine import answer_by_rules
from summarizer.grounding.ground import ground
from tests.conftest import ROOT

TEXTS = [
    *[path.read_text("utf-8", errors="replace") for path in sorted((ROOT / "examples").glob("*.txt"))],
    "The keeper is believed to have fled. The mayor was accused by the union of lying. The boat reportedly sank.",
    "“It fell,” Reil said. “All of it.”\n\n“And nobody came,” he said, as reported by Radio Arle.",
    "The gate was shut, according to Ada Lund, and locked. Brandt claimed the wall. Brandt claimed it fell.",
    "Lund vowed to stay. She asked whether it rained. His claim that it fell was heard. He sees the port as a threat.",
    "“The sea gives and the sea takes, and we count the days.”\n\n- Ann Pell, Harbour Guild",
]


def report_of(text: str) -> dict[str, object]:
    """The report of an article by rules, without the confidence: how often a rule was right stands by its label.

    Key points are left out too, since they rest on claims of high confidence.
    """
    article = Article(id="a", text=text)
    report = ground(article, answer_by_rules(article), origin="rules").model_dump()
    del report["summary"]["key_points"]
    report["summary"]["lines"] = [line for line in report["summary"]["lines"] if line["part"] != "key_point"]
    for claim in report["claims"]:
        del claim["confidence"]
        claim["checks"] = [check for check in claim["checks"] if check["code"] != "weak_attribution"]
    return report


def labels_of(text: str) -> set[str]:
    """The labels of an article's statements."""
    return {statement.rule for statement in find_statements(Article(id="a", text=text))}


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:20])
def test_a_report_is_the_same_whatever_the_rules_are_called(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = report_of(text)
    assert labels_of(text)
    monkeypatch.setattr(Attribution, "rule", property(lambda _: "x", lambda _attribution, _label: None))
    assert labels_of(text) == {"x"}
    assert report_of(text) == wanted


def test_a_statement_is_firm_and_direct_unless_it_says_otherwise() -> None:
    statement = Statement(((0, 4),), None, None, "asserts", "clause", "that")
    assert (statement.relays, statement.cited, statement.certainty) == ((), None, "firm")
