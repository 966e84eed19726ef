"""What many reports hold is counted, and nothing twice."""

from __future__ import annotations

from summarizer.contract.check import Check
from summarizer.contract.report import Usage
from summarizer.output.statistics import count_reports
from tests.reports import quoted, report

TEXT = "The dyke “held all night”, warden Ada Kroon said. It rained.\n"


def test_articles_claims_sources_and_doubts_are_counted() -> None:
    doubted = quoted(TEXT, "The dyke", "Bo Lind", stance="denies").model_copy(
        update={"checks": (Check(code="low_overlap", detail="x"), Check(code="low_overlap", detail="y"))}
    )
    one = report(TEXT, [quoted(TEXT, "“held all night”", "Ada Kroon"), doubted], missed=["It rained."])
    two = report(TEXT, [quoted(TEXT, "It rained", "Ada Kroon")], rejected=["It snowed."])
    counted = count_reports([one, two])
    assert (counted.articles, counted.claims, counted.doubted, counted.rejected) == (2, 3, 1, 1)
    assert (counted.statements, counted.covered) == (1, 0)
    assert counted.sources == {"Ada Kroon": 2, "Bo Lind": 1}
    assert counted.stances == {"asserts": 2, "denies": 1}
    assert counted.checks == {"low_overlap": 1}
    assert counted.confidence == 0.9
    assert counted.cost is None


def test_costs_are_added_and_what_has_no_price_has_none() -> None:
    free = report(TEXT)
    paid = free.model_copy(
        update={"provenance": free.provenance.model_copy(update={"usage": Usage(prompt_tokens=10, cost=0.5)})}
    )
    counted = count_reports([paid, paid, free])
    assert counted.cost == 1.0
    assert "tokens      20 read, 0 written, $1.0000" in counted.text()


def test_only_the_sources_with_most_claims_are_named() -> None:
    claims = [quoted(TEXT, "It rained", f"Ada {number}", id=str(number)) for number in range(30)]
    counted = count_reports([report(TEXT, claims)])
    assert (counted.names, len(counted.sources)) == (30, 10)


def test_people_read_words_and_no_codes() -> None:
    text = count_reports([report(TEXT, [quoted(TEXT, "It rained", "Ada")])]).text()
    assert "articles    1\nclaims      1, 1.0 an article\n" in text
    assert "     1  says (100%)" in text
    assert "_" not in text


def test_a_name_is_one_line_and_turns_no_text_around() -> None:
    text = count_reports([report(TEXT, [quoted(TEXT, "It rained", "Ada\u202e\x9bKroon\u2028Lund")])]).text()
    assert "Ada  Kroon Lund\n" in text


def test_no_report_is_nothing() -> None:
    assert count_reports([]).text().startswith("articles    0\nclaims      0\n")


def test_a_list_of_sources_that_is_cut_says_so() -> None:
    claims = [quoted(TEXT, "It rained", f"Ada {name}") for name in "ABCDEFGHIJKLMNOP"]
    assert "\n16 sources, the 10 with most claims\n" in count_reports([report(TEXT, claims)]).text()
    assert "\n2 sources, most claims first\n" in count_reports([report(TEXT, claims[:2])]).text()
