"""What one run asks for is not asked for by another."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from benchmarks.batch_corpus import write
from summarizer.running.cache import ResultCache
from summarizer.running.leases import Leases
from tests.cli.commands import report_ids
from tests.fault_server import Fault, FaultServer, Plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def caches(tmp_path: Path) -> Iterator[tuple[ResultCache, ResultCache]]:
    with closing(ResultCache(tmp_path / "cache")) as one, closing(ResultCache(tmp_path / "cache")) as other:
        yield one, other


def test_a_lease_is_one_runs_until_it_is_given_back(caches: tuple[ResultCache, ResultCache]) -> None:
    one, other = Leases(caches[0], 60), Leases(caches[1], 60)
    assert one.take("lease/a")
    assert one.take("lease/a")
    assert not other.take("lease/a")
    assert other.take("lease/b")
    one.give_back("lease/a")
    assert other.take("lease/a")


def test_a_lease_ends_with_its_time(caches: tuple[ResultCache, ResultCache]) -> None:
    now = [1000.0]
    one, other = Leases(caches[0], 60, lambda: now[0]), Leases(caches[1], 60, lambda: now[0])
    assert one.take("lease/a")
    now[0] += 59
    assert not other.take("lease/a")
    now[0] += 2
    assert other.take("lease/a")


def test_a_lease_ends_with_its_run(tmp_path: Path) -> None:
    with closing(ResultCache(tmp_path)) as one:
        assert Leases(one, 60).take("lease/a")
    with closing(ResultCache(tmp_path)) as other:
        assert Leases(other, 60).take("lease/a")


@pytest.mark.parametrize("form", ["folder", "files"])
def test_two_runs_over_the_same_articles_ask_once_for_each(tmp_path: Path, form: str) -> None:
    corpus = write(40, tmp_path / "corpus.jsonl")
    with FaultServer(Plan(latency=0.1)) as server:
        running = []
        for number in (1, 2):
            out = f"{tmp_path}/out/" if form == "folder" else str(tmp_path / f"out{number}.jsonl")
            command = [sys.executable, "-m", "summarizer", "run", str(corpus), "-o", out, "--model", "m", "-q"]
            command += ["--base-url", server.base_url, "--cache-dir", str(tmp_path / "cache"), "--concurrency", "4"]
            running.append(subprocess.Popen(command))
        assert [process.wait(60) for process in running] == [0, 0]
        assert server.seen.requests == 40
    if form == "folder":
        assert len(list((tmp_path / "out").glob("a*.json"))) == 40
    else:
        first, second = (report_ids(tmp_path / f"out{number}.jsonl") for number in (1, 2))
        assert first == second == [f"a{number:05d}" for number in range(40)]


def test_an_article_that_failed_for_one_run_is_the_others_to_try(tmp_path: Path) -> None:
    from summarizer import Summarizer  # noqa: PLC0415  of this test alone
    from summarizer.contract.errors import RefusalError  # noqa: PLC0415  as above

    async def both() -> list[object]:
        async with Summarizer(**options) as one, Summarizer(**options) as other:
            text = "Gate stuck\n\nThe gate is stuck, keeper Ode Lunt said on Friday."
            return await asyncio.gather(one.asummarize(text), other.asummarize(text), return_exceptions=True)

    with FaultServer(Plan(faults=(Fault("refusal", 1.0),), latency=0.05)) as server:
        options = {"model": "m", "base_url": server.base_url, "cache_dir": tmp_path / "cache"}
        found = asyncio.run(both())
        assert server.seen.requests == 2
    assert [type(error) for error in found] == [RefusalError, RefusalError]
