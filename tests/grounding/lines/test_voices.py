import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.voices import turned_voices

ARTICLE = Article(
    id="voices",
    text=(
        "The harbour panel asked the Lock Council on Monday to look into the flood. "
        "Diver Ida Moll was rescued by Karl Rask. "
        "“Rask cares more for his boats than for the town,” said Tomas Reil."
    ),
)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("The harbour panel was asked on Monday by the Lock Council to look into the flood.", 0),
        ("Ida Moll rescued Karl Rask.", 1),
    ],
)
def test_a_verb_that_is_turned_round(line: str, named: int) -> None:
    assert list(turned_voices(ARTICLE, line, (named,))) != []


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("The Lock Council was asked by the harbour panel to look into the flood.", 0),
        ("The panel asked the Lock Council to look into the flood.", 0),
        ("Karl Rask rescued Ida Moll.", 1),
    ],
)
def test_a_verb_in_another_voice(line: str, named: int) -> None:
    assert list(turned_voices(ARTICLE, line, (named,))) == []
