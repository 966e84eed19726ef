"""What is logged stays ours: libraries are kept off the terminal, and nothing is printed unasked."""

from __future__ import annotations

import logging
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from summarizer.cli.logs import log_to
from summarizer.contract.errors import CallError
from summarizer.running.logs import get_logger, silence_libraries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def as_before() -> Iterator[None]:
    """The libraries' loggers as they are before anybody silences them; given back as they were."""
    names = ("openai", "httpx2", "summarizer")
    before = {name: (logging.getLogger(name).propagate, list(logging.getLogger(name).handlers)) for name in names}
    for name in names[:2]:
        logging.getLogger(name).propagate = True
        logging.getLogger(name).handlers.clear()
    yield
    for name, (propagate, handlers) in before.items():
        logging.getLogger(name).propagate = propagate
        logging.getLogger(name).handlers[:] = handlers


def test_a_library_user_sees_no_log_without_setting_up_logging() -> None:
    code = (
        "from summarizer.running.logs import get_logger;"
        "get_logger('calls').warning('slow'); get_logger('x').error('bad')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout + done.stderr == ""


@pytest.mark.usefixtures("as_before")
def test_a_silenced_library_reaches_only_its_own_handlers(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("openai").warning("before")
    silence_libraries()
    silence_libraries()
    logging.getLogger("openai").warning("after")
    assert len(logging.getLogger("openai").handlers) == 1
    assert [record.getMessage() for record in caplog.records] == ["before"]


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
