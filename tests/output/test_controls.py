"""JSON that a terminal may show."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from summarizer.output.controls import escape_controls


@given(st.text())
def test_escaped_controls_are_the_same_json(text: str) -> None:
    document = json.dumps({"text": text}, ensure_ascii=False)
    assert json.loads(escape_controls(document)) == {"text": text}
    assert not [char for char in escape_controls(document) if "\x7f" <= char <= "\x9f"]
