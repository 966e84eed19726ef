"""How many connections a process may open: each takes one of the files that the system lets it have open."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from summarizer.contract.errors import CallError
from summarizer.running.logs import get_logger

try:
    import resource
except ImportError:  # Windows has no such limit
    resource = None  # type: ignore[assignment]

_SPARE = 24  # the cache's files, the results, the log, and what Python opens while it imports
_USUAL = 8  # open when a run begins, where the system does not tell
_log = get_logger("calls")


def connections_for(wanted: int) -> int:
    """As many connections as are wanted, or as the system has room for, which is said in the log.

    The process's own limit is raised as far as the system lets it. Raises CallError when there is room for none.
    """
    if resource is None:
        return wanted
    needed = wanted + _SPARE + _opened()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < needed:
        soft = _raised(needed, soft, hard)
    if soft == resource.RLIM_INFINITY or soft >= needed:
        return wanted
    room = soft - _SPARE - _opened()
    if room < 1:
        message = f"the system lets this process open {soft} files, which is too few for a connection"
        raise CallError(message, hint="raise the limit with `ulimit -n`")
    _log.warning(
        "%d connections and not %d: the system lets this process open %d files (ulimit -n)", room, wanted, soft
    )
    return room


def _raised(needed: int, soft: int, hard: int) -> int:
    most = needed if hard == resource.RLIM_INFINITY else min(needed, hard)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
        return most
    return soft


def _opened() -> int:
    with suppress(OSError):
        return sum(1 for _ in Path("/dev/fd").iterdir())
    return _USUAL
