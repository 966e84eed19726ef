"""The cache is the journal of a batch, holds text alone, and says clearly when it cannot be used."""

from __future__ import annotations

import json
import pickle
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import Mock

import diskcache
import pytest

from summarizer.contract.article import Article
from summarizer.contract.errors import CacheError
from summarizer.running import cache_lock, cache_rows, cache_seals
from summarizer.running.cache import ResultCache, cache_folder, clear_cache, repair_cache
from summarizer.running.cache_keys import RequestKey, report_key, request_key, text_prefix
from summarizer.running.cache_lock import SharedFolder
from summarizer.running.settings import Settings
from tests.cli.commands import article_text, model_options
from tests.fault_server import FaultServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Outcome

ARTICLE = Article(id="a", title="Ferry delayed", text="Ferry delayed\n\nThe ferry is late, Mara Quill said on Monday.")
IDENTITY = {"model": "m", "base_url_host": "h", "parameters": {"temperature": 0.0}}
KEY = request_key(IDENTITY, ARTICLE)
ANSWER = '{"an": "answer"}'
PLACE = report_key(KEY, ANSWER, ARTICLE, (False,))


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
print(key.answer, report_key(key, "", article, (False,)))
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
    assert report_key(KEY, ANSWER, renamed, (False,)) != PLACE
    assert report_key(KEY, ANSWER, ARTICLE, (True,)) != PLACE
    assert report_key(KEY, "another answer", ARTICLE, (False,)) != PLACE
    assert KEY.answer.startswith(text_prefix(ARTICLE))


PLANTED = [
    "UPDATE Cache SET mode = 4, value = ?",
    "UPDATE Cache SET mode = 4, value = NULL, filename = 'bomb.val' || substr(?, 1, 0)",
    "UPDATE Cache SET raw = 0, key = ?",
]


@pytest.mark.parametrize("statement", PLANTED)
def test_a_planted_pickle_is_not_run_and_counts_as_damage(folder: Path, statement: str) -> None:
    fill(folder)
    (folder / "bomb.val").write_bytes(pickle.dumps(Bomb()))
    run_sql(folder, statement, pickle.dumps(Bomb()))
    with closing(ResultCache(folder)) as cache:
        assert cache.get(KEY.answer) is None
        assert cache.stats().answers == 0
        cache.put(KEY.answer, ANSWER, tag=KEY.parts)
        assert cache.get(KEY.answer) == ANSWER
    assert not Path("exploded").exists()


def test_a_row_that_names_a_file_is_neither_read_nor_removed(folder: Path, tmp_path: Path) -> None:
    fill(folder)
    secret = tmp_path / "secret.txt"
    secret.write_text("keep me")
    run_sql(folder, "UPDATE Cache SET mode = 3, value = NULL, filename = '../secret.txt'")
    with closing(ResultCache(folder)) as cache:
        assert cache.get(KEY.answer) is None
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
def test_settings_and_triggers_that_are_not_ours_are_left_behind_and_answers_kept(
    folder: Path, statement: str, caplog: pytest.LogCaptureFixture
) -> None:
    fill(folder)
    run_sql(folder, statement)
    with closing(ResultCache(folder)) as cache:
        assert cache.get(KEY.answer) == ANSWER
    assert "was damaged; what is whole of it was kept: 1 answers" in caplog.text
    with closing(sqlite3.connect(folder / "cache.db")) as database:
        found = database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'evil'").fetchone()
        assert found == (0,)
        assert database.execute("SELECT count(*) FROM Settings WHERE key = 'get'").fetchone() == (0,)


