"""Writes articles about invented places as JSONL: the corpus of the batch benchmarks.

python benchmarks/batch_corpus.py 300 corpus.jsonl
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PEOPLE = ("Marta Velden", "Ilyas Korr", "Deputy Minister Oren Tal", "Captain Rhea Stroud", "Lina Passero")
_VERBS = ("said", "told reporters", "warned", "denied that", "confirmed that", "announced that")
_THINGS = (
    "the northern harbour", "the Skarne bridge", "the flooded quarter", "a convoy of lorries", "the fishing fleet",
    "the regional hospital", "the old reservoir", "the ferry line", "the grain depot", "the town council",
)  # fmt: skip
_EVENTS = (
    "would reopen within days", "had lost power for the second night", "needs at least {} million crowns in repairs",
    "could not be reached by road", "was inspected by {} engineers on Monday", "remains closed until further notice",
    "employed more than {} people before the storm", "had been warned of the danger months ago",
)  # fmt: skip


def articles(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Records of 6 to 14 paragraphs, about 2,700 characters each, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  the same corpus each time, on purpose
    for number in range(count):
        title = f"Storm report {number}: {_clause(chance)}"
        body = [" ".join(_sentence(chance) for _ in range(chance.randint(1, 3))) for _ in range(chance.randint(6, 14))]
        yield {"id": f"a{number:05d}", "title": title, "text": "\n\n".join([title, *body])}


def _clause(chance: random.Random) -> str:
    return f"{chance.choice(_THINGS)} {chance.choice(_EVENTS).format(chance.randint(3, 900))}"


def _sentence(chance: random.Random) -> str:
    who = chance.choice(_PEOPLE)
    form = chance.random()
    if form < 0.3:
        return f"“{_clause(chance).capitalize()},” {who} said in an interview on {chance.choice(['Sunday', 'Friday'])}."
    if form < 0.6:
        return (
            f"{who} {chance.choice(_VERBS)} {_clause(chance)}, according to notes of meeting {chance.randint(1, 99)}."
        )
    return (
        f"{_clause(chance).capitalize()}, and {_clause(chance)} in the {chance.choice(['eastern', 'upper'])} district."
    )


def write(count: int, path: Path, seed: int = 1) -> Path:
    """Write `count` articles and return the path."""
    with path.open("w", encoding="utf-8") as file:
        for record in articles(count, seed):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
