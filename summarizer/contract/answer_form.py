"""What a model is asked to answer: a draft with as few words as it can be told in.

A source is described once, and empty fields are left out. What each field is for stands in prompts/ and nowhere else,
so that no request says it twice. Answers that say more, as a `Draft` does, are read all the same.
"""

from __future__ import annotations

from typing import Any

from summarizer.contract.draft import SourceKind, Stance
from summarizer.contract.frozen import Frozen


class ToldSource(Frozen):
    """Somebody who says something."""

    name: str
    kind: SourceKind
    role: str = ""


class ToldClaim(Frozen):
    """One claim; `source` is a name in sources, empty where the article itself says it."""

    sentence: int
    quotes: tuple[str, ...]
    source: str = ""
    mention: str = ""
    via: tuple[str, ...] = ()
    stance: Stance = "asserts"
    text: str = ""


class ToldLine(Frozen):
    """A line of the summary with the numbers of the sentences that it rests on."""

    text: str
    sentences: tuple[int, ...]


class ToldPoint(Frozen):
    """A key point with the positions, from 1, of the claims that it rests on."""

    text: str
    claims: tuple[int, ...]


class AnswerForm(Frozen):
    """A model's whole answer about one article."""

    sources: tuple[ToldSource, ...]
    claims: tuple[ToldClaim, ...]
    headline: ToldLine
    abstract: tuple[ToldLine, ...]
    key_points: tuple[ToldPoint, ...]

    @classmethod
    def model_json_schema(cls, *args: Any, **more: Any) -> dict[str, Any]:
        """The schema without titles, descriptions and defaults, which would repeat the prompt, and in one piece."""
        return {"title": "Draft", **bare_schema(super().model_json_schema(*args, **more))}


def bare_schema(whole: dict[str, Any]) -> dict[str, Any]:
    """A model's schema without titles, descriptions and defaults, and with its parts in their places."""
    parts = whole.pop("$defs")
    bare = _bare(whole, parts)
    assert isinstance(bare, dict)  # noqa: S101  it was one
    return bare


def _bare(value: Any, parts: dict[str, Any], *, are_names: bool = False) -> Any:
    if isinstance(value, list):
        return [_bare(one, parts) for one in value]
    if not isinstance(value, dict):
        return value
    if "$ref" in value:
        return _bare(parts[value["$ref"].rpartition("/")[2]], parts)
    return {
        key: _bare(one, parts, are_names=key == "properties")
        for key, one in value.items()
        if are_names or key not in {"title", "description", "default"}
    }
