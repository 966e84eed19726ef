"""Measures what docs/reliability.md promises: kills, damages, shared caches, hostile answers, memory.

python benchmarks/reliability.py kill [20]      KILL, TERM, HUP and INT at random moments, over every kind of output
python benchmarks/reliability.py batches [3000] runs by the Batch API, killed ten times, a tenth of the lines failing
python benchmarks/reliability.py damage [200]   random damages to a cache: cut, flipped, garbled, a removed journal
python benchmarks/reliability.py shared [300]   two and four processes on one cache, into one folder
python benchmarks/reliability.py hostile        peak memory of a run whose service sends each hostile answer
python benchmarks/reliability.py hang [300]     a tenth of the articles hangs for good
python benchmarks/reliability.py rows [200000]  peak memory of many articles by rules over that of 5,000
python benchmarks/reliability.py linear         time by rules of an article of four times the length

On a quiet machine of two cores about 20, 10, 3, 1, 2, 3, 15 and 1 minutes.
"""

from __future__ import annotations

import gzip
import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.report import Report

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.batch import _ENVIRON, ours, rows, run, serve, stats
from benchmarks.batch_corpus import articles, write
from summarizer import Article, Summarizer
from summarizer.contract.failure import Failure

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
OUTPUTS = ("out.jsonl", "out.json", "out.csv", "out.md", "out.html", "out/")
PAGE = 4096  # of SQLite
MIB = 2**20


def command(url: str, corpus: Path, folder: Path, out: str, *more: str) -> list[str]:
    """Our command line, with another output."""
    given = ours(url, corpus, folder, *more)
    given[given.index("-o") + 1] = f"{folder}/{out}"
    return given


def clean(folder: Path) -> None:
    """Remove what a run wrote, and the cache."""
    for path in folder.iterdir():
        if path.name != "corpus.jsonl":
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def ids_in(folder: Path, out: str) -> list[str]:
    """Which articles an output has, in its order; of a folder, sorted."""
    path = folder / out
    if out.endswith("/"):
        return sorted(file.stem for file in path.glob("a*.json"))
    text = path.read_text(encoding="utf-8")
    if out.endswith(".jsonl"):
        return [json.loads(line)["article"]["id"] for line in text.splitlines()]
    if out.endswith(".json"):
        return [report["article"]["id"] for report in json.loads(text)]
    sign = "\n# Storm report" if out.endswith(".md") else '-z">'  # each article of a page is packed into a script
    return [f"a{number:05d}" for number in range(text.count(sign))]


def kill(folder: Path, times: int = 20, count: int = 60) -> None:
    """A signal at a random moment, then the same command: is all there, and what was asked for twice?"""
    corpus = write(count, folder / "corpus.jsonl")
    chance = random.Random(7)  # noqa: S311  the same moments each time
    with serve("--latency", "0.1", "--jitter", "0.1") as url:
        for number in SIGNALS:
            whole = repeated = most = 0
            for turn in range(times):
                out = OUTPUTS[turn % len(OUTPUTS)]
                clean(folder)
                before = stats(url)["requests"]
                call = command(url, corpus, folder, out)
                process = subprocess.Popen(call, env=_ENVIRON, stderr=subprocess.DEVNULL)  # noqa: S603  our own
                moment = chance.randrange(1, count)
                while stats(url)["requests"] - before < moment and process.poll() is None:
                    time.sleep(0.02)
                process.send_signal(number)
                process.wait()
                time.sleep(0.3)
                ended = run(*call)
                again = stats(url)["requests"] - before - count
                is_left_clean = not list(folder.glob("**/*.partial"))
                whole += ended.code == 0 and is_left_clean and _is_whole(folder, out, count)
                repeated += again
                most = max(most, again)
            print(f"{number.name:8} {whole} of {times} whole; repeated {repeated} in all, {most} at most in one")


