"""Measures how runs by rules grow: with processors, on Ray, with the number of rows, and with large inputs.

python benchmarks/scale.py cores [20000]    two processes over one: articles a second, and are the bytes the same? 8 min
python benchmarks/scale.py ray [20000]      Ray on two processors over --workers 2, and the same reports?          8 min
python benchmarks/scale.py flat [200000]    rate and peak memory of many short rows over those of 5,000         20 min
python benchmarks/scale.py folder [100000]  seconds until the first report of a folder of so many files          1 min
python benchmarks/scale.py row [300]        a row of so many megabytes between two others                         10 s

Times are those of a quiet machine of two cores. `flat 1000000` takes two hours. Memory is that of the process that
reads and writes; each of the others holds a few articles at a time.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.batch import rows, run
from benchmarks.batch_corpus import write

_RUN = [sys.executable, "-m", "summarizer", "run", "--engine", "extractive", "-q"]


def cores(folder: Path, count: int = 20_000) -> None:
    """Two processes over one."""
    corpus = write(count, folder / "corpus.jsonl")
    seconds, written = [], []
    for workers in (1, 2):
        out = folder / f"{workers}.jsonl"
        took = run(*_RUN, str(corpus), "-o", str(out), "--workers", str(workers))
        seconds.append(took.wall)
        written.append(out.read_bytes())
        print(f"--workers {workers}: {count / took.wall:.1f} articles a second, {took.memory:.0f} MB")
    print(f"{seconds[0] / seconds[1]:.2f} times as fast, the same bytes: {written[0] == written[1]}")


def ray(folder: Path, count: int = 20_000) -> None:
    """Ray on two processors over two processes; the start of a Ray, which a cluster has behind it, does not count."""
    corpus = write(count, folder / "corpus.jsonl")
    out = folder / "2.jsonl"
    took = run(*_RUN, str(corpus), "-o", str(out), "--workers", "2")
    told = subprocess.run([sys.executable, __file__, "on_ray", str(corpus)], stdout=subprocess.PIPE, check=True)  # noqa: S603  our own
    seconds = float(told.stdout.split()[-1])
    shards = sorted((folder / "shards").glob("part-*.jsonl"))
    found = sorted(line for shard in shards for line in shard.read_bytes().splitlines())
    is_same = found == sorted(out.read_bytes().splitlines())
    print(
        f"--workers 2: {count / took.wall:.1f} articles a second; Ray: {count / seconds:.1f}, {took.wall / seconds:.2f}"
    )
    print(f"{len(found)} reports in {len(shards)} shards, each the same: {is_same}")


def on_ray(_: Path, corpus: str) -> None:
    """Run a corpus on a Ray of two processors; the seconds that it took."""
    import ray as library  # noqa: PLC0415  for this measure alone

    from summarizer.ray import ray_run, read_jsonl  # noqa: PLC0415  as above

    library.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    begin = time.monotonic()
    ray_run(read_jsonl(corpus), Path(corpus).parent / "shards", engine="extractive")
    print(time.monotonic() - begin)


def flat(folder: Path, most: int = 200_000) -> None:
    """Rate and memory of many short rows."""
    first: tuple[float, float] | None = None
    for count in (one for one in (5_000, 50_000, 200_000, 1_000_000) if one <= most):
        corpus = folder / "corpus.jsonl"
        with corpus.open("w", encoding="utf-8") as file:
            for one in range(count):
                text = f"Gate {one} shut\n\nGate {one} is shut, keeper Ode Lunt said on Friday."
                file.write(json.dumps({"id": f"a{one}", "text": text}) + "\n")
        for workers in (1, 2):
            took = run(*_RUN, str(corpus), "-o", str(folder / "out.jsonl"), "--workers", str(workers))
            print(
                f"{count:9,} rows, --workers {workers}: {count / took.wall:6.1f} a second, {took.memory:4.0f} MB",
                end="",
            )
            if workers == 1:
                first = first or (count / took.wall, took.memory)
                print(
                    f"; rate {count / took.wall / first[0]:.2f}, memory {took.memory / first[1]:.2f} of 5,000", end=""
                )
            print(flush=True)


def folder(place: Path, count: int = 100_000) -> None:
    """Seconds until the first report of a folder of many files, over those of a folder of one."""
    seconds = []
    for number in (1, count):
        articles = place / f"of-{number}"
        articles.mkdir()
        for one in range(number):
            (articles / f"f{one:07}.txt").write_text(f"Gate {one} is shut, keeper Ode Lunt said on Friday.\n")
        begin = time.monotonic()
        call = [sys.executable, "-m", "summarizer", "run", str(articles), "--engine", "extractive", "--format", "jsonl"]
        with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:  # noqa: S603  our own
            assert process.stdout is not None
            process.stdout.readline()
            seconds.append(time.monotonic() - begin)
            process.kill()
    print(f"first report after {seconds[0]:.2f} s of 1 file, {seconds[1]:.2f} s of {count:,}")


def row(place: Path, megabytes: int = 300) -> None:
    """One row that is far too long."""
    corpus, text = place / "corpus.jsonl", "Gate {} is shut, keeper Ode Lunt said on Friday."
    with corpus.open("w", encoding="utf-8") as file:
        file.write(json.dumps({"id": "before", "text": text.format(1)}) + '\n{"text": "')
        for _ in range(megabytes):
            file.write("word " * (2**20 // 5))
        file.write('"}\n' + json.dumps({"id": "after", "text": text.format(2)}) + "\n")
    took = run(*_RUN, str(corpus), "-o", str(place / "out.jsonl"))
    failed = [one["error"] for one in rows(place / "failures.jsonl")]
    print(f"{len(rows(place / 'out.jsonl'))} reports, failures {failed}, exit {took.code}, {took.memory:.0f} MB")


if __name__ == "__main__":
    work = Path(tempfile.mkdtemp(prefix="summarizer-benchmark-", dir=os.environ.get("TMPDIR")))
    try:
        globals()[sys.argv[1]](work, *(int(given) if given.isdigit() else given for given in sys.argv[2:]))
    finally:
        shutil.rmtree(work)
