"""What stands before a verb and is not who says it."""

from __future__ import annotations

import pytest

from tests.attribution.reading import said_in


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Clara Lund had the organ declared a monument.", []),
        ("Lund had a source who told him that it was late.", ["a source who"]),
        ("Lund showed no remorse as the judge spoke.", []),
        ("A poll showed no change in the mood.", ["A poll"]),
        ("In a letter read to the jury, Lund said that it was late.", ["Lund"]),
        ("A letter read: “It was late, and I am sorry.”", ["A letter"]),
    ],
)
def test_who_has_something_done_or_read_is_not_it(text: str, sources: list[str]) -> None:
    assert [one.source for one in said_in(text)] == sources


def test_how_something_is_said_is_not_who_says_it() -> None:
    assert [one.source for one in said_in("Slowly, says keeper Jo Merle. “You feed it and you wait.”")] == [
        "keeper Jo Merle",
        "keeper Jo Merle",
    ]
    assert [one.source for one in said_in("Emily, says her aunt, is late.")] == ["her aunt"]
