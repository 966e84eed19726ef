"""A folder of pages: one for each article, and an index that leads to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from summarizer.output.page_folder import PageFolder
from tests.reports import report

if TYPE_CHECKING:
    from pathlib import Path


def _pages_of(index: str) -> list[str]:
    return [unquote(address) for address in re.findall(r'<a href="(articles/[^"]*)"', index)]


def test_the_index_leads_to_a_page_for_each_article(tmp_path: Path) -> None:
    folder = PageFolder(tmp_path)
    for name in ("dyke", "index", "dyke", "dyke 100% #1?"):
        folder.write(report("It rained.", id=name))
    assert not (tmp_path / "index.html").exists()
    folder.commit()
    pages = _pages_of((tmp_path / "index.html").read_text("utf-8"))
    assert len(set(pages)) == 4
    for page in pages:
        html = (tmp_path / page).read_text("utf-8")
        assert 'href="../index.html"' in html
        assert html.rstrip().endswith("</html>")


def test_without_articles_there_is_still_an_index(tmp_path: Path) -> None:
    PageFolder(tmp_path).commit()
    assert (tmp_path / "index.html").read_text("utf-8").rstrip().endswith("</html>")


def test_an_abandoned_folder_that_was_made_for_it_is_removed(tmp_path: Path) -> None:
    made = tmp_path / "new"
    made.mkdir()
    PageFolder(made, [made]).abandon()
    assert not made.exists()


def test_what_is_abandoned_replaces_no_index(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("earlier")
    folder = PageFolder(tmp_path)
    folder.write(report("It rained."))
    folder.abandon()
    assert (tmp_path / "index.html").read_text() == "earlier"
