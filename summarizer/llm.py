"""The engine that asks a language model: prompt, answer, complaints, answer again."""

from __future__ import annotations

import asyncio
import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from summarizer.answers import Parsed, parse_answer
from summarizer.completion import AnswerSchema, Completion, Message, Request
from summarizer.draft import Draft, DraftClaim, DraftKeyPoint
from summarizer.engine import Answer
from summarizer.errors import (
    CallError,
    ContextTooSmallError,
    EmptyAnswerError,
    EmptyArticleError,
    InvalidAnswerError,
    RefusalError,
    TruncatedAnswerError,
)
from summarizer.objections import object_to
from summarizer.profile import EndpointProfile, size_in_name
from summarizer.prompt import Task, prompt_name, render, render_reask
from summarizer.report import Usage
from summarizer.windows import Window, cut, estimate_tokens, merge

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from summarizer.article import Article
    from summarizer.report import Origin, Rejected

_DEFAULT_CONTEXT = 32_768
_SAFE_CONTEXT = 6_000  # every server takes this much: below it nobody need be asked
_MAX_OUTPUT = 16_000
_SMALL_MODEL = 4_000_000_000  # parameters; below it whole articles come out shorter and wronger than small windows do
_SMALL_WINDOW = 8  # sentences
_SMALL_CLAIM_TOKENS = 120


@dataclass(frozen=True, slots=True)
class LlmOptions:
    """How the model is asked.

    `window` is how many sentences are shown at a time (None: as many as fit; a small model gets few). `context` is the
    model's context in tokens (None: the endpoint is asked). `max_output_tokens` None lets the number of sentences
    decide. `language` names the language of the answer (None: the article's). `max_reasks` is how often an answer
    that grounding would refuse is asked for again.
    """

    temperature: float = 0.0
    seed: int | None = None
    max_output_tokens: int | None = None
    language: str | None = None
    window: int | None = None
    context: int | None = None
    max_reasks: int = 1


@dataclass(slots=True)
class _Tally:
    """What the requests for one article took together."""

    attempts: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    mode: str = ""
    model: str = ""
    refused: list[Rejected] = field(default_factory=list)

    def add(self, completion: Completion) -> None:
        self.attempts += 1
        self.prompt_tokens += completion.prompt_tokens
        self.completion_tokens += completion.completion_tokens
        self.mode = completion.mode
        self.model = completion.model or self.model


