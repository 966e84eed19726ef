"""Half of a surrogate pair does not lose the text that it stands in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.well_formed import well_formed, well_formed_value


def test_halves_of_pairs_are_replaced_one_by_one_and_whole_pairs_stay() -> None:
    assert well_formed("a\ud83d\udc80b 🚢 é") == "a\ufffd\ufffdb 🚢 é"
    assert well_formed_value({"\udc80": ["\ud800", 1, None, {"a": "é\udfff"}]}) == {
        "\ufffd": ["\ufffd", 1, None, {"a": "é\ufffd"}]
    }


@given(st.text(st.characters(codec=None)))
def test_every_text_has_utf_8_afterwards_and_is_as_long(text: str) -> None:
    clean = well_formed(text)
    assert clean.encode().decode() == clean
    assert len(clean) == len(text)
    assert well_formed(clean) == clean
