"""Decides from -o, --format and --manifest where results go, and checks that all of it can be written.

Everything is checked before the first request is paid for.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from summarizer.contract.errors import CallError, OutputError
from summarizer.contract.failure import FAILURES_NAME
from summarizer.output.atomic_files import as_output_error, clear_left_over
from summarizer.output.destinations import Destination, FileDestination, FolderDestination, StreamDestination
from summarizer.output.file_names import MANIFEST_NAME
from summarizer.output.formats import choose_format, format_of_name

if TYPE_CHECKING:
    from summarizer.output.formats import Format


def open_destination(
    out: str | None, name: str | None, *, several: bool, stdout: BinaryIO, to_read: bool = False
) -> Destination:
    """Open the place that results go to.

    `out` is a path, or "-" or None for standard output, which gets a line a report for `several` articles. `name` is a
    format's name; without one, the suffix of `out` decides, and what has none becomes a folder. A folder that is
    `to_read` gets pages and their index, if nothing else is asked for. Raises CallError when `out` cannot be written,
    or its format is unknown.
    """
    for_streams = name or ("jsonl" if several else "json")
    if out is None or out == "-":
        form = choose_format(for_streams, several=several)
        if form.begin is not None and stdout.isatty():
            raise CallError(f"{form.name} is nothing for a terminal", hint="name a file with -o")
        return StreamDestination(stdout, form)
    if not out:
        raise CallError("-o is empty", hint="name a folder or a file, or leave -o out for standard output")
    path = Path(out)
    try:
        is_folder, is_special = path.is_dir(), path.exists() and not path.is_file()
    except OSError as error:  # the name is too long
        raise CallError(f"cannot write: {error.strerror}", where=out, hint="name another -o") from None
    is_new_folder = not path.suffix and name is None and not path.exists()
    if is_folder or is_new_folder or out.endswith(("/", os.sep)):
        made = _prepare_folder(path)
        if to_read and name in (None, "html"):
            from summarizer.output.page_folder import PageFolder  # noqa: PLC0415  brings in the page, see formats.py

            return PageFolder(path, made)
        return FolderDestination(path, choose_format(name or "json", several=False), made)
    if is_special:
        return _open_special_file(path, choose_format(for_streams, several=several))
    form = choose_format(name or _format_of(path), several=several)
    made = _prepare_folder(path.parent)
    try:
        return FileDestination(path, form, made)
    except OutputError as error:
        raise CallError(error.message, where=error.where, hint="name another -o") from error


def _open_special_file(path: Path, form: Format) -> Destination:
    """A pipe or a device: it is written directly, because no file can be renamed to it."""
    with as_output_error(path):
        return StreamDestination(path.open("wb"), form, str(path))


def _format_of(path: Path) -> str:
    name = format_of_name(path.name)
    if name is None:
        hint = "end it in .json, .jsonl, .csv, .md, .html, .parquet or .sqlite, in / for a folder, or add --format"
        raise CallError("cannot tell the format from the name", where=str(path), hint=hint)
    return name


def check_side_files(place: Path | None, out: str | None, manifest: Path | None) -> None:
    """Check that failures and manifest can be written beside the results, in the folder `place`.

    Raises CallError when the manifest would replace the results, or a folder is in the way.
    """
    if manifest is not None:
        _prepare_folder(manifest.parent, "--manifest")
        results = [Path(out)] if out and out != "-" else []
        results += [place / FAILURES_NAME] if place else []
        if any(os.path.realpath(result) == os.path.realpath(manifest) for result in results):
            message = "the manifest would replace the results"
            raise CallError(message, where=str(manifest), hint="name another --manifest")
    files = [manifest] if manifest is not None else [place / MANIFEST_NAME] if place else []
    files += [place / FAILURES_NAME, place / f"{FAILURES_NAME}.partial"] if place else []
    for file in files:
        if file.is_dir():
            hint = "name another --manifest" if file is manifest else "rename it, or name another -o"
            raise CallError("there is a folder where a file must be written", where=str(file), hint=hint)


def _prepare_folder(folder: Path, option: str = "-o") -> list[Path]:
    """Make a folder, and those above it; what was made, the innermost first."""
    hint = f"name another {option}"
    try:
        made = [one for one in (folder, *folder.parents) if not one.exists()]
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or error
        raise CallError(f"cannot make the folder: {reason}", where=str(folder), hint=hint) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise CallError("cannot write into the folder", where=str(folder), hint=f"check its permissions, or {hint}")
    clear_left_over(folder)
    return made
