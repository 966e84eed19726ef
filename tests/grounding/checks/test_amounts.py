"""The same amount in another measure is the same; another amount is not."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.alignment import read_words_of
from summarizer.grounding.checks.amounts import converted, read_amounts
from tests.grounding.checks.test_figures import missing


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The stock lasts half a year.", "The stock lasts six months."),
        ("The trip took 48 hours.", "The trip took two days."),
        ("It stood for a quarter of a century.", "It stood for 25 years."),
        ("She led it for four decades.", "She led it for 40 years."),
        ("The wall is a kilometre long.", "The wall is 1,000 metres long."),
    ],
)
def test_an_amount_may_be_put_in_another_measure(text: str, held: str) -> None:
    assert converted(read_words_of(text), read_words_of(held))
    assert missing(text, held) == ()


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The stock lasts half a year.", "The stock lasts nine months."),
        ("The trip took 48 hours.", "The trip took three days."),
        ("The trip took 12 hours.", "It was done twelve years ago."),
        ("She led it for four decades.", "She led it for 30 years."),
        ("It lasts six weeks.", "It lasts six months."),
    ],
)
def test_another_amount_is_another(text: str, held: str) -> None:
    assert not converted(read_words_of(text), read_words_of(held))


def test_a_measure_without_a_number_is_no_amount() -> None:
    assert list(read_amounts(read_words_of("It took years, and the last days were long."))) == []
