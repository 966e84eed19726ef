"""Tables hold what reports hold, in columns that stay."""

from __future__ import annotations

import pytest

from summarizer.output.tables.columns import CLAIMS, TABLES, storable
from tests.conftest import ROOT
from tests.output.tables.stories import TEXT, dyke_report


def _row(table: str, number: int = 0) -> dict[str, object]:
    rows = list(TABLES[table].rows(dyke_report()))
    return dict(zip((column.name for column in TABLES[table].columns), rows[number], strict=True))


def test_a_claim_is_one_row_whose_offsets_are_numbers() -> None:
    first, second = _row("claims"), _row("claims", 1)
    assert (first["quote"], first["start"], first["end"]) == ("“The dyke held,”", 0, 16)
    assert TEXT[first["source_start"] : first["source_end"]] == "Ada Kroon"  # type: ignore[misc]
    assert (second["source"], second["via"], second["pieces"]) == ("the ministry", "Polder Echo", 2)
    assert TEXT[second["start"] : second["end"]].startswith("=SUM(A1)")  # type: ignore[misc]
    assert (second["match"], second["source_start"]) == ("normalized", None)
    assert second["checks"] == "low_overlap: few words shared"


def test_every_part_of_a_report_has_its_table() -> None:
    counts = {name: len(list(table.rows(dyke_report()))) for name, table in TABLES.items()}
    assert counts == {
        "articles": 1, "claims": 2, "evidence": 3, "figures": 1, "sources": 2, "relays": 1, "checks": 1, "missed": 1,
        "rejected": 1,
    }  # fmt: skip
    assert _row("figures")["value"] == 2.5
    assert _row("evidence", 2) == {
        "article_id": "dyke", "claim_id": "c2", "number": 2, "quote": "“no”", "start": TEXT.index("“no”"),
        "end": TEXT.index("“no”") + 4, "match": "normalized", "occurrence": 1, "occurrences": 2,
    }  # fmt: skip
    assert _row("sources")["role"] == "warden"
    assert _row("articles")["text"] == TEXT


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_rows_fit_their_columns(table: object) -> None:
    kinds = {"text": str, "integer": int, "number": float}
    assert isinstance(table, type(CLAIMS))
    for row in table.rows(dyke_report()):
        for cell, column in zip(row, table.columns, strict=True):
            assert (cell is None and column.is_optional) or isinstance(cell, kinds[column.kind]), column


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_the_columns_are_those_of_the_docs_in_their_order(table: object) -> None:
    assert isinstance(table, type(CLAIMS))
    page = (ROOT / "docs" / "tables.md").read_text("utf-8")
    section = page.partition(f"### `{table.name}`\n")[2].partition("\n#")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    assert [name for row in rows for name in row.replace("`", "").split()] == [column.name for column in table.columns]


def test_half_of_a_surrogate_pair_is_replaced_in_its_place() -> None:
    assert storable(("a\ud83d\ude00b", 1, None)) == ("a\ufffd\ufffdb", 1, None)
