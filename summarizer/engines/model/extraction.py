"""The task with a custom schema: the user's own pydantic model is filled in from an article."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from pydantic import BaseModel
from pydantic_core import from_json

from summarizer.contract.errors import (
    AnswerError,
    CallError,
    ContextTooSmallError,
    InvalidAnswerError,
    TruncatedAnswerError,
)
from summarizer.contract.extraction import Extraction, ExtractionAnswer, RejectedPart
from summarizer.engines.model.objections import object_to_parts
from summarizer.engines.model.task import Objections, Question, Send, Task
from summarizer.grounding.extraction import check, prune
from summarizer.grounding.locate import locate
from summarizer.text.well_formed import well_formed_value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.report import Provenance
    from summarizer.contract.request import Completion
    from summarizer.engines.model.custom_schema import CustomSchema
    from summarizer.engines.model.task import LlmOptions, LostWindow
    from summarizer.engines.model.windows import Window
    from summarizer.grounding.placing import Problem

M = TypeVar("M", bound=BaseModel)

_CUT = "It ended before it was complete. Give the whole answer again, no longer than it must be."
_NO_JSON = "It was no JSON object of the form that was asked for."


class Filled(NamedTuple):
    """The user's schema as a model filled it in, None when the answer was no JSON object, what is wrong with it,
    and whether its end is lost."""

    data: dict[str, Any] | None
    problems: tuple[Problem, ...] = ()
    is_cut: bool = False


class ExtractionTask(Task[Filled, ExtractionAnswer]):
    """Asks for an object of a custom schema.

    Raises CallError when the options ask for windows and the schema cannot be filled in window by window.
    """

    smallest_window = 150  # tokens: two sentences, less cannot be understood
    window_share = Fraction(1, 3)  # article, answer and its correction
    takes_smaller_windows = False
    counts_schema = True
    reask_template = "extract_reask"

    def __init__(self, schema: CustomSchema[Any], options: LlmOptions) -> None:
        super().__init__(options, prompts=(schema.prompt_name,), schema_name=schema.schema_name)
        self._schema = schema
        if options.window is not None and schema.list_fields is None:
            msg = f"{schema.wire.name} cannot be asked for in windows: not all of its fields are lists"
            raise CallError(msg, hint="leave --window out, or give a model whose fields are all lists")

    def check_divisible(self, article: Article, context: int) -> None:
        """Raise ContextTooSmallError unless all fields are lists, which can be joined."""
        if self._schema.list_fields is None:
            name = self._schema.wire.name
            msg = f"the article does not fit {context} tokens, and {name} cannot be asked for in parts"
            hint = "use a model with a larger context, or a schema whose fields are all lists"
            raise ContextTooSmallError(msg, where=article.id, hint=hint)

    def question(self, article: Article, window: Window, language: str | None = None) -> Question:
        """Ask for the object that a window's sentences give."""
        messages = self._schema.messages(article, window.lines, language)
        return Question(messages, self._schema.wire, self.output_tokens(len(window.lines)))

    def read(self, article: Article, window: Window, completion: Completion) -> Filled:
        """The object in an answer; of an answer that was cut off, all of it that is whole."""
        text = completion.text.strip()
        text = completion.json_text or text[max(0, text.find("{")) :]
        try:
            data = from_json(text, allow_partial=completion.finish_reason == "length")
        except ValueError:
            return Filled(None)
        if not isinstance(data, dict):
            return Filled(None)
        is_cut = completion.finish_reason == "length"
        return Filled(data, check(self._schema.model, self._schema.marked, article, data).problems, is_cut)

    def objections(self, article: Article, window: Window, best: Filled, latest: Filled) -> Objections:
        """What is wrong with the latest answer: each is a whole one."""
        if latest.data is None:
            return Objections([_NO_JSON])
        if best.is_cut:
            return Objections([_CUT], 1)
        return Objections(object_to_parts(article, latest.problems), len(latest.problems))

    def fault(self, article: Article, best: Filled) -> AnswerError | None:
        """An error for an answer without an object, or whose end is lost."""
        if best.is_cut:
            message = "the answer was cut off, however often it was asked for"
            return TruncatedAnswerError(message, where=article.id)
        if best.data is not None:
            return None
        return InvalidAnswerError("the answer is not a JSON object of the schema", where=article.id)

    def better(self, article: Article, best: Filled, latest: Filled) -> Filled:
        """The answer of which more is proved."""
        if best.is_cut != latest.is_cut and latest.data is not None:
            return best if latest.is_cut else latest
        return latest if self._proved(article, latest) >= self._proved(article, best) else best

    def _proved(self, article: Article, filled: Filled) -> tuple[int, int]:
        """How good an answer is: how many characters of it are proved, and how few parts are rejected."""
        if filled.data is None:
            return (-1, 0)
        try:
            rejected = prune(self._schema.model, self._schema.marked, article, filled.data).rejected
        except InvalidAnswerError:
            return (0, -len(filled.problems))
        refused = sum(len(json.dumps(part.part)) for part in rejected)
        return (1 + len(json.dumps(filled.data)) - refused, -len(rejected))

    async def join(self, article: Article, answers: Sequence[tuple[Window, Filled]], send: Send) -> Filled:
        """The lists of all windows, one after the other, each item once: a sentence shown twice is answered twice."""
        objects = [filled.data for _, filled in answers if filled.data is not None]
        return Filled({name: _joined(article, objects, name) for name in self._schema.list_fields or ()})

    def result(self, article: Article, part: Filled, lost: Sequence[LostWindow], made: Provenance) -> ExtractionAnswer:
        """The object as JSON text."""
        unanswered = tuple(RejectedPart(path="", quote=window.quote, reason=window.reason) for window in lost)
        return ExtractionAnswer(answer=json.dumps(part.data), lost=unanswered, provenance=made)


