"""Names things by their content: a request, so that it is sent once, and the code, so that a report is built anew
when the code has changed."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.article import Article


def answer_key(identity: Mapping[str, Any], article: Article) -> str:
    """The cache key of an article's answer: the same in every process, and whatever the API key is.

    `identity` is the engine's: model, base-URL host, prompt and schema hashes, parameters.
    """
    return "answer/" + _digest([dict(identity), article.title, article.sha256])


def report_key(answer: str, article: Article, *, complete: bool) -> str:
    """The cache key of a finished report: its answer, what is known about the article, and the code itself."""
    known = {name: value for name, value in article if name != "text"}
    return "report/" + _digest([answer, known, complete, package_fingerprint()])


def _digest(parts: object) -> str:
    canonical = json.dumps(parts, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


@cache
def package_fingerprint() -> str:
    """A hash of this package's own modules and data files."""
    root = Path(__file__).parent
    total = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in (".py", ".toml"):
            total.update(path.relative_to(root).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
