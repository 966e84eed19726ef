"""Seals the rows of the cache, so that one that is damaged or planted is told from one that we wrote.

An answer has a checksum. A finished report is shown as it is, so its seal is made with a secret of the user's own,
which lies outside the cache: a report that somebody else put there is not served, but built from its answer again.
"""

from __future__ import annotations

import hmac
import os
import secrets
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from platformdirs import user_state_path

if TYPE_CHECKING:
    from pathlib import Path

REPORTS = "report/"  # what the keys of finished reports begin with
_SIZE = 16  # bytes of a seal
_SECRET_SIZE = 32
_SECRET_NAME = "cache-seal"  # noqa: S105  a file's name


def seal(key: str, text: str) -> str:
    """The text as it is kept: its seal on a line of its own, then the text."""
    return f"{_seal(key, text)}\n{text}"


def unseal(key: str, kept: str) -> str | None:
    """The text that was kept under this key; None when it is not what we wrote."""
    found, _, text = kept.partition("\n")
    try:
        return text if hmac.compare_digest(found.encode(), _seal(key, text).encode()) else None
    except UnicodeEncodeError:
        return None


def _seal(key: str, text: str) -> str:
    secret = _own_secret() if key.startswith(REPORTS) else b""
    return blake2b(f"{key}\0{text}".encode(), digest_size=_SIZE, key=secret).hexdigest()


@cache
def _own_secret() -> bytes:
    """The user's secret, made when there is none; where it cannot be kept, one that lasts as long as the process."""
    secret = secrets.token_bytes(_SECRET_SIZE)
    try:
        path = user_state_path("summarizer", ensure_exists=True) / _SECRET_NAME
        if not path.exists():
            _keep(path, secret)
        kept = path.read_bytes()
    except OSError:
        return secret
    return kept if len(kept) == _SECRET_SIZE else secret


def _keep(path: Path, secret: bytes) -> None:
    own = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secret)
        with suppress(FileExistsError):
            os.link(own, path)  # in one step, and never over another's
    finally:
        own.unlink(missing_ok=True)
