"""What a model would be asked about the stories, and groups as it might answer them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.comparison.compare import find
from summarizer.comparison.inquiry import Inquiry
from summarizer.contract.grouping import Grouping, ToldGroup
from summarizer.contract.report import Provenance
from tests.comparison.outlets import told

if TYPE_CHECKING:
    from summarizer import Comparison, Report
    from summarizer.comparison.compare import Findings
    from summarizer.comparison.sheets import Sheet

STORIES = Path(__file__).parent / "stories"
MADE = Provenance(engine="llm", model="m", prompt="compare@0", schema="grouping@0", summarizer_version="0")


@cache
def reports(story: str) -> list[Report]:
    """The rules' reports on the articles of a story."""
    return [told(path.read_text(), path.stem) for path in sorted((STORIES / story).glob("*.txt"))]


@cache
def findings(story: str) -> Findings:
    """What the rules find in a story."""
    return find(reports(story))


def sheet_of(story: str) -> Sheet:
    """The one sheet about a story."""
    (sheet,) = Inquiry(findings(story)).sheets
    return sheet


def number_of(sheet: Sheet, article: str, words: str) -> int:
    """The number of the passage of an article that holds these words."""
    shown = enumerate(sheet.shown, 1)
    return next(at for at, one in shown if one.passage.article == article and words in one.passage.text)


def group(verdict: str, *sides: list[tuple[int, str]], question: str = "what is told?", **more: Any) -> ToldGroup:
    """A group of passages by their numbers, each with the words that are quoted of it, by sides."""
    return ToldGroup.model_validate(
        {
            "question": question,
            "verdict": verdict,
            "sides": [
                {"position": "so", "passages": [{"passage": number, "quote": quote} for number, quote in side]}
                for side in sides
            ],
            **more,
        }
    )


def concluded(story: str, *groups: ToldGroup) -> Comparison:
    """The comparison of a story with these groups answered about its sheet."""
    inquiry = Inquiry(findings(story))
    answers = {sheet.id: Grouping(groups=groups, provenance=MADE) for sheet in inquiry.sheets}
    return inquiry.conclude(answers, {}, MADE)


def lines_of(asked: dict[str, object]) -> dict[int, str]:
    """The passages that a request shows, by their numbers, as the server of a test sees them."""
    messages = asked["messages"]
    assert isinstance(messages, list)
    shown = re.findall(r"^\[(\d+)\] (.+)$", str(messages[1]["content"]), re.MULTILINE)
    return {int(number): line for number, line in shown}


def grouping(asked: dict[str, object]) -> dict[str, object]:
    """The groups of a good answer about the strike: what the city offered."""
    numbers = [number for number, line in lines_of(asked).items() if "6 percent" in line]
    passages = [{"passage": number, "quote": "6 percent"} for number in numbers]
    side = {"position": "6 percent", "passages": passages}
    group = {"question": "what did the city offer?", "verdict": "agree", "sides": [side]}
    return {"groups": [group] if len(numbers) > 1 else []}
