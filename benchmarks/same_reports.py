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


def make_reports(command: str, arguments: list[str], folder: Path) -> list[dict[str, Any]]:
    """The reports and failures that a command makes, in the order of its inputs."""
    out = folder / "reports.jsonl"
    call = [command, "run", *arguments, "-o", str(out), "--no-cache"]
    ended = subprocess.run(call, check=False, capture_output=True, text=True)  # noqa: S603  the caller names the command
    if ended.returncode not in (0, 1):
        sys.exit(f"{' '.join(call)}\n{ended.stderr}")
    failures = folder / "failures.jsonl"
    files = [out, failures] if failures.exists() else [out]
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


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
        pair = make_reports(before, rest, Path(first)), make_reports(after, rest, Path(second))
    for report in (*pair[0], *pair[1]):
        report.pop("provenance", None)
    changed = 0
    for one, other in zip(*pair, strict=False):
        if json.dumps(one) == json.dumps(other):
            continue
        changed += 1
        if changed <= SHOWN:
            name = one.get("article", one).get("id")
            print("\n".join(f"{name} {line}" for line in find_differences(one, other)[:SHOWN] or ["order of keys"]))
    lost = abs(len(pair[0]) - len(pair[1]))
    print(f"{len(pair[0])} reports before, {len(pair[1])} after, {changed} changed")
    sys.exit(1 if changed or lost else 0)


if __name__ == "__main__":
    main()
