"""Which kind a file is of: told by what it begins with, and by its suffix only where the beginning says nothing."""

from __future__ import annotations

import re
from enum import StrEnum, auto

from summarizer.reading.fields import find_separator, names_columns
from summarizer.reading.webpage import looks_like_html


class Kind(StrEnum):
    """A kind of input that can be read."""

    TEXT = auto()
    PAGE = auto()
    LINES = auto()  # JSON Lines
    DOCUMENT = auto()  # one JSON document
    MAIL = auto()
    MAILBOX = auto()
    FEED = auto()
    NEWS_XML = auto()  # NITF and NewsML
    TABLE = auto()  # CSV and TSV
    SUBTITLES = auto()
    PARQUET = auto()
    PDF = auto()
    WEB_ARCHIVE = auto()  # WARC
    ZIP = auto()  # of files, or one of the kinds that are zip files themselves: DOCX, ODT, EPUB, WACZ
    GZIP = auto()
    BZIP2 = auto()
    XZ = auto()
    ZSTD = auto()
    TAR = auto()


SUFFIXES: dict[str, Kind] = {
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), Kind.TEXT),
    **dict.fromkeys((".html", ".htm", ".xhtml"), Kind.PAGE),
    **dict.fromkeys((".jsonl", ".ndjson"), Kind.LINES),
    ".json": Kind.DOCUMENT,
    **dict.fromkeys((".eml", ".emlx", ".mht", ".mhtml"), Kind.MAIL),
    ".mbox": Kind.MAILBOX,
    **dict.fromkeys((".rss", ".atom", ".xml", ".rdf"), Kind.FEED),
    **dict.fromkeys((".csv", ".tsv"), Kind.TABLE),
    **dict.fromkeys((".srt", ".vtt", ".sbv", ".ass", ".ssa"), Kind.SUBTITLES),
    ".parquet": Kind.PARQUET,
    ".pdf": Kind.PDF,
    ".warc": Kind.WEB_ARCHIVE,
    **dict.fromkeys((".zip", ".docx", ".odt", ".epub", ".wacz"), Kind.ZIP),
    ".gz": Kind.GZIP,
    ".bz2": Kind.BZIP2,
    ".xz": Kind.XZ,
    ".zst": Kind.ZSTD,
    ".tgz": Kind.GZIP,
    ".tbz2": Kind.BZIP2,
    ".txz": Kind.XZ,
    ".tar": Kind.TAR,
}
LINES_SUFFIXES = frozenset(suffix for suffix, kind in SUFFIXES.items() if kind is Kind.LINES)
FOLDER_SUFFIXES = frozenset(SUFFIXES) - {".json"}  # of what a folder gives; reports are .json
START = 8192  # bytes of a file that tell its kind

_MAGIC = (
    (b"%PDF", Kind.PDF),
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),  # an empty one
    (b"PAR1", Kind.PARQUET),
    (b"WARC/", Kind.WEB_ARCHIVE),
    (b"\x1f\x8b", Kind.GZIP),
    (b"BZh", Kind.BZIP2),
    (b"\xfd7zXZ\x00", Kind.XZ),
    (b"\x28\xb5\x2f\xfd", Kind.ZSTD),
)
_TAR_MARK_AT = 257
_LONGEST_HEADER = 500  # characters of a line that names columns
_RECORD = re.compile(r'\{\s*"[^"\n]{1,80}"\s*:|\[\s*\{\s*"[^"\n]{1,80}"\s*:')
_FEED = re.compile(
    r"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>)*<(?:(?:\w+:)?(?:rss|feed)|rdf:RDF)\b", re.DOTALL | re.IGNORECASE
)
_NEWS_XML = re.compile(
    r"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>)*<(?:\w+:)?(?:nitf|newsMessage|newsItem|NewsML)\b", re.DOTALL
)
_CUE = re.compile(
    r"(?:\d+\s*\r?\n)?(?:\d{1,2}:)?\d\d:\d\d[,.]\d{3} +--> +(?:\d{1,2}:)?\d\d:\d\d[,.]\d{3}"
    r"|\d+:\d\d:\d\d\.\d{3},\d+:\d\d:\d\d\.\d{3}\s|\[Script Info\]"  # SBV, ASS
)
_LENGTH_OF_MAIL = re.compile(r"\d{1,9} *\r?\n(?=[A-Za-z][A-Za-z0-9-]{1,40}: )")  # the first line of an EMLX file
# Headers that no article begins with, unfolded; two of them in a row, one of these, and it is a mail.
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,40}):[ \t][^\n]*\n(?:[ \t]+\S[^\n]*\n)*")
_MAIL_HEADERS = frozenset(
    {"from", "to", "cc", "subject", "date", "sent", "message-id", "mime-version", "return-path", "received", "reply-to"}
    | {"delivered-to", "content-type", "content-transfer-encoding", "snapshot-content-location", "list-id", "sender"}
)
_ABOVE_ARTICLES = frozenset({"to", "from", "date", "sender", "sent"})


