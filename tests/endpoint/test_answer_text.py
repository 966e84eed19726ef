"""What the model wrote, wherever its server put it, and never its thinking."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.endpoint.answer_text import answer_text, without_thinking

ANSWER = '{"claims": []}'
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["content", "tool_calls", "function", "arguments", "text", "type", "claims"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=12,
)


def call(arguments: object) -> dict[str, object]:
    return {"type": "function", "function": {"name": "Claims", "arguments": arguments}}


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ({"content": "plain"}, "plain"),
        ({"content": " not\nstripped "}, " not\nstripped "),
        ({"content": None, "tool_calls": [call(ANSWER)]}, ANSWER),
        ({"content": "thinking", "tool_calls": [call(ANSWER)]}, ANSWER),
        ({"content": "thinking", "tool_calls": [call('{"claims": [')]}, '{"claims": ['),
        ({"content": "plain", "tool_calls": []}, "plain"),
        ({"content": "plain", "tool_calls": [{"type": "function"}, "none"]}, "plain"),
        ({"content": ANSWER, "tool_calls": [call("{}")]}, ANSWER),
        ({"content": None, "function_call": {"name": "Claims", "arguments": ANSWER}}, ANSWER),
        ({"content": [{"type": "text", "text": "in "}, "x", {"type": "image"}, {"text": "parts"}]}, "in xparts"),
        ({"content": [{"type": "thinking", "thinking": [{"text": "hm"}]}, {"type": "text", "text": ANSWER}]}, ANSWER),
        ({"content": [{"type": "reasoning", "text": "hm {draft}"}, {"type": "text", "text": ANSWER}]}, ANSWER),
        ({"content": [{"type": "text", "text": "hm", "thought": True}, {"type": "text", "text": ANSWER}]}, ANSWER),
        ({"content": [{"type": "output_text", "text": {"value": ANSWER}}]}, ANSWER),
        ({"content": {"claims": []}}, ANSWER),
        ({"content": None, "parsed": {"claims": []}}, ANSWER),
        ({"content": "", "reasoning_content": f"So it is:\n{ANSWER}"}, f"So it is:\n{ANSWER}"),
        ({"content": "", "reasoning_content": "I never got to the point"}, ""),
        ({"content": ANSWER, "reasoning_content": '{"claims": ["wrong"]}'}, ANSWER),
        ({"content": None, "tool_calls": call(ANSWER)}, ANSWER),
        ({"content": None, "tool_calls": [{"name": "Claims", "arguments": ANSWER}]}, ANSWER),
        ({"content": None, "tool_calls": [{"type": "tool_use", "input": {"claims": []}}]}, ANSWER),
        ({"content": None, "tool_calls": [{"function": {"parameters": {"claims": []}}}]}, ANSWER),
        ({"content": [{"type": "text", "text": "I will."}, {"type": "tool_use", "input": {"claims": []}}]}, ANSWER),
        ({"content": [{"type": "json", "json": {"claims": []}}]}, ANSWER),
        ({"content": [{"claims": []}]}, ANSWER),
        ({"content": {"parts": [{"text": "hm", "thought": True}, {"text": ANSWER}]}}, ANSWER),
        ({"content": 7}, ""),
        ({}, ""),
    ],
)
def test_what_the_model_wrote(message: dict[str, object], text: str) -> None:
    assert answer_text(message) == text


@pytest.mark.parametrize(
    ("told", "merged"),
    [
        (['{"claims": []}', "other"], {"claims": []}),
        (['{"claims": [1]}', '{"headline": "H"}'], {"claims": [1], "headline": "H"}),
        (['{"claims": [1]}', '{"claims": [1, 2]}'], {"claims": [1, 2]}),
        (['{"claims": [1, ', "2]}"], {"claims": [1, 2]}),
        ([{"claims": [1]}], {"claims": [1]}),
    ],
)
def test_an_answer_over_several_calls_is_put_together(told: list[Any], merged: object) -> None:
    assert json.loads(answer_text({"tool_calls": [call(one) for one in told]})) == merged


@pytest.mark.parametrize(
    "text",
    [
        f"<think>\nA list like {{x}}.\n</think>\n\n{ANSWER}",
        f"no opening tag </think>{ANSWER}",
        f"<thinking>hm</thinking>{ANSWER}<|im_end|>",
        f"[THINK]hm[/THINK]{ANSWER}",
        f"◁think▷hm◁/think▷{ANSWER}",
        f"<|START_THINKING|>hm<|END_THINKING|>{ANSWER}",
        f"<|begin_of_thought|>hm<|end_of_thought|>{ANSWER}",
        f"<seed:think>hm</seed:think>{ANSWER}",
        f"<|channel|>analysis<|message|>hm<|end|><|start|>assistant<|channel|>final<|constrain|>json<|message|>{ANSWER}",
        f"analysishmassistantfinal{ANSWER}",
        f"<think>never closed {ANSWER}",
    ],
)
def test_thinking_before_the_answer_is_left_out(text: str) -> None:
    assert without_thinking(text).strip().removeprefix("never closed").strip() == ANSWER


@pytest.mark.parametrize("text", ["<think>cut off in its", "<|channel|>analysis<|message|>cut off"])
def test_nothing_but_thinking_is_no_answer(text: str) -> None:
    assert without_thinking(text) == ""


def test_a_tag_in_an_articles_words_is_no_thinking() -> None:
    text = json.dumps({"claims": ["he typed </think> and left"]})
    assert without_thinking(text) == text


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(["content", "tool_calls", "reasoning", "parsed"]), JSON))
@example({"tool_calls": [{"function": {"arguments": None}}]})
def test_no_message_breaks_it(message: dict[str, object]) -> None:
    assert isinstance(answer_text(message), str)