@pytest.mark.parametrize("content", [b"not a database " * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_database_of_which_nothing_is_left_is_begun_anew_and_the_old_one_kept(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "cache.db").write_bytes(content)
    fill(folder)
    with closing(ResultCache(folder)) as cache:
        assert cache.get(KEY.answer) == ANSWER
    assert (folder / "cache.db.damaged").read_bytes() == content
    clear_cache(folder)
    assert list(folder.iterdir()) == []


def test_a_text_that_was_changed_is_never_given_out(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    fill(folder)
    run_sql(folder, "UPDATE Cache SET value = replace(value, 'answer', 'forged')")
    with closing(ResultCache(folder)) as cache:
        assert cache.get(KEY.answer) is None
    assert "is not what was written there, and is asked for again" in caplog.text


def test_a_report_is_given_out_only_where_this_user_put_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(ResultCache(folder)) as cache:
        monkeypatch.setattr(cache_seals, "_own_secret", lambda: b"somebody else's")
        cache.put(PLACE, "a planted report")
        cache.put(KEY.answer, ANSWER)
        assert cache.get(PLACE) == "a planted report"
        monkeypatch.undo()
        assert cache.get(PLACE) is None
        assert cache.get(KEY.answer) == ANSWER


def test_a_damaged_database_that_another_run_uses_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_lock, "_WAIT", 0.05)
    fill(folder)
    other = SharedFolder(folder)
    (folder / "cache.db").write_bytes(b"not a database " * 100)
    with pytest.raises(CacheError, match="damaged") as raised:
        ResultCache(folder)
    assert "summarizer cache repair" in raised.value.hint
    with pytest.raises(CacheError, match="a run uses the cache"):
        repair_cache(folder)
    other.close()
    assert repair_cache(folder).answers == 0


def test_the_folder_is_made_for_its_user_alone(folder: Path) -> None:
    fill(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_database_that_is_damaged_while_open_is_repaired(folder: Path) -> None:
    with closing(ResultCache(folder)) as cache:
        cache.put("answer/x", "text")
        run_sql(folder, "DROP TABLE Cache")
        assert cache.get("answer/x") in {"text", None}
        cache.put("answer/y", "text")
        assert cache.get("answer/y") == "text"


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
def read_only(folder: Path) -> Iterator[None]:
    """A cache on a file system that is mounted for reading; permissions do not bind root."""
    fill(folder)
    with mounted(folder, "ro"):
        yield


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    """Mount a small file system over a folder, with what the folder holds, where this machine lets us."""
    held = {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}
    folder.mkdir(exist_ok=True)
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(folder)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let us mount a file system")
    try:
        for name, data in held.items():
            (folder / name).write_bytes(data)
        subprocess.run([mount, "-o", f"remount,{options}", str(folder)], check=True)
        yield
    finally:
        subprocess.run([shutil.which("umount") or "umount", str(folder)], check=True)


@pytest.mark.usefixtures("read_only")
def test_a_cache_that_is_read_only_gives_out_what_it_holds(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    with closing(ResultCache(folder)) as cache:
        assert cache.get(KEY.answer) == ANSWER
        assert cache.get("answer/other") is None
        assert cache.parts(KEY.answer)["model"] == "m"
        assert cache.stats().answers == 1
        cache.notes["mode"] = "tools"  # found out again the next time
        assert cache.claim("lease/x", "mine", lambda _: False)
        with pytest.raises(CacheError, match="only be read"):
            cache.put("answer/x", "text")
    assert "gives out what it holds, but can keep nothing" in caplog.text


@pytest.mark.usefixtures("read_only")
def test_a_run_with_a_read_only_cache_says_what_it_could_not_remember(
    folder: Path, tmp_path: Path, cli: Callable[..., Outcome]
) -> None:
    for number in (1, 2):
        (tmp_path / f"dyke{number}.txt").write_text(article_text(number))
    with FaultServer() as server:
        ended = cli("run", *tmp_path.glob("*.txt"), "--cache-dir", folder, *model_options(server))
    assert ended.code == 0
    assert ended.out.count("\n") == 2
    assert "2 answers could not be remembered, because the cache can only be read: the next run asks" in ended.err


def test_a_disk_that_becomes_full_loses_no_answer_in_hand(
    folder: Path, tmp_path: Path, cli: Callable[..., Outcome]
) -> None:
    for number in range(40):
        (tmp_path / f"dyke{number:02}.txt").write_text(article_text(number) + "The water stays low. " * 400)
    with mounted(folder, "rw"), FaultServer() as server:
        out = tmp_path / "out.jsonl"
        ended = cli("run", *sorted(tmp_path.glob("*.txt")), "-o", out, "--cache-dir", folder, *model_options(server))
        assert ended.code == 0
        assert server.seen.requests == 40
    assert out.read_text().count("\n") == 40
    assert "could not be remembered, because the cache's disk is full" in ended.err
    assert 0 < json.loads((tmp_path / "manifest.json").read_text())["unremembered"] < 40


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
