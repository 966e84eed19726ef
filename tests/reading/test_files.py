"""A file of any kind gives its article; what is not read is refused by its name."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sys

import pytest

from summarizer.contract.article import Article
from summarizer.contract.errors import BinaryInputError, EmptyArticleError, InputError, UnreadableInputError
from summarizer.reading import files
from summarizer.reading.articles import article_from_content
from summarizer.reading.content import Content
from summarizer.reading.files import Origin, read_records
from tests.reading.documents.samples import (
    FEED,
    FIRST,
    MARKUP,
    PAGE,
    PARAGRAPHS,
    SECOND,
    SUBTITLES,
    TITLE,
    book,
    mail,
    open_document,
    pdf,
    tar_of,
    web_archive,
    word,
    zip_of,
)

LINE = '{"title": "Weir of Tolm breaks", "content": "' + MARKUP.replace('"', '\\"') + '"}\n'
LINES = LINE.encode()
TABLE = f'title,content\r\n"{TITLE}","{FIRST}\n\n{SECOND}"\r\n'.encode()


def found(name: str, data: bytes) -> list[Article | InputError]:
    results: list[Article | InputError] = []
    for _, record in read_records(io.BufferedReader(io.BytesIO(data)), Origin(name, name)):  # type: ignore[type-var]
        if isinstance(record.found, Content):
            results.append(article_from_content(record.found, id="x"))
        else:
            results.append(record.found)
    return results


def refusal(name: str, data: bytes) -> InputError:
    (only,) = found(name, data)
    assert isinstance(only, InputError)
    return only


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "\n\n".join([TITLE, *PARAGRAPHS]).encode()),
        ("a.txt", PAGE.encode()),
        ("a.html", PAGE.encode()),
        ("a.eml", mail()),
        ("a", mail(markup=True)),
        ("a.mbox", b"From post@fen.example Mon Feb  2 08:00:00 2032\n" + mail()),
        ("a.jsonl", LINES),
        ("a", LINES),
        ("a.json", b"[" + LINES + b"]"),
        ("a.csv", TABLE),
        ("a.tsv", TABLE.replace(b"title,content", b"title\tcontent").replace(b'","', b'"\t"')),
        ("a.docx", word()),
        ("a.odt", open_document()),
        ("a.epub", book()),
        ("a.pdf", pdf([[TITLE, "", FIRST, "", SECOND.replace("“", '"').replace("”", '"')]])),
        ("a.warc.gz", web_archive()),
        ("a.srt", SUBTITLES),
        ("a.txt.gz", gzip.compress("\n\n".join(PARAGRAPHS).encode())),
        ("a.jsonl.bz2", bz2.compress(LINES)),
        ("a.jsonl.xz", lzma.compress(LINES)),
        ("a.zip", zip_of({"in/a.html": PAGE, "__MACOSX/a.html": PAGE, "in/a.png": b"\x89PNG"})),
        ("a.tar", tar_of({"in/a.html": PAGE, "in/a.png": "x"})),
        ("a.tgz", gzip.compress(tar_of({"a.txt": "\n\n".join(PARAGRAPHS)}))),
        ("a.wacz", zip_of({"datapackage.json": "{}", "archive/a.warc.gz": web_archive(), "pages/pages.jsonl": "{}"})),
    ],
)
def test_every_kind_gives_its_article(name: str, data: bytes) -> None:
    (article,) = found(name, data)
    assert isinstance(article, Article)
    assert FIRST in " ".join(article.text.split())
    assert SECOND in " ".join(article.text.split()).replace('"Nobody was hurt,"', "“Nobody was hurt,”")
    assert "<p>" not in article.text
    assert "NOTE" not in article.text


def test_zstd_and_parquet_are_read_with_their_libraries() -> None:
    zstandard = pytest.importorskip("zstandard")
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    (article,) = found("a.jsonl.zst", zstandard.compress(LINES))
    assert isinstance(article, Article)
    buffer = io.BytesIO()
    parquet.write_table(pyarrow.table({"title": [TITLE, TITLE], "text": [FIRST, SECOND]}), buffer)
    assert [getattr(result, "title", None) for result in found("a.parquet", buffer.getvalue())] == [TITLE, TITLE]


def test_a_feed_gives_an_article_an_item() -> None:
    article, empty = found("a.rss", FEED)
    assert isinstance(article, Article)
    assert (article.title, article.url, article.outlet) == (TITLE, "https://fen.example/1", "Fen Post")
    assert (article.published, article.author, article.language) == ("2032-02-02T08:00:00Z", "Ada Holm", "en")
    assert isinstance(empty, EmptyArticleError)


def test_facts_come_with_each_kind() -> None:
    facts = {}
    for name, data in (("m", mail()), ("w", word()), ("o", open_document()), ("p", pdf([[FIRST, "", "Second."]]))):
        (article,) = found(name, data)
        assert isinstance(article, Article)
        facts[name] = (article.title, article.outlet, article.author, article.published)
    assert facts == {
        "m": (TITLE, "Fen Post", None, "2032-02-02T08:00:00Z"),
        "w": (TITLE, None, "Ada Holm", None),
        "o": (TITLE, None, "Ada Holm", "2032-02-02"),
        "p": (TITLE, None, "Ada Holm", "2032-02-02T08:00:00+01:00"),
    }


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xml", b'<?xml version="1.0"?><urlset><url/></urlset>', "XML file (urlset)"),
        ("a.pdf", b"The weir of Tolm broke.", "named .pdf"),
        ("a.pdf", b"%PDF-1.4 broken", "broken"),
        ("a.xlsx", zip_of({"xl/workbook.xml": "<x/>"}), "Excel"),
        ("a.ods", zip_of({"content.xml": "<x/>"}, "application/vnd.oasis.opendocument.spreadsheet"), "spreadsheet"),
        ("a.zip", zip_of({"a.png": b"\x89PNG"}), "nothing that is read (.png)"),
        ("a.tar", tar_of({"a.png": "x"}), "nothing that is read (.png)"),
        ("a.png", b"\x89PNG\r\n", "PNG image"),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "XML file (svg)"),
        ("a.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "calendar"),
        ("a.rtf", b"{\\rtf1 x}", "RTF"),
        ("a.txt.gz", gzip.compress(b"The weir of Tolm broke." * 99)[:40], "broken"),
        ("a.zip", zip_of({"a.txt": "x" * 999})[:60], "broken"),
        ("a.srt", b"The weir of Tolm broke.", "named .srt"),
    ],
    ids=lambda given: "data" if isinstance(given, bytes) else given,  # archives hold the time at which they are made
)
def test_what_is_not_read_is_refused_by_its_name(name: str, data: bytes, said: str) -> None:
    error = refusal(name, data)
    assert said in str(error)
    assert error.where.startswith(name)


def test_a_missing_library_is_named_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    error = refusal("a.pdf", pdf([["x"]]))
    assert isinstance(error, UnreadableInputError)
    assert "summarizer[pdf]" in error.hint


def test_pages_heads_and_numbers_are_no_text() -> None:
    pages = [
        ["Fen Post", f"Line {n} of the weir.", "More of it here.", f"And {'abc'[n - 1]} more.", str(n)]
        for n in (1, 2, 3)
    ]
    (article,) = found("a.pdf", pdf(pages, title="Microsoft Word - x.doc"))
    assert isinstance(article, Article)
    assert "Fen Post" not in article.text
    assert article.text.split("\n")[-1].strip() == "And c more."
    assert "Microsoft" not in article.title


def test_files_within_files_have_an_end() -> None:
    data = b"The weir of Tolm broke."
    for _ in range(6):
        data = gzip.compress(data)
    assert "within files" in str(refusal("a.gz", data))


def test_a_text_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 1000)
    assert "larger" in str(refusal("a.txt.gz", gzip.compress(b"a" * 5000)))
    assert "larger" in str(refusal("a.docx", zip_of({"word/document.xml": "a" * 5000})))


def test_a_text_that_was_decoded_wrongly_says_so() -> None:
    (article,) = found("a.txt", "The reeve said: â€œIt broke.â€\x9d Nobody knew why â€“ nobody.".encode())
    assert isinstance(article, Article)
    assert [check.code for check in article.checks] == ["text_garbled"]


def test_a_binary_that_calls_itself_text_is_refused() -> None:
    assert isinstance(refusal("a.txt", b"\x7fELF\x02\x01"), BinaryInputError)


def test_a_text_of_two_articles_is_two_records() -> None:
    first = (
        "Weir breaks in Tolm\n\n" + "The weir of Tolm broke on Monday after a barge struck its gate, they said.\n\n" * 3
    )
    second = (
        "School gets a roof\n\nBy Ada Holm\n\n"
        + "The old school of Ostby has been given a second roof by the parish.\n\n" * 3
    )
    file = io.BufferedReader(io.BytesIO(f"{first}-----\n\n{second}".encode()))
    records = [reading.record for reading in read_records(file, Origin("two.txt", "two.txt"))]
    assert [record.number for record in records] == [1, 2]
    assert [record.found.text[:6] for record in records if isinstance(record.found, Content)] == ["Weir b", "School"]
