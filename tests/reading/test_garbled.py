"""Text that was decoded with the wrong table is read as it was meant."""

from __future__ import annotations

import quopri

import pytest

from summarizer.reading.garbled import find_garbled, read_anew, read_quoted_printable

TEXT = "“Nobody’s café is open,” Quill said – at noon.\nIt is “old”.\n"


@pytest.mark.parametrize("table", ["cp1252", "latin-1"])
def test_what_was_read_by_the_wrong_table_is_read_anew(table: str) -> None:
    garbled = "".join(bytes([byte]).decode(table, "ignore") or chr(byte) for byte in TEXT.encode())
    assert find_garbled(garbled)
    assert read_anew(garbled) == TEXT


@pytest.mark.parametrize("text", [TEXT, "Â is a letter of Romania.", "The Ã£ of old machines came once.", ""])
def test_a_text_that_is_right_is_let_be(text: str) -> None:
    assert find_garbled(text) == []


def test_a_line_that_is_garbled_in_part_keeps_the_rest() -> None:
    assert read_anew("“Old” and â€œnew” cafÃ©s, 東\n") == "“Old” and “new” cafés, 東\n"


def test_what_was_garbled_twice_is_read_anew_twice() -> None:
    garbled = TEXT
    for _ in range(2):
        garbled = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in garbled.encode())
    assert read_anew(garbled) == TEXT


@pytest.mark.parametrize("table", ["utf-8", "cp1252"])
def test_a_text_as_mails_are_sent_is_decoded(table: str) -> None:
    text = "“Nobody’s café is open,” Quill said to those who had come to the inn at the ford on that evening.\n" * 2
    sent = quopri.encodestring(text.encode(table)).decode("ascii")
    assert read_quoted_printable(sent) == text


@pytest.mark.parametrize("text", ["The sum: a=91, b=95 and c=E4.", "See x.example/?id=92&page=93", "Nothing.\n", TEXT])
def test_signs_of_equality_are_no_mail(text: str) -> None:
    assert read_quoted_printable(text) == ""
