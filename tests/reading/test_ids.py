"""Ids that can be file names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading.ids import IdRegister, safe_id


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("flood", "flood"),
        ("a/b:c", "a-b-c"),
        ("../../etc/passwd", "etc-passwd"),
        ("  two words ", "two-words"),
        (".hidden", "hidden"),
        ("", "article"),
        ("...", "article"),
        ("洪水", "洪水"),
        ("CON", "_CON"),
        ("manifest", "_manifest"),
        ("a\x00b\u202ec", "a-b-c"),
    ],
)
def test_names_become_file_names(name: str, expected: str) -> None:
    assert safe_id(name) == expected


def test_long_names_stay_apart() -> None:
    first, second = safe_id("x" * 300 + "1"), safe_id("x" * 300 + "2")
    assert first != second
    assert max(len(first), len(second)) <= 80


def test_one_name_is_given_once() -> None:
    ids = IdRegister()
    assert [ids.take(name) for name in ["a", "a", "b", "a", "A", "a-2"]] == ["a", "a-2", "b", "a-3", "A-4", "a-2-2"]


@given(st.lists(st.text(max_size=8), max_size=40))
def test_ids_are_distinct_stable_and_safe(names: list[str]) -> None:
    first, second = IdRegister(), IdRegister()
    given_ids = [first.take(name) for name in names]
    assert given_ids == [second.take(name) for name in names]
    assert len({id_.casefold() for id_ in given_ids}) == len(names)
    assert all(id_ and "/" not in id_ and id_.isprintable() and not id_.startswith(".") for id_ in given_ids)


@given(st.text(max_size=400))
def test_ids_fit_a_file_system(name: str) -> None:
    assert len(safe_id(name).encode()) <= 240
