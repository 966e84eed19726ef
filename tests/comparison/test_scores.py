import pytest

from summarizer.comparison.scores import VOTES, with_scores
from summarizer.text.figures import find_figures


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The diet voted 24 to 23", 24.023),
        ("It was carried by 25 votes to 23", 25.023),
        ("The bill passed 52-47", 52.047),
        ("The motion was defeated, nine to twelve", 12.009),
    ],
)
def test_two_numbers_are_the_result_of_a_vote(text, value):
    (found,), scores = with_scores(text, 0, find_figures(text))
    assert (found.value, found.unit, scores) == (pytest.approx(value), VOTES, {found.start})


@pytest.mark.parametrize("text", ["The Otters won 24 to 23", "The diet voted on 24 bills and 23 motions"])
def test_results_of_games_and_lone_numbers_stay_as_they_are(text):
    figures = find_figures(text)
    assert with_scores(text, 0, figures) == (list(figures), set())
