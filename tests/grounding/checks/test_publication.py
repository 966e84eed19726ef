"""A claim may give in full the dates that an article tells by its own, and no others."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.grounding.checks.line_checks import check_line


def codes(text: str, body: str, published: str | None = "2031-05-14T08:00:00Z") -> list[str]:
    """The checks on a text beside an article of one sentence; the 14th of May 2031 is a Wednesday."""
    return [one.code for one in check_line(Article(id="d", text=body, published=published), text, [(0, len(body))])]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The lock opened on March 3, 2031.", "The lock opened on March 3."),
        ("The lock opened in spring 2030.", "The lock opened last spring."),
        ("The lock opened in November 2030.", "The lock opened in November."),
        ("The lock will open in February 2032.", "The lock will open in February."),
        ("The lock opened on May 13, 2031.", "The lock opened on Tuesday."),
        ("The lock opened on 13 May 2031.", "The lock opened yesterday."),
        ("In half of 2031 more boats came than in 2030.", "In half of the year more boats came than in 2030."),
        ("The lock opened in April 2031.", "The lock opened last month."),
        ("The lock, built in 2019, opened in 2031.", "The lock, built in 2019, opened this year."),
    ],
)
def test_dates_told_by_the_article_s_own(text: str, body: str) -> None:
    assert codes(text, body) == []


@pytest.mark.parametrize(
    ("text", "body", "published"),
    [
        ("The lock opened on March 3, 2029.", "The lock opened on March 3.", "2031-05-14"),
        ("The lock opened on March 3, 2031.", "The lock opened on March 3.", None),
        ("The lock opened on March 3, 2031.", "The lock opened on March 3.", "in spring"),
        ("The lock opened in spring 2031.", "The lock opened in spring 2028.", "2031-05-14"),
        ("The lock opened on May 12, 2031.", "The lock opened on Tuesday.", "2031-05-14"),
        ("The lock opened in March 2031.", "The lock opened last month.", "2031-05-14"),
    ],
)
def test_other_dates_are_doubted(text: str, body: str, published: str | None) -> None:
    assert "figure_not_in_evidence" in codes(text, body, published)


@pytest.mark.parametrize(("year", "is_doubted"), [("1984", False), ("1976", False), ("1988", True)])
def test_a_year_is_reckoned_from_one_just_told(year: str, is_doubted: bool) -> None:
    body = "Moll lost the office in 1980. She won it four years later. Rask had held it four years before."
    second, third = body.index("She"), body.index("Rask")
    span, text = (
        ((third, len(body)), "Rask held it in {}.") if year == "1976" else ((second, third), "Moll won it in {}.")
    )
    found = [one.code for one in check_line(Article(id="d", text=body), text.format(year), [span])]
    assert ("figure_not_in_evidence" in found) is is_doubted
