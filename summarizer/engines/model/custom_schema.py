"""A custom schema: the user's own pydantic model, made into what a language model is asked for.

Evidence becomes a sentence's number and a quote: no model can count characters, so none is asked for offsets.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel, PydanticUserError, RootModel
from pydantic.errors import PydanticInvalidForJsonSchema
from pydantic.json_schema import GenerateJsonSchema

from summarizer.contract.errors import CallError
from summarizer.contract.report import Evidence, Span
from summarizer.contract.request import AnswerSchema, Message
from summarizer.endpoint.templates import template
from summarizer.engines.model.prompts import name_with_hash, render
from summarizer.grounding.placing import EVIDENCE_MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

    from summarizer.contract.article import Article
    from summarizer.engines.model.prompts import Line

M = TypeVar("M", bound=BaseModel)

_TEMPLATES = ("extract", "article", "extract_reask", "json", "fenced")
_QUOTE: dict[str, Any] = {
    "type": "object",
    "description": "the words that prove what stands beside it",
    "properties": {
        "sentence": {"type": "integer", "description": "number of the sentence in which the quote begins"},
        "quote": {"type": "string", "description": "words copied exactly from that sentence"},
    },
    "required": ["sentence", "quote"],
    "additionalProperties": False,
}
_MODEL_HINT = "write module:Model or file.py:Model"
_NOT_IN_NAME = re.compile(r"[^A-Za-z0-9_-]+")


class _WireSchema(GenerateJsonSchema):
    """Writes evidence as what a model can answer, and notes that there was some."""

    has_evidence = False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        kind = schema["cls"]
        if kind in (Evidence, Span):
            self.has_evidence = True
            return {**_QUOTE, EVIDENCE_MARK: kind.__name__}
        if issubclass(kind, Evidence | Span):
            msg = f"{kind.__name__} adds to {kind.__mro__[1].__name__}, which only holds what the article proves"
            raise CallError(msg, hint="put the new fields beside an Evidence field, in a model of their own")
        return super().model_schema(schema)


@dataclass(frozen=True)
class CustomSchema(Generic[M]):
    """What to take from articles: a pydantic model with Evidence (or Span) fields, and the task in the user's words.

    Raises CallError when it is not a model, has no evidence, or cannot be written as JSON Schema.
    """

    model: type[M]
    prompt: str = ""

    def __post_init__(self) -> None:
        if not (isinstance(self.model, type) and issubclass(self.model, BaseModel)):
            msg = f"{self.model!r} is not a pydantic model"
            raise CallError(msg, hint="give a class that derives from pydantic.BaseModel")
        if issubclass(self.model, RootModel):
            msg = f"{self.model.__name__} is a RootModel, but an answer is an object"
            raise CallError(msg, hint="give a model with a field that holds it")
        self.wire  # noqa: B018  what is wrong with it is said before anything is asked

    @cached_property
    def wire(self) -> AnswerSchema:
        """The JSON Schema that an answer must follow."""
        return AnswerSchema(self.marked["title"], _without_marks(self.marked))

    @cached_property
    def marked(self) -> dict[str, Any]:
        """The JSON Schema that an answer must follow, with its evidence marked for `place_quotes`."""
        generator = _WireSchema()
        name = _NOT_IN_NAME.sub("_", self.model.__name__)[:64]
        try:
            schema = self.model.__pydantic_core_schema__
            body = {"title": name, **generator.generate(schema, mode="validation")}
        except (PydanticInvalidForJsonSchema, PydanticUserError) as error:
            msg = f"{self.model.__name__} cannot be written as JSON Schema: {error.message.splitlines()[0]}"
            raise CallError(msg, hint="use types that JSON has, and models of them") from None
        if not generator.has_evidence:
            msg = f"{self.model.__name__} has no evidence, so nothing that a model answers could be proved"
            raise CallError(msg, hint="add a field of the type summarizer.Evidence, or a list of them")
        return {**body, "title": name}

    @cached_property
    def list_fields(self) -> tuple[str, ...] | None:
        """The names of the top-level fields when all are lists, so that a long article may be read in parts."""
        fields: dict[str, Any] = self.wire.body.get("properties", {})
        return tuple(fields) if fields and all(field.get("type") == "array" for field in fields.values()) else None

    @property
    def prompt_name(self) -> str:
        """ "extract@" and 12 hexadecimal digits of the templates and the user's own words."""
        return name_with_hash("extract", "\0".join([*map(template, _TEMPLATES), self.prompt.strip()]))

    @property
    def schema_name(self) -> str:
        """The model's name and a hash of the wire schema."""
        return name_with_hash(self.wire.name, json.dumps(self.wire.body, sort_keys=True))

    def messages(self, article: Article, lines: Sequence[Line], language: str | None) -> tuple[Message, ...]:
        """What is sent about some lines of an article: fenced and numbered as for every other task."""
        article_message = render(article, lines=lines, language=language)[1]
        return Message("system", template("extract").replace("{task}", self.prompt.strip())), article_message


def _without_marks(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _without_marks(part) for key, part in node.items() if key != EVIDENCE_MARK}
    return [_without_marks(part) for part in node] if isinstance(node, list) else node


def read_prompt(prompt: str | Path) -> str:
    """The words of a prompt: themselves, or the text of the file at a path. Raises CallError."""
    if isinstance(prompt, str):
        return prompt
    try:
        return prompt.read_text(encoding="utf-8")
    except OSError as error:
        raise CallError(f"the prompt cannot be read: {error.strerror}", where=str(prompt)) from None
    except UnicodeDecodeError:
        raise CallError("the prompt is not UTF-8 text", where=str(prompt)) from None


def load_model(name: str) -> type[BaseModel]:
    """The pydantic model that "module:Model" or "file.py:Model" names. Imports, and so runs, that code.

    Modules are looked for in the current folder too. Raises CallError when there is none.
    """
    place, _, model_name = name.rpartition(":")
    if not place or not model_name:
        raise CallError(f"--schema {name} does not name a model", hint=_MODEL_HINT)
    try:
        module = _load_file(Path(place)) if place.endswith(".py") else _load_module(place)
    except Exception as error:
        msg = f"--schema {name} cannot be imported: {type(error).__name__}: {error}"
        raise CallError(msg, hint=_MODEL_HINT) from error
    model = getattr(module, model_name, None)
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        raise CallError(f"{place} has no pydantic model {model_name}", hint=_MODEL_HINT)
    return model


def _load_module(name: str) -> object:
    here = str(Path.cwd())
    if here not in sys.path:  # an installed command does not look where it is called
        sys.path.insert(0, here)
    return import_module(name)


def _load_file(path: Path) -> object:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.is_file():
        msg = f"there is no file {path}"
        raise ImportError(msg)
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # pydantic looks up the names in annotations there
    spec.loader.exec_module(module)
    return module
