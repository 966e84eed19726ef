"""The places that reports are written to: a stream, one file, or a folder with one file per article."""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING, BinaryIO, Protocol

from summarizer.contract.errors import OutputError
from summarizer.output.atomic_files import PartialFile, as_output_error, write_whole
from summarizer.output.documents import open_document
from summarizer.output.file_names import file_name
from summarizer.output.rendering import Rendered, body_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summarizer.contract.report import Report
    from summarizer.output.formats import Format


class Destination(Protocol):
    """Where reports go."""

    @property
    def place(self) -> Path | None:
        """The folder that failures and manifest belong in; None for standard output, which has none."""
        ...

    @property
    def form(self) -> Format | None:
        """The format that reports are written in; None where they are needed themselves."""
        ...

    def write(self, report: Report | Rendered) -> None:
        """Write the next report. Raises OutputError."""
        ...

    def commit(self) -> None:
        """Make the reports count, of which there must be one; call it once, after the last. Raises OutputError."""
        ...

    def abandon(self) -> None:
        """Stop without replacing an earlier result."""
        ...


class StreamDestination:
    """Writes reports to an open binary stream and flushes each one, so that a pipe gets it at once.

    With a `name`, the stream belongs to this destination, which closes it.
    """

    place: Path | None = None

    def __init__(self, stream: BinaryIO, form: Format, name: str = "") -> None:
        self._stream, self._name = stream, name or "standard output"
        self._is_ours = bool(name)
        self.form = form
        self._document = open_document(form, is_file=False)

    def write(self, report: Report | Rendered) -> None:
        self._write_bytes(self._document.add(body_of(report)))

    def commit(self) -> None:
        for data in self._document.end():
            self._write_bytes(data)
        self.abandon()

    def abandon(self) -> None:
        if self._is_ours:
            with suppress(OSError):  # every write was flushed, so a failure has been reported already
                self._stream.close()

    def _write_bytes(self, data: bytes) -> None:
        with as_output_error(self._name):
            self._stream.write(data)
            self._stream.flush()


class FileDestination:
    """Writes reports to one file, which replaces an earlier one when the run is over."""

    def __init__(self, path: Path, form: Format, made: Sequence[Path] = ()) -> None:
        self.path = path
        self._made = made
        self.place: Path | None = path.parent
        self.is_new = not path.exists()
        self.reports = 0
        self.form = form
        self._file = PartialFile(path)
        try:
            self._document = open_document(form, is_file=True)
        except BaseException:  # such as a library that is not installed: nothing empty is left behind
            self.abandon()
            raise
        self._is_text = form.begin is None

    @property
    def partial(self) -> Path | None:
        """Where what was written lies until the file is complete; None when nothing was written."""
        return self._file.partial if self._file.is_begun else None

    def write(self, report: Report | Rendered) -> None:
        self._file.write(self._document.add(body_of(report)))
        self.reports += 1

    def write_line(self, line: bytes) -> None:
        """Write a line of an earlier run's file, which ends in a newline. Raises OutputError."""
        self._file.write(line)
        self.reports += 1

    def commit(self) -> None:
        for data in self._document.end():
            self._file.write(data)
        self._file.commit()

    def abandon(self) -> None:
        if self.reports and not self._is_text:  # half of a table or a database is nothing that could be read
            with suppress(OutputError):
                for data in self._document.end():
                    self._file.write(data)
        self._file.abandon()
        _remove_empty(self._made)


class FolderDestination:
    """Writes one file per article, named by the article's id, each in one step.

    `made` are the folders that were made for it, the innermost first: empty ones do not stay behind.
    """

    def __init__(self, folder: Path, form: Format, made: Sequence[Path] = ()) -> None:
        self._made = made
        self.place: Path | None = folder
        self.folder, self.suffix, self.form = folder, form.suffixes[0], form
        self._written: set[int] = set()  # a number for each file's name of this run, without regard to case

    def path_of(self, article_id: str) -> Path:
        """The file for an article's report."""
        return self.folder / file_name(article_id, self.suffix)

    def earlier_report(self, article_id: str) -> str | None:
        """The name of the file that an earlier run wrote for an article of which this run has no report, if any."""
        path = self.path_of(article_id)
        return path.name if article_id and path.is_file() else None

    def write(self, report: Report | Rendered) -> None:
        document = open_document(self.form, is_file=True)
        data = document.add(body_of(report))
        id_ = report.id if isinstance(report, Rendered) else report.article.id
        write_whole(self._free_path(id_), data + b"".join(document.end()))

    def _free_path(self, article_id: str) -> Path:
        """The file for a report; another one when this run has written one of that name, for an id given twice."""
        path, copy = self.path_of(article_id), 0
        while (mark := _mark(path.name)) in self._written:
            copy += 1
            path = self.folder / file_name(article_id, self.suffix, copy=copy)
        self._written.add(mark)
        return path

    def commit(self) -> None:
        return

    def abandon(self) -> None:
        _remove_empty(self._made)


def _remove_empty(folders: Sequence[Path]) -> None:
    with suppress(OSError):  # one that holds something stays, and so do those above it
        for folder in folders:
            folder.rmdir()


def _mark(name: str) -> int:
    # Eight bytes of a hash: a run may write a million files.
    return int.from_bytes(blake2b(name.casefold().encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
