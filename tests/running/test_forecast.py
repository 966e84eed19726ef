"""Looking ahead: what would be sent, what it would cost, and what is cached."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from summarizer.reading.inputs import read_articles
from summarizer.running.forecast import forecast
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
    found = forecast(read_articles([articles]), settings)
    assert found.cost == pytest.approx((found.prompt_tokens * 100 + found.completion_tokens * 1000) / 1e6)
    assert found.prompt_tokens > 300


def test_a_dry_run_of_the_rules_says_that_nothing_is_sent(cli: Cli, articles: Path) -> None:
    assert cli("run", articles, "--dry-run").out.startswith("nothing would be sent: the engine is extractive (")


def test_the_cache_is_explained(cli: Cli, articles: Path) -> None:
    article = articles / "dyke1.txt"
    with FaultServer() as server:
        options = ["--model", "fault-model", "--base-url", server.base_url]
        assert "dyke1: not cached" in cli("cache", "explain", article, *options).out
        cli("run", article, *options)
        assert "dyke1: cached under answer/" in cli("cache", "explain", article, *options).out
        other = cli("cache", "explain", article, "--language", "fr", *options).out
    assert "dyke1: not cached" in other
    assert "is an answer for the same text, but with another parameters (" in other


def test_the_cache_is_counted_and_cleared(cli: Cli, articles: Path, tmp_path: Path) -> None:
    assert "answers  0" in cli("cache", "stats").out
    assert not (tmp_path / "cache").exists()
    with FaultServer() as server:
        cli("run", articles, "--model", "fault-model", "--base-url", server.base_url)
    stats = cli("cache", "stats").out
    assert "answers  3" in stats
    assert "reports  3" in stats
    assert cli("cache", "clear", "--yes").code == 0
    assert "answers  0" in cli("cache", "stats").out


def test_the_prompt_is_shown_without_a_key_and_holds_the_article(cli: Cli, articles: Path) -> None:
    shown = cli("prompt", articles / "dyke1.txt", "--model", "openai/gpt-5.4-mini")
    assert shown.code == 0
    assert "] “Dyke number 1 held all night,” warden Ada Kroon said on Monday." in shown.out
    bodies = json.loads(cli("prompt", articles / "dyke1.txt", "--json").out)
    assert [message["role"] for message in bodies[0]["messages"]] == ["system", "user"]
    assert bodies[0]["response_format"]["type"] == "json_schema"
    tools = json.loads(cli("prompt", articles / "dyke1.txt", "--json", "--mode", "tools").out)
    assert "tools" in tools[0]


def test_what_the_prompt_shows_is_what_is_sent(cli: Cli, articles: Path) -> None:
    with FaultServer() as server:
        options = ["--model", "fault-model", "--base-url", server.base_url]
        bodies: list[object] = []
        take = server._complete
        server._complete = lambda connection, body: (bodies.append(body), take(connection, body))[1]  # type: ignore[method-assign]
        cli("run", articles / "dyke1.txt", "--max-reasks", "0", *options)
        shown = json.loads(cli("prompt", articles / "dyke1.txt", "--json", *options).out)
    assert bodies == shown


def test_a_prompt_for_what_is_no_article_is_one_line(cli: Cli, articles: Path) -> None:
    ended = cli("prompt", articles / "empty.txt")
    assert ended.code == 1
    assert ended.err.count("\n") == 1