def batches(folder: Path, count: int = 3000, times: int = 10) -> None:
    """SIGKILL at random moments of a run by the Batch API, then the same command: is all there, and paid once?"""
    corpus = write(count, folder / "corpus.jsonl")
    chance = random.Random(5)  # noqa: S311  the same moments each time
    options = ("--seconds", "5", "--fault", "500:0.05", "--fault", "missing:0.05")
    with serve(*options, server="batch_server.py") as url:
        call = command(url, corpus, folder, "out.jsonl", "--batch")
        begin = time.perf_counter()
        killed = 0
        while killed < times:
            process = subprocess.Popen(call, env=_ENVIRON, stderr=subprocess.DEVNULL)  # noqa: S603  our own
            with suppress(subprocess.TimeoutExpired):
                process.wait(chance.uniform(1, count / 300))
            if process.poll() is not None:
                break
            process.kill()
            process.wait()
            killed += 1
        ended = run(*call)
        seen = stats(url)
        whole = len(set(ids_in(folder, "out.jsonl")))
        failed = len(rows(folder / "failures.jsonl"))
        most = max(seen["paid"].values())
        print(f"killed {killed} times in {time.perf_counter() - begin:.0f} s; exit code {ended.code}")
        print(f"{whole} reports and {failed} failures of {count}; {seen['batches']} batches, {seen['lines']} lines")
        print(f"articles answered {sum(seen['paid'].values())} times in all, {most} at most for one")


def _is_whole(folder: Path, out: str, count: int) -> bool:
    if out.endswith(".csv"):
        return len({line.split(",")[0] for line in (folder / out).read_text("utf-8").splitlines()[1:]}) >= count
    found = len(ids_in(folder, out)) if out.endswith((".md", ".html")) else len(set(ids_in(folder, out)))
    return found >= count - (out.endswith(".md"))


def damage(folder: Path, times: int = 200, count: int = 60) -> None:
    """Damage the cache at random, run again: is any served text changed, and how much is asked for again?"""
    inputs = [Article(id=one["id"], title=one["title"], text=one["text"]) for one in articles(count)]
    chance = random.Random(11)  # noqa: S311  the same damages each time
    cache = folder / "cache"
    with serve() as url:

        def reports() -> list[Report | Failure]:
            with Summarizer(model="fault-model", base_url=url, cache_dir=cache) as summarizer:
                return list(summarizer.run(inputs))

        with Summarizer(model="fault-model", base_url=url, cache_dir=cache) as summarizer:
            outcomes = iter(summarizer.run(inputs))
            good = [_words(next(outcomes))]
            without_log = (cache / "cache.db").read_bytes()  # the answers are in the write-ahead log still
            good += map(_words, outcomes)
        database = (cache / "cache.db").read_bytes()
        changed = failed = over = 0
        asked: dict[str, list[int]] = {}
        for _ in range(times):
            shutil.rmtree(cache)
            cache.mkdir()
            kind, data, most = _damaged(bytearray(database), chance)
            if not chance.randrange(6):
                kind, data, most = "without its log", without_log, count
            (cache / "cache.db").write_bytes(data)
            before = stats(url)["requests"]
            found = reports()
            again = stats(url)["requests"] - before
            asked.setdefault(kind, []).append(again)
            if again > most:
                over += 1
                print(f"over: {kind} asked {again} again, {most} at most")
            failed += sum(isinstance(one, Failure) for one in found)
            changed += sum(_words(one) != words for one, words in zip(found, good, strict=True))
    print(f"{times} damages of {count} answers: {changed} changed texts, {failed} failures, {over} cost too much")
    for kind, numbers in asked.items():
        print(f"{kind:25} {len(numbers):3} times, {sum(numbers) / len(numbers):5.2f} answers asked for again")


def _words(found: Report | Failure) -> dict[str, object]:
    """What a report says; what was asked for again has another moment."""
    return found.model_dump(include={"summary", "claims", "rejected"})


