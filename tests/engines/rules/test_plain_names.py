"""Names without what was read as a part of them."""

import pytest

from summarizer.contract.article import Article
from summarizer.engines.rules.introducing import surname
from summarizer.engines.rules.plain_names import plain_name


def test_initials_are_a_part_of_a_name():
    article = Article(
        id="a", text="The wealth of Ana J. Moll grew. The wealth of John Jay Lind shrank. John Jay Lind left."
    )
    assert plain_name(article, "Ana J. Moll", "person") == "Ana J. Moll"
    assert plain_name(article, "John Jay Lind", "person") == "John Jay Lind"


def test_names_are_plain():
    article = Article(id="a", text="The mayor of Lund Ana Moll left.")
    assert plain_name(article, "Attorney for the District of Lund Ana Moll", "person") == "Ana Moll"
    assert plain_name(article, "Lund Ana Moll", "person") == "Ana Moll"
    assert plain_name(article, "Bank of Lund", "organization") == "Bank of Lund"
    assert surname("Ana Moll Jr.") == "Moll Jr."


def test_a_teenager_is_no_first_name() -> None:
    article = Article(id="a", text="Teenager Moll wins\n\nTeenager Moll won the race. Then Moll left.")
    assert plain_name(article, "Teenager Moll", "person") == ""


@pytest.mark.parametrize(
    ("text", "source", "plain"),
    [
        ("Young Moll fans sail on\n\nMoll has young fans. Fans of Moll sail.", "Young Moll", ""),
        ("Super Moll\n\nThe guild has a super boat. “We want Super Moll,” it said. Moll left.", "Super Moll", ""),
        ("Mark Moll sails on\n\nMark Moll, a pilot, made his mark. Moll left.", "Mark Moll", "Mark Moll"),
        ("Young Moll sails on\n\nThe pilot, Young Moll, is young.", "Young Moll", "Young Moll"),
        ("Corvin Moll sails on\n\nMoll left.", "Corvin Moll", "Corvin Moll"),
        ("Guild sails on\n\nThe guild may win. Win Moll, a pilot, said no.", "Win Moll", "Win Moll"),
        ("Yule comes\n\nYule is near. “Merry Yule!” the reeve said. Yule is past.", "Merry Yule", ""),
        ("De Moll sails on\n\nThe reeve de Moll left.", "De Moll", "De Moll"),
    ],
)
def test_a_word_beside_a_surname_in_a_title_is_no_first_name(text: str, source: str, plain: str) -> None:
    assert plain_name(Article(id="a", text=text), source, "person") == plain


@pytest.mark.parametrize(
    ("source", "plain"), [("Upper Varn Kellians", ""), ("Outside Kell", ""), ("Ana Evans", "Ana Evans")]
)
def test_a_people_is_no_person(source: str, plain: str) -> None:
    assert plain_name(Article(id="a", text=f"The sea took {source} in May."), source, "person") == plain
