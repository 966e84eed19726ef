"""How long and how much memory the comparison of many reports takes: invented events, four outlets each.

    python benchmarks/compare.py [500 1000 2000]

The articles are made by chance from a fixed seed: names, places and numbers differ from event to event, and each
outlet tells thirty of its statements, here and there with another number. For each size `summarizer compare` is run
twice, in a process of its own, on a JSONL file of the reports and on the same file with its lines shuffled. The time
and the processor's time are those of the whole command, reading and writing too, of the quicker run; the peak is that
of its process. The last column says whether both runs gave the same bytes.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from summarizer import Article, summarize

OUTLETS = ("Morning Ledger", "Harbour Post", "Valley Tribune", "Northern Courier")
SYLLABLES = [
    "bar",
    "den",
    "fal",
    "gor",
    "hal",
    "iv",
    "jor",
    "kel",
    "lum",
    "mir",
    "nor",
    "os",
    "pel",
    "quin",
    "ras",
    "sel",
    "tor",
    "ul",
    "vas",
    "wen",
    "yar",
    "zel",
]
THINGS = ["bridge", "dam", "ferry", "mine", "tunnel", "refinery", "depot", "clinic", "market", "school"]
ROLES = ("mayor", "police chief", "hospital director", "union leader", "engineer", "minister", "teacher", "driver")
PLAIN = (
    "{who}, the {role}, said the {thing} in {place} had been inspected in {month}.",
    "{who} said {n} people had been taken to hospital in {place}.",
    "At least {n} people died at the {thing}, {who} said.",
    "{who} denied that the {thing} had been closed before.",
    "“We warned the owners of the {thing} about the {part} many times,” said {who}, the {role}.",
    "{who} told reporters that repairs of the {part} would cost {n},000 crowns.",
    "According to {who}, the {part} had been replaced {n} years ago.",
    "{who} said the inquiry into the {part} would last {n} weeks.",
)
PARTS = [
    "boiler",
    "roof",
    "pump",
    "cable",
    "valve",
    "gate",
    "engine",
    "alarm",
    "pillar",
    "track",
    "fence",
    "crane",
    "lift",
    "furnace",
]
MONTHS = ["January", "March", "May", "July", "September"]


class Said(NamedTuple):
    """What one person of an event says, with all that the sentence needs."""

    pattern: str
    who: str
    role: str
    thing: str
    place: str
    part: str
    month: str
    n: int


def name(chance: random.Random, parts: int = 2) -> str:
    return " ".join("".join(chance.choices(SYLLABLES, k=2)).capitalize() for _ in range(parts))


def event(chance: random.Random) -> list[Said]:
    """Forty statements on one event."""
    thing, place = chance.choice(THINGS), name(chance, 1)
    people = [(name(chance), role) for role in ROLES]
    return [
        Said(
            pattern,
            *chance.choice(people),
            thing,
            place,
            chance.choice(PARTS),
            chance.choice(MONTHS),
            chance.randint(3, 90),
        )
        for pattern in PLAIN * 5
    ]


def articles(count: int) -> list[Article]:
    """Articles of four outlets on each event; every outlet tells thirty of its statements, some with another number."""
    chance = random.Random(count)  # noqa: S311  articles are no secret
    made: list[Article] = []
    while len(made) < count:
        said = event(chance)
        for outlet in OUTLETS[: count - len(made)]:
            told = chance.sample(said, 30)
            told = [one._replace(n=one.n + chance.choice((0, 0, 0, 1, 7))) for one in told]
            body = "\n\n".join(one.pattern.format_map(one._asdict()) for one in told)
            text = f"Accident at the {said[0].thing} of {said[0].place}\n\n{body}\n"
            made.append(Article(id=f"{len(made):05}", text=text, outlet=outlet))
    return made


def write_reports(count: int, path: Path) -> int:
    """Write the reports of so many articles as JSONL; the number of their claims."""
    claims = 0
    with path.open("w", encoding="utf-8") as file:
        for one in articles(count):
            report = summarize(one, engine="extractive")
            claims += len(report.claims)
            file.write(report.model_dump_json() + "\n")
    return claims


def run(path: Path) -> tuple[bytes, float, float, float]:
    """What the command gives for a file of reports, its seconds, those of processors, and its peak in MiB."""
    out = path.with_suffix(".comparison.json")
    command = [sys.executable, "-m", "summarizer", "compare", str(path), "-o", str(out)]
    before = time.perf_counter()
    with subprocess.Popen(command) as process:  # noqa: S603  our own command
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(process.returncode)
    return out.read_bytes(), time.perf_counter() - before, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def measure(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, shuffled = Path(folder) / "reports.jsonl", Path(folder) / "shuffled.jsonl"
        claims = write_reports(count, path)
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        random.Random(1).shuffle(lines)  # noqa: S311  an order is no secret
        shuffled.write_text("".join(lines), encoding="utf-8")
        del lines
        first, *taken = run(path)
        second, *taken_again = run(shuffled)
    seconds, busy, peak = min(taken, taken_again)
    verdicts = Counter(fact["verdict"] for fact in json.loads(first)["facts"])
    print(
        f"{count:6,} reports  {claims:7,} claims  {seconds:6.1f} s, {busy:6.1f} s of one processor"
        f"  {1000 * busy / count:5.1f} ms a report  peak {peak:6,.0f} MiB"
        f"  {verdicts.total():,} facts, {verdicts['conflict']:,} conflicts"
        f"  {'the same bytes in another order' if first == second else 'OTHER BYTES IN ANOTHER ORDER'}",
        flush=True,
    )


def main() -> None:
    for size in map(int, sys.argv[1:] or ("500", "1000", "2000")):
        measure(size)


if __name__ == "__main__":
    main()