def _damaged(data: bytearray, chance: random.Random) -> tuple[str, bytes, int]:
    """A damaged database, which kind of damage it is, and how many answers it can have cost at most.

    That is one for each page that is hit: the answers here are nearly as long as a page.
    """
    kind = chance.choice(("flipped", "flipped at the beginning", "cut", "garbled", "zeroed"))
    at = chance.randrange(PAGE if kind.endswith("beginning") else len(data))
    if kind.startswith("flipped"):
        data[at] ^= 1 << chance.randrange(8)
        return kind, bytes(data), 1
    length = len(data) - at if kind == "cut" else min(chance.randrange(1, 20_000), len(data) - at)
    hit = (at + length - 1) // PAGE - at // PAGE + 1
    if kind == "cut":
        del data[at:]
    else:
        data[at : at + length] = chance.randbytes(length) if kind == "garbled" else bytes(length)
    return kind, bytes(data), hit


def shared(folder: Path, count: int = 300) -> None:
    """Several processes at once, with one cache and into one folder."""
    corpus = write(count, folder / "corpus.jsonl")
    for processes in (2, 4):
        clean(folder)
        with serve("--latency", "0.3", "--jitter", "0.2") as url:
            call = command(url, corpus, folder, "out/")
            running = [subprocess.Popen(call, env=_ENVIRON, stderr=subprocess.DEVNULL) for _ in range(processes)]  # noqa: S603  our own
            codes = [process.wait() for process in running]
            seen = stats(url)["requests"]
        print(f"{processes} processes: {len(ids_in(folder, 'out/'))} reports, {seen} requests, exit codes {codes}")


class _Hostile(BaseHTTPRequestHandler):
    """Answers every request with what `what` says."""

    what = ""

    def do_POST(self) -> None:
        """Send the hostile answer."""
        self.rfile.read(int(self.headers.get("content-length", 0)))
        try:
            self._answer()
        except OSError:
            return  # the client has had enough

    def _answer(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "application/json")
        if self.what == "bomb":
            self.send_header("content-encoding", "gzip")
        self.send_header("connection", "close")
        self.end_headers()
        for piece in PIECES[self.what]():
            self.wfile.write(piece)

    def log_message(self, form: str, *values: object) -> None:
        """Say nothing."""


def _message(content: bytes) -> bytes:
    return (
        b'{"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"' + content + b'"}}]}'
    )


def _endless() -> Iterator[bytes]:
    while True:
        yield b" " * 65_536


PIECES = {
    "endless": _endless,
    "2 GB": lambda: (b" " * MIB for _ in range(2048)),
    "bomb": lambda: iter([gzip.compress(b" " * (512 * MIB), 1)]),
    "31 MiB of text": lambda: iter([_message(b"a" * (31 * MIB))]),
    "31 MiB of objects": lambda: iter([b"[" + b"{}," * (10 * MIB) + b"{}]"]),
    "objects in the text": lambda: iter([_message(b'{\\"claims\\":[' + b"{}," * 500_000 + b"{}]}")]),
    "a million brackets": lambda: iter([b"[" * 1_000_000]),
    "brackets in the text": lambda: iter([_message(b"[" * 1_000_000)]),
    "a number of a million digits": lambda: iter([b'{"choices":' + b"9" * 1_000_000 + b"}"]),
    "one claim of a million letters": lambda: iter([_message(_CLAIM % (b"word " * 200_000))]),
    "200,000 claims": lambda: iter([_message(b'{\\"claims\\":[' + b",".join([_ONE % b"x"] * 20_000) + b"]}")]),
}
_ONE = (
    b'{\\"sentence\\":1,\\"quotes\\":[\\"It\\"],\\"source\\":\\"A\\",\\"kind\\":\\"person\\",\\"stance\\":\\"asserts\\",'
    b'\\"text\\":\\"%s\\"}'
)
_CLAIM = b'{\\"claims\\":[' + _ONE + b'],\\"headline\\":\\"h\\",\\"abstract\\":\\"a\\",\\"key_points\\":[]}'


