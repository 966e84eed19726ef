"""What an endpoint takes is learnt from its refusals, kept as a text, and heeded in the next request."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from summarizer.contract.errors import RequestRefusedError
from summarizer.contract.request import AnswerSchema, Completion, Message, Request
from summarizer.endpoint.dialect import Dialect, notes_of

REQUEST = Request(
    (Message("system", "Read."), Message("user", "An article."), Message("assistant", "{}"), Message("user", "Again.")),
    "m",
    AnswerSchema("S", {"type": "object"}),
    {"temperature": 0.0, "max_tokens": 9_000, "seed": 3},
)


def learnt(*words: str, status: int = 400) -> Dialect:
    dialect = Dialect()
    for said in words:
        assert dialect.learn(dialect.fit(REQUEST, "json_schema"), RequestRefusedError(said, status=status))
    return dialect


@pytest.mark.parametrize(
    ("words", "parameters"),
    [
        (
            "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead.",
            {"temperature": 0.0, "max_completion_tokens": 9_000, "seed": 3},
        ),
        ("Unsupported value: 'temperature' does not support 0.0 with this model.", {"max_tokens": 9_000, "seed": 3}),
        ("body.seed: Extra inputs are not permitted", {"temperature": 0.0, "max_tokens": 9_000}),
        ("`temperature` and `top_p` cannot both be specified.", {"max_tokens": 9_000, "seed": 3}),
        ("`temperature` may only be set to 1 when thinking is enabled", {"max_tokens": 9_000, "seed": 3}),
        ("max_tokens is too large: 9000. At most 4096.", {"temperature": 0.0, "max_tokens": 4096, "seed": 3}),
        (
            "Model m does not support parameter maxTokens.",
            {"temperature": 0.0, "max_completion_tokens": 9_000, "seed": 3},
        ),
        ("Invalid max_tokens value, the range is [1, 8192]", {"temperature": 0.0, "max_tokens": 8192, "seed": 3}),
    ],
)
def test_parameters_are_renamed_left_out_or_lowered(words: str, parameters: dict[str, Any]) -> None:
    assert learnt(words).fit(REQUEST, "json").parameters == parameters


@pytest.mark.parametrize(
    ("words", "extra"),
    [
        ("This model only supports stream mode.", {"stream": True, "stream_options": {"include_usage": True}}),
        ("Please enable the stream parameter.", {"stream": True, "stream_options": {"include_usage": True}}),
        ("parameter.enable_thinking must be set to false for calls that are no stream", {"enable_thinking": False}),
        ("'store' must be true here", {"store": True}),
    ],
)
def test_a_switch_is_set_as_the_refusal_wants_it(words: str, extra: dict[str, Any]) -> None:
    dialect = learnt(words)
    assert dialect.fit(REQUEST, "json").extra == extra
    assert Dialect.read(dialect.write()) == dialect
    told = replace(REQUEST, extra=dict.fromkeys(extra, "mine"))
    assert dialect.fit(told, "json").extra == told.extra  # what the user says counts for more


@pytest.mark.parametrize(
    ("words", "choice"),
    [
        ("Invalid tool_choice type: 'object'. Supported: none, auto, required", "required"),
        ("tool_choice must be 'auto' for this model", "auto"),
    ],
)
def test_a_tool_choice_that_is_not_read_becomes_a_word_where_tools_are_sent(words: str, choice: str) -> None:
    dialect = Dialect()
    sent = dialect.fit(REQUEST, "tools")
    refusal = RequestRefusedError(words, status=400)
    assert dialect.learn(sent, refusal)
    assert dialect.fit(REQUEST, "tools").extra == {"tool_choice": choice}
    assert dialect.fit(REQUEST, "json").extra == {}
    assert Dialect.read(dialect.write()) == dialect
    assert not dialect.learn(dialect.fit(REQUEST, "tools"), refusal)


def test_a_refusal_of_each_name_leaves_a_parameter_out() -> None:
    dialect = learnt("Unsupported parameter: 'max_tokens'", "Unsupported parameter: 'max_completion_tokens'")
    assert dialect.fit(REQUEST, "json").parameters == {"temperature": 0.0, "seed": 3}
    assert dialect.left_out(REQUEST) == ("max_tokens",)


def test_what_another_request_learnt_meanwhile_counts_for_this_one_too() -> None:
    dialect = Dialect()
    both = [dialect.fit(REQUEST, "json_schema") for _ in range(2)]
    refusal = RequestRefusedError("'temperature' is unsupported", status=400)
    assert [dialect.learn(sent, refusal) for sent in both] == [True, True]
    assert not dialect.learn(dialect.fit(REQUEST, "json_schema"), refusal)


@pytest.mark.parametrize(
    "words",
    [
        "System role not supported",
        "'messages[0].role' does not support 'system' with this model.",
        "Developer instruction is not enabled for models/sea",
        "Conversation roles must alternate user/assistant/user/assistant/...",
        "Only user and assistant roles are supported!",
        'messages: Unexpected role "system". It is a parameter of its own.',
    ],
)
def test_instructions_go_into_the_users_message_where_there_is_no_system(words: str) -> None:
    messages = learnt(words).fit(REQUEST, "json").messages
    assert [message.role for message in messages] == ["user", "assistant", "user"]
    assert messages[0].content == "Read.\n\nAn article."


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("Unknown name \"$ref\" at 'tools[0]': Cannot find field.", "bare"),
        ("additionalProperties is not supported", "bare"),
        ("Invalid schema for response_format 'S'", "plain"),
        ("Unrecognized key: strict", "plain"),
    ],
)
def test_a_schema_that_is_refused_is_put_another_way(words: str, form: str) -> None:
    assert learnt(words).form == form


@pytest.mark.parametrize(
    "words", ["This response_format type is unavailable now", "json_schema is not supported", "busy", "no such key"]
)
def test_what_is_not_about_the_request_teaches_nothing(words: str) -> None:
    dialect = Dialect()
    assert not dialect.learn(dialect.fit(REQUEST, "json_schema"), RequestRefusedError(words, status=400))
    assert dialect == Dialect()


def test_a_refusal_of_another_status_teaches_nothing() -> None:
    dialect = Dialect()
    refusal = RequestRefusedError("'temperature' is unsupported", status=403)
    assert not dialect.learn(dialect.fit(REQUEST, "json_schema"), refusal)


def test_thinking_gets_room_that_is_remembered() -> None:
    dialect = Dialect()
    sent = dialect.fit(REQUEST, "json_schema")
    thought = Completion(text="", json_text=None, finish_reason="length", completion_tokens=9_000)
    assert dialect.wider(REQUEST, sent, thought) == 36_000
    assert dialect.fit(REQUEST, "json_schema").parameters["max_tokens"] == 36_000
    shorter = replace(REQUEST, parameters={"max_tokens": 1_000})
    assert dialect.fit(shorter, "json_schema").parameters["max_tokens"] == 28_000


@pytest.mark.parametrize(
    "words",
    [
        "Could not finish the message because max_tokens or model output limit was reached.",
        "`max_tokens` must be greater than `thinking.budget_tokens`.",
    ],
)
def test_a_refusal_because_thinking_needs_more_gets_more_room(words: str) -> None:
    dialect = Dialect()
    sent = dialect.fit(REQUEST, "json_schema")
    assert dialect.wider_for(REQUEST, sent, RequestRefusedError(words, status=400)) == 36_000
    assert dialect.fit(REQUEST, "json_schema").parameters["max_tokens"] == 36_000
    assert dialect.wider_for(REQUEST, sent, RequestRefusedError(words, status=403)) is None
    assert dialect.wider_for(REQUEST, sent, RequestRefusedError("max_tokens is bad", status=400)) is None


def test_a_long_answer_gets_twice_the_room_once_and_never_more_than_the_limit() -> None:
    dialect = Dialect(limit=12_000)
    cut = Completion(text='{"claims": [', json_text=None, finish_reason="length", completion_tokens=9_000)
    sent = dialect.fit(REQUEST, "json_schema")
    assert dialect.wider(REQUEST, sent, cut) == 12_000
    assert dialect.thinking == 0
    at_limit = replace(sent, parameters={"max_tokens": 12_000})
    assert dialect.wider(REQUEST, at_limit, cut) is None


def test_a_dialect_is_kept_as_a_text() -> None:
    dialect = Dialect({"seed", "temperature"}, 4096, 8_000, has_system=False, form="bare")
    assert Dialect.read(dialect.write()) == dialect
    assert notes_of({"k": dialect.write()}, "k") == dialect


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"refused": 5}', '{"limit": "x"}'])
def test_a_text_that_is_no_dialect_is_a_new_one(text: str) -> None:
    assert Dialect.read(text) == Dialect()
