"""A word that excludes the one that the article has beside the same words."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.turned import turned_beside, turned_degrees, turned_words

ARTICLE = Article(
    id="turned",
    text=(
        "The pact of Varn asks ports to cut the smoke of ships by a third, and to prepare for rising "
        "seas and longer storms.\n\n"
        "The guild, cordial as ever, repealed the old toll, and its critics and backers met at the pier.\n\n"
        "The port was not hostile to the divers. Thin fog and strong winds kept boats at home. "
        "The council had 40 members and upheld the ban on nets.\n"
    ),
)


def found(line: str) -> list[str]:
    return [one.said for one in turned_words(ARTICLE, line)]


@pytest.mark.parametrize(
    "line",
    [
        "The pact asks ports to reduce the smoke of ships and prepare for rising seas.",
        "The friendly guild scrapped the old toll.",
        "Critics and backers of the guild met at the pier.",
        "The port was friendly to the divers.",
        "Boats stayed at home in strong winds.",
        "The council kept the ban on nets.",
    ],
)
def test_the_same_is_left_alone(line: str) -> None:
    assert found(line) == []


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("The pact asks ports to prepare for falling seas and longer storms.", "falling"),
        ("The pact asks ports to increase the smoke of ships.", "increase"),
        ("The guild, hostile as ever, repealed the toll.", "hostile"),
        ("Weak winds kept the boats at home.", "Weak"),
        ("The council overturned the ban on nets.", "overturned"),
    ],
)
def test_the_opposite_in_its_place_is_told(line: str, word: str) -> None:
    assert found(line) == [word]


DEGREES = Article(
    id="degrees",
    text=(
        "Moll is the most patient pilot, and in her first summer race she placed too much faith in the tide. "
        "The guild had a narrow win at Kelp and a 22-point loss at Varn."
    ),
)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("Moll is the least patient pilot.", "least"),
        ("In her last summer race she placed faith in the tide.", "last"),
        ("She placed too little faith in the tide.", "little"),
    ],
)
def test_another_degree_before_the_same_word_is_told(line: str, word: str) -> None:
    assert [one.said for one in turned_degrees(DEGREES, line, (0,))] == [word]


def test_the_same_degree_is_right() -> None:
    assert list(turned_degrees(DEGREES, "Moll, the most patient pilot, had too much faith.", (0,))) == []
    assert list(turned_degrees(DEGREES, "Moll is the least patient pilot.", ())) == []


def test_the_opposite_right_behind_the_same_word_is_told() -> None:
    line = "The guild had a narrow win at Kelp and a 22-point victory at Varn."
    assert [one.said for one in turned_beside(DEGREES, line, (1,))] == ["victory"]
    assert list(turned_beside(DEGREES, line.replace("victory", "defeat"), (1,))) == []
