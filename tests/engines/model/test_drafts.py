"""The draft that a model's claims become: their order, what key points cite, and where rules choose the summary."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.contract.draft import Draft, DraftClaim, DraftKeyPoint
from summarizer.contract.report import Provenance, Rejected
from summarizer.engines.model.answers import Parsed
from summarizer.engines.model.drafts import draft_answer, outlined, summed_up
from summarizer.engines.model.task import LostWindow

ARTICLE = Article(
    id="gate",
    title="Gate stuck",
    text="Gate stuck\n\nThe gate is stuck, Ode Lunt said. It will open in May, the council said.",
)


def claim(sentence: int, quote: str, source: str) -> DraftClaim:
    return DraftClaim(sentence=sentence, quotes=(quote,), source=source, kind="person", stance="asserts", text=quote)


STUCK, MAY = claim(2, "The gate is stuck", "Ode Lunt"), claim(3, "It will open in May", "the council")


def summed(*points: DraftKeyPoint, headline: str = "The gate is stuck", is_translated: bool = False) -> Draft:
    parsed = Parsed(claims=[MAY, STUCK], headline=headline, abstract="The gate opens in May.", key_points=list(points))
    return summed_up(ARTICLE, parsed, is_translated=is_translated)[0]


def test_claims_come_in_the_articles_order_and_key_points_cite_the_same_ones() -> None:
    draft = summed(DraftKeyPoint(text="The gate is stuck", claims=(2,)))
    assert draft.claims == (STUCK, MAY)
    assert draft.key_points == (DraftKeyPoint(text="The gate is stuck", claims=(1,)),)


def test_a_key_point_cites_no_claim_that_does_not_exist() -> None:
    draft = summed(DraftKeyPoint(text="The gate is stuck", claims=(1, 7)))
    assert draft.key_points[0].claims == (2,)


@pytest.mark.parametrize("headline", ["", "Cheap watches in our shop"])
def test_a_headline_that_is_missing_or_about_something_else_is_chosen_by_rules(headline: str) -> None:
    chosen = summed(headline=headline).headline
    assert chosen == outlined(ARTICLE, [MAY, STUCK]).headline
    assert chosen


def test_a_line_that_nothing_supports_is_replaced_and_listed() -> None:
    wrong = "The gate opens in June, the council said."
    parsed = Parsed(claims=[STUCK, MAY], headline="Gate stuck", abstract=f"The gate is stuck. {wrong}")
    draft, refused = summed_up(ARTICLE, parsed, is_translated=False)
    assert "June" not in draft.abstract
    assert draft.abstract.startswith("The gate is stuck.")
    assert [one.text for one in refused] == [wrong]


def test_a_translated_summary_is_kept_though_its_words_are_not_the_articles() -> None:
    assert summed(headline="Das Tor klemmt", is_translated=True).headline == "Das Tor klemmt"


def test_windows_without_an_answer_are_listed_before_what_was_refused() -> None:
    made = Provenance(engine="llm", model="m", prompt="whole", parameters={"window": 4}, summarizer_version="1")
    refused = Rejected(text="", source="Ode Lunt", quote="The gate", reason="not said")
    answer = draft_answer(outlined(ARTICLE, [STUCK]), [refused], [LostWindow("It will open", "cut off")], made)
    assert [part.reason for part in answer.refused] == ["cut off", "not said"]
    assert (answer.engine, answer.model, answer.prompt, answer.parameters) == ("llm", "m", "whole", {"window": 4})