def extraction_task(schema: CustomSchema[Any]) -> Callable[[str, LlmOptions], ExtractionTask]:
    """How to make the task of a schema; all models are asked in one way."""
    return lambda model, options: ExtractionTask(schema, options)  # noqa: ARG005  as with the other tasks


def build_extraction(schema: CustomSchema[M], article: Article, answer: ExtractionAnswer) -> Extraction[M]:
    """Place an answer's quotes in the article and keep what is proved.

    Raises InvalidAnswerError when a part that the user's model requires is not.
    """
    pruned = prune(schema.model, schema.marked, article, well_formed_value(json.loads(answer.answer)))
    kind = cast("type[Extraction[M]]", Extraction.__class_getitem__(schema.model))
    try:
        return kind(
            article=article,
            result=pruned.value,
            rejected=answer.lost + pruned.rejected,
            provenance=answer.provenance,
        )
    except ValueError as error:  # its own code, or a default, made evidence up
        said = str(error).splitlines()
        msg = f"{schema.wire.name} holds evidence that is not the article's: {said[-2] if len(said) > 1 else said[0]}"
        raise InvalidAnswerError(msg, where=article.id, hint="see the model's defaults and validators") from None


def _joined(article: Article, objects: Sequence[dict[str, Any]], name: str) -> list[Any]:
    items: dict[str, Any] = {}
    for value in (one.get(name) for one in objects):
        for item in value if isinstance(value, list) else [] if value is None else [value]:
            items.setdefault(json.dumps(_placed(article, item), sort_keys=True), item)
    return list(items.values())


def _placed(article: Article, value: Any) -> Any:
    """A value with its quotes as places, so that two of one place compare alike."""
    if isinstance(value, list):
        return [_placed(article, one) for one in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"sentence", "quote"} and isinstance(value["quote"], str) and isinstance(value["sentence"], int):
        found = locate(article, value["quote"], value["sentence"])
        return [found.start, found.end] if found else value["quote"]
    return {key: _placed(article, one) for key, one in value.items()}
