"""A folder to read in: an index of all articles, and a page for each, which is whole without the others."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import quote

from summarizer.output.atomic_files import PartialFile, as_output_error, to_bytes, write_whole
from summarizer.output.file_names import file_name
from summarizer.output.page import ONE_ARTICLE, SEVERAL_ARTICLES, article_section, index_row
from summarizer.output.rendering import body_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summarizer.contract.report import Report
    from summarizer.output.formats import Format
    from summarizer.output.rendering import Rendered

INDEX_NAME = "index.html"
_PAGES = "articles"


class PageFolder:
    """Writes `index.html` and `articles/<id>.html`; the index gets its name when all pages are there.

    `made` are the folders that were made for it, the innermost first: empty ones do not stay behind.
    """

    form: Format | None = None  # its pages and its index are made of the report itself

    def __init__(self, folder: Path, made: Sequence[Path] = ()) -> None:
        self.place: Path | None = folder
        self._pages = folder / _PAGES
        self._made = (self._pages, *made)
        with as_output_error(self._pages):
            self._pages.mkdir(exist_ok=True)
        self._index = PartialFile(folder / INDEX_NAME)
        self._names: set[str] = set()

    def write(self, report: Report | Rendered) -> None:
        made: Report = body_of(report)
        name = self._free_name(made.article.id)
        page = ONE_ARTICLE.opening + article_section(made, home=f"../{INDEX_NAME}") + ONE_ARTICLE.closing
        write_whole(self._pages / name, to_bytes(page))
        before = "" if self._index.is_begun else SEVERAL_ARTICLES.opening
        address = f"{_PAGES}/{quote(name, errors='surrogateescape')}"
        self._index.write(to_bytes(f"{before}{index_row(made, address)}\n"))

    def _free_name(self, article_id: str) -> str:
        """The name of a report's page; another one when an article of the same id has it."""
        copy = 0
        while (name := file_name(article_id, ".html", copy=copy)).casefold() in self._names:
            copy += 1
        self._names.add(name.casefold())
        return name

    def commit(self) -> None:
        before = "" if self._index.is_begun else SEVERAL_ARTICLES.opening
        self._index.write(to_bytes(before + SEVERAL_ARTICLES.closing))
        self._index.commit()

    def abandon(self) -> None:
        self._index.abandon()
        with suppress(OSError):  # a folder that holds something stays, and so do those above it
            for folder in self._made:
                folder.rmdir()
