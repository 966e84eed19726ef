"""What a model must answer about passages, and what is kept of it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from summarizer.contract.grouping import Grouping, GroupingForm, ToldGroup
from summarizer.contract.report import Provenance, Usage

MADE = Provenance(engine="llm", summarizer_version="0")


@pytest.mark.parametrize(
    "changed", [{"mood": "good"}, {"verdict": "single_source"}, {"sides": [{"position": "x"}]}, {"sides": 3}]
)
def test_what_is_not_of_the_form_is_no_group(changed: dict[str, object]) -> None:
    good = {"question": "q", "verdict": "agree", "sides": [{"position": "p", "passages": []}]}
    ToldGroup.model_validate(good)
    with pytest.raises(ValidationError):
        ToldGroup.model_validate({**good, **changed})


def test_the_schema_is_in_one_piece_and_forbids_unknown_keys() -> None:
    schema = GroupingForm.model_json_schema()
    assert schema["title"] == "Grouping"
    assert "$defs" not in schema
    assert schema["additionalProperties"] is False
    assert schema["properties"]["groups"]["items"]["additionalProperties"] is False


def test_an_answer_that_lacks_a_part_is_not_whole() -> None:
    assert Grouping(provenance=MADE).is_whole
    assert not Grouping(lost=("no answer",), provenance=MADE).is_whole


def test_what_an_answer_took_stands_in_its_provenance() -> None:
    counted = Grouping(provenance=MADE).counted(3, Usage(prompt_tokens=5))
    assert (counted.provenance.attempts, counted.provenance.usage.prompt_tokens) == (3, 5)
