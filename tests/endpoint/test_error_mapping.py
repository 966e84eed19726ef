"""What the SDK, its client or the service said becomes one of our errors, in one line and without a secret."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx2
import openai
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.contract.errors import (
    BudgetError,
    ContextTooSmallError,
    EndpointError,
    KeyRefusedError,
    ModelNotFoundError,
    QuotaError,
    RateLimitError,
    RequestRefusedError,
    ServerError,
    SlowEndpointError,
    UnreachableError,
)
from summarizer.endpoint.error_mapping import Scrubber, is_unsupported, retry_after, translate

if TYPE_CHECKING:
    from summarizer.contract.errors import SummarizerError

URL = "https://host.example/v1/chat/completions"
REQUEST = httpx2.Request("POST", URL)
NO_SCRUB = Scrubber(URL)


def ours(error: Exception, scrub: Scrubber = NO_SCRUB) -> SummarizerError:
    return translate(error, host="host.example", model="m-7", scrub=scrub)


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
        (413, RequestRefusedError),
        (415, RequestRefusedError),
        (418, RequestRefusedError),
        (501, ServerError),
        (502, ServerError),
        (504, ServerError),
        (529, ServerError),
        (599, ServerError),
    ],
)
def test_statuses_that_are_seldom_seen(status: int, kind: type[EndpointError]) -> None:
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
def test_a_prompt_that_does_not_fit_is_told_from_a_wrong_request(status: int, said: str) -> None:
    assert type(ours(status_error(status, {"message": said}))) is ContextTooSmallError


@pytest.mark.parametrize(
    ("status", "kind"), [(401, KeyRefusedError), (404, ModelNotFoundError), (429, RateLimitError), (503, ServerError)]
)
def test_a_status_that_says_it_all_is_not_doubted_for_the_word_context(status: int, kind: type[EndpointError]) -> None:
    assert type(ours(status_error(status, {"message": "context length"}))) is kind


@pytest.mark.parametrize("field", ["code", "type"])
def test_money_that_is_spent_is_no_rate_that_a_wait_helps(field: str) -> None:
    error = ours(status_error(429, {"message": "You exceeded your quota", field: "insufficient_quota"}))
    assert type(error) is QuotaError
    assert error.fatal
    assert not error.retryable


def test_a_model_that_is_not_there_is_named() -> None:
    assert "m-7" in ours(status_error(404)).message


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"error": {"message": "no room", "code": 7}}, "no room"),
        ({"error": "no room"}, "no room"),
        ({"message": "no room"}, "no room"),
        ({"detail": "no room"}, '{"detail": "no room"}'),
        ({"error": None, "detail": "no room"}, "no room"),
        ({"error": {"message": ""}, "message": "no room"}, "no room"),
        ({"error": ["no", "room"]}, '["no", "room"]'),
        ("no\n\troom", "no room"),
        ("<html><h1>no</h1>\n<p class='x'>room</p></html>", "no room"),
        (None, "as the SDK puts it"),
        ([1], "as the SDK puts it"),
    ],
)
def test_what_the_service_said_is_found_in_every_shape_and_is_one_line(body: object, said: str) -> None:
    assert ours(status_error(400, body)).message == f"the service refused the request (400): {said}"


def test_a_long_speech_is_cut() -> None:
    assert len(ours(status_error(400, {"message": "word " * 5000})).message) < 400


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        (openai.APITimeoutError(REQUEST), SlowEndpointError, "no answer in time"),
        (caused(openai.APIConnectionError(request=REQUEST), ConnectionRefusedError(URL)), UnreachableError, "listens"),
        (
            caused(openai.APIConnectionError(request=REQUEST), OSError(URL), ConnectionResetError(URL)),
            UnreachableError,
            "broke before",
        ),
        (caused(openai.APIConnectionError(request=REQUEST), OSError(URL)), UnreachableError, "failed (OSError)"),
        (json.JSONDecodeError(URL, "<", 0), ServerError, "not with JSON"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, URL), ServerError, "not with JSON"),
        (RecursionError(URL), ServerError, "nested too deeply"),
        (ZeroDivisionError(URL), UnreachableError, "the request failed: ZeroDivisionError"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
def test_what_broke_is_told_by_its_kind_and_not_by_its_words(
    error: Exception, kind: type[EndpointError], said: str
) -> None:
    told = ours(error)
    assert type(told) is kind
    assert said in told.message
    assert "example/v1" not in str(told)
    assert told.retryable


def test_an_error_of_our_own_stays_itself() -> None:
    error = BudgetError("spent")
    assert ours(error) is error


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=60))
@example("Mon, 01 Jan 2031 00:00:00 +99999999999999")
@example("1 Jan 99999999999999999999 00:00:00 GMT")
@example("Mon, 01 Jan 0001 00:00:00 -0000")
@example("1e999")
@example("-3")
def test_no_header_makes_a_wait_that_is_none(told: str) -> None:
    for name in ("retry-after", "retry-after-ms"):
        wait = retry_after({name: told})
        assert wait is None or (wait >= 0 and math.isfinite(wait))


def test_milliseconds_are_believed_before_seconds() -> None:
    assert retry_after({"retry-after-ms": "250", "retry-after": "9"}) == 0.25
    assert retry_after({"retry-after-ms": "soon", "retry-after": "9"}) == 9


def test_of_two_limits_that_are_used_up_the_later_one_counts_and_one_with_room_does_not() -> None:
    used_up = {"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "2s"}
    also = {"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "1h0m1.5s"}
    room = {"x-ratelimit-remaining-tokens": "5", "x-ratelimit-reset-tokens": "1h"}
    waits = [ours(status_error(429, None, **used_up, **more)) for more in (also, room)]
    assert [wait.retry_after for wait in waits if isinstance(wait, EndpointError)] == [3601.5, 2.0]


SECRETS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=5, max_size=30)


@settings(max_examples=60, deadline=None)
@given(secret=SECRETS, before=st.text(max_size=9), after=st.text(max_size=9))
def test_a_secret_is_taken_out_wherever_it_stands(secret: str, before: str, after: str) -> None:
    said = Scrubber(URL, secret)(f"{before}{secret}{after}")
    assert secret not in said.replace("[removed]", "\n")


@settings(max_examples=60, deadline=None)
@given(secret=SECRETS)
def test_what_a_url_hides_is_taken_out_as_it_is_written_and_as_it_is_meant(secret: str) -> None:
    written = quote(secret, safe="")
    for url in (f"https://ann:{written}@host.example/v1", f"https://host.example/v1?code={written}"):
        said = Scrubber(url)(f"tried {written}, meant {secret}.").replace("[removed]", "\n")
        assert written not in said
        assert secret not in said


def test_of_two_secrets_the_longer_one_goes_first() -> None:
    assert Scrubber(URL, "quill", "quill-and-more")("quill-and-more") == "[removed]"


@pytest.mark.parametrize(
    "shape",
    [
        "s" + "k-" + "proj12345678",
        "gs" + "k_" + "abcdefgh",
        "AI" + "za" + "0123456789ab",
        "Bear" + "er " + "0123abcd",
        "bear" + "er " + "x",
        "//ann:pw@",
    ],
)
def test_what_looks_like_a_key_is_taken_out_though_nobody_named_it(shape: str) -> None:
    assert Scrubber("")(f"got {shape} here") == "got [removed] here"


def test_ordinary_words_stay() -> None:
    said = "The key is wrong: ask for a task at https://host.example/keys, or try gpt-5."
    assert Scrubber("https://host.example/v1?a=b", "none")(said) == said


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
def test_only_a_refusal_that_speaks_of_the_mode_is_about_the_mode(
    status: int | None, said: str, expected: bool
) -> None:
    assert is_unsupported(EndpointError(said, status=status)) is expected
