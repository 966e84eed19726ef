"""Libraries that only some kinds of files need, and that a plain installation leaves out."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from summarizer.contract.errors import UnreadableInputError

_KINDS = {"parquet": "a Parquet file", "pdf": "a PDF document", "zstd": "compressed by zstd"}


def import_library(module: str, extra: str, where: str) -> Any:
    """A library of the extra of this name. Raises UnreadableInputError, with how to install it, when it is missing."""
    try:
        return import_module(module)
    except ImportError:
        message = f"it is {_KINDS[extra]}, and {module.partition('.')[0]}, which reads such, is not installed"
        raise UnreadableInputError(message, where=where, hint=f"pip install 'summarizer[{extra}]'") from None
