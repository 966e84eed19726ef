"""JSON that a terminal may show."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from summarizer.output.controls import escape_controls, without_commands, without_controls


@given(st.text())
def test_escaped_controls_are_the_same_json(text: str) -> None:
    document = json.dumps({"text": text}, ensure_ascii=False)
    assert json.loads(escape_controls(document)) == {"text": text}
    assert not [char for char in escape_controls(document) if "\x7f" <= char <= "\x9f"]


@given(st.text())
def test_a_text_without_controls_is_as_long_and_keeps_its_letters(text: str) -> None:
    for cleaned in (without_controls(text), without_commands(text)):
        assert len(cleaned) == len(text)
        assert all(new in (old, "\ufffd") for old, new in zip(text, cleaned, strict=True))


def test_a_terminal_gets_nothing_that_turns_or_overwrites_its_writing() -> None:
    assert without_controls("a\tb\nc\r\x1b[2J\x9b") == "a\tb\nc\r\ufffd[2J\ufffd"
    assert without_commands("a\tb\n\u202ec\r\x1b[2J") == "a\tb\n\ufffdc\ufffd\ufffd[2J"
