"""E-mails (EML, MBOX) and saved pages (MHTML), which are written in the same form."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from email.utils import parseaddr
from typing import TYPE_CHECKING, BinaryIO

from summarizer.contract.errors import EmptyArticleError, InputError
from summarizer.reading.content import Content, Facts, Record
from summarizer.reading.decode import decode
from summarizer.reading.documents.dates import iso_date
from summarizer.reading.fragment import fragment_text
from summarizer.reading.lines import mend_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

# What mail programs put before a subject.
_PREFIX = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|rv)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_LENGTH = re.compile(rb"(\d{1,9}) *\r?\n(?=[A-Za-z][A-Za-z0-9-]{1,40}: )")
_BOUNDARY = re.compile(rb"From \S+.*\d\d:\d\d")
_SIGNATURE = re.compile(r"\n-- \r?\n(?:[^\n]*(?:\n|\Z)){0,12}?\Z")
_MANY = re.IGNORECASE | re.MULTILINE
_FORWARDED = re.compile(r"^-{5,}\s*(?:Forwarded|Original) message\s*-{3,}\s*^From:\s*(\S[^\n]*)", _MANY)
_LONGEST_NOTE = 40  # words beside a mail that is forwarded as an attachment
LONGEST_MAIL = 64 * 2**20  # bytes


def read_mail(data: bytes, where: str) -> Iterator[Record]:
    """The article in one mail or saved page: its text part, or its HTML part when that says more."""
    found = list(_contents(email.message_from_bytes(_alone(data), policy=email.policy.default), where))
    for number, content in enumerate(found, start=1):
        yield Record(number if len(found) > 1 else 0, content)


def _alone(data: bytes) -> bytes:
    """A mail without its length before it and what Apple Mail says of it behind it."""
    length = _LENGTH.match(data)
    return data[length.end() : length.end() + int(length[1])] if length else data


def read_mailbox(file: BinaryIO, where: str) -> Iterator[Record]:
    """The mails of an mbox file, one at a time."""
    for number, data in enumerate(_split(file), start=1):
        message = email.message_from_bytes(data, policy=email.policy.default)
        for content in _contents(message, f"{where}:{number}"):
            yield Record(number, content)


def _split(file: BinaryIO) -> Iterator[bytes]:
    """The mails of an mbox file without the lines that part them; ">From " in a text is "From " (mboxrd)."""
    lines: list[bytes] = []
    size, blank = 0, True
    for line in file:
        if blank and _BOUNDARY.match(line):
            if any(map(bytes.strip, lines)):
                yield b"".join(lines)
            lines, size = [], 0
        elif size < LONGEST_MAIL:
            lines.append(line[1:] if re.match(rb">+From ", line) else line)
            size += len(line)
        blank = not line.strip()
    if any(map(bytes.strip, lines)):
        yield b"".join(lines)


def _contents(message: EmailMessage, where: str) -> list[Content | EmptyArticleError]:
    """The article of a mail, and those of the mails that are attached to it; "see below" beside them is none."""
    parts = (part.get_payload(0) for part in message.walk() if part.get_content_type() == "message/rfc822")
    attached = [_content(part, where) for part in parts if isinstance(part, EmailMessage)]
    own = _content(message, where)
    is_note = not isinstance(own, Content) or len((own.text or "").split()) < _LONGEST_NOTE
    return attached if attached and is_note else [own, *attached]


def _content(message: EmailMessage, where: str) -> Content | EmptyArticleError:
    page = message.get_body(("html",))
    plain = message.get_body(("plain",))
    address = _header(message, "Snapshot-Content-Location") or _saved_from(message, page)
    if address:
        return _saved_page(message, address, where)
    text = _SIGNATURE.sub("\n", _text_of(plain))
    markup = _text_of(page)
    # Newsletters often have a text part that only says where the page is.
    if markup and len(fragment_text(markup)) > 2 * len(text):
        text = fragment_text(markup)
    if not text.strip():
        return EmptyArticleError(
            "there is no text in the mail", where=where, hint="attachments are not read: save them"
        )
    forwarded = _FORWARDED.search(text)
    name, sender = parseaddr(forwarded[1] if forwarded else _header(message, "From"))
    facts = Facts(
        title=_PREFIX.sub("", _header(message, "Subject")).strip(),
        outlet=name or sender.rpartition("@")[2],
        published=iso_date(_header(message, "Date")),
        url=_web_address(_header(message, "Archived-At").strip("<>")),
    )
    text, mended = mend_lines(_unwrap_flowed(plain, text))
    return Content(text=text, facts=facts, doubts=tuple(("lines_mended", detail) for detail in mended))


def _saved_from(message: EmailMessage, page: object) -> str:
    """Where a page was that another program than Chrome saved: Internet Explorer and Word name it in its part."""
    if message.get_content_type() != "multipart/related" or message.get("To") or not isinstance(page, EmailMessage):
        return ""
    return _header(page, "Content-Location")


def _saved_page(message: EmailMessage, address: str, where: str) -> Content | EmptyArticleError:
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            data = part.get_payload(decode=True)
            if isinstance(data, bytes) and data.strip():
                charset = part.get_content_charset()
                markup = _decoded(data, charset) if charset else data
                return Content(markup=markup, facts=Facts(url=_web_address(address)))
    return EmptyArticleError("there is no page in the saved file", where=where)


def _decoded(data: bytes, charset: str) -> str | bytes:
    try:
        return data.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return data


def _text_of(part: object) -> str:
    if not isinstance(part, EmailMessage):
        return ""
    try:
        found = part.get_content()
        if "\ufffd" in found and part.get_content_charset() is None:
            raise ValueError  # it names no charset, and is no ASCII
    except (LookupError, UnicodeError, ValueError):  # a charset that is none, or another than it says
        data = part.get_payload(decode=True)
        found = _guessed(data) if isinstance(data, bytes) else ""
    return found if isinstance(found, str) else ""


def _guessed(data: bytes) -> str:
    """The letters of a part whose charset is none."""
    try:
        return decode(data, where="").text
    except InputError:
        return data.decode("utf-8", "replace")


def _unwrap_flowed(part: object, text: str) -> str:
    """The text with its soft line breaks taken out, where the mail says that it has such (RFC 3676)."""
    if not isinstance(part, EmailMessage) or part.get_param("format") != "flowed":
        return text
    return re.sub(r"(?<!\n--) \r?\n(?=[^\s>])", " ", text)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name) or "").split())
    except (ValueError, IndexError, AttributeError):  # headers that the standard library cannot take apart
        return ""


def _web_address(text: str) -> str:
    return text if re.match(r"https?://\S+\Z", text) else ""
