"""PDF documents: their text layer, page by page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.contract.errors import EmptyArticleError, UnreadableInputError
from summarizer.reading.content import Content, Facts, Record
from summarizer.reading.documents.libraries import import_library
from summarizer.reading.documents.pdf_page import Piece, headline_of, lines_of, read_columns
from summarizer.reading.print_layout import names_page
from summarizer.reading.titles import written_title

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_PIECES = 5000  # of a page: more are no lines of text
_PROBES = 8  # places of a line at which a letter is looked for
_SOFT_HYPHEN = re.compile("[\ufffe\x02]\\s*")
_BROKEN = re.compile(r"(?<=[^\W\d_])-\n(?=[a-zß-öø-ÿ])")  # what the library does where lines follow each other
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?|(Z))?")
_PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:/|of)\s*\d{1,4})?\s*", re.IGNORECASE)


def read_pdf(data: bytes, where: str) -> Iterator[Record]:
    """The article in a PDF document, without the heads, feet and numbers of its pages.

    Raises UnreadableInputError when it is broken, locked or pypdfium2 is missing; EmptyArticleError when its pages are
    pictures.
    """
    pdfium = import_library("pypdfium2", "pdf", where)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        message = "the PDF document is locked with a password" if locked else "the PDF document is broken"
        raise UnreadableInputError(message, where=where, hint="save it anew, or save its text in a .txt file") from None
    try:
        pages = [_read_page(page) for page in document]
        facts = _facts(document)
    finally:
        document.close()
    texts = _without_heads([page.text for page in pages])
    if pages and pages[0].headline:
        kept = (line for line in texts[0].split("\n") if " ".join(line.split()) not in pages[0].above)
        texts[0] = "\n".join(kept)
    text = "\n\n".join(filter(None, (page.strip("\n") for page in texts)))
    if not text.strip():
        message = "the PDF document has no text: its pages are pictures"
        raise EmptyArticleError(message, where=where, hint="run a text recognition (OCR) on it first")
    facts["title"] = facts.get("title") or (pages[0].headline if pages else "")
    yield Record(0, Content(text=text, facts=facts))


class _Page(NamedTuple):
    text: str
    headline: str
    above: tuple[str, ...]  # what stands above the headline


def _read_page(page: Any) -> _Page:
    text_page = page.get_textpage()
    try:
        lines = lines_of(_pieces(text_page))
        columns = read_columns(lines)
        text: str = text_page.get_text_bounded() if columns is None else _BROKEN.sub("", columns)
    finally:
        text_page.close()
        page.close()
    # U+FFFE stands where a hyphen at a line's end was taken for a soft one; U+0002 in older versions.
    text = _SOFT_HYPHEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    headline, above = headline_of(lines)
    return _Page(text, _SOFT_HYPHEN.sub("", headline), above)


def _pieces(text_page: Any) -> Iterator[Piece]:
    """The words of a page in the order in which it was written, with their boxes."""
    for number in range(min(text_page.count_rects(), _MOST_PIECES)):
        left, bottom, right, top = text_page.get_rect(number)
        text = text_page.get_text_bounded(left, bottom, right, top).strip("\r\n")
        if text.strip():
            places = (left + (right - left) * step / _PROBES for step in range(_PROBES))
            found = (text_page.get_index(place, (bottom + top) / 2, 2, 2) for place in places)
            at = next((index for index in found if index is not None), None)
            if at is not None:  # how high its letters are, whether these go up and down or not
                _, bottom, _, top = text_page.get_charbox(at, loose=True)
            yield Piece(text, left, bottom, right, top)


def _without_heads(pages: list[str]) -> list[str]:
    """The pages without page numbers, and without the first and last lines that several pages share."""
    lines = [page.strip("\n").split("\n") for page in pages]
    edges = [line for page in lines for line in {*map(_key, page[:2]), *map(_key, page[-2:])}]
    shared = {key for key in edges if key and edges.count(key) > max(1, len(pages) // 2)}
    return ["\n".join(_trim(page, shared if len(pages) > 1 else set())) for page in lines]


def _trim(page: list[str], shared: set[str]) -> list[str]:
    kept = []
    for place, line in enumerate(page):
        at_edge = place < 2 or place >= len(page) - 2
        if at_edge and (_PAGE_NUMBER.fullmatch(line) or names_page(line) or _key(line) in shared):
            continue
        kept.append(line.rstrip())
    return kept


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line).strip().casefold()


def _facts(document: Any) -> Facts:
    told = document.get_metadata_dict(skip_empty=True)
    date = _PDF_DATE.match(told.get("CreationDate", ""))
    return Facts(
        title=written_title(told.get("Title", "")),
        author=told.get("Author", ""),
        published=_iso(date) if date else "",
    )


def _iso(date: re.Match[str]) -> str:
    day = f"{date[1]}-{date[2]}-{date[3]}"
    if not date[4]:
        return day
    zone = "Z" if date[10] else f"{date[7]}{date[8]}:{date[9] or '00'}" if date[7] else ""
    return f"{day}T{date[4]}:{date[5] or '00'}:{date[6] or '00'}{zone}"
