"""OpenAI's Batch API: many requests are uploaded as one file, and their answers are fetched as another.

Each call is one HTTP request, as in client.py; `BatchService` sends it again where its error may pass. Only
creating a batch is never just sent again: after a connection that broke the batch may be there, so it is looked for.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import partial
from typing import IO, TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from summarizer.contract.errors import (
    BatchRefusedError,
    ModelNotFoundError,
    OversizedAnswerError,
    RateLimitError,
    ServerError,
    SummarizerError,
)
from summarizer.endpoint.retry import Retry, RetryPolicy

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from openai import AsyncOpenAI

    from summarizer.contract.request import Completion, Request
    from summarizer.endpoint.client import Endpoint

T = TypeVar("T")
MOST_REQUESTS = 50_000  # of one batch; this and the next are OpenAI's limits
MOST_BYTES = 200_000_000  # of one file
_LARGEST_RESULT = 4 * 2**30  # bytes of a file of answers
_FILE_SECONDS = 3600.0  # for one upload or download
_PATH: Literal["/v1/chat/completions"] = "/v1/chat/completions"
_NAME = "summarizer"  # the key of our name for a batch in its metadata
_SEARCHED = 200  # batches, the newest first, among which one of ours is looked for
_ENDED = frozenset({"completed", "failed", "expired", "cancelled"})
_NOT_BEGUN = ("batch_expired", "batch_cancelled")  # codes of lines
_PATIENT = RetryPolicy(attempts=10_000, seconds=26 * 3600.0, longest_wait=60.0)  # a batch takes up to 24 hours


class BatchFault(NamedTuple):
    """What a service has against a batch as a whole, or against its line of this number, counted from 1."""

    code: str
    message: str
    line: int | None = None


class BatchState(NamedTuple):
    """What a service says of a batch; `counts` are its requests: all, answered, failed."""

    id: str
    status: str
    counts: tuple[int, int, int] = (0, 0, 0)
    files: tuple[str, ...] = ()
    faults: tuple[BatchFault, ...] = ()

    @property
    def is_ended(self) -> bool:
        """Whether nothing will change any more."""
        return self.status in _ENDED


class BatchService:
    """The Files and Batches of one endpoint. Belongs to one event loop.

    `path` is where each request of a batch goes; `causes` counts what was sent again, by error class.
    """

    def __init__(self, endpoint: Endpoint, causes: Counter[str] | None = None) -> None:
        self._endpoint = endpoint
        counted: Counter[str] = Counter() if causes is None else causes
        self._retry = Retry(RetryPolicy(), counted)
        self._patience = Retry(_PATIENT, counted)

    def body(self, request: Request) -> bytes:
        """The body of a request, the same bytes whenever it is the same."""
        return json.dumps(self._endpoint.body(request), ensure_ascii=False, separators=(",", ":")).encode()

    async def upload(self, file: IO[bytes], name: str) -> str:
        """Upload a file of requests; the id that the service gives it."""

        async def send(client: AsyncOpenAI) -> str:
            file.seek(0)
            made = await client.files.create(file=(f"{name}.jsonl", file), purpose="batch", timeout=_FILE_SECONDS)
            return made.id

        try:
            return await self._insist(send, seconds=_FILE_SECONDS)
        except ModelNotFoundError as error:
            message = f"the service offers no Batch API ({error.status})"
            raise BatchRefusedError(message, where=error.where, hint="leave --batch out", status=error.status) from None

    async def create(self, file_id: str, name: str) -> BatchState:
        """Create the batch of this name from an uploaded file, unless it is there already."""

        async def send(client: AsyncOpenAI) -> BatchState:
            made = await client.batches.create(
                input_file_id=file_id, endpoint=_PATH, completion_window="24h", metadata={_NAME: name}
            )
            return _state(made)

        async def find_or_send() -> BatchState:
            try:
                return await self._reach(send)
            except SummarizerError as error:
                found = await self.find(name) if error.retryable else None
                if found is None:
                    raise
                return found

        return await self._retry.effort().run(find_or_send)

    async def find(self, name: str) -> BatchState | None:
        """The batch of this name, among the service's newest."""

        async def look(client: AsyncOpenAI) -> BatchState | None:
            seen = 0
            async for one in client.batches.list(limit=100):
                if (getattr(one, "metadata", None) or {}).get(_NAME) == name:
                    return _state(one)
                seen += 1
                if seen == _SEARCHED:
                    break
            return None

        return await self._insist(look)

    async def look(self, batch_id: str) -> BatchState:
        """How a batch is doing. A service that cannot be reached for a while is asked again for a day."""

        async def send(client: AsyncOpenAI) -> BatchState:
            return _state(await client.batches.retrieve(batch_id))

        return await self._patience.effort().run(partial(self._reach, send))

    async def cancel(self, batch_id: str) -> BatchState:
        """Ask the service to stop a batch; what it has answered by then can be fetched."""

        async def send(client: AsyncOpenAI) -> BatchState:
            return _state(await client.batches.cancel(batch_id))

        return await self._insist(send)

    async def fetch(self, file_id: str, into: IO[bytes]) -> None:
        """Write a file of answers into a file of ours. Raises OversizedAnswerError for one of more than 4 GiB."""
        from summarizer.endpoint.bounded import FileClient  # noqa: PLC0415  heavy

        async def send(client: AsyncOpenAI) -> None:
            into.seek(0)
            into.truncate()
            async with FileClient() as http:
                files = client.with_options(http_client=http).files.with_streaming_response
                async with files.content(file_id, timeout=_FILE_SECONDS) as response:
                    size = 0
                    async for piece in response.iter_bytes():
                        size += into.write(piece)
                        if size > _LARGEST_RESULT:
                            raise OversizedAnswerError("a batch's file of answers is larger than 4 GiB")

        await self._patience.effort().run(partial(self._reach, send, seconds=_FILE_SECONDS))

    def read(self, request: Request, line: str) -> Completion:
        """The answer to a request in its line of a file of answers. Raises what one request alone would raise."""
        told = json.loads(line)
        response = told.get("response") or {}
        status = response.get("status_code")
        if response and status == 200:
            return self._endpoint.read(request, response.get("body"))
        problem = told["error"] if isinstance(told.get("error"), dict) else {}
        if not response or not isinstance(status, int):
            said = str(problem.get("message") or problem.get("code") or "it has no reason")
            raise ServerError(f"the batch did not answer this request: {said}", where=self._endpoint.base_url_host)
        error = self._endpoint.refusal(status, response.get("body") or {"error": problem})
        if isinstance(error, RateLimitError):  # of the batch, not of anybody who could wait
            raise ServerError(error.message, where=error.where, status=status, words=error.words)
        raise error

    def fault(self, fault: BatchFault) -> SummarizerError:
        """Our error for what a service has against a batch or a line of it."""
        return self._endpoint.refusal(400, {"error": {"message": fault.message, "code": fault.code}})

    async def _insist(self, send: Callable[[AsyncOpenAI], Awaitable[T]], *, seconds: float | None = None) -> T:
        return await self._retry.effort().run(partial(self._reach, send, seconds=seconds))

    async def _reach(self, send: Callable[[AsyncOpenAI], Awaitable[T]], *, seconds: float | None = None) -> T:
        came = await self._endpoint.reach(send, seconds=seconds)
        self._retry.was_reached = self._patience.was_reached = True  # from now on, nobody there is nobody for a while
        return came