class LlmEngine:
    """Answers articles by way of a language model.

    `complete` sends one request (an `Endpoint`, with the choice of mode, retry and limits around it). `probe` asks the
    endpoint about its model, and is called only for an article that may not fit.
    """

    origin: Origin = "model"

    def __init__(
        self,
        complete: Callable[[Request], Awaitable[Completion]],
        *,
        model: str,
        base_url_host: str | None = None,
        options: LlmOptions | None = None,
        probe: Callable[[], Awaitable[EndpointProfile]] | None = None,
    ) -> None:
        self._complete = complete
        self._model = model
        self._host = base_url_host
        self._options = options or LlmOptions()
        self._probe = probe
        if self._options.window is not None and self._options.window < 1:
            msg = f"a window of {self._options.window} sentences holds nothing"
            raise CallError(msg, hint="--window takes a number from 1")

    def identity(self) -> dict[str, Any]:
        """All that decides an answer beside the article: the cache's key is made of it. Makes no request."""
        return {
            "engine": "llm",
            "model": self._model,
            "base_url_host": self._host,
            "prompts": [prompt_name("whole"), prompt_name("window")],
            "schema": schema_name(),
            "parameters": asdict(self._options),
        }

    async def answer(self, article: Article) -> Answer:
        """Answer one article. Raises EndpointError, or AnswerError when nothing of the answer can be used."""
        if not article.sentences:
            msg = "the article has no sentences"
            raise EmptyArticleError(msg, where=article.id)
        tally = _Tally()
        windows = await self._plan(article)
        try:
            draft = await self._ask_all(article, windows, tally)
        except ContextTooSmallError:
            draft = await self._ask_smaller(article, windows, tally)
        task: Task = "whole" if draft[1] == 1 else "window"
        return Answer(
            draft=draft[0],
            refused=tuple(tally.refused),
            engine="llm",
            model=self._model,
            base_url_host=self._host,
            prompt=prompt_name(task),
            schema_name=schema_name(),
            parameters=self._parameters(tally, draft[1]),
            attempts=tally.attempts,
            usage=Usage(prompt_tokens=tally.prompt_tokens, completion_tokens=tally.completion_tokens),
            created=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        )

    def preview(self, article: Article) -> tuple[Request, ...]:
        """The requests that would be sent first for an article, as far as they are known without asking anybody."""
        windows = self._cut(article, self._options.context or _DEFAULT_CONTEXT)
        is_whole = len(windows) == 1
        return tuple(self._request(article, window, is_whole=is_whole) for window in windows)

    def _parameters(self, tally: _Tally, windows: int) -> dict[str, str | int | float | bool | None]:
        told = {key: value for key, value in asdict(self._options).items() if value is not None}
        return {**told, "mode": tally.mode, "windows": windows}

    async def _plan(self, article: Article) -> tuple[Window, ...]:
        context = self._options.context
        needed = self._needed_tokens(article)
        if context is None and needed > _SAFE_CONTEXT and self._probe is not None:
            context = (await self._probe()).context
        return self._cut(article, context or _DEFAULT_CONTEXT)

    def _needed_tokens(self, article: Article) -> int:
        prompt = render(article)
        shown = sum(estimate_tokens(message.content) for message in prompt.messages)
        return shown + self._max_output(len(article.sentences))

    def _max_output(self, sentences: int) -> int:
        return self._options.max_output_tokens or min(1_000 + _SMALL_CLAIM_TOKENS * sentences, _MAX_OUTPUT)

    def _cut(self, article: Article, context: int) -> tuple[Window, ...]:
        sentences = self._options.window
        if sentences is None and (size_in_name(self._model) or _SMALL_MODEL) < _SMALL_MODEL:
            sentences = _SMALL_WINDOW
        if sentences is None and self._needed_tokens(article) <= context:
            return cut(article, tokens=context)
        # What the instructions leave is shared between the article and the answer, which repeats most of it.
        instructions = sum(
            estimate_tokens(message.content) for message in render(article, lines=[], task="window").messages
        )
        room = max(200, (context - instructions) * 2 // 5)
        return cut(article, tokens=room, sentences=sentences, overlap=1)

    async def _ask_smaller(self, article: Article, windows: tuple[Window, ...], tally: _Tally) -> tuple[Draft, int]:
        """The endpoint takes less than it was thought to: halve the windows until they fit."""
        size = max(
            sum(estimate_tokens(article.text[line.start : line.end]) + 5 for line in one.lines) for one in windows
        )
        while size > 150:
            size //= 2
            try:
                return await self._ask_all(article, cut(article, tokens=size, overlap=1), tally)
            except ContextTooSmallError as error:
                last = error
        raise last

    async def _ask_all(self, article: Article, windows: tuple[Window, ...], tally: _Tally) -> tuple[Draft, int]:
        if len(windows) == 1:
            parsed = await self._ask(article, windows[0], tally, is_whole=True)
            return _draft(parsed.claims, parsed.headline, parsed.abstract, parsed.key_points), 1
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._ask(article, window, tally, is_whole=False)) for window in windows]
        claims = merge(article, windows, [task.result().claims for task in tasks])
        return _summarise(article, claims), len(windows)

    def _request(self, article: Article, window: Window, *, is_whole: bool) -> Request:
        task: Task = "whole" if is_whole else "window"
        prompt = render(article, lines=window.lines, language=self._options.language, task=task)
        own = len(window.lines) - window.first_own
        return self._ask_for(prompt.messages, draft_schema() if is_whole else claims_schema(), self._max_output(own))

    def _ask_for(self, messages: tuple[Message, ...], schema: AnswerSchema, max_tokens: int) -> Request:
        parameters: dict[str, str | int | float | bool] = {
            "temperature": self._options.temperature,
            "max_tokens": max_tokens,
        }
        if self._options.seed is not None:
            parameters["seed"] = self._options.seed
        return Request(messages=messages, model=self._model, schema=schema, parameters=parameters)

    async def _ask(self, article: Article, window: Window, tally: _Tally, *, is_whole: bool) -> Parsed:
        request = self._request(article, window, is_whole=is_whole)
        completion, parsed = await self._one(request, tally)
        best = parsed
        for _ in range(self._options.max_reasks):
            complaints = (
                object_to(article, best, is_whole=is_whole)
                if best is not None
                else ["The answer was no JSON object of the form that was asked for."]
            )
            if not complaints:
                break
            messages = render_reask(request.messages, completion.text, complaints)
            try:
                completion, parsed = await self._one(
                    self._ask_for(messages, request.schema, self._max_output(len(complaints) + 4)), tally
                )
            except (EmptyAnswerError, TruncatedAnswerError, RefusalError, ContextTooSmallError):
                break
            if parsed is not None:
                best = parsed if best is None else _mend(article, best, parsed)
        if best is None:
            msg = "the answer is no JSON object of the schema, asked for again or not"
            raise InvalidAnswerError(msg, where=article.id)
        tally.refused.extend(best.refused)
        return best

    async def _one(self, request: Request, tally: _Tally) -> tuple[Completion, Parsed | None]:
        completion = await self._complete(request)
        tally.add(completion)
        if completion.refusal or completion.finish_reason == "content_filter":
            msg = f"the model declined: {completion.refusal or 'content filter'}"[:300]
            raise RefusalError(msg)
        if not completion.text.strip():
            if completion.finish_reason == "length":
                msg = "the answer was cut off before its first word"
                raise TruncatedAnswerError(msg)
            msg = "the answer has no content"
            raise EmptyAnswerError(msg)
        parsed = parse_answer(completion.text, completion.json_text)
        if parsed is None and completion.finish_reason == "length":
            msg = f"the answer was cut off after {completion.completion_tokens} tokens, before its first whole claim"
            raise TruncatedAnswerError(msg)
        return completion, parsed


