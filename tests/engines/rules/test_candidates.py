"""The sentences that a summary may be made of."""

from __future__ import annotations

from summarizer.contract.article import Article
from summarizer.engines.rules.candidates import find_candidates
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
