"""One opened file to the articles in it, whatever its kind."""

from __future__ import annotations

import io
import re
import tarfile
import zipfile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from summarizer.contract.errors import BinaryInputError, EmptyArticleError, InputError, UnreadableInputError
from summarizer.reading.content import Content, Facts, Record
from summarizer.reading.decode import MIXED, decode
from summarizer.reading.documents.compression import BROKEN, COMPRESSED, open_compressed
from summarizer.reading.garbled import find_garbled, read_anew, read_quoted_printable
from summarizer.reading.guessing import is_doubtful
from summarizer.reading.kinds import START, SUFFIXES, Kind, find_kind
from summarizer.reading.lines import mend_lines
from summarizer.reading.plain_text import (
    find_references,
    is_encoded,
    read_front_matter,
    spell_out_references,
    without_marks,
    without_padding,
)
from summarizer.reading.records import read_document, read_lines
from summarizer.reading.several import part_articles
from summarizer.reading.webpage import part_page
from summarizer.reading.wiki import is_wikitext, without_wikitext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from summarizer.contract.check import CheckCode

LARGEST = 64 * 2**20  # bytes in one article: ten times the longest book, far below what fills a memory
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml|<[A-Za-z][\w:.-]*\s[^>]{0,300}\bxmlns)")
_DEEPEST = 3  # files within files within a file


