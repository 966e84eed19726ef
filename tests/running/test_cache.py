"""The cache is the journal of a batch, holds text alone, and says clearly when it cannot be used."""

from __future__ import annotations

import pickle
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import Mock

import diskcache
import pytest

from summarizer.contract.article import Article
from summarizer.contract.errors import CacheError
from summarizer.running import cache_rows
from summarizer.running.cache import ResultCache, cache_folder, clear_cache
from summarizer.running.cache_keys import RequestKey, report_key, request_key, text_prefix
from summarizer.running.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

ARTICLE = Article(id="a", title="Ferry delayed", text="Ferry delayed\n\nThe ferry is late, Mara Quill said on Monday.")
IDENTITY = {"model": "m", "base_url_host": "h", "parameters": {"temperature": 0.0}}
KEY = request_key(IDENTITY, ARTICLE)
ANSWER = '{"an": "answer"}'
PLACE = report_key(KEY, ARTICLE, (False,))


class Bomb:
    """Runs code when it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str, ...]]:
        return Path.touch, (Path("exploded"),)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "cache"


def fill(folder: Path) -> None:
    with closing(ResultCache(folder)) as cache:
        cache.put(KEY.answer, ANSWER, tag=KEY.parts)


def run_sql(folder: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(folder / "cache.db")) as database, database:
        database.execute(statement, values)


def test_a_kept_text_comes_back_in_another_cache_object(folder: Path) -> None:
    with closing(ResultCache(folder)) as cache:
        assert cache.get(KEY.answer) is None
        cache.put(KEY.answer, ANSWER, tag=KEY.parts)
        cache.put(PLACE, "a report")
    with closing(ResultCache(folder)) as cache:
        assert (cache.get(KEY.answer), cache.get(PLACE)) == (ANSWER, "a report")
        assert (cache.stats().answers, cache.stats().reports) == (1, 1)
        assert cache.parts(KEY.answer)["model"] == "m"


def test_notes_are_a_mapping(folder: Path) -> None:
    with closing(ResultCache(folder)) as cache:
        notes = cache.notes
        assert bool(notes)
        assert notes.get("mode h m") is None
        notes["mode h m"] = "tools"
        assert dict(notes) == {"mode h m": "tools"}


def test_the_key_is_the_same_in_every_process() -> None:
    code = f"""
from summarizer.contract.article import Article
from summarizer.running.cache_keys import request_key, report_key
article = Article(id="a", title={ARTICLE.title!r}, text={ARTICLE.text!r})
key = request_key({IDENTITY!r}, article)
print(key.answer, report_key(key, article, (False,)))
"""
    printed = [
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout.split()
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1]
    assert printed[0][0] == KEY.answer


@pytest.mark.parametrize(
    "identity",
    [{**IDENTITY, "model": "n"}, {**IDENTITY, "base_url_host": "g"}, {**IDENTITY, "parameters": {"temperature": 1.0}}],
)
def test_every_part_of_the_identity_changes_the_answer_key(identity: dict[str, object]) -> None:
    assert request_key(identity, ARTICLE) != KEY


def test_title_and_text_are_in_the_answer_key_and_the_rest_in_the_report_key() -> None:
    retitled = ARTICLE.model_copy(update={"title": "Other"})
    renamed = ARTICLE.model_copy(update={"outlet": "Other"})
    assert request_key(IDENTITY, retitled).answer != KEY.answer
    assert request_key(IDENTITY, renamed) == KEY
    assert report_key(KEY, renamed, (False,)) != PLACE
    assert report_key(KEY, ARTICLE, (True,)) != PLACE
    assert KEY.answer.startswith(text_prefix(ARTICLE))


def test_a_pickle_planted_as_a_value_is_refused_and_not_run(folder: Path) -> None:
    fill(folder)
    run_sql(folder, "UPDATE Cache SET mode = 4, value = ?", pickle.dumps(Bomb()))
    with closing(ResultCache(folder)) as cache, pytest.raises(CacheError, match="not text"):
        cache.get(KEY.answer)
    assert not Path("exploded").exists()


def test_a_pickle_planted_in_a_file_is_refused_and_not_run(folder: Path) -> None:
    fill(folder)
    (folder / "bomb.val").write_bytes(pickle.dumps(Bomb()))
    run_sql(folder, "UPDATE Cache SET mode = 4, value = NULL, filename = 'bomb.val'")
    with closing(ResultCache(folder)) as cache, pytest.raises(CacheError, match="not text"):
        cache.get(KEY.answer)
    assert not Path("exploded").exists()


def test_a_pickle_planted_as_a_key_is_refused_and_not_run(folder: Path) -> None:
    fill(folder)
    run_sql(folder, "UPDATE Cache SET raw = 0, key = ?", pickle.dumps(Bomb()))
    with closing(ResultCache(folder)) as cache:
        assert cache.get(KEY.answer) is None
        with pytest.raises(CacheError, match="not text"):
            cache.stats()
    assert not Path("exploded").exists()


def test_a_row_that_names_a_file_is_neither_read_nor_removed(folder: Path, tmp_path: Path) -> None:
    fill(folder)
    secret = tmp_path / "secret.txt"
    secret.write_text("keep me")
    run_sql(folder, "UPDATE Cache SET mode = 3, value = NULL, filename = '../secret.txt'")
    with closing(ResultCache(folder)) as cache:
        with pytest.raises(CacheError):
            cache.get(KEY.answer)
        cache.put(KEY.answer, ANSWER, tag=KEY.parts)
    assert secret.read_text() == "keep me"


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO Settings VALUES ('sqlite_temp_store_directory', '/tmp')",
        "INSERT INTO Settings VALUES ('get', 'other')",
        "UPDATE Settings SET value = x'80049500' WHERE key = 'count'",
        "UPDATE Settings SET value = 'least-recently-used' WHERE key = 'eviction_policy'",
        "CREATE TRIGGER evil AFTER INSERT ON Cache BEGIN DELETE FROM Cache; END",
        "CREATE VIEW evil AS SELECT * FROM Cache",
    ],
)
def test_settings_and_triggers_that_are_not_ours_are_refused(folder: Path, statement: str) -> None:
    fill(folder)
    run_sql(folder, statement)
    with pytest.raises(CacheError, match="does not write"):
        ResultCache(folder)


@pytest.mark.parametrize("content", [b"not a database " * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_corrupt_database_is_an_error_that_clear_mends(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "cache.db").write_bytes(content)
    with pytest.raises(CacheError, match="damaged") as raised:
        ResultCache(folder)
    assert "cache clear" in raised.value.hint
    clear_cache(folder)
    fill(folder)


def test_a_database_that_is_damaged_while_open_is_an_error(folder: Path) -> None:
    with closing(ResultCache(folder)) as cache:
        cache.put("answer/x", "text")
        run_sql(folder, "DROP TABLE Cache")
        with pytest.raises(CacheError):
            cache.get("answer/x")


def test_a_locked_database_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_rows, "LOCK_SECONDS", 0.05)
    fill(folder)
    with closing(sqlite3.connect(folder / "cache.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CacheError, match="locked"):
            ResultCache(folder)


def test_a_database_that_is_locked_while_open_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_rows, "LOCK_SECONDS", 0.05)
    with (
        closing(ResultCache(folder)) as cache,
        closing(sqlite3.connect(folder / "cache.db", isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CacheError, match="locked"):
            cache.put(KEY.answer, ANSWER, tag=KEY.parts)


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CacheError) as raised:
        ResultCache(tmp_path / "file" / "cache")
    assert "--cache-dir" in raised.value.hint


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes every further connection read-only, as a file system may be; permissions do not bind root."""
    connect = sqlite3.connect

    def freeze() -> None:
        monkeypatch.setattr(sqlite3, "connect", lambda path, **kw: connect(f"file:{path}?mode=ro", uri=True, **kw))

    return freeze


