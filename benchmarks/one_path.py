"""Counts the modules that one article's text passes through on its way to a report by rules.

    python benchmarks/one_path.py ARTICLE [--list]

A module counts when one of its functions is handed the article, or its whole text, as an argument; helpers that get a
sentence, a name or a span do not. A step is a pair of modules that are handed it one after the other, each pair counted
once. A climb is a step to a module that stands higher: a module stands above all that it imports.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import grimp

import summarizer
from summarizer.contract.article import Article, ReadOnce

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import FrameType

PACKAGE = Path(summarizer.__file__).parent
LEAST = 0.98  # of the text's length: reading takes off white space at its ends


def modules_handed(path: Path) -> list[str]:
    """The modules that are handed the article in the file at a path, in the order of the calls."""
    shortest = len(path.read_text("utf-8")) * LEAST
    handed: list[str] = []

    def is_article(value: object) -> bool:
        return isinstance(value, Article) or (isinstance(value, str) and len(value) >= shortest)

    def note(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event != "call" or not code.co_filename.startswith(str(PACKAGE)):
            return
        if isinstance(frame.f_locals.get("self"), ReadOnce):  # it stands before a function, which counts itself
            return
        names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
        if any(is_article(frame.f_locals.get(name)) for name in names):
            inside = Path(code.co_filename).relative_to(PACKAGE.parent).with_suffix("")
            handed.append(".".join(inside.parts))

    sys.setprofile(note)
    try:
        summarizer.summarize(path)
    finally:
        sys.setprofile(None)
    return handed


def steps(handed: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each step from one module to another, once."""
    yield from dict.fromkeys((left, right) for left, right in pairwise(handed) if left != right)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", type=Path)
    parser.add_argument("--list", action="store_true", help="list modules and climbs too")
    arguments = parser.parse_args()
    graph = grimp.build_graph("summarizer", cache_dir=None)

    @cache
    def floor(module: str) -> int:
        return 1 + max(map(floor, graph.find_modules_directly_imported_by(module)), default=0)

    handed = modules_handed(arguments.article)
    made = list(steps(handed))
    climbs = [(left, right) for left, right in made if floor(right) > floor(left)]
    print(f"{len(set(handed))} modules, {len(made)} steps, {len(climbs)} climbs")
    if arguments.list:
        for module, calls in Counter(handed).items():
            print(f"  floor {floor(module):2}  {module}: {calls} calls")
        for left, right in climbs:
            print(f"  climb  {left} -> {right}")


if __name__ == "__main__":
    main()