class Origin(NamedTuple):
    """Where an input comes from: its place in errors, the file name that ids and suffixes are taken from."""

    where: str
    name: str

    @property
    def suffix(self) -> str:
        """The last suffix, in lower case."""
        return PurePosixPath(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without its suffix."""
        return PurePosixPath(self.name).stem


class Reading(NamedTuple):
    """One record and where it was found."""

    origin: Origin
    record: Record


def read_records(file: io.BufferedReader[Any], origin: Origin, depth: int = 0) -> Iterator[Reading]:
    """The articles in an opened file, one at a time, failures as records that hold the error.

    Raises OSError and what the standard library raises for broken files, when it notices in mid-file.
    """
    start = file.peek(START)[:START]
    try:
        kind = _kind_of(origin, start)
        if kind in COMPRESSED:
            inner = Origin(origin.where, origin.stem)
            _refuse_nesting(depth, origin)
            yield from read_records(open_compressed(kind, file, origin.where), inner, depth + 1)
        elif kind is Kind.ZIP:
            yield from _read_zip(file, origin, depth)
        elif kind is Kind.TAR:
            yield from _read_tar(file, origin, depth)
        else:
            for record in _records_of(kind, file, origin):
                yield from _parted(origin, record)
    except InputError as error:
        yield Reading(origin, Record(0, error))
    except (*BROKEN, zipfile.BadZipFile, tarfile.TarError) as error:
        message = f"it is broken: {str(error) or type(error).__name__}"
        broken = UnreadableInputError(message, where=origin.where, hint="copy or fetch it anew")
        yield Reading(origin, Record(0, broken))


def _parted(origin: Origin, record: Record) -> Iterator[Reading]:
    """A record, or one for each of the articles that certainly stand one below the other in a file that is read whole.

    What the file says of title, author, date and address is the first one's.
    """
    found = record.found
    if record.number or isinstance(found, InputError):
        yield Reading(origin, record)
        return
    parts = part_page(found.markup) if isinstance(found.markup, bytes) and found.markup else part_articles(found.text)
    if len(parts) < 2:
        yield Reading(origin, record)
        return
    own = Facts(outlet=found.facts.get("outlet"), language=found.facts.get("language"))
    for number, part in enumerate(parts, start=1):
        content = found._replace(facts=found.facts if number == 1 else own)
        content = content._replace(markup=part) if found.markup else content._replace(text=cast("str", part))
        yield Reading(origin, Record(number, content))


def _kind_of(origin: Origin, start: bytes) -> Kind:
    kind = find_kind(origin.suffix, start)
    if kind is not None:
        return kind
    named = SUFFIXES.get(origin.suffix)
    if named is Kind.FEED or _XML.match(start):
        root = re.search(rb"<([A-Za-z][\w:.-]*)", start)
        name = f" ({root[1].decode('ascii', 'replace')})" if root else ""
        raise BinaryInputError(f"it is an XML file{name}, but not a feed or a page", where=origin.where)
    if named is not None and start.strip():
        message = f"it is named {origin.suffix} but does not begin as such a file does"
        raise UnreadableInputError(message, where=origin.where, hint="check the file, and give it its right suffix")
    return Kind.TEXT


def _records_of(kind: Kind, file: io.BufferedReader[Any], origin: Origin) -> Iterator[Record]:
    where = origin.where
    if kind is Kind.LINES:
        return _or_nothing(read_lines(file, where), where)
    if kind is Kind.MAILBOX:
        from summarizer.reading.documents.mail import read_mailbox  # noqa: PLC0415  as below

        return _or_nothing(read_mailbox(file, where), where)
    if kind in (Kind.TABLE, Kind.PARQUET):
        from summarizer.reading.documents import table  # noqa: PLC0415  as below

        read_rows = table.read_table if kind is Kind.TABLE else table.read_parquet
        return _or_nothing(read_rows(file, where), where)
    if kind is Kind.WEB_ARCHIVE:
        from summarizer.reading.documents.web_archive import read_web_archive  # noqa: PLC0415  as below

        return _or_nothing(read_web_archive(file, where), where)
    return _whole_reader(kind)(read_whole(file, where), where)


def _whole_reader(kind: Kind) -> Callable[[bytes, str], Iterator[Record]]:
    """The reader of a kind that is read as a whole; each is imported when a file of its kind comes."""
    if kind is Kind.DOCUMENT:
        return lambda data, where: _or_nothing(read_document(data, where), where)
    if kind is Kind.MAIL:
        from summarizer.reading.documents.mail import read_mail  # noqa: PLC0415

        return read_mail
    if kind is Kind.FEED:
        from summarizer.reading.documents.feed import read_feed  # noqa: PLC0415

        return lambda data, where: _or_nothing(read_feed(data, where), where)
    if kind is Kind.NEWS_XML:
        from summarizer.reading.documents.news_xml import read_news_xml  # noqa: PLC0415

        return read_news_xml
    if kind is Kind.SUBTITLES:
        from summarizer.reading.documents.subtitles import read_subtitles  # noqa: PLC0415

        return read_subtitles
    if kind is Kind.PDF:
        from summarizer.reading.documents.pdf import read_pdf  # noqa: PLC0415

        return read_pdf
    return _read_page if kind is Kind.PAGE else _read_text


def _read_text(data: bytes, where: str) -> Iterator[Record]:
    text, encoding = decode(without_padding(data), where=where)
    if is_encoded(text):
        raise BinaryInputError("it holds encoded data such as base64, not text", where=where, hint="decode it")
    doubts: list[tuple[CheckCode, str]] = []
    if printable := read_quoted_printable(text):
        text = printable
        doubts.append(("text_garbled", "its letters were written as mails are sent (=E2=80=9C): they were decoded"))
    facts, text = read_front_matter(text)
    if PurePosixPath(where).suffix.lower() in (".md", ".markdown"):
        text = without_marks(text)
    if is_wikitext(text):
        text = without_wikitext(text)
    spelt = len(find_references(text))
    if spelt:
        text = spell_out_references(text)
        doubts.append(
            ("text_garbled", f"{spelt} characters were written as in HTML, such as &amp;: they were spelt out")
        )
    if encoding == MIXED:
        mixed = "some lines of the file are in UTF-8 and some in Windows-1252: each was read by itself"
        doubts.append(("text_garbled", mixed))
    if is_doubtful(text, encoding):
        doubts.append(
            ("text_garbled", f"nothing says in which encoding the file is: its few letters were read as {encoding}")
        )
    garbled = find_garbled(text)
    if garbled:
        text = read_anew(text)
        seen = f"{len(garbled)} times such as {garbled[0]}"
        doubts.append(("text_garbled", f"the text was decoded wrongly before it came here, {seen}: it was read anew"))
    text, mended = mend_lines(text)
    doubts += [("lines_mended", detail) for detail in mended]
    yield Record(0, Content(text=text, facts=facts, encoding=encoding, doubts=tuple(doubts)))


def _read_page(data: bytes, where: str) -> Iterator[Record]:  # noqa: ARG001  as the other readers
    yield Record(0, Content(markup=data))


def _or_nothing(records: Iterator[Record], where: str) -> Iterator[Record]:
    is_empty = True
    for record in records:
        is_empty = False
        yield record
    if is_empty:
        yield Record(0, EmptyArticleError("there are no records in it", where=where))


def read_whole(file: io.BufferedIOBase, where: str) -> bytes:
    """All bytes of a file that is one article. Raises UnreadableInputError when there are more than `LARGEST`."""
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        size = f"it is larger than {LARGEST >> 20} MB"
        raise UnreadableInputError(size, where=where, hint="split it into its articles")
    return data


def _refuse_nesting(depth: int, origin: Origin) -> None:
    if depth >= _DEEPEST:
        message = f"it holds files within files, more than {_DEEPEST} deep"
        raise UnreadableInputError(message, where=origin.where, hint="unpack it")


def _read_zip(file: io.BufferedReader[Any], origin: Origin, depth: int) -> Iterator[Reading]:
    source = file if file.seekable() else io.BytesIO(read_whole(file, origin.where))
    with zipfile.ZipFile(source) as archive:
        names = set(archive.namelist())
        read = _office_reader(archive, names, origin)
        if read is not None:
            _refuse_large(archive, origin)
            for record in _or_nothing(read(archive, origin.where), origin.where):
                yield from _parted(origin, record)
            return
        _refuse_nesting(depth, origin)
        yield from _read_members(archive, origin, depth)


def _read_tar(file: io.BufferedReader[Any], origin: Origin, depth: int) -> Iterator[Reading]:
    """The articles in the files of a tar archive, in its order: it may be a stream, which is read but once."""
    _refuse_nesting(depth, origin)
    nothing, left_out = True, set()
    with tarfile.open(fileobj=file, mode="r|") as archive:
        for member in archive:
            path = PurePosixPath(member.name)
            opened = archive.extractfile(member) if member.isfile() else None
            if opened is None:
                continue
            if not _is_readable(path):
                left_out.add(path.suffix or "no suffix")
                continue
            nothing = False
            inner = Origin(f"{origin.where}/{member.name}", path.name)
            yield from read_records(
                io.BufferedReader(io.BytesIO(read_whole(cast("io.BufferedIOBase", opened), inner.where))),
                inner,
                depth + 1,
            )
    if nothing:
        yield _nothing_read(origin, "tar", left_out)


def _office_reader(
    archive: zipfile.ZipFile, names: set[str], origin: Origin
) -> Callable[[zipfile.ZipFile, str], Iterator[Record]] | None:
    if "word/document.xml" in names:
        from summarizer.reading.documents.office import read_word  # noqa: PLC0415

        return read_word
    if "META-INF/container.xml" in names and ("mimetype" in names or origin.suffix == ".epub"):
        from summarizer.reading.documents.office import read_book  # noqa: PLC0415

        return read_book
    if "content.xml" in names and "mimetype" in names:
        kind = archive.read("mimetype")[:80].decode("ascii", "replace").strip()
        if not kind.startswith("application/vnd.oasis.opendocument.text"):
            raise BinaryInputError(f"it is an OpenDocument file of the kind {kind}, not a text", where=origin.where)
        from summarizer.reading.documents.office import read_open_document  # noqa: PLC0415

        return read_open_document
    for name, kind in (("xl/workbook.xml", "an Excel workbook"), ("ppt/presentation.xml", "a PowerPoint presentation")):
        if name in names:
            raise BinaryInputError(f"it is {kind}", where=origin.where, hint="save it as CSV or as text")
    return None


def _refuse_large(archive: zipfile.ZipFile, origin: Origin) -> None:
    largest = max(archive.infolist(), key=lambda member: member.file_size)
    if largest.file_size > LARGEST:
        message = f"{largest.filename} in it is larger than {LARGEST >> 20} MB"
        raise UnreadableInputError(message, where=origin.where, hint="save it anew, or save its text in a .txt file")


def _read_members(archive: zipfile.ZipFile, origin: Origin, depth: int) -> Iterator[Reading]:
    """The articles in the files of a zip file; a web archive of pages (WACZ) is its archive/ folder."""
    is_web_archive = "datapackage.json" in archive.namelist() and any(
        name.startswith("archive/") for name in archive.namelist()
    )
    nothing = True
    for member in sorted(archive.infolist(), key=lambda member: member.filename):
        path = PurePosixPath(member.filename)
        is_ours = path.parts[0] == "archive" if is_web_archive else _is_readable(path)
        if member.is_dir() or not is_ours:
            continue
        nothing = False
        where = f"{origin.where}/{member.filename}"
        if member.flag_bits & 1:
            message = "it is locked with a password"
            yield Reading(
                Origin(where, path.name), Record(0, UnreadableInputError(message, where=where, hint="unpack it"))
            )
            continue
        with archive.open(member) as opened:
            yield from read_records(io.BufferedReader(opened), Origin(where, path.name), depth + 1)
    if nothing:
        suffixes = {PurePosixPath(name).suffix or "no suffix" for name in archive.namelist()}
        yield _nothing_read(origin, "zip", suffixes)


def _nothing_read(origin: Origin, form: str, suffixes: set[str]) -> Reading:
    """The failure of an archive in which all is of kinds that are not read, which it names by their suffixes."""
    message = f"the {form} file holds nothing that is read ({', '.join(sorted(suffixes)) or 'it is empty'})"
    return Reading(origin, Record(0, EmptyArticleError(message, where=origin.where)))


def _is_readable(path: PurePosixPath) -> bool:
    return not any(part.startswith((".", "__MACOSX")) for part in path.parts) and path.suffix.lower() in SUFFIXES
