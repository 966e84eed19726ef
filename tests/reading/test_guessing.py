"""Which table a text without a mark was written by."""

from __future__ import annotations

import pytest

from summarizer.reading.decode import decode
from summarizer.reading.guessing import guess_codec, is_doubtful, is_western

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


@pytest.mark.parametrize(
    "text",
    ["Le cœur du bourg coûte cher : 300 €.", "Die Brücke kostet den Kreis 300 € am Tag.", "C'est l'œuvre d'un élève."],
)
def test_the_euro_and_the_joined_letters_of_latin_9_are_told(text: str) -> None:
    assert guess_codec(text.encode("iso8859-15")) == "iso8859-15"


@pytest.mark.parametrize(
    ("text", "codec"),
    [("Die Brücke über den Bach, sagte sie.", "cp1252"), ("Příliš žluťoučký kůň pěl ódy.", "cp1250")],
)
def test_other_tables_are_not_taken_for_latin_9(text: str, codec: str) -> None:
    assert guess_codec(text.encode(codec)) == codec
