import pytest

from summarizer.comparison.clauses import negated_clauses
from tests.comparison.outlets import passage


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("he had walked to the mill and had not been arrested", ["had not been arrested"]),
        ("the weir is old, but nobody has mended it", ["nobody has mended it"]),
        ("the geese were sold. None was stolen", ["None was stolen"]),
        ("she never sold geese and ducks", []),  # one clause
        ("he bought geese and sold the mill", []),  # no negation
    ],
)
def test_a_passage_is_cut_to_its_negated_clauses(text, clauses):
    found = list(negated_clauses(passage(text, start=100, end=100 + len(text))))
    assert [one.text for one in found] == clauses
    assert all(text[one.start - 100 : one.end - 100] == one.text for one in found)
