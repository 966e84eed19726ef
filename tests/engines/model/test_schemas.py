"""What a model must answer: cut from the schema of a draft."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from summarizer.engines.model.schemas import claims_schema, draft_schema, lines_schema, schema_name, summary_schema

if TYPE_CHECKING:
    from summarizer.contract.request import AnswerSchema


@pytest.mark.parametrize(
    ("schema", "fields"),
    [
        (draft_schema(), ["sources", "claims", "headline", "abstract", "key_points"]),
        (claims_schema(), ["sources", "claims"]),
        (lines_schema(), ["headline", "abstract", "key_points"]),
        (summary_schema(), ["headline", "abstract", "key_points"]),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_each_schema_wants_its_fields_and_no_others(schema: AnswerSchema, fields: list[str]) -> None:
    assert sorted(schema.body["properties"]) == sorted(schema.body["required"]) == sorted(fields)
    assert schema.body["additionalProperties"] is False


@pytest.mark.parametrize("schema", [claims_schema(), lines_schema()], ids=lambda schema: schema.name)
def test_a_part_says_of_its_fields_what_the_draft_says(schema: AnswerSchema) -> None:
    whole = draft_schema().body
    assert all(whole["properties"][name] == field for name, field in schema.body["properties"].items())
    assert schema.body["title"] == schema.name


def test_the_name_of_the_draft_schema_has_a_hash() -> None:
    assert re.fullmatch(r"draft@[0-9a-f]{12}", schema_name())
