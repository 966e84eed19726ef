"""The llm engine from article to report, and comparing, on answers that a real model gave: see cassettes/README.md."""

from __future__ import annotations

import os
import re
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
import yaml

from summarizer.comparison.inquiry import Inquiry
from summarizer.contract.article import Article
from summarizer.contract.grouping import Grouping
from summarizer.contract.report import Report
from summarizer.endpoint.asking import Asking
from summarizer.endpoint.client import Endpoint
from summarizer.endpoint.services import Service
from summarizer.engines.model.engine import LlmEngine
from summarizer.engines.model.grouping import GroupingTask
from summarizer.engines.model.task import LlmOptions
from summarizer.engines.model.task_choice import draft_task
from summarizer.grounding.ground import ground
from summarizer.reading.inputs import read_articles
from tests.cassettes import FOLDER, MODEL, RECORDING, Readable, base_url, cassette
from tests.comparison.asked import concluded, findings, reports, sheet_of
from tests.refusing_proxy import RefusingProxy

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.contract.answer import Answer
    from summarizer.engines.model.task import Task

Result = TypeVar("Result")
EXAMPLES = FOLDER.parent / "examples"
NAMES = [
    "bridge-closure", "brief-harbour", "brief-second", "brief-third",
    "reask-brief-harbour", "refuses-json-schema", "compare-quarry-slide", "compare-tram-strike",
]  # fmt: skip


def _article(file: str, index: int = 0) -> Article:
    found = list(read_articles([EXAMPLES / file]))[index]
    assert not isinstance(found, Exception)
    return found  # type: ignore[return-value]


async def _answer(
    article: Article, name: str, options: LlmOptions, url: str | None = None
) -> tuple[Answer, Asking, int]:
    return await _asked(draft_task(MODEL, options), article, name, url)


async def _asked(
    task: Task[Any, Result], article: Article, name: str, url: str | None = None
) -> tuple[Result, Asking, int]:
    endpoint = Endpoint(Service(MODEL, url or base_url(), "none"), timeout=3600)
    modes = Asking(endpoint.complete, address=endpoint.address, model=MODEL)
    engine = LlmEngine(task, modes.complete, model=MODEL, base_url=endpoint.address)
    try:
        with cassette(name) as played:
            answer = await engine.answer(article)
            return answer, modes, played.play_count or len(played)  # while recording none is played
    finally:
        await endpoint.aclose()


def _checked(article: Article, answer: Answer) -> Report:
    report = ground(article, answer, origin="model")
    assert Report.model_validate_json(report.model_dump_json()) == report
    for claim in report.claims:
        assert claim.origin == "model"
        for piece in claim.evidence:
            assert article.text[piece.start : piece.end] == piece.quote
    spans = [(claim.source.name, *((piece.start, piece.end) for piece in claim.evidence)) for claim in report.claims]
    assert len(set(spans)) == len(spans)
    return report


async def test_a_small_models_speakers_are_taken_only_where_the_article_agrees() -> None:
    article = _article("bridge-closure.txt")
    answer, _, _ = await _answer(article, "bridge-closure", LlmOptions())
    report = _checked(article, answer)
    speakers = {"city council", "Oona Pell", "Caspar Lund", "AutoRing", "two council workers"}
    assert {claim.source.name for claim in report.claims} <= speakers
    assert len(report.claims) >= 2
    assert any("as the rules read it" in one.reason or "does not name" in one.reason for one in report.rejected)
    assert answer.prompt is not None
    assert answer.prompt.startswith("speakers@")
    assert answer.parameters["mode"] == "json_schema"


@pytest.mark.parametrize(("index", "name"), [(0, "brief-harbour"), (1, "brief-second"), (2, "brief-third")])
async def test_a_brief_gives_claims_with_sources(index: int, name: str) -> None:
    article = _article("ferry-fire-briefs.jsonl", index)
    answer, _, _ = await _answer(article, name, LlmOptions())
    report = _checked(article, answer)
    assert report.claims
    assert report.summary.headline
    assert all(claim.source.name for claim in report.claims if claim.mode != "none")


async def test_an_answer_that_fails_validation_is_asked_for_again() -> None:
    article = _article("ferry-fire-briefs.jsonl")
    options = LlmOptions(asks="claims", max_output_tokens=1_400)
    answer, _, requests = await _answer(article, "reask-brief-harbour", options)
    exchanges = yaml.safe_load((FOLDER / "reask-brief-harbour.yaml").read_text())["interactions"]
    asked = [exchange["request"]["body"]["json"]["messages"] for exchange in exchanges]
    again = [messages for messages in asked if len(messages) > 2]
    assert again
    assert all(
        re.search(r"(does not stand in the article|was no JSON object|could not be read|cites claim)", m[-1]["content"])
        for m in again
    )
    assert requests == len(exchanges)
    _checked(article, answer)


