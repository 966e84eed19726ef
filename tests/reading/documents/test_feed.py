from __future__ import annotations

import pytest

from summarizer.contract.errors import EmptyArticleError, UnreadableInputError
from summarizer.reading.content import Content
from summarizer.reading.documents.feed import read_feed
from tests.reading.documents.samples import FEED, FIRST, MARKUP, SECOND


def test_an_item_has_its_longest_text_without_markup() -> None:
    first, empty = read_feed(FEED, "a.rss")
    assert isinstance(first.found, Content)
    assert first.found.text == f"{FIRST}\n\n{SECOND}"
    assert isinstance(empty.found, EmptyArticleError)
    assert empty.found.where == "a.rss:2"


def test_atom_is_read_too() -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Fen Post</title><entry><title>Weir</title>'
        '<updated>2032-02-02T08:00:00Z</updated><link href="https://fen.example/1"/>'
        "<author><name>Ada Holm</name></author>"
        f'<content type="html"><![CDATA[{MARKUP}]]></content></entry></feed>'
    )
    (only,) = read_feed(feed.encode(), "a.atom")
    assert isinstance(only.found, Content)
    assert only.found.facts["author"] == "Ada Holm"
    assert only.found.facts["url"] == "https://fen.example/1"


def test_another_xml_file_is_refused() -> None:
    with pytest.raises(UnreadableInputError, match="not a feed"):
        list(read_feed(b"<urlset><url/></urlset>", "a.xml"))


def test_what_is_escaped_twice_is_no_markup_either() -> None:
    escaped = MARKUP.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    feed = f'<rss version="2.0"><channel><item><description><![CDATA[{escaped}]]></description></item></channel></rss>'
    twice = feed.replace("<![CDATA[", "").replace("]]>", "").replace("&lt;", "&amp;lt;").replace("&gt;", "&amp;gt;")
    for data in (feed, twice):
        (only,) = read_feed(data.encode(), "a.rss")
        assert isinstance(only.found, Content)
        assert only.found.text == f"{FIRST}\n\n{SECOND}"
