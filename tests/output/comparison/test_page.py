"""A comparison as a page that loads and runs nothing."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from summarizer.output.comparison.page import html_text
from tests.comparisons import dyke_comparison, mention

PAGE = html_text(dyke_comparison())


def test_conflicts_come_first_with_each_side_beside_the_other() -> None:
    assert re.findall(r'<section id="(\w+)"', PAGE)[:2] == ["conflict", "figures"]
    conflict = PAGE.partition('<section id="conflict">')[2].partition("</section>")[0]
    assert conflict.count('<div class="side">') == 2
    assert "3 outlets, 2 origins: Ada Kroon; Ministry of Water" in conflict
    assert '<a href="https://post.example/d" rel="noreferrer">Delta Post, 2031-05-02, claim c1</a>' in conflict


def test_nothing_is_loaded_and_only_its_own_style_is_allowed() -> None:
    style = re.search(r"<style>(.*?)</style>", PAGE, re.DOTALL)
    assert style is not None
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in PAGE
    assert not re.search(r"<script|<link|<img|\ssrc=|\sstyle=|\son\w+=", PAGE)
    assert "javascript:" not in PAGE


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '" onclick="x', "</style><b>", "a\u202eb"])
def test_what_articles_say_is_escaped(hostile: str) -> None:
    whole = dyke_comparison()
    articles = [one.model_copy(update={"title": hostile, "outlet": hostile}) for one in whole.articles]
    sources = [one.model_copy(update={"name": hostile, "names": (hostile,)}) for one in whole.sources]
    side = whole.facts[2].sides[0].model_copy(update={"position": hostile, "mentions": (mention("post", hostile),)})
    facts = (whole.facts[2].model_copy(update={"text": hostile, "reason": hostile, "sides": (side,)}),)
    assert hostile not in html_text(dyke_comparison(articles=articles, sources=sources, facts=facts))


def test_facts_of_one_article_are_folded_away_and_bounded() -> None:
    alone = dyke_comparison().facts[2]
    many = tuple(alone.model_copy(update={"id": f"g{number}"}) for number in range(450))
    page = html_text(dyke_comparison(facts=many))
    assert page.count("the gates are open") == 400
    assert "50 more are in the JSON" in page
    assert "No conflict was found." in page
