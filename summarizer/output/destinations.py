"""The places that reports are written to: a stream, one file, or a folder with one file per article."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, Protocol

from summarizer.output.atomic_files import PartialFile, as_output_error, to_bytes, write_whole
from summarizer.output.file_names import file_name

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.output.formats import Format
    from summarizer.output.rendering import Rendered


class Destination(Protocol):
    """Where reports go."""

    @property
    def place(self) -> Path | None:
        """The folder that failures and manifest belong in; None for standard output, which has none."""
        ...

    @property
    def form(self) -> Format:
        """The format that reports are rendered in."""
        ...

    def write(self, rendered: Rendered) -> None:
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
        self._document = _Document(form)

    def write(self, rendered: Rendered) -> None:
        self._write_bytes(self._document.add(rendered.text))

    def commit(self) -> None:
        self._write_bytes(self._document.end())
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

    def __init__(self, path: Path, form: Format) -> None:
        self.path = path
        self.place: Path | None = path.parent
        self.is_new = not path.exists()
        self.reports = 0
        self.form = form
        self._file = PartialFile(path)
        self._document = _Document(form)

    @property
    def partial(self) -> Path | None:
        """Where what was written lies until the file is complete; None when nothing was written."""
        return self._file.partial if self._file.is_begun else None

    def write(self, rendered: Rendered) -> None:
        self._file.write(self._document.add(rendered.text))
        self.reports += 1

    def write_line(self, line: bytes) -> None:
        """Write a line of an earlier run's file, which ends in a newline. Raises OutputError."""
        self._file.write(line)
        self.reports += 1

    def commit(self) -> None:
        self._file.write(self._document.end())
        self._file.commit()

    def abandon(self) -> None:
        self._file.abandon()


class FolderDestination:
    """Writes one file per article, named by the article's id, each in one step."""

    def __init__(self, folder: Path, form: Format) -> None:
        self.place: Path | None = folder
        self.folder, self.suffix, self.form = folder, form.suffixes[0], form

    def path_of(self, article_id: str) -> Path:
        """The file for an article's report."""
        return self.folder / file_name(article_id, self.suffix)

    def earlier_report(self, article_id: str) -> str | None:
        """The name of the file that an earlier run wrote for an article of which this run has no report, if any."""
        path = self.path_of(article_id)
        return path.name if article_id and path.is_file() else None

    def write(self, rendered: Rendered) -> None:
        form = self.form
        write_whole(self.path_of(rendered.id), to_bytes(form.opening + rendered.text + form.closing))

    def commit(self) -> None:
        return

    def abandon(self) -> None:
        return


class _Document:
    """The bytes of a document in one format, report by report."""

    def __init__(self, form: Format) -> None:
        self._form, self._is_begun = form, False

    @property
    def is_missing(self) -> bool:
        """Whether the format holds exactly one report, which never came."""
        return self._form.is_single and not self._is_begun

    def add(self, text: str) -> bytes:
        """The bytes of the next report, of which this is the text."""
        before = self._form.separator if self._is_begun else self._form.opening
        self._is_begun = True
        return to_bytes(before + text)

    def end(self) -> bytes:
        if self.is_missing:
            return b""
        return to_bytes(self._form.closing if self._is_begun else self._form.opening + self._form.closing)
