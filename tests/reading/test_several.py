"""A second article in a text is parted where that is certain, and doubted where something shows it."""

from __future__ import annotations

import pytest

from summarizer.reading.articles import article_from_text
from summarizer.reading.layout.paragraphs import split_paragraphs
from summarizer.reading.several import find_seams, names_itself_review, part_articles

WEIR = """Weir of Tolm breaks after barge hits gate

The weir of Tolm broke on Monday after a barge struck its gate, the river board said in the morning.

The boatmen had warned of it in spring, and Kora Lindt of the board had promised a new gate to Tolm.

Nobody in Tolm was hurt, and the barge of Jaspar Roy was towed to the yard at Neuhaven."""
SCHOOL = """School in Ostby gets a second roof

The old school of Ostby has been given a second roof by the parish after the storm of last winter.

Teacher Mads Orre told the parish of Ostby that lessons in the hall of Brinde would end in autumn."""
DATELINE = SCHOOL.replace("The old school", "OSTBY, May 3 (Norda) — The old school")
BYLINE = SCHOOL.replace("roof\n\nThe", "roof\n\nBy Ada Holm\n\nThe")


@pytest.mark.parametrize("article", [WEIR, SCHOOL, DATELINE, BYLINE])
def test_one_article_has_no_seam(article: str) -> None:
    assert find_seams(split_paragraphs(article)) == []
    assert part_articles(article) == [article]


@pytest.mark.parametrize("line", ["----------", "* * *", "=====", "###"])
@pytest.mark.parametrize("second", [DATELINE, BYLINE])
def test_a_line_and_a_headline_with_a_byline_part_two_articles(line: str, second: str) -> None:
    assert part_articles(f"{WEIR}\n\n{line}\n\n{second}") == [f"{WEIR}\n", f"{second}\n"]


@pytest.mark.parametrize("line", ["Document 2 of 9", "2 of 9 DOCUMENTS", "End of Document", "Load-Date: May 3, 2031"])
def test_a_line_of_a_database_parts_two_articles(line: str) -> None:
    assert part_articles(f"{WEIR}\n\n{line}\n\n{SCHOOL}") == [f"{WEIR}\n", f"{SCHOOL}\n"]


@pytest.mark.parametrize(
    ("between", "second"),
    [
        ("\n\n", SCHOOL),
        ("\n\n----------\n\n", SCHOOL),
        ("\n\n", SCHOOL.replace("roof\n\nThe", "roof\n\n12 May 2031\n\nThe")),
        ("\n\n", DATELINE),
    ],
)
def test_what_only_looks_like_a_second_article_is_told(between: str, second: str) -> None:
    text = f"{WEIR}{between}{second}"
    assert part_articles(text) == [text]
    [check] = article_from_text(text).checks
    assert (check.code, "School in Ostby" in check.detail) == ("several_articles", True)


@pytest.mark.parametrize("heading", ["The board is to pay", "Warned in spring", "What comes next?"])
def test_a_subheading_begins_no_article(heading: str) -> None:
    more = """The gate of Tolm was built by the board in the year of the flood, and Kora Lindt had inspected it.

Jaspar Roy told the board that the barge would be back in Tolm by the summer at the latest."""
    assert article_from_text(f"{WEIR}\n\n{heading}\n\n{more}").checks == ()


def test_links_at_the_end_begin_no_article() -> None:
    assert article_from_text(f"{WEIR}\n\nRead more\n\nSchool in Ostby gets a second roof\n\nHarn votes").checks == ()


def test_a_press_review_says_so_in_its_title() -> None:
    assert names_itself_review("Press review: the weir of Tolm")
    assert not names_itself_review("The press reviewed the bridge")
    [check] = article_from_text(WEIR.replace("Weir of Tolm breaks", "What the papers say: weir breaks")).checks
    assert check.code == "several_articles"
