"""A damaged cache keeps what is whole of it, and a repair that is interrupted loses nothing."""

from __future__ import annotations

import random
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from summarizer.running.cache import ResultCache
from summarizer.running.cache_repair import finish_repair, is_damaged, is_half_repaired, repair

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

TEXTS = {f"answer/{number:02}/{number}": f"answer {number} " + "ab" * (number * 61 % 5000) for number in range(80)}
ROWS_A_PAGE = 12


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with closing(ResultCache(tmp_path / "cache")) as cache:
        for key, text in TEXTS.items():
            cache.put(key, text, tag='{"model": "m"}')
        cache.put("report/x", "a report")
    return tmp_path / "cache"


def read(folder: Path) -> dict[str, str | None]:
    with closing(ResultCache(folder)) as cache:
        return {key: cache.get(key) for key in TEXTS}


def damage(folder: Path, change: Callable[[bytearray, random.Random], None], chance: random.Random) -> None:
    data = bytearray((folder / "cache.db").read_bytes())
    change(data, chance)
    (folder / "cache.db").write_bytes(data)


def flip(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def flip_at_the_beginning(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(4096)] ^= 1 << chance.randrange(8)


def cut(data: bytearray, chance: random.Random) -> None:
    del data[len(data) - chance.randrange(1, 4 * 4096) :]


def garble(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) - 4096)
    data[at : at + 4096] = chance.randbytes(4096)


@pytest.mark.parametrize(
    ("change", "most_lost"), [(flip, 1), (flip_at_the_beginning, 1), (cut, 30), (garble, 2 * ROWS_A_PAGE)]
)
def test_of_a_damaged_cache_only_damaged_rows_are_lost_and_none_is_changed(
    folder: Path, change: Callable[[bytearray, random.Random], None], most_lost: int
) -> None:
    whole = (folder / "cache.db").read_bytes()
    for seed in range(10):
        (folder / "cache.db").write_bytes(whole)
        damage(folder, change, random.Random(seed))  # noqa: S311  the same damages each time
        texts = read(folder)
        assert all(text in {None, TEXTS[key]} for key, text in texts.items())
        assert list(texts.values()).count(None) <= most_lost


def test_a_repaired_cache_is_whole_and_the_old_one_is_kept(folder: Path) -> None:
    damage(folder, lambda data, _: data.__delitem__(slice(len(data) // 2, None)), random.Random(1))  # noqa: S311  as above
    damaged = (folder / "cache.db").read_bytes()
    assert is_damaged(folder)
    repaired = repair(folder)
    assert 10 < repaired.answers < len(TEXTS)
    assert repaired.damaged.read_bytes() == damaged
    assert not is_damaged(folder)
    with closing(ResultCache(folder)) as cache:
        assert cache.stats().answers == repaired.answers
        assert cache.parts(next(iter(TEXTS))) == {"model": "m"}


def test_a_repair_that_was_interrupted_is_finished(folder: Path) -> None:
    (folder / "cache.db").rename(folder / "cache.db.repaired")
    (folder / "cache.db").write_bytes(b"of the old database")
    (folder / "cache.db-wal").write_bytes(b"of the old database")
    assert is_half_repaired(folder)
    assert read(folder) == TEXTS
    assert not is_half_repaired(folder)
    finish_repair(folder)  # nothing is left to be done
    assert read(folder) == TEXTS


def test_the_command_repairs_and_says_what_it_kept(folder: Path, cli: Callable[..., Outcome], tmp_path: Path) -> None:
    damage(folder, garble, random.Random(3))  # noqa: S311  as above
    ended = cli("cache", "repair", "--cache-dir", folder)
    assert ended.code == 0
    assert ended.err.startswith("kept ")
    assert "1 reports" in ended.err
    assert cli("cache", "repair", "--cache-dir", tmp_path / "none").code == 2
