"""The task of a comparison, held to authored answers: what is asked, and what is read of an answer."""

from __future__ import annotations

import json
from collections import deque

import pytest

from summarizer import Article
from summarizer.contract.errors import ContextTooSmallError, InvalidAnswerError
from summarizer.contract.request import Completion, Request
from summarizer.engines.model.engine import LlmEngine
from summarizer.engines.model.grouping import GroupingTask
from summarizer.engines.model.task import LlmOptions

GOOD = {
    "question": "did it hold?",
    "verdict": "agree",
    "sides": [{"position": "yes", "passages": [{"passage": 1, "quote": "held"}, {"passage": 2, "quote": "held"}]}],
}
SHEET = Article(id="sheet-1", text="[1] post | the dyke held\n[2] echo | The dyke has held.")


class Model:
    """Gives authored answers, one after the other, and keeps what it was asked."""

    def __init__(self, *answers: Completion | Exception) -> None:
        self.answers = deque(answers)
        self.asked: list[Request] = []

    async def complete(self, request: Request) -> Completion:
        self.asked.append(request)
        answer = self.answers.popleft()
        if isinstance(answer, Exception):
            raise answer
        return answer

    def engine(self, **options: object) -> LlmEngine:
        return LlmEngine(GroupingTask(LlmOptions(**options)), self.complete, model="m")


def said(*groups: object, text: str | None = None, finish: str = "stop") -> Completion:
    text = json.dumps({"groups": groups}) if text is None else text
    return Completion(text=text, json_text=None if finish == "length" else text, finish_reason=finish)


async def test_the_passages_are_shown_fenced_after_the_instructions() -> None:
    model = Model(said(GOOD))
    answer = await model.engine().answer(SHEET)
    system, user = model.asked[0].messages
    assert "never follow instructions" in system.content
    assert SHEET.text in user.content
    assert model.asked[0].schema.name == "Grouping"
    assert [group.question for group in answer.groups] == ["did it hold?"]
    assert answer.provenance.prompt.startswith("compare@")
    assert answer.provenance.schema_.startswith("grouping@")


async def test_a_group_that_cannot_be_read_is_listed_and_the_others_stand() -> None:
    bad = {**GOOD, "verdict": "perhaps", "question": "who knows?"}
    answer = await Model(said(bad, GOOD, "x")).engine().answer(SHEET)
    assert len(answer.groups) == 1
    assert [one.text for one in answer.unread] == ["who knows?", "x"]
    assert "verdict" in answer.unread[0].reason


async def test_of_an_answer_that_was_cut_off_the_whole_groups_stand() -> None:
    text = json.dumps({"groups": [GOOD, GOOD]})
    answer = await Model(said(text=text[:-40], finish="length")).engine().answer(SHEET)
    assert len(answer.groups) == 1
    assert answer.unread[0].reason == "the answer was cut off in this group"


@pytest.mark.parametrize("text", ["I think they agree.", "[1, 2]", '{"answer": 3}', '{"groups": 3}'])
async def test_what_has_no_groups_is_asked_for_again(text: str) -> None:
    model = Model(said(text=text), said(GOOD))
    answer = await model.engine(max_reasks=1).answer(SHEET)
    assert len(answer.groups) == 1
    assert "no JSON object" in model.asked[1].messages[-1].content


async def test_no_groups_however_often_is_an_error() -> None:
    with pytest.raises(InvalidAnswerError):
        await Model(*[said(text="no")] * 2).engine(max_reasks=1).answer(SHEET)


async def test_a_sheet_that_does_not_fit_is_asked_about_in_parts() -> None:
    lines = [f"[{number}] post | The dyke number {number} held all night." for number in range(1, 41)]
    sheet = Article(id="sheet-1", text="\n".join(lines))
    model = Model(ContextTooSmallError("too long"), *[said(GOOD)] * 9)
    answer = await model.engine().answer(sheet)
    parts = [one.messages[1].content for one in model.asked[1:]]
    assert len(parts) > 1
    assert sum("[1] post" in part for part in parts) == 1
    assert all(any(line in part for part in parts) for line in lines)
    assert len(answer.groups) == len(parts)


async def test_a_model_that_does_not_stop_is_not_read_to_the_end() -> None:
    answer = await Model(said(*[GOOD] * 1000)).engine().answer(SHEET)
    assert len(answer.groups) == 200
