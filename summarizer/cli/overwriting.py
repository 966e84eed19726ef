"""Refuses a run that would write its results over its own inputs."""

from __future__ import annotations

import glob
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import CallError
from summarizer.output import FAILURES_NAME, MANIFEST_NAME, FolderDestination
from summarizer.read import FOLDER_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.output import Destination

_OTHER_OUT = "name another -o"


def refuse_overwriting(inputs: Iterable[str], destination: Destination, out: str | None, manifest: Path | None) -> None:
    """Check that no file that the run writes is one that it reads. Raises CallError naming the first that is."""
    written = list(_files_written(destination, out, manifest))
    for name in inputs:
        if name == "-":
            continue
        path = Path(name)
        for file in written:
            if _is_same(path, file):
                raise CallError("it is an input, and would be replaced by the results", where=name, hint=_OTHER_OUT)
        if isinstance(destination, FolderDestination) and _meets_reports(path, destination):
            suffix = destination.suffix
            message = f"its {suffix} articles could be replaced by results of the same name"
            raise CallError(message, where=str(destination.place), hint=_OTHER_OUT)


def _files_written(destination: Destination, out: str | None, manifest: Path | None) -> Iterator[Path]:
    if destination.place is not None:
        yield destination.place / FAILURES_NAME
        yield manifest or destination.place / MANIFEST_NAME
        if out is not None:
            yield Path(out)
    elif manifest is not None:
        yield manifest


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.is_file() and other.is_file() and one.samefile(other)
    except (OSError, ValueError):  # a name that no file can have is read, or written, as no file
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
