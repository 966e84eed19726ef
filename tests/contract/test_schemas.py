"""The schema files say what the models say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.errors import OutputError
from summarizer.contract.schemas import SCHEMAS, schema_text, write_schemas
from summarizer.engines.model.schemas import draft_schema
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_file_is_what_the_model_generates(name: str) -> None:
    kept = (ROOT / "schemas" / f"{name}.json").read_text(encoding="utf-8")
    assert kept == schema_text(name), "run `make schemas`"


def test_every_file_has_its_model() -> None:
    assert {path.stem for path in (ROOT / "schemas").glob("*.json")} == set(SCHEMAS)


def test_the_draft_schema_is_what_a_model_is_sent() -> None:
    kept = json.loads(schema_text("draft"))
    del kept["$schema"]
    assert kept == draft_schema().body


def test_the_report_schema_names_what_the_output_holds() -> None:
    body = json.loads(schema_text("report"))
    assert body["properties"]["schema_version"]["const"] == "1"
    assert "schema" in body["$defs"]["Provenance"]["properties"]
    assert body["additionalProperties"] is False


def test_the_command_prints_one_and_lists_all(cli: Callable[..., Outcome]) -> None:
    assert json.loads(cli("schema", "report").out)["title"] == "Report"
    assert [line.split()[0] for line in cli("schema").out.splitlines()] == list(SCHEMAS)


def test_the_command_writes_all(cli: Callable[..., Outcome], tmp_path: Path) -> None:
    ended = cli("schema", "--write", tmp_path)
    assert ended.code == 0
    assert sorted(path.stem for path in tmp_path.glob("*.json")) == sorted(SCHEMAS)


def test_an_unknown_name_is_one_line(cli: Callable[..., Outcome]) -> None:
    ended = cli("schema", "reports")
    assert ended.code == 2
    assert (
        ended.err == "summarizer: there is no schema 'reports' (there are: " + ", ".join(SCHEMAS) + ", label-studio)\n"
    )


def test_a_folder_that_is_not_there_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot write"):
        write_schemas(tmp_path / "nowhere")
