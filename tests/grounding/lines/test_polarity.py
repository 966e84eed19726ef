import pytest

from summarizer.grounding.lines.polarity import polarity_doubts
from tests.grounding.lines.story import article


@pytest.mark.parametrize(
    "line",
    [
        "Engineer Tomas Reil denies signing the report.",
        "The council left two letters of the union unanswered.",
        "The council did not answer two letters of the union.",
        "The mayor said she was told that the wall was safe.",
        "Northsea Mutual called the traders' claims lawful.",
    ],
)
def test_a_line_that_says_what_the_article_says(line):
    assert list(polarity_doubts(article(), line, ())) == []


@pytest.mark.parametrize(
    "line",
    [
        "Engineer Tomas Reil admitted that he had signed the report.",
        "Engineer Tomas Reil signed the report.",
        "Traders deny that they lost 40 million crowns.",
        "The wall had not been checked in January, the mayor said.",
        "The mayor refused to check the wall in January.",
    ],
)
def test_a_line_that_says_the_opposite(line):
    assert list(polarity_doubts(article(), line, ())) != []
