"""Articles as agencies deliver them."""

from __future__ import annotations

import pytest

from summarizer.contract.errors import EmptyArticleError, UnreadableInputError
from summarizer.reading.content import Content
from summarizer.reading.documents.news_xml import read_news_xml
from tests.reading.documents.samples import FIRST, TITLE

SECOND = "“It is mended,” she said."
PARAGRAPHS = f"<p>{FIRST}</p><h2>Late</h2><p>“It is <em>mended</em>,” she said.</p>"
NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.example/nitf.dtd">
<nitf><head><title>FEN1</title><docdata><date.issue norm="20320202T080000Z"/></docdata><pubdata name="Fen Wire"/></head>
<body><body.head><hedline><hl1>{TITLE}</hl1><hl2>Late news</hl2></hedline><byline>By Ada Holm</byline></body.head>
<body.content>{PARAGRAPHS}<media><media-caption>The weir.</media-caption></media></body.content></body></nitf>"""
META = f"""<itemMeta><provider literal="FEN"><name>Fen Wire</name></provider>
<versionCreated>2032-02-02T08:00:00Z</versionCreated></itemMeta>
<contentMeta><language tag="en-GB"/><headline>{TITLE}</headline><by>Ada Holm</by></contentMeta>"""
ITEM = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">{META}<contentSet><inlineXML>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>FEN1</title></head><body>{PARAGRAPHS}</body></html>
</inlineXML></contentSet></newsItem>"""
NEWSML_1 = f"""<NewsML><NewsItem><NewsManagement><ThisRevisionCreated>20320202T080000Z</ThisRevisionCreated>
</NewsManagement><NewsComponent><NewsLines><HeadLine>{TITLE}</HeadLine><ByLine>By Ada Holm</ByLine></NewsLines>
<ContentItem><DataContent><nitf><body><body.content>{PARAGRAPHS}</body.content></body></nitf></DataContent>
</ContentItem></NewsComponent></NewsItem></NewsML>"""


def read(text: str) -> list[Content]:
    found = [one.found for one in read_news_xml(text.encode(), "a.xml")]
    assert all(isinstance(one, Content) for one in found)
    return [one for one in found if isinstance(one, Content)]


@pytest.mark.parametrize(
    ("text", "outlet", "language"),
    [(NITF, "Fen Wire", ""), (ITEM, "Fen Wire", "en-GB"), (NEWSML_1, "", "")],
    ids=["NITF", "NewsML-G2", "NewsML 1"],
)
def test_the_text_and_what_is_told_of_it(text: str, outlet: str, language: str) -> None:
    (only,) = read(text)
    assert only.text == f"{FIRST}\n\nLate\n\n{SECOND}"
    assert only.facts["title"] == TITLE
    assert only.facts["author"] == "Ada Holm"
    assert only.facts["published"] == "2032-02-02T08:00:00Z"
    assert (only.facts["outlet"], only.facts["language"]) == (outlet, language)


def test_each_item_of_a_message_is_an_article_and_pictures_are_none() -> None:
    picture = "<newsItem><contentSet><remoteContent/></contentSet></newsItem>"
    assert len(read(f"<newsMessage><itemSet>{ITEM}{picture}{ITEM}</itemSet></newsMessage>")) == 2


def test_letters_that_are_written_by_name_are_read() -> None:
    (only,) = read(NITF.replace("she said", "the caf&eacute; said"))
    assert only.text.endswith("the café said.")


@pytest.mark.parametrize(
    ("written", "published"), [("20320202", "2032-02-02"), ("20320202T0800Z", "2032-02-02T08:00:00Z"), ("soon", "soon")]
)
def test_dates_without_marks(written: str, published: str) -> None:
    (only,) = read(NITF.replace("20320202T080000Z", written))
    assert only.facts["published"] == published


def test_a_broken_file_and_one_without_text_say_so() -> None:
    with pytest.raises(UnreadableInputError, match="broken"):
        read(NITF[:300])
    with pytest.raises(EmptyArticleError, match="no text in its nitf"):
        read("<nitf><body/></nitf>")
