"""What comes from an article is shown as it is and does nothing."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.output.page.escaping import article_key, escaped, name_of, web_address


def test_tags_and_quotes_are_escaped() -> None:
    assert escaped("<b a=\"1\" c='2'>&") == "&lt;b a=&quot;1&quot; c=&#x27;2&#x27;&gt;&amp;"


@pytest.mark.parametrize(("text", "shown"), [("\u202eyes\u202c", "[U+202E]yes[U+202C]"), ("a\x00b", "a[U+0000]b")])
def test_what_a_browser_would_not_show_is_shown_as_its_code(text: str, shown: str) -> None:
    assert escaped(text) == shown


@pytest.mark.parametrize("url", ["javascript:alert(1)", "JavaScript:1", "//evil.example", "file:///x", "", None])
def test_only_the_web_has_addresses(url: str | None) -> None:
    assert web_address(url) == ""
    assert web_address("https://dyke.example/a") == "https://dyke.example/a"


def test_keys_differ_by_id_and_by_text_and_are_names() -> None:
    articles = [Article(id=name, text=text) for name, text in (("a", "x"), ("b", "x"), ("a", "y"), ('"><script>', "x"))]
    keys = [article_key(one) for one in articles]
    assert len(set(keys)) == 4
    assert all(key.isalnum() for key in keys)


@pytest.mark.parametrize("article_id", ["/home/ada/dyke", "C:\\ada\\dyke", "sub/dyke", "dyke"])
def test_an_id_is_shown_without_its_folders(article_id: str) -> None:
    assert name_of(article_id) == "dyke"
