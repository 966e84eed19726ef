"""Writes results where they belong: standard output, one file, or one file an article. A file is whole or not there."""

from __future__ import annotations

import errno
import os
import re
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol, Self

from summarizer.contract.errors import CallError, OutputError
from summarizer.output.formats import Format, choose_format, dump_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from summarizer.contract.report import Report

FORMATS = ("json", "jsonl", "csv", "markdown", "html")
_FORMAT_OF_SUFFIX = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
}
FAILURES_NAME = "failures.jsonl"
MANIFEST_NAME = "manifest.json"
# Names that the run itself uses in a folder of reports.
_TAKEN_NAMES = frozenset({"failures", "manifest"})
_UNSAFE_IN_NAME = re.compile(r'[\x00-\x1f\x7f\ud800-\udfff/\\:*?"<>|]+')
_HAS_MARK = re.compile(r"-[0-9a-f]{8}$")
_LONGEST_NAME = 180  # bytes; file systems allow 255, and ".partial" and a suffix come on top


class Destination(Protocol):
    """Where reports go; failures and the manifest lie in `place`, None for standard output."""

    @property
    def place(self) -> Path | None:
        """The folder beside this destination."""
        ...

    def write(self, report: Report) -> None:
        """Take the next report. Raises OutputError."""
        ...

    def commit(self) -> None:
        """Make what was written count; call it once, after the last report."""
        ...

    def abandon(self) -> None:
        """Stop without replacing an earlier result."""
        ...


