"""Reports by rules: nothing is waited for, nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.engines.rules.engine import answer_by_rules
from summarizer.grounding.ground import ground

if TYPE_CHECKING:
    from summarizer.contract.answer import Answer
    from summarizer.contract.article import Article
    from summarizer.contract.report import Report
    from summarizer.contract.tally import CallTally


class RuleReports:
    """Makes reports without a key and a network, the same each time."""

    cache = None

    def __init__(self, min_confidence: float = 0.0) -> None:
        self._min_confidence = min_confidence

    def ask(self, article: Article, call: CallTally) -> Answer:  # noqa: ARG002  nothing is sent that could be counted
        """The draft that the rules make."""
        return answer_by_rules(article, self._min_confidence)

    def build(self, article: Article, answer: Answer) -> Report:
        """The report that the draft proves."""
        return ground(article, answer, origin="rules", min_confidence=self._min_confidence)

    def close(self) -> None:
        """There is nothing to close."""

    async def aclose(self) -> None:
        """There is nothing to close."""
