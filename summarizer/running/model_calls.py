"""Puts together what answers by a model: endpoint, choice of mode, limits, money, retry and engine.

Around each request, from the inside: the endpoint sends it, gate and ledger let it go when limits allow, and asking may
send it again, in another way or after a wait.
"""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections import defaultdict
from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING, Any

from summarizer.contract.errors import (
    EmptyAnswerError,
    EndpointError,
    KeyRefusedError,
    ModelNotFoundError,
    RequestRefusedError,
    SummarizerError,
    UnreachableError,
)
from summarizer.contract.tally import CallTally, RunTally, current_call
from summarizer.endpoint.asking import Asking
from summarizer.endpoint.budget import Ledger, find_price
from summarizer.endpoint.client import Endpoint
from summarizer.endpoint.limits import Gate
from summarizer.endpoint.profile import EndpointProfile, read_profile
from summarizer.endpoint.retry import Retry, RetryPolicy
from summarizer.endpoint.services import resolve_service
from summarizer.engines.model.engine import LlmEngine
from summarizer.engines.model.steps import done_here
from summarizer.engines.model.task import LlmOptions
from summarizer.engines.model.task_choice import draft_task
from summarizer.running.logs import get_logger
from summarizer.running.open_files import connections_for
from summarizer.running.settings import DEFAULT_MODEL
from summarizer.text.tokens import estimate_tokens

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from summarizer.contract.request import Completion, Request
    from summarizer.endpoint.budget import Reservation
    from summarizer.engines.model.steps import DoStep
    from summarizer.engines.model.task import Task
    from summarizer.running.batch_desk import BatchDesk
    from summarizer.running.settings import Settings

    MakeTask = Callable[[str, LlmOptions], Task[Any, Any]]

DEFAULT_ATTEMPTS = 6
MOST_ANSWER_TOKENS = 16_000  # tokens, where a request does not say how many it wants
_MOST_REFUSED = 5  # articles
_ANY_NUMBER = 10**9
_FIRST_WAIT = RetryPolicy().first_wait
_log = get_logger("calls")


