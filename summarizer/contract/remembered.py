"""What is read from an article is worked out once, and forgotten with the article."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.contract.article import Article

Read = TypeVar("Read")


def remembered(read: Callable[[Article], Read]) -> Callable[[Article], Read]:
    """Keep on each article what a function reads from it.

    What is read must not hold the article: both are freed at once then, while their memory is still warm, and not by
    the garbage collector.
    """
    place = f"_{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def recall(article: Article) -> Read:
        memory = article.__dict__
        if place not in memory:
            memory[place] = read(article)
        kept: Read = memory[place]
        return kept

    return recall
