"""Where -v and --log-file send the log."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summarizer.contract.errors import CallError
from summarizer.output.controls import without_controls
from summarizer.running.logs import PACKAGE, silence_libraries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FORM = "%(asctime)s %(levelname)s %(name)s %(message)s"


class _HarmlessFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return without_controls(super().format(record))


@contextmanager
def log_to(verbosity: int, file: Path | None) -> Iterator[None]:
    """Log to standard error (warnings; -v calls; -vv all) and, with `file`, everything there. Raises CallError."""
    silence_libraries()
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    handlers[0].setLevel({0: logging.WARNING, 1: logging.INFO}.get(verbosity, logging.DEBUG))
    handlers[0].setFormatter(_HarmlessFormatter(_FORM if verbosity else "summarizer: %(message)s"))
    if file is not None:
        try:
            handlers.append(logging.FileHandler(file, encoding="utf-8", errors="backslashreplace"))
        except OSError as error:
            raise CallError(f"the log cannot be written: {error.strerror}", where=str(file)) from None
        handlers[1].setFormatter(_HarmlessFormatter(_FORM))
    logger = logging.getLogger(PACKAGE)
    level = logger.level
    logger.setLevel(logging.DEBUG if file else min(handler.level for handler in handlers))
    for handler in handlers:
        logger.addHandler(handler)
    try:
        yield
    finally:
        logger.setLevel(level)
        for handler in handlers:
            logger.removeHandler(handler)
            handler.close()
