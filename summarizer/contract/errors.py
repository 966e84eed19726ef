"""Every error that this package raises.

SummarizerError
├── CallError                       the call itself is wrong: an option, a setting, a missing input (exit 2)
├── InputError                      one article cannot be read                                      (exit 1)
│   ├── UnreadableInputError        missing, no permission, not a file
│   ├── EmptyArticleError           no text, or only site furniture
│   ├── BinaryInputError            not text
│   ├── EncodingError               text in an unknown encoding
│   ├── FetchError                  what lies at an address cannot, or may not, be fetched (each says if it may later)
│   └── RecordError                 a JSONL line that is not an article record
├── EngineError                     the engine gave no usable answer for one article
│   ├── EndpointError               the service did not answer the request
│   │   ├── UnreachableError        no connection, or it broke                retryable
│   │   ├── SlowEndpointError       no answer in time                         retryable
│   │   ├── RateLimitError          429                                       retryable
│   │   ├── ServerError             408, 409, 5xx                             retryable
│   │   ├── KeyRefusedError         401, 403                                  ends a batch
│   │   ├── QuotaError              402, or 429 when no credit is left        ends a batch
│   │   ├── ModelNotFoundError      404                                       ends a batch
│   │   ├── BatchRefusedError        the service does not take the batch      ends a batch
│   │   ├── BadGenerationError      the service could not read its own model   retryable
│   │   ├── OversizedAnswerError    larger, deeper or with longer numbers than any answer is
│   │   └── RequestRefusedError     400 and other 4xx
│   └── AnswerError                 the service answered, but not with a usable draft
│       ├── RefusalError            the model declined
│       ├── TruncatedAnswerError    the answer was cut off at the token limit
│       ├── EmptyAnswerError        the answer has no choices or no content
│       ├── ContextTooSmallError    the article does not fit the model's context
│       └── InvalidAnswerError      not JSON, or not valid against the schema, after all corrections
├── BudgetError                     over --max-cost or --max-tokens           ends a batch
├── CacheError                      corrupt, locked, full or tampered with    ends a batch
├── OutputError                     a result could not be written             ends a batch
│   └── NameTakenError              a folder has the name of one article's result
└── ReportError                     a file that is not a valid report

Each error says what happened (`message`), where (`where`) and what to do next (`hint`). `retryable` says whether the
same request may succeed later; `fatal` says that every other article would fail in the same way, which ends a batch.
"""

from __future__ import annotations


class SummarizerError(Exception):
    """The root of the tree: catching it catches everything that this package raises on purpose."""

    retryable: bool = False
    fatal: bool = False
    default_hint: str = ""

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint or self.default_hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.message}{advice}"


class CallError(SummarizerError):
    """An option, a setting or an input name is wrong."""


class InputError(SummarizerError):
    """An article cannot be read."""


class UnreadableInputError(InputError):
    """A file or folder is missing, or may not be read."""


class EmptyArticleError(InputError):
    """There is no text, or only site furniture (menus, notices, captions)."""

    default_hint = "check that the file holds the article's body"


class BinaryInputError(InputError):
    """The input is not text."""

    default_hint = "convert it to text or HTML first"


class EncodingError(InputError):
    """The bytes are text in an unknown encoding."""

    default_hint = "convert the file to UTF-8"


class FetchError(InputError):
    """What lies at an address cannot be fetched, or may not be."""

    default_hint = "save the page, and name the file"

    def __init__(self, message: str, *, where: str = "", hint: str = "", retryable: bool = False) -> None:
        super().__init__(message, where=where, hint=hint)
        self.retryable = retryable


class RecordError(InputError):
    """A JSONL line is not an article record."""

    default_hint = 'each line must be a JSON object with a "text" or "content" string'


class EngineError(SummarizerError):
    """The engine gave no usable answer for one article."""


class EndpointError(EngineError):
    """The service did not answer the request.

    `status` is the HTTP status, if there was one; `retry_after` is how many seconds the service asked us to wait;
    `words` is what it said, longer than in the message.
    """

    def __init__(
        self,
        message: str,
        *,
        where: str = "",
        hint: str = "",
        status: int | None = None,
        retry_after: float | None = None,
        words: str = "",
    ) -> None:
        super().__init__(message, where=where, hint=hint)
        self.status = status
        self.retry_after = retry_after
        self.words = words or message


