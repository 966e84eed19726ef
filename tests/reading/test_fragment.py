"""Pieces of HTML become the text that their reader sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading.fragment import clean_text, fragment_text, looks_like_markup


@pytest.mark.parametrize("text", ["<p>The weir broke.</p>", "The weir<br>broke.", "Tolm &amp; Olm", "It <b>broke</b>."])
def test_markup_is_told_by_its_tags_and_references(text: str) -> None:
    assert looks_like_markup(text)


@pytest.mark.parametrize("text", ["3 < 4 and 5 > 2", "<3 is what she wrote", "AT&T; no", "The tag <p is open"])
def test_a_text_with_such_signs_is_no_markup(text: str) -> None:
    assert not looks_like_markup(text)


def test_blocks_are_paragraphs_and_inline_elements_are_not() -> None:
    markup = (
        "<h2>The weir</h2><p>It <b>broke</b>\nat noon.</p><ul><li>One</li><li>Two</li></ul>After<br>that<br><br>end"
    )
    assert fragment_text(markup) == "The weir\n\nIt broke at noon.\n\nOne\n\nTwo\n\nAfter\nthat\n\nend"


def test_what_is_hidden_and_code_stay_out() -> None:
    markup = '<p>The weir <span hidden>SECRET</span>broke.</p><script>SECRET</script><p style="display:none">SECRET</p>'
    assert fragment_text(markup) == "The weir broke."


def test_soft_hyphens_go() -> None:
    assert fragment_text("The wei&shy;r broke") == clean_text("The wei\u00adr broke") == "The weir broke"


@given(st.text())
def test_no_text_raises(text: str) -> None:
    assert "\x1e" not in fragment_text(f"<p>{text}</p>")


def test_the_head_of_a_page_is_no_text() -> None:
    assert fragment_text("<html><head><title>Home</title></head><body><p>It broke.</p></body></html>") == "It broke."
