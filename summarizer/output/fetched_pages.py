"""`--save`: what was fetched from addresses is kept in a folder, as it came, a file for each."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from summarizer.output.atomic_files import as_output_error, write_whole
from summarizer.output.file_names import file_name

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.reading.content import Fetched


class FetchedPages:
    """Keeps fetched pages in a folder; one of the same name from another address gets a file of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._urls: dict[str, str] = {}  # by the name of the file

    def keep(self, fetched: Fetched) -> None:
        """Write a page; what an earlier run kept from the same address is replaced. Raises OutputError."""
        name = PurePosixPath(fetched.name)
        suffix = name.suffix
        copy = 0
        while self._urls.setdefault(file_name(name.stem, suffix, copy=copy).casefold(), fetched.url) != fetched.url:
            copy += 1
        with as_output_error(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
        write_whole(self._folder / file_name(name.stem, suffix, copy=copy), fetched.data)
