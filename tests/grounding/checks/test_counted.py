import pytest

from summarizer.grounding.checks.counted import is_listed, is_span
from summarizer.text.figures import find_figures


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("Reil ran the port from 1992 to 1999.", "Reil ran it for seven years.", True),
        ("Reil ran the port (1992–1999).", "Reil ran it for seven years.", True),
        ("Reil ran the port from 1992 to 1999.", "Reil ran it for eight years.", False),
        ("Reil ran the port from 1992 to 1999.", "Reil ran seven ports.", False),
    ],
)
def test_the_years_between_two_are_counted(text: str, line: str, told: bool) -> None:
    assert is_span(text, find_figures(line)[0]) is told


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("Boats left Orsk, Varn, Kell Bay and Marn.", "Boats left four towns.", True),
        ("Boats left Orsk, Varn, Kell Bay, and Marn.", "All four towns lost boats.", True),
        ("Boats left Orsk, Varn, Kell Bay and Marn.", "Boats left five towns.", False),
        ("Boats left Orsk, Varn, Kell Bay and Marn.", "Boats left for four days.", False),
    ],
)
def test_the_names_of_a_list_are_counted(text: str, line: str, told: bool) -> None:
    assert is_listed(text, find_figures(line)[0]) is told
