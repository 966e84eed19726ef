"""Endpoints that are not by the book: each is understood, and `doctor` comes to the same verdict as a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from summarizer.contract.article import Article
from summarizer.contract.failure import Failure
from summarizer.contract.report import Report
from summarizer.running.api import Summarizer
from summarizer.running.doctor import examine_endpoint
from summarizer.running.settings import Settings
from tests.fault_server import FaultServer, Plan
from tests.quirks import ANSWERED, FATAL, GRIM, OWN_TROUBLE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.quirks import Quirk

LINE = "Keeper {name} said that gate {number} of the lower lock would stay shut for {number} more days."
NAMES = ("Ode Lunt", "Ira Fenn", "Mo Abel", "Sia Roth")
LONG = "Gates stay shut\n\n" + "\n".join(LINE.format(name=NAMES[n % 4], number=n) for n in range(2, 42))
ARTICLES = [Article(id="long", text=LONG)]
MOST_REQUESTS = {
    "small-prompt": 12,
    "sum-over-context": 4,
    "range-of-prompt": 12,
    "prompt-over-length": 12,
    "context-as-reason": 12,
    "short-answers-in-words": 4,
    "small-context": 12,
    "small-minute": 12,
    "body-too-large": 12,
    "cuts-prompt": 14,
    "short-answers": 4,
}


def run(quirk: Quirk, folder: Path, articles: list[Article], **more: Any) -> tuple[list[Report | Failure], int]:
    with FaultServer(Plan(quirk=quirk, usage=(400, 90))) as server:
        settings: Any = {"model": "m", "base_url": server.base_url, "cache_dir": folder, "max_reasks": 0, **more}
        with Summarizer(**settings) as summarizer:
            return list(summarizer.run(articles)), server.seen.requests


@pytest.mark.parametrize("name", ANSWERED)
def test_an_odd_endpoint_is_understood(name: str, tmp_path: Path) -> None:
    results, requests = run(ANSWERED[name], tmp_path, ARTICLES)
    report = results[0]
    assert isinstance(report, Report), report
    assert len(report.claims) >= 4
    assert requests <= MOST_REQUESTS.get(name, 3)


@pytest.mark.parametrize("name", ["no-max-tokens", "no-system", "no-references", "no-schema", "thinks-first"])
def test_what_was_learnt_is_kept_for_the_next_run(name: str, tmp_path: Path) -> None:
    with FaultServer(Plan(quirk=ANSWERED[name])) as server:
        settings: Any = {"model": "m", "base_url": server.base_url, "cache_dir": tmp_path, "max_reasks": 0}
        for number in range(2):
            before = server.seen.requests
            with Summarizer(**settings) as summarizer:
                article = Article(id=str(number), text=LONG.replace("lower", f"lower {number}"))
                assert isinstance(next(iter(summarizer.run([article]))), Report)
        assert server.seen.requests == before + 1


@pytest.mark.parametrize("name", FATAL)
def test_what_no_article_can_pass_ends_the_run_at_its_first_request(name: str, tmp_path: Path) -> None:
    quirk, error = FATAL[name]
    articles = [Article(id=str(n), text=LONG.replace("lower", str(n))) for n in range(5)]
    results, requests = run(quirk, tmp_path, articles, concurrency=1)
    assert [one.error for one in results if isinstance(one, Failure)] == [error] * 5
    assert requests == 1
    assert all("{" not in one.message and one.hint for one in results if isinstance(one, Failure))


@pytest.mark.parametrize("name", OWN_TROUBLE)
def test_one_articles_trouble_is_its_own(name: str, tmp_path: Path) -> None:
    quirk, error = OWN_TROUBLE[name]
    words = ("fair", GRIM, "wet", "dry")
    articles = [Article(id=word, text=LONG.replace("lower", word)) for word in words]
    results, requests = run(quirk, tmp_path, articles, concurrency=1)
    assert [one.error if isinstance(one, Failure) else "" for one in results] == ["", error, "", ""]
    assert requests == 4


@pytest.mark.parametrize("name", [*ANSWERED, *FATAL])
async def test_doctor_comes_to_the_same_verdict(name: str) -> None:
    quirk = ANSWERED[name] if name in ANSWERED else FATAL[name][0]
    with FaultServer(Plan(quirk=quirk)) as server:
        settings = Settings(model="m", base_url=server.base_url, cache=False)
        findings = [finding async for finding in examine_endpoint(settings)]
    verdict = next(finding for finding in findings if finding.name == "answer")
    assert verdict.level == ("ok" if name in ANSWERED else "FAIL")
    assert all(finding.level != "FAIL" for finding in findings if finding is not verdict)


def test_a_mode_is_found_out_once_though_many_articles_begin_together(tmp_path: Path) -> None:
    articles = [Article(id=str(n), text=f"Gate {n}\n\nThe gate {n} is stuck, keeper Ode Lunt said.") for n in range(60)]
    results, requests = run(ANSWERED["no-schema"], tmp_path, articles, concurrency=60)
    assert all(isinstance(one, Report) for one in results)
    assert requests <= 61 + 3
