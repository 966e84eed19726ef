"""The llm engine from article to report, on answers that a real model gave: see cassettes/README.md."""

from __future__ import annotations

import os
import re
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
import yaml

from summarizer.contract.report import Report
from summarizer.endpoint.asking import Asking
from summarizer.endpoint.client import Endpoint
from summarizer.endpoint.dialect import Dialect
from summarizer.endpoint.services import Service
from summarizer.engines.model.engine import LlmEngine
from summarizer.engines.model.task import LlmOptions
from summarizer.engines.model.task_choice import draft_task
from summarizer.grounding.ground import ground
from summarizer.reading.inputs import read_articles
from tests.cassettes import FOLDER, MODEL, RECORDING, Readable, base_url, cassette
from tests.refusing_proxy import RefusingProxy

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.contract.answer import Answer
    from summarizer.contract.article import Article

EXAMPLES = FOLDER.parent / "examples"
NAMES = [
    "bridge-closure", "brief-harbour", "brief-second", "brief-third",
    "reask-brief-harbour", "refuses-json-schema",
]  # fmt: skip


def _article(file: str, index: int = 0) -> Article:
    found = list(read_articles([EXAMPLES / file]))[index]
    assert not isinstance(found, Exception)
    return found  # type: ignore[return-value]


async def _answer(
    article: Article, name: str, options: LlmOptions, url: str | None = None
) -> tuple[Answer, Asking, int]:
    endpoint = Endpoint(Service(MODEL, url or base_url(), "none"), timeout=900)
    # The schema was recorded as it is, before it was sent in the strict form first.
    plain = {f"dialect {endpoint.address} {MODEL}": Dialect(form="plain").write()}
    modes = Asking(endpoint.complete, address=endpoint.address, model=MODEL, remember=plain)
    engine = LlmEngine(draft_task(MODEL, options), modes.complete, model=MODEL, base_url=endpoint.address)
    try:
        with cassette(name) as played:
            answer = await engine.answer(article)
            return answer, modes, played.play_count
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
    # The model answers tools with a call written out as text, and broken at that; JSON is the first mode that works.
    assert modes.mode == "json"
    assert answer.parameters["mode"] == "json"
    exchanges = yaml.safe_load((FOLDER / "refuses-json-schema.yaml").read_text())["interactions"]
    assert [exchange["response"]["status"]["code"] for exchange in exchanges].count(500) == 1
    _checked(article, answer)


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
