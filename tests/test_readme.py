"""The README tells the truth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.readme import README, ROOT, SHOWN, render

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Outcome

TEXT = README.read_text(encoding="utf-8")


def test_the_readmes_outputs_are_what_its_commands_print() -> None:
    assert len(SHOWN.findall(TEXT)) >= 2
    assert render(TEXT) == TEXT, "run `make readme`"


def test_every_option_in_the_readme_exists(cli: Callable[..., Outcome]) -> None:
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", TEXT))
    helps = "".join(
        cli(command, "--help").out for command in ("run", "compare", "view", "prompt", "schema", "eval", "doctor")
    ) + "".join(cli("cache", command, "--help").out for command in ("stats", "clear"))
    known = set(re.findall(r"--[a-z][a-z-]+", helps)) | {"--install-completion", "--version", "--help"}
    other_tools = {"--port", "--served-model-name", "--jinja", "--json", "--ctx-size"}
    assert named - other_tools <= known


def test_every_link_in_the_readme_leads_to_a_file() -> None:
    for target in re.findall(r"\]\(([^)#:]+?)\)", TEXT):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("variable", re.findall(r"`(SUMMARIZER_[A-Z_]+)`", TEXT))
def test_every_variable_in_the_readme_exists(variable: str) -> None:
    from summarizer.running.settings import Settings, variable_name  # noqa: PLC0415  for this test alone

    assert variable in {variable_name(name) for name in Settings.model_fields}


def test_the_readme_has_the_commands_for_a_fresh_machine() -> None:
    assert re.search(r"^python3 -m venv .*/summarizer run examples/ -o out/$", TEXT, re.MULTILINE)
    assert re.search(r"^python3 -m venv .*-m pytest -q -n auto$", TEXT, re.MULTILINE)
