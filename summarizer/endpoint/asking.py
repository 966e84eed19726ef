"""Asks an endpoint one question until it is answered: the only place where a request is sent a second time.

A question is sent again in another way when a refusal tells how (dialect.py, modes.py), with more room when its answer
was cut off, and after a wait when the fault may pass (retry.py). While nothing is known about an endpoint, one question
goes ahead, and those that come at the same time wait a moment for what it learns.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from summarizer.contract.errors import ContextTooSmallError, EndpointError, SummarizerError
from summarizer.endpoint.dialect import notes_of
from summarizer.endpoint.modes import ModeChoice, ModeTries
from summarizer.endpoint.prompt_count import PromptCounts
from summarizer.endpoint.retry import Retry, RetryPolicy

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    from summarizer.contract.request import Completion, Request, WireMode
    from summarizer.endpoint.modes import Mode
    from summarizer.endpoint.retry import Effort

_LEAST_PATIENCE = 0.04  # seconds in which a service on the same machine refuses
_ROUND_TRIPS = 10  # to an endpoint and back, for each of which it works as long again
_NAPS = 10  # in which others wait for the pioneer; at least as many turns of the event loop as a request needs
_MOST_WIDENED = 2  # times; what is cut off then is no matter of room


@dataclass(slots=True)
class _Question:
    """One question, with what it has come to so far."""

    request: Request
    effort: Effort
    modes: ModeTries = field(default_factory=ModeTries)
    room: int | None = None
    widened: int = 0
    cut: Completion | None = None


class Asking:
    """Asks one model at one endpoint; `send` sends one request.

    `remember` keeps what is learnt beyond the process. `patience` is how many seconds other questions wait for the
    first one: a refusal comes within that time, while an answer may take as long as the model needs, and nobody waits
    for it.
    """

    def __init__(
        self,
        send: Callable[[Request], Awaitable[Completion]],
        *,
        address: str,
        model: str,
        mode: Mode = "auto",
        remember: MutableMapping[str, str] | None = None,
        retry: Retry | None = None,
        patience: float = 0.15,
    ) -> None:
        self._send = send
        self._retry = retry or Retry(RetryPolicy(), Counter())
        self._remember = remember if remember is not None else {}
        self._dialect_key = f"dialect {address} {model}"
        self._dialect = notes_of(self._remember, self._dialect_key)
        self.modes = ModeChoice(f"mode {address} {model}", mode=mode, remember=self._remember)
        self._counts = PromptCounts()
        self._patience = patience
        self._pioneer: _Question | None = None  # the question that finds out how this endpoint wants to be asked
        self._pioneered = 0  # times that such a question was sent
        self._is_known = asyncio.Event()
        if self.modes.settled is not None:
            self._is_known.set()

    @property
    def mode(self) -> WireMode | None:
        """The structured-output mode in use; None while none is chosen."""
        return self.modes.settled

    def habits(self) -> list[str]:
        """In words, what is particular in how the endpoint wants to be asked, as far as it is known."""
        return self._dialect.told()

    def expect_refusals(self, distance: float | None) -> None:
        """Have as much patience as a refusal needs from so many seconds away; None when that is not known."""
        if distance is not None:
            self._patience = min(self._patience, max(_LEAST_PATIENCE, _ROUND_TRIPS * distance))

    async def complete(self, request: Request) -> Completion:
        """The answer to a request. Raises what the endpoint raises, once asking again does not help.

        Raises ContextTooSmallError also when the endpoint answered, but about a part of the prompt.
        """
        question = _Question(request, self._retry.effort())
        try:
            completion = await question.effort.run(partial(self._ask, question))
            return replace(completion, left_out=self._dialect.left_out(request))
        finally:
            if self._pioneer is question:
                self._pioneer = None

    async def _ask(self, question: _Question) -> Completion:
        """The answer to a question, sent in one way after another. Raises the error after which a wait may help."""
        while True:
            completion = await self._ask_once(question)
            if completion is not None:
                return completion

    async def _ask_once(self, question: _Question) -> Completion | None:
        """Send the question once more; None when it is to be sent again."""
        await self._let_pioneer_go_ahead(question)
        mode = self.modes.pick(question.modes, question.request.mode)
        sent = self._dialect.fit(question.request, mode, room=question.room)
        question.effort.begin()
        if self._pioneer is question:
            self._pioneered += 1
        try:
            completion = await self._send(sent)
        except SummarizerError as error:
            return self._after_error(question, sent, error)
        self._retry.was_reached = True
        self._check_prompt(sent, completion)
        return self._after_answer(question, sent, completion)

    async def _let_pioneer_go_ahead(self, question: _Question) -> None:
        """Wait while another question finds out how this endpoint wants to be asked, as long as patience lasts."""
        sent, naps = self._pioneered, 0
        while not self._is_known.is_set() and self._pioneer not in (None, question):
            if sent != self._pioneered:
                sent, naps = self._pioneered, 0  # it was refused, and is sent in another way
            if naps == _NAPS:
                return
            naps += 1  # counted, because a busy event loop lets the pioneer's request wait as well
            with suppress(TimeoutError):
                await asyncio.wait_for(self._is_known.wait(), self._patience / _NAPS)
        if not self._is_known.is_set() and self._pioneer is None:
            self._pioneer = question

    def _after_error(self, question: _Question, sent: Request, error: SummarizerError) -> Completion | None:
        """What follows a failed request: None to go on at once, the cut answer when there is one, or the error."""
        effort = question.effort
        self._retry.note(error)
        if question.cut is not None and not error.fatal:
            return question.cut  # asking for more of it was in vain
        if isinstance(error, EndpointError) and self._learns(question, sent, error):
            self._remember[self._dialect_key] = self._dialect.write()
            if effort.may_change:
                return None
            raise error
        is_fixed = question.request.mode is not None
        if self.modes.moves_on(sent, error, question.modes, is_fixed=is_fixed):
            if error.retryable:
                effort.fail(error)
            if effort.may_change:
                return None
            raise error
        if question.modes.prose is not None and not error.fatal:
            return question.modes.prose[1]
        telling = _most_telling(question, error)
        if not self.modes.has_more(question.modes):
            question.modes.failed.clear()  # for the attempt after the wait
        raise telling

    def _learns(self, question: _Question, sent: Request, error: EndpointError) -> bool:
        """Whether a refusal says how the question is to be sent instead."""
        may_grow = question.request.may_grow and question.widened < _MOST_WIDENED
        room = self._dialect.wider_for(question.request, sent, error) if may_grow else None
        if room is None:
            return self._dialect.learn(sent, error)
        question.room = room
        question.widened += 1
        return True

    def _after_answer(self, question: _Question, sent: Request, completion: Completion) -> Completion | None:
        """The answer when it will do; None when it is to be asked for again."""
        if completion.is_cut:
            return self._after_cut(question, sent, completion)
        is_fixed = question.request.mode is not None
        if not self.modes.accepts(completion, question.modes, is_fixed=is_fixed) and question.effort.may_change:
            return None
        if self.modes.settled is not None or completion.json_text is not None:
            self._is_known.set()
        prose = question.modes.prose
        return completion if prose is None or completion.json_text is not None else prose[1]

    def _after_cut(self, question: _Question, sent: Request, completion: Completion) -> Completion | None:
        """Ask again with more room for the answer, as far as that is allowed."""
        kept = question.cut
        if kept is None or len(completion.text) > len(kept.text):
            question.cut = completion
        question.widened += 1
        has_text = bool(completion.text.strip())
        most = 1 if has_text else _MOST_WIDENED  # a model that wrote on and on does so again
        if question.request.may_grow and question.widened <= most and question.effort.may_change:
            room = self._dialect.wider(question.request, sent, completion)
            if room is not None:
                question.room = room
                self._remember[self._dialect_key] = self._dialect.write()
                return None
        return question.cut

    def _check_prompt(self, sent: Request, completion: Completion) -> None:
        """Raise ContextTooSmallError when the service's count says that it cut the prompt."""
        limit = self._counts.limit(sent, completion)
        if limit is not None:
            message = f"the endpoint cut the prompt to {limit:,} tokens without a word"
            hint = "raise the server's context (Ollama: num_ctx), or set --context to it"
            raise ContextTooSmallError(message, hint=hint, limit=limit)


def _most_telling(question: _Question, error: SummarizerError) -> SummarizerError:
    """The error that a question fails with: when several modes failed, the best mode's says most."""
    first = question.modes.first_error
    return first if len(question.modes.failed) > 1 and first is not None and not error.fatal else error
