"""The JSON Schemas that models are asked to follow, all of them cut from the draft's."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from summarizer.contract.draft import Draft
from summarizer.contract.request import AnswerSchema
from summarizer.engines.model.prompts import name_with_hash


@lru_cache(maxsize=1)
def draft_schema() -> AnswerSchema:
    """What a model must answer about a whole article."""
    return AnswerSchema("Draft", Draft.model_json_schema())


@lru_cache(maxsize=1)
def claims_schema() -> AnswerSchema:
    """What a model must answer about a window: the claims of a draft and nothing else."""
    return _part("Claims", ("claims",), "DraftClaim")


@lru_cache(maxsize=1)
def summary_schema() -> AnswerSchema:
    """What a model must answer about the claims of all windows: a draft without claims."""
    return _part("Summary", ("headline", "abstract", "key_points"), "DraftKeyPoint")


def _part(name: str, fields: tuple[str, ...], definition: str) -> AnswerSchema:
    whole: dict[str, Any] = dict(draft_schema().body)
    body = {
        **whole,
        "title": name,
        "properties": {field: whole["properties"][field] for field in fields},
        "required": list(fields),
        "$defs": {definition: whole["$defs"][definition]},
    }
    return AnswerSchema(name, body)


@lru_cache(maxsize=1)
def schema_name() -> str:
    """The draft schema's name and hash: "draft@" and 12 hexadecimal digits."""
    return name_with_hash("draft", json.dumps(draft_schema().body, sort_keys=True, ensure_ascii=False))
