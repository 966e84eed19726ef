"""`--save`: what was fetched is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.contract.errors import OutputError
from summarizer.output.fetched_pages import FetchedPages
from summarizer.reading.content import Fetched

if TYPE_CHECKING:
    from pathlib import Path


def test_each_address_has_a_file_of_its_own(tmp_path: Path) -> None:
    pages = FetchedPages(tmp_path / "new" / "pages")
    for url, name, data in [("a", "weir.html", b"1"), ("b", "Weir.html", b"2"), ("c", "a/b?.pdf", b"3")]:
        pages.keep(Fetched(f"https://{url}.example", name, data))
    pages.keep(Fetched("https://a.example", "weir.html", b"4"))
    kept = {path.name: path.read_bytes() for path in (tmp_path / "new" / "pages").iterdir()}
    assert sorted(kept.values()) == [b"2", b"3", b"4"]
    assert kept["weir.html"] == b"4"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        FetchedPages(tmp_path / "file" / "pages").keep(Fetched("https://a.example", "a.html", b""))