async def test_an_endpoint_that_refuses_json_schema_is_asked_another_way() -> None:
    article = _article("bridge-closure.txt")
    with ExitStack() as stack:
        url = stack.enter_context(RefusingProxy(base_url())).base_url if os.environ.get(RECORDING) else None
        answer, modes, _ = await _answer(article, "refuses-json-schema", LlmOptions(), url)
    # The model answers tools with a call written out as text, and broken at that; it is read.
    assert modes.mode == "tools"
    assert answer.parameters["mode"] == "tools"
    exchanges = yaml.safe_load((FOLDER / "refuses-json-schema.yaml").read_text())["interactions"]
    assert [exchange["response"]["status"]["code"] for exchange in exchanges].count(500) == 1
    _checked(article, answer)


STORIES = ["quarry-slide", "tram-strike"]


def _shown(story: str) -> str:
    """The sheet that was recorded, as the rules may find other passages since; the one of today while recording."""
    if os.environ.get(RECORDING):
        return sheet_of(story).text
    (exchange,) = yaml.safe_load((FOLDER / f"compare-{story}.yaml").read_text())["interactions"]
    asked = exchange["request"]["body"]["json"]["messages"][1]["content"]
    return "\n".join(re.findall(r"^\[\d+\] .+$", asked, re.MULTILINE))


def _renumbered(grouping: Grouping, shown: str, today: str) -> Grouping:
    """The groups with the numbers that the same passages bear on today's sheet; 0 for one that is no longer there."""
    words, now = ([line.partition("] ")[2] for line in text.split("\n")] for text in (shown, today))
    numbers = {number: now.index(line) + 1 for number, line in enumerate(words, 1) if line in now}
    value = grouping.model_dump()
    for one in (one for group in value["groups"] for side in group["sides"] for one in side["passages"]):
        one["passage"] = numbers.get(one["passage"], 0)
    return Grouping.model_validate(value)


@pytest.mark.parametrize("story", STORIES)
async def test_what_a_small_model_groups_becomes_a_fact_or_is_refused_with_the_reason(story: str) -> None:
    shown, sheet = _shown(story), sheet_of(story)
    task = GroupingTask(LlmOptions())
    grouping, _, requests = await _asked(task, Article(id=sheet.id, text=shown), f"compare-{story}")
    assert requests == 1
    assert grouping.groups
    told = _renumbered(grouping, shown, sheet.text)
    made = Inquiry(findings(story)).conclude({sheet.id: told}, {}, grouping.provenance)
    new = [fact for fact in made.facts if "as the model groups them" in fact.reason]
    assert made.rejected
    assert all(one.reason for one in made.rejected)
    assert len(new) + len(made.rejected) <= len(grouping.groups)
    texts = {report.article.id: report.article.text for report in reports(story)}
    for one in (one for fact in new for side in fact.sides for one in side.mentions):
        assert texts[one.article][one.start : one.end] == one.text
    # No conflict is the model's alone, and none of the rules' is lost.
    plain = concluded(story)
    assert [one.sides for one in made.facts if one.verdict == "conflict"] == [
        one.sides for one in plain.facts if one.verdict == "conflict"
    ]


_SECRETS = re.compile(
    r"(?i)authorization|x-api-key|cookie|bearer\s|\b(?:sk|pk|gsk|ghp|xox[a-z])[-_][a-z0-9_-]{8,}|AIza[\w-]{10}|/home/|/roo[t]/"
    r"|/opt/|/wor[k]/|/Users/|/tmp/|\.gguf"
)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_no_cassette_holds_a_secret_or_a_path_of_a_machine(path: Path) -> None:
    assert not _SECRETS.search(path.read_text(encoding="utf-8"))


def test_the_search_for_secrets_finds_one() -> None:
    for planted in ("Authorization: " + "Bearer " + "x" * 12, "s" + "k-" + "a1" * 10, "/ro" + "ot/model." + "gguf"):
        assert _SECRETS.search(planted)


def test_every_cassette_is_played_and_readable() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(NAMES)
    for path in FOLDER.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert max(map(len, text.splitlines())) < 2_000  # the longest is a broken answer, which is no JSON to lay out
        assert Readable.serialize(Readable.deserialize(text)) == text
