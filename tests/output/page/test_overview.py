"""The first screen: the summary with ways to its evidence, and the sources."""

from __future__ import annotations

from summarizer.contract.check import Check
from summarizer.contract.report import Passage, SummaryLine
from summarizer.output.page.marked_text import mark_text
from summarizer.output.page.overview import sources_part, summary_part
from tests.reports import quoted, report

TEXT = "The dyke “held all night”, warden Ada Kroon said. It rained.\n"


def test_every_sentence_leads_to_its_words_or_says_that_nothing_supports_it() -> None:
    proof = (Passage(quote="held all night", start=10, end=24),)
    lines = (
        SummaryLine(part="headline", text="Dyke holds", evidence=proof),
        SummaryLine(part="abstract", text="It holds.", evidence=proof),
        SummaryLine(part="key_point", text="It snowed.", checks=(Check(code="unsupported_line", detail="no words"),)),
    )
    one = report(TEXT, key_points=["It snowed."])
    one = one.model_copy(update={"summary": one.summary.model_copy(update={"lines": lines})})
    marked = mark_text(one, "a")
    shown = summary_part(one, "a", marked)
    place = marked.homes["data-s", 2]
    assert f'<a class="line" href="#a-p{place}" data-s="2">It holds.</a>' in shown
    assert 'It snowed. <span class="doubt" lang="en">[nothing in the article says this: no words]</span>' in shown


def test_a_report_without_lines_still_shows_its_summary() -> None:
    one = report(TEXT, key_points=["It held."])
    shown = summary_part(one, "a", mark_text(one, "a"))
    assert "It holds." in shown
    assert "It held." in shown


def test_sources_are_counted_with_their_stances_most_claims_first() -> None:
    claims = [
        quoted(TEXT, "It rained", "Bo Lind", id="c1"),
        quoted(TEXT, "held all night", "Ada Kroon", id="c2"),
        quoted(TEXT, "The dyke", "Ada Kroon", id="c3", stance="denies"),
    ]
    shown = sources_part(report(TEXT, claims))
    assert shown.index("Ada Kroon") < shown.index("Bo Lind")
    assert "<td>2</td><td>says 1, denies 1</td>" in shown


def test_without_claims_there_is_no_table() -> None:
    assert sources_part(report(TEXT)) == ""
