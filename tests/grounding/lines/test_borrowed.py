import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.borrowed import borrowed_callings, borrowed_words

ARTICLE = Article(
    id="borrowed",
    text=(
        "On Monday striker Ana Moll scored twice for Varn. Their keeper Ida Lorn saved a penalty. "
        "Eleven divers were treated for burns after the fire at the pump house. "
        "The residents of Kelp were told to stay indoors. "
        "Brandt said the copper trade alone keeps the port alive. "
        "The salt works closed in May. "
        "Gov. Per Dahl met the anti-Reil league of pilot Tomas Reil."
    ),
)


def test_a_word_before_a_name_that_belongs_to_another_one_is_told() -> None:
    assert list(borrowed_callings(ARTICLE, "On Monday striker Ida Lorn saved a penalty.")) == [
        ("Ida Lorn", "striker", "Ana Moll")
    ]


@pytest.mark.parametrize(
    "line",
    ["Keeper Ida Lorn saved a penalty.", "Governor Per Dahl met pilot Tomas Reil.", "Hero Ana Moll scored twice."],
)
def test_who_somebody_is_or_may_be_called_is_left_alone(line: str) -> None:
    assert list(borrowed_callings(ARTICLE, line)) == []


@pytest.mark.parametrize(
    ("line", "named", "words", "other"),
    [
        ("Eleven residents were treated for burns.", 2, "Eleven residents", "divers"),
        ("The salt trade alone keeps the port alive.", 4, "salt trade", "copper"),
    ],
)
def test_a_word_that_the_article_has_beside_something_else_is_told(
    line: str, named: int, words: str, other: str
) -> None:
    assert list(borrowed_words(ARTICLE, line, (named,))) == [(words, other)]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Eleven people were treated for burns.", 2),
        ("Eleven divers were treated for burns.", 2),
        ("The copper trade keeps the port alive.", 4),
        ("The metal trade keeps the port alive.", 4),
    ],
)
def test_a_word_of_the_same_or_of_the_writer_is_left_alone(line: str, named: int) -> None:
    assert list(borrowed_words(ARTICLE, line, (named,))) == []
