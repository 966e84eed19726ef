"""The task of a comparison: which passages of a sheet answer one question, and whether their answers agree."""

from __future__ import annotations

import json
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import from_json

from summarizer.contract.comparison import RefusedGroup
from summarizer.contract.errors import AnswerError, InvalidAnswerError
from summarizer.contract.grouping import Grouping, GroupingForm, ToldGroup
from summarizer.contract.request import AnswerSchema
from summarizer.engines.model.prompts import name_with_hash, prompt_name, render_passages
from summarizer.engines.model.task import Objections, Question, Send, Task
from summarizer.text.well_formed import well_formed_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.report import Provenance
    from summarizer.contract.request import Completion
    from summarizer.engines.model.task import LlmOptions, LostWindow
    from summarizer.engines.model.windows import Window

_NO_JSON = "It was no JSON object of the form that was asked for."
_MOST_GROUPS = 200  # of a sheet of some forty passages; a model that loops answers more
_SHOWN = 300


class Told(NamedTuple):
    """The groups of an answer, and those that could not be read; None when it was of no use at all."""

    groups: tuple[ToldGroup, ...] | None
    unread: tuple[RefusedGroup, ...] = ()


class GroupingTask(Task[Told, Grouping]):
    """Asks which of a sheet's passages answer one question; the sheet is shown as it is, a passage a line."""

    smallest_window = 200  # tokens: a few passages; of fewer there is nothing to compare
    window_share = Fraction(2, 5)  # the answer quotes most of it
    overlap = 0
    counts_schema = True
    reask_template = "compare_reask"

    def __init__(self, options: LlmOptions) -> None:
        super().__init__(options, prompts=(prompt_name("compare"),), schema_name=_schema_name())
        self.sentences_at_a_time = None  # a sheet is as long as has room

    def question(self, article: Article, window: Window, language: str | None = None) -> Question:
        """Ask about a sheet, or about a part of one that did not fit."""
        shown = article.text if window.is_whole else _part(article, window)
        most = self.output_tokens(2 * (shown.count("\n") + 1))
        return Question(render_passages(shown, language), grouping_schema(), most)

    def read(self, article: Article, window: Window, completion: Completion) -> Told:
        """The groups of an answer, each read alone; of one that was cut off, those that are whole."""
        text = completion.text.strip()
        text = completion.json_text or text[max(0, text.find("{")) :]
        is_cut = completion.finish_reason == "length"
        try:
            value = well_formed_value(from_json(text, allow_partial=is_cut))
        except (ValueError, RecursionError):
            return Told(None)
        groups = value.get("groups") if isinstance(value, dict) else None
        if not isinstance(groups, list):
            return Told(None)
        told: list[ToldGroup] = []
        unread: list[RefusedGroup] = []
        for number, one in enumerate(groups[:_MOST_GROUPS], 1):
            if is_cut and number == len(groups):
                unread.append(_unread(one, "the answer was cut off in this group"))
                continue
            try:
                told.append(ToldGroup.model_validate(one))
            except ValidationError as error:
                first = error.errors(include_url=False)[0]
                place = ".".join(map(str, first["loc"]))
                unread.append(_unread(one, f"the group is not of the schema: {place}: {first['msg']}"))
        return Told(tuple(told), tuple(unread))

    def objections(self, article: Article, window: Window, best: Told, latest: Told) -> Objections:
        """That an answer has no groups at all; what the rules refuse is listed, and not asked for again."""
        return Objections([_NO_JSON], 1) if best.groups is None else Objections()

    def fault(self, article: Article, best: Told) -> AnswerError | None:
        """An error for an answer that was of no use."""
        if best.groups is not None:
            return None
        return InvalidAnswerError("the answer is not a JSON object with groups", where=article.id)

    async def join(self, article: Article, answers: Sequence[tuple[Window, Told]], send: Send) -> Told:
        """The groups of all parts of a sheet."""
        return Told(
            tuple(group for _, told in answers for group in told.groups or ()),
            tuple(one for _, told in answers for one in told.unread),
        )

    def result(self, article: Article, part: Told, lost: Sequence[LostWindow], made: Provenance) -> Grouping:
        """The groups with how they came about."""
        return Grouping(
            groups=part.groups or (),
            unread=part.unread,
            lost=tuple(window.reason for window in lost),
            provenance=made,
        )


def _part(article: Article, window: Window) -> str:
    return article.text[window.lines[0].start : window.lines[-1].end] if window.lines else ""


def _unread(value: object, reason: str) -> RefusedGroup:
    told = value if isinstance(value, dict) else {}
    return RefusedGroup(
        text=str(told.get("question", value))[:_SHOWN], verdict=str(told.get("verdict", ""))[:_SHOWN], reason=reason
    )


@lru_cache(maxsize=1)
def grouping_schema() -> AnswerSchema:
    """What a model must answer about a sheet of passages."""
    return AnswerSchema("Grouping", GroupingForm.model_json_schema())


@lru_cache(maxsize=1)
def _schema_name() -> str:
    body: dict[str, Any] = dict(grouping_schema().body)
    return name_with_hash("grouping", json.dumps(body, sort_keys=True, ensure_ascii=False))
