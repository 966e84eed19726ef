"""Marks stand on the characters that they are about, and what overlaps shows both."""

from __future__ import annotations

import re

from summarizer.contract.report import Passage, Source, Span, SummaryLine
from summarizer.output.page.marked_text import CUE, LINE, MISSED, SPEAKER, WORDS, mark_text
from tests.reports import quoted, report

TEXT = "The dyke “held all night”, warden Ada Kroon said. It rained.\n"


def _elements(html: str, layer: str) -> list[tuple[str, str]]:
    """The numbers and the words of each element of a layer."""
    return re.findall(rf'<(?:mark|span)[^>]* {layer}="([\d ]+)"[^>]*>([^<]*)<', html)


def test_evidence_mention_and_cue_are_marked() -> None:
    claim = quoted(TEXT, "“held all night”", "Ada Kroon", id="c1")
    at = TEXT.index("warden")
    mention = Span(start=at, end=at + 16, text="warden Ada Kroon")
    claim = claim.model_copy(update={"source": Source(name="Ada Kroon", kind="person", span=mention)})
    html = mark_text(report(TEXT, [claim]), "a").html
    assert _elements(html, WORDS) == [("1", "“held all night”")]
    assert _elements(html, SPEAKER) == [("1", "warden Ada Kroon")]
    assert _elements(html, CUE) == [("1", "said")]


def test_a_claim_of_the_article_itself_has_no_cue() -> None:
    claim = quoted(TEXT, "“held all night”", "", id="c1", kind="outlet").model_copy(update={"mode": "none"})
    assert _elements(mark_text(report(TEXT, [claim]), "a").html, CUE) == []


def test_overlapping_evidence_names_both_claims_and_has_both_colours() -> None:
    whole = "The dyke “held all night”, warden Ada Kroon said."
    claims = [
        quoted(TEXT, whole, "Dyke Radio", id="c1"),
        quoted(TEXT, "“held all night”", "Ada Kroon", id="c2", stance="denies"),
    ]
    html = mark_text(report(TEXT, claims), "a").html
    assert ("1 2", "“held all night”") in _elements(html, WORDS)
    assert "".join(words for _, words in _elements(html, WORDS)) == whole
    assert 'class="t-says u-against"' in html


def test_the_number_of_a_claim_stands_once_where_its_words_end() -> None:
    claims = [quoted(TEXT, "“held all night”", name, id=name) for name in ("c1", "c2")]
    html = mark_text(report(TEXT, claims), "a").html
    assert html.count("<mark") == 1
    assert '</mark><sup><a href="#a-c1">1</a></sup><sup><a href="#a-c2">2</a></sup>' in html


def test_missed_statements_and_passages_of_the_summary_are_marked() -> None:
    one = report(TEXT, missed=["It rained."])
    line = SummaryLine(part="abstract", text="It holds.", evidence=(Passage(quote="held all night", start=10, end=24),))
    headline = SummaryLine(part="headline", text="Dyke holds", evidence=line.evidence)
    one = one.model_copy(update={"summary": one.summary.model_copy(update={"lines": (headline, line)})})
    marked = mark_text(one, "a")
    assert _elements(marked.html, MISSED) == [("1", "It rained.")]
    assert _elements(marked.html, LINE) == [("1 2", "held all night")]
    assert f'id="a-p{marked.homes[LINE, 2]}"' in marked.html


def test_an_article_without_claims_is_its_text() -> None:
    assert mark_text(report("Rain & sun.\n"), "a").html == "Rain &amp; sun.\n"
