"""Pages that hold several whole articles, one below the other: each with its headline, paragraphs and element."""

from __future__ import annotations

import copy
import re
from typing import Any

_COMMENT = re.compile(r"comment|teaser|related|promo|card|sidebar|recommend", re.IGNORECASE)
_SHORTEST_PARAGRAPH = 40  # characters
_FEWEST_PARAGRAPHS = 2
_FEWEST_LETTERS = 150
_APART = frozenset({"aside", "footer", "nav"})
# What says of the whole page is the first article's: the second has a name of the site and a language alone.
_OF_THE_SITE = frozenset({"og:site_name", "application-name", "publisher"})
_ADDRESS_KEYS = ("data-url", "data-permalink", "data-href", "itemid")


def whole_articles(tree: Any) -> list[Any]:
    """The elements in a page that are whole articles: none within another, each with a heading and running text."""
    found = []
    for article in tree.iter("article"):
        around = {parent.tag for parent in article.iterancestors()}
        if "article" in around or around & _APART or _COMMENT.search(article.get("class", "") + article.get("id", "")):
            continue
        if any(True for _ in article.iter("h1", "h2")) and _is_running_text(article):
            found.append(article)
    return found


def part_tree(tree: Any) -> list[str]:
    """A page for each of several whole articles with a first-level heading each; [] where there are none such."""
    found = whole_articles(tree)
    if len(found) < 2 or any(article.find(".//h1") is None for article in found):
        return []
    return [_page_of(tree, number, len(found)) for number in range(len(found))]


def _is_running_text(article: Any) -> bool:
    lengths = [len("".join(paragraph.itertext()).strip()) for paragraph in article.iter("p")]
    full = [length for length in lengths if length >= _SHORTEST_PARAGRAPH]
    return len(full) >= _FEWEST_PARAGRAPHS and sum(full) >= _FEWEST_LETTERS


def _page_of(tree: Any, number: int, total: int) -> str:
    """The page with one of its articles alone."""
    from lxml import html  # type: ignore[import-untyped]  # noqa: PLC0415  only web pages need it

    page = copy.deepcopy(tree)
    articles = whole_articles(page)
    for other, article in enumerate(articles[:total]):
        if other != number:
            article.drop_tree()
    if number:
        _forget_facts(page, articles[number])
    return str(html.tostring(page, encoding="unicode"))


def _forget_facts(page: Any, article: Any) -> None:
    """Take out of a page what it says of its first article, and say instead what the other says of itself."""
    for element in [*page.iter("meta", "link", "title", "script")]:
        name = element.get("property") or element.get("name") or ""
        if name.lower() not in _OF_THE_SITE and element.get("charset") is None:
            element.drop_tree()
    address = next((value for key in _ADDRESS_KEYS if (value := article.get(key, "")).startswith("http")), "")
    if address and page.find("head") is not None:
        link = page.makeelement("link", {"rel": "canonical", "href": address})
        page.find("head").append(link)
