import pytest

from summarizer.comparison.measures import LENGTHS, MEASURES
from summarizer.text.figures import find_figures


@pytest.mark.parametrize("text", ["12 miles", "nine kilometres", "40 feet", "300 metres"])
def test_what_a_text_calls_a_length_is_one_of_the_lengths_and_measures(text):
    (figure,) = find_figures(text)
    assert figure.unit in LENGTHS
    assert figure.unit in MEASURES


def test_lengths_are_told_in_metres():
    assert 5280 * LENGTHS["feet"] == pytest.approx(LENGTHS["miles"])
    assert LENGTHS["kilometers"] == 1000 * LENGTHS["meters"]
