"""Bytes to text, whatever the encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.contract.errors import BinaryInputError, EmptyArticleError, EncodingError, SummarizerError
from summarizer.reading.decode import decode

CURLY = "The mayor’s aide said “we will wait” outside the Café Möller – and left. Nobody followed her out.\n"
SAMPLES = {
    "utf-8": CURLY,
    "utf-8-sig": CURLY,
    "utf-16": CURLY,
    "utf-32": CURLY,
    "utf-16-le": CURLY,
    "utf-16-be": CURLY,
    "cp1252": CURLY,
    "cp1254": "Belediye başkanı köprünün kapatılacağını söyledi. “Şimdi değil” dedi.\n" * 3,
    "cp1250": "Burmistrz powiedział, że most będzie zamknięty. Również szkoła zostanie zamknięta.\n" * 3,
    "cp1251": "Мэр города сказал, что мост закроют в понедельник. Школа тоже закрыта.\n" * 3,
    "koi8_r": "Мэр города сказал, что мост закроют в понедельник. Школа тоже закрыта.\n" * 3,
    "cp1256": "قال رئيس البلدية إن الجسر سيغلق يوم الاثنين. وأضاف أن المدرسة مغلقة.\n" * 3,
    "shift_jis": "市長は、橋は月曜日に閉鎖されると述べた。学校も閉まっている。\n" * 3,
    "euc_jp": "市長は、橋は月曜日に閉鎖されると述べた。学校も閉まっている。\n" * 3,
    "gb18030": "市长说，大桥将于星期一关闭。学校也关门了。\n" * 3,
    "big5": "市長說，大橋將於星期一關閉。學校也關門了。\n" * 3,
}


@pytest.mark.parametrize("encoding", SAMPLES)
def test_each_usual_encoding_is_told(encoding: str) -> None:
    data = SAMPLES[encoding].encode(encoding)
    text, found = decode(data)
    assert text == SAMPLES[encoding]
    assert data.decode(found) == text


@pytest.mark.parametrize(
    "text", ["Größe und Höhe der Brücke", "Le maire a été prévenu à midi", "£5 for the café’s “best”"]
)
def test_short_western_text_is_not_taken_for_another_alphabet(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text


def test_line_breaks_stay_as_they_are() -> None:
    assert decode(b"One.\r\n\r\nTwo.\rThree.\n").text == "One.\r\n\r\nTwo.\rThree.\n"


def test_utf8_wins_over_what_the_page_declares() -> None:
    assert decode("Café".encode(), declared="iso-8859-1") == ("Café", "utf-8")


def test_declared_latin_means_what_browsers_mean() -> None:
    assert decode(b"\x93Caf\xe9\x94", declared="ISO-8859-1") == ("“Café”", "cp1252")


@pytest.mark.parametrize("label", ["hex", "rot13", "utf-7", "unicode_escape", "no-such-thing", "\x00", ""])
def test_a_declaration_that_is_no_text_encoding_is_passed_over(label: str) -> None:
    assert decode(b"Caf\xe9 M\xfcller closed its doors.", declared=label).text == "Café Müller closed its doors."


def test_iso_2022_is_read_where_the_page_declares_it() -> None:
    text = "市長は橋を閉めた。"
    assert decode(text.encode("iso2022_jp"), declared="iso-2022-jp").text == text


def test_utf8_cut_in_mid_character_loses_that_character_only() -> None:
    data = ("Ein Häuschen überm Fluß, schön grün. " * 4).encode() + "ä".encode()[:1]
    text, encoding = decode(data)
    assert encoding == "utf-8"
    assert text.endswith("grün. \ufffd")


def test_a_stray_nul_stays() -> None:
    assert decode(b"The br\x00idge is shut.").text == "The br\x00idge is shut."


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\x00\x00\x00", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe\x00\x00"])
def test_nothing_is_an_empty_article(data: bytes) -> None:
    with pytest.raises(EmptyArticleError, match="nothing"):
        decode(data, where="a.txt")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00", "JPEG"),
        (b"PK\x03\x04\x14", "ZIP"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\\documentclass{article}", "LaTeX"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"a\x00b\x01\x02\x03" * 100, "control"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(BinaryInputError, match=kind) as caught:
        decode(data, where="a.txt")
    assert caught.value.where == "a.txt"
    assert caught.value.hint


def test_a_false_byte_order_mark_is_an_encoding_error() -> None:
    with pytest.raises(EncodingError):
        decode(b"\xff\xfe" + b"\x00\xd8" * 50 + b"a")


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_one_of_our_errors(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except SummarizerError:
        return  # whatever else is raised fails the test
    assert data.decode(encoding, "replace") == text


@given(st.text(min_size=1).filter(str.strip))
def test_utf8_comes_back_unchanged(text: str) -> None:
    try:
        decoded = decode(text.encode("utf-8", "surrogatepass"))
    except SummarizerError:
        return  # controls, or halves of surrogate pairs
    if decoded.encoding == "utf-8":
        assert decoded.text == text or "\ufffd" in decoded.text
