"""A page with several whole articles is parted where each has a heading of the first level."""

from __future__ import annotations

import pytest
from lxml import html

from summarizer.reading.articles import article_from_html
from summarizer.reading.page_articles import part_tree, whole_articles
from summarizer.reading.webpage import part_page

WEIR = """<h1>Weir of Tolm breaks</h1>
<p>The weir of Tolm broke on Monday after a barge struck its gate, the board said.</p>
<p>The boatmen had warned of it in spring, and Kora Lindt of the board had promised a new gate.</p>"""
SCHOOL = """<h1>School in Ostby gets a roof</h1>
<p>The old school of Ostby has been given a second roof by the parish.</p>
<p>Teacher Mads Orre told the parish that lessons in the hall of Brinde would end in autumn.</p>"""
HEAD = """<head><title>Weir of Tolm breaks</title><meta property="og:site_name" content="Harn Post">
<link rel="canonical" href="https://post.example/weir"></head>"""


def page(*articles: str) -> str:
    return f"<html lang=en>{HEAD}<body><main>{''.join(articles)}</main></body></html>"


def test_two_articles_become_two_pages_and_only_the_first_has_the_facts_of_the_page() -> None:
    whole = page(
        f"<article>{WEIR}</article>", f"<article data-url='https://post.example/school'>{SCHOOL}</article>"
    ).encode()
    first, second = map(article_from_html, part_page(whole))
    assert (first.title, first.url, first.outlet) == ("Weir of Tolm breaks", "https://post.example/weir", "Harn Post")
    assert (second.title, second.url, second.outlet) == (
        "School in Ostby gets a roof",
        "https://post.example/school",
        "Harn Post",
    )
    assert "Ostby" not in first.text
    assert "Tolm" not in second.text


@pytest.mark.parametrize(
    "other",
    [
        "",
        "<article><h1>School in Ostby gets a roof</h1><p>Read more</p></article>",
        f"<article class=comment>{SCHOOL}</article>",
        f"<aside><article>{SCHOOL}</article></aside>",
        f"<article class=teaser-card>{SCHOOL}</article>",
    ],
)
def test_comments_and_teasers_are_no_articles(other: str) -> None:
    whole = page(f"<article>{WEIR}</article>", other)
    assert len(whole_articles(html.document_fromstring(whole))) == 1
    assert part_page(whole.encode()) == [whole.encode()]
    assert article_from_html(whole).checks == ()


def test_articles_without_headings_of_the_first_level_are_told() -> None:
    blog = page(*(f"<article>{article.replace('h1', 'h2')}</article>" for article in (WEIR, SCHOOL)))
    assert part_tree(html.document_fromstring(blog)) == []
    assert [check.code for check in article_from_html(blog).checks] == ["several_articles"]
