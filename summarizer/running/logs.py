"""The loggers of this package: one line for each request, never a key and never an article's text."""

from __future__ import annotations

import logging

PACKAGE = "summarizer"  # the logger above all of ours
_LIBRARIES = ("openai", "instructor", "httpx", "httpx2", "httpcore", "httpcore2", "asyncio", "trafilatura")

logging.getLogger(PACKAGE).addHandler(logging.NullHandler())  # otherwise Python writes warnings to stderr itself


def get_logger(part: str) -> logging.Logger:
    """The logger of one part of this package, such as "cache"; silent until the caller sets up logging."""
    return logging.getLogger(f"{PACKAGE}.{part}")


def silence_libraries() -> None:
    """Keep other libraries' records off the terminal; they still reach handlers that the caller adds to them."""
    for name in _LIBRARIES:
        logger = logging.getLogger(name)
        if logger.propagate:
            logger.addHandler(logging.NullHandler())
            logger.propagate = False
