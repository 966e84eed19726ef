"""Whom a pronoun means that stands before any name in a summary."""

import pytest

from summarizer.contract.article import Article
from summarizer.engines.rules.last_named import is_last_named

ADELA = (
    "Adela Holm said she met Tomas Reil on Friday. "
    "Holm praised him, and later she left. "
    "Reil spoke next. He thanked Odd Lind, a friend of Jo Eik. He left."
)


@pytest.mark.parametrize(
    ("words", "name", "is_last"),
    [
        ("she met", "Adela Holm", True),
        ("He thanked", "Tomas Reil", True),
        ("He left", "Jo Eik", False),  # though it is named last
        ("He left", "Odd Lind", True),  # named first in the sentence before
        ("He left", "Tomas Reil", False),
    ],
)
def test_a_name_is_put_for_a_pronoun_where_nobody_else_was_named_since(words, name, is_last):
    article = Article(id="a", text=ADELA)
    assert is_last_named(article, ADELA.index(words), name) is is_last


def test_no_name_is_put_for_a_pronoun_in_a_sentence_that_has_it():
    text = "Tomas Reil met the mill's owner, a rich man. Then he said that Reil was charming."
    article = Article(id="a", text=text)
    assert not is_last_named(article, text.index("he said"), "Tomas Reil")


@pytest.mark.parametrize(("where", "sure"), [("Akbar Jan wept.", False), ("Lind is shut.", True)])
def test_a_name_that_was_read_in_part_makes_a_pronoun_unsure(where: str, *, sure: bool) -> None:
    text = f"Ana Moll came. {where} She said no."
    at = text.index("She")
    assert is_last_named(Article(id="a", text=text), at, "Ana Moll") is sure
