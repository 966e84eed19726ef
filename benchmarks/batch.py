"""Measures a batch against the fault server, beside a plain loop over the SDK and one over instructor.

python benchmarks/batch.py wall [300|3000]   wall time over the ideal: 0.5 s per answer, 32 at a time
python benchmarks/batch.py cpu [300]         CPU per article at zero latency
python benchmarks/batch.py cached [300]      a second run, all cached, and one article added
python benchmarks/batch.py memory            peak memory of 50,000 streamed articles against 500
python benchmarks/batch.py faults            each transient fault at 10% of attempts
python benchmarks/batch.py broken            10% of articles that never succeed
python benchmarks/batch.py capacity          the service takes 16 at a time, --concurrency is 32
python benchmarks/batch.py waits [300]       10% of requests refused with Retry-After, beside the SDK's retries
python benchmarks/batch.py kill [20]         kill -9 at random moments, then the same command

Wall time runs from process start to process end. The machine should be idle; compare only figures that were
measured side by side.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.batch_corpus import write
from tests.fault_server import BAD_ANSWERS, TRANSIENT

_HERE = Path(__file__).parent
_ENVIRON = {**os.environ, "PYTHONPATH": str(_HERE.parent), "OPENAI_API_KEY": "none"}


class Ran(NamedTuple):
    """What a process took: seconds of wall and CPU time, megabytes at its peak, its exit code."""

    wall: float
    cpu: float
    memory: float
    code: int


def run(*command: str) -> Ran:
    """Run a command to its end."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, env=_ENVIRON, stderr=subprocess.DEVNULL)  # noqa: S603  our own commands
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    return Ran(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode)