class UnreachableError(EndpointError):
    """There was no connection, or it broke before the answer was complete.

    `is_absent` says that nobody was there at all: nothing listens at the address, or there is no such host.
    """

    retryable = True
    default_hint = "check --base-url and that the service is running"

    def __init__(self, message: str, *, where: str = "", hint: str = "", is_absent: bool = False) -> None:
        super().__init__(message, where=where, hint=hint)
        self.is_absent = is_absent


class SlowEndpointError(EndpointError):
    """No answer came in time."""

    retryable = True
    default_hint = "raise --timeout or lower --concurrency"


class RateLimitError(EndpointError):
    """The service answered 429: too many requests."""

    retryable = True
    default_hint = "lower --concurrency, or set --rpm or --tpm to the service's limits"


class ServerError(EndpointError):
    """The service failed (408, 409 or 5xx)."""

    retryable = True
    default_hint = "try again later"


class KeyRefusedError(EndpointError):
    """The service refused the API key (401, 403, or a 400 whose words say so)."""

    fatal = True
    default_hint = "set OPENAI_API_KEY (or SUMMARIZER_API_KEY) to a key that may use this model"


class QuotaError(EndpointError):
    """The account has no credit left (402, or 429 with "insufficient_quota"), or none for longer than --max-wait."""

    fatal = True
    default_hint = "add credit or raise the limit there, then run the same command again; finished articles are cached"


class ModelNotFoundError(EndpointError):
    """The service has no such model or path (404, or a 400 whose words say so)."""

    fatal = True
    default_hint = "check --model and --base-url; `summarizer doctor` lists what the endpoint offers"


class BatchRefusedError(EndpointError):
    """The service does not take a batch of requests (`--batch`), or somebody has cancelled it there."""

    fatal = True
    default_hint = "run the same command again without --batch; finished articles are cached"


class BadGenerationError(EndpointError):
    """The service could not make the form that was asked for of what its model wrote (Groq's json_validate_failed)."""

    retryable = True
    default_hint = "run the same command again, or try another --mode or a stronger model"


class RequestRefusedError(EndpointError):
    """The service refused the request itself (400 and other 4xx)."""

    default_hint = "run `summarizer doctor` to see what the endpoint supports"


class OversizedAnswerError(EndpointError):
    """What the service sent is larger, nested deeper or holds longer numbers than any answer does."""

    default_hint = "see what answers at --base-url"


class AnswerError(EngineError):
    """The service answered, but not with a usable draft."""


class RefusalError(AnswerError):
    """The model declined to answer."""

    default_hint = "try another model, or --engine extractive for this article"


class TruncatedAnswerError(AnswerError):
    """The answer was cut off at the token limit."""

    default_hint = "raise --max-output-tokens, or use a smaller --window"


class EmptyAnswerError(AnswerError):
    """The answer has no choices or no content; `usage` is what it cost nevertheless, in prompt and answer tokens."""

    default_hint = "try again, or try another model"

    def __init__(self, message: str, *, where: str = "", hint: str = "", usage: tuple[int, int] = (0, 0)) -> None:
        super().__init__(message, where=where, hint=hint)
        self.usage = usage


class ContextTooSmallError(AnswerError):
    """The article does not fit what the endpoint takes in one request.

    `limit` is how many tokens fit, the answer's included, and `asked` how many the request had, where that is known.
    """

    default_hint = "set --context to the endpoint's real size, so that the article is sent in windows"

    def __init__(
        self, message: str, *, where: str = "", hint: str = "", limit: int | None = None, asked: int | None = None
    ) -> None:
        super().__init__(message, where=where, hint=hint)
        self.limit = limit
        self.asked = asked


class InvalidAnswerError(AnswerError):
    """The answer was not JSON that is valid against the schema, even after every request for a correction."""

    default_hint = "try a stronger model, or another --mode"


class BudgetError(SummarizerError):
    """The next request would exceed --max-cost or --max-tokens."""

    fatal = True
    default_hint = "raise the limit and run the same command again; finished articles are cached"


class CacheError(SummarizerError):
    """The cache is corrupt, locked, full or tampered with."""

    fatal = True
    default_hint = "run `summarizer cache repair` when no run uses it, or name another folder with --cache-dir"


class OutputError(SummarizerError):
    """A result could not be written."""

    fatal = True
    default_hint = "check the disk and the permissions, then run the same command again"


class NameTakenError(OutputError):
    """A folder has the name of the file that would hold one article's result."""

    fatal = False
    default_hint = "rename the folder, or name another -o"


class ReportError(SummarizerError):
    """A file is not a valid report, or its evidence does not match its article."""
