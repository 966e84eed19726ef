"""Runs the commands whose output README.md shows, and puts that output in: `python -m tests.readme`.

A shown output stands below a comment that names its command, and what part of its output is shown:

    <!-- output: summarizer run FILE | claim "words of its quote" -->
    <!-- output: summarizer run FILE --format markdown | lines 1-12 -->
"""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SHOWN = re.compile(
    r"(<!-- output: (?P<command>[^|\n]+?) \| (?P<part>[^\n]+?) -->\n```(?P<kind>\w*)\n)(?P<text>.*?)(?=\n```)",
    re.DOTALL,
)


def render(readme: str) -> str:
    """The README with every shown output as its command prints it now."""
    return SHOWN.sub(lambda shown: shown[1] + _part(_run(shown["command"]), shown["part"]), readme)


def _run(command: str) -> str:
    name, *arguments = shlex.split(command)
    if name != "summarizer":
        msg = f"README.md shows the output of {name!r}, which is not ours"
        raise ValueError(msg)
    ended = subprocess.run(
        [sys.executable, "-m", "summarizer", *arguments], capture_output=True, cwd=ROOT, check=True, encoding="utf-8"
    )
    return ended.stdout


def _part(output: str, part: str) -> str:
    what, *told = shlex.split(part)
    if what == "claim":
        claims = json.loads(output)["claims"]
        claim = next(one for one in claims if told[0] in one["evidence"][0]["quote"])
        # A key a line: the report itself is indented further, which would fill the page.
        rows = (f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in claim.items())
        return "{\n" + ",\n".join(rows) + "\n}"
    first, last = map(int, told[0].split("-"))
    return "\n".join(output.splitlines()[first - 1 : last]).strip("\n")


if __name__ == "__main__":
    README.write_text(render(README.read_text(encoding="utf-8")), encoding="utf-8")
