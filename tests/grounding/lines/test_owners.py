import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.owners import wrong_owners

ARTICLE = Article(
    id="a",
    text=(
        "Edda Lorn leads Jonna Eik in Varn. Lorn spoke first. Her campaign manager, Tomas Reil, was pleased. "
        "Nils Brant, director of the Kelp Company, was late. The Sea Union struck.\n"
    ),
)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Jonna Eik's campaign manager, Tomas Reil, was pleased.", [("Tomas Reil", "Jonna Eik")]),
        ("Sea Union director Nils Brant was late.", [("Nils Brant", "Sea Union")]),
    ],
)
def test_whose_officer_somebody_is_not(line, wrong):
    assert list(wrong_owners(ARTICLE, line)) == wrong


@pytest.mark.parametrize(
    "line",
    [
        "Edda Lorn's campaign manager, Tomas Reil, was pleased.",
        "Kelp Company director Nils Brant was late.",
        "Jonna Eik met Tomas Reil.",
        "Director Nils Brant was late.",
    ],
)
def test_whose_officer_somebody_is(line):
    assert list(wrong_owners(ARTICLE, line)) == []