class ModelCalls:
    """The engine that asks a model, with all that stands around its calls. Belongs to one event loop.

    `make_task` makes the task by the model's name and the options. `remember` keeps what is learnt about the endpoint;
    with a `desk`, requests go into batches. `do_step` does what only takes the CPU.
    Raises CallError when the settings name no usable service.
    """

    def __init__(
        self,
        settings: Settings,
        tally: RunTally,
        remember: MutableMapping[str, str] | None = None,
        *,
        make_task: MakeTask = draft_task,
        desk: BatchDesk | None = None,
        do_step: DoStep = done_here,
    ) -> None:
        key = settings.api_key.get_secret_value() if settings.api_key else None
        service = resolve_service(
            settings.model or DEFAULT_MODEL, base_url=settings.base_url, api_key=key, environ=os.environ
        )
        self._tally = tally
        self._remember = remember
        most = connections_for(settings.concurrency)
        self._endpoint = Endpoint(
            service,
            timeout=settings.timeout,
            headers=settings.sent_headers(),
            largest=settings.max_answer * 2**20,
            connections=most,
        )
        self._desk = desk
        self._counter = None if desk is None else desk.counter(self._endpoint, settings)
        # The Batch API has limits of its own; what it refuses comes back with the batch.
        self._gate = Gate(most, rpm=settings.rpm, tpm=settings.tpm) if desk is None else Gate(_ANY_NUMBER)
        price = find_price(service.model, settings.prices, in_batch=desk is not None)
        self._ledger = Ledger(tally, price, max_cost=settings.max_cost, max_tokens=settings.max_tokens)
        self._is_counted = self._ledger.is_limited or settings.tpm is not None
        self._retry = Retry(_policy(settings), tally.retries)
        self._asking = Asking(
            self._attempt,
            address=self._endpoint.address,
            model=service.model,
            mode=settings.mode,
            remember=remember,
            retry=self._retry,
        )
        self._fatal: SummarizerError | None = None
        self._was_answered = False
        self._is_ready = False
        self._readying = asyncio.Lock()
        self._refused: defaultdict[str, set[str]] = defaultdict(set)  # articles by the words, while none is answered
        self._unreached = 0
        self._most_unreached = 2 * settings.concurrency
        self.engine: LlmEngine[Any] = LlmEngine(
            make_task(service.model, _options(settings)),
            self.complete,
            model=service.model,
            base_url=self._endpoint.address,
            mode=None if settings.mode == "auto" else settings.mode,
            probe=self._probe,
            do_step=do_step,
        )

    @property
    def endpoint(self) -> Endpoint:
        """Where requests go."""
        return self._endpoint

    @property
    def model(self) -> str:
        """The model's name at its endpoint."""
        return self._endpoint.model

    def habits(self) -> list[str]:
        """In words, what is particular in how the endpoint wants to be asked, as far as it is known."""
        return self._asking.habits()

    async def aclose(self) -> None:
        """Close the connections."""
        await self._endpoint.aclose()

    async def _probe(self) -> EndpointProfile:
        """What the endpoint says of its model. Raises what shows that none is there: a question alone waits for it."""
        try:
            await self._make_ready()
        except SummarizerError as error:
            raise self._judged(error) from None
        return await read_profile(self._endpoint, self._remember)

    async def complete(self, request: Request) -> Completion:
        """Send a request, again where that helps, until it is answered."""
        try:
            await self._make_ready()
            completion = await self._asking.complete(request)
        except SummarizerError as error:
            raise self._judged(error) from None
        self._unreached = 0
        self._was_answered = True
        return completion

    def _judged(self, error: SummarizerError) -> SummarizerError:
        """The error as it is told; one after which no article would be answered ends the run."""
        error = self._of_one_article(error)
        if error.fatal or self._is_dead(error):
            self._fatal, self._retry.is_over = error, True
            self._tally.ended_by = type(error).__name__
        return error

    async def _make_ready(self) -> None:
        """Find out, once, whether anybody is there, and get the client, which takes a second."""
        if self._is_ready:
            return
        async with self._readying:
            if self._fatal is not None:
                raise self._fatal
            if not self._is_ready:
                self._asking.expect_refusals(await self._endpoint.knock())
                await self._endpoint.open()
                self._is_ready = True

    def _of_one_article(self, error: SummarizerError) -> SummarizerError:
        """The same error as one article's own, where others were answered: then key, model and address are right."""
        is_own = isinstance(error, ModelNotFoundError) or (isinstance(error, KeyRefusedError) and error.status == 403)
        if not (is_own and self._was_answered and isinstance(error, EndpointError)):
            return error
        message = f"the service refused this article alone: {error.message}"
        return RequestRefusedError(message, where=error.where, status=error.status, words=error.words)

    def _is_dead(self, error: SummarizerError) -> bool:
        """Whether so many requests, retries included, found nobody, or nobody who answers, that more are of no use.

        What is refused in the same words for one article after another, before any was answered, is no article's own.
        """
        if isinstance(error, RequestRefusedError) and not self._was_answered:
            articles = self._refused[error.message]
            articles.add((current_call.get() or CallTally()).article_id)
            return len(articles) >= _MOST_REFUSED and len(self._refused) == 1
        if not isinstance(error, UnreachableError):
            return False
        self._unreached += 1
        return not self._retry.was_reached or self._unreached >= self._most_unreached

    async def _attempt(self, request: Request) -> Completion:
        """Send one request when limits and budget allow it, and count what it took."""
        call = current_call.get() or CallTally()
        estimate = count_tokens(request) if self._is_counted else 0
        most = answer_tokens(request)
        reserved = await self._reserve(request, call, estimate, most)
        used: tuple[int, int] | None = None
        try:
            passed = await self._gate.enter(estimate + most / 4, partial(self._turn_away, call))
            error: BaseException | None = None
            completion: Completion | None = None
            try:
                self._turn_away(call)
                completion = await self._send(request, call)
                used = _used(request, completion)
            except EmptyAnswerError as empty:
                error, used = empty, empty.usage
                raise
            except BaseException as raised:
                error = raised
                raise
            finally:
                headers = completion.headers if completion else None
                self._gate.leave(passed, error, tokens=sum(used) if used else None, headers=headers)
        finally:
            self._ledger.settle(reserved, call, used, estimate)
        await asyncio.sleep(0)  # whoever waits at the gate sends first; this answer's grounding can wait
        return completion

    async def _reserve(self, request: Request, call: CallTally, estimate: int, most: int) -> Reservation:
        """Set aside what a request may take; nothing for one that is in a batch already."""
        if self._desk is None or self._counter is None:
            return await self._ledger.reserve(estimate, most)
        if self._counter.is_sent(request):
            return await self._ledger.reserve(0, 0)
        with self._desk.resting(call):
            return await self._ledger.reserve(estimate, most)

    def _turn_away(self, call: CallTally) -> None:
        """Once the run is stopping, whoever has sent nothing yet sends nothing."""
        if self._tally.is_stopping and call.is_of_batch and not call.attempts:
            raise asyncio.CancelledError

    async def _send(self, request: Request, call: CallTally) -> Completion:
        """Send one request, counted and logged, unless something has shown that none will be answered."""
        if self._fatal is not None:
            raise self._fatal
        call.attempts += 1
        self._tally.attempts += 1
        self._tally.in_flight += 1
        begin = time.perf_counter()
        status: object = "cancelled"
        tokens = ""
        try:
            completion = await (self._counter or self._endpoint).complete(request)
        except SummarizerError as error:
            status = (error.status if isinstance(error, EndpointError) else None) or type(error).__name__
            raise
        else:
            status = 200
            tokens = f" prompt_tokens={completion.prompt_tokens} completion_tokens={completion.completion_tokens}"
            return completion
        finally:
            self._tally.in_flight -= 1
            line = "id=%s attempt=%d status=%s seconds=%.3f%s"
            _log.info(line, call.article_id, call.attempts, status, time.perf_counter() - begin, tokens)


def _policy(settings: Settings) -> RetryPolicy:
    return RetryPolicy(
        attempts=settings.max_attempts or DEFAULT_ATTEMPTS,
        is_strict=settings.max_attempts is not None,
        seconds=settings.max_wait,
        first_wait=0.0 if settings.batch else _FIRST_WAIT,  # the next batch is wait enough
    )


def _options(settings: Settings) -> LlmOptions:
    given = settings.model_dump(include={option.name for option in fields(LlmOptions)}, exclude_none=True)
    if settings.extra is not None:
        given["extra"] = json.dumps(settings.extra, sort_keys=True, ensure_ascii=False)
    return LlmOptions(**given)


def _used(request: Request, completion: Completion) -> tuple[int, int]:
    """The prompt and answer tokens that the service reports, or else an estimate: an answer is never free."""
    reported = (completion.prompt_tokens, completion.completion_tokens)
    return reported if any(reported) else (count_tokens(request), estimate_tokens(completion.text))


def answer_tokens(request: Request) -> int:
    """The longest answer that a request allows, in tokens."""
    told = request.parameters.get("max_tokens") or request.parameters.get("max_completion_tokens")
    return int(told or MOST_ANSWER_TOKENS)


def count_tokens(request: Request) -> int:
    """About how many tokens a request's prompt takes, its schema included."""
    shown = sum(estimate_tokens(message.content) + 4 for message in request.messages)
    return shown + len(str(request.schema.body)) // 4