def _summarise(article: Article, claims: list[DraftClaim]) -> Draft:
    from summarizer.summary import outline  # noqa: PLC0415  only windows need it

    chosen = outline(article, tuple(claims))
    points = [DraftKeyPoint(text=text, claims=cited) for text, cited in chosen.key_points]
    return _draft(claims, chosen.headline, chosen.abstract, points)


def _mend(article: Article, first: Parsed, second: Parsed) -> Parsed:
    """The first answer with what the second one put right: its good claims stay, bad ones stay only unreplaced."""
    from summarizer.objections import is_grounded  # noqa: PLC0415  beside its only user

    repaired = [claim for claim in second.claims if is_grounded(article, claim)]
    places = {claim.sentence for claim in repaired}
    kept = [claim for claim in first.claims if is_grounded(article, claim) or claim.sentence not in places]
    position = {id(claim): number for number, claim in enumerate(kept, start=1)}
    moved = {number: position.get(id(claim)) for number, claim in enumerate(first.claims, start=1)}
    points = [
        DraftKeyPoint(text=point.text, claims=tuple(new for old in point.claims if (new := moved.get(old))))
        for point in first.key_points
    ]
    known = {(claim.source.casefold(), claim.quotes) for claim in kept}
    added = [claim for claim in repaired if (claim.source.casefold(), claim.quotes) not in known]
    return Parsed(
        claims=kept + added,
        refused=first.refused,
        headline=first.headline or second.headline,
        abstract=first.abstract or second.abstract,
        key_points=points or second.key_points,
        is_cut=first.is_cut,
    )


def _draft(claims: Sequence[DraftClaim], headline: str, abstract: str, points: Sequence[DraftKeyPoint]) -> Draft:
    """Put the draft together; key points cite only claims that there are."""
    order = sorted(range(len(claims)), key=lambda index: claims[index].sentence)
    position = {old + 1: new + 1 for new, old in enumerate(order)}
    kept = tuple(
        DraftKeyPoint(text=point.text, claims=tuple(sorted({position[one] for one in point.claims if one in position})))
        for point in points
    )
    return Draft(claims=tuple(claims[index] for index in order), headline=headline, abstract=abstract, key_points=kept)


@lru_cache(maxsize=1)
def draft_schema() -> AnswerSchema:
    """What a model must answer about a whole article."""
    return AnswerSchema("Draft", Draft.model_json_schema())


@lru_cache(maxsize=1)
def claims_schema() -> AnswerSchema:
    """What a model must answer about a window: the claims of a draft and nothing else."""
    body = dict(draft_schema().body)
    body["properties"] = {"claims": body["properties"]["claims"]}
    body["required"] = ["claims"]
    body["$defs"] = {name: value for name, value in body["$defs"].items() if name == "DraftClaim"}
    return AnswerSchema("Claims", body)


@lru_cache(maxsize=1)
def schema_name() -> str:
    """The schema's name and hash: "draft@" and 12 hexadecimal digits."""
    content = json.dumps(draft_schema().body, sort_keys=True, ensure_ascii=False)
    return f"draft@{hashlib.sha256(content.encode()).hexdigest()[:12]}"
