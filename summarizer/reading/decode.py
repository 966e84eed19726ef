"""Bytes to text: which encoding, or a clear error when the bytes are no text at all.

`data.decode(encoding)` gives the text back unchanged, for every encoding that is named here except `MIXED`, whose lines
are each in the one or the other.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from summarizer.contract.errors import BinaryInputError, EmptyArticleError, EncodingError
from summarizer.reading.guessing import guess_codec, is_western

# Longest mark first: the UTF-32 LE mark begins with the UTF-16 LE one.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_KINDS = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BM\x00", "a bitmap image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\\documentclass", "a LaTeX document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"GGUF", "a model file"),
    (b"\x80\x04\x95", "a Python pickle"),
    (b"BEGIN:VCALENDAR", "a calendar (ICS)"),
    (b"BEGIN:VCARD", "an address card (VCF)"),
    (b"-----BEGIN CERTIFICATE", "a certificate"),
)

# C0 controls that no text holds, tab, line breaks, form feed and escape aside; NUL is judged apart.
_CONTROLS = bytes(b for b in range(1, 32) if b not in b"\t\n\v\f\r\x1b")
_CONTROL_SHARE = 0.02

# What HTML pages may declare. Not utf-7 (a way to smuggle script) and none of Python's own codecs.
_DECLARABLE = re.compile(r"(utf-(8|16|32)|iso8859|cp\d|koi8|mac-|big5|gb|euc|shift_?jis|iso2022|tis-620|johab|hz)")
_WESTERN_NAMES = ("ascii", "iso8859-1", "iso8859-15")  # pages that declare these mean cp1252

_EAST_ASIAN = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef\n\r]")
_SAMPLE = 200_000  # bytes: as much as it takes to tell an encoding


MIXED = "utf-8, cp1252"


class Decoded(NamedTuple):
    """Text and the Python codec that it was read with; a codec with -sig or without byte order takes the mark off."""

    text: str
    encoding: str


def decode(data: bytes, *, declared: str | None = None, where: str = "") -> Decoded:
    """Decode an article's bytes: byte-order mark, then UTF-8, then what the page declares, then a guess.

    Line breaks stay as they are, and so does a stray NUL in what is otherwise text. Raises EmptyArticleError,
    BinaryInputError or EncodingError, with `where` as their place.
    """
    if not data.strip(b" \t\r\n\x00"):
        raise EmptyArticleError("there is nothing in it", where=where)
    for mark, codec in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_marked(data, codec, where)
    _refuse_binary(data, where)
    decoded = (
        _decode_escaped(data, declared)
        or _decode_wide(data)
        or _try_codec(data, "utf-8")
        or _decode_declared(data, declared)
        or _decode_mixed(data)
        or _decode_damaged_utf8(data)
        or _guessed(data)
    )
    if decoded is None:
        raise EncodingError("its characters are in no encoding that can be told", where=where)
    _refuse_controls(decoded.text, where)
    return decoded


def _decode_marked(data: bytes, codec: str, where: str) -> Decoded:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        text = data.decode(codec, errors="replace")
        if text.count("\ufffd") > len(text) // 100:
            raise EncodingError(f"it is marked as {codec.removesuffix('-sig')} and is not", where=where) from None
    if not text.strip():
        raise EmptyArticleError("there is nothing in it", where=where)
    return Decoded(text, codec)


def _refuse_binary(data: bytes, where: str) -> None:
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise BinaryInputError(f"it is {kind}, not text", where=where)
    if data[:4] == b"RIFF" or data[4:8] == b"ftyp":
        raise BinaryInputError("it is a recording or an image, not text", where=where)


def _refuse_controls(text: str, where: str) -> None:
    sample = text[:_SAMPLE]
    controls = sum(map(sample.count, map(chr, _CONTROLS))) + sample.count("\x00")
    # A handful of strays is dirt in a text; more than that, and a share of them, is something else.
    if controls > 8 and controls > len(sample) * _CONTROL_SHARE:
        raise BinaryInputError("it holds control characters as no text does", where=where)


def _decode_escaped(data: bytes, declared: str | None) -> Decoded | None:
    """ISO-2022 looks like ASCII: a declaration tells, or the sequences that switch to Japanese and back."""
    if b"\x1b" not in data:
        return None
    if declared is not None and _codec_name(declared).startswith("iso2022"):
        return _decode_declared(data, declared)
    is_japanese = b"\x1b$B" in data or b"\x1b$@" in data
    return _try_codec(data, "iso2022_jp") if is_japanese else None


def _decode_wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: every second byte names the script, and for most scripts it is a control character."""
    sample = data[:2000]
    half = len(sample) // 2
    if not half or len(data) % 2:
        return None
    for codec, high, low in (("utf-16-le", sample[1::2], sample[0::2]), ("utf-16-be", sample[0::2], sample[1::2])):
        controls = sum(byte < 0x10 and byte not in b"\t\n\f\r" for byte in high)
        if controls > half * 0.6 and sum(byte < 0x09 for byte in low) < half * 0.1:
            return _try_codec(data, codec)
        stops = sum(sample.count(mark.encode(codec)) for mark in "。，、")
        if stops > half // 100 and 0 in sample and _is_east_asian(sample.decode(codec, "replace")):
            return _try_codec(data, codec)
    return None


def _is_east_asian(sample: str) -> bool:
    return len(_EAST_ASIAN.findall(sample)) * 10 > len(sample) * 8


def _codec_name(label: str) -> str:
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return ""
    return "cp1252" if name in _WESTERN_NAMES else name


def _decode_declared(data: bytes, declared: str | None) -> Decoded | None:
    name = _codec_name(declared) if declared else ""
    return _try_codec(data, name) if _DECLARABLE.match(name) else None


def _try_codec(data: bytes, codec: str) -> Decoded | None:
    try:
        return Decoded(data.decode(codec), codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _decode_mixed(data: bytes) -> Decoded | None:
    """UTF-8 with some lines in Windows-1252, such as a text pasted together: each line is read by itself."""
    lines = data.splitlines(keepends=True)
    if len(lines) < 2:
        return None
    texts, multibyte, foreign = [], 0, 0
    for line in lines:
        decoded = _try_codec(line, "utf-8")
        if decoded is None:
            decoded = _try_codec(line, "cp1252")
            foreign += 1
        elif not decoded.text.isascii():
            multibyte += 1
        if decoded is None:
            return None
        texts.append(decoded.text)
    if not multibyte or foreign > len(lines) // 2 or not is_western("".join(texts)[:_SAMPLE]):
        return None
    return Decoded("".join(texts), MIXED)


def _guessed(data: bytes) -> Decoded | None:
    codec = guess_codec(data)
    if codec is None:
        return None
    return _try_codec(data, codec) or Decoded(data.decode(codec, "replace"), codec)  # a stray byte becomes U+FFFD


def _decode_damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, such as a file cut in mid-character: each becomes U+FFFD."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    multibyte = sum(1 for c in text[:_SAMPLE] if c > "\x7f") - broken
    return Decoded(text, "utf-8") if multibyte > 10 * broken else None
