"""Counts of what was right."""

from summarizer.evaluation.rate import Rate


def test_rates_add_up_and_one_of_nothing_has_no_value() -> None:
    assert Rate(right=1, of=2) + Rate(right=2, of=2) == Rate(right=3, of=4)
    assert Rate(right=3, of=4).value == 0.75
    assert Rate().value is None
