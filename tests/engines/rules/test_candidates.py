"""The sentences that a summary may be made of."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.engines.rules.candidates import find_candidates, past_news
from summarizer.engines.rules.centrality import weigh_sentences
from summarizer.reading.layout.layout import layout_of


def candidates(text: str) -> list[str]:
    article = Article(id="a", text=text)
    layout = layout_of(article)
    texts = [text[one.start : one.end] for one in layout.sentences]
    pairs = list(zip(layout.sentences, weigh_sentences(texts, ()), strict=True))
    return [one.text for one in find_candidates(article, layout, pairs, "")]


def test_an_item_of_a_list_needs_no_stop_if_it_is_long_enough() -> None:
    whole = "Nine boats are lost after a storm broke the wall of Kell"
    assert whole in candidates(f"Storm at Kell\n\n- {whole}\n- The wall of Kell\n\nMayor Ana Moll came on Monday.")


def test_a_line_without_a_stop_is_none() -> None:
    assert candidates("Nine boats are lost after a storm broke the wall of Kell\n\nNo.") == []


def test_a_title_in_capitals_is_none() -> None:
    assert candidates("NINE BOATS ARE LOST IN KELL.\n\nMayor Ana Moll came to the harbour on Monday.") == [
        "Mayor Ana Moll came to the harbour on Monday."
    ]


def test_a_post_within_the_marks_of_a_page_is_none() -> None:
    said = "The millers of Kell closed the market on Sunday after the wall had broken."
    post = "Every miller of Kell should be proud of the market tonight."
    assert candidates(f'Storm at Kell\n\n{said} <post id="7">{post}</post>\n\n') == [said]


RELEASE = """Moll Foods to build a mill

Moll Foods will build an oat mill in Kell, its head Ana Moll said on Monday.

The mill will grind ninety thousand tons of oats a year and give work to 140 people.

{heading}

Moll Foods makes oat drinks that are sold in thirty thousand shops of four countries.
"""


@pytest.mark.parametrize(
    "heading", ["About Moll Foods", "Forward-Looking Statements", "Notes to editors:", "ENDS", "###"]
)
def test_behind_the_news_of_a_press_release_stands_none(heading: str) -> None:
    text = RELEASE.format(heading=heading)
    assert past_news(Article(id="a", text=text), layout_of(Article(id="a", text=text))) == text.index(heading)


@pytest.mark.parametrize("heading", ["About Varn", "About the harbour", "Ends and means", "The mill"])
def test_another_heading_ends_no_news(heading: str) -> None:
    text = RELEASE.format(heading=heading)
    assert past_news(Article(id="a", text=text), layout_of(Article(id="a", text=text))) == len(text)


def test_a_sentence_of_names_is_one_though_it_has_many_capitals() -> None:
    text = "Kell Times chose Reeve Ana Moll as its “Varner of the Year” for 2031."
    assert candidates(f"{text}\n\nIt was late.") == [text]
    assert candidates("Kell Times Picks Reeve Ana Moll As Varner Of The Year Before Storm.\n\nIt was late.") == []
