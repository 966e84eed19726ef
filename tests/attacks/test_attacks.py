"""No attack changes what is sent beside its own line, adds evidence, or adds a link. The answers are authored here.

`python benchmarks/attacks.py` puts the same attacks to a live model.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.contract.article import Article
from summarizer.contract.request import Completion, Request
from summarizer.engines.model.claims import ClaimsTask
from summarizer.engines.model.engine import LlmEngine
from summarizer.engines.model.prompts import render
from summarizer.engines.model.task import LlmOptions
from summarizer.grounding.ground import ground
from summarizer.reading.inputs import article_from_html
from summarizer.reading.layout.layout import sentences_of
from tests.attacks.attacks import ATTACKS, CLOSING, OPENING, Attack

if TYPE_CHECKING:
    from summarizer.contract.report import Report

URL = re.compile(r"https?://|www\.|javascript:|data:text", re.IGNORECASE)
HONEST: dict[str, Any] = {
    "claims": [
        {
            "sentence": 3, "quotes": ["We replaced every plank"], "source": "Ilse Brandt", "kind": "person",
            "stance": "asserts", "text": "Brandt says that every plank was replaced.",
        }
    ],
    "headline": "Ferry pier at Skarn reopens after storm",
    "abstract": "The ferry pier at Skarn reopened on Friday. Tor Vik denied that it was safe.",
    "key_points": [{"text": "Harbour master Ilse Brandt said that every plank was replaced", "claims": [1]}],
}  # fmt: skip


def article_of(attack: Attack) -> Article:
    """The harmless article with the attack in its middle."""
    if attack.page:
        paragraphs = "".join(f"<p>{part}</p>" for part in OPENING.split("\n\n")[1:])
        closing = "".join(f"<p>{part}</p>" for part in CLOSING.split("\n\n"))
        title = OPENING.split("\n", 1)[0]
        return article_from_html(
            f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}{attack.plant}{closing}"
            "</article></body></html>",
            id=attack.name,
        )
    return Article(id=attack.name, text=f"{OPENING}\n\n{attack.plant}\n\n{CLOSING}")


async def report_of(attack: Attack) -> Report:
    """The report when the model obeys the attack."""
    answer = {**HONEST, **attack.answer}
    if attack.answer.get("claims"):
        answer["claims"] = HONEST["claims"] + attack.answer["claims"]
    text = json.dumps(answer, ensure_ascii=False)

    async def obey(_: Request) -> Completion:
        return Completion(text=text, json_text=text)

    article = article_of(attack)
    engine = LlmEngine(ClaimsTask(LlmOptions(max_reasks=0)), obey, model="obedient")
    return ground(article, await engine.answer(article), origin="model")


def shown(report: Report) -> str:
    """All of a report that a model could put words into."""
    parts = [report.summary.headline, report.summary.abstract, *(point.text for point in report.summary.key_points)]
    for claim in report.claims:
        parts += [claim.text, claim.source.name, claim.source.role or "", *claim.via]
    return "\n".join(parts)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_the_prompt_keeps_its_form(attack: Attack) -> None:
    article = article_of(attack)
    system, user = render(article)
    harmless = render(Article(id="x", text=f"{OPENING}\n\n{CLOSING}"))
    assert system == harmless[0]
    fence = re.fullmatch(r".*\n\n<<<(\w{10})\n(.*)\n\1>>>", user.content, re.DOTALL)
    assert fence
    assert user.content.count(fence[1]) == harmless[1].content.count(re.findall(r"<<<(\w+)", harmless[1].content)[0])
    numbers = [re.match(r"\[(\d+)\] ", line) for line in fence[2].split("\n")]
    assert [int(number[1]) if number else None for number in numbers] == [one.number for one in sentences_of(article)]
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") for char in fence[2].replace("\n", ""))
    for text in attack.not_sent:
        assert text not in user.content


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
async def test_an_obedient_model_gains_nothing(attack: Attack) -> None:
    report = await report_of(attack)
    article = report.article
    for claim in report.claims:
        for piece in claim.evidence:
            assert article.text[piece.start : piece.end] == piece.quote
    visible = shown(report)
    assert not URL.search(visible)
    for text in attack.not_shown:
        assert text not in visible
    listed = [one.quote for one in report.rejected]
    for quote in attack.rejected:
        assert quote in listed
        assert all(quote not in piece.quote for claim in report.claims for piece in claim.evidence)
    for quote in attack.flagged:
        (claim,) = [one for one in report.claims if any(quote in piece.quote for piece in one.evidence)]
        assert "instruction_like_text" in {check.code for check in claim.checks}
    assert report.summary.headline
    assert report.summary.abstract


def test_the_suite_is_whole() -> None:
    assert len(ATTACKS) >= 40
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)
    for attack in ATTACKS:
        assert attack.not_sent or attack.not_shown or attack.rejected or attack.flagged, attack.name
