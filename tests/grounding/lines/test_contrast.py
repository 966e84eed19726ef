import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.contrast import turned_contrasts

TEXT = (
    "The diver was not chosen by the guild, but by the council. "
    "It seemed to be a leak rather than a breach. "
    "The port needs lamps instead of flags. "
    "Not only the pumps but the doors failed."
)
ARTICLE = Article(id="a", text=TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "The diver was chosen by the guild and not by the council.",
        "It seemed a breach and not a leak.",
        "The port needs flags rather than lamps.",
        "The port needs not lamps but flags.",
    ],
)
def test_what_is_so_and_what_is_not_have_changed_places(line):
    assert list(turned_contrasts(ARTICLE, line, ())) != []


@pytest.mark.parametrize(
    "line",
    [
        "The diver was chosen by the council and not by the guild.",
        "It was not a breach but a leak.",
        "The port needs lamps, not flags.",
        "The doors failed as well as the pumps.",
        "The port needs lamps.",
    ],
)
def test_the_same_in_another_form_is_the_same(line):
    assert list(turned_contrasts(ARTICLE, line, ())) == []
