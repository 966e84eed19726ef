"""The types say what comes out, under mypy and under pyright, for a script like a user's."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT

SCRIPT = ROOT / "tests" / "typed_script.py"
REVEALED = {"mypy": r'Revealed type is "(.+?)"', "basedpyright": r'Type of .+ is "(.+?)"$'}


@pytest.mark.parametrize(("checker", "options"), [("mypy", []), ("basedpyright", ["--pythonpath", sys.executable])])
def test_a_type_checker_sees_what_comes_out(checker: str, options: list[str]) -> None:
    expected = re.findall(r"reveal_type\(.*\)  # (.+)", SCRIPT.read_text("utf-8"))
    assert len(expected) == 10
    command = [sys.executable, "-m", checker, *options, str(SCRIPT)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found = re.findall(REVEALED[checker], ended.stdout, re.MULTILINE)
    # mypy names the modules too.
    assert [re.sub(r"[\w.]+\.(?=\w)", "", kind) for kind in found] == expected, ended.stdout + ended.stderr
    assert " error" not in ended.stdout.replace("0 errors", "")
