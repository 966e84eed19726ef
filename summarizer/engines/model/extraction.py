"""Asks a language model to fill in a schema of the user's own, and again where the article does not bear it out."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Self, TypeVar, cast

from pydantic import BaseModel
from pydantic_core import from_json

from summarizer.contract.errors import (
    AnswerError,
    CallError,
    ContextTooSmallError,
    EmptyAnswerError,
    EmptyArticleError,
    InvalidAnswerError,
    RefusalError,
    TruncatedAnswerError,
)
from summarizer.contract.extraction import Extraction, RejectedPart
from summarizer.contract.frozen import Frozen
from summarizer.contract.report import Provenance, Usage
from summarizer.contract.request import Completion, Message, Request
from summarizer.contract.version import __version__
from summarizer.engines.model.claims import gather_all
from summarizer.engines.model.custom_schema import again
from summarizer.engines.model.objections import object_to_parts
from summarizer.engines.model.windows import Window, cut, whole
from summarizer.grounding.extraction import check, prune
from summarizer.grounding.locate import locate
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.tokens import estimate_tokens

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from summarizer.contract.article import Article
    from summarizer.endpoint.profile import EndpointProfile
    from summarizer.engines.model.custom_schema import CustomSchema
    from summarizer.engines.model.engine import LlmOptions
    from summarizer.grounding.extraction import Pruned
    from summarizer.grounding.placing import Problem

M = TypeVar("M", bound=BaseModel)

_DEFAULT_CONTEXT = 32_768
_SAFE_CONTEXT = 6_000  # tokens; every server takes as much, so that below it nobody need be asked
_BASE_TOKENS, _SENTENCE_TOKENS, _MAX_OUTPUT = 1_000, 60, 16_000
_SMALLEST = 150  # tokens; a window of two sentences, less cannot be understood
_AT_ONCE = 4  # windows of one article asked for at the same time
_LONGEST_REASON = 300
_ALWAYS_REASKED = 2  # times


class OwnAnswer(Frozen):
    """What a model answered, as JSON text, with how it came about: this is what the cache keeps."""

    answer: str
    lost: tuple[RejectedPart, ...] = ()
    provenance: Provenance

    def counted(self, attempts: int, usage: Usage) -> Self:
        """The answer with what it took."""
        provenance = self.provenance.model_copy(update={"attempts": attempts, "usage": usage})
        return self.model_copy(update={"provenance": provenance})


@dataclass(slots=True)
class _Asked:
    """What the requests for one article took together, and the windows that were not answered."""

    attempts: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    mode: str = ""
    lost: list[RejectedPart] = field(default_factory=list)


class _Attempt(NamedTuple):
    """One answer: `problems` None when it could not be read at all."""

    data: dict[str, Any] | None
    problems: tuple[Problem, ...]

    def proved(self, schema: CustomSchema[Any], article: Article) -> tuple[int, int]:
        """How good it is: characters of the answer that are proved, and fewer parts rejected."""
        if self.data is None:
            return (-1, 0)
        try:
            pruned: Pruned[Any] = prune(schema.model, schema.marked, article, self.data)
        except InvalidAnswerError:
            return (0, -len(self.problems))
        refused = sum(len(json.dumps(part.part)) for part in pruned.rejected)
        return (1 + len(json.dumps(self.data)) - refused, -len(pruned.rejected))


class ExtractionEngine(Generic[M]):
    """Fills in one schema from articles by way of a language model.

    `complete` sends one request, with retry and limits around it; `probe` asks the endpoint about its model, and is
    called only for an article that may not fit. Raises CallError when the options do not suit the schema.
    """

    def __init__(
        self,
        complete: Callable[[Request], Awaitable[Completion]],
        schema: CustomSchema[M],
        *,
        model: str,
        base_url_host: str | None,
        options: LlmOptions,
        probe: Callable[[], Awaitable[EndpointProfile]] | None = None,
    ) -> None:
        self._complete = complete
        self._schema = schema
        self._model = model
        self._host = base_url_host
        self._options = options
        self._probe = probe
        self._context = options.context
        if options.window is not None and schema.list_fields is None:
            msg = f"{schema.wire.name} cannot be asked for in windows: not all of its fields are lists"
            raise CallError(msg, hint="leave --window out, or give a model whose fields are all lists")

    def identity(self) -> dict[str, Any]:
        """All that decides an answer beside the article: the cache's key is made of it. Makes no request."""
        return {
            "engine": "llm",
            "model": self._model,
            "base_url_host": self._host,
            "prompts": [self._schema.prompt_name],
            "schema": self._schema.schema_name,
            "parameters": asdict(self._options),
        }

    async def answer(self, article: Article) -> OwnAnswer:
        """Ask about one article. Raises EndpointError, or AnswerError when nothing of the answer can be used."""
        if not sentences_of(article):
            msg = "the article has no sentences"
            raise EmptyArticleError(msg, where=article.id)
        asked = _Asked()
        windows = await self._plan(article)
        if len(windows) == 1:
            data = await self._ask(article, windows[0], asked)
        else:
            data = await self._ask_all(article, windows, asked)
        parameters = {key: value for key, value in asdict(self._options).items() if value is not None}
        provenance = Provenance(
            engine="llm",
            model=self._model,
            base_url_host=self._host,
            prompt=self._schema.prompt_name,
            schema_=self._schema.schema_name,
            parameters={**parameters, "mode": asked.mode, "windows": len(windows)},
            attempts=asked.attempts,
            usage=Usage(prompt_tokens=asked.prompt_tokens, completion_tokens=asked.completion_tokens),
            summarizer_version=__version__,
            created=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        )
        return OwnAnswer(answer=json.dumps(data), lost=tuple(asked.lost), provenance=provenance)

    def preview(self, article: Article) -> tuple[Request, ...]:
        """The requests that would be sent first, as far as they are known without asking anybody."""
        windows = self._cut(article, self._context or _DEFAULT_CONTEXT)
        return tuple(self._request(article, window) for window in windows)

    async def _plan(self, article: Article) -> tuple[Window, ...]:
        if self._context is None and self._probe is not None and self._needed(article) > _SAFE_CONTEXT:
            self._context = (await self._probe()).context or _DEFAULT_CONTEXT
        return self._cut(article, self._context or _DEFAULT_CONTEXT)

    def _needed(self, article: Article) -> int:
        shown = sum(estimate_tokens(one.content) for one in self._schema.messages(article, None, None))
        return shown + len(str(self._schema.wire.body)) // 4 + self._output_tokens(len(sentences_of(article)))

    def _output_tokens(self, sentences: int) -> int:
        return self._options.max_output_tokens or min(_BASE_TOKENS + _SENTENCE_TOKENS * sentences, _MAX_OUTPUT)

    def _cut(self, article: Article, context: int) -> tuple[Window, ...]:
        if self._options.window is None and self._needed(article) <= context:
            return (whole(article),)
        if self._schema.list_fields is None:
            msg = (
                f"the article does not fit {context} tokens, and {self._schema.wire.name} cannot be asked for in parts"
            )
            hint = "use a model with a larger context, or a schema whose fields are all lists"
            raise ContextTooSmallError(msg, where=article.id, hint=hint)
        instructions = sum(estimate_tokens(one.content) for one in self._schema.messages(article, [], None))
        # What the instructions leave is shared between the article, the answer and its correction.
        room = max(_SMALLEST, (context - instructions - len(str(self._schema.wire.body)) // 4) // 3)
        return cut(article, tokens=room, sentences=self._options.window, overlap=1)

    async def _ask_all(self, article: Article, windows: tuple[Window, ...], asked: _Asked) -> dict[str, Any]:
        turn = asyncio.Semaphore(_AT_ONCE)
        failures: list[AnswerError] = []

        async def one(window: Window) -> dict[str, Any]:
            async with turn:
                try:
                    return await self._ask(article, window, asked)
                except ContextTooSmallError:
                    raise
                except AnswerError as error:
                    failures.append(error)
                    asked.lost.append(_lost(article, window, error))
                    return {}

        answers = await gather_all([one(window) for window in windows])
        if len(failures) == len(windows):
            raise failures[0]
        return _merged(article, answers, self._schema.list_fields or ())

    async def _ask(self, article: Article, window: Window, asked: _Asked) -> dict[str, Any]:
        """The best answer about a window. Raises AnswerError when none could be read."""
        request = self._request(article, window)
        best, text = await self._try(article, request, asked)
        latest = best
        before = 0
        for number in range(self._options.max_reasks):
            problems = len(latest.problems)
            # From the third time on only what could not be read at all, or what got better.
            is_stuck = number >= _ALWAYS_REASKED and problems >= before and best.data is not None
            if (latest.data is not None and not problems) or is_stuck:
                break
            before = problems
            said = object_to_parts(article, latest.problems) or [
                "It was no JSON object of the form that was asked for."
            ]
            messages = again(request.messages, text, said)
            try:
                latest, text = await self._try(article, self._built(messages, window), asked)
            except AnswerError:
                break  # what came before is better than nothing
            if latest.proved(self._schema, article) >= best.proved(self._schema, article):
                best = latest
        if best.data is None:
            msg = "the answer is no JSON object of the schema"
            raise InvalidAnswerError(msg, where=article.id)
        return best.data

    def _request(self, article: Article, window: Window) -> Request:
        return self._built(self._schema.messages(article, window.lines, self._options.language), window)

    def _built(self, messages: tuple[Message, ...], window: Window) -> Request:
        most = self._output_tokens(len(window.lines))
        if self._context is not None:  # some servers refuse a request whose answer might not fit
            shown = sum(estimate_tokens(one.content) for one in messages)
            most = min(most, max(_SMALLEST, self._context - shown))
        parameters: dict[str, str | int | float | bool] = {"temperature": self._options.temperature, "max_tokens": most}
        if self._options.seed is not None:
            parameters["seed"] = self._options.seed
        return Request(messages=messages, model=self._model, schema=self._schema.wire, parameters=parameters)

    async def _try(self, article: Article, request: Request, asked: _Asked) -> tuple[_Attempt, str]:
        completion = await self._complete(request)
        asked.attempts += 1
        asked.prompt_tokens += completion.prompt_tokens
        asked.completion_tokens += completion.completion_tokens
        asked.mode = completion.mode
        data = _read(completion)
        problems = check(self._schema.model, self._schema.marked, article, data).problems if data is not None else ()
        return _Attempt(data, problems), completion.text


def build_extraction(schema: CustomSchema[M], article: Article, answer: OwnAnswer) -> Extraction[M]:
    """Place an answer's quotes in the article and keep what is proved.

    Raises InvalidAnswerError when a part that the user's model requires is not.
    """
    pruned = prune(schema.model, schema.marked, article, json.loads(answer.answer))
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


def _read(completion: Completion) -> dict[str, Any] | None:
    """The object in an answer, None when there is none. Raises AnswerError when there is nothing to read."""
    if completion.refusal or completion.finish_reason == "content_filter":
        msg = f"the model declined: {completion.refusal or 'content filter'}"[:_LONGEST_REASON]
        raise RefusalError(msg)
    text = completion.text.strip()
    is_cut = completion.finish_reason == "length"
    if not text:
        if is_cut:
            msg = "the answer was cut off before its first word"
            raise TruncatedAnswerError(msg)
        msg = "the answer has no content"
        raise EmptyAnswerError(msg)
    text = completion.json_text or text[max(0, text.find("{")) :]
    try:
        # Of an answer that was cut off, all that is whole; what is not is refused where it is checked.
        data = from_json(text, allow_partial=is_cut)
    except ValueError:
        return None
    return data if isinstance(data, dict) else None


def _lost(article: Article, window: Window, error: AnswerError) -> RejectedPart:
    own = window.lines[window.first_own :]
    text = article.text[own[0].start : own[-1].end]
    reason = f"sentences {own[0].number} to {own[-1].number} were not answered: {error.message}"
    return RejectedPart(path="", quote=" ".join(text.split())[:_LONGEST_REASON], reason=reason)


def _merged(article: Article, answers: list[dict[str, Any]], names: tuple[str, ...]) -> dict[str, Any]:
    """The lists of all windows, one after the other, each item once: a sentence shown twice is answered twice."""
    merged: dict[str, list[Any]] = {name: [] for name in names}
    for name, items in merged.items():
        seen: set[str] = set()
        for answer in answers:
            told = answer.get(name)
            for item in told if isinstance(told, list) else [] if told is None else [told]:
                key = json.dumps(_placed(article, item), sort_keys=True)
                if key not in seen:
                    seen.add(key)
                    items.append(item)
    return dict(merged)


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
