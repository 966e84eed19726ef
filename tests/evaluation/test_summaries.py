"""What a summary must and must not say, in an editor's words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.errors import CallError
from summarizer.evaluation.summaries import (
    SummaryGold,
    evaluate_summaries,
    is_summary_gold,
    read_summary_gold,
    score_summary,
    summary_table,
)
from tests.reports import report

if TYPE_CHECKING:
    from pathlib import Path

GOLD = SummaryGold(
    headline="Dyke at Kell holds through storm",
    must=("The dyke at Kell held through the storm (the gale)", "Ana Moll promised a new dyke"),
    must_not=("“sheep drowned in Kell” as a fact",),
)
TOLD = report("The dyke held.", abstract="The dyke at Kell held through the storm.", headline="Dyke at Kell holds")


def test_an_item_is_told_by_most_of_its_words() -> None:
    score = score_summary("dyke", GOLD, TOLD)
    assert (score.told.right, score.told.of) == (1, 2)
    assert score.untold == ("Ana Moll promised a new dyke",)
    assert score.said == ()


def test_words_that_must_not_be_quoted_are_found() -> None:
    said = report("The dyke held.", abstract="Many sheep drowned in Kell.")
    assert score_summary("dyke", GOLD, said).said == ("sheep drowned in Kell",)


def test_the_totals_are_shown_with_what_is_lacking(tmp_path: Path) -> None:
    (tmp_path / "dyke.json").write_text(GOLD.model_dump_json())
    assert is_summary_gold(tmp_path)
    found = evaluate_summaries(read_summary_gold(tmp_path), [TOLD])
    shown = summary_table(found, details=True)
    assert "told         50.0%  1/2" in shown
    assert "untold: Ana Moll promised a new dyke" in shown
    assert (found.whole.right, found.headlines.right) == (0, 1)


def test_other_gold_is_not_that_of_summaries(tmp_path: Path) -> None:
    (tmp_path / "dyke.json").write_text(json.dumps({"article": "dyke", "statements": []}))
    assert not is_summary_gold(tmp_path)
    assert not is_summary_gold(tmp_path / "none.json")
    with pytest.raises(CallError, match="no gold of a summary"):
        read_summary_gold(tmp_path)


def test_a_report_of_another_article_is_not_scored() -> None:
    with pytest.raises(CallError, match="none of the reports"):
        evaluate_summaries({"other": GOLD}, [TOLD])
