"""A comparison as Markdown that a person pastes into a document."""

from __future__ import annotations

import re

import pytest

from summarizer.output.comparison.markdown import markdown_text
from tests.comparisons import dyke_comparison, mention

TEXT = markdown_text(dyke_comparison())


def _part(heading: str) -> str:
    return TEXT.partition(f"## {heading}\n\n")[2].partition("\n\n## ")[0]


def test_conflicts_come_first_with_the_words_speaker_and_outlet_of_each_side() -> None:
    headings = re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
    assert headings[:2] == ["Conflicts", "Who says how many"]
    conflict = _part("Conflicts")
    assert "4 and 6 cannot both hold. 3 outlets, 2 origins: Ada Kroon; Ministry of Water." in conflict
    assert "**4 dead**\n\n> Four people died\n>\n> — Ada Kroon: [Delta Post, 2031-05-02, claim c1]" in conflict
    assert "> six had died\n>\n> — Ministry of Water, via Nordwire: Polder Echo, 2031-05-03, claim c2" in conflict


def test_the_table_of_figures_has_a_row_for_each_answer() -> None:
    assert "| How many died when the dyke broke? | 4 dead | Ada Kroon | Delta Post | Ada Kroon | Conflict |" in TEXT


def test_the_rest_is_told_in_short() -> None:
    assert _part("Agreed").startswith("- whether the gates hold: the gates would hold (Ministry of Water; ")
    assert _part("In one article only") == "- Delta Post: 1"
    assert _part("Timeline") == "- 2031-05-01: How many died when the dyke broke?: 4 dead / 6 dead"
    assert "| Ministry of Water | the ministry | Polder Echo; Nordwire | 3 |" in TEXT
    assert "92% the same words" in _part("Printed more than once")
    assert _part("Refused") == "- the mayor fled (no passage says so)\n"


def test_the_timeline_does_not_tell_an_only_answer_twice() -> None:
    fact = dyke_comparison().facts[2].model_copy(update={"verdict": "agree", "when": "2031-05-01"})
    timeline = markdown_text(dyke_comparison(facts=(fact,))).partition("## Timeline\n\n")[2]
    assert timeline.startswith(f"- 2031-05-01: {fact.text}\n")


def test_an_address_that_is_none_of_the_web_is_no_link() -> None:
    assert "javascript" not in TEXT
    assert "[Delta Post](https://post.example/d)" in TEXT


def test_an_address_that_cannot_be_read_is_no_error() -> None:
    whole = dyke_comparison()
    articles = (whole.articles[0].model_copy(update={"url": "http://[post"}), *whole.articles[1:])
    assert "Delta Post" in markdown_text(dyke_comparison(articles=articles))


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "[x](javascript:1)", "a | b\n# c", "=SUM(A1) | x"])
def test_an_articles_words_stay_words(hostile: str) -> None:
    whole = dyke_comparison()
    side = whole.facts[2].sides[0].model_copy(update={"position": hostile, "mentions": (mention("post", hostile),)})
    fact = whole.facts[2].model_copy(update={"text": hostile, "sides": (side,), "verdict": "uncertain"})
    text = markdown_text(dyke_comparison(facts=(fact,)))
    assert "<script>" not in text
    assert "](javascript" not in text
    assert "\n# c" not in text
    shown = text.partition("## Uncertain")[2]
    assert not re.search(r"(?<!\\)\|", shown.partition("## Printed")[0].partition("## Sources")[0])


def test_no_facts_are_a_document_too() -> None:
    text = markdown_text(dyke_comparison(facts=(), copies=(), rejected=()))
    assert text.startswith("# 3 articles compared\n\n0 conflicts, 0 uncertain")
    assert "## Conflicts" not in text
