"""What a web page says about its article: in JSON-LD, in its meta elements, and in its links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from summarizer.reading.content import Facts

# Names of meta elements by fact, the most trustworthy first; in lower case.
_META: dict[str, tuple[str, ...]] = {
    "published": (
        *(
            "article:published_time",
            "datepublished",
            "og:published_time",
            "og:article:published_time",
            "parsely-pub-date",
        ),
        *("date", "pubdate", "publish-date", "publication_date", "dc.date.issued", "dcterms.created", "dc.date"),
        *("sailthru.date", "article.published", "cxenseparse:recs:publishtime"),
    ),
    "url": ("og:url",),
    "outlet": ("og:site_name", "publisher", "application-name", "dc.publisher"),
    "author": ("author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author"),
    "title": ("og:title", "twitter:title", "parsely-title", "dc.title"),
}
# Types of schema.org that are articles, without their final "Article" or "Posting".
_ARTICLE = re.compile(r"\w*(?:Article|Posting|Report|Review)|WebPage")


def read_facts(tree: Any) -> Facts:
    """The facts that the page states; what it does not state is missing."""
    facts = Facts()
    linked = _from_json_ld(tree)
    stated = _from_meta(tree)
    for fact in ("published", "url", "outlet", "author", "title"):
        # The site's name on the page goes before a publisher's, who may be an agency or a company.
        first, second = (stated, linked) if fact in ("outlet", "url", "title") else (linked, stated)
        found = first.get(fact) or second.get(fact)
        if found:
            facts[fact] = found
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and _one_line(link.get("href")):
            facts["url"] = _one_line(link.get("href"))
    language = tree.get("lang") or tree.get("xml:lang") or linked.get("language")
    if language:
        facts["language"] = language
    return facts


def _from_meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if meta.get("itemprop") == "name" and meta.getparent() is not None:
            name = (meta.getparent().get("itemprop") or "").lower()  # whose: the publisher's
        found.setdefault(name, _one_line(meta.get("content")))
    facts = {fact: next(filter(None, map(found.get, names)), "") for fact, names in _META.items()}
    if facts["author"].startswith("http"):
        facts["author"] = ""  # the address of a profile
    return facts


def _from_json_ld(tree: Any) -> dict[str, str]:
    """The facts of the first article that the page's JSON-LD describes."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            value = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _articles_in(value, depth=4):
            return {
                "published": _text(item.get("datePublished")),
                "url": _text(item.get("url")) or _text(item.get("mainEntityOfPage")),
                "outlet": _text(item.get("publisher")),
                "author": _names(item.get("author")),
                "title": _text(item.get("headline")),
                "language": _text(item.get("inLanguage")),
            }
    return {}


def _articles_in(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth == 0:
        return
    if isinstance(value, list):
        for item in value:
            yield from _articles_in(item, depth - 1)
    elif isinstance(value, Mapping):
        kinds = value.get("@type")
        names = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(name, str) and _ARTICLE.fullmatch(name) for name in names) and value.get("datePublished"):
            yield value
        yield from _articles_in(value.get("@graph"), depth - 1)


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("@id") or value.get("url")
    return _one_line(value) if isinstance(value, str) else ""


def _names(value: object) -> str:
    items = value if isinstance(value, list) else [value]
    return ", ".join(dict.fromkeys(filter(None, map(_text, items))))


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())
