"""Plays and records the HTTP exchanges in cassettes/: bodies as YAML that a person can review, nothing secret in them.

`with cassette("name"):` plays cassettes/name.yaml and lets nothing else through. `python -m tests.record` records.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import vcr
import yaml

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

FOLDER = Path(__file__).parent.parent / "cassettes"
BASE_URL = "http://127.0.0.1:8092/v1"  # where tools serve the model; nothing need listen there to play
MODEL = "qwen2.5-coder-1.5b-instruct"
RECORDING = "RECORD_CASSETTES_FROM"  # conftest.py takes SUMMARIZER_* out of the environment
_KEPT_REQUEST_HEADERS = ("content-type",)
_KEPT_RESPONSE_HEADERS = ("content-type", "retry-after", "x-ratelimit-remaining-requests")
_PATHS = re.compile(r"(?<![\w.])/(?:[\w.+-]+/)+[\w.+-]+\.gguf")


class _Blocks(yaml.SafeDumper):
    """Writes texts of several lines as blocks, so that prompts read as they were sent."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    style = "|" if "\n" in value and not re.search(r"[ \t]\n|[^\S\n]$|[^\x20-\x7e\n\u00a1-\uffef]", value) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Blocks.add_representer(str, _text)


class Readable:
    """A cassette as YAML with JSON bodies as structures, and JSON within JSON (a model's answer) as well."""

    @staticmethod
    def serialize(cassette: dict[str, Any]) -> str:
        for exchange in cassette["interactions"]:
            exchange["request"]["body"] = _open(exchange["request"]["body"])
            exchange["response"]["body"] = _open(exchange["response"]["body"]["string"])
        # What a proxy in this process passes on is recorded on both its sides: the same exchange, the same id.
        told = cassette["interactions"]
        cassette["interactions"] = [one for at, one in enumerate(told) if at == 0 or one != told[at - 1]]
        return yaml.dump(cassette, Dumper=_Blocks, allow_unicode=True, sort_keys=False, width=110)

    @staticmethod
    def deserialize(text: str) -> dict[str, Any]:
        cassette: dict[str, Any] = yaml.safe_load(text)
        for exchange in cassette["interactions"]:
            exchange["request"]["body"] = _close(exchange["request"]["body"])
            exchange["response"]["body"] = {"string": _close(exchange["response"]["body"])}
        return cassette


def _open(body: str | bytes | None) -> Any:
    text = body.decode() if isinstance(body, bytes) else body
    if not text:
        return ""
    try:
        value = json.loads(_PATHS.sub("model.gguf", text))
    except ValueError:
        return text
    return {"json": _open_answers(value)}


def _open_answers(value: Any) -> Any:
    """A model's answer is JSON in a string; kept as a structure, with how it was written."""
    if isinstance(value, dict):
        return {
            key: _opened(one) if key in ("content", "arguments") else _open_answers(one) for key, one in value.items()
        }
    return [_open_answers(one) for one in value] if isinstance(value, list) else value


def _opened(value: Any) -> Any:
    if not isinstance(value, str) or not value.startswith("{"):
        return value
    try:
        parsed = json.loads(value)
    except ValueError:
        return value
    for name, separators in (("compact", (",", ":")), ("spaced", (", ", ": "))):
        if json.dumps(parsed, ensure_ascii=False, separators=separators) == value:
            return {f"json_{name}": parsed}
    return value


def _close(body: Any) -> str:
    return json.dumps(_close_answers(body["json"]), ensure_ascii=False) if isinstance(body, dict) else str(body or "")


def _close_answers(value: Any) -> Any:
    if isinstance(value, dict):
        if value.keys() == {"json_compact"}:
            return json.dumps(value["json_compact"], ensure_ascii=False, separators=(",", ":"))
        if value.keys() == {"json_spaced"}:
            return json.dumps(value["json_spaced"], ensure_ascii=False)
        return {key: _close_answers(one) for key, one in value.items()}
    return [_close_answers(one) for one in value] if isinstance(value, list) else value


def _clean_request(request: Any) -> Any:
    request.headers = {key: request.headers[key] for key in _KEPT_REQUEST_HEADERS if key in request.headers}
    request.uri = BASE_URL.removesuffix("/v1") + urlsplit(request.uri).path
    return request


def _clean_response(response: dict[str, Any]) -> dict[str, Any]:
    headers = {key.lower(): value for key, value in response["headers"].items()}
    response["headers"] = {key: headers[key] for key in _KEPT_RESPONSE_HEADERS if key in headers}
    return response


def _same_body(one: Any, other: Any) -> None:
    assert json.loads(one.body or b"null") == json.loads(other.body or b"null"), "another prompt: run make record"


def base_url() -> str:
    """Where requests go: the recorded address, or the server to record from."""
    return os.environ.get(RECORDING) or BASE_URL


def cassette(name: str) -> AbstractContextManager[Any]:
    """Play cassettes/<name>.yaml, or record it when the environment says so."""
    recorder = vcr.VCR(
        cassette_library_dir=str(FOLDER),
        record_mode="all" if os.environ.get(RECORDING) else "none",
        match_on=["method", "path", "json"],
        before_record_request=_clean_request,
        before_record_response=_clean_response,
    )
    recorder.register_serializer("readable", Readable)
    recorder.register_matcher("json", _same_body)
    return recorder.use_cassette(f"{name}.yaml", serializer="readable")
