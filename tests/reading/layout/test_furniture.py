"""Headings that begin what is not the article, and trails that lead to it, are known by their own words."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from summarizer.reading.layout.furniture import (
    is_comments_heading,
    is_furniture,
    is_neighbour_link,
    is_related_heading,
    last_crumb,
)

WORDINGS = tomllib.loads((files("summarizer.text") / "english" / "furniture.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    "line",
    [
        line
        for families in (WORDINGS["lines"], WORDINGS["loose_lines"])
        for family in families.values()
        for line in family["examples"]
    ],
)
def test_the_example_of_each_wording_is_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", WORDINGS["harmless"])
def test_a_line_of_news_is_not_furniture(line: str) -> None:
    assert not is_furniture(line)
    assert not is_comments_heading(line)
    assert not is_related_heading(line)
    assert not is_neighbour_link(line)


@pytest.mark.parametrize(
    "text",
    [
        "Comments",
        "3 Comments",
        "Comments (12)",
        "No comments yet",
        "Leave a Reply",
        "Readers’ comments",
        "Join the discussion",
    ],
)
def test_what_heads_the_readers_comments(text: str) -> None:
    assert is_comments_heading(text)


@pytest.mark.parametrize(
    "text", ["Comments from the mayor were few", "No comment, said Lunt.", "Comment on the gate: it is shut"]
)
def test_what_only_speaks_of_comments_heads_none(text: str) -> None:
    assert not is_comments_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "Related articles",
        "Most Read",
        "You may also like",
        "Read next",
        "More from Ferrow",
        "Editor’s picks",
        "Trending now:",
    ],
)
def test_what_heads_links_to_other_articles(text: str) -> None:
    assert is_related_heading(text)


@pytest.mark.parametrize("text", ["Related to this, Lunt said no", "Latest news from the lock was bad."])
def test_what_only_begins_like_it_heads_nothing(text: str) -> None:
    assert not is_related_heading(text)


def test_a_link_to_a_neighbour_is_a_headline_behind_its_word() -> None:
    assert is_neighbour_link("Next Budget vote put off")
    assert is_neighbour_link("PREVIOUS “Nobody came”")
    assert not is_neighbour_link("Next year the gate will open.")
    assert not is_neighbour_link("Next May the gate will open.")
    assert not is_neighbour_link("next Budget vote put off")


@pytest.mark.parametrize(
    ("text", "crumb"),
    [
        ("Home > News > Gate stuck at Ferrow", "Gate stuck at Ferrow"),
        ("Home / Gate stuck", "Gate stuck"),
        ("World » Rivers » Gate stuck", "Gate stuck"),
        ("Gate stuck at Ferrow", ""),
        ("The keeper of the lock said so > nobody else did", ""),
    ],
)
def test_the_end_of_a_trail_is_often_the_title(text: str, crumb: str) -> None:
    assert last_crumb(text) == crumb


@pytest.mark.parametrize("text", ["", "–", "12", "***", "• •"])
def test_what_holds_no_word_is_furniture(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text", ["Advertisement", "Leave a reply", "Tags: river, gate", "© 2031 Quay Post", "Share this article"]
)
def test_case_does_not_matter(text: str) -> None:
    for shown in (text, text.upper(), text.lower()):
        assert is_furniture(shown)


@pytest.mark.parametrize("start", ["Follow the money, ", "Live music at the lock: ", "Updated plans of 2031, "])
def test_a_line_that_attributes_or_quotes_is_never_loose_furniture(start: str) -> None:
    for said in (f"{start}Lunt said on our Facebook channel.", f"{start}“watch our channel on YouTube”"):
        assert not is_furniture(said)


def test_a_long_paragraph_is_no_furniture_by_its_first_words() -> None:
    text = "Click here and nothing happens, " + "as everybody at the lock of Ferrow knows by now, " * 8
    assert not is_furniture(text)
    assert is_furniture(text[:60])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Subscribe | Log in", True),
        ("Menu | Search", True),
        ("Sign in › Register", True),
        ("SPORT >> FIRST LEAGUE", True),
        ("Rivers » Gates", True),
        ("Gate stuck > Ferrow cut off", False),
        ("Gate stuck | Quay Post", False),
        ("Register opens | Search goes on", False),
    ],
)
def test_a_row_of_two_buttons_is_furniture(text: str, *, expected: bool) -> None:
    assert is_furniture(text) is expected
