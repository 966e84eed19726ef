"""Finds passages that only deny what was said just before: "That is untrue", "it never did"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from summarizer.text.words import wordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.comparison.passages import Passage

_REPLY = wordings("comparison.replies")
_SENTENCES_BACK = 1


def find_replies(passages: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Pairs of places in `passages`: a statement, and the denial of it by another speaker right after it."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(passages):
        by_article[one.article].append(at)
    for places in by_article.values():
        for number, at in enumerate(places):
            one = passages[at]
            if one.speaker and _REPLY.fullmatch(one.text.strip(" “”\"',.")):
                before = _answered(passages, places[:number], one)
                if before is not None:
                    yield before, at


def _answered(passages: Sequence[Passage], before: Sequence[int], reply: Passage) -> int | None:
    """The statement of somebody else that a denial follows, in its sentence or the one before; None for none."""
    sentences: list[int] = []
    for at in reversed(before):
        one = passages[at]
        if one.sentence not in sentences:
            sentences.append(one.sentence)
        if len([start for start in sentences if start != reply.sentence]) > _SENTENCES_BACK:
            return None
        if one.claim and one.speaker and one.speaker != reply.speaker:
            return at
    return None
