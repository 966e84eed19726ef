"""The files that a name stands for: a file itself, those of a folder, or those that a pattern matches.

A folder gives its files with a known suffix (.json aside, because reports have it), its subfolders' too, sorted by
name; what begins with a dot is left out, and so are the failures of an earlier run and folders that are only linked
from it.
"""

from __future__ import annotations

import glob
import os
import re
import stat
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from summarizer.contract.errors import InputError, UnreadableInputError
from summarizer.contract.failure import FAILURES_NAME
from summarizer.reading.kinds import FOLDER_SUFFIXES

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

NamedFile = Path | InputError


def named_files(name: str, skipped: frozenset[str], left_out: Counter[str]) -> Iterator[NamedFile]:
    """The files that a name stands for, without those `skipped`; `left_out` counts a folder's other files by suffix."""
    path = Path(name)
    try:
        if path.is_dir():
            hint = "a folder gives its .txt, .html, .pdf, .docx, .eml, .jsonl, .csv files and others, but no .json; "
            hint += "name a file or a linked folder itself"
            yield from _or_nothing(_without(skipped, _walk(path, left_out)), name, "holds no articles", hint)
        elif path.exists() or not glob.has_magic(name):
            yield path
        else:
            hint = "check the pattern, and quote it if it has **"
            yield from _or_nothing(_without(skipped, _match(name)), name, "matches no file", hint)
    except (OSError, ValueError, re.error) as error:  # a name too long, with a NUL, or no pattern
        yield UnreadableInputError(f"it is no usable name: {reason_of(error)}", where=name, hint="check the name")


def _or_nothing(found: Iterator[NamedFile], name: str, message: str, hint: str) -> Iterator[NamedFile]:
    first = next(found, None)
    if first is None:
        yield UnreadableInputError(f"it {message}", where=name, hint=hint)
        return
    yield from chain([first], found)


def _without(skipped: frozenset[str], found: Iterator[NamedFile]) -> Iterator[NamedFile]:
    if not skipped:
        return found
    return (one for one in found if isinstance(one, InputError) or os.path.realpath(one) not in skipped)


def _match(pattern: str) -> Iterator[NamedFile]:
    real: set[str] = set()  # a link to a folder above makes ** find each file forty times
    names = glob.glob(pattern, recursive=True)  # noqa: PTH207  Path.glob takes no absolute patterns
    for found in sorted(names, key=lambda name: (len(Path(name).parts), name)):
        place = os.path.realpath(found)
        if place not in real and not Path(place).is_dir():  # the name itself may have too many links to tell
            real.add(place)
            yield _unless_pipe(Path(found))


def _walk(folder: Path, left_out: Counter[str]) -> Iterator[NamedFile]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        message = f"the folder cannot be read: {reason_of(error)}"
        yield UnreadableInputError(message, where=str(folder), hint="check its permissions")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name, left_out)
        elif entry.name == FAILURES_NAME:
            left_out[FAILURES_NAME] += 1
        elif entry.is_dir():  # which may lead round in a circle
            left_out["linked folder"] += 1
        elif Path(entry.name).suffix.lower() in FOLDER_SUFFIXES:
            yield _unless_pipe(folder / entry.name)
        else:
            left_out[Path(entry.name).suffix.lower() or "no suffix"] += 1


def _unless_pipe(path: Path) -> NamedFile:
    # Nobody may ever write to it: only who names it can know that somebody will.
    if path.is_fifo():
        message = "it is a pipe, which might be waited for without end"
        return UnreadableInputError(message, where=printable(str(path)), hint="name it by itself to read it")
    return path


def refuse_device(file: BinaryIO) -> None:
    """Refuse what never ends, or gives other bytes each time. A pipe that was named is read, once."""
    mode = os.fstat(file.fileno()).st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)):
        raise UnreadableInputError("it is a device, and no file", hint="name - for standard input")


def size_of_file(found: NamedFile) -> int:
    """Its bytes; 0 when that cannot be told."""
    try:
        return found.stat().st_size if isinstance(found, Path) else 0
    except (OSError, ValueError):
        return 0


def printable(name: str) -> str:
    """A file's name as text: bytes in it that are none become such as \\xff, because no report can hold them."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def reason_of(error: Exception) -> str:
    """Why the system refused, in its own words."""
    return (getattr(error, "strerror", None) or str(error)).lower()
