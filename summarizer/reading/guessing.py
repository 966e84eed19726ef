"""Which table a text without a mark was written by, told by its letters alone, and whether they are enough to tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WESTERN = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿŒœ")
_WESTERN_MARKS = frozenset("‘’“”«»‹›„‚–—…•·°º¡¿€£§©®™\xa0\xad½¼¾²³±×´`¸")
_MISREAD = re.compile(
    "[^\\W\\d_][¿³²¹±¡°º¼½¾×¸¥¤§][^\\W\\d_]"
)  # letters of the Baltic and Central Europe, read as Western
_TURKISH = _WESTERN | frozenset("ĞğŞşİı")
_CENTRAL = frozenset("ĄĆĘŁŃÓŚŹŻąćęłńóśźżÁČĎÉĚÍŇŘŠŤÚŮÝŽáčďéěíňřšťúůýžĹĽŔĺľŕäÄôÔöÖüÜßŐőŰűĐđĂăÂâÎîŞşŢţ")
_INNER_CAPITAL = re.compile("[a-zà-öø-ÿ][À-ÞĽŚŹŻĄŞŤ][a-zà-öø-ÿ]|[ìîíï][A-Z]")  # a letter read by the wrong table
# Apple's curly quotation marks and apostrophe, read as Western.
_MAC_MARKS = re.compile(r"(?<!\w)Ò(?=\w)|(?<=[\w.,!?])Ó(?!\w)|(?<=\w)Õ(?=(?:s|t|re|ve|ll|d|m)\b)|(?<=s)Õ(?=\s)")
# The euro, œ and ž of ISO 8859-15, read as Western.
_LATIN9 = re.compile("¤|[^\\W\\d_][½¼¸´¨¦](?=[^\\W\\d_])|\\b[½¼](?=[^\\W\\d_])")
_KANA = re.compile("[\u3041-\u30ff]")
# Danes write no ì and Italians no ø: where both stand, a Czech wrote ě and ř; nor do Czechs write ą or ľ.
_TWO_TONGUES = re.compile("ø[^ìèù]*[ìèù]|[ìèù][^ø]*ø|[řěů][^ąľ]*[ąľ]|[ąľ][^řěů]*[řěů]", re.DOTALL)
_HUNGARIAN = re.compile("[áéíú].*õ(?!e)|õ(?!e).*[áéíú]", re.DOTALL)  # what Hungarians wrote there was ő
_IBERIAN = re.compile("[ãçñ]")
_LONE = re.compile(r"(?<!\w)[^\w\s\x00-\x7f](?!\w)")  # a mark by no word, such as a stray byte gives
_INNER_FOREIGN_CAPITAL = re.compile(
    "[а-яёα-ώ][\u0400-\u042fΆ-Ϋ]|[A-Za-z][\u0370-\u04ff]|[\u0370-\u04ff][A-Za-z£¥§±°¤¶]"
)
# Tables of alphabets in which all letters are high ones, and the letters that nine of ten are of in most texts.
_ALPHABETS = (
    (("cp1251", "koi8_u", "iso8859-5", "cp866", "mac_cyrillic"), "\u0400", "\u04ff", "оеаинтсрвлкмдпуязыьбгчйі"),
    (("cp1253", "iso8859-7"), "\u0370", "\u03ff", "αοιετσνηυρπκμλωςόίάήέύγδθ"),
)
_FEWEST_LETTERS = 5
_SURE_SHARE = 0.7  # of the letters that must be frequent ones
_PAIRS = re.compile(rb"[\xa1-\xfe]{2}")
_FEWEST_PAIRS = 4
_LAST_HANGUL = 0xC8  # of the first bytes of Korean syllables; Chinese goes on to 0xD7
_LAST_COMMON = 0xD7
_SAMPLE = 200_000  # characters: as much as it takes to tell an encoding
_FEWEST_TELLING = 40  # letters beyond ASCII: fewer may be of another table
_ASIAN = ("shift_jis", "cp932", "euc_jp")
_SURE = ("utf", "ascii", "iso2022")


_TABLES = (
    ("cp1252", _WESTERN),
    ("cp1254", _TURKISH),
    ("cp1250", _CENTRAL),
    ("iso8859-2", _CENTRAL),
    ("mac_roman", _WESTERN),
)


def guess_codec(data: bytes) -> str | None:
    """The Python codec of bytes that are no UTF-8; None where nothing tells it."""
    # The common families are told by their own letters: charset-normalizer takes short German for Baltic, English
    # with curly quotes for Central European, Shift JIS for Korean, and short Russian for Arabic.
    western = _decoded(data, "cp1252")
    if western is not None and _is_from_mac(western):
        return "mac_roman"
    if western is not None and _LATIN9.search(data[:_SAMPLE].decode("cp1252", "replace")):
        latin9 = _decoded(data, "iso8859-15")
        if latin9 is not None and is_western(latin9):
            return "iso8859-15"
    for codec, letters in _TABLES:
        text = _decoded(data, codec)
        if text is not None and is_western(text, letters):
            return codec
    for codec in _ASIAN:
        text = _decoded(data, codec)
        if text is not None and _is_japanese(text):
            return codec
    return _guess_alphabet(data) or _guess_by_pairs(data) or _guess_by_statistics(data)


def is_doubtful(text: str, encoding: str) -> bool:
    """Whether a text was read by a table that nothing but a few letters of its own told."""
    if encoding.startswith(_SURE):
        return False
    if encoding in ("cp1252", "mac_roman", "iso8859-15"):
        return not is_western(_without_strays(text[:_SAMPLE]))
    return sum(c > "\x7f" and c.isalpha() for c in text[:_SAMPLE]) < _FEWEST_TELLING


def is_western(sample: str, letters: frozenset[str] = _WESTERN) -> bool:
    """Whether a text holds no letters but those of a table, and reads as one that was written by it."""
    sample = sample[:_SAMPLE]
    high = [c for c in sample if c > "\x7f"]
    if not all(c in letters or c in _WESTERN_MARKS for c in high):
        return False
    if _MISREAD.search(sample) or _INNER_CAPITAL.search(sample) or _TWO_TONGUES.search(sample):
        return False
    if _HUNGARIAN.search(sample) and not _IBERIAN.search(sample):
        return False
    accented = sum(c in letters for c in high)
    # Cyrillic or Greek read as Western is nothing but accented letters.
    return accented * 4 < sum(c.isalpha() for c in sample)


def _decoded(data: bytes, codec: str) -> str | None:
    """The beginning of a text by a table, without marks that stand alone; None where the table lacks a letter of it."""
    text = _without_strays(data.decode(codec, "replace")[:_SAMPLE])
    return None if "\ufffd" in text or "\x1b" in text else text


def _without_strays(text: str) -> str:
    return _LONE.sub(lambda mark: mark[0] if mark[0] in _WESTERN_MARKS else "", text)


def _is_from_mac(sample: str) -> bool:
    return len(_MAC_MARKS.findall(sample)) * 2 > sum(c > "\x7f" for c in sample)


def _is_japanese(sample: str) -> bool:
    return len(_KANA.findall(sample)) * 4 > sum(c > "\x7f" for c in sample)


def _guess_alphabet(data: bytes) -> str | None:
    """The table by which the text is Russian, Ukrainian or Greek: most of its letters are frequent ones."""
    shares = {
        codec: _share_of_frequent(_LONE.sub("", data[:_SAMPLE].decode(codec, "replace")), first, last, frequent)
        for codecs, first, last, frequent in _ALPHABETS
        for codec in codecs
    }
    best = max(shares, key=lambda codec: shares[codec])
    return best if shares[best] >= _SURE_SHARE else None


def _share_of_frequent(sample: str, first: str, last: str, frequent: str) -> float:
    letters = [c for c in sample if first <= c <= last]
    others = sum(c > "\x7f" and c not in _WESTERN_MARKS for c in sample) - len(letters)
    if len(letters) < _FEWEST_LETTERS or others > len(letters) // 50:
        return 0
    known = sum(c in frequent for c in "".join(letters).lower())
    return (known - 2 * len(_INNER_FOREIGN_CAPITAL.findall(sample))) / len(letters)


def _guess_by_pairs(data: bytes) -> str | None:
    """Chinese or Korean, told by the first bytes of the pairs that their characters are."""
    firsts = [pair[0] for pair in _pairs(data)]
    if len(firsts) < _FEWEST_PAIRS or len(_PAIRS.sub(b"", data).translate(None, bytes(range(128)))):
        return None
    words = [first for first in firsts if first >= 0xB0]  # what comes before are marks
    if len(words) * 2 < len(firsts) or sum(first <= _LAST_COMMON for first in words) * 10 < len(words) * 9:
        return None
    is_korean = max(words) <= _LAST_HANGUL and b" " in data.strip()
    return "euc_kr" if is_korean else "gb18030"


def _pairs(data: bytes) -> Iterator[bytes]:
    return (match[0] for match in _PAIRS.finditer(data[:_SAMPLE]))


def _guess_by_statistics(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415  only here, and slow to import

    # What is in UTF-16 was told before: here it would be any pairs of bytes.
    names = (match.encoding for match in from_bytes(data) if not match.encoding.startswith("utf_"))
    return next((name for name in names if _decoded(data, name) is not None), None)
