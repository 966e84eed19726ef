"""Whether two versions of summarizer make the same reports: a refactoring may change nothing but `provenance`.

    python benchmarks/same_reports.py BEFORE AFTER INPUT… [-- OPTION…]

BEFORE and AFTER are two `summarizer` commands, such as the one of a virtual environment that holds the last release and
the one of this checkout. Both run over the inputs, without a cache; the options behind `--` go to both. Prints how many
reports are the same bytes without their provenance, and the first differences; exit code 1 when there is one.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

SHOWN = 10


def make_reports(command: str, arguments: list[str], folder: Path) -> dict[str, dict[str, Any]]:
    """The reports and failures that a command makes, by the article's id; a failure's name says that it is one."""
    out = folder / "reports.jsonl"
    call = [command, "run", *arguments, "-o", str(out), "--no-cache"]
    ended = subprocess.run(call, check=False, capture_output=True, text=True)  # noqa: S603  the caller names the command
    if ended.returncode not in (0, 1):
        sys.exit(f"{' '.join(call)}\n{ended.stderr}")
    made: dict[str, dict[str, Any]] = {}
    for file in (out, folder / "failures.jsonl"):
        for line in file.read_text("utf-8").splitlines() if file.exists() else ():
            result = json.loads(line)
            result.pop("provenance", None)
            name = result["article"]["id"] if "article" in result else f"failure {result['id']}"
            made[f"{name} ({len(made)})" if name in made else name] = result
    return made


def find_differences(before: object, after: object, path: str = "") -> list[str]:
    """Where two JSON values differ, as lines: the path, then both values."""
    if isinstance(before, dict) and isinstance(after, dict):
        keys = [*before, *(key for key in after if key not in before)]
        return [line for key in keys for line in find_differences(before.get(key), after.get(key), f"{path}.{key}")]
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        pairs = enumerate(zip(before, after, strict=True))
        return [line for at, (one, other) in pairs for line in find_differences(one, other, f"{path}[{at}]")]
    return [] if before == after else [f"{path}: {before!r:.200} -> {after!r:.200}"]


def main() -> None:
    """Run both commands and compare."""
    arguments = sys.argv[1:]
    if len(arguments) < 3:
        sys.exit(__doc__)
    before, after, *rest = arguments
    rest = [argument for argument in rest if argument != "--"]
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        old, new = make_reports(before, rest, Path(first)), make_reports(after, rest, Path(second))
    alone = sorted(old.keys() ^ new.keys())
    changed = [name for name in old if name in new and json.dumps(old[name]) != json.dumps(new[name])]
    for name in alone[:SHOWN]:
        print(f"{name}: only {'before' if name in old else 'after'}")
    for name in changed[:SHOWN]:
        lines = find_differences(old[name], new[name])[:SHOWN] or ["order of keys"]
        print("\n".join(f"{name} {line}" for line in lines))
    print(f"{len(old)} reports before, {len(new)} after, {len(changed)} changed, {len(alone)} in one alone")
    sys.exit(1 if changed or alone else 0)


if __name__ == "__main__":
    main()
