"""Comparing with a model: by the way of articles, with its cache, its faults and its limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer import Comparer, acompare, compare
from summarizer.contract.errors import CallError
from tests.comparison.asked import grouping, reports
from tests.fault_server import Fault, FaultServer, Plan

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer(Plan(answer=grouping)) as running:
        yield running


def test_without_a_model_the_rules_compare() -> None:
    assert compare(reports("tram-strike")).provenance.engine == "extractive"


def test_a_model_joins_what_the_rules_left_apart(server: FaultServer) -> None:
    made = compare(reports("tram-strike"), model="m", base_url=server.base_url)
    assert [fact.verdict for fact in made.facts if fact.text == "what did the city offer?"] == ["agree"]
    assert (made.provenance.engine, made.provenance.model) == ("llm", "m")
    assert made.provenance.base_url_host == server.base_url.split("/")[2]
    assert made.provenance.usage.prompt_tokens > 0


async def test_plain_and_asynchronous_are_one_way(server: FaultServer) -> None:
    options = {"model": "m", "base_url": server.base_url}
    plain = compare(reports("tram-strike"), **options)
    assert await acompare(reports("tram-strike"), **options) == plain


def test_an_answer_is_kept_and_not_asked_for_again(server: FaultServer) -> None:
    options = {"model": "m", "base_url": server.base_url}
    first = compare(reports("tram-strike"), **options)
    assert compare(reversed(reports("tram-strike")), **options).model_dump_json() == first.model_dump_json()
    assert server.seen.requests == 1


@pytest.mark.parametrize("kind", ["503", "429-ms", "reset-before", "truncated-json"])
def test_a_fault_that_passes_changes_nothing(kind: str) -> None:
    with FaultServer(Plan(answer=grouping, faults=(Fault(kind, 0.5),), seed=3)) as server:
        made = compare(reports("quarry-slide"), model="m", base_url=server.base_url, context=1500)
    assert made.provenance.parameters["unanswered"] == 0


@pytest.mark.parametrize("kind", ["401", "400", "refusal", "not-json", "wrong-shape", "empty-choices"])
def test_a_fault_that_stays_leaves_the_comparison_by_rules(kind: str) -> None:
    plain = compare(reports("tram-strike"))
    with (
        FaultServer(Plan(answer=grouping, faults=(Fault(kind, 1.0),))) as server,
        Comparer(model="m", base_url=server.base_url, max_attempts=1) as comparer,
    ):
        made = comparer.compare(reports("tram-strike"))
    assert (made.facts, made.origins, made.sources) == (plain.facts, plain.origins, plain.sources)
    assert len(comparer.failures) == made.provenance.parameters["unanswered"] == 1
    assert made.rejected[0].reason == comparer.failures[0].message


def test_a_budget_that_is_too_small_sends_nothing(server: FaultServer) -> None:
    with Comparer(model="m", base_url=server.base_url, max_tokens=100) as comparer:
        made = comparer.compare(reports("tram-strike"))
    assert server.seen.requests == 0
    assert comparer.failures[0].error == "BudgetError"
    assert made.facts == compare(reports("tram-strike")).facts


def test_once_stopped_no_sheet_is_asked_about(server: FaultServer) -> None:
    with Comparer(model="m", base_url=server.base_url) as comparer:
        comparer.stop()
        made = comparer.compare(reports("tram-strike"))
    assert (server.seen.requests, comparer.unasked) == (0, 1)
    assert made.rejected[0].reason == "it was not asked"


def test_a_small_context_is_asked_in_small_sheets(server: FaultServer) -> None:
    compare(reports("quarry-slide"), model="m", base_url=server.base_url, context=2500)
    assert server.seen.requests > 1


def test_a_wrong_option_is_an_error_of_the_call() -> None:
    with pytest.raises(CallError, match="no option 'modle'"):
        compare([], modle="m")
