"""Where -v and --log-file send the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.commands import model_options

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.conftest import Outcome
    from tests.fault_server import FaultServer

    Cli = Callable[..., Outcome]


def test_a_log_file_has_a_line_for_each_request_and_no_article_text(
    cli: Cli, articles: Path, tmp_path: Path, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_API_KEY", "hidden" + "-words")
    cli("run", articles, "-o", tmp_path / "out.jsonl", "--log-file", tmp_path / "log", *model_options(server))
    log = (tmp_path / "log").read_text()
    assert log.count("status=200") == 3
    assert "id=dyke1 attempt=1" in log
    assert "held all night" not in log
    assert "hidden" not in log


def test_verbose_writes_a_line_for_each_request(cli: Cli, articles: Path, server: FaultServer) -> None:
    assert "status=200" not in cli("run", articles, "--no-cache", *model_options(server)).err
    assert cli("run", articles, "--no-cache", "-v", *model_options(server)).err.count("status=200") == 3
