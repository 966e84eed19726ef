"""Logging by the standard library: one line a call, never a key and never an article."""

from __future__ import annotations

import logging

_FOREIGN = ("openai", "instructor", "httpx", "httpx2", "httpcore", "httpcore2", "asyncio", "trafilatura")

logging.getLogger("summarizer").addHandler(logging.NullHandler())  # else Python writes warnings to stderr itself


def get_logger(part: str) -> logging.Logger:
    """The logger of one part of this package; silent until the caller sets up logging."""
    return logging.getLogger(f"summarizer.{part}")


def silence_libraries() -> None:
    """Keep what other libraries log off the terminal; their records still reach handlers that a caller adds."""
    for name in _FOREIGN:
        logger = logging.getLogger(name)
        if logger.propagate:
            logger.addHandler(logging.NullHandler())
            logger.propagate = False
