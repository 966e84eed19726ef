"""Every export, read back by the tool that it is for, has each claim of the examples with its words and its source."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from summarizer import Report, Summarizer, read_articles
from summarizer.evaluation.labelled import parse_labelled
from summarizer.output.documents import open_document
from summarizer.output.formats import SUFFIXES, choose_format
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Told = list[tuple[str, ...]]  # of each claim: the words of its pieces, and its source's name


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    with Summarizer(engine="extractive", cache=False) as summarizer:
        return [one for one in summarizer.run(read_articles([ROOT / "examples"])) if isinstance(one, Report)]


def _told(reports: list[Report]) -> Told:
    return sorted((claim.source.name, *(e.quote for e in claim.evidence)) for one in reports for claim in one.claims)


def _from_csv(data: bytes) -> Told:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return sorted((row["source"].removeprefix("'"), *row["quote"].removeprefix("'").split(" […] ")) for row in rows)


def _from_parquet(data: bytes) -> Told:
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = parquet.read_table(io.BytesIO(data)).to_pylist()
    return sorted((row["source"], *row["quote"].split(" […] ")) for row in rows)


def _from_sqlite(data: bytes) -> Told:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        names: dict[tuple[int, str], tuple[str, ...]] = {}
        for report, claim, name in connection.execute("SELECT report, claim_id, source FROM claims"):
            names[report, claim] = (name,)
        for report, claim, quote in connection.execute("SELECT report, claim_id, quote FROM evidence ORDER BY number"):
            names[report, claim] += (quote,)
    return sorted(names.values())


def _from_annotations(data: bytes) -> Told:
    told = []
    for item in (item for collection in json.loads(data) for item in collection["first"]["items"]):
        name = next((body["value"] for body in item["body"] if body["purpose"] == "identifying"), "")
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        told.append((name, *(target["selector"][0]["exact"] for target in targets)))
    return sorted(told)


def _from_graph(data: bytes) -> Told:
    claims = [node for node in json.loads(data)["@graph"] if node["@type"] == "Claim"]
    return sorted(
        (
            (node.get("author") or node.get("isBasedOn") or {"name": ""})["name"],
            *(one["text"] for one in node["citation"]),
        )
        for node in claims
    )


def _from_entities(data: bytes) -> Told:
    entities = {one["id"]: one for one in map(json.loads, data.decode().splitlines())}
    told = []
    for one in (one["properties"] for one in entities.values() if one["schema"] == "Documentation"):
        source = entities[one["entity"][0]]["properties"]
        told.append(((source.get("name") or source["title"])[0], *one["description"]))
    return sorted(told)


def _from_tasks(data: bytes) -> Told:
    tasks = json.loads(data)
    for task in tasks:
        task["annotations"] = [{"result": task["predictions"][0]["result"]}]
    gold = parse_labelled(json.dumps(tasks), "tasks") or ()
    return sorted((item.source, *item.content) for one in gold for item in one.statements)


def _from_lines(data: bytes) -> Told:
    return _told([Report.model_validate_json(line) for line in data.splitlines()])


def _from_array(data: bytes) -> Told:
    return _told([Report.model_validate(one) for one in json.loads(data)])


READERS: dict[str, Callable[[bytes], Any]] = {
    "json": _from_array,
    "jsonl": _from_lines,
    "csv": _from_csv,
    "parquet": _from_parquet,
    "sqlite": _from_sqlite,
    "annotations": _from_annotations,
    "schema-org": _from_graph,
    "ftm": _from_entities,
    "label-studio": _from_tasks,
}


@pytest.mark.parametrize("name", READERS)
def test_claims_words_and_names_come_back(reports: list[Report], name: str) -> None:
    document = open_document(choose_format(name, several=True), is_file=True)
    data = b"".join([*(document.add(report) for report in reports), *document.end()])
    found = READERS[name](data)
    assert len(found) == sum(len(report.claims) for report in reports) > 150
    assert found == _told(reports)


def test_every_format_is_read_back_but_those_for_people_alone() -> None:
    assert SUFFIXES.keys() - READERS.keys() == {"markdown", "html"}


def test_a_whole_run_may_be_written_twice_with_the_same_bytes(reports: list[Report], tmp_path: Path) -> None:
    for name in READERS:
        if name == "parquet":
            pytest.importorskip("pyarrow")
        for place in ("a", "b"):
            document = open_document(choose_format(name, several=True), is_file=True)
            (tmp_path / place).write_bytes(b"".join([*map(document.add, reports), *document.end()]))
        assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes(), name
