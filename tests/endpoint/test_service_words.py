"""What services say: the message in whatever it is wrapped in, and the limits that it names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.endpoint.service_words import (
    answer_limit,
    codes_of,
    context_limit,
    is_more_than_a_minutes,
    requested_tokens,
    words_of,
)

BODIES = st.recursive(
    st.none() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["error", "message", "detail", "metadata", "raw", "code", "loc", "msg"]), inner, max_size=3
        )
    ),
    max_leaves=10,
)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"error": {"message": "shut"}}, "shut"),
        ([{"error": {"code": 400, "message": "shut", "status": "INVALID"}}], "shut"),
        ({"error": {"message": "Provider returned error", "metadata": {"raw": '{"message": "shut"}'}}}, "shut"),
        ({"error": {"message": "litellm.BadRequestError: Error code: 400 - {'error': {'message': 'shut'}}"}}, "shut"),
        ("Error code: 400 - [{'error': {'code': 400, 'message': 'shut', 'x': 1}}]", "shut"),
        ({"detail": [{"loc": ["body", "seed"], "msg": "Extra inputs"}]}, "body.seed: Extra inputs"),
        ("<html><h1>502</h1>\n<p>shut</p></html>", "502 shut"),
        ({"code": 7}, "code: 7"),
        ({"success": False, "errors": [{"code": 7003, "title": "shut"}]}, "shut"),
        ({"errors": [{"code": "X1", "field": "seed", "reason": "shut"}]}, "shut"),
        ({"detail": "{'error': {'message': {'code': 7, 'why': 'shut'}, 'trace': ['a']}}"}, "code: 7, why: shut"),
        ("<html><head><title>403 Shut</title></head><body><h1>403 Shut</h1></body></html>", "403 Shut"),
        ({}, ""),
        (None, ""),
    ],
)
def test_the_innermost_message_is_what_is_said(body: object, said: str) -> None:
    assert words_of(body) == said


@settings(max_examples=60, deadline=None)
@given(BODIES)
def test_any_body_gives_one_line(body: object) -> None:
    assert "\n" not in words_of(body)
    assert isinstance(codes_of(body), str)


def test_codes_are_found_at_any_depth() -> None:
    body = {"error": {"code": 400, "type": "bad", "details": [{"reason": "API_KEY_INVALID"}]}}
    assert codes_of(body) == "400 bad API_KEY_INVALID"


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("max_tokens is too large: 9000. This model supports at most 4096 completion tokens, you gave 9000.", 4096),
        ("Invalid max_tokens value, the valid range of max_tokens is [1, 8192]", 8192),
        ("max_tokens: 9000 > 4096, which is the maximum number of output tokens for sea-3-20240620", 4096),
        ("`max_tokens` must be less than or equal to `8192`", 8192),
        ("max_completion_tokens must be less than 8,192", 8191),
        ("a maxOutputTokens value of 9000, but the range is from 1 (inclusive) to 8193 (exclusive)", 8192),
        ("more credits, or fewer max_tokens. You requested up to 9000 tokens, but can only afford 3000", 3000),
        ("body.max_tokens: Input should be less than or equal to 2048", 2048),
        ("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", None),
        ("This model has a context of 4096 tokens at most", None),
        ("temperature must be at most 2", None),
    ],
)
def test_the_limit_of_an_answer_is_read_off_its_refusal(words: str, limit: int | None) -> None:
    assert answer_limit(words, 9000) == limit


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("This model's maximum context length is 8192 tokens. However, you asked for 9000.", 8192),
        ("the request exceeds the available context size (4096 tokens), try increasing it", 4096),
        ("`inputs` tokens + `max_new_tokens` must be <= 2048. Given: 3000 `inputs` tokens", 2048),
        ("prompt is too long: 210000 tokens > 200000 maximum", 200_000),
        ("Prompt contains 40000 tokens, too large for a model with 32768 maximum context length", 32_768),
        ("input length and `max_tokens` exceed context limit: 3648 + 3,648 > 6,000, decrease it", 6000),
        ("The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).", 1_048_576),
        ("tokens per minute (TPM): Limit 6000, Requested 7500, please reduce", 6000),
        ("Your request exceeded model token limit: 8192", 8192),
        ("Range of input length should be [1, 30720]", 30_720),
        ("it is too long", None),
    ],
)
def test_the_limit_of_a_context_is_read_off_its_refusal(words: str, limit: int | None) -> None:
    assert context_limit(words) == limit


def test_a_request_beyond_a_whole_minutes_tokens_is_told_from_one_that_comes_too_early() -> None:
    assert is_more_than_a_minutes("Limit 6000, Requested 7500")
    assert not is_more_than_a_minutes("Limit 6000, Used 5900, Requested 1400")
    assert not is_more_than_a_minutes("slow down")
    assert requested_tokens("Limit 6000, Requested 7,500") == 7500
