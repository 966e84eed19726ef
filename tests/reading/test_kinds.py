"""A file's kind is told by what it begins with, and only then by its suffix."""

from __future__ import annotations

import pytest

from summarizer.reading.kinds import SUFFIXES, Kind, find_kind

MAIL = b"From: Fen Post <post@fen.example>\nSubject: The weir\nDate: Mon, 02 Feb 2032 08:00:00 +0000\n\nIt broke.\n"


@pytest.mark.parametrize(
    ("suffix", "start", "kind"),
    [
        (".txt", b"<!doctype html><html><body><p>The weir broke.</p>", Kind.PAGE),
        ("", b"\xef\xbb\xbf<html><head>", Kind.PAGE),
        (".txt", b"%PDF-1.7\n", Kind.PDF),
        (".html", b"\x1f\x8b\x08\x00", Kind.GZIP),
        (".dat", b"PK\x03\x04", Kind.ZIP),
        (".xml", b'<?xml version="1.0"?>\n<!-- made -->\n<rss version="2.0">', Kind.FEED),
        ("", b'<feed xmlns="http://www.w3.org/2005/Atom">', Kind.FEED),
        (".xml", b'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><head>', Kind.NEWS_XML),
        ("", b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><html>', Kind.NEWS_XML),
        (
            ".xml",
            b'<?xml version="1.0"?><nar:newsMessage xmlns:nar="http://iptc.org/std/nar/2006-10-01/">',
            Kind.NEWS_XML,
        ),
        (".txt", MAIL, Kind.MAIL),
        (".html", MAIL, Kind.MAIL),
        (".csv", b'{"title": "The weir", "text": "It broke."}\n', Kind.LINES),
        (".json", b"title,text\nThe weir,It broke.\n", Kind.TABLE),
        ("", b"From post@fen.example Mon Feb  2 08:00:00 2032\n" + MAIL, Kind.MAILBOX),
        ("", b'{"title": "The weir", "text": "It broke."}\n', Kind.LINES),
        ("", b'{"title": "The weir", "text": "It bro', Kind.LINES),
        (".txt", b'{\n  "title": "The weir",\n', Kind.DOCUMENT),
        ("", b'[{"title": "The weir"}]', Kind.DOCUMENT),
        (".csv", b"title,text\n", Kind.TABLE),
        (".txt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n", Kind.SUBTITLES),
        ("", b"1\r\n00:00:01,000 --> 00:00:02,500\r\nIt broke.\r\n", Kind.SUBTITLES),
        (".txt", b"0:00:01.000,0:00:02.000\nIt broke.\n", Kind.SUBTITLES),
        (".ass", b"[Script Info]\nTitle: Tolm\n", Kind.SUBTITLES),
        (".emlx", b"105       \n" + MAIL, Kind.MAIL),
        ("", b"105\n" + MAIL, Kind.MAIL),
        (".txt", b"id\ttitle\tbody\n1\tWeir breaks\tIt broke.\n", Kind.TABLE),
        (".json", b"<!doctype html><html><body>", Kind.PAGE),
        (".jsonl", b'{\n  "text": "It broke."\n}\n', Kind.DOCUMENT),
        (".dat", b"a.txt".ljust(257, b"\0") + b"ustar\x0000", Kind.TAR),
        (".txt", b"Title, text and date\n\nA column, on words.\n", Kind.TEXT),
        (".md", b"# The weir\n\nIt broke.", Kind.TEXT),
    ],
)
def test_what_a_file_begins_with_tells_its_kind(suffix: str, start: bytes, kind: Kind) -> None:
    assert find_kind(suffix, start) is kind


@pytest.mark.parametrize(
    "start",
    [
        b"From: Ada Holm\nDate: Monday\n\nThe weir of Tolm broke.",
        b"Mara Quill: The weir is old.\nReeve: It is not.\n",
        b"{The weir} broke.",
        b"The tag <rss> stands inside.",
    ],
)
def test_a_text_that_only_reminds_of_a_kind_is_a_text(start: bytes) -> None:
    assert find_kind(".txt", start) is Kind.TEXT
    assert find_kind("", start) is None


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".parquet", ".gz", ".warc", ".srt", ".rss"])
def test_a_suffix_alone_makes_no_file_of_a_kind_that_begins_in_its_own_way(suffix: str) -> None:
    assert suffix in SUFFIXES
    assert find_kind(suffix, b"The weir of Tolm broke.") is None


def test_a_feed_may_have_a_prefix_for_its_names() -> None:
    assert find_kind(".xml", b'<?xml version="1.0"?><a:feed xmlns:a="http://www.w3.org/2005/Atom">') is Kind.FEED
