"""A comparison as CSV: a row a mention."""

from __future__ import annotations

import csv
import io

from summarizer.output.comparison.table import CSV_COLUMNS, csv_text
from tests.comparisons import dyke_comparison, mention


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_mention_is_a_row_with_its_fact_and_article() -> None:
    rows = _rows(csv_text(dyke_comparison()))
    assert [row["text"] for row in rows] == [
        "Four people died", "six had died", "Six are dead", "the gates would hold", "the gates would hold",
        "the gates are open",
    ]  # fmt: skip
    assert list(rows[0]) == list(CSV_COLUMNS)
    second = rows[1]
    assert (second["fact_id"], second["verdict"], second["side"], second["position"]) == (
        "f1",
        "conflict",
        "2",
        "6 dead",
    )
    assert (second["outlet"], second["source"], second["via"]) == ("Polder Echo", "Ministry of Water", "Nordwire")
    assert (second["start"], second["end"], second["figures"]) == ("10", "22", "6")
    assert (rows[4]["claim_id"], rows[4]["source"]) == ("", "")


def test_no_cell_is_a_formula() -> None:
    whole = dyke_comparison()
    words = "=HYPERLINK(1)"
    side = whole.facts[2].sides[0].model_copy(update={"position": words, "mentions": (mention("post", words),)})
    rows = _rows(csv_text(dyke_comparison(facts=(whole.facts[2].model_copy(update={"sides": (side,)}),))))
    assert (rows[0]["position"], rows[0]["text"]) == (f"'{words}", f"'{words}")
