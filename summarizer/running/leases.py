"""Leases on articles: what one run is asking for is not asked for by another that uses the same cache."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from summarizer.contract.errors import CacheError

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.running.cache import ResultCache


class Leases:
    """One run's leases in a cache. A lease ends when it is given back, with its run, or after `seconds`."""

    def __init__(self, cache: ResultCache, seconds: float, clock: Callable[[], float] = time.time) -> None:
        self._cache = cache
        self._users = cache.users
        self._seconds = seconds
        self._clock = clock
        self._is_seen = not cache.is_read_only and self._users.announce()

    def take(self, name: str) -> bool:
        """Take a lease; False while another run has it. Where leases cannot be kept, everybody has all."""
        if not self._is_seen:
            return True
        said = json.dumps({"run": self._users.run, "until": self._clock() + self._seconds})
        try:
            return self._cache.claim(name, said, self._is_over)
        except CacheError:
            return True

    def give_back(self, name: str) -> None:
        """End a lease that led to no answer."""
        if self._is_seen:
            try:
                self._cache.drop(name)
            except CacheError:
                return  # it ends with the run

    def _is_over(self, said: str) -> bool:
        lease = json.loads(said)
        return (
            lease["until"] < self._clock() or lease["run"] == self._users.run or not self._users.is_alive(lease["run"])
        )
