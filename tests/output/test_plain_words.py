"""Every code of a report has words for people."""

from __future__ import annotations

from typing import get_args

import pytest

from summarizer.contract.check import Check, CheckCode
from summarizer.contract.draft import SourceKind, Stance
from summarizer.contract.report import Mode, Provenance, Usage, is_doubted
from summarizer.output.plain_words import (
    CHECKS,
    KINDS,
    MODES,
    STANCES,
    TONES,
    is_weak,
    made_by,
    speaker,
)
from tests.reports import quoted


@pytest.mark.parametrize(
    ("codes", "words"),
    [(Stance, STANCES), (Stance, TONES), (SourceKind, KINDS), (Mode, MODES), (CheckCode, CHECKS)],
    ids=["stances", "tones", "kinds", "modes", "checks"],
)
def test_every_code_has_its_words(codes: object, words: dict[str, str]) -> None:
    assert list(words) == list(get_args(codes))
    assert not any("_" in said for said in words.values())


def test_a_source_without_a_name_is_called_what_it_is() -> None:
    assert speaker(quoted("It rained.", "It rained.", "", kind="outlet")) == "the article itself"
    assert speaker(quoted("It rained.", "It rained.", "Ada")) == "Ada"


def test_low_confidence_is_no_other_doubt() -> None:
    claim = quoted("It rained.", "It rained.", "Ada")
    weak = claim.model_copy(update={"checks": (Check(code="weak_attribution", detail="x"),)})
    assert (is_weak(claim), is_doubted(claim)) == (False, False)
    assert (is_weak(weak), is_doubted(weak)) == (True, False)


def test_how_a_report_came_about_is_said_in_a_sentence() -> None:
    assert made_by(Provenance(engine="extractive", summarizer_version="1")).startswith("Found by rules")
    usage = Usage(prompt_tokens=1200, completion_tokens=300, cost=0.0123)
    told = made_by(Provenance(engine="llm", model="m", base_url_host="h.example", usage=usage, summarizer_version="1"))
    assert told == "Found by m at h.example: 1,200 tokens read and 300 written, $0.0123 (summarizer 1)."
