"""An answer is found whatever protocol the service behind a gateway speaks."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summarizer.endpoint.answer_text import answer_text
from summarizer.endpoint.completion_forms import (
    best_choice,
    choices_of,
    thinking_tokens_of,
    tokens_of,
    unwrapped,
)

TEXT = '{"claims": []}'
CHOICE = {"message": {"content": TEXT}, "finish_reason": "stop"}


@pytest.mark.parametrize(
    "sent",
    [
        {"choices": [CHOICE]},
        [{"choices": [CHOICE]}],
        json.dumps({"choices": [CHOICE]}),
        {"code": 0, "data": {"choices": [CHOICE]}},
        {"output": {"choices": [CHOICE]}},
        {"choices": CHOICE},
        {"choices": {"0": CHOICE}},
        {"choices": [[CHOICE]]},
        {"choices": [{"message": TEXT}]},
        {"choices": [{"messages": [{"content": "asked"}, {"content": TEXT}]}]},
        {"choices": [{"delta": {"content": TEXT}}]},
        {"choices": [{"text": TEXT}]},
        {"choices": [{"message": {"content": "I will answer now."}}, CHOICE]},
        {"candidates": [{"content": {"parts": [{"text": TEXT}]}, "finishReason": "STOP"}]},
        {"type": "message", "content": [{"type": "text", "text": TEXT}], "stop_reason": "end_turn"},
        {"output": [{"type": "reasoning"}, {"type": "message", "content": [{"type": "output_text", "text": TEXT}]}]},
        {"message": {"role": "assistant", "content": TEXT}, "done_reason": "stop"},
        [{"generated_text": TEXT}],
        {"output": {"text": TEXT}},
        {"response": TEXT},
        {"result": {"response": TEXT, "usage": {"prompt_tokens": 7}}, "success": True, "errors": []},
        {"data": {"message": {"role": "assistant", "content": TEXT}}},
    ],
    ids=lambda sent: json.dumps(sent)[:40],
)
def test_the_answer_is_found(sent: object) -> None:
    payload = unwrapped(sent)
    assert payload is not None
    choice = best_choice(choices_of(payload))
    assert choice is not None
    assert answer_text(choice["message"]) == TEXT
    assert str(choice["finish_reason"]).casefold() in ("stop", "end_turn", "none")


@pytest.mark.parametrize("sent", [None, 3, "busy", [], [1, 2], "[" * 10])
def test_what_is_no_object_is_none(sent: object) -> None:
    assert unwrapped(sent) is None


@pytest.mark.parametrize("sent", [{}, {"choices": []}, {"choices": None}, {"choices": 3}, {"error": "busy"}])
def test_an_object_without_an_answer_has_no_choices(sent: dict[str, Any]) -> None:
    assert choices_of(sent) == []
    assert best_choice([]) is None


@pytest.mark.parametrize(
    ("sent", "tokens"),
    [
        ({"usage": {"prompt_tokens": 7, "completion_tokens": 3}}, (7, 3)),
        ({"usage": {"input_tokens": 7, "output_tokens": 3}}, (7, 3)),
        ({"usage": {"prompt_tokens": "7", "completion_tokens": "3"}}, (0, 0)),
        ({"usageMetadata": {"promptTokenCount": 7, "candidatesTokenCount": 3}}, (7, 3)),
        ({"prompt_eval_count": 7, "eval_count": 3}, (7, 3)),
        ({"usage": None}, (0, 0)),
        ({"usage": []}, (0, 0)),
        ({"usage": {"prompt_tokens": -7, "completion_tokens": 1.5}}, (0, 0)),
        ({}, (0, 0)),
    ],
)
def test_tokens_are_counted_by_whatever_name(sent: dict[str, Any], tokens: tuple[int, int]) -> None:
    assert tokens_of(sent) == tokens


def test_thinking_is_counted_where_it_is_told() -> None:
    assert thinking_tokens_of({"usage": {"completion_tokens_details": {"reasoning_tokens": 5}}}) == 5
    assert thinking_tokens_of({"usage": {"completion_tokens_details": None}}) == 0
