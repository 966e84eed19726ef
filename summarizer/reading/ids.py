"""Ids of articles that have none of their own: made of the name of their file, each given once in a batch."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_UNSAFE = re.compile(r'[\s/\\:*?"<>|\ufffd]+')  # what file systems, Windows or a shell take for themselves
_LONGEST = 80  # characters: at most 240 bytes of the 255 that file systems allow, with a suffix to come
# Names that Windows keeps for devices, and those of the files that stand beside the reports.
_DEVICES = (f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10))
RESERVED_NAMES = frozenset({"con", "prn", "aux", "nul", "manifest", "failures", *_DEVICES})


def safe_id(name: str) -> str:
    """A name made safe as a file name on every system; two that differ only in what is unsafe may become one."""
    visible = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", name))
    safe = _UNSAFE.sub("-", visible).strip("-. ")
    if len(safe) > _LONGEST or len(safe.encode()) > 200:
        mark = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:8]
        safe = safe.encode()[:150].decode("utf-8", "ignore")[: _LONGEST - 9] + "-" + mark
    if safe.split(".")[0].casefold() in RESERVED_NAMES:
        safe = f"_{safe}"
    return safe or "article"


class IdRegister:
    """Hands out ids for the files of one batch: the second `name` becomes `name-2`.

    Records are not registered: an id of their own is kept to the letter, and the others are named by their file and
    their place in it, so that no record's id depends on another's. Of each id eight bytes of its hash are kept, because
    a batch may be long. Should two ids ever share them, the second gets a number that it did not need.
    """

    def __init__(self) -> None:
        self._taken: set[int] = set()
        self._last: dict[str, int] = {}  # of the names that came more than once
        self._bases: IdRegister | None = None

    def take_base(self, name: str) -> str:
        """What the ids of a file's records begin with; an article of the same name may have it as its id."""
        self._bases = self._bases or IdRegister()
        return self._bases.take(name)

    def take(self, name: str) -> str:
        """The id for an article of this name; the same order of names gives the same ids."""
        base = safe_id(name)
        candidate = base
        while (mark := _mark(candidate)) in self._taken:
            count = self._last.get(base.casefold(), 1) + 1
            self._last[base.casefold()] = count
            candidate = f"{base}-{count}"
        self._taken.add(mark)
        return candidate


class RecordNames:
    """Names the records of one opened file that have no id: by the file they lie in and their place in it."""

    def __init__(self, ids: IdRegister) -> None:
        self._ids = ids
        self._where, self._base = "", ""

    def id_of(self, where: str, stem: str, number: int) -> str:
        """The id of the record of this number in the file `stem` at `where`; 0 for a file that is one article."""
        if number == 0:
            return self._ids.take(stem)
        if where != self._where or not self._base:
            self._where, self._base = where, self._ids.take_base(stem)
        return f"{self._base}-{number}"


def name_unread(data: bytes) -> str:
    """The id of what has none and cannot be read, where its place is not known: the same for the same bytes."""
    return f"unread-{hashlib.sha256(data).hexdigest()[:12]}"


def _mark(name: str) -> int:
    """A number for a name without regard to case, because some file systems have none."""
    digest = hashlib.blake2b(name.casefold().encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")
