"""What a report looks like as JSON, JSONL, CSV and Markdown."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.contract.check import Check
from summarizer.contract.report import Report
from summarizer.output.formats import (
    choose_format,
    csv_text,
    escape_markdown,
    json_text,
    jsonl_text,
    markdown_text,
)
from summarizer.output.tables.columns import CLAIMS
from tests.reports import quoted, report

TEXT = (
    "Dyke holds\n\nThe dyke “held all night”, warden Ada Kroon said. =SUM(A1) costs 2 marks, she said.\n<b>Rain</b>.\n"
)
WORDS = "“held all night”"


def _report() -> Report:
    claim = quoted(TEXT, WORDS, "Ada Kroon", id="c1", via=("Dyke Radio",), figures=[2.0])
    return report(TEXT, [claim], path="dyke.txt", key_points=["It held."], missed=["=SUM(A1) costs 2 marks"])


def _rows(text: str) -> list[dict[str, str]]:
    header = choose_format("csv", several=True).opening
    return list(csv.DictReader(io.StringIO(header + text, newline="")))


def test_json_is_indented_and_not_ascii_escaped() -> None:
    text = json_text(_report())
    assert "“held all night”" in text
    assert text.startswith('{\n  "schema_version": "1",\n  "article": {\n')
    assert Report.model_validate_json(text) == _report()


def test_jsonl_is_one_line_with_the_published_keys() -> None:
    text = jsonl_text(_report())
    assert text.count("\n") == 1
    assert text.endswith("\n")
    assert "schema" in json.loads(text)["provenance"]


def test_jsonl_is_one_line_for_any_article() -> None:
    line = jsonl_text(report("a\u2028b\u2029c\x85d\r\ne"))
    assert line.rstrip("\n").count("\n") == 0
    assert json.loads(line)["article"]["text"] == "a\u2028b\u2029c\x85d\r\ne"


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "markdown", "html"])
def test_a_report_with_a_lone_surrogate_can_be_written(name: str) -> None:
    form = choose_format(name, several=False)
    text = form.render(
        report("The dyke held.", [quoted("The dyke held.", "held", "\udcff", id="c1")], path="\ud800.txt")
    )
    data = text.encode("utf-8", "backslashreplace")
    if name in {"json", "jsonl"}:
        assert json.loads(data)["article"]["path"] == "\ud800.txt"
    assert data.decode("utf-8")


def test_csv_has_a_header_and_one_row_per_claim() -> None:
    rows = _rows(csv_text(_report()))
    assert len(rows) == 1
    assert list(rows[0]) == [column.name for column in CLAIMS.columns]
    start = TEXT.index(WORDS)
    assert rows[0]["quote"] == WORDS
    assert rows[0]["spans"] == f"{start}-{start + len(WORDS)}"
    assert rows[0]["via"] == "Dyke Radio"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋"])
def test_csv_cells_cannot_be_formulas(start: str) -> None:
    text = f"{start}cmd|' /C calc'!A0 said so"
    rows = _rows(csv_text(report(text, [quoted(text, text, f"{start}x", id="c1")])))
    for cell in rows[0].values():
        assert not cell.startswith(start)
    assert rows[0]["quote"] == "'" + text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_csv_reads_back_equal(text: str) -> None:
    rows = _rows(csv_text(report(text, [quoted(text, text, "Ada", id="c1")])))
    assert rows[0]["quote"].removeprefix("'") == text.removeprefix("'")


def test_markdown_shows_summary_claims_and_what_was_missed() -> None:
    text = markdown_text(_report())
    assert text.startswith("# Dyke holds\n\ndyke.txt\n\nIt holds.\n\n- It held.\n\n## Claims\n\n")
    assert "**c1. Ada Kroon, via Dyke Radio** asserts: “held all night” (confidence 0.90)" in text
    assert (
        "## Attributed statements that no claim covers\n\n- \\=SUM\\(A1\\) costs 2 marks (62–84): no claim quotes it"
        in text
    )
    assert text.endswith("\n")


def test_markdown_shows_checks_and_rejected_claims() -> None:
    checked = quoted(TEXT, WORDS, "Ada Kroon", id="c1").model_copy(
        update={"checks": (Check(code="low_overlap", detail="few words shared"),)}
    )
    text = markdown_text(report(TEXT, [checked], rejected=["The dyke broke"]))
    assert "Check `low_overlap`: few words shared" in text
    assert "The dyke broke" in text.partition("## Refused or left out")[2]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a *b* _c_ `d`", r"a \*b\* \_c\_ \`d\`"),
        ("<script>alert(1)</script>", r"&lt;script\>alert\(1\)&lt;/script\>"),
        ("[x](javascript:1)", r"\[x\]\(javascript:1\)"),
        ("1. one", r"1\. one"),
        ("- one\n- two", r"\- one - two"),
        ("# head", r"\# head"),
        ("a &amp; b", "a &amp;amp; b"),
        ("1.5 million", "1.5 million"),
    ],
)
def test_an_articles_text_cannot_become_markdown_syntax(text: str, escaped: str) -> None:
    assert escape_markdown(text) == escaped


def test_one_report_is_an_object_and_several_are_an_array() -> None:
    one, many = choose_format("json", several=False), choose_format("json", several=True)
    body = one.render(_report())
    assert json.loads(one.opening + body + one.closing)["schema_version"] == "1"
    assert len(json.loads(many.opening + body + many.separator + body + many.closing)) == 2
    assert json.loads(many.opening + many.closing) == []


CONTROLS = "".join(map(chr, (*range(9), 11, 12, *range(14, 32), *range(127, 160))))


def test_no_control_that_a_terminal_obeys_is_in_any_format() -> None:
    text = f"Dyke holds\n\nThe dyke {CONTROLS} held, warden Ada Kroon said.\n"
    written = report(text, [quoted(text, f"{CONTROLS} held", "Ada Kroon", id="c1")], path=f"{CONTROLS}.txt")
    for name in ("json", "jsonl", "csv", "markdown", "html"):
        shown = choose_format(name, several=True).render(written)
        assert not [char for char in shown if char in CONTROLS], name
    assert Report.model_validate_json(jsonl_text(written)) == written
    assert Report.model_validate_json(json_text(written)) == written
