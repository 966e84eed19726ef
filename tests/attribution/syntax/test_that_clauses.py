"""Which "that" begins no clause of what is said."""

from __future__ import annotations

import pytest

from tests.attribution.reading import said_in


@pytest.mark.parametrize(
    "text",
    [
        "Look at what Ada Lund and many sailors said that really moved us.",
        "What the mayor said that day shocked the town.",
        "Here are things Ada Lund said that made us laugh.",
    ],
)
def test_a_that_may_stand_for_what_is_said(text: str) -> None:
    assert not said_in(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor said that day had broken.", "that day had broken"),
        ("Ada Lund said that really good pay moved crews.", "that really good pay moved crews"),
        ("What moved us is that Ada Lund said that the dam was safe.", "that the dam was safe"),
    ],
)
def test_a_that_before_a_subject_begins_what_is_said(text: str, content: str) -> None:
    assert content in [one.content[0] for one in said_in(text)]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Lund echoed that promise on Monday.", []),
        ("Lund echoed that promises are broken.", ["that promises are broken"]),
        ("Lund rejected that idea.", ["that idea"]),
    ],
)
def test_what_is_repeated_may_be_a_thing(text: str, contents: list[str]) -> None:
    assert [one.content[0] for one in said_in(text)] == contents
