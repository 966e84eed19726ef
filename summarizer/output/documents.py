"""The bytes of one document of reports, in any format: its beginning, each report, and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.output.atomic_files import to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.report import Report
    from summarizer.output.formats import Document, Format


def open_document(form: Format, *, is_file: bool) -> Document:
    """A new document of this format; one that is a file of its own begins with the format's mark, a stream does not."""
    return form.begin() if form.begin is not None else _TextDocument(form, form.mark if is_file else "")


class _TextDocument:
    """A document whose reports are texts, one after the other."""

    def __init__(self, form: Format, mark: str) -> None:
        self._form, self._opening, self._is_begun = form, mark + form.opening, False

    @property
    def is_missing(self) -> bool:
        return self._form.is_single and not self._is_begun

    def add(self, report: Report | str) -> bytes:
        before = self._form.separator if self._is_begun else self._opening
        self._is_begun = True
        return to_bytes(before + (report if isinstance(report, str) else self._form.render(report)))

    def end(self) -> Iterator[bytes]:
        if not self.is_missing:
            yield to_bytes(self._form.closing if self._is_begun else self._opening + self._form.closing)
