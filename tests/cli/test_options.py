"""Options come from their one declaration."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest

from summarizer.cli.options import RunOptions, with_options
from summarizer.contract.errors import CallError
from summarizer.running.settings import ABOUT, Settings, option_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Cli = Callable[..., Outcome]


def test_a_wrong_variable_for_the_endpoint_is_named(cli: Cli, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_BASE_URL", "ftp://x/v1")
    ended = cli("run", articles / "dyke1.txt", "--model", "m")
    assert ended.code == 2
    assert "SUMMARIZER_BASE_URL" in ended.err


@pytest.mark.parametrize(("asks", "told"), [("claims", False), ("speakers", True), ("auto", False)])
def test_asks_decides_what_a_model_is_asked(cli: Cli, articles: Path, asks: str, told: bool) -> None:
    ended = cli("prompt", articles / "dyke1.txt", "--model", "ollama/some-8b", "--asks", asks)
    default = cli("prompt", articles / "dyke1.txt", "--model", "ollama/some-1.5b")
    assert (ended.code, default.code) == (0, 0)
    assert (ended.out.replace("some-8b", "some-1.5b") == default.out) == told


def test_every_setting_with_a_help_text_is_an_option_of_run(cli: Cli) -> None:
    shown = cli("run", "--help").out
    for name, about in ABOUT.items():
        assert f"  {option_name(name)}" in shown
        assert " ".join(about.help.split()[:4]) in " ".join(shown.split())


def test_a_command_takes_the_settings_that_it_names_read_and_checked() -> None:
    taken: list[tuple[str, Settings]] = []

    @with_options("rpm", "complete", "cache")
    def command(name: str, settings: Settings) -> None:
        taken.append((name, settings))

    assert list(inspect.signature(command).parameters) == ["name", "rpm", "complete", "cache"]
    for given in ({}, {"rpm": 2.0, "complete": True, "cache": True}, {"complete": False, "cache": False}):
        command(name="x", **{"rpm": None, "complete": None, "cache": None, **given})
    assert [(name, one.rpm, one.complete, one.cache) for name, one in taken] == [
        ("x", None, False, True),
        ("x", 2.0, True, False),
        ("x", None, False, True),
    ]
    with pytest.raises(CallError, match="--rpm"):
        command(name="x", rpm=-1.0, complete=None, cache=None)


def test_run_options_are_taken_together() -> None:
    taken: list[tuple[Settings, RunOptions]] = []

    @with_options()
    def command(settings: Settings, options: RunOptions) -> None:
        taken.append((settings, options))

    names = inspect.signature(command).parameters
    command(**{name: one.default for name, one in names.items()} | {"fail_fast": True, "max_failures": 9})
    assert [(one.engine, options.most_failures, options.out) for one, options in taken] == [("auto", 0, None)]
    assert RunOptions(max_failures=3).most_failures == 3
