"""Refuses a run that would write its results over its own inputs."""

from __future__ import annotations

import glob
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.contract.errors import CallError
from summarizer.contract.failure import FAILURES_NAME
from summarizer.output.destinations import FolderDestination
from summarizer.output.file_names import MANIFEST_NAME
from summarizer.reading.kinds import FOLDER_SUFFIXES, LINES_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.output.destinations import Destination

_OTHER_OUT = "name another -o"
_LONGEST_ROW = 64 * 2**20  # bytes
_MANIFEST_KEYS = {"manifest_version", "outcomes"}
_ROW_KEYS = ({"article", "provenance"}, {"error", "message", "retryable"})


def refuse_overwriting(inputs: Iterable[str], destination: Destination, out: str | None, manifest: Path | None) -> None:
    """Check that no file that the run writes is one that it reads. Raises CallError naming the first that is."""
    written = list(_files_written(destination, out, manifest))
    earlier = earlier_results(out, manifest)
    for name in inputs:
        if name == "-":
            continue
        path = Path(name)
        for file in written:
            if _is_same(path, file) or _is_taken(path, file, earlier):
                raise CallError("it is an input, and would be replaced by the results", where=name, hint=_OTHER_OUT)
        if isinstance(destination, FolderDestination) and _meets_reports(path, destination):
            suffix = destination.suffix
            message = f"its {suffix} articles could be replaced by results of the same name"
            raise CallError(message, where=str(destination.place), hint=_OTHER_OUT)


def earlier_results(out: str | None, manifest: Path | None) -> tuple[Path, ...]:
    """The files that an earlier run with these options has written: no articles, though a folder may hold them."""
    if not out or out == "-":
        return ()
    place = Path(out) if Path(out).is_dir() or out.endswith(("/", os.sep)) else Path(out).parent
    return tuple(file for file in _beside(place, out, manifest) if _is_result(file, place, manifest))


def _files_written(destination: Destination, out: str | None, manifest: Path | None) -> Iterator[Path]:
    if destination.place is not None:
        for file in _beside(destination.place, out, manifest):
            yield file
            yield file.with_name(f"{file.name}.partial")
    elif manifest is not None:
        yield manifest


def _beside(place: Path, out: str | None, manifest: Path | None) -> Iterator[Path]:
    yield place / FAILURES_NAME
    yield manifest or place / MANIFEST_NAME
    if out is not None:
        yield Path(out)


def _is_result(file: Path, place: Path, manifest: Path | None) -> bool:
    """Whether a file is of an earlier run: its first line says so, or else the manifest beside it."""
    try:
        if not file.is_file():
            return False
        if file.suffix not in LINES_SUFFIXES:
            return _keys(manifest or place / MANIFEST_NAME) >= _MANIFEST_KEYS
        with file.open("rb") as lines:
            keys = _keys_of(lines.readline(_LONGEST_ROW))
    except OSError:
        return False
    return keys is None or any(keys >= needed for needed in _ROW_KEYS)


def _keys(file: Path) -> set[str]:
    return (_keys_of(file.read_bytes()) if file.is_file() else None) or set()


def _keys_of(data: bytes) -> set[str] | None:
    """The keys of a JSON object; an empty set for anything else, None when there is nothing at all."""
    if not data.strip():
        return None
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return set()
    return set(value) if isinstance(value, dict) else set()


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.is_file() and other.is_file() and one.samefile(other)
    except (OSError, ValueError):  # a name that no file can have is read, or written, as no file
        return False


def _is_taken(folder: Path, file: Path, earlier: tuple[Path, ...]) -> bool:
    """Whether a file that is not of an earlier run is read as one of a folder's."""
    try:
        if not folder.is_dir() or not file.is_file() or file in earlier or file.suffix not in FOLDER_SUFFIXES:
            return False
        return file.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError):
        return False


def _meets_reports(path: Path, destination: FolderDestination) -> bool:
    """Whether an input takes articles of the reports' suffix from the folder that the reports go to."""
    try:
        if path.is_dir():
            is_inside = destination.folder.resolve().is_relative_to(path.resolve())
            is_read = is_inside and destination.suffix in FOLDER_SUFFIXES
            return is_read and any(destination.folder.glob(f"*{destination.suffix}"))
        name = str(path)
        names = glob.iglob(name, recursive=True) if glob.has_magic(name) else [name]  # noqa: PTH207  as read.py does
        return any(
            Path(found).suffix == destination.suffix and Path(found).parent.samefile(destination.folder)
            for found in names
            if Path(found).is_file()
        )
    except (OSError, ValueError):
        return False
