"""Every error that this package raises.

SummarizerError
├── CallError                       the call itself is wrong: an option, a setting, no such input   (exit 2)
├── InputError                      one article cannot be read                                      (exit 1)
│   ├── UnreadableInputError        missing, no permission, not a file
│   ├── EmptyArticleError           no text, or nothing but site furniture
│   ├── BinaryInputError            not text
│   ├── EncodingError               text in no encoding that we can tell
│   └── RecordError                 a JSONL line that is no article record
├── EngineError                     the engine gave no usable answer for one article
│   ├── EndpointError               the service did not answer the request
│   │   ├── UnreachableError        no connection, or it broke                retryable
│   │   ├── SlowEndpointError       no answer in time                         retryable
│   │   ├── RateLimitError          429                                       retryable
│   │   ├── ServerError             408, 409, 5xx                             retryable
│   │   ├── KeyRefusedError         401, 403                                  ends a batch
│   │   ├── QuotaError              402, or 429 when nothing is left to spend ends a batch
│   │   ├── ModelNotFoundError      404                                       ends a batch
│   │   └── RequestRefusedError     400 and other 4xx
│   └── AnswerError                 the service answered, but not with a draft
│       ├── RefusalError            the model declined
│       ├── TruncatedAnswerError    finish_reason is "length"
│       ├── EmptyAnswerError        no choices, or no content
│       ├── ContextTooSmallError    the article does not fit the model
│       └── InvalidAnswerError      not JSON, or not of the schema, after every re-ask
├── BudgetError                     the next call would pass --max-cost or --max-tokens
├── CacheError                      the cache is corrupt, locked, full or tampered with
├── OutputError                     a result could not be written
│   └── NameTakenError              a folder stands where one article's result would go
└── ReportError                     a file is no valid report

Each says what happened (the message), where (`where`) and what to do next (`hint`). `retryable` says whether the
same call may succeed later; `fatal` says that every other article would fail in the same way.
"""

from __future__ import annotations


class SummarizerError(Exception):
    """The root of the tree; catching it catches all that this package raises on purpose."""

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
    """There is no text, or nothing but site furniture."""

    default_hint = "check that the file holds the article's body"


class BinaryInputError(InputError):
    """The input is not text."""

    default_hint = "convert it to text or HTML first"


class EncodingError(InputError):
    """The bytes are text in no encoding that can be told."""

    default_hint = "convert the file to UTF-8"


class RecordError(InputError):
    """A JSONL line is no article record."""

    default_hint = 'each line must be a JSON object with a "text" or "content" string'


class EngineError(SummarizerError):
    """The engine gave no usable answer for one article."""


class EndpointError(EngineError):
    """The service did not answer the request.

    `status` is the HTTP status where there is one; `retry_after` is how many seconds the service asked us to wait.
    """

    def __init__(
        self,
        message: str,
        *,
        where: str = "",
        hint: str = "",
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, where=where, hint=hint)
        self.status = status
        self.retry_after = retry_after


class UnreachableError(EndpointError):
    """There was no connection, or it broke before the answer was complete."""

    retryable = True
    default_hint = "check --base-url and that the service is running"


class SlowEndpointError(EndpointError):
    """No answer came in time."""

    retryable = True
    default_hint = "raise --timeout or lower --concurrency"


class RateLimitError(EndpointError):
    """The service said 429."""

    retryable = True
    default_hint = "lower --concurrency, or set --rpm or --tpm to the service's limits"


class ServerError(EndpointError):
    """The service failed: 408, 409 or 5xx."""

    retryable = True
    default_hint = "try again later"


class KeyRefusedError(EndpointError):
    """The service said 401 or 403."""

    fatal = True
    default_hint = "set OPENAI_API_KEY (or SUMMARIZER_API_KEY) to a key that may use this model"


class QuotaError(EndpointError):
    """The service said that the account has nothing left to spend: 402, or 429 with "insufficient_quota"."""

    fatal = True
    default_hint = "pay in or raise the limit there, then run the same command again; finished articles are cached"


class ModelNotFoundError(EndpointError):
    """The service has no such model or path (404)."""

    fatal = True
    default_hint = "check --model and --base-url; `summarizer doctor` lists what the endpoint offers"


class RequestRefusedError(EndpointError):
    """The service said that the request itself is wrong (400 and other 4xx)."""

    default_hint = "run `summarizer doctor` to see what the endpoint supports"


class AnswerError(EngineError):
    """The service answered, but not with a usable draft."""


class RefusalError(AnswerError):
    """The model declined to answer."""

    default_hint = "try another model, or --engine extractive for this article"


class TruncatedAnswerError(AnswerError):
    """The answer was cut off at the token limit."""

    default_hint = "raise --max-output-tokens, or use a smaller --window"


class EmptyAnswerError(AnswerError):
    """The answer holds no choices or no content; `usage` is what it took all the same, in prompt and answer tokens."""

    default_hint = "try again, or try another model"

    def __init__(self, message: str, *, where: str = "", hint: str = "", usage: tuple[int, int] = (0, 0)) -> None:
        super().__init__(message, where=where, hint=hint)
        self.usage = usage


class ContextTooSmallError(AnswerError):
    """The article does not fit the model's context."""

    default_hint = "set --context to what the endpoint really has, so that the article is sent in windows"


class InvalidAnswerError(AnswerError):
    """After every re-ask the answer was still not JSON of the schema."""

    default_hint = "try a stronger model, or another --mode"


class BudgetError(SummarizerError):
    """The next call would pass --max-cost or --max-tokens."""

    fatal = True
    default_hint = "raise the limit and run the same command again; finished articles are cached"


class CacheError(SummarizerError):
    """The cache is corrupt, locked, full or tampered with."""

    fatal = True
    default_hint = "run `summarizer cache clear`, or name another folder with --cache-dir"


class OutputError(SummarizerError):
    """A result could not be written."""

    fatal = True
    default_hint = "check the disk and the permissions, then run the same command again"


class NameTakenError(OutputError):
    """A folder has the name of the file that one article's result would go to."""

    fatal = False
    default_hint = "rename the folder, or name another -o"


class ReportError(SummarizerError):
    """A file is no valid report, or its evidence does not match its article."""
