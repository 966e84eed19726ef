"""How long an answer's headers ask us to wait."""

from __future__ import annotations

import math

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.endpoint.told_waits import retry_after, until_reset


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=60))
@example("Mon, 01 Jan 2031 00:00:00 +99999999999999")
@example("1 Jan 99999999999999999999 00:00:00 GMT")
@example("Mon, 01 Jan 0001 00:00:00 -0000")
@example("1e999")
@example("-3")
def test_any_header_gives_a_finite_wait_or_none(value: str) -> None:
    for name in ("retry-after", "retry-after-ms"):
        wait = retry_after({name: value})
        assert wait is None or (wait >= 0 and math.isfinite(wait))


def test_retry_after_ms_wins_over_retry_after() -> None:
    assert retry_after({"retry-after-ms": "250", "retry-after": "9"}) == 0.25
    assert retry_after({"retry-after-ms": "soon", "retry-after": "9"}) == 9
    assert retry_after({"llm_provider-retry-after": "60"}) == 60


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"x-ratelimit-remaining-requests": "4", "x-ratelimit-reset-requests": "9s"}, None),
        ({"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "20ms"}, 0.02),
        ({"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "1.5"}, 1.5),
        ({"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "soon"}, None),
        ({"x-ratelimit-remaining-requests": "none"}, None),
    ],
)
def test_a_used_up_limit_is_waited_for_until_its_reset(headers: dict[str, str], seconds: float | None) -> None:
    assert until_reset(headers) == seconds


def test_of_two_used_up_limits_the_later_reset_counts() -> None:
    requests = {"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "2s"}
    tokens = {"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "1h0m1.5s"}
    tokens_left = {"x-ratelimit-remaining-tokens": "5", "x-ratelimit-reset-tokens": "1h"}
    assert until_reset({**requests, **tokens}) == 3601.5
    assert until_reset({**requests, **tokens_left}) == 2.0