@contextmanager
def serve(*options: str, server: str = "fault_server.py") -> Iterator[str]:
    """Run a server of the tests in its own process and yield its base URL."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    path = _HERE.parent / "tests" / server
    process = subprocess.Popen([sys.executable, str(path), "--port", str(port), *options], env=_ENVIRON)  # noqa: S603  as above
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.kill()
        process.wait()


def stats(url: str) -> dict[str, Any]:
    """What the server has seen."""
    with urllib.request.urlopen(url.replace("/v1", "/stats")) as answer:  # noqa: S310  always loopback
        seen: dict[str, Any] = json.load(answer)
        return seen


def ours(url: str, corpus: Path, folder: Path, *more: str) -> list[str]:
    """Our command line for a corpus."""
    return [
        sys.executable, "-m", "summarizer", "run", str(corpus), "-o", str(folder / "out.jsonl"),
        "--model", "fault-model", "--base-url", url, "--concurrency", "32",
        "--cache-dir", str(folder / "cache"), "--quiet", *more,
    ]  # fmt: skip


def loop(name: str, url: str, corpus: Path, folder: Path) -> list[str]:
    """The command line of a hand-written loop."""
    return [sys.executable, str(_HERE / "batch_loops.py"), name, str(corpus), str(folder / "loop.jsonl"), url, "32"]


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSONL file; a torn one raises."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def wall(folder: Path, count: int = 300) -> None:
    """Wall time over the ideal, beside the two loops."""
    ideal = -(-count // 32) * 0.5
    corpus = write(count, folder / "corpus.jsonl")
    with serve("--latency", "0.5") as url:
        for name, command in (
            ("ours", ours(url, corpus, folder)),
            ("sdk loop", loop("sdk", url, corpus, folder)),
            ("instructor loop", loop("instructor", url, corpus, folder)),
        ):
            took = run(*command)
            print(f"{name:16} {took.wall:6.2f} s  {took.wall / ideal:5.2f} x ideal  {took.cpu:5.2f} s CPU")


def cpu(folder: Path, count: int = 300) -> None:
    """CPU per article at zero latency, beside the two loops; the least of five runs each, taken in turn."""
    corpus = write(count, folder / "corpus.jsonl")
    least: dict[str, float] = {}
    with serve() as url:
        for _ in range(5):  # in turn, because the machine may become slower or faster in between
            for name, command in (
                ("ours", ours(url, corpus, folder)),
                ("sdk loop", loop("sdk", url, corpus, folder)),
                ("instructor loop", loop("instructor", url, corpus, folder)),
            ):
                shutil.rmtree(folder / "cache", ignore_errors=True)
                least[name] = min(run(*command).cpu, least.get(name, float("inf")))
    for name, seconds in least.items():
        print(f"{name:16} {seconds:6.2f} s CPU  {1000 * seconds / count:6.2f} ms an article")


def cached(folder: Path, count: int = 300) -> None:
    """A second run that sends nothing, then a run with one more article."""
    corpus = write(count, folder / "corpus.jsonl")
    with serve() as url:
        run(*ours(url, corpus, folder))
        first = (folder / "out.jsonl").read_bytes()
        before = stats(url)["requests"]
        took = run(*ours(url, corpus, folder))
        is_same = first == (folder / "out.jsonl").read_bytes()
        print(f"rerun of {count}: {took.wall:.2f} s, {stats(url)['requests'] - before} requests, same bytes: {is_same}")
        write(count + 1, corpus)
        run(*ours(url, corpus, folder))
        print(f"one article added: {stats(url)['requests'] - before} requests")


def memory(folder: Path) -> None:
    """Peak memory of many streamed articles against that of few, with both engines."""
    with serve() as url:
        for engine, more in (("extractive", ("--engine", "extractive")), ("llm", ())):
            few = run(*ours(url, write(500, folder / "few.jsonl"), folder, *more)).memory
            many = run(*ours(url, write(50_000, folder / "many.jsonl"), folder, *more)).memory
            print(f"{engine}: {few:.0f} MB for 500, {many:.0f} MB for 50,000: {many / few:.2f} times")


def faults(folder: Path, count: int = 300) -> None:
    """Each transient fault at 10% of attempts."""
    corpus = write(count, folder / "corpus.jsonl")
    for kind in TRANSIENT:
        shutil.rmtree(folder / "cache", ignore_errors=True)
        with serve("--latency", "0.02", "--fault", f"{kind}:0.1", "--seed", "3", "--hang", "3") as url:
            took = run(*ours(url, corpus, folder, "--timeout", "2"))
            seen = stats(url)
        needed = count + seen["kinds"].get(kind, 0)
        reports = len({row["article"]["id"] for row in rows(folder / "out.jsonl")})
        print(f"{kind:15} {reports} of {count}, {seen['requests']} requests ({needed} needed), {took.wall:.1f} s")


def broken(folder: Path, count: int = 300) -> None:
    """A tenth of the articles never succeeds."""
    corpus = write(count, folder / "corpus.jsonl")
    for kind in (*BAD_ANSWERS, "500"):
        shutil.rmtree(folder / "cache", ignore_errors=True)
        with serve("--latency", "0.02", "--fault", f"{kind}:0.1:article", "--seed", "3") as url:
            took = run(*ours(url, corpus, folder))
        failed = rows(folder / "failures.jsonl")
        causes = Counter(row["error"] for row in failed)
        reports = len(rows(folder / "out.jsonl"))
        print(
            f"{kind:15} {reports} reports, {len(failed)} failures, exit {took.code}, {took.wall:.1f} s: {dict(causes)}"
        )


def capacity(folder: Path, count: int = 300) -> None:
    """The service takes half as many requests at a time as --concurrency says."""
    corpus = write(count, folder / "corpus.jsonl")
    ideal = -(-count // 16) * 0.5
    for wait in ("0.1", "1"):
        shutil.rmtree(folder / "cache", ignore_errors=True)
        with serve("--latency", "0.5", "--capacity", "16", "--retry-after", wait) as url:
            took = run(*ours(url, corpus, folder))
            seen = stats(url)
        share = seen["refused"] / seen["requests"]
        reports = len(rows(folder / "out.jsonl"))
        print(f"Retry-After {wait}: {reports} reports, {took.wall / ideal:.2f} x ideal for 16, {share:.1%} refused")


def waits(folder: Path, count: int = 300) -> None:
    """A tenth of the requests is refused with Retry-After, beside a loop over the SDK that retries by itself."""
    corpus = write(count, folder / "corpus.jsonl")
    for wait in ("0", "1", "5"):
        took = []
        for command in (lambda url: ours(url, corpus, folder), lambda url: loop("retrying", url, corpus, folder)):
            shutil.rmtree(folder / "cache", ignore_errors=True)
            faults = ("--fault", "429-seconds:0.1", "--seed", "3", "--retry-after", wait)
            with serve("--latency", "0.5", *faults) as url:
                took.append(run(*command(url)).wall)
        print(f"Retry-After {wait}: {took[0]:.1f} s, SDK loop {took[1]:.1f} s: {took[0] / took[1]:.2f} times")


def kill(folder: Path, times: int = 20, count: int = 120) -> None:
    """Kill -9 at random moments, then the same command."""
    corpus = write(count, folder / "corpus.jsonl")
    chance = random.Random(7)  # noqa: S311  the same moments each time
    with serve("--latency", "0.1", "--jitter", "0.1") as url:
        for number in range(times):
            shutil.rmtree(folder / "cache", ignore_errors=True)
            (folder / "out.jsonl").unlink(missing_ok=True)
            before = stats(url)["requests"]
            command = ours(url, corpus, folder)
            process = subprocess.Popen(command, env=_ENVIRON, stderr=subprocess.DEVNULL)  # noqa: S603  as above
            moment = chance.randrange(count)
            while stats(url)["requests"] - before < moment and process.poll() is None:
                time.sleep(0.02)
            time.sleep(chance.uniform(0, 0.2))
            process.send_signal(signal.SIGKILL)
            process.wait()
            time.sleep(0.3)
            sent = stats(url)["requests"] - before
            took = run(*ours(url, corpus, folder))
            ids = [row["article"]["id"] for row in rows(folder / "out.jsonl")]
            total = stats(url)["requests"] - before
            is_whole = len(ids) == len(set(ids)) == count and took.code == 0
            print(
                f"{number:2} killed after {sent:3} requests, repeated {total - count:2} (at most 32), whole: {is_whole}"
            )


if __name__ == "__main__":
    work = Path(tempfile.mkdtemp(prefix="summarizer-benchmark-"))
    try:
        globals()[sys.argv[1]](work, *map(int, sys.argv[2:]))
    finally:
        shutil.rmtree(work)
