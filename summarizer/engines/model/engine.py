"""The engine that asks a language model: decides how an article is shown, asks again, and puts the answers together."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from summarizer.contract.errors import AnswerError, ContextTooSmallError, EmptyArticleError, TruncatedAnswerError
from summarizer.contract.report import Provenance
from summarizer.contract.request import Request
from summarizer.contract.version import __version__
from summarizer.endpoint.services import host_of
from summarizer.engines.model.answers import check_content
from summarizer.engines.model.steps import Step, done_here, judge, put_together
from summarizer.engines.model.task import LostWindow, Result
from summarizer.engines.model.windows import Window, cut, whole
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.tokens import estimate_tokens

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from summarizer.contract.article import Article
    from summarizer.contract.request import Completion
    from summarizer.endpoint.profile import EndpointProfile
    from summarizer.engines.model.steps import DoStep, Judged
    from summarizer.engines.model.task import Question, Send, Task

_T = TypeVar("_T")
_DEFAULT_CONTEXT = 32_768
_SAFE_CONTEXT = 6_000  # tokens; every server takes as much, so that below it nobody need be asked
_ALWAYS_REASKED = 2  # times; from then on only for an answer of no use at all, or one that got better
_FEWEST_SPLIT = 8  # sentences of a window that is worth splitting
_LONG_ANSWER = 1_000  # tokens
_FULL = 0.97  # of a context that is used up; some servers stop a few tokens before its end
_LONGEST_QUOTE = 300  # characters of a window that was not answered


class LlmEngine(Generic[Result]):
    """Answers articles by way of a language model, at one task.

    `complete` sends one request (an `Endpoint`, with the choice of mode, retry and limits around it). `probe` asks the
    endpoint about its model, and is called only for an article that may not fit. `do_step` does what only takes the
    CPU, here or in another process.
    """

    def __init__(
        self,
        task: Task[Any, Result],
        complete: Callable[[Request], Awaitable[Completion]],
        *,
        model: str,
        base_url: str | None = None,
        mode: str | None = None,
        probe: Callable[[], Awaitable[EndpointProfile]] | None = None,
        do_step: DoStep = done_here,
    ) -> None:
        self._task = task
        self._do_step = partial(do_step, task)
        self._options = task.options
        self._complete = complete
        self._model = model
        self._base_url = base_url
        self._host = None if base_url is None else host_of(base_url)
        self._wanted_mode = mode
        self._probe = probe
        self._context = task.options.context

    def identity(self) -> dict[str, Any]:
        """All that decides an answer beside the article: the cache's key is made of it. Makes no request."""
        return {
            "engine": "llm",
            "model": self._model,
            "base_url": self._base_url,
            "mode": self._wanted_mode,
            "prompts": list(self._task.prompts),
            "schema": self._task.schema_name,
            "parameters": asdict(self._options),
        }

    def preview(self, article: Article) -> tuple[Request, ...]:
        """The requests that would be sent first for an article, as far as they are known without asking anybody.

        Raises ContextTooSmallError.
        """
        windows = self._cut(article, self._context or _DEFAULT_CONTEXT, self._needed_tokens(article))
        questions = [self._task.question(article, window, self._options.language) for window in windows]
        return tuple(self._request(question) for question in questions)

    async def answer(self, article: Article) -> Result:
        """Answer one article; what the answer took is not counted here.

        Raises EndpointError, or AnswerError when nothing of any answer can be used.
        """
        if not sentences_of(article):
            msg = "the article has no sentences"
            raise EmptyArticleError(msg, where=article.id)
        windows = await self._plan(article)
        may_split = self._task.takes_smaller_windows and self._options.window is None
        while True:
            try:
                return await self._answer_from(article, windows, may_split=may_split)
            except ContextTooSmallError as error:  # the endpoint takes less than it was thought to
                windows = self._smaller(article, windows, error)
            except _AnswerTooLongError as error:
                windows, may_split = cut(article, tokens=_longest(windows) // error.parts), False

    def _smaller(
        self, article: Article, windows: tuple[Window, ...], error: ContextTooSmallError
    ) -> tuple[Window, ...]:
        """Smaller windows than those that did not fit, by the limit that was told, else half as large."""
        if error.limit is not None:
            self._context = min(error.limit, self._context or error.limit)
            planned = self._cut(article, self._context, self._needed_tokens(article))
            if len(planned) > len(windows):
                return planned
        if not self._task.takes_smaller_windows:
            raise error
        size = _longest(windows)
        if size <= self._task.smallest_window:
            raise error
        return cut(article, tokens=max(size // 2, self._task.smallest_window))

    async def _plan(self, article: Article) -> tuple[Window, ...]:
        needed = self._needed_tokens(article)
        if self._context is None and self._probe is not None and needed > _SAFE_CONTEXT:
            self._context = (await self._probe()).context or _DEFAULT_CONTEXT
        return self._cut(article, self._context or _DEFAULT_CONTEXT, needed)

    def _needed_tokens(self, article: Article) -> int:
        """How many tokens of context a request about the whole article and its answer take."""
        if self._task.fits_anywhere:
            return 0
        question = self._task.question(article, whole(article))
        return self._shown_tokens(question) + question.max_tokens

    def _cut(self, article: Article, context: int, needed: int) -> tuple[Window, ...]:
        task = self._task
        if task.sentences_at_a_time is None and needed <= context:
            return (whole(article),)
        task.check_divisible(article, context)
        instructions = self._shown_tokens(task.question(article, Window(())))
        room = max(task.smallest_window, int((context - instructions) * task.window_share))
        return cut(article, tokens=room, sentences=task.sentences_at_a_time, overlap=task.overlap)

    def _shown_tokens(self, question: Question) -> int:
        schema = len(str(question.schema.body)) // 4 if self._task.counts_schema else 0
        return _message_tokens(question) + schema

    async def _answer_from(self, article: Article, windows: tuple[Window, ...], *, may_split: bool = False) -> Result:
        """Ask about every window; those without a usable answer are listed, unless there is no other.

        Raises _AnswerTooLongError for an answer that did not come to its end, when the window `may_split`.
        """
        turn = asyncio.Semaphore(self._task.at_once)
        may_shrink = self._options.window is None and _longest(windows) > self._task.smallest_window
        last: Completion | None = None

        async def send(question: Question) -> Completion:
            nonlocal last
            last = completion = await self._complete(self._request(question))
            if completion.is_cut and may_shrink:
                await self._check_room(question, completion)
            if may_split and completion.is_cut:
                _check_length(question, completion, max(len(window.lines) for window in windows))
            check_content(completion)
            return completion

        async def ask(window: Window) -> Any:
            async with turn:
                try:
                    return await self._ask(article, window, send)
                except ContextTooSmallError:
                    raise
                except AnswerError as error:
                    return error

        # One window needs no task of its own: the event loop would do other work before the answer is kept.
        parts = await gather_all(map(ask, windows)) if len(windows) > 1 else [await ask(windows[0])]
        pairs = list(zip(windows, parts, strict=True))
        lost = [_lost(article, window, part) for window, part in pairs if isinstance(part, AnswerError)]
        answers = [(window, part) for window, part in pairs if not isinstance(part, AnswerError)]
        cut = next((part for part in parts if isinstance(part, TruncatedAnswerError)), None)
        if cut is not None:
            raise cut  # claims that are lost without a trace are worse than a failure that says so
        if not answers:
            raise parts[0]
        part = answers[0][1] if len(windows) == 1 else await self._task.join(article, answers, send)
        answer: Result = await self._do_step(
            Step(put_together, article, (part, tuple(lost), self._provenance(windows, last)), is_last=True)
        )
        return answer

    async def _check_room(self, question: Question, completion: Completion) -> None:
        """Raise ContextTooSmallError for an answer that was cut off where prompt and answer fill the model's context.

        A server that shares its context among several requests at a time takes the prompt, and says nothing.
        """
        used = completion.prompt_tokens + completion.completion_tokens
        if self._probe is None or completion.completion_tokens >= question.max_tokens:
            return  # it is longer than it was allowed to be
        context = (await self._probe()).context
        if context is not None and used >= _FULL * context:
            message = f"the model's context of {context:,} tokens has no room for the answer beside the prompt"
            raise ContextTooSmallError(message, where=self._host or "", limit=context)

    async def _ask(self, article: Article, window: Window, send: Send) -> Any:
        """The best answer about a window. Raises AnswerError when there is none that can be used."""
        question = self._task.question(article, window, self._options.language)
        most = self._options.max_reasks
        completion = await send(question)
        judged = await self._judge(article, window, None, completion, may_ask_again=most > 0)
        before, asked_lines = 0, False
        for number in range(most):
            wrong = judged.wrong
            is_stuck = number >= _ALWAYS_REASKED and wrong.faults >= before and judged.fault is None
            # Lines are asked for once: others by rules take the place of those that stay wrong.
            if not wrong.sentences or is_stuck or (asked_lines and wrong.about == "lines"):
                break
            before, asked_lines = wrong.faults, wrong.about == "lines"
            try:
                completion = await send(self._task.reask(question, completion.text, wrong))
                judged = await self._judge(article, window, judged.best, completion, may_ask_again=number + 1 < most)
            except AnswerError:
                break  # what came before is better than nothing
        if judged.fault is not None:
            raise judged.fault
        return judged.best

    async def _judge(
        self, article: Article, window: Window, best: Any, completion: Completion, *, may_ask_again: bool
    ) -> Judged:
        given = (window, best, completion, may_ask_again)
        judged: Judged = await self._do_step(Step(judge, article, given))
        return judged

    def _request(self, question: Question) -> Request:
        most = question.max_tokens
        if self._context is not None:  # some servers refuse a request whose answer might not fit
            left = self._context - _message_tokens(question) - len(str(question.schema.body)) // 4
            most = min(most, max(self._task.smallest_window, left))
        parameters: dict[str, str | int | float | bool] = {"temperature": self._options.temperature, "max_tokens": most}
        for name in ("seed", "reasoning_effort"):
            value = getattr(self._options, name)
            if value is not None:
                parameters[name] = value
        return Request(
            messages=question.messages,
            model=self._model,
            schema=question.schema,
            parameters=parameters,
            extra=json.loads(self._options.extra) if self._options.extra else {},
            may_grow=self._options.max_output_tokens is None,
        )

    def _provenance(self, windows: tuple[Window, ...], last: Completion | None) -> Provenance:
        """How the answer came about; the mode and the parameters are those of its last request."""
        left_out = last.left_out if last is not None else ()
        mode = last.mode if last is not None else ""
        given = {
            name: value for name, value in asdict(self._options).items() if value is not None and name not in left_out
        }
        return Provenance(
            engine="llm",
            model=self._model,
            base_url_host=self._host,
            prompt=self._task.prompts[0 if windows[0].is_whole else -1],
            schema_=self._task.schema_name,
            parameters={**given, "mode": mode, "windows": len(windows)},
            summarizer_version=__version__,
            created=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        )


class _AnswerTooLongError(Exception):
    """An answer about a window is longer than the model may answer; about one of so many `parts` it would not be."""

    def __init__(self, parts: int) -> None:
        super().__init__(parts)
        self.parts = parts


def _check_length(question: Question, completion: Completion, lines: int) -> None:
    """Raise _AnswerTooLongError for an answer that was cut off, where it can be expected to fit smaller windows."""
    given = completion.completion_tokens
    # What breaks off early, or has a few sentences to answer, is no matter of length.
    if lines < _FEWEST_SPLIT or given < min(_LONG_ANSWER, question.max_tokens // 2):
        return
    raise _AnswerTooLongError(max(2, -(-question.max_tokens // given)))


def _longest(windows: tuple[Window, ...]) -> int:
    """The tokens of the longest of some windows."""
    return estimate_tokens("x" * max(sum(line.end - line.start for line in window.lines) for window in windows))


async def gather_all(jobs: Iterable[Awaitable[_T]]) -> list[_T]:
    """Await all; the first error stops the others and is raised as it is."""
    tasks = [asyncio.ensure_future(job) for job in jobs]
    try:
        return list(await asyncio.gather(*tasks))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _message_tokens(question: Question) -> int:
    return sum(estimate_tokens(message.content) for message in question.messages)


def _lost(article: Article, window: Window, error: AnswerError) -> LostWindow:
    own = window.lines[window.first_own :]
    text = " ".join(article.text[own[0].start : own[-1].end].split())
    reason = f"sentences {own[0].number} to {own[-1].number} were not answered: {error.message}"
    return LostWindow(text[:_LONGEST_QUOTE], reason)
