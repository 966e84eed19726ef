"""English number words are read whole, to the word at which the number ends."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.text.number_words import is_hour, read_number_words

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spelt(number: int) -> str:
    """A whole number in words, written by other rules than those that read it."""
    if number < 20:
        return _ONES.split()[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS.split()[tens - 2] + (f"-{spelt(ones)}" if ones else "")
    for size, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            many, rest = divmod(number, size)
            joint = " and " if 0 < rest < 100 else " "
            return f"{spelt(many)} {word}" + (f"{joint}{spelt(rest)}" if rest else "")
    raise AssertionError(number)


@settings(max_examples=150, deadline=None)
@given(st.integers(2, 10**12 - 1))
def test_every_whole_number_is_read_back(number: int) -> None:
    words = spelt(number)
    (found,), end = read_number_words(f"{words} boats", 0)
    assert (found.kind, found.value, found.start, found.end, end) == ("figure", number, 0, len(words), len(words))


@pytest.mark.parametrize(
    ("text", "value", "scale", "end"),
    [
        ("two and a half million people", 2.5e6, 1e6, "million"),
        ("three-and-a-half thousand boats", 3500.0, 1e3, "thousand"),
        ("two and a half years", 2.5, 1.0, "half"),
        ("six dozen eggs", 72.0, 12.0, "dozen"),
        ("two lakh crowns", 2e5, 1e5, "lakh"),
        ("three hundred boats", 300.0, 1e2, "hundred"),
        ("nine-tenths of it", 0.9, 1.0, "tenths"),
        ("one third of it", 1 / 3, 1.0, "third"),
    ],
)
def test_parts_and_scales(text: str, value: float, scale: float, end: str) -> None:
    (found,), _ = read_number_words(text, 0)
    assert found.value == pytest.approx(value)
    assert (found.scale, text[: found.end]) == (scale, text[: text.index(end) + len(end)])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tens of boats", 20),
        ("dozens of boats", 24),
        ("scores of boats", 40),
        ("hundreds of boats", 200),
        ("thousands of boats", 2000),
        ("tens of thousands of boats", 20_000),
        ("hundreds of millions of boats", 200_000_000),
    ],
)
def test_a_word_without_exact_value_is_a_floor(text: str, value: float) -> None:
    (found,), _ = read_number_words(text, 0)
    assert (found.value, found.floor) == (value, True)


@pytest.mark.parametrize("text", ["tens, they said", "scores were level", "half-brother", "boats", ""])
def test_what_counts_nothing_gives_nothing(text: str) -> None:
    assert read_number_words(text, 0)[0] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [("two three", [2, 3]), ("twenty thirty", [20, 30]), ("six of nine", [6, 9]), ("ninety ten", [90, 10])],
)
def test_numbers_side_by_side_stay_apart(text: str, values: list[float]) -> None:
    assert [found.value for found in read_number_words(text, 0)[0]] == values


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("twenty-first", "ordinal", 21),
        ("ninth", "ordinal", 9),
        ("Flight Nine", "designation", 9),
        ("chapter four", "designation", 4),
        ("by nine.", "time", 9),
        ("by nine boats", "figure", 9),
    ],
)
def test_each_is_of_its_kind(text: str, kind: str, value: float) -> None:
    at = text.index(" ") + 1 if " " in text else 0
    (found,), _ = read_number_words(text, at)
    assert (found.kind, found.value) == (kind, value)


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("at 9.", 9.0, True),
        ("until 9 in the evening", 9.0, True),
        ("at 9 boats", 9.0, False),
        ("with 9.", 9.0, False),
        ("at 13.", 13.0, False),
        ("at 0.", 0.0, False),
        ("at 9.", 9.5, False),
    ],
)
def test_an_hour_stands_where_a_time_stands(text: str, value: float, expected: bool) -> None:
    start = text.index(" ") + 1
    end = start + len(text[start:].split(maxsplit=1)[0].rstrip("."))
    assert is_hour(text, start, end, value) is expected


@pytest.mark.parametrize("text", ["The death toll stood at 9.", "officials put the number of wounded at 11, but"])
def test_a_count_that_is_put_at_a_number_is_no_hour(text: str) -> None:
    start = text.index(" at ") + len(" at ")
    end = start + len(text[start:].split(maxsplit=1)[0].rstrip(".,"))
    assert not is_hour(text, start, end, float(text[start:end]))
