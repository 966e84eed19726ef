from __future__ import annotations

import pytest

from summarizer.attribution.sources.titled import is_title, title_at, unknown_title_at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Face the Nation on Sunday", "Face the Nation"),
        ("BBC Radio 4’s Today programme", "BBC Radio 4"),
        ("ESPN's Ann Poe", "ESPN"),
        ("THE WEEKLY STANDARD on Monday", "THE WEEKLY STANDARD"),
        ("Mail on Sunday.", "Mail on Sunday"),
        ("News.com.au that it sank", "News.com.au"),
        ("Good Morning America it sank", "Good Morning America"),
        ("today that it sank", None),
        ("Ann Poe that it sank", None),
    ],
)
def test_known_titles_are_read_whole(text: str, expected: str | None) -> None:
    found = title_at(text, 0, in_context=False)
    assert (text[slice(*found)] if found else None) == expected


def test_what_may_be_something_else_is_a_title_in_context_only() -> None:
    assert title_at("Nature.", 0, in_context=False) is None
    assert title_at("Nature.", 0, in_context=True) == (0, 6)
    assert title_at("told the Sun that", 9, in_context=False) == (9, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ElmWire that it sank", "ElmWire"),
        ("elmwire.com that it sank", "elmwire.com"),
        ("Vale Edition that it sank", "Vale Edition"),
        ("Vale Tonight, it sank", "Vale Tonight"),
        ("McKay that it sank", None),
        ("Vale Business leaders that it sank", None),
        ("Ann Poe that it sank", None),
    ],
)
def test_the_form_tells_an_unknown_medium(text: str, expected: str | None) -> None:
    found = unknown_title_at(text, 0)
    assert (text[slice(*found)] if found else None) == expected


def test_only_a_whole_title_is_one() -> None:
    assert is_title("Face the Nation")
    assert is_title("Vale Edition")
    assert not is_title("Face the Nation host")
