"""Addresses among the inputs: what is one, and what lies there; fetcher.py does the work when the first one comes."""

from __future__ import annotations

import re
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.reading.content import Fetched
    from summarizer.reading.fetcher import Fetcher


_USER = re.compile(r"\A(https?://)[^/?#\s]*@", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether a text is the address of a page, and nothing else."""
    return len(text) < 2000 and re.fullmatch(r"https?://\S+", text, re.IGNORECASE) is not None


def other_scheme(text: str) -> str:
    """The scheme of an address that cannot be fetched, such as "ftp"; "" for what is none."""
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]+)://", text)
    return found[1].lower() if found and not is_address(text) else ""


def without_password(name: str) -> str:
    """An input's name; of an address without the user and the password that may stand in it."""
    return _USER.sub(r"\1", name) if is_address(name) else name


class Addresses:
    """Fetches what lies at addresses, and calls `on_fetched` with it. May be used by several threads; close it at last.

    The client is made when the first address comes: files do without its import.
    """

    def __init__(self, *, allow_private: bool = False, on_fetched: Callable[[Fetched], None] | None = None) -> None:
        self._allow_private = allow_private
        self._on_fetched = on_fetched
        self._making = Lock()
        self._fetcher: Fetcher | None = None

    def fetch(self, address: str) -> Fetched:
        """What lies at an address. Raises FetchError."""
        with self._making:
            if self._fetcher is None:
                from summarizer.reading.fetcher import Fetcher  # noqa: PLC0415  as the docstring says

                self._fetcher = Fetcher(lambda _: True) if self._allow_private else Fetcher()
            fetcher = self._fetcher
        fetched = fetcher.fetch(address)
        if self._on_fetched is not None:
            self._on_fetched(fetched)
        return fetched

    def close(self) -> None:
        """Close the connections, if there are any."""
        with self._making:
            if self._fetcher is not None:
                self._fetcher.close()
                self._fetcher = None
