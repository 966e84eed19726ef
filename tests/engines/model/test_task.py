"""What all tasks have in common."""

from __future__ import annotations

import pytest

from summarizer.contract.errors import CallError
from summarizer.contract.request import AnswerSchema, Message
from summarizer.engines.model.claims import ClaimsTask
from summarizer.engines.model.speakers import SpeakersTask
from summarizer.engines.model.task import LlmOptions, Objections, Question

QUESTION = Question((Message("system", "Read."), Message("user", "[1] It rained.")), AnswerSchema("A", {}), 900)


@pytest.mark.parametrize("window", [0, -3])
def test_a_window_without_sentences_is_refused(window: int) -> None:
    with pytest.raises(CallError, match="holds nothing") as raised:
        LlmOptions(window=window)
    assert raised.value.hint == "--window takes a number from 1"


def test_a_reask_adds_the_answer_and_the_objections_to_the_question() -> None:
    again = SpeakersTask(LlmOptions()).reask(QUESTION, "{}", Objections(["Claim 1: no."], 1))
    assert again.messages[:2] == QUESTION.messages
    assert [message.role for message in again.messages[2:]] == ["assistant", "user"]
    assert "- Claim 1: no." in again.messages[3].content
    assert (again.schema, again.max_tokens) == (QUESTION.schema, QUESTION.max_tokens)


def test_a_reask_for_claims_leaves_room_for_what_is_to_be_put_right() -> None:
    task = ClaimsTask(LlmOptions())
    again = [task.reask(QUESTION, "{}", Objections(["no"] * count, count)).max_tokens for count in (1, 8)]
    assert QUESTION.max_tokens < again[0] < again[1] == task.output_tokens(12)