@contextmanager
def _hostile(what: str) -> Iterator[str]:
    """Serve a hostile answer from a process of its own: a child's peak memory counts its parent's before it starts."""
    call = [sys.executable, __file__, "serve_hostile", what]
    with subprocess.Popen(call, stdout=subprocess.PIPE, env=_ENVIRON) as process:  # noqa: S603  our own
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}/v1"
        process.kill()


def serve_hostile(_folder: Path, what: str) -> None:
    """Answer with what `PIECES` has under a name, until killed."""
    handler = type("Handler", (_Hostile,), {"what": what})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()


def hostile(folder: Path) -> None:
    """A run over two articles whose service sends each hostile answer; peak memory of the run."""
    corpus = write(2, folder / "corpus.jsonl")
    for what in PIECES:
        clean(folder)
        with _hostile(what) as url:
            took = run(*ours(url, corpus, folder, "--concurrency", "1", "--mode", "json_schema", "--timeout", "60"))
        causes = {row["error"] for row in rows(folder / "failures.jsonl")}
        print(f"{what:32} {took.memory:4.0f} MB, {took.wall:5.1f} s, exit {took.code}: {causes or 'reports'}")


def hang(folder: Path, count: int = 300) -> None:
    """A tenth of the articles never gets an answer."""
    corpus = write(count, folder / "corpus.jsonl")
    with serve("--latency", "0.05", "--fault", "hang:0.1:article", "--seed", "3", "--hang", "60") as url:
        took = run(*ours(url, corpus, folder, "--timeout", "3"))
        seen = stats(url)["requests"]
    failed = len(rows(folder / "failures.jsonl"))
    print(f"{len(rows(folder / 'out.jsonl'))} reports, {failed} failures, {seen} requests, {took.wall:.1f} s")


def rows_by_rules(folder: Path, count: int = 200_000) -> None:
    """Peak memory of many short articles by rules over that of 5,000."""
    memory = []
    for number in (5_000, count):
        corpus = folder / "corpus.jsonl"
        with corpus.open("w", encoding="utf-8") as file:
            for one in range(number):
                text = f"Gate {one} shut\n\nGate {one} is shut, keeper Ode Lunt said on Friday."
                file.write(json.dumps({"id": f"a{one}", "text": text}) + "\n")
        call = [sys.executable, "-m", "summarizer", "run", str(corpus), "-o", str(folder / "out.jsonl"), "-q"]
        memory.append(run(*call, "--engine", "extractive").memory)
    print(f"{memory[0]:.0f} MB for 5,000, {memory[1]:.0f} MB for {count:,}: {memory[1] / memory[0]:.2f} times")


def linear(folder: Path) -> None:
    """Time by rules of one article of four times the length, over that of the shorter one."""
    pieces = ("The mayor said it was late. ", "“It was late,” the mayor said. ", "He said that she denied it. ")
    for piece in pieces:
        seconds = []
        for length in (50_000, 200_000):
            path = folder / "one.txt"
            path.write_text(piece * (length // len(piece)), encoding="utf-8")
            seconds.append(
                run(sys.executable, "-m", "summarizer", "run", str(path), "-q", "-o", str(folder / "o.json")).cpu
            )
        print(f"{piece!r:40} {seconds[0]:.2f} s, {seconds[1]:.2f} s: {seconds[1] / seconds[0]:.1f} times")


if __name__ == "__main__":
    work = Path(tempfile.mkdtemp(prefix="summarizer-benchmark-"))
    name = sys.argv[1] if sys.argv[1] != "rows" else "rows_by_rules"
    try:
        globals()[name](work, *(int(given) if given.isdigit() else given for given in sys.argv[2:]))
    finally:
        shutil.rmtree(work)
