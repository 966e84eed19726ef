"""The forecast of a run: what it would send and cost, and what is cached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.reading.inputs import read_articles
from summarizer.running.forecast import Forecast, forecast
from summarizer.running.settings import read_settings
from tests.fault_server import FaultServer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Cli = Callable[..., Outcome]

PRICES = '[ours.models]\n"fault-model" = { input = 100.0, output = 1000.0 }\n'


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(1, 4):
        text = f"Dyke {number} holds\n\n“Dyke number {number} held all night,” warden Ada Kroon said on Monday.\n"
        (folder / f"dyke{number}.txt").write_text(text)
    (folder / "empty.txt").write_text("")
    return folder


def test_a_dry_run_sends_nothing_and_counts_what_is_cached(cli: Cli, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "prices.toml").write_text(PRICES)
    with FaultServer() as server:
        options = ["--model", "fault-model", "--base-url", server.base_url]
        before = cli("run", articles, "--dry-run", *options)
        assert server.seen.requests == 0
        cli("run", articles / "dyke1.txt", *options)
        after = cli("run", articles, "--dry-run", "--prices", tmp_path / "prices.toml", *options)
        assert server.seen.requests == 1
    assert before.code == 0
    lines = [line.split() for line in before.out.splitlines()]
    assert [(line[0], line[1].rstrip(",")) for line in lines[:4]] == [
        ("articles", "4"), ("unreadable", "1"), ("cached", "0"), ("requests", "3")
    ]  # fmt: skip
    assert "unpriced" in before.out
    assert "cached      1" in after.out
    assert "requests    2," in after.out
    assert "cost        at most $" in after.out


def test_the_forecast_cost_is_that_of_the_tokens(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "prices.toml").write_text(PRICES)
    settings = read_settings(model="fault-model", base_url="http://localhost:1/v1", prices=tmp_path / "prices.toml")
    total = forecast(read_articles([articles]), settings)
    assert total.cost == pytest.approx((total.prompt_tokens * 100 + total.completion_tokens * 1000) / 1e6)
    assert total.prompt_tokens > 300


def test_a_dry_run_of_the_rules_says_that_nothing_is_sent(cli: Cli, articles: Path) -> None:
    assert cli("run", articles, "--dry-run").out.startswith("nothing would be sent: the engine is extractive (")


def test_cache_explain_names_the_difference_to_a_cached_answer(cli: Cli, articles: Path) -> None:
    article = articles / "dyke1.txt"
    with FaultServer() as server:
        options = ["--model", "fault-model", "--base-url", server.base_url]
        assert "dyke1: not cached" in cli("cache", "explain", article, *options).out
        cli("run", article, *options)
        assert "dyke1: cached under answer/" in cli("cache", "explain", article, *options).out
        other = cli("cache", "explain", article, "--language", "fr", *options).out
    assert "dyke1: not cached" in other
    assert "is an answer for the same text, but with another language (None and not 'fr')\n" in other


def test_cache_explain_says_that_rules_keep_nothing_and_fails_with_its_inputs(cli: Cli, articles: Path) -> None:
    (articles / "empty.txt").write_text("")
    ended = cli("cache", "explain", articles)
    assert ended.code == 1
    assert ended.err.startswith("summarizer: by rules nothing is cached; this is about openai/gpt-5.4-mini")
    assert "dyke1: not cached" in ended.out


def test_what_is_all_cached_needs_no_correction() -> None:
    assert "requests    0" in Forecast(articles=1, cached=1).lines()
