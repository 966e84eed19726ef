"""A prompt that was cut in silence is noticed from its count, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from summarizer.contract.request import AnswerSchema, Completion, Message, Request
from summarizer.endpoint.prompt_count import PromptCounts


def limit(counts: PromptCounts, characters: int, told: int) -> int | None:
    request = Request((Message("user", "x" * characters),), "m", AnswerSchema("S", {}))
    return counts.limit(request, Completion(text="{}", json_text="{}", prompt_tokens=told))


@pytest.mark.parametrize("told", [2048, 4096, 4095, 8192, 6000])
def test_a_round_count_of_far_more_characters_is_a_cut_prompt(told: int) -> None:
    assert limit(PromptCounts(), 6 * told, told) == told


@pytest.mark.parametrize("told", [0, 7, 900, 1000, 4_321])
def test_an_odd_count_alone_proves_nothing(told: int) -> None:
    assert limit(PromptCounts(), 30_000, told) is None


def test_a_round_count_of_a_usual_prompt_is_chance() -> None:
    assert limit(PromptCounts(), int(4.5 * 4096), 4096) is None


def test_what_smaller_prompts_took_sharpens_the_eye() -> None:
    counts = PromptCounts()
    assert limit(counts, 4_000, 1_003) is None
    assert limit(counts, int(4.6 * 4096), 4096) == 4096


def test_one_count_for_prompts_of_different_lengths_is_where_they_are_cut() -> None:
    counts = PromptCounts()
    assert limit(counts, 30_000, 3_001) is None
    assert limit(counts, 40_000, 3_001) == 3_001
