"""The index of many articles, and how an article is packed into it."""

from __future__ import annotations

import base64
import re
import zlib

from summarizer.contract.article import Article
from summarizer.contract.check import Check
from summarizer.output.page.article import article_section
from summarizer.output.page.index import index_row, packed_article
from tests.reports import quoted, report

TEXT = "The dyke “held all night”, warden Ada Kroon said. It rained.\n"


def test_a_packed_article_is_its_section() -> None:
    one = report(TEXT, [quoted(TEXT, "“held all night”", "Ada Kroon")])
    packed = re.search(r'-z">([^<]*)</script>', packed_article(one))
    assert packed is not None
    section = zlib.decompress(base64.b64decode(packed[1]), -zlib.MAX_WBITS).decode()
    assert section == article_section(one, home="#")


def test_a_row_counts_claims_doubts_and_missed_statements() -> None:
    doubted = quoted(TEXT, "“held all night”", "Ada Kroon", id="c1").model_copy(
        update={"checks": (Check(code="low_overlap", detail="x"),)}
    )
    one = report(TEXT, [doubted, quoted(TEXT, "The dyke", "Bo Lind", id="c2")], missed=["It rained."])
    article = Article(id="dyke", text=TEXT, outlet="Dyke <Post>", published="2031-05-02T10:00:00Z")
    row = index_row(one.model_copy(update={"article": article}), 'articles/a"b.html')
    assert 'href="articles/a&quot;b.html"' in row
    assert "Dyke &lt;Post&gt;</td><td>2031-05-02</td><td>2</td><td>1</td><td>1</td>" in row


def test_the_words_to_search_by_cannot_end_their_script() -> None:
    text = "</script><script>alert(1)</script> <!-- said Ada"
    row = index_row(report(text, [quoted(text, text, "</SCRIPT >Ada", id="c1")], headline="x"), "#a")
    (words,) = re.findall(r'<script type="text/plain"[^>]*>(.*?)</script>', row, re.DOTALL)
    assert "<" not in words
    assert "alert(1)" in words
    assert row.endswith("</script>")
    assert row.count("<script") == 1
