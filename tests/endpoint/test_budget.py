"""Prices, and limits on tokens and money that are kept."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.contract.errors import BudgetError, CallError
from summarizer.contract.tally import CallTally, RunTally
from summarizer.endpoint.budget import Ledger, Price, find_price

if TYPE_CHECKING:
    from pathlib import Path

PRICE = Price(input=1.0, output=2.0)


def test_prices_are_in_dollars_per_million_tokens() -> None:
    price = find_price("gpt-5.4-mini")
    assert price is not None
    assert price.cost(1_000_000, 0) == pytest.approx(0.75)
    assert price.cost(0, 1_000_000) == pytest.approx(4.50)


@pytest.mark.parametrize("name", ["openai/gpt-5.4-mini", "gpt-5.4-mini-2026-03-17", "openai/gpt-5.4-mini@20260317"])
def test_a_price_is_found_without_the_models_provider_or_date(name: str) -> None:
    assert find_price(name) == find_price("gpt-5.4-mini")


@pytest.mark.parametrize("name", ["qwen3", "gpt-5.4-mini-tuned-by-us", "", "my/own/model"])
def test_an_unknown_model_has_no_price(name: str) -> None:
    assert find_price(name) is None


def test_the_users_price_table_wins_over_the_packaged_one(tmp_path: Path) -> None:
    table = tmp_path / "prices.toml"
    table.write_text('[mine.models]\n"qwen3" = { input = 3, output = 4 }\n"gpt-5.4-mini" = { input = 9, output = 9 }\n')
    assert find_price("qwen3", table) == Price(input=3, output=4)
    assert find_price("gpt-5.4-mini", table) == Price(input=9, output=9)
    assert find_price("gpt-5.4", table) == find_price("gpt-5.4")


@pytest.mark.parametrize(
    "text",
    ["not toml", "[mine]\nx = 1\n", '[mine.models]\n"a" = { input = -1, output = 2 }\n', '[m.models]\n"a" = 3\n'],
)
def test_a_malformed_price_table_is_refused(tmp_path: Path, text: str) -> None:
    table = tmp_path / "prices.toml"
    table.write_text(text)
    with pytest.raises(CallError, match=r"prices\.toml"):
        find_price("a", table)


def test_a_missing_price_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CallError):
        find_price("a", tmp_path / "none.toml")


def test_a_cost_limit_needs_a_price() -> None:
    with pytest.raises(CallError, match="price"):
        Ledger(RunTally(), None, max_cost=1.0)


async def test_tokens_and_cost_are_counted_for_the_run_and_for_the_article() -> None:
    run, call = RunTally(), CallTally()
    ledger = Ledger(run, PRICE)
    ledger.settle(await ledger.reserve(100, 100), call, (1000, 500), 100)
    ledger.settle(await ledger.reserve(100, 100), call, None, 100)
    assert (run.prompt_tokens, run.completion_tokens) == (call.prompt_tokens, call.completion_tokens) == (1000, 500)
    assert run.cost == call.cost == pytest.approx(0.002)


async def test_an_unpriced_run_has_no_cost() -> None:
    run, call = RunTally(), CallTally()
    ledger = Ledger(run, None)
    ledger.settle(await ledger.reserve(1, 1), call, (10, 10), 1)
    assert run.cost is None
    assert call.cost is None


async def test_a_request_that_would_exceed_the_token_limit_is_refused() -> None:
    run, call = RunTally(), CallTally()
    ledger = Ledger(run, PRICE, max_tokens=1000)
    ledger.settle(await ledger.reserve(300, 300), call, (300, 300), 300)
    with pytest.raises(BudgetError, match="600 of 1000"):
        await ledger.reserve(300, 300)


async def test_a_request_that_would_exceed_the_cost_limit_is_refused() -> None:
    ledger = Ledger(RunTally(), PRICE, max_cost=0.001)
    with pytest.raises(BudgetError, match="max-cost"):
        await ledger.reserve(0, 501)
    await ledger.reserve(0, 500)


async def test_a_request_waits_for_tokens_reserved_by_those_in_flight() -> None:
    run, call = RunTally(), CallTally()
    ledger = Ledger(run, PRICE, max_tokens=1000)
    first = await ledger.reserve(300, 400)
    second = asyncio.ensure_future(ledger.reserve(300, 400))
    await asyncio.sleep(0)
    assert not second.done()
    ledger.settle(first, call, (100, 100), 300)
    assert (await second).tokens == 700


async def test_estimates_are_scaled_to_the_services_own_token_count() -> None:
    run, call = RunTally(), CallTally()
    ledger = Ledger(run, PRICE, max_tokens=10_000)
    ledger.settle(await ledger.reserve(100, 10), call, (300, 10), 100)
    assert (await ledger.reserve(100, 10)).tokens == 310


@given(
    sizes=st.lists(st.tuples(st.integers(1, 200), st.integers(1, 200), st.floats(0, 1)), max_size=40),
    limit=st.integers(1, 3000),
)
def test_the_token_limit_holds_in_any_order_of_requests(sizes: list[tuple[int, int, float]], limit: int) -> None:
    run = RunTally()

    async def one(ledger: Ledger, prompt: int, most: int, share: float) -> None:
        reserved = await ledger.reserve(prompt, most)
        await asyncio.sleep(0)
        ledger.settle(reserved, CallTally(), (prompt, int(most * share)), prompt)

    async def everything() -> None:
        ledger = Ledger(run, PRICE, max_tokens=limit)
        await asyncio.gather(*(one(ledger, *size) for size in sizes), return_exceptions=True)

    asyncio.run(everything())
    assert run.prompt_tokens + run.completion_tokens <= limit
