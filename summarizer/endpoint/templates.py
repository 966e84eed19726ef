"""The texts of prompts/, which hold every word that is sent to a model."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@lru_cache(maxsize=32)
def template(name: str) -> str:
    """The text of prompts/<name>.md, without the white space around it."""
    return files("summarizer.prompts").joinpath(f"{name}.md").read_text(encoding="utf-8").strip()


def json_instruction(schema: Mapping[str, Any], *, is_fenced: bool) -> str:
    """The words that ask for JSON of a schema where the service has no way to be asked."""
    text = template("fenced" if is_fenced else "json")
    return text.replace("{schema}", json.dumps(schema, ensure_ascii=False, separators=(",", ":")))
