"""What is read from an article is worked out once, and is freed with it."""

from __future__ import annotations

import gc
import weakref

from summarizer.attribution.sources import read_cast
from summarizer.attribution.statements import article_statements, mentions_by_content, source_names
from summarizer.contract.article import Article, ReadOnce
from summarizer.reading.layout.quotation import quoted_regions

TEXT = 'The bridge will stay shut, Mayor Ann Poe said on Monday. "We need a month," she told the Ostby Herald.'


def test_an_article_is_read_once_and_another_one_by_itself() -> None:
    read: list[str] = []

    @ReadOnce
    def first_letter(article: Article) -> str | None:
        read.append(article.id)
        return article.text[:1] or None

    one, two = Article(id="1", text="a"), Article(id="2", text="")
    assert [first_letter(article) for article in (one, two, one, two)] == ["a", None, "a", None]
    assert read == ["1", "2"]


def test_what_is_remembered_makes_no_article_differ() -> None:
    article, fresh = Article(id="1", text=TEXT), Article(id="1", text=TEXT)
    source_names(article)
    assert article == fresh
    assert hash(article) == hash(fresh)
    assert article.model_dump_json() == fresh.model_dump_json()


def test_an_article_is_freed_with_all_that_was_read_from_it() -> None:
    article = Article(id="1", text=TEXT)
    assert [name.name for name in source_names(article).values()] == ["Ann Poe", "Ann Poe"]
    for read in (article_statements, mentions_by_content, quoted_regions, read_cast):
        read(article)
    left = weakref.ref(article)
    gc.disable()
    try:
        del article
        assert left() is None
    finally:
        gc.enable()