def test_a_cache_that_is_read_only_is_an_error(folder: Path, read_only: Callable[[], None]) -> None:
    fill(folder)
    read_only()
    with pytest.raises(CacheError, match="cannot be used") as raised:
        ResultCache(folder)
    assert "--cache-dir" in raised.value.hint


def test_a_cache_that_becomes_read_only_is_an_error(folder: Path, read_only: Callable[[], None]) -> None:
    fill(folder)
    with closing(ResultCache(folder)) as cache:
        read_only()
        # Another thread opens the database anew.
        with ThreadPoolExecutor(1) as thread, pytest.raises(CacheError, match="cannot be used"):
            thread.submit(cache.put, "answer/x", "text").result()


def test_a_full_disk_is_an_error_and_what_was_kept_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(folder)
    refuse = sqlite3.OperationalError("database or disk is full")
    with closing(ResultCache(folder)) as cache:
        monkeypatch.setattr(diskcache.Cache, "set", Mock(side_effect=refuse))
        with pytest.raises(CacheError, match="full"):
            cache.put("answer/x", "text")
        assert cache.get(KEY.answer) == ANSWER


def test_threads_share_one_cache(folder: Path) -> None:
    keys = [RequestKey(f"answer/{number}", "{}") for number in range(40)]
    with closing(ResultCache(folder)) as cache:

        def write(part: list[RequestKey]) -> None:
            for key in part:
                cache.put(key.answer, ANSWER, tag=key.parts)

        threads = [threading.Thread(target=write, args=(keys[start::4],)) for start in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert all(cache.get(key.answer) == ANSWER for key in keys)


def test_two_processes_share_one_cache(folder: Path) -> None:
    code = """
import sys
from pathlib import Path
from summarizer.running.cache import ResultCache
cache = ResultCache(Path(sys.argv[1]))
for number in range(50):
    cache.put(f"answer/{sys.argv[2]}/{number}", "text")
cache.close()
"""
    running = [subprocess.Popen([sys.executable, "-c", code, str(folder), name]) for name in ("a", "b")]
    assert [one.wait() for one in running] == [0, 0]
    with closing(ResultCache(folder)) as cache:
        assert cache.stats().answers == 100


def test_clear_removes_the_database_and_nothing_else(folder: Path) -> None:
    fill(folder)
    (folder / "mine.txt").write_text("keep")
    assert clear_cache(folder) > 0
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]


def test_without_a_folder_in_the_settings_the_cache_is_the_users_own(tmp_path: Path) -> None:
    assert cache_folder(Settings()).name == "summarizer"
    assert cache_folder(Settings(cache_dir=tmp_path)) == tmp_path
