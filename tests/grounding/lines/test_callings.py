"""Of which party and place a line says somebody is."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.callings import dropped_ranks, wrong_callings

ARTICLE = Article(
    id="called",
    text=(
        "Kell Mayor Ana Moll, a Liberal, met Osterby Mayor Edda Lorn on Monday.\n\n"
        "Conservative pollster Tomas Reil watched. The former Liberal treasurer Jonna Eik of Varn was not there.\n"
    ),
)


@pytest.mark.parametrize(
    "line",
    [
        "Kell Mayor Ana Moll met Edda Lorn.",
        "Liberal Ana Moll met Osterby Mayor Edda Lorn.",
        "Tomas Reil, a Conservative pollster, watched.",
        "Varn treasurer Jonna Eik was absent.",
        "Mayor Ana Moll met the mayor of Osterby.",
    ],
)
def test_what_the_article_calls_them_is_left_alone(line: str) -> None:
    assert list(wrong_callings(ARTICLE, line)) == []


@pytest.mark.parametrize(
    ("line", "who", "calling"),
    [
        ("Osterby Mayor Ana Moll met Edda Lorn.", "Ana Moll", "osterby"),
        ("Conservative Ana Moll met Edda Lorn.", "Ana Moll", "conservative"),
        ("Liberal pollster Tomas Reil watched.", "Tomas Reil", "liberal"),
        ("Kell Mayor Edda Lorn met her guest.", "Edda Lorn", "kell"),
    ],
)
def test_what_it_calls_others_is_doubted(line: str, who: str, calling: str) -> None:
    assert (who, calling) in list(wrong_callings(ARTICLE, line))


def test_a_deputy_is_not_the_one_whose_deputy_she_is():
    article = Article(id="ranks", text="Deputy mayor Sanne Orlo drew up the plan. Mayor Ruud Tarn voted against it.")
    assert list(dropped_ranks(article, "Mayor Sanne Orlo drew up the plan.")) == [("Sanne Orlo", "mayor")]
    assert list(dropped_ranks(article, "Deputy mayor Sanne Orlo drew up the plan of mayor Ruud Tarn.")) == []
