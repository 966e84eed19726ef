"""An engine's answer, as the cache keeps it."""

from __future__ import annotations

from summarizer.contract.answer import Answer
from summarizer.contract.draft import Draft
from summarizer.contract.report import Usage

ANSWER = Answer(draft=Draft(claims=(), headline="late", abstract="It is late.", key_points=()), engine="llm", model="m")


def test_an_answer_comes_back_from_its_json() -> None:
    assert Answer.model_validate_json(ANSWER.model_dump_json()) == ANSWER


def test_a_counted_answer_differs_only_in_what_it_took() -> None:
    usage = Usage(prompt_tokens=3, completion_tokens=2, cost=0.1)
    counted = ANSWER.counted(2, usage)
    assert (counted.attempts, counted.usage) == (2, usage)
    assert counted.counted(0, Usage()) == ANSWER
