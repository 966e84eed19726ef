"""Names things by their content: a request, so that it is sent once, and the code, so that a report is built anew
when the code has changed."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.contract.article import Article


class RequestKey(NamedTuple):
    """The cache key of an article's answer, the same in every process and whatever the API key is.

    `parts` is all that it is made of, as canonical JSON: the engine's identity (model, base-URL host, prompt and schema
    hashes, parameters), the article's language, and its title and text as hashes.
    """

    answer: str
    parts: str


def request_key(identity: Mapping[str, Any], article: Article) -> RequestKey:
    """The key of the answer about an article by the engine of this identity."""
    title = hashlib.sha256(article.title.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    # The language decides where sentences end, and so what is sent.
    parts = _canonical({**identity, "title": title, "text": article.sha256, "language": article.language})
    return RequestKey(f"{text_prefix(article)}{_digest(parts)}", parts)


def text_prefix(article: Article) -> str:
    """What the keys of all answers about this text begin with."""
    return f"answer/{article.sha256[:16]}/"


def report_key(request: RequestKey, answer: str, article: Article, built_with: tuple[object, ...] = ()) -> str:
    """The cache key of a finished report: the answer's text, the article's facts, its making's settings, the code."""
    known = article.model_dump(exclude={"text"})  # iterating would give the layout too, once it is worked out
    made_of = [request.answer, _digest(answer), known, built_with, package_fingerprint()]
    return f"report/{_digest(_canonical(made_of))}"


def _canonical(parts: object) -> str:
    return json.dumps(parts, sort_keys=True, ensure_ascii=True, separators=(",", ":"))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def package_fingerprint() -> str:
    """A hash of this package's own modules and data files."""
    root = Path(__file__).parents[1]
    total = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in (".py", ".toml"):
            total.update(path.relative_to(root).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
