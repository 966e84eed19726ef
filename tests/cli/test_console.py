"""What is said on standard error is one line, whatever is in it and whatever the terminal can show."""

from __future__ import annotations

import io
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.cli.console import complain, show


def said(text: str, encoding: str = "utf-8") -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("sys.stderr", stream)
        complain(text)
    return stream.buffer.getvalue().decode(encoding)  # type: ignore[attr-defined]


@settings(max_examples=80, deadline=None)
@given(st.text(), st.sampled_from(["utf-8", "ascii", "cp1252"]))
def test_any_text_is_one_line(text: str, encoding: str) -> None:
    line = said(text, encoding)
    assert line.startswith("summarizer:")
    assert line.endswith("\n")
    assert line[:-1].isprintable()


def test_words_stay_and_control_characters_do_not() -> None:
    assert said("gate.txt:\n\tno “text”\x1b[2J\r\u2028in it") == "summarizer: gate.txt: no “text” [2J in it\n"


def test_characters_that_a_terminal_cannot_encode_are_escaped() -> None:
    assert said("“é”", "ascii") == "summarizer: \\u201c\\xe9\\u201d\n"


def test_what_is_printed_has_no_control_that_a_terminal_obeys(capsys: pytest.CaptureFixture[str]) -> None:
    show("a\x1b[31mred\x9b2J\x07\tb\nc")
    assert capsys.readouterr().out == "a\ufffd[31mred\ufffd2J\ufffd\tb\nc\n"


def test_a_terminal_that_is_closed_does_not_end_a_run(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(5, text)

    monkeypatch.setattr(sys, "stderr", Closed())
    complain("nobody hears it")
