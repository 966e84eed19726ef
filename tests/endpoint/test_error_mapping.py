"""Whatever the SDK, its HTTP client or the service reports becomes one of our errors, on one line, without a secret."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import httpx2
import openai
import pytest

from summarizer.contract.errors import (
    BudgetError,
    ContextTooSmallError,
    EndpointError,
    KeyRefusedError,
    ModelNotFoundError,
    OversizedAnswerError,
    QuotaError,
    RateLimitError,
    RequestRefusedError,
    ServerError,
    SlowEndpointError,
    UnreachableError,
)
from summarizer.endpoint.error_mapping import is_unsupported, translate
from summarizer.endpoint.scrubbing import Scrubber
from summarizer.endpoint.services import Place

if TYPE_CHECKING:
    from summarizer.contract.errors import SummarizerError

URL = "https://host.example/v1/chat/completions"
REQUEST = httpx2.Request("POST", URL)
NO_SCRUB = Scrubber(URL)
PLACE = Place("host.example", "https://host.example/v1", "m-7")


def ours(error: Exception, scrub: Scrubber = NO_SCRUB) -> SummarizerError:
    return translate(error, place=PLACE, scrub=scrub)


def status_error(status: int, body: object = None, **headers: str) -> openai.APIStatusError:
    response = httpx2.Response(status, request=REQUEST, headers=headers)
    return openai.APIStatusError("as the SDK puts it", response=response, body=body)


def caused(error: Exception, *causes: Exception) -> Exception:
    last = error
    for cause in causes:
        last.__cause__ = cause
        last = cause
    return error


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (402, QuotaError),
        (405, RequestRefusedError),
        (415, RequestRefusedError),
        (418, RequestRefusedError),
        (501, ServerError),
        (502, ServerError),
        (504, ServerError),
        (529, ServerError),
        (599, ServerError),
    ],
)
def test_rare_statuses_have_their_errors(status: int, kind: type[EndpointError]) -> None:
    error = ours(status_error(status, {"error": {"message": "not today"}}))
    assert type(error) is kind
    assert isinstance(error, EndpointError)
    assert (error.status, error.where) == (status, "host.example")
    assert error.message.endswith(f"({status}): not today")


@pytest.mark.parametrize("status", [400, 413, 422, 500])
@pytest.mark.parametrize(
    "said",
    [
        "maximum context length is 8 tokens",
        "exceed_context_size_error",
        "Input is too long for requested model",
        "Please reduce the length of the messages",
        "5000 tokens in the prompt exceeds the limit",
    ],
)
def test_a_prompt_that_is_too_long_is_recognised_by_the_services_words(status: int, said: str) -> None:
    assert type(ours(status_error(status, {"message": said}))) is ContextTooSmallError


@pytest.mark.parametrize(
    ("status", "kind"), [(401, KeyRefusedError), (404, ModelNotFoundError), (429, RateLimitError), (503, ServerError)]
)
def test_a_clear_status_wins_over_the_word_context(status: int, kind: type[EndpointError]) -> None:
    assert type(ours(status_error(status, {"message": "context length"}))) is kind


@pytest.mark.parametrize("field", ["code", "type"])
def test_a_429_for_spent_credit_is_a_quota_error(field: str) -> None:
    error = ours(status_error(429, {"message": "You exceeded your quota", field: "insufficient_quota"}))
    assert type(error) is QuotaError
    assert error.fatal
    assert not error.retryable


def test_a_limit_of_a_day_ends_the_run_unless_a_wait_is_told() -> None:
    said = {"message": "Too many tokens per day, please wait before trying again."}
    assert type(ours(status_error(429, said))) is QuotaError
    assert type(ours(status_error(429, said, **{"retry-after": "20"}))) is RateLimitError


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("you have used up your daily free allocation of units", "day"),
        ("Open api daily request limit reached", "day"),
        ("you have reached your weekly usage limit", "week"),
        ("Monthly token quota exceeded for this key", "month"),
    ],
)
def test_the_limit_of_a_period_is_told_in_many_words(words: str, period: str) -> None:
    told = ours(status_error(429, {"message": words}))
    assert type(told) is QuotaError
    assert f"limit of a {period} is used up" in told.message


def test_googles_quota_of_a_day_ends_the_run_whatever_wait_it_tells() -> None:
    quota = {"violations": [{"quotaId": "GenerateRequestsPerDayPerProject"}]}
    body = {"message": "You exceeded your current quota", "details": [quota, {"retryDelay": "34s"}]}
    assert type(ours(status_error(429, body))) is QuotaError
    quota["violations"][0]["quotaId"] = "GenerateRequestsPerMinutePerProject"
    assert type(ours(status_error(429, body))) is RateLimitError


def test_a_page_that_forbids_is_a_firewalls_and_says_nothing_of_the_key() -> None:
    told = ours(status_error(403, "<!DOCTYPE html><html><title>Attention Required!</title><body>blocked</body></html>"))
    assert type(told) is KeyRefusedError
    assert "lets nobody in from here (403): Attention Required!" in told.message
    assert "firewall" in told.hint
    assert "refused the key" in ours(status_error(403, {"message": "Forbidden"})).message


def test_an_address_without_v1_is_suggested_with_it() -> None:
    root = Place("host.example", "https://host.example", "m-7")
    told = translate(status_error(404, "page not found"), place=root, scrub=NO_SCRUB)
    assert told.hint == "try --base-url https://host.example/v1"


@pytest.mark.parametrize(
    ("status", "said", "hint"),
    [
        (500, "Connection error.", "is that one running?"),
        (502, "502 Bad Gateway", "is that one running?"),
        (404, "404 page not found", "check --base-url"),
        (404, "Missing required query parameter: api-version", "?api-version="),
        (407, "Proxy Authentication Required", "HTTPS_PROXY"),
        (500, "model requires more system memory (5.3 GiB) than is available (3.3 GiB)", "load a smaller one"),
        (400, "User location is not supported for the API use.", "account's owner"),
    ],
)
def test_a_hint_fits_what_was_said(status: int, said: str, hint: str) -> None:
    assert hint in ours(status_error(status, {"message": said})).hint


def test_a_missing_model_is_named() -> None:
    assert "m-7" in ours(status_error(404)).message


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"error": {"message": "no room", "code": 7}}, "no room"),
        ({"error": "no room"}, "no room"),
        ({"message": "no room"}, "no room"),
        ({"detail": "no room"}, "no room"),
        ([{"error": {"message": "no room"}}], "no room"),
        ({"detail": [{"loc": ["body", "seed"], "msg": "no room"}]}, "body.seed: no room"),
        ({"error": {"message": "Error code: 400 - {'error': {'message': 'no room', 'code': 4}}"}}, "no room"),
        ({"error": {"message": '{"error": {"message": "no room"}}'}}, "no room"),
        ({"error": None, "detail": "no room"}, "no room"),
        ({"error": {"message": ""}, "message": "no room"}, "no room"),
        ({"error": ["no room", "x"]}, "no room"),
        ("no\n\troom", "no room"),
        ("<html><h1>no</h1>\n<p class='x'>room</p></html>", "no room"),
    ],
)
def test_the_services_message_is_one_line_from_any_shape_of_body(body: object, said: str) -> None:
    assert ours(status_error(400, body)).message == f"the service refused the request (400): {said}"


def test_a_long_message_of_the_service_is_cut() -> None:
    assert len(ours(status_error(400, {"message": "word " * 5000})).message) < 400


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        (openai.APITimeoutError(REQUEST), SlowEndpointError, "no answer in time"),
        (
            caused(openai.APIConnectionError(request=REQUEST), ConnectionRefusedError(URL)),
            UnreachableError,
            "is listening",
        ),
        (
            caused(openai.APIConnectionError(request=REQUEST), OSError(URL), ConnectionResetError(URL)),
            UnreachableError,
            "broke before",
        ),
        (caused(openai.APIConnectionError(request=REQUEST), OSError(URL)), UnreachableError, "failed (OSError)"),
        (json.JSONDecodeError(URL, "<", 0), ServerError, "not with JSON"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, URL), ServerError, "not with JSON"),
        (RecursionError(URL), OversizedAnswerError, "nested too deeply"),
        (ValueError(URL), OversizedAnswerError, "too long a number"),
        (ZeroDivisionError(URL), UnreachableError, "/v1 failed: ZeroDivisionError"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
def test_a_connection_error_is_described_by_its_kind_without_its_text(
    error: Exception, kind: type[EndpointError], said: str
) -> None:
    told = ours(error)
    assert type(told) is kind
    assert said in told.message
    assert "chat/completions" not in str(told)
    assert told.retryable == (kind is not OversizedAnswerError)


def test_our_own_errors_stay_unchanged() -> None:
    error = BudgetError("spent")
    assert ours(error) is error


@pytest.mark.parametrize(
    ("status", "said", "expected"),
    [
        (400, "response_format is not supported", True),
        (422, "extra fields not permitted", True),
        (500, "grammar failed to compile", True),
        (501, "tools: not implemented", True),
        (400, "temperature is out of range", False),
        (401, "tools are not supported", False),
        (429, "response_format", False),
        (None, "response_format", False),
    ],
)
def test_only_a_refusal_that_mentions_the_mode_is_about_the_mode(status: int | None, said: str, expected: bool) -> None:
    assert is_unsupported(EndpointError(said, status=status)) is expected


def test_a_missing_model_is_not_taken_for_a_missing_mode() -> None:
    said = "models/sea is not found, or is not supported for this method"
    assert not is_unsupported(ModelNotFoundError("gone", status=404, words=said))
    assert is_unsupported(ModelNotFoundError("gone", status=404, words="no route for response_format"))
    assert is_unsupported(EndpointError("no", status=404, words=said))
