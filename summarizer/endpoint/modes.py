"""Chooses the structured-output mode of an endpoint: decided once, by what it answers, and remembered.

Servers differ: some refuse `json_schema` with 400, 404 or 422, llama-cpp-python's own server with 500; some take it and
ignore it. The first caller tries json_schema, tools, json and fenced JSON in turn and keeps the first that is answered;
those who come at the same time wait for it. A 500 that says nothing about the mode may be a passing fault: the next
mode is used for that call, and the choice is made only when the fault comes twice.
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
Complete = "Callable[[Request], Awaitable[Completion]]"
ORDER: tuple[WireMode, ...] = get_args(WireMode)
# A refusal comes at once; an answer takes as long as the model needs. Nobody waits longer than a refusal takes.
_PATIENCE = 0.1
_SURE = 2
_OTHER_NAMES = {"max_tokens": "max_completion_tokens"}
_REFUSES = re.compile(
    r"unsupported|not supported|does not support|unknown|unrecognized|not permitted|extra|deprecated", re.IGNORECASE
)


class ModeChoice:
    """Sends requests to one model at one endpoint in the mode that it supports.

    `remember` keeps the choice beyond the process: a text for a text, such as the cache gives.
    """

    def __init__(
        self,
        complete: Callable[[Request], Awaitable[Completion]],
        *,
        host: str,
        model: str,
        mode: Mode = "auto",
        remember: MutableMapping[str, str] | None = None,
    ) -> None:
        self._complete = complete
        self._remember = remember if remember is not None else {}
        self._key = f"mode {host} {model}"
        self._fixed: WireMode | None = None if mode == "auto" else mode
        told = self._remember.get(self._key)
        self._decided: WireMode | None = next((one for one in ORDER if one == told), None)
        self._provisional: WireMode | None = None
        self._failures: Counter[WireMode] = Counter()
        self._unfit = set(self._remember.get(f"unfit {host} {model}", "").split())
        self._unfit_key = f"unfit {host} {model}"
        self._lock = asyncio.Lock()
        self._settled = asyncio.Event()

    @property
    def mode(self) -> WireMode | None:
        """The mode in use; None while none is chosen."""
        return self._fixed or self._decided or self._provisional

    async def complete(self, request: Request) -> Completion:
        """Send one request; more than one only while no mode is chosen. Raises what the endpoint raises."""
        fixed = request.mode or self._fixed
        if fixed is not None:
            return await self._send(replace(request, mode=fixed))
        if self._decided is not None:
            try:
                return await self._send(replace(request, mode=self._decided))
            except EndpointError as error:
                if not is_unsupported(error):
                    raise
                await self._forget(self._decided)
        if self._lock.locked():
            early = await self._go_along(request)
            if early is not None:
                return early
        async with self._lock:
            if self._decided is not None:
                return await self._send(replace(request, mode=self._decided))
            return await self._decide(request)

    async def _send(self, request: Request) -> Completion:
        """Send a request in its mode, without the parameters that this endpoint is known to refuse."""
        while True:
            try:
                return await self._complete(self._fit(request))
            except EndpointError as error:
                if not self._note_unfit(request, error):
                    raise

    def _fit(self, request: Request) -> Request:
        if not self._unfit & request.parameters.keys():
            return request
        told = {
            _OTHER_NAMES.get(key, "") if key in self._unfit else key: value for key, value in request.parameters.items()
        }
        told.pop("", None)
        return replace(request, parameters={key: value for key, value in told.items() if key not in self._unfit})

    def _note_unfit(self, request: Request, error: EndpointError) -> bool:
        """Whether an error refuses a parameter by name, one that is not known yet to be refused."""
        if error.status not in (400, 422):
            return False
        sent = self._fit(request).parameters.keys() - self._unfit
        named = [key for key in sent if _names(error.message, key)]
        self._unfit.update(named)
        if named:
            self._remember[self._unfit_key] = " ".join(sorted(self._unfit))
        return bool(named)

    async def _forget(self, mode: WireMode) -> None:
        """What was remembered is no longer true: the endpoint has changed."""
        async with self._lock:
            if self._decided == mode:
                self._decided = None
                self._failures[mode] = _SURE
                self._settled.clear()

    async def _go_along(self, request: Request) -> Completion | None:
        """While another caller decides: wait as long as a refusal takes, then hope for the best mode."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._settled.wait(), _PATIENCE)
        mode = self._decided or self._provisional or self._candidates()[0]
        try:
            return await self._send(replace(request, mode=mode))
        except EndpointError as error:
            if self._decided is None and error.status in (400, 404, 415, 422, 500, 501):
                return None
            raise

    def _candidates(self) -> list[WireMode]:
        """The modes still worth trying, best first; all of them when none is left."""
        return [mode for mode in ORDER if self._failures[mode] < _SURE] or list(ORDER)

    async def _decide(self, request: Request) -> Completion:
        first_error: EndpointError | None = None
        shapeless: tuple[WireMode, Completion] | None = None
        for mode in self._candidates():
            try:
                completion = await self._send(replace(request, mode=mode))
            except EndpointError as error:
                if not self._note_failure(mode, error):
                    raise
                first_error = first_error or error
                continue
            except EmptyAnswerError:  # repeated by whoever calls: twice in this mode, then in the next
                self._failures[mode] += 1
                raise
            if completion.json_text is None and not completion.refusal and completion.finish_reason != "length":
                # Answered, but in prose: the mode may have been ignored, or the model had a bad moment.
                self._failures[mode] += 1
                shapeless = shapeless or (mode, completion)
                continue
            self._settle(mode)
            return completion
        if shapeless is not None:
            self._settle(shapeless[0])
            return shapeless[1]
        raise first_error or EndpointError("no structured-output mode was answered")

    def _note_failure(self, mode: WireMode, error: EndpointError) -> bool:
        """Count a failure against a mode; False when the mode cannot be its cause."""
        if is_unsupported(error) or error.status in (400, 415, 422, 501):
            self._failures[mode] += _SURE
            return True
        if error.status == 500:
            self._failures[mode] += 1
            return True
        return False

    def _settle(self, mode: WireMode) -> None:
        """Keep a mode that was answered: for good when every better one has failed surely."""
        better = ORDER[: ORDER.index(mode)]
        self._settled.set()
        if any(self._failures[one] < _SURE for one in better):
            self._provisional = mode
            return
        self._decided = mode
        self._failures[mode] = 0
        self._remember[self._key] = mode


def _names(message: str, parameter: str) -> bool:
    return bool(_REFUSES.search(message)) and bool(re.search(rf"(?<![\w]){parameter}(?![\w])", message))
