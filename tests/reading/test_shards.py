"""The inputs fall into shards without a gap or an overlap, and each article has the id that it has in the whole."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.errors import CallError
from summarizer.reading.inputs import FailedInput, FoundArticle, find_articles
from summarizer.reading.shards import Portion, Shard

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "The dyke holds, Ada Kroon said."


def found(inputs: list[str], shard: Shard | None = None) -> list[tuple[str, str, str]]:
    def told(one: FoundArticle | FailedInput) -> tuple[str, str, str]:
        return one.id, one.where, one.error.message if isinstance(one, FailedInput) else one.content.text

    return [told(one) for one in find_articles(inputs, shard=shard)]


@pytest.fixture
def inputs(tmp_path: Path) -> list[str]:
    """Files of one article, of lines, and neither; names that come twice; what is not there."""
    rows = [json.dumps({"text": f"{SENTENCE} {'Yes. ' * (number % 9)}"}) for number in range(50)]
    rows[7], rows[30] = "", "no JSON"
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        for number in range(5):
            (tmp_path / folder / f"dyke{number}.txt").write_text(SENTENCE * number)
        (tmp_path / folder / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    (tmp_path / "wide.jsonl").write_bytes("\n".join(rows).encode("utf-16"))
    (tmp_path / "packed.jsonl.gz").write_bytes(gzip.compress("\n".join(rows).encode()))
    return [str(tmp_path), str(tmp_path / "none.txt"), str(tmp_path / "a" / "rows.jsonl")]


@pytest.mark.parametrize("count", [1, 2, 3, 10, 97, 1000])
def test_shards_are_the_whole_in_its_order(inputs: list[str], count: int) -> None:
    whole = found(inputs)
    parts = [found(inputs, Shard(number, count)) for number in range(1, count + 1)]
    assert [one for part in parts for one in part] == whole
    assert len(whole) > 200
    if count == 3:
        assert all(20 < len(part) < 150 for part in parts)


@pytest.mark.parametrize("text", ["0/2", "3/2", "1", "a/b", "1/0", "-1/2", ""])
def test_a_part_of_nothing_is_refused(text: str) -> None:
    with pytest.raises(CallError, match="no part of a whole"):
        Shard.parse(text)


def test_a_part_is_written_as_it_is_read() -> None:
    assert Shard.parse(" 2/8 ") == Shard(2, 8)
    assert str(Shard(2, 8)) == "2/8"


@pytest.mark.parametrize("name", ["-", "https://dyke.example/news"])
def test_what_is_no_file_has_no_parts(name: str) -> None:
    with pytest.raises(CallError, match="a part of files"):
        find_articles([name], shard=Shard(1, 2))


def test_an_empty_file_is_in_one_shard() -> None:
    portions = [Portion(Shard(number, 3), 3) for number in (1, 2, 3)]
    assert [[portion.of_next(0) is not None for _ in range(3)] for portion in portions] == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
    ]
