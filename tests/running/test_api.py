"""`summarize`, `asummarize` and `Summarizer`: reports on articles, by rules or by a model."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.article import Article
from summarizer.contract.errors import CallError, EmptyArticleError, FetchError
from summarizer.contract.failure import Failure
from summarizer.contract.report import Report
from summarizer.running.api import Summarizer, asummarize, summarize
from tests.fault_server import FaultServer
from tests.site import Page, Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from summarizer.running.options import Options

TEXT = "Bridge shut\n\nThe bridge at Olm is shut until May, engineer Tara Nock said on Monday. Nobody was hurt."


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "SUMMARIZER_MODEL", "SUMMARIZER_ENGINE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


def model_options(server: FaultServer, tmp_path: Path) -> Options:
    return {"model": "m", "base_url": server.base_url, "cache_dir": tmp_path / "cache", "concurrency": 4}


def test_a_text_gives_a_report_without_a_key() -> None:
    report = summarize(TEXT)
    assert isinstance(report, Report)
    assert report.provenance.engine == "extractive"


def test_a_path_and_an_article_give_a_report(tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT)
    assert summarize(path).article.id == "bridge"
    assert summarize(Article(id="x", text=TEXT)).article.id == "x"


@pytest.mark.parametrize("options", [{"concurrency": 0}, {"engine": "magic"}, {"engine": "llm"}, {"no_such": 1}])
def test_wrong_options_are_named(options: dict[str, object]) -> None:
    with pytest.raises(CallError):
        summarize(TEXT, **options)  # type: ignore[arg-type]


def test_one_article_without_a_report_raises() -> None:
    with pytest.raises(EmptyArticleError):
        summarize("   ")


async def test_plain_and_async_calls_work_inside_a_running_loop(server: FaultServer, tmp_path: Path) -> None:
    options = model_options(server, tmp_path)
    plain = await asyncio.to_thread(summarize, TEXT, **options)
    inside = summarize(TEXT + " Again.", **options)
    awaited = await asummarize(TEXT, **options)
    assert plain == awaited
    assert inside.provenance.engine == "llm"
    with Summarizer(**options) as summarizer:
        assert len(list(summarizer.run([f"{TEXT} Loop {number}." for number in range(5)]))) == 5


def test_a_cached_run_imports_neither_openai_nor_instructor(server: FaultServer, tmp_path: Path) -> None:
    options = model_options(server, tmp_path)
    summarize(TEXT, **options)
    code = f"""
import sys
from pathlib import Path
from summarizer.running.api import Summarizer
with Summarizer(model="m", base_url={server.base_url!r}, cache_dir=Path({str(tmp_path / "cache")!r})) as summarizer:
    assert [type(one).__name__ for one in summarizer.run([{TEXT!r}])] == ["Report"]
print(*sorted({{"openai", "instructor", "httpx2", "tenacity", "trafilatura"}} & set(sys.modules)))
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.split() == []
    assert server.seen.requests == 1


def test_rules_import_neither_a_client_nor_a_cache() -> None:
    code = f"""
import sys
from summarizer.running.api import Summarizer
with Summarizer(engine="extractive") as summarizer:
    assert len(list(summarizer.run([{TEXT!r}]))) == 1
heavy = {{"openai", "instructor", "diskcache"}}
heavy |= {{f"summarizer.{{name}}" for name in ("running.cache", "engines.model.engine", "running.batch")}}
print(*sorted(heavy & set(sys.modules)))
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.split() == []


def test_another_key_is_the_same_request(server: FaultServer, tmp_path: Path) -> None:
    for key in ("first" * 4, "second" * 4):
        summarize(TEXT, **model_options(server, tmp_path), api_key=key)
    assert server.seen.requests == 1


async def test_an_address_is_an_input_as_a_path_is() -> None:
    with Site({"/weir": Page()}) as site:
        address = f"{site.url}/weir"
        told = summarize(address, allow_private=True)
        assert (told.article.url, told.claims[0].source.name) == (address, "Ada Kroon")
        assert (await asummarize(address, allow_private=True)).article.id == "weir"
        with Summarizer(allow_private=True) as summarizer:
            first, gone, last = summarizer.run([address, f"{site.url}/gone", TEXT])
        with pytest.raises(FetchError, match="private"):
            summarize(address)
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(gone, Failure)
    assert (gone.error, gone.path, gone.retryable) == ("FetchError", f"{site.url}/gone", False)
