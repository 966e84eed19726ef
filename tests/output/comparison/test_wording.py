"""Ids and codes of a comparison in words."""

from __future__ import annotations

import pytest

from summarizer.contract.comparison import ComparedArticle
from summarizer.output.comparison.wording import (
    Wording,
    by_verdict,
    count,
    date_of,
    says_no_more,
    sentence,
    shortened,
    tally,
    timeline,
)
from tests.comparisons import dyke_comparison

COMPARISON = dyke_comparison()
WORDING = Wording(COMPARISON)
TOLL, GATES, OPEN = COMPARISON.facts


def test_origins_are_counted_apart_from_outlets() -> None:
    assert WORDING.independence(TOLL) == "3 outlets, 2 origins: Ada Kroon; Ministry of Water"
    told = "2 outlets, 2 origins: Ministry of Water; one text in Polder Echo and Nordwire"
    assert WORDING.independence(GATES) == told
    assert WORDING.independence(OPEN) == "1 outlet, 1 origin: Delta Post itself"


def test_articles_without_an_outlet_are_counted_as_articles() -> None:
    nameless = [article.model_copy(update={"outlet": None}) for article in COMPARISON.articles]
    wording = Wording(dyke_comparison(articles=nameless))
    assert wording.independence(GATES).startswith("2 articles, 2 origins")
    assert wording.outlet("echo") == "echo"


def test_who_says_how_many_is_a_row_for_each_answer() -> None:
    rows = WORDING.figures(COMPARISON.facts)
    assert [(row.answer, row.says, row.outlets, row.origins) for row in rows] == [
        ("4 dead", "Ada Kroon", "Delta Post", "Ada Kroon"),
        ("6 dead", "Ministry of Water, via Nordwire; Ministry of Water", "Polder Echo; Nordwire", "Ministry of Water"),
    ]


def test_what_is_worded_as_its_question_does_not_answer_how_many() -> None:
    six = TOLL.sides[1]
    alone = TOLL.model_copy(update={"sides": (six,), "verdict": "agree"})
    assert [row.answer for row in WORDING.figures([alone])] == ["6 dead"]
    assert WORDING.figures([alone.model_copy(update={"text": six.position})]) == []


def test_an_only_answer_that_is_worded_as_its_fact_says_no_more() -> None:
    assert says_no_more(OPEN.sides[0], OPEN)
    assert not says_no_more(GATES.sides[0], GATES)
    assert not any(says_no_more(side, TOLL) for side in TOLL.sides)


def test_a_mention_is_cited_with_outlet_day_and_claim() -> None:
    four = TOLL.sides[0].mentions[0]
    assert WORDING.citation(four) == "Delta Post, 2031-05-02, claim c1"
    assert WORDING.citation(OPEN.sides[0].mentions[0]) == "Delta Post, 2031-05-02"
    assert WORDING.teller(OPEN.sides[0].mentions[0]) == "the article itself"


def test_facts_are_told_by_verdict_conflicts_first() -> None:
    assert {verdict: len(facts) for verdict, facts in by_verdict(COMPARISON).items()} == {
        "conflict": 1, "uncertain": 0, "agree": 1, "single_source": 1,
    }  # fmt: skip
    assert tally(COMPARISON) == "1 conflict, 0 uncertain, 1 agreed, 1 in one article only"


def test_the_timeline_holds_dated_facts_of_several_articles_in_order() -> None:
    earlier = GATES.model_copy(update={"when": "2031-04-30"})
    alone = OPEN.model_copy(update={"when": "2031-01-01"})
    found = timeline(dyke_comparison(facts=(TOLL, earlier, alone)))
    assert [fact.when for fact in found] == ["2031-04-30", "2031-05-01"]


@pytest.mark.parametrize(
    ("published", "day"),
    [("2031-05-02T08:00:00Z", "2031-05-02"), ("2031-05", "2031-05"), ("May 2, 2031", "May 2, 2031"), (None, "")],
)
def test_a_day_is_told_without_its_hour(published: str | None, day: str) -> None:
    assert date_of(ComparedArticle(id="a", published=published)) == day


def test_words_are_counted_and_shortened() -> None:
    assert (count(1, "origin"), count(0, "origin")) == ("1 origin", "0 origins")
    assert shortened("the dyke\n held, all night", 17) == "the dyke held …"
    assert shortened("short") == "short"
    assert (sentence("one denies"), sentence("Is it?")) == ("One denies.", "Is it?")
