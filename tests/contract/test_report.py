import json

import pytest
from pydantic import ValidationError

from summarizer.contract.article import Article
from summarizer.contract.report import (
    Claim,
    Coverage,
    Evidence,
    Figure,
    Missed,
    Provenance,
    Report,
    Source,
    Span,
    Summary,
)

TEXT = "“The dam held,” Mayor Ilse Brandt said."


def build(**changes):
    evidence = changes.pop("evidence", Evidence(quote="The dam held", start=1, end=13))
    span = changes.pop("span", Span(start=16, end=34, text=TEXT[16:34]))
    claim = Claim(
        id="c1",
        text="The dam held",
        stance="asserts",
        mode="direct",
        confidence=0.9,
        source=Source(name="Ilse Brandt", kind="person", role="Mayor", span=span),
        evidence=(evidence,),
        origin="rules",
    )
    fields = {
        "article": Article(id="a", text=TEXT),
        "summary": Summary(headline="Dam holds", abstract="The dam held."),
        "claims": (claim,),
        "coverage": Coverage(statements=1, covered=1),
        "provenance": Provenance(engine="extractive", summarizer_version="0"),
    }
    return Report(**{**fields, **changes})


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_a_figure_is_a_number_that_json_can_hold(value):
    with pytest.raises(ValidationError, match="finite"):
        Figure(value=value, qualifier="exactly", text="many")


def test_a_true_report_goes_through_json_unchanged():
    report = build()
    again = Report.model_validate_json(report.model_dump_json())
    assert again == report
    assert again.model_dump_json() == report.model_dump_json()


@pytest.mark.parametrize(
    "evidence",
    [Evidence(quote="The dam hold", start=1, end=13), Evidence(quote="The dam held", start=2, end=14)],
)
def test_evidence_that_the_article_does_not_hold_cannot_be_built(evidence):
    with pytest.raises(ValidationError, match="does not hold the quote"):
        build(evidence=evidence)


def test_evidence_past_the_end_cannot_be_built():
    with pytest.raises(ValidationError):
        build(evidence=Evidence(quote="held", start=400, end=404))


def test_evidence_whose_offsets_do_not_fit_its_quote_cannot_be_built():
    with pytest.raises(ValidationError, match="length"):
        Evidence(quote="The dam held", start=1, end=14)


def test_a_source_span_is_bound_too():
    with pytest.raises(ValidationError, match="source"):
        build(span=Span(start=16, end=20, text="Lord"))


def test_missed_statements_are_bound_too():
    with pytest.raises(ValidationError, match="coverage"):
        build(
            coverage=Coverage(
                statements=1, covered=0, missed=(Missed(start=0, end=3, text="The", reason="no claim quotes it"),)
            )
        )


def test_a_tampered_file_cannot_be_loaded():
    data = json.loads(build().model_dump_json())
    data["article"]["text"] = TEXT.replace("held", "fell")
    with pytest.raises(ValidationError):
        Report.model_validate(data)
    del data["article"]["sha256"]
    with pytest.raises(ValidationError, match="does not hold the quote"):
        Report.model_validate(data)


def test_unknown_keys_are_refused():
    data = json.loads(build().model_dump_json())
    data["mood"] = "calm"
    with pytest.raises(ValidationError, match="mood"):
        Report.model_validate(data)


def test_key_points_cite_claims_that_exist():
    with pytest.raises(ValidationError, match="do not exist"):
        build(summary=Summary(headline="h", abstract="a", key_points=({"text": "p", "claims": ("c9",)},)))


def summary(**line):
    fields = {
        "part": "abstract",
        "text": "The dam held.",
        "evidence": ({"quote": "The dam held", "start": 1, "end": 13},),
    }
    headline = {"part": "headline", "text": "Dam holds", "evidence": fields["evidence"]}
    return Summary(headline="Dam holds", abstract="The dam held.", lines=(headline, {**fields, **line}))


def test_a_line_of_the_summary_rests_on_the_articles_own_characters():
    assert build(summary=summary()).summary.lines[1].evidence[0].quote == "The dam held"
    with pytest.raises(ValidationError, match="summary: the article does not hold the words at 1-13"):
        build(summary=summary(evidence=({"quote": "The dam fell", "start": 1, "end": 13},)))


def test_a_line_without_evidence_says_so_in_a_check():
    with pytest.raises(ValidationError, match="neither evidence nor a check"):
        summary(evidence=())
    doubted = summary(evidence=(), checks=({"code": "unsupported_line", "detail": "nothing says this"},))
    assert build(summary=doubted).summary.lines[1].evidence == ()


def test_lines_are_all_that_the_summary_says():
    with pytest.raises(ValidationError, match="do not say what the abstract says"):
        summary(text="The dam fell.")


def test_lines_cite_claims_that_exist():
    with pytest.raises(ValidationError, match="do not exist"):
        build(summary=summary(claims=("c9",)))


def test_a_report_is_frozen():
    with pytest.raises(ValidationError):
        build().claims[0].text = "The dam fell"


def test_two_claims_of_one_id_cannot_be_built():
    claims = build().claims
    with pytest.raises(ValidationError, match="one id"):
        build(claims=claims + claims)
