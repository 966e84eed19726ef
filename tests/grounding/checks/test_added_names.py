"""A claim may say which thing or where it is, as its article does, and not otherwise."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.grounding.checks.added_names import is_just_told_of, is_known_kind, is_setting
from summarizer.grounding.checks.passage import Passage, read_passage

ARTICLE = "Floods in Varn cut off the mill. Ana Moll of Orsk was asked. Bakers have gone short since the floods."
QUOTE = "Bakers have gone short since the floods."


def passage(text: str, article: str = ARTICLE) -> Passage:
    at = article.index(QUOTE)
    return read_passage(Article(id="varn", text=article), text, [(at, at + len(QUOTE))])


def test_the_thing_is_the_one_that_the_article_has_named() -> None:
    assert is_known_kind(passage("Bakers have gone short since the Varn floods."), "Varn")


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("Bakers have gone short since the Orsk floods.", ARTICLE),
        ("Bakers have gone short since the Varn floods.", f"The Orsk floods came first. {ARTICLE}"),
        ("Bakers have gone short since the Varn strike.", ARTICLE),
    ],
)
def test_another_one_or_one_of_several_is_not(text: str, article: str) -> None:
    word = "Varn" if "Varn" in text else "Orsk"
    assert not is_known_kind(passage(text, article), word)


def test_where_something_is_may_be_added_from_the_beginning() -> None:
    text = "The Varn mill has stopped. The water rose in Varn. Bakers have gone short since the floods."
    assert is_setting(passage("Bakers in Varn have gone short.", text), "Varn")
    assert not is_setting(passage("Varn has gone short.", text), "Varn")


@pytest.mark.parametrize(
    ("text", "quote", "is_told"),
    [
        ("The toll of Varn has doubled.", "The toll has doubled.", True),
        ("The toll of Fell has doubled.", "The toll has doubled.", False),
        ("Sund Line had closed.", "It had closed.", False),
        ("A clerk with Sund Line has doubled the toll.", "The toll has doubled.", False),
    ],
)
def test_a_name_just_told_of_may_be_added_where_nothing_stands_for_one(text: str, quote: str, is_told: bool) -> None:
    body = f"Varn has a pier. Sund Line pays for it. {quote}"
    at = body.index(quote)
    found = read_passage(Article(id="toll", text=body), text, [(at, at + len(quote))])
    word = next(one for one in ("Varn", "Fell", "Sund") if one in text)
    assert is_just_told_of(found, word) is is_told
