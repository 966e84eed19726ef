"""An answer that came as a stream is put together as if it had come whole."""

from __future__ import annotations

import json

import pytest

from summarizer.endpoint.event_stream import is_stream, joined


def events(*chunks: object) -> str:
    return ": a comment\n\n" + "".join(f"data: {json.dumps(one)}\n\n" for one in chunks) + "data: [DONE]\n\n"


def delta(**told: object) -> dict[str, object]:
    return {"id": "c", "model": "m", "choices": [{"index": 0, "delta": told, "finish_reason": None}]}


END = {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}], "usage": {"prompt_tokens": 7}}


def test_contents_are_joined_with_how_the_answer_ended_and_what_it_took() -> None:
    text = events(delta(role="assistant", content=""), delta(content='{"a"'), delta(content=": 1}"), END)
    assert is_stream(text)
    whole = joined(text)
    assert whole["choices"][0] == {
        "index": 0,
        "message": {"role": "assistant", "content": '{"a": 1}'},
        "finish_reason": "stop",
    }
    assert (whole["model"], whole["usage"]) == ("m", {"prompt_tokens": 7})


def test_the_arguments_of_a_call_are_joined() -> None:
    first = delta(tool_calls=[{"index": 0, "id": "1", "function": {"name": "Draft", "arguments": ""}}])
    more = [delta(tool_calls=[{"index": 0, "function": {"arguments": part}}]) for part in ('{"a":', " 1}")]
    message = joined(events(first, *more, END))["choices"][0]["message"]
    assert message["tool_calls"][0]["function"] == {"name": "Draft", "arguments": '{"a": 1}'}


def test_json_line_by_line_is_a_stream_too() -> None:
    lines = [{"model": "m", "message": {"role": "assistant", "content": part}, "done": False} for part in ("{", "}")]
    text = "\n".join(json.dumps(one) for one in [*lines, {"message": {"content": ""}, "done_reason": "length"}])
    assert is_stream(text)
    choice = joined(text)["choices"][0]
    assert (choice["message"]["content"], choice["finish_reason"]) == ("{}", "length")


def test_an_error_among_the_events_is_the_completions() -> None:
    assert joined(events({"error": {"message": "no room", "code": 429}})) == {
        "error": {"message": "no room", "code": 429},
        "choices": [],
    }


@pytest.mark.parametrize("text", ['{"a": 1}', "", "  \n", "[1]", "<html>", '{\n  "a": 1\n}'])
def test_a_plain_body_is_no_stream(text: str) -> None:
    assert not is_stream(text)


@pytest.mark.parametrize("text", ["data: {", "data: [1]\ndata: 5", 'data: {"choices": [5]}', 'data: {"choices": {}}'])
def test_no_stream_breaks_it(text: str) -> None:
    assert joined(text)["choices"] == []
