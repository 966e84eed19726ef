"""Which table a text without a mark was written by."""

from __future__ import annotations

import pytest

from summarizer.reading.decode import decode
from summarizer.reading.guessing import is_doubtful, is_western

RUSSIAN = "Мэр Тольма сказал, что мост закроют."


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        (RUSSIAN, ["cp1251", "koi8_r", "iso8859-5", "cp866", "mac_cyrillic"]),
        ("МОСТ ЗАКРЫТ", ["cp1251", "koi8_r", "iso8859-5", "cp866"]),
        ("Ο δήμαρχος είπε ότι η γέφυρα έκλεισε.", ["cp1253", "iso8859-7"]),
        ("桥关闭了。", ["gb18030"]),
        ("시장은 다리를 닫았다고 말했다.", ["euc_kr"]),
        ("Most w Tolmie był zamknięty od poniedziałku.", ["cp1250", "iso8859-2"]),
        ("Starosta řekl, že most bude příští týden uzavřen.", ["cp1250", "iso8859-2"]),
        ("A hidat hétfőn lezárták, mondta a jegyző.", ["cp1250", "iso8859-2"]),
        ("Die Brücke ist zu, sagt Jürgen Größer.", ["cp1252", "mac_roman"]),
        ("Broen blev lukket, sagde Søren Ågård.", ["cp1252"]),
        ("As decisões são más, disse o ministro.", ["cp1252"]),
        ("Più tardi è stato chiuso, ha detto.", ["cp1252"]),
        ("The Quills’ café is “open,” they said.", ["cp1252", "mac_roman"]),
    ],
)
def test_a_short_line_is_read_as_it_was_written(text: str, encodings: list[str]) -> None:
    for encoding in encodings:
        assert decode(text.encode(encoding)).text == text, encoding


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
def test_a_stray_byte_changes_nothing_but_itself(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding) + b"\n\x98\n").text.startswith(RUSSIAN)
    assert decode("The café’s owner left.".encode("cp1252") + b" \x98\n").text.startswith("The café’s owner left.")


def test_what_few_letters_tell_is_doubtful() -> None:
    assert is_doubtful("桥关闭了。", "gb18030")
    assert is_doubtful(RUSSIAN, "koi8_u")
    assert not is_doubtful(RUSSIAN * 3, "koi8_u")
    assert not is_doubtful(RUSSIAN, "utf-8")
    assert not is_doubtful("The café’s owner left.", "cp1252")


def test_what_does_not_read_as_western_is_doubtful_though_it_was_read_so() -> None:
    assert is_doubtful("Most byl zamkniêty od poniedzia³ku", "cp1252")
    assert not is_western("Pøístav byl v pondìlí uzavøen")
