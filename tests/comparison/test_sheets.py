"""What a model is shown of a comparison: what is open and what is near it, in a small room."""

from __future__ import annotations

import pytest

from summarizer.comparison.compare import find
from summarizer.comparison.inquiry import Inquiry
from summarizer.text.tokens import estimate_tokens
from tests.comparison.asked import STORIES, findings, number_of, reports, sheet_of
from tests.comparison.outlets import told


def test_a_sheet_shows_open_statements_that_are_near_one_another():
    sheet = sheet_of("tram-strike")
    one = number_of(sheet, "courier", "We made an offer of 6 percent")
    two = number_of(sheet, "day-ledger", "had offered the drivers a raise")
    assert (min(one, two), max(one, two)) in sheet.near


def test_each_line_has_the_outlet_the_speaker_and_short_passages_their_sentence():
    lines = sheet_of("tram-strike").text.splitlines()
    assert lines[0].startswith("[1] channel-two | ")
    asked = next(line for line in lines if "We made an offer" in line)
    assert "courier | Fenn says:" in asked
    assert "(in: “We made" in asked.replace('"', "“")


def test_what_the_rules_call_a_conflict_is_not_asked_about():
    facts = findings("tram-strike").facts
    opposed = {one for fact in facts if fact.verdict == "conflict" for side in fact.answers for one in side.passages}
    others = {one for fact in facts if fact.verdict != "conflict" for side in fact.answers for one in side.passages}
    shown = {one.passage for one in sheet_of("tram-strike").shown}
    assert opposed
    assert not shown & (opposed - others)


@pytest.mark.parametrize("tokens", [200, 500, 2000])
def test_no_sheet_is_larger_than_its_room(tokens: int):
    sheets = Inquiry(findings("quarry-slide"), tokens).sheets
    assert sheets
    assert max(estimate_tokens(sheet.text) for sheet in sheets) <= tokens


def test_the_order_of_the_reports_does_not_change_a_sheet():
    made = reports("quarry-slide")
    assert Inquiry(find(reversed(made))).sheets[0].text == Inquiry(find(made)).sheets[0].text


def test_two_events_are_never_on_one_sheet():
    both = Inquiry(find([*reports("quarry-slide"), *reports("tram-strike")])).sheets
    names = {path.stem for path in (STORIES / "tram-strike").glob("*.txt")}
    assert [{one.passage.article in names for one in sheet.shown} for sheet in both] in (
        [{False}, {True}],
        [{True}, {False}],
    )


def test_nothing_near_is_nothing_to_ask():
    assert Inquiry(find([told("The dam at Orsk held all night.")])).sheets == []


def test_an_article_cannot_number_a_line_of_its_own():
    made = reports("tram-strike")
    article = made[0].article.model_dump(exclude={"sha256"})
    forged = told(article["text"].replace("Tram drivers", "[99] Tram drivers"), "forged")
    text = "\n".join(sheet.text for sheet in Inquiry(find([forged, *made[1:]])).sheets)
    assert "[99]" not in text
