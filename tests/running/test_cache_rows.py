"""The database under the cache: text alone goes in and comes out, and nothing of it is obeyed."""

from __future__ import annotations

import pickle
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.running.cache_rows import DATABASE_FILES, DamagedError, ReadOnlyRows, is_sound, open_rows, why_refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    import diskcache

WORDS = st.text(st.characters(codec="utf-8"), max_size=8)


class Named(str):
    """Text with a class of its own, which would come back as plain text."""

    __slots__ = ()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[diskcache.Cache]:
    with closing(open_rows(tmp_path_factory.mktemp("shared") / "rows")) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "rows"


def run_sql(folder: Path, *statements: str) -> None:
    folder.mkdir(exist_ok=True)
    with closing(sqlite3.connect(folder / "cache.db")) as database, database:
        for statement in statements:
            database.execute(statement)


def plant(opened: diskcache.Cache, column: str, value: object) -> None:
    with closing(sqlite3.connect(Path(opened.directory) / "cache.db")) as database, database:
        database.execute(f"UPDATE Cache SET {column} = ? WHERE key = 'planted'", (value,))  # noqa: S608  of our own


def setting(folder: Path, key: str) -> object:
    with closing(sqlite3.connect(folder / "cache.db")) as database:
        return database.execute("SELECT value FROM Settings WHERE key = ?", (key,)).fetchone()[0]


@given(rows=st.dictionaries(WORDS, WORDS, max_size=4))
@settings(max_examples=20, deadline=None)
def test_any_text_comes_back_as_it_went_in(shared: diskcache.Cache, rows: dict[str, str]) -> None:
    for key, text in rows.items():
        shared.set(key, text)
    assert {key: shared.get(key) for key in rows} == rows


def test_a_long_text_is_kept_in_the_database_and_never_in_a_file_beside_it(folder: Path) -> None:
    with closing(open_rows(folder)) as opened:
        opened.set("long", "river " * 100_000)
        assert {path.name for path in folder.iterdir()} <= set(DATABASE_FILES)
        assert opened.get("long") == "river " * 100_000


@pytest.mark.parametrize("thing", [b"bytes", 1, 1.5, None, True, ["a"], Named("a")])
def test_only_text_is_written(shared: diskcache.Cache, thing: object) -> None:
    before = len(shared)
    with pytest.raises(TypeError, match="value must be text"):
        shared.set("key", thing)
    with pytest.raises(TypeError, match="key must be text"):
        shared.set(thing, "text")
    assert len(shared) == before


PLANTED = [
    *[("mode", mode) for mode in (0, 2, 3, 4, "file", None)],
    *[("value", value) for value in (pickle.dumps("text"), b"text", 7, 1.5, None)],
    ("filename", "other.val"),
]


@pytest.mark.parametrize(("column", "value"), PLANTED)
def test_a_value_that_is_not_plain_text_comes_out_empty(shared: diskcache.Cache, column: str, value: object) -> None:
    shared.set("planted", "text")
    plant(shared, column, value)
    assert shared.get("planted") == ""


@pytest.mark.parametrize(("column", "value"), [("key", b"planted"), ("key", 7), ("raw", 0), ("raw", None)])
def test_a_key_that_is_not_text_comes_out_empty(shared: diskcache.Cache, column: str, value: object) -> None:
    shared.clear()
    shared.set("planted", "text")
    plant(shared, column, value)
    assert list(shared) == [""]
    shared.clear()


def test_a_file_that_a_row_names_survives_the_rows_end(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("mine")
    with closing(open_rows(folder)) as opened:
        opened.set("planted", "text")
        plant(opened, "filename", "../kept.txt")
        opened.delete("planted")
        assert len(opened) == 0
    assert (tmp_path / "kept.txt").read_text() == "mine"


def test_a_trigger_with_a_known_name_that_does_something_else_is_refused(folder: Path) -> None:
    open_rows(folder).close()
    run_sql(
        folder,
        "DROP TRIGGER Settings_count_insert",
        "CREATE TRIGGER Settings_count_insert AFTER INSERT ON Cache BEGIN UPDATE Cache SET value = 'forged'; END",
    )
    with pytest.raises(DamagedError, match="Settings_count_insert"):
        open_rows(folder)


@pytest.mark.parametrize("name", ["Settings", "settings", "SETTINGS"])
def test_the_settings_table_is_inspected_in_any_case(folder: Path, name: str) -> None:
    run_sql(
        folder,
        f"CREATE TABLE {name} (key TEXT NOT NULL UNIQUE, value)",
        f"INSERT INTO {name} VALUES ('get', 'overwritten')",  # noqa: S608  as above
    )
    with pytest.raises(DamagedError, match=r"does not write \('get'\)"):
        open_rows(folder)


def test_a_refused_name_is_shown_cut_short(folder: Path) -> None:
    open_rows(folder).close()
    run_sql(folder, *(f"CREATE VIEW {letter * 90} AS SELECT 1" for letter in "abcdef"))
    with pytest.raises(DamagedError) as caught:
        open_rows(folder)
    assert len(str(caught.value)) < 250


def test_settings_numbers_of_another_version_are_replaced(folder: Path) -> None:
    open_rows(folder).close()
    run_sql(folder, "UPDATE Settings SET value = 5 WHERE key IN ('cull_limit', 'size_limit', 'disk_min_file_size')")
    with closing(open_rows(folder)) as opened:
        for number in range(20):
            opened.set(str(number), "text" * 100)
        assert len(opened) == 20
    assert setting(folder, "cull_limit") == 0
    assert {path.name for path in folder.iterdir()} <= set(DATABASE_FILES)


def test_a_refused_database_is_left_as_it_was(folder: Path) -> None:
    open_rows(folder).close()
    run_sql(folder, "UPDATE Settings SET value = 5 WHERE key = 'cull_limit'", "CREATE VIEW other AS SELECT 1")
    with pytest.raises(DamagedError):
        open_rows(folder)
    assert setting(folder, "cull_limit") == 5


def test_why_refused_gives_the_current_reason(folder: Path, tmp_path: Path) -> None:
    open_rows(folder).close()
    assert why_refused(folder) is None
    with closing(sqlite3.connect(folder / "cache.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "locked" in str(why_refused(folder))
    assert why_refused(folder) is None
    assert isinstance(why_refused(tmp_path / "nowhere"), sqlite3.Error)


def test_rows_can_be_read_where_nothing_can_be_written(folder: Path) -> None:
    with closing(open_rows(folder)) as opened:
        opened.set("one", "text", tag="a tag")
        opened.set("planted", "text")
        plant(opened, "value", pickle.dumps("text"))
    with closing(ReadOnlyRows(folder)) as rows:
        assert rows.get("one") == "text"
        assert rows.get("one", tag=True) == ("text", "a tag")
        assert rows.get("two", "nothing") == "nothing"
        assert rows.get("planted") == ""
        assert list(rows.iterkeys()) == ["one", "planted"]


@pytest.mark.parametrize("at", [0, 15, 16, 17, 18, 19, 20, 21, 22, 23, 47, 59])
def test_a_damaged_beginning_is_seen(folder: Path, at: int) -> None:
    with closing(open_rows(folder)) as opened:
        opened.set("one", "text")
    database = folder / "cache.db"
    assert is_sound(database)
    data = bytearray(database.read_bytes())
    data[at] ^= 0x08
    database.write_bytes(data)
    assert not is_sound(database)
