"""RSS and Atom feeds: an article an item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from summarizer.contract.errors import EmptyArticleError, UnreadableInputError
from summarizer.reading.content import Content, Facts, Record
from summarizer.reading.documents.dates import iso_date
from summarizer.reading.fragment import clean_text, looks_like_markup, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_feed(data: bytes, where: str) -> Iterator[Record]:
    """The items of a feed, with the longest text that each has; the feed's title is their outlet.

    Raises UnreadableInputError when it is an XML file of another kind.
    """
    import feedparser  # type: ignore[import-untyped]  # noqa: PLC0415  only feeds need it

    # Mark-up is read by us as that of every other input, so the library need not clean it.
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.version and not feed.entries:
        raise UnreadableInputError("it is an XML file, but not a feed", where=where, hint="RSS and Atom feeds are read")
    for number, entry in enumerate(feed.entries, start=1):
        yield Record(number, _content(entry, feed.feed, f"{where}:{number}"))


def _content(entry: Any, feed: Any, where: str) -> Content | EmptyArticleError:
    texts = [_plain(part.get("value", "")) for part in [*entry.get("content", []), entry.get("summary_detail", {})]]
    text = max(texts, key=len, default="")
    if not text.strip():
        return EmptyArticleError("the item has no text", where=where, hint="fetch the page that it links to")
    source = entry.get("source", {})
    language = entry.get("content", [{}])[0].get("language") if entry.get("content") else None
    facts = Facts(
        title=" ".join(_plain(entry.get("title", "")).split()),
        url=entry.get("link", ""),
        outlet=_plain(source.get("title") or feed.get("title") or ""),
        author=_author(entry),
        published=iso_date(entry.get("published") or entry.get("updated")),
        language=language or feed.get("language", ""),
    )
    return Content(text=text, facts=facts)


def _author(entry: Any) -> str:
    """The author's name; RSS writes "address (name)", of which the library does not take every form apart."""
    written = entry.get("author_detail", {}).get("name") or entry.get("author", "")
    named = re.search(r"\(([^()]+)\)?\s*\Z", written)
    return named[1] if named else written


def _plain(value: str) -> str:
    return words_of(value) if looks_like_markup(value) else clean_text(value)
