"""A page's title is a headline when the site's name and a section's are taken off."""

from __future__ import annotations

import pytest

from summarizer.reading.titles import bare_title, written_title


@pytest.mark.parametrize(
    "title",
    [
        "Weir of Tolm breaks | Fen Post",
        "Weir of Tolm breaks - fen post",
        "Fen Post: Weir of Tolm breaks",
        "Fen Post — Weir of Tolm breaks",
        "Weir of Tolm breaks – News – Fen Post",
        "World | Weir of Tolm breaks | Fen Post",
        "Weir of Tolm breaks – News",
        "Weir of Tolm breaks",
    ],
)
def test_the_names_of_the_site_and_of_a_section_are_no_part_of_the_headline(title: str) -> None:
    assert bare_title(title, None, "Fen Post") == "Weir of Tolm breaks"


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Quill: we were warned", "Fen Post"),
        ("Weir breaks – reeve resigns", "Fen Post"),
        ("Reeve to editor: Fen Post", "Fen Post"),
        ("The end of news", "Fen Post"),
        ("Weir breaks - the first in the world", ""),
        ("Interview | Ada Kroon", ""),
        ("Tolm - a town without a weir", None),
    ],
)
def test_what_is_no_site_stays(title: str, site: str | None) -> None:
    assert bare_title(title, site) == title


@pytest.mark.parametrize(
    "title",
    [
        "Weir at Tolm breaks | Marsh Echo News",
        "Weir at Tolm breaks - Marsh Times",
        "Weir at Tolm breaks | Letters | The Marsh Gazette",
        "Weir at Tolm breaks (Marsh Herald)",
        "Weir at Tolm breaks | Rivers",
    ],
)
def test_what_reads_as_a_site_is_left_out_though_nobody_named_it(title: str) -> None:
    assert bare_title(title, None) == "Weir at Tolm breaks"


@pytest.mark.parametrize(
    "title", ["EX-99.1", "Exhibit 10.2", "Untitled Document", "Microsoft Word - weir", "weir_v2.docx"]
)
def test_what_a_program_calls_a_document_is_no_title(title: str) -> None:
    assert written_title(title) == ""


@pytest.mark.parametrize(
    "title",
    ["Microsoft Word users shut out of their files", "Untitled works sold", "Ex-mayor of Tolm held"],
)
def test_a_title_that_somebody_wrote_stays(title: str) -> None:
    assert written_title(title) == title
