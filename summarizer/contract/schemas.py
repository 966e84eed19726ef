"""The JSON Schemas of what crosses the project's border: generated from the models, kept as files in schemas/."""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.contract.errors import CallError, OutputError

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel


class _Origin(NamedTuple):
    """Which model a schema is of, and whether it says what we read ("validation") or what we write."""

    module: str
    model: str
    mode: Literal["validation", "serialization"]
    about: str


SCHEMAS = {
    "draft": _Origin("summarizer.contract.answer_form", "AnswerForm", "validation", "what a model must answer"),
    "report": _Origin("summarizer.contract.report", "Report", "serialization", "what `run` writes for an article"),
    "comparison": _Origin(
        "summarizer.contract.comparison", "Comparison", "serialization", "what `compare` writes for several articles"
    ),
    "grouping": _Origin(
        "summarizer.contract.grouping", "GroupingForm", "validation", "what a model must answer about several articles"
    ),
    "failure": _Origin("summarizer.contract.failure", "Failure", "serialization", "a row of failures.jsonl"),
    "manifest": _Origin(
        "summarizer.contract.manifest", "Manifest", "serialization", "manifest.json, about a whole run"
    ),
}


def schema_text(name: str) -> str:
    """The JSON Schema called `name`, indented, with a final newline. Raises CallError for an unknown name."""
    origin = SCHEMAS.get(name)
    if origin is None:
        raise CallError(f"there is no schema {name!r}", hint=f"there are: {', '.join(SCHEMAS)}, label-studio")
    model: type[BaseModel] = getattr(import_module(origin.module), origin.model)
    body = model.model_json_schema(mode=origin.mode)
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **body}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema to a folder as <name>.json, and say which files these are. Raises OutputError."""
    written = []
    for name in SCHEMAS:
        path = folder / f"{name}.json"
        try:
            path.write_text(schema_text(name), encoding="utf-8")
        except OSError as error:
            raise OutputError(f"cannot write: {error.strerror}", where=str(path)) from error
        written.append(path)
    return written
