"""Rows are found in the bytes of a database and its log, whatever of them is damaged."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from summarizer.running.cache_rows import open_rows
from summarizer.running.cache_salvage import salvage
from summarizer.running.cache_seals import seal

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {f"answer/{number}": f"answer {number} " + "ö" * (number * 37 % 9000) for number in range(60)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with closing(open_rows(tmp_path / "rows")) as rows:
        for key, text in TEXTS.items():
            rows.set(key, seal(key, text), tag=f"of {key}")
    return tmp_path / "rows"


def found(folder: Path) -> dict[str, str]:
    return {row.key: row.text for row in salvage(folder / "cache.db", folder / "cache.db-wal")}


def test_every_row_of_a_whole_database_is_found(folder: Path) -> None:
    rows = list(salvage(folder / "cache.db", folder / "cache.db-wal"))
    assert {row.key: row.text for row in rows} == TEXTS
    assert all(row.tag == f"of {row.key}" and row.time > 0 for row in rows)


def test_rows_that_are_only_in_the_log_are_found(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    with closing(open_rows(tmp_path / "rows")) as rows:
        for key, text in TEXTS.items():
            rows.set(key, seal(key, text))
        for path in (tmp_path / "rows").iterdir():
            shutil.copy(path, copy)
    assert (copy / "cache.db-wal").stat().st_size > 4096
    assert found(copy) == TEXTS


@pytest.mark.parametrize("at", range(0, 100, 7))
def test_the_first_bytes_may_be_lost(folder: Path, at: int) -> None:
    database = folder / "cache.db"
    data = bytearray(database.read_bytes())
    data[at] ^= 0xFF
    database.write_bytes(data)
    assert found(folder) == TEXTS


def test_what_is_damaged_is_lost_and_the_rest_is_found(folder: Path) -> None:
    database = folder / "cache.db"
    whole = database.read_bytes()
    chance = random.Random(4)  # noqa: S311  the same damages each time
    for _ in range(30):
        data = bytearray(whole)
        at, length = chance.randrange(len(data)), chance.randrange(1, 3000)
        data[at : at + length] = chance.randbytes(len(data[at : at + length]))
        database.write_bytes(data)
        rows = found(folder)
        assert all(TEXTS[key] == text for key, text in rows.items())
        assert len(rows) >= len(TEXTS) - 8


def test_what_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert found(tmp_path) == {}
    (tmp_path / "cache.db").write_bytes(b"")
    (tmp_path / "cache.db-wal").write_bytes(b"answer/ answer/" * 3)
    assert found(tmp_path) == {}
