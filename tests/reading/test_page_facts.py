"""A page's facts are taken from JSON-LD, meta elements and links, the better one first."""

from __future__ import annotations

import json

import pytest
from lxml import html

from summarizer.reading.page_facts import read_facts


def facts(head: str, lang: str = "") -> dict[str, object]:
    return dict(
        read_facts(html.document_fromstring(f'<html lang="{lang}"><head>{head}</head><body><p>x</p></body></html>'))
    )


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "The weir of Tolm broke",
    "datePublished": "2032-02-02T08:00:00+01:00",
    "publisher": {"@type": "Organization", "name": "Fen Media"},
    "author": [{"name": "Ada Holm"}, {"name": "Jo Fell"}],
    "url": "https://fen.example/1",
}


@pytest.mark.parametrize("data", [ARTICLE, [ARTICLE], {"@graph": [{"@type": "WebSite", "name": "Fen"}, ARTICLE]}])
def test_json_ld_is_read(data: object) -> None:
    found = facts(linked(data))
    assert found["published"] == "2032-02-02T08:00:00+01:00"
    assert found["author"] == "Ada Holm, Jo Fell"
    assert (found["url"], found["outlet"], found["title"]) == (ARTICLE["url"], "Fen Media", ARTICLE["headline"])


def test_the_sites_name_goes_before_the_publishers() -> None:
    assert facts('<meta property="og:site_name" content="Fen Post">' + linked(ARTICLE))["outlet"] == "Fen Post"


def test_meta_elements_are_read() -> None:
    head = '<meta name="date" content="2032-02-02"><meta name="author" content="Ada Holm"><meta name="x" content="y">'
    assert facts(head, "en") == {"published": "2032-02-02", "author": "Ada Holm", "language": "en"}


def test_a_canonical_link_is_the_address() -> None:
    head = '<link rel="canonical" href="https://fen.example/2">' + linked(ARTICLE)
    assert facts(head)["url"] == "https://fen.example/2"


@pytest.mark.parametrize("script", ["{", "[" * 5000, '"x"', '{"@type": ["NewsArticle"]}', "null"])
def test_json_ld_that_says_nothing_is_passed_over(script: str) -> None:
    assert facts(f'<script type="application/ld+json">{script}</script>') == {}


def test_a_name_in_microdata_is_the_publishers_where_it_stands_in_it() -> None:
    body = '<div itemprop="publisher"><meta itemprop="name" content="Fen Post"></div>'
    assert facts(f'{body}<div itemprop="author"><meta itemprop="name" content="Ada Holm"></div>') == {
        "outlet": "Fen Post",
        "author": "Ada Holm",
    }
