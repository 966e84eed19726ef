"""Our loggers are silent until the caller sets up logging, and other libraries are kept off the terminal."""

from __future__ import annotations

import logging
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from summarizer.running.logs import PACKAGE, get_logger, silence_libraries

if TYPE_CHECKING:
    from collections.abc import Iterator


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


def test_every_logger_is_below_the_packages_own() -> None:
    assert get_logger("calls").name == f"{PACKAGE}.calls"
