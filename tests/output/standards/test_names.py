"""Addresses that stay the same, and JSON that any reader takes."""

from __future__ import annotations

import base64
import hashlib
import json

import pytest

from summarizer.contract.article import Article
from summarizer.output.standards.names import article_address, as_json, as_line, claim_name, day, web_address
from tests.output.tables.stories import dyke_report


def test_an_article_is_where_it_was_published_or_what_its_text_is() -> None:
    assert article_address(Article(id="a", text="x", url="https://post.example/a?b=1")) == "https://post.example/a?b=1"
    digest = base64.urlsafe_b64encode(hashlib.sha256(b"x").digest()).decode().rstrip("=")
    assert article_address(Article(id="a", text="x")) == f"ni:///sha-256;{digest}"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "", None])
def test_what_is_no_web_address_is_none(url: str | None) -> None:
    article = Article(id="a", text="x", url=url)
    assert web_address(article) is None
    assert article_address(article).startswith("ni:")


def test_a_claims_name_changes_with_what_it_says_and_stays_otherwise() -> None:
    report = dyke_report()
    first, second = report.claims
    other = first.model_copy(update={"text": "The dyke broke"})
    names = [claim_name(report, one) for one in (first, second, other)]
    assert len(set(names)) == 3
    assert names[0] == claim_name(dyke_report("of another id"), first)
    assert names[0].startswith("urn:uuid:")


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2031-05-02T08:00:00Z", "2031-05-02"),
        ("2031-05", "2031-05"),
        ("2031", "2031"),
        ("May 2031", None),
        (None, None),
    ],
)
def test_a_day_is_told_only_of_an_iso_date(published: str | None, told: str | None) -> None:
    assert day(published) == told


def test_json_has_no_half_of_a_pair_and_no_control() -> None:
    hostile = {"a": "x\ud800\x9b\x1b"}
    for text in (as_json(hostile), as_line(hostile)):
        assert json.loads(text) == {"a": "x\ufffd\x9b\x1b"}
        assert "\x9b" not in text
        text.encode("utf-8")
    assert as_line(hostile).count("\n") == 1
