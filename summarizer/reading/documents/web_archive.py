"""Web archives (WARC): an article a page that was answered with success."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from summarizer.contract.errors import UnreadableInputError
from summarizer.reading.content import Content, Facts, Record

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGE_TYPES = ("text/html", "application/xhtml+xml")
LARGEST_PAGE = 64 * 2**20  # bytes


def read_web_archive(file: BinaryIO, where: str) -> Iterator[Record]:
    """The pages in a WARC file, compressed or not; other records (images, scripts, requests) are passed over."""
    from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]  # noqa: PLC0415  only these need it
    from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]  # noqa: PLC0415  as above

    number = 0
    try:
        for entry in ArchiveIterator(file):
            if _is_page(entry):
                number += 1
                headers = entry.rec_headers
                data = entry.content_stream().read(LARGEST_PAGE)
                facts = Facts(url=headers.get_header("WARC-Target-URI"))
                yield Record(number, Content(markup=data, facts=facts))
    except ArchiveLoadFailed as error:
        message = f"the web archive is broken after {number} pages: {str(error).splitlines()[0]}"
        raise UnreadableInputError(message, where=where, hint="fetch or copy it anew") from None


def _is_page(entry: Any) -> bool:
    if entry.rec_type == "resource":
        return (entry.rec_headers.get_header("Content-Type") or "").lower().startswith(_PAGE_TYPES)
    if entry.rec_type != "response" or entry.http_headers is None:
        return False
    kind = (entry.http_headers.get_header("Content-Type") or "").lower()
    return entry.http_headers.get_statuscode() == "200" and kind.startswith(_PAGE_TYPES)
