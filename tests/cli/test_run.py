"""`summarizer run --schema` against a loopback endpoint whose answers are authored here."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.contract.extraction import Extraction
from summarizer.contract.manifest import Manifest
from summarizer.engines.model.custom_schema import load_model
from tests.cli.commands import article_text
from tests.conftest import ROOT
from tests.loopback import Loopback, Said, completion

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

SCHEMA_NAME = f"{ROOT}/docs/casualties.py:Casualties"
OPTIONS = ("--schema", SCHEMA_NAME, "--prompt", ROOT / "docs" / "casualties.md", "--model", "m")


def say(_path: str, asked: dict[str, Any]) -> Said:
    """One entry that the article proves and one that it does not; no answer at all about the second article."""
    if "Second" in asked["messages"][1]["content"]:
        return completion(None, refusal="I will not")
    entries = [
        {"party": "soldiers", "harm": "killed", "number": number, "source": "", "evidence": {"sentence": 1, "quote": q}}
        for number, q in ((4, "4 soldiers died"), (5, "5 soldiers died"))
    ]
    return completion({"casualties": entries})


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("First", "Second", "Third"):
        (folder / f"{name}.txt").write_text(f"{name} news: 4 soldiers died in Varn on Monday.\n", encoding="utf-8")
    return folder


async def run(cli: Callable[..., Outcome], *arguments: object) -> tuple[Outcome, int]:
    async with Loopback(say) as server:
        ended = await asyncio.to_thread(cli, "run", *arguments, *OPTIONS, "--base-url", server.base_url)
        return ended, len(server.asked)


async def test_one_article_with_a_schema_prints_one_extraction(cli: Callable[..., Outcome], articles: Path) -> None:
    ended, _ = await run(cli, articles / "First.txt")
    assert ended.code == 0, ended.err
    found = Extraction[load_model(SCHEMA_NAME)].model_validate_json(ended.out)  # type: ignore[misc]
    assert [one.number for one in found.result.casualties] == [4]  # type: ignore[attr-defined]
    assert found.result.casualties[0].evidence.quote == "4 soldiers died"  # type: ignore[attr-defined]
    assert [part.path for part in found.rejected] == ["casualties[1]"]


async def test_many_articles_with_a_schema_give_rows_failures_and_a_manifest(
    cli: Callable[..., Outcome], articles: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    ended, _ = await run(cli, articles, "-o", out / "found.jsonl")
    assert ended.code == 1
    rows = [json.loads(line) for line in (out / "found.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["article"]["id"] for row in rows] == ["First", "Third"]
    assert json.loads((out / "failures.jsonl").read_text(encoding="utf-8"))["error"] == "RefusalError"
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["engine"]["schema_name"].startswith("Casualties@")
    assert (manifest["outcomes"]["reports"], manifest["outcomes"]["failures"]) == (2, 1)


async def test_the_same_schema_run_again_sends_nothing(cli: Callable[..., Outcome], articles: Path) -> None:
    async with Loopback(say) as server:
        call = (cli, "run", articles / "First.txt", *OPTIONS, "--base-url", server.base_url)
        first = await asyncio.to_thread(*call)
        count = len(server.asked)
        again = await asyncio.to_thread(*call)
    assert again.out == first.out
    assert len(server.asked) == count


async def test_a_dry_run_with_a_schema_counts_cached_answers(cli: Callable[..., Outcome], articles: Path) -> None:
    async with Loopback(say) as server:
        options = (*OPTIONS, "--base-url", server.base_url)
        before = await asyncio.to_thread(cli, "run", articles, *options, "--dry-run")
        assert server.asked == []
        await asyncio.to_thread(cli, "run", articles / "First.txt", *options)
        after = await asyncio.to_thread(cli, "run", articles, *options, "--dry-run")
    assert "cached      0\nrequests    3," in before.out
    assert "cached      1\nrequests    2," in after.out


def test_a_dry_run_counts_articles_that_fit_no_context(cli: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "whole.py").write_text(
        "import pydantic, summarizer\nclass Main(pydantic.BaseModel):\n    evidence: summarizer.Evidence\n"
    )
    long = tmp_path / "long.txt"
    long.write_text("Four soldiers died in Varn on Monday. " * 400)
    options = ("--schema", f"{tmp_path}/whole.py:Main", "--model", "m", "--base-url", "http://127.0.0.1:9/v1")
    ended = cli("run", long, *options, "--context", "2000", "--dry-run")
    assert "too long    1\n" in ended.out
    assert "requests    0\n" in ended.out


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--format", "csv"), "JSON or JSONL"),
        (("-o", "x.html"), "JSON or JSONL"),
        (("--explain",), "--explain"),
        (("--complete",), "--complete"),
        (("--engine", "extractive"), "needs a language model"),
        (("--schema", "nothing"), "module:Model"),
        (("--schema", "json:JSONDecoder"), "no pydantic model"),
        (("--prompt", "none.md"), "cannot be read"),
        (("--window", "0"), "--window"),
    ],
)
def test_a_wrong_call_with_a_schema_exits_2_with_one_line(
    cli: Callable[..., Outcome], articles: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(articles)
    ended = cli("run", articles, *OPTIONS, "--base-url", "http://127.0.0.1:9/v1", *more)
    assert ended.code == 2
    assert said in ended.err
    assert ended.out == ""
    assert not list(articles.glob("x*"))


def test_prompt_without_schema_is_a_wrong_call(cli: Callable[..., Outcome], articles: Path) -> None:
    ended = cli("run", articles, "--prompt", ROOT / "docs" / "casualties.md")
    assert ended.code == 2
    assert "--prompt needs --schema" in ended.err


def test_prompt_shows_what_would_be_sent_for_a_custom_schema(cli: Callable[..., Outcome], articles: Path) -> None:
    ended = cli("prompt", articles / "First.txt", "--json", *OPTIONS)
    assert ended.code == 0, ended.err
    (body,) = json.loads(ended.out)
    assert "Casualties by party" in body["messages"][0]["content"]
    assert "[1] First news" in body["messages"][1]["content"]
    assert body["response_format"]["json_schema"]["name"] == "Casualties"


@pytest.mark.parametrize("name", ["out.jsonl", "out.json", "out.csv", "out.md", "out.html"])
def test_any_number_of_processes_writes_the_same_bytes(cli: Callable[..., Outcome], tmp_path: Path, name: str) -> None:
    rows = [{"id": f"dyke{number}", "text": article_text(number)} for number in range(50)]
    lines = [*map(json.dumps, rows[:30]), "no JSON", "", '{"text": ""}', *map(json.dumps, rows[20:])]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    written = []
    for workers in (1, 2):
        out = tmp_path / str(workers) / name
        out.parent.mkdir()
        ended = cli("run", tmp_path / "in.jsonl", "-o", out, "--workers", workers, "--explain")
        said = [line for line in ended.err.splitlines() if "articles/s" not in line]
        written.append((ended.code, out.read_bytes(), (out.parent / "failures.jsonl").read_bytes(), said[:-1]))
        manifest = Manifest.model_validate_json((out.parent / "manifest.json").read_text())
        assert (manifest.status, manifest.outcomes.reports, manifest.outcomes.failures) == ("complete", 60, 2)
    assert written[0] == written[1]
    assert written[0][0] == 1
