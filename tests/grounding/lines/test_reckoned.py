import pytest

from summarizer.grounding.lines.reckoned import is_reckoned
from summarizer.text.figures import find_figures


@pytest.mark.parametrize(
    ("text", "line", "values", "reckoned"),
    [
        ("A second lock could halve the queues.", "It would cut them by half.", (), True),
        ("The bells were stolen more than a century ago.", "It was over 100 years ago.", (), True),
        ("Two in three divers like the pier.", "Nearly two thirds of them like it.", (), True),
        ("Two in five divers like the pier.", "Nearly two thirds of them like it.", (), False),
        ("The guild wants more.", "It wants three times as much.", (600, 200), True),
        ("Reil ran the port from 1992 to 1999.", "Reil ran it for seven years.", (), True),
        ("Boats left Orsk, Varn, Kell Bay and Marn.", "Boats left four towns.", (), True),
        ("The guild wants more.", "It wants seven times as much.", (600, 200), False),
    ],
)
def test_a_figure_in_another_form(text: str, line: str, values: tuple[float, ...], reckoned: bool) -> None:
    assert is_reckoned(text, find_figures(line)[0], values) is reckoned
