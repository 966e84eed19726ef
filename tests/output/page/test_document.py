"""The page allows the one style and the one script that stand in it, and nothing else."""

from __future__ import annotations

import base64
import re
from hashlib import sha256

import pytest

from summarizer.output.page.document import ONE_ARTICLE, SEVERAL_ARTICLES, Frame, frame


@pytest.mark.parametrize("page", [ONE_ARTICLE, SEVERAL_ARTICLES], ids=["one", "several"])
def test_the_policy_allows_only_what_stands_in_the_page(page: Frame) -> None:
    html = page.opening + page.closing
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert found is not None
    policy = found[1]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize("page", [ONE_ARTICLE, SEVERAL_ARTICLES], ids=["one", "several"])
def test_the_page_names_no_other_place(page: Frame) -> None:
    html = page.opening + page.closing
    assert not re.findall(r"https?://|@import|url\(|\bsrc=|\bstyle=|\son\w+=", html)


def test_a_title_is_escaped() -> None:
    assert "<title>&lt;b&gt;</title>" in frame("<b>").opening
