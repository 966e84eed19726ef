"""`summarizer prompt`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.commands import model_options

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome
    from tests.fault_server import FaultServer

    Cli = Callable[..., Outcome]


def test_the_prompt_is_shown_without_a_key_and_holds_the_article(cli: Cli, articles: Path) -> None:
    shown = cli("prompt", articles / "dyke1.txt", "--model", "openai/gpt-5.4-mini")
    assert shown.code == 0
    assert "] “Dyke number 1 held all night,” warden Ada Kroon said on Monday." in shown.out
    bodies = json.loads(cli("prompt", articles / "dyke1.txt", "--json").out)
    assert [message["role"] for message in bodies[0]["messages"]] == ["system", "user"]
    assert bodies[0]["response_format"]["type"] == "json_schema"
    tools = json.loads(cli("prompt", articles / "dyke1.txt", "--json", "--mode", "tools").out)
    assert "tools" in tools[0]


def test_the_prompt_that_is_shown_is_the_one_that_is_sent(cli: Cli, articles: Path, server: FaultServer) -> None:
    cli("run", articles / "dyke1.txt", "--max-reasks", "0", *model_options(server))
    shown = json.loads(cli("prompt", articles / "dyke1.txt", "--json", *model_options(server)).out)
    assert list(server.seen.bodies) == shown


def test_the_prompt_of_an_empty_file_is_a_one_line_error(cli: Cli, articles: Path) -> None:
    (articles / "empty.txt").write_text("")
    ended = cli("prompt", articles / "empty.txt")
    assert ended.code == 1
    assert ended.err.count("\n") == 1


def test_of_several_articles_the_first_that_can_be_read_is_shown_and_that_is_said(cli: Cli, articles: Path) -> None:
    (articles / "broken.pdf").write_bytes(b"%PDF-1.4 and nothing else")
    shown = cli("prompt", articles)
    assert shown.code == 0
    assert "=== request 1 of 1" in shown.out
    assert "it holds more than one article, and the first is shown: dyke" in shown.err
