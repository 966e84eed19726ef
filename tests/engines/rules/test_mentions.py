"""What a line of a list speaks of its reader must have read."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.engines.rules.mentions import has_loose_matter, has_loose_role, speaks_of_untold

TEXT = "The guild of Kell had a quarrel with a tanner over his vats. "
LATER = "Ana Moll said so."


@pytest.mark.parametrize(
    ("line", "untold"),
    [
        ("Ana Moll said the vats were broken.", True),
        ("Ana Moll said the weather was fine.", False),
        ("Ana Moll said the tanner's vats leak.", True),
        ("Ana Moll said the guild's vats leak.", False),
        ("Ana Moll will sell such vats.", True),
        ("Ana Moll said that vats leak.", False),
        ("Ana Moll sold the vats of Kell.", False),
        ("A tanner has vats, and Ana Moll said the vats leak.", False),
        ("“These were sold,” Ana Moll said.", True),
        ("Ana Moll said these days are fine.", True),
        ("Ana Moll said this year is fine.", False),
    ],
)
def test_what_the_article_told_before_is_no_news_to_its_reader_alone(line: str, *, untold: bool) -> None:
    article = Article(id="a", text=TEXT + LATER)
    assert speaks_of_untold(article, line, len(TEXT), "The guild of Kell has a new head.") is untold


def test_the_womans_door_is_that_of_somebody_untold() -> None:
    text = "A woman came. Knocking at the woman's door, the guild left."
    article = Article(id="a", text=text)
    start = text.index("Knocking")
    assert has_loose_role(article, start, len(text), "The guild is shut.", ())
    assert not has_loose_role(article, start, len(text), "The guild met a woman.", ())


@pytest.mark.parametrize(
    ("line", "loose"),
    [
        ("Moll’s response comes as no surprise.", True),
        ("Moll’s response to the guild was short.", False),
        ("Moll’s boats come from Arle.", False),
        ("To crews, Ana Moll’s late reply was a shock.", True),
    ],
)
def test_somebodys_matter_was_told_before(line: str, *, loose: bool) -> None:
    assert has_loose_matter(line, "The guild asked Ana Moll for boats.") is loose
    assert not has_loose_matter(line, "The guild had a response and a reply.")
