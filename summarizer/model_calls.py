"""Puts together what answers by a model: endpoint, choice of mode, limits, retry and engine."""

from __future__ import annotations

import os
import time
from functools import partial
from typing import TYPE_CHECKING

from summarizer.completion import Completion, Request
from summarizer.endpoint import Endpoint, resolve_service
from summarizer.errors import EndpointError, SummarizerError
from summarizer.llm import LlmEngine, LlmOptions
from summarizer.logs import get_logger
from summarizer.modes import ModeChoice
from summarizer.profile import EndpointProfile, read_profile
from summarizer.tally import CallTally, RunTally, current_call

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from summarizer.retry import Retry
    from summarizer.settings import Settings

_DEFAULT_MODEL = "openai/gpt-5.4-mini"
_log = get_logger("calls")


class ModelCalls:
    """The engine that asks a model, with all that stands around its calls. Belongs to one event loop."""

    def __init__(self, settings: Settings, tally: RunTally, remember: MutableMapping[str, str] | None = None) -> None:
        key = settings.api_key.get_secret_value() if settings.api_key else None
        service = resolve_service(
            settings.model or _DEFAULT_MODEL, base_url=settings.base_url, api_key=key, environ=os.environ
        )
        self._tally = tally
        self._remember = remember
        self._endpoint = Endpoint(service, timeout=settings.timeout)
        self._modes = ModeChoice(
            self._attempt, host=self._endpoint.base_url_host, model=service.model, mode=settings.mode, remember=remember
        )
        self._attempts = settings.max_attempts
        self._retry: Retry | None = None
        self.engine = LlmEngine(
            self._complete,
            model=service.model,
            base_url_host=self._endpoint.base_url_host,
            options=LlmOptions(
                max_output_tokens=settings.max_output_tokens,
                language=settings.language,
                window=settings.window,
                context=settings.context,
                max_reasks=settings.max_reasks,
            ),
            probe=self._probe,
        )

    async def aclose(self) -> None:
        """Close the connections."""
        await self._endpoint.aclose()

    async def _probe(self) -> EndpointProfile:
        return await read_profile(self._endpoint, self._remember)

    async def _complete(self, request: Request) -> Completion:
        if self._retry is None:
            from summarizer.retry import Retry, RetryPolicy  # noqa: PLC0415  brings in tenacity

            self._retry = Retry(RetryPolicy(attempts=self._attempts), self._tally.retries)
        return await self._retry.call(partial(self._modes.complete, request))

    async def _attempt(self, request: Request) -> Completion:
        """Send one request, counted and logged."""
        call = current_call.get() or CallTally()
        call.attempts += 1
        self._tally.attempts += 1
        self._tally.in_flight += 1
        begin = time.perf_counter()
        try:
            completion = await self._endpoint.complete(request)
        except SummarizerError as error:
            status = error.status if isinstance(error, EndpointError) and error.status else type(error).__name__
            _log.info("id=%s attempt=%d status=%s seconds=%.3f", call.article_id, call.attempts, status, time.perf_counter() - begin)
            raise
        finally:
            self._tally.in_flight -= 1
        call.prompt_tokens += completion.prompt_tokens
        call.completion_tokens += completion.completion_tokens
        self._tally.prompt_tokens += completion.prompt_tokens
        self._tally.completion_tokens += completion.completion_tokens
        _log.info(
            "id=%s attempt=%d status=200 seconds=%.3f prompt_tokens=%d completion_tokens=%d",
            call.article_id, call.attempts, time.perf_counter() - begin, completion.prompt_tokens, completion.completion_tokens,
        )  # fmt: skip
        return completion
