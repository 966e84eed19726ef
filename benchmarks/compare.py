"""How long and how much memory the comparison of many reports takes: invented events, four outlets each.

    python benchmarks/compare.py [500 1000 2000]

Each size runs in a process of its own. The articles are made by chance from a fixed seed: names, places and numbers
differ from event to event, and each outlet tells thirty of its statements, here and there with another number. The time
counts `compare` alone, from reports in memory; the peak is that of the process.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from typing import NamedTuple

from summarizer import Article, Report, compare, summarize

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


def measure(count: int) -> None:
    reports: list[Report] = [summarize(one, engine="extractive") for one in articles(count)]
    claims = sum(len(one.claims) for one in reports)
    before, busy = time.perf_counter(), time.process_time()
    made = compare(reports)
    seconds, busy = time.perf_counter() - before, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    verdicts = [fact.verdict for fact in made.facts]
    print(
        f"{count:6,} reports  {claims:7,} claims  {seconds:6.1f} s, {busy:6.1f} s of one processor"
        f"  {1000 * busy / count:5.1f} ms a report  "
        f"peak {peak:6,.0f} MiB  {len(verdicts):,} facts, {verdicts.count('conflict'):,} conflicts"
    )


def main() -> None:
    sizes = [one for one in sys.argv[1:] if one != "--here"] or ["500", "1000", "2000"]
    if "--here" in sys.argv:
        measure(int(sizes[0]))
        return
    for size in sizes:
        subprocess.run([sys.executable, __file__, size, "--here"], check=True)  # noqa: S603  our own file


if __name__ == "__main__":
    main()
