"""Passages of one fact as the comparison's steps hand them on: which answer each gives, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summarizer.comparison.passages import Passage
    from summarizer.contract.comparison import FactKind, Verdict


class Answer(NamedTuple):
    """One side of a fact: its position in words, and the passages that take it.

    `is_that_it_was_said` says that the question is whether somebody has said what the passages quote.
    """

    position: str
    passages: tuple[Passage, ...]
    is_that_it_was_said: bool = False


class Judged(NamedTuple):
    """A fact with its verdict."""

    text: str
    kind: FactKind
    verdict: Verdict
    reason: str
    answers: tuple[Answer, ...]
    when: str | None = None
