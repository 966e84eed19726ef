from __future__ import annotations

import pytest

from summarizer.attribution.sources import SourceName, read_cast
from summarizer.contract.article import Article
from tests.attribution.sources.marked import mark


def test_mentions_outside_the_text_and_empty_ones_do_no_harm() -> None:
    cast = read_cast(Article(id="x", text="Nora Quist said so."))
    assert cast.resolve((3, 3)) == SourceName("", "anonymous")
    assert cast.resolve((500, 700)) == SourceName("", "anonymous")
    assert cast.resolve((10, 11)).name == " "


def test_a_mention_resolved_alone_does_not_know_who_spoke_before_it() -> None:
    marked = mark("[Paul Renn] said so. Tom Hale sat there. [He] said more.")
    assert marked.cast.resolve_all(marked.mentions)[1].name == "Paul Renn"
    assert marked.cast.resolve(marked.mentions[1]).name == "Tom Hale"


def test_later_mentions_do_not_change_what_earlier_ones_mean() -> None:
    marked = mark("[Paul Renn] said so. [He] said more. [Mary Birch] left. [She] said no. [He] said yes.")
    whole = marked.cast.resolve_all(marked.mentions)
    for length in range(len(marked.mentions)):
        assert marked.cast.resolve_all(marked.mentions[:length]) == whole[:length]


def test_the_cast_of_an_article_is_remembered() -> None:
    article = Article(id="x", text="Nora Quist said so.")
    assert read_cast(article) is read_cast(article)


@pytest.mark.parametrize(
    ("mention", "speaks"),
    [
        ("[Nora Quist] left.", True),
        ("[The Dawn Front] left.", True),
        ("[a pilot] left.", True),
        ("[the statement] came.", True),
        ("[the poll] came.", False),
        ("[the rain] came.", False),
    ],
)
def test_what_can_speak(mention: str, speaks: bool) -> None:
    marked = mark(f"At dawn {mention}")
    assert marked.cast.can_speak(marked.mentions[0]) is speaks


def test_the_names_within_a_stretch_have_the_kinds_of_their_bearers() -> None:
    text = "Nora Quist met the Dawn Front in Ostby."
    cast = mark(text).cast
    assert cast.names_within(0, len(text)) == [
        ("Nora Quist", "person"),
        ("Dawn Front", "organization"),
        ("Ostby", "government"),
    ]
    assert cast.names_within(11, 14) == []
