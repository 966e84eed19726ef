"""Reports as Label Studio tasks."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest

from summarizer.contract.labelling import labelling_config
from summarizer.output.formats import choose_format
from summarizer.output.standards.label_studio import task
from tests.output.tables.stories import TEXT, dyke_report


def _results(kind: str) -> list[dict[str, Any]]:
    return [one for one in task(dyke_report())["predictions"][0]["result"] if one["type"] == kind]


def test_claims_and_their_sources_are_regions_of_the_text() -> None:
    regions = [(one["id"], one["value"]["labels"], one["value"]["text"]) for one in _results("labels")]
    assert regions == [
        ("c1", ["Claim"], "“The dyke held,”"),
        ("c1-source", ["Source"], "Ada Kroon"),
        ("c2", ["Claim"], "=SUM(A1) costs 2.5 marks"),
        ("c2-2", ["Claim"], "“no”"),
    ]
    for one in _results("labels"):
        assert TEXT[one["value"]["start"] : one["value"]["end"]] == one["value"]["text"]


def test_who_says_it_and_how_is_noted_at_the_claim() -> None:
    assert {(one["id"], one["from_name"]): one["value"]["text"] for one in _results("textarea")} == {
        ("c1", "source"): ["Ada Kroon"], ("c2", "source"): ["the ministry"], ("c2", "via"): ["Polder Echo"],
    }  # fmt: skip
    choices = {(one["id"], one["from_name"]): one["value"]["choices"] for one in _results("choices")}
    assert choices["c2", "kind"] == ["government"]
    assert [(one["from_id"], one["to_id"], one["labels"]) for one in _results("relation")] == [
        ("c1", "c1-source", ["said by"]),
        ("c2", "c2-2", ["goes on in"]),
    ]


def test_its_own_library_takes_interface_and_predictions() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own imports
        interface = pytest.importorskip(
            "label_studio_sdk.label_interface", reason="pip install 'summarizer[standards]'", exc_type=ImportError
        )
        config = interface.LabelInterface(labelling_config())
        config.validate()
        form = choose_format("label-studio", several=True)
        for made in json.loads(form.opening + form.render(dyke_report()) + form.closing):
            assert config.validate_task({"data": made["data"]})
            for prediction in made["predictions"]:
                assert config.validate_prediction(prediction, return_errors=True) == []
