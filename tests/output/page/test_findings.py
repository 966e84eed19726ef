"""Claims, missed statements and refused claims, as a reader of the page sees them."""

from __future__ import annotations

from summarizer.contract.check import Check
from summarizer.output.page.findings import claim_items, missed_part, rejected_part
from summarizer.output.page.marked_text import mark_text
from tests.reports import quoted, report

TEXT = "The dyke “held all night”, warden Ada Kroon said. It rained.\n"
WORDS = "“held all night”"


def _item(**more: object) -> str:
    checks = more.pop("checks", ())
    claim = quoted(TEXT, WORDS, str(more.pop("source", "Ada Kroon")), id="c1", **more)
    one = report(TEXT, [claim.model_copy(update={"checks": checks})])
    return next(claim_items(one, "a", mark_text(one, "a")))


def test_a_claim_says_who_says_what_and_through_whom() -> None:
    item = _item(via=("Dyke Radio",), stance="denies", figures=[2.0])
    assert '<b dir="auto">Ada Kroon</b>' in item
    assert ", as passed on by Dyke Radio" in item
    assert ">denies</span>" in item
    assert "figures: 2.0" in item
    assert "90% sure" in item


def test_the_same_words_are_not_shown_twice() -> None:
    assert 'class="says"' not in _item(text="Held all night.")
    assert 'class="says"' in _item(text="The dyke did not break.")


def test_the_chips_get_plain_words() -> None:
    item = _item()
    assert 'data-source="Ada Kroon" data-stance="says" data-kind="person" data-mode="in the reporter’s words"' in item


def test_a_nameless_source_is_called_what_it_is() -> None:
    assert '<b dir="auto">the article itself</b>' in _item(source="", kind="outlet")


def test_doubts_and_low_confidence_are_told_apart() -> None:
    weak, name = Check(code="weak_attribution", detail="75%"), Check(code="name_not_in_article", detail="“Bo”")
    assert 'data-state=""' in _item()
    assert 'data-state="unsure"' in _item(checks=(weak,))
    assert 'data-state="doubted unsure"' in _item(checks=(name, weak))
    assert 'a name is not in the article <span dir="auto">(“Bo”)</span>' in _item(checks=(name,))


def test_missed_and_rejected_are_there_with_their_reasons() -> None:
    one = report(TEXT, missed=["It rained."], rejected=["It snowed."])
    missed = missed_part(one, "a", mark_text(one, "a"))
    assert "It rained." in missed
    assert "No claim quotes it" in missed
    assert "It snowed." in rejected_part(one)
    assert "Not there" in rejected_part(one)


def test_nothing_missed_and_nothing_rejected_is_no_heading() -> None:
    one = report(TEXT)
    assert missed_part(one, "a", mark_text(one, "a")) == ""
    assert rejected_part(one) == ""