def line_of(name: str, body: bytes) -> bytes:
    """The line of a batch file that asks a request under a name, which has no character that JSON would escape."""
    return f'{{"custom_id":"{name}","method":"POST","url":"{_PATH}","body":'.encode() + body + b"}\n"


class AnswerLine(NamedTuple):
    """One line of a file of answers; `is_answer` says that the request was answered, and not refused or left."""

    name: str
    text: str
    is_answer: bool


def read_lines(file: IO[bytes], longest: int) -> Iterator[AnswerLine]:
    """The lines of a file of answers, without those of requests that a batch came to its end before.

    What is no line, or one of more than `longest` bytes, is left out too.
    """
    file.seek(0)
    while line := file.readline(longest + 1):
        if len(line) > longest:
            while line and not line.endswith(b"\n"):
                line = file.readline(longest)
            continue
        try:
            text = line.decode()
            told = json.loads(text)
            response = told.get("response")
            if not response and str((told.get("error") or {}).get("code")) in _NOT_BEGUN:
                continue
            yield AnswerLine(str(told["custom_id"]), text.strip(), bool(response) and response["status_code"] == 200)
        except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
            continue


def _state(batch: Any) -> BatchState:
    """What a service's batch says; services leave out what they do not know."""
    counts = getattr(batch, "request_counts", None)
    total, answered, failed = (_count(getattr(counts, name, 0)) for name in ("total", "completed", "failed"))
    files = tuple(filter(None, (getattr(batch, name, None) for name in ("output_file_id", "error_file_id"))))
    faults = getattr(getattr(batch, "errors", None), "data", None) or []
    return BatchState(batch.id, str(batch.status), (total, answered, failed), files, tuple(map(_fault, faults)))


def _count(told: Any) -> int:
    return told if isinstance(told, int) else 0


def _fault(told: Any) -> BatchFault:
    line = getattr(told, "line", None)
    return BatchFault(
        str(getattr(told, "code", "") or ""),
        str(getattr(told, "message", "") or "it gives no reason"),
        line if isinstance(line, int) and line > 0 else None,
    )