@contextmanager
def _explained(path: Path | str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        hint = "free some space, then run the same command again" if error.errno == errno.ENOSPC else ""
        raise OutputError(f"cannot write: {error.strerror or error}", where=str(path), hint=hint) from error


class PartialFile:
    """A file that takes its name only when it is complete; until then it is called `name.partial`."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve() if path.is_symlink() else path
        self.partial = self.path.with_name(self.path.name + ".partial")
        with _explained(self.path):
            self._file: BinaryIO = self.partial.open("ab")
            try:
                self._claim()
                self._file.truncate(0)
            except BaseException:
                self._file.close()
                raise

    def _claim(self) -> None:
        try:
            import fcntl  # noqa: PLC0415  not on Windows, where two runs into one file are refused by the system
        except ImportError:
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            ours = os.path.samestat(os.fstat(self._file.fileno()), self.partial.stat())
        except (BlockingIOError, FileNotFoundError):
            ours = False
        if not ours:
            raise CallError("another run is writing it", where=str(self.path), hint="wait for it, or name another -o")

    def write(self, data: bytes) -> None:
        """Add bytes at the end. Raises OutputError."""
        with _explained(self.path):
            self._file.write(data)

    def commit(self) -> None:
        """Give the file its name, in one step. Raises OutputError."""
        with _explained(self.path):
            self._file.flush()
            os.fsync(self._file.fileno())
            self.partial.replace(self.path)
            self._file.close()

    def abandon(self) -> None:
        """Leave what was written under the partial name, if anything, and an earlier file as it was."""
        with _explained(self.path):
            self._file.flush()
            if not self._file.tell():
                self.partial.unlink(missing_ok=True)
            self._file.close()

    def discard(self) -> None:
        """Leave nothing of what was written, and an earlier file as it was."""
        with _explained(self.path):
            self.partial.unlink(missing_ok=True)
            self._file.close()


def write_whole(path: Path, data: bytes) -> None:
    """Write a small file in one step, so that no reader ever sees half of it. Raises OutputError."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    with _explained(path):
        try:
            partial.write_bytes(data)
            partial.replace(path)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise


class StreamDestination:
    """Reports to an open binary stream, each flushed at once so that a pipe sees it."""

    place: Path | None = None

    def __init__(self, stream: BinaryIO, form: Format, name: str = "") -> None:
        self._stream, self._name = stream, name or "standard output"
        self._is_ours = bool(name)
        self._document = _Document(form)

    def write(self, report: Report) -> None:
        self._put(self._document.next(report))

    def commit(self) -> None:
        self._put(self._document.end())
        self.abandon()

    def abandon(self) -> None:
        if self._is_ours:
            with suppress(OSError):  # each write was flushed: what fails again here was told then
                self._stream.close()

    def _put(self, data: bytes) -> None:
        with _explained(self._name):
            self._stream.write(data)
            self._stream.flush()


class FileDestination:
    """Reports to one file, which replaces an earlier one when the run is over."""

    def __init__(self, path: Path, form: Format) -> None:
        self.place: Path | None = path.parent
        self._file = PartialFile(path)
        self._document = _Document(form)

    def write(self, report: Report) -> None:
        self._file.write(self._document.next(report))

    def write_line(self, line: bytes) -> None:
        """Take a line that an earlier run wrote, its line end included."""
        self._file.write(line)

    def commit(self) -> None:
        if self._document.is_missing:
            self._file.discard()
            return
        self._file.write(self._document.end())
        self._file.commit()

    def abandon(self) -> None:
        self._file.abandon()


class _Document:
    """The bytes of a document, report by report."""

    def __init__(self, form: Format) -> None:
        self._form, self._begun = form, False

    @property
    def is_missing(self) -> bool:
        """Whether the one report that this document should hold never came."""
        return self._form.lone and not self._begun

    def next(self, report: Report) -> bytes:
        lead = self._form.separator if self._begun else self._form.opening
        self._begun = True
        return _encode(lead + self._form.render(report))

    def end(self) -> bytes:
        if self.is_missing:
            return b""
        return _encode(self._form.closing if self._begun else self._form.opening + self._form.closing)


class FolderDestination:
    """One file an article, called by its id, each written in one step."""

    def __init__(self, folder: Path, form: Format) -> None:
        self.place: Path | None = folder
        self.folder, self.suffix, self._form = folder, form.suffix, form

    def path_of(self, article_id: str) -> Path:
        """The file that an article's report goes to."""
        return self.folder / file_name(article_id, self.suffix)

    def write(self, report: Report) -> None:
        form = self._form
        write_whole(self.path_of(report.article.id), _encode(form.opening + form.render(report) + form.closing))

    def commit(self) -> None:
        return

    def abandon(self) -> None:
        return


def _encode(text: str) -> bytes:
    # A lone surrogate has no UTF-8; it is shown rather than raised.
    return text.encode("utf-8", "backslashreplace")


def file_name(article_id: str, suffix: str) -> str:
    """A file name for an article's id, the same each time; two ids that differ never share one."""
    safe = _UNSAFE_IN_NAME.sub("_", article_id).strip(". ")
    while len(safe.encode()) > _LONGEST_NAME:
        safe = safe[: -max(1, (len(safe.encode()) - _LONGEST_NAME) // 4)]
    # An id that ends as a marked one does is marked too: it could be the name of another.
    if safe != article_id or not safe or safe.casefold() in _TAKEN_NAMES or _HAS_MARK.search(safe):
        safe = f"{safe}-{sha256(article_id.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}".lstrip("-")
    return safe + suffix


def open_destination(out: str | None, name: str | None, *, several: bool, stdout: BinaryIO) -> Destination:
    """Open where results go.

    `out` is a path, "-" or None for standard output; `name` is a format's name, else OUT's suffix decides. `several`
    says that more than one article may come. Raises CallError when OUT cannot be written or its format not told.
    """
    if out is None or out == "-":
        return StreamDestination(stdout, choose_format(name or ("jsonl" if several else "json"), several=several))
    if not out:
        raise CallError("-o has no name", hint="name a folder or a file, or leave -o out for standard output")
    path = Path(out)
    try:
        is_folder, is_special = path.is_dir(), path.exists() and not path.is_file()
    except OSError as error:  # a name that is too long
        raise CallError(f"cannot write: {error.strerror}", where=out, hint="name another -o") from None
    if is_folder or out.endswith(("/", os.sep)):
        _prepare_folder(path)
        return FolderDestination(path, choose_format(name or "json", several=False))
    if is_special:
        return _special_file(path, choose_format(name or ("jsonl" if several else "json"), several=several))
    form = choose_format(name or _format_of(path), several=several)
    _prepare_folder(path.parent)
    try:
        return FileDestination(path, form)
    except OutputError as error:
        raise CallError(error.message, where=error.where, hint="name another -o") from error


def _special_file(path: Path, form: Format) -> Destination:
    """A pipe or a device: nothing can be renamed onto it."""
    with _explained(path):
        return StreamDestination(path.open("wb"), form, str(path))


def _format_of(path: Path) -> str:
    try:
        return _FORMAT_OF_SUFFIX[path.suffix.lower()]
    except KeyError:
        hint = "end it in .json, .jsonl, .csv, .md or .html, in / for a folder, or add --format"
        raise CallError("cannot tell the format from the name", where=str(path), hint=hint) from None


def check_side_files(place: Path | None, out: str | None, manifest: Path | None) -> None:
    """Check that failures and manifest can be written beside the results, before anything is asked or paid for.

    Raises CallError.
    """
    if manifest is not None:
        _prepare_folder(manifest.parent, "--manifest")
        names = [Path(out)] if out and out != "-" else []
        names += [place / FAILURES_NAME] if place else []
        if any(os.path.realpath(name) == os.path.realpath(manifest) for name in names):
            message = "the manifest would replace the results"
            raise CallError(message, where=str(manifest), hint="name another --manifest")
    files = [manifest] if manifest is not None else [place / MANIFEST_NAME] if place else []
    files += [place / FAILURES_NAME, place / f"{FAILURES_NAME}.partial"] if place else []
    for file in files:
        if file.is_dir():
            hint = "name another --manifest" if file is manifest else "rename it, or name another -o"
            raise CallError("it is a folder where a file is to be written", where=str(file), hint=hint)


def _prepare_folder(folder: Path, option: str = "-o") -> None:
    hint = f"name another {option}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:  # ValueError: a NUL in its name
        reason = getattr(error, "strerror", None) or error
        raise CallError(f"cannot make the folder: {reason}", where=str(folder), hint=hint) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise CallError("cannot write into the folder", where=str(folder), hint=f"check its permissions, or {hint}")


class FailureLog:
    """The rows of failures.jsonl; a run without failures removes the file that an earlier run left."""

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / FAILURES_NAME if folder is not None else None
        self._file: PartialFile | None = None

    @classmethod
    def beside(cls, destination: Destination) -> Self:
        """The log that belongs to a destination; standard output has none, so its rows go nowhere."""
        return cls(destination.place)

    def write(self, failure: BaseModel) -> None:
        """Take the next failure. Raises OutputError."""
        if self._path is None:
            return
        if self._file is None:
            self._file = PartialFile(self._path)
        self._file.write(_encode(dump_json(failure)) + b"\n")

    def commit(self) -> None:
        """Replace the earlier run's rows by this run's, or remove them if there are none. Raises OutputError."""
        if self._file is not None:
            self._file.commit()
        elif self._path is not None:
            with _explained(self._path):
                self._path.unlink(missing_ok=True)
                self._path.with_name(FAILURES_NAME + ".partial").unlink(missing_ok=True)

    def abandon(self) -> None:
        """Leave the earlier run's rows as they are."""
        if self._file is not None:
            self._file.abandon()
