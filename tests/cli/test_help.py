"""Help and completion: quick, whole, and clean."""

from __future__ import annotations

import json
import os
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from summarizer import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Outcome

COMMANDS = [
    (),
    ("run",),
    ("prompt",),
    ("schema",),
    ("cache",),
    ("cache", "stats"),
    ("cache", "explain"),
    ("cache", "clear"),
    ("doctor",),
]
EVERY_COMMAND = [
    *("run", "view", "show", "stats", "compare", "prompt", "schema", "eval", "join", "doctor"),
    *("cache stats", "cache explain", "cache repair", "cache clear", "batch status", "batch fetch", "batch cancel"),
]
HEAVY = {
    "openai",
    "instructor",
    "trafilatura",
    "rich",
    "diskcache",
    "charset_normalizer",
    "asyncio",
}


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help(cli: Callable[..., Outcome], command: tuple[str, ...]) -> None:
    ended = cli(*command, "--help")
    assert ended.code == 0
    assert ended.out.startswith("Usage: summarizer")
    assert ended.err == ""


@pytest.mark.parametrize("command", EVERY_COMMAND)
def test_help_shows_examples_line_by_line(cli: Callable[..., Outcome], command: str) -> None:
    out = cli(*command.split(), "--help").out
    examples = out.partition("Examples:\n")[2].splitlines()
    assert len(examples) >= 2
    assert all(re.match(r" +(summarizer|curl) ", line) for line in examples if line.strip())


def test_help_lists_every_option_of_run_in_groups(cli: Callable[..., Outcome]) -> None:
    out = cli("run", "--help").out
    for heading in ("Arguments:", "Output options:", "Engine options:", "Batch options:", "Limits:", "Cache options:"):
        assert heading in out
    assert "--api-key" not in out  # a key on the command line is seen by every user of the machine


def test_the_version_is_shown(cli: Callable[..., Outcome]) -> None:
    assert cli("--version").out == f"summarizer {__version__}\n"


def test_without_a_command_it_shows_help(cli: Callable[..., Outcome]) -> None:
    assert "Commands:" in cli().out


def test_help_imports_nothing_heavy_and_is_quick(python: list[str]) -> None:
    code = (
        "import sys, json\nfrom summarizer.cli import main\n"
        "try: main(['run', '--help'])\n"
        f"except SystemExit: print('\\n@' + json.dumps(sorted({HEAVY!r} & set(sys.modules))))"
    )
    before = os.times()
    ended = subprocess.run([*python, "-c", code], capture_output=True, text=True, check=True)
    after = os.times()
    took = after.children_user + after.children_system - before.children_user - before.children_system
    assert json.loads(ended.stdout.partition("\n@")[2]) == []
    assert took < 3.0  # CPU-seconds, so that other work on the machine does not count: 0.18 where this was written


def test_the_module_can_be_run_with_warnings_as_errors(python: list[str]) -> None:
    ended = subprocess.run([*python, "-m", "summarizer", "--help"], capture_output=True, text=True, check=True)
    assert ended.stdout.startswith("Usage: summarizer")
    assert ended.stderr == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_names_commands(python: list[str], shell: str) -> None:
    environ = {
        **os.environ,
        "_SUMMARIZER_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": "summarizer ",
        "COMP_CWORD": "1",
    }
    environ["_TYPER_COMPLETE_ARGS"] = "summarizer "
    if shell == "fish":
        environ["_TYPER_COMPLETE_FISH_ACTION"] = "get-args"
    ended = subprocess.run([*python, "-m", "summarizer"], capture_output=True, text=True, env=environ, check=False)
    assert {"run", "schema", "doctor"} <= set(re.findall(r"\w+", ended.stdout))
