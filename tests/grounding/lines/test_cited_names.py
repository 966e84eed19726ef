import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.cited_names import names_put_otherwise

ARTICLE = Article(
    id="cited",
    title="Guild of Varn sues the port",
    text=(
        "Guild of Varn sues the port\n\n"
        "The Guild of Varn sued the port on Monday, and the court in Lethmar took the case.\n\n"
        "Harbour master Jonna Eik said the claims were false.\n\n"
        "Engineer Tomas Reil said the pumps were old.\n\n"
        "Workers will be offered posts at the yard in Kelp, mayor Ilse Brandt said.\n\n"
        "Another yard, in Osterby, is full, said Per Dahl of the Tide Union.\n\n"
        "The Tide Union asked for more pay, and the Lock Council refused.\n\n"
        "Ida Moll met the divers on Friday. She left early, and the mayor stayed.\n\n"
        "Her brother Karl Moll stayed at home.\n\n"
        "The Reed Board said the quay would close. The Lock Council said nothing."
    ),
)


def put_otherwise(line: str, *named: int) -> list[tuple[str, str]]:
    return [tuple(one) for one in names_put_otherwise(ARTICLE, line, line, named)]


@pytest.mark.parametrize(
    ("line", "named", "name", "other"),
    [
        ("Tomas Reil said the claims were false.", 2, "Tomas Reil", "Jonna Eik"),
        ("Workers will get posts in Osterby.", 4, "Osterby", "Kelp"),
        ("The Lock Council said the quay would close.", 10, "Lock Council", "Reed Board"),
        ("Ilse Brandt and Tomas Reil said workers would get posts.", 4, "Tomas Reil", ""),
        ("Karl Moll met the divers on Friday.", 7, "Karl Moll", "Ida Moll"),
    ],
)
def test_a_name_that_its_sentences_lack_and_have_another_for(line: str, named: int, name: str, other: str) -> None:
    assert (name, other) in put_otherwise(line, named)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Jonna Eik said the claims were false.", 2),
        ("Workers will get posts in Kelp.", 4),
        ("The court in Lethmar took the case of the Guild of Varn.", 1),
        ("Ilse Brandt said workers would get posts.", 4),
        ("Ida Moll met the divers on Friday and left early.", 7),
        ("The Tide Union wants more pay.", 6),
    ],
)
def test_a_name_that_they_have_or_mean(line: str, named: int) -> None:
    assert put_otherwise(line, named) == []


def test_a_line_that_names_no_sentence_is_not_compared() -> None:
    assert put_otherwise("Tomas Reil said the claims were false.") == []


def test_the_members_of_another_party() -> None:
    article = Article(id="party", text="The Liberals will nominate a liar, said Moll. The Conservatives met in Kelp.")
    line = "Moll said the Conservatives would nominate a liar."
    assert [one.said for one in names_put_otherwise(article, line, line, (0,))] == ["Conservatives"]
    right = line.replace("Conservatives", "Liberals")
    assert list(names_put_otherwise(article, right, right, (0,))) == []


def test_whom_a_writer_means_by_himself_is_not_looked_for() -> None:
    article = Article(id="self", text="I first met Ida Moll in Kelp. We built the lock. Rosa Lorn wrote this.")
    line = "Rosa Lorn says she built the lock with Moll."
    assert list(names_put_otherwise(article, line, line, (0, 1))) == []
