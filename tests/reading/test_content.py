from __future__ import annotations

from summarizer.reading.articles import article_from_content
from summarizer.reading.content import Content, Facts

TEXT = "The weir of Tolm broke at noon, reeve Mara Quill said."


def test_content_becomes_an_article_with_its_facts_and_doubts() -> None:
    content = Content(
        TEXT, facts=Facts(outlet="Fen Post", author="Ada Holm"), doubts=(("text_cut_off", "it ends early"),)
    )
    article = article_from_content(content, id="x", outlet="Other", path="a.json")
    assert (article.text, article.outlet, article.author, article.path) == (TEXT, "Fen Post", "Ada Holm", "a.json")
    assert [(check.code, check.detail) for check in article.checks] == [("text_cut_off", "it ends early")]


def test_markup_is_read_as_a_page() -> None:
    head = "<!doctype html><html><head><title>Weir breaks</title></head>"
    page = f"{head}<body><p>{TEXT} And so on it went.</p></body></html>"
    article = article_from_content(Content(markup=page.encode()), id="x")
    assert TEXT in article.text
    assert article.title == "Weir breaks"
