"""`summarizer schema`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from summarizer.contract.schemas import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Cli = Callable[..., Outcome]


def test_without_a_name_it_lists_the_schemas(cli: Cli) -> None:
    lines = cli("schema").out.splitlines()
    assert [line.split()[0] for line in lines] == list(SCHEMAS)


def test_a_named_schema_is_printed_as_json(cli: Cli) -> None:
    assert json.loads(cli("schema", "report").out)["title"] == "Report"


def test_an_unknown_schema_is_one_line_that_lists_the_known_ones(cli: Cli) -> None:
    ended = cli("schema", "nothing")
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert all(name in ended.err for name in SCHEMAS)


def test_all_schemas_are_written_to_a_folder(cli: Cli, tmp_path: Path) -> None:
    ended = cli("schema", "--write", tmp_path)
    assert ended.out.split() == [str(tmp_path / f"{name}.json") for name in SCHEMAS]
    assert all(json.loads((tmp_path / f"{name}.json").read_text("utf-8")) for name in SCHEMAS)
