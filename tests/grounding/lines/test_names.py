import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.names import misplaced_names, words_meant
from tests.grounding.lines.story import article


def misplaced(line):
    return [(one.name, one.in_article) for one in misplaced_names(article(), line, line, ())]


@pytest.mark.parametrize(
    "line",
    [
        "Mayor Ilse Brandt said the wall was checked twice in January.",
        "Tomas Reil says the council knew of cracks from 2019.",
        "Jonna Eik expects the harbour of Varn to be closed for up to 12 weeks.",
        "Northsea Mutual paid 4.5 million crowns at once.",
    ],
)
def test_a_name_that_stands_with_the_rest_of_its_line_is_right(line):
    assert misplaced(line) == []


def test_a_name_that_the_article_lacks():
    assert misplaced("Mayor Ilse Herron said the wall was checked twice in January.") == [("Herron", False)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Mayor Tomas Reil said the wall was checked twice in January.", "Tomas Reil"),
        ("Ilse Brandt expects the harbour to stay shut for up to 12 weeks.", "Ilse Brandt"),
    ],
)
def test_a_name_that_stands_where_the_rest_of_the_line_has_another(line, name):
    assert misplaced(line) == [(name, True)]


def test_a_pronoun_means_whom_the_rules_read_there():
    index = next(at for at in range(12) if "reil" in words_meant(article(), [at]) and at > 4)
    assert "reil" in words_meant(article(), [index])


@pytest.mark.parametrize(("called", "told"), [("the town", []), ("the pier", ["Kell"])])
def test_the_town_further_down_may_be_the_one_that_the_article_began_with(called: str, told: list[str]) -> None:
    text = f"""Pier burns

It burnt down at Kell on Monday, Ida Moll said.

Boats were lost.

Nobody was hurt.

Rosa Brand of Varn accused the mayor of having done nothing to save {called}.
"""
    line = "Rosa Brand accused the mayor of having done nothing to save Kell."
    assert [one.name for one in misplaced_names(Article(id="kell", text=text), line, line, ())] == told
