"""Chooses the structured-output mode of an endpoint: one of four ways to request JSON of a schema.

The modes (`WireMode`), best first: "json_schema" (response_format with the schema), "tools" (a function whose arguments
are the answer), "json" (response_format json_object, with the schema in the prompt), "fenced" (only words in the prompt
that request a fenced JSON block).

Servers differ: some refuse `json_schema` with 400, 404 or 422, llama-cpp-python's own server with 500; some accept it
and ignore it. So the first request tries the modes in turn and keeps the first one that is answered; requests that come
at the same time wait for that. The choice is remembered for host and model, in the cache, until a server refuses it. A
500 that does not mention the mode may be a passing fault: that request goes on with the next mode, and the mode is
ruled out only when the fault comes twice.

The parameters that a server refuses by name ("max_tokens" by OpenAI's reasoning models) are remembered and left out
from then on, or renamed.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, get_args

from summarizer.contract.errors import EmptyAnswerError, EndpointError
from summarizer.contract.request import Completion, Request, WireMode
from summarizer.endpoint.error_mapping import is_unsupported

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

Mode = Literal["auto", "json_schema", "tools", "json", "fenced"]
_BEST_FIRST: tuple[WireMode, ...] = get_args(WireMode)
_RULED_OUT = 2  # failures
_RENAMED = {"max_tokens": "max_completion_tokens"}
_SAYS_REFUSED = re.compile(
    r"unsupported|not supported|does not support|unknown|unrecognized|not permitted|extra|deprecated", re.IGNORECASE
)


class ModeChoice:
    """Sends requests to one model at one endpoint in a mode that it supports.

    `remember` keeps the choice beyond the process: a mapping of text to text, such as the cache offers. `patience` is
    how many seconds other requests wait for the first one to choose: a refusal comes within that time, while an answer
    may take as long as the model needs, and nobody waits for it.
    """

    def __init__(
        self,
        complete: Callable[[Request], Awaitable[Completion]],
        *,
        host: str,
        model: str,
        mode: Mode = "auto",
        remember: MutableMapping[str, str] | None = None,
        patience: float = 0.1,
    ) -> None:
        self._complete = complete
        self._patience = patience
        self._remember = remember if remember is not None else {}
        self._mode_key = f"mode {host} {model}"
        self._refused_key = f"unfit {host} {model}"
        self._fixed: WireMode | None = None if mode == "auto" else mode
        remembered = self._remember.get(self._mode_key)
        self._chosen: WireMode | None = next((mode for mode in _BEST_FIRST if mode == remembered), None)
        self._provisional: WireMode | None = None  # answered, but a better mode may have met a passing fault
        self._failures: Counter[WireMode] = Counter()
        self._refused_parameters = set(self._remember.get(self._refused_key, "").split())
        self._choosing = asyncio.Lock()
        self._is_answered = asyncio.Event()

    @property
    def mode(self) -> WireMode | None:
        """The mode in use; None while none is chosen."""
        return self._fixed or self._chosen or self._provisional

    async def complete(self, request: Request) -> Completion:
        """Send one request; more than one only while no mode is chosen. Raises what the endpoint raises."""
        fixed = request.mode or self._fixed
        if fixed is not None:
            return await self._send(request, fixed)
        if self._chosen is not None:
            try:
                return await self._send(request, self._chosen)
            except EndpointError as error:
                if not is_unsupported(error):
                    raise
                await self._forget(self._chosen)
        if self._choosing.locked():
            completion = await self._send_while_choosing(request)
            if completion is not None:
                return completion
        async with self._choosing:
            if self._chosen is not None:
                return await self._send(request, self._chosen)
            return await self._choose(request)

    async def _send(self, request: Request, mode: WireMode) -> Completion:
        """Send a request in a mode, without the parameters that this endpoint refuses."""
        while True:
            sent = replace(request, mode=mode, parameters=self._accepted_parameters(request))
            try:
                return await self._complete(sent)
            except EndpointError as error:
                if not self._note_refused_parameters(sent, error):
                    raise

    def _accepted_parameters(self, request: Request) -> dict[str, str | int | float | bool]:
        refused = self._refused_parameters
        names = {name: _RENAMED.get(name, "") if name in refused else name for name in request.parameters}
        return {names[name]: value for name, value in request.parameters.items() if names[name] not in {"", *refused}}

    def _note_refused_parameters(self, sent: Request, error: EndpointError) -> bool:
        """Whether an error refuses parameters that were sent, by their names."""
        if error.status not in (400, 422):
            return False
        refused = [name for name in sent.parameters if _is_refused_in(error.message, name)]
        if refused:
            self._refused_parameters.update(refused)
            self._remember[self._refused_key] = " ".join(sorted(self._refused_parameters))
        return bool(refused)

    async def _forget(self, mode: WireMode) -> None:
        """Give up a mode that the endpoint supported once and refuses now."""
        async with self._choosing:
            if self._chosen == mode:
                self._chosen = None
                self._failures[mode] = _RULED_OUT
                self._is_answered.clear()

    async def _send_while_choosing(self, request: Request) -> Completion | None:
        """Send a request while another one is choosing, in the mode that is most likely; None when that was refused."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._is_answered.wait(), self._patience)
        mode = self._chosen or self._provisional or self._candidates()[0]
        try:
            return await self._send(request, mode)
        except EndpointError as error:
            if self._chosen is None and error.status in (400, 404, 415, 422, 500, 501):
                return None
            raise

    def _candidates(self) -> list[WireMode]:
        """The modes that are not ruled out, best first; all of them when every one is."""
        return [mode for mode in _BEST_FIRST if self._failures[mode] < _RULED_OUT] or list(_BEST_FIRST)

    async def _choose(self, request: Request) -> Completion:
        """Send a request in one mode after the other until one is answered with JSON, and keep that mode."""
        first_error: EndpointError | None = None
        prose: tuple[WireMode, Completion] | None = None
        for mode in self._candidates():
            try:
                completion = await self._send(request, mode)
            except EndpointError as error:
                if not self._count_failure(mode, error):
                    raise
                first_error = first_error or error
                continue
            except EmptyAnswerError:  # the caller retries: twice in this mode, then in the next
                self._failures[mode] += 1
                raise
            if completion.json_text is None and not completion.refusal and completion.finish_reason != "length":
                # Answered, but in prose: the mode may have been ignored, or the model did badly for once.
                self._failures[mode] += 1
                prose = prose or (mode, completion)
                continue
            self._keep(mode)
            return completion
        if prose is not None:
            self._keep(prose[0])
            return prose[1]
        raise first_error or EndpointError("no structured-output mode was answered")

    def _count_failure(self, mode: WireMode, error: EndpointError) -> bool:
        """Count a failure against a mode; False when the mode cannot be its cause."""
        if is_unsupported(error) or error.status in (400, 415, 422, 501):
            self._failures[mode] += _RULED_OUT
            return True
        if error.status == 500:
            self._failures[mode] += 1
            return True
        return False

    def _keep(self, mode: WireMode) -> None:
        """Keep a mode that was answered: for good once every better one is ruled out."""
        better = _BEST_FIRST[: _BEST_FIRST.index(mode)]
        self._is_answered.set()
        if any(self._failures[candidate] < _RULED_OUT for candidate in better):
            self._provisional = mode
            return
        self._chosen = mode
        self._failures[mode] = 0
        self._remember[self._mode_key] = mode


def _is_refused_in(message: str, parameter: str) -> bool:
    return bool(_SAYS_REFUSED.search(message)) and bool(re.search(rf"(?<![\w]){parameter}(?![\w])", message))