def find_kind(suffix: str, start: bytes) -> Kind | None:
    """The kind of a file by its first `START` bytes and its suffix (lower case, with the dot); None when neither tells.

    What a file begins with goes before its suffix, so that a page saved as .txt is read as a page.
    """
    for magic, kind in _MAGIC:
        if start.startswith(magic):
            return kind
    if start[_TAR_MARK_AT : _TAR_MARK_AT + 5] == b"ustar":
        return Kind.TAR
    named = SUFFIXES.get(suffix)
    seen = _kind_of_text(start.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"), named)
    if seen is not None:
        return seen
    # Nothing that these begin with was there: what the suffix says of a binary kind is not so.
    return named if named in (Kind.TEXT, Kind.PAGE, Kind.LINES, Kind.DOCUMENT, Kind.TABLE, Kind.MAIL) else None


def _kind_of_text(start: str, named: Kind | None) -> Kind | None:
    text = start.lstrip()
    if named is not Kind.MAIL and not looks_like_html(text) and _is_named_wrongly(text, named):
        return _kind_of_text(start, None)
    if named in (Kind.LINES, Kind.DOCUMENT, Kind.TABLE, Kind.MAIL) and not looks_like_html(text):
        # Some programs write records over many lines, one after another.
        return Kind.DOCUMENT if named is Kind.LINES and re.match(r"[\[{]\s*\n", text) else named
    if _FEED.match(text):
        return Kind.FEED
    if _NEWS_XML.match(text):
        return Kind.NEWS_XML
    if named is Kind.PAGE or looks_like_html(text):
        return Kind.PAGE
    if text.startswith("WEBVTT") or _CUE.match(text):
        return Kind.SUBTITLES
    if _RECORD.match(text):
        return _kind_of_json(text)
    if looks_like_table(text):
        return Kind.TABLE
    return _kind_of_mail(start)


def _is_named_wrongly(text: str, named: Kind | None) -> bool:
    """Whether a text begins as one of another kind than its suffix says surely does."""
    if named in (Kind.LINES, Kind.DOCUMENT):
        is_other = not text.startswith(("{", "[")) and (looks_like_table(text) or _CUE.match(text))
    elif named is Kind.TABLE:
        is_other = _RECORD.match(text) or _CUE.match(text)
    elif named is not Kind.PAGE:
        return False
    else:
        is_other = _RECORD.match(text) or looks_like_table(text)
    return bool(
        is_other or _FEED.match(text) or _NEWS_XML.match(text) or text.startswith("WEBVTT") or _kind_of_mail(text)
    )


def looks_like_table(text: str) -> bool:
    """Whether a text begins with a line that names columns, and goes on with as many of them."""
    header, _, rest = text.partition("\n")
    if len(header) > _LONGEST_HEADER:
        return False
    separator = find_separator(header)
    cells = [cell.strip(" \t\r\"'") for cell in header.split(separator)]
    return len(cells) > 1 and separator in rest and names_columns(cells)


def _kind_of_json(text: str) -> Kind:
    """Records on lines, or one document: told by the first line, which is a whole record or too long to see its end."""
    first, newline, _ = text.partition("\n")
    if first.startswith("[") or first.rstrip() == "{":
        return Kind.DOCUMENT
    return Kind.LINES if not newline or first.rstrip().endswith("}") else Kind.DOCUMENT


def _kind_of_mail(start: str) -> Kind | None:
    text = _LENGTH_OF_MAIL.sub("", start.replace("\r\n", "\n"), count=1) if start[:1].isdigit() else start
    text = text.replace("\r\n", "\n")
    is_mailbox = re.match(r"From \S+ .*\d\d:\d\d:\d\d.*\n", text)
    position, names = is_mailbox.end() if is_mailbox else 0, []
    while match := _HEADER.match(text, position):
        names.append(match[1].lower())
        position = match.end()
    known = sum(name in _MAIL_HEADERS or name.startswith("x-") for name in names)
    # "From: Ada Holm" and "Date: Monday" may stand above an article; a subject or a server's line do not.
    if known < 2 or known * 2 < len(names) or not (_MAIL_HEADERS - _ABOVE_ARTICLES).intersection(names):
        return None
    return Kind.MAILBOX if is_mailbox else Kind.MAIL
