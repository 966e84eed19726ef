"""Where -v and --log-file send the log."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from summarizer.cli.logs import log_to
from summarizer.contract.errors import CallError
from summarizer.running.logs import get_logger
from tests.cli.commands import model_options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Outcome
    from tests.fault_server import FaultServer

    Cli = Callable[..., Outcome]


def test_a_log_file_has_a_line_for_each_request_and_no_article_text(
    cli: Cli, articles: Path, tmp_path: Path, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_API_KEY", "hidden" + "-words")
    cli("run", articles, "-o", tmp_path / "out.jsonl", "--log-file", tmp_path / "log", *model_options(server))
    log = (tmp_path / "log").read_text()
    assert log.count("status=200") == 3
    assert "id=dyke1 attempt=1" in log
    assert "held all night" not in log
    assert "hidden" not in log


def test_verbose_writes_a_line_for_each_request(cli: Cli, articles: Path, server: FaultServer) -> None:
    assert "status=200" not in cli("run", articles, "--no-cache", *model_options(server)).err
    assert cli("run", articles, "--no-cache", "-v", *model_options(server)).err.count("status=200") == 3


@pytest.fixture
def as_before() -> Iterator[None]:
    """The libraries' loggers as they are before they are silenced; restored afterwards."""
    names = ("openai", "httpx2", "summarizer")
    before = {name: (logging.getLogger(name).propagate, list(logging.getLogger(name).handlers)) for name in names}
    for name in names[:2]:
        logging.getLogger(name).propagate = True
        logging.getLogger(name).handlers.clear()
    yield
    for name, (propagate, handlers) in before.items():
        logging.getLogger(name).propagate = propagate
        logging.getLogger(name).handlers[:] = handlers


@pytest.mark.usefixtures("as_before")
@pytest.mark.parametrize(
    ("verbosity", "shown"),
    [(0, ["warned"]), (1, ["warned", "told"]), (2, ["warned", "told", "traced"])],
)
def test_each_v_logs_more(verbosity: int, shown: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with log_to(verbosity, None):
        log = get_logger("calls")
        log.warning("warned")
        log.info("told")
        log.debug("traced")
    get_logger("calls").warning("after the run")
    assert [line.split()[-1] for line in capsys.readouterr().err.splitlines()] == shown


@pytest.mark.usefixtures("as_before")
def test_the_log_file_has_everything_and_the_terminal_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with log_to(0, tmp_path / "log"):
        get_logger("calls").debug("traced \ud800")  # half a character, as a broken service may send it
    assert "traced" in (tmp_path / "log").read_text(encoding="utf-8")
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("as_before")
def test_an_unwritable_log_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="cannot be written") as caught, log_to(0, tmp_path / "none" / "log"):
        pass
    assert str(tmp_path) in str(caught.value)
