"""Who "the 48-year-old" is."""

from __future__ import annotations

import pytest

from tests.attribution.sources.marked import names


def test_the_46_year_old_is_nobody_who_was_named_before_another() -> None:
    text = (
        "Speaker Paul Renn told the hall to wait. It rained.\n\nThen the talk was of the mayor’s wife, Melanie Trask. "
        "It was cold.\n\nNobody left.\n\nIt was late.\n\n“It will go on,” said [the 46-year-old]."
    )
    assert names(text) != ["Paul Renn"]
    assert names("Paul Renn opened the hall.\n\n“It will go on,” said [the 46-year-old].") == ["Paul Renn"]


@pytest.mark.parametrize(("age", "name"), [("48", "Hanne Iverson"), ("51", "Kai Broder"), ("30", "the 30-year-old")])
def test_the_48_year_old_is_the_only_one_of_that_age(age: str, name: str) -> None:
    text = "Hanne Iverson, 48, took over from Kai Broder, 51, and Ann Roe in May.\n\nIt rained. "
    assert names(f"{text}“It is late,” [the {age}-year-old] said.") == [name]
