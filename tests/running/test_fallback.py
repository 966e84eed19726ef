"""A second model answers what the first fails for good; provenance and cache tell which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from summarizer.contract.article import Article
from summarizer.contract.failure import Failure
from summarizer.contract.report import Report
from summarizer.running.api import Summarizer
from tests.loopback import Loopback, Said, completion

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = {"claims": [], "headline": "Gate stuck", "abstract": "The gate is stuck at Lunt.", "key_points": []}
CALM = Article(id="calm", text="Gate stuck\n\nThe gate is stuck, keeper Ode Lunt said on Friday.")
GRIM = Article(id="grim", text="Gate grim\n\nThe grim gate is stuck, keeper Ode Lunt said on Friday.")


class Service:
    """Each model answers, but: `refuses` names those that refuse the grim article, `down` those without a key."""

    def __init__(self, *, refuses: tuple[str, ...] = (), down: tuple[str, ...] = ()) -> None:
        self.refuses, self.down = refuses, down
        self.models: list[str] = []

    def __call__(self, path: str, asked: dict[str, Any]) -> Said:
        if not path.endswith("completions"):
            return Said(404, {})
        model = asked["model"]
        self.models.append(model)
        if model in self.down:
            return Said(401, {"error": {"message": "who are you?"}})
        if model in self.refuses and "grim" in str(asked["messages"]):
            return Said(400, {"error": {"message": "flagged", "code": "content_filter"}})
        return completion(DRAFT)


async def run(service: Service, folder: Path, *fallback: str) -> list[Report | Failure]:
    async with Loopback(service) as server:
        settings: Any = {"model": "one", "base_url": server.base_url, "cache_dir": folder, "fallback": fallback}
        async with Summarizer(**settings, concurrency=1, max_reasks=0) as summarizer:
            return [result async for result in summarizer.arun([CALM, GRIM])]


def answered(results: list[Report | Failure]) -> list[str | None]:
    return [one.provenance.model if isinstance(one, Report) else one.error for one in results]


async def test_without_a_fallback_the_article_fails(tmp_path: Path) -> None:
    assert answered(await run(Service(refuses=("one",)), tmp_path)) == ["one", "RefusalError"]


async def test_the_next_model_answers_what_the_first_refuses(tmp_path: Path) -> None:
    service = Service(refuses=("one", "two"))
    assert answered(await run(service, tmp_path, "two", "three")) == ["one", "three"]
    assert service.models == ["one", "one", "two", "three"]


async def test_a_model_that_fails_for_the_whole_run_leaves_it_to_the_next(tmp_path: Path) -> None:
    service = Service(down=("one",))
    results = await run(service, tmp_path, "two")
    assert answered(results) == ["two", "two"]
    assert service.models == ["one", "two", "two"]


async def test_when_all_fail_the_failure_names_each(tmp_path: Path) -> None:
    results = await run(Service(refuses=("one",), down=("two",)), tmp_path, "two")
    assert answered(results) == ["one", "RefusalError"]
    failure = results[1]
    assert isinstance(failure, Failure)
    assert "one: the service declined" in failure.message
    assert "two: the service at" in failure.message


@pytest.mark.parametrize("again", ["two", "two three"])
async def test_an_answer_of_a_fallback_is_cached_as_its_own(again: str, tmp_path: Path) -> None:
    # One server, because the address is part of the key.
    service = Service(refuses=("one",))
    async with Loopback(service) as server:
        settings: Any = {"model": "one", "base_url": server.base_url, "cache_dir": tmp_path, "max_reasks": 0}
        async with Summarizer(**settings, fallback=["two"]) as summarizer:
            first = [result async for result in summarizer.arun([CALM, GRIM])]
        sent = len(service.models)
        async with Summarizer(**settings, fallback=again.split()) as summarizer:
            second = [result async for result in summarizer.arun([CALM, GRIM])]
        assert len(service.models) == sent
        async with Summarizer(**{**settings, "model": "two"}) as summarizer:
            alone = [result async for result in summarizer.arun([GRIM])]
        assert len(service.models) == sent
    assert answered(second) == answered(first) == ["one", "two"]
    assert answered(alone) == ["two"]
