"""The JSON Schemas that models are asked to follow, all of them cut from the answer form's."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from summarizer.contract.answer_form import AnswerForm
from summarizer.contract.request import AnswerSchema
from summarizer.engines.model.prompts import name_with_hash


@lru_cache(maxsize=1)
def draft_schema() -> AnswerSchema:
    """What a model must answer about a whole article."""
    return AnswerSchema("Draft", AnswerForm.model_json_schema())


@lru_cache(maxsize=1)
def claims_schema() -> AnswerSchema:
    """What a model must answer about a window: the sources and claims of a draft and nothing else."""
    return _part("Claims", ("sources", "claims"))


@lru_cache(maxsize=1)
def lines_schema() -> AnswerSchema:
    """What a model must answer about lines of a summary that it is to put right: a draft without claims."""
    return _part("Summary", ("headline", "abstract", "key_points"))


@lru_cache(maxsize=1)
def summary_schema() -> AnswerSchema:
    """What a model must answer about the claims of all windows, whose sentences it does not see."""
    part = _part("Summary", ("headline", "abstract", "key_points"))
    text = {"type": "string"}
    properties = {**part.body["properties"], "headline": text, "abstract": text}
    return AnswerSchema("Summary", {**part.body, "properties": properties})


def _part(name: str, fields: tuple[str, ...]) -> AnswerSchema:
    whole: dict[str, Any] = dict(draft_schema().body)
    body = {
        **whole,
        "title": name,
        "properties": {field: whole["properties"][field] for field in fields},
        "required": list(fields),
    }
    return AnswerSchema(name, body)


@lru_cache(maxsize=1)
def schema_name() -> str:
    """The draft schema's name and hash: "draft@" and 12 hexadecimal digits."""
    return name_with_hash("draft", json.dumps(draft_schema().body, sort_keys=True, ensure_ascii=False))
