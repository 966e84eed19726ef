"""Libraries that only some tables need, and that a plain installation leaves out."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from summarizer.contract.errors import CallError


def library(name: str) -> Any:
    """A library of the extra `tables`. Raises CallError, with how to install it, when it is missing."""
    try:
        return import_module(name)
    except ImportError:
        message = f"{name.partition('.')[0]} is not installed, which this needs"
        raise CallError(message, hint="pip install 'summarizer[tables]'") from None
