"""What is done about an answer by the CPU alone, here or in another process."""

from __future__ import annotations

import pickle

import pytest

from summarizer.contract.answer import Answer
from summarizer.contract.article import Article
from summarizer.contract.errors import TruncatedAnswerError
from summarizer.contract.report import Provenance
from summarizer.contract.request import Completion
from summarizer.engines.model.claims import ClaimsTask
from summarizer.engines.model.steps import Step, done_here, judge, put_together
from summarizer.engines.model.task import LlmOptions
from summarizer.engines.model.windows import whole

ARTICLE = Article(id="dyke", text="Dyke holds\n\nThe dyke is safe, warden Ada Kroon said on Monday.")
TASK = ClaimsTask(LlmOptions())
MADE = Provenance(engine="llm", model="m", prompt="p", created="2026-01-01T00:00:00Z", summarizer_version="0")


def answer(quote: str) -> Completion:
    claim = f'{{"sentence": 2, "quotes": ["{quote}"], "source": "Ada Kroon", "kind": "person", "stance": "asserts"}}'
    summary = '"headline": "Dyke holds", "abstract": "The dyke is safe.", "key_points": []'
    text = f'{{"claims": [{claim}], {summary}}}'
    return Completion(text, text, finish_reason="stop")


def judging(quote: str, *, may_ask_again: bool = True) -> Step:
    return Step(judge, ARTICLE, (whole(ARTICLE), None, answer(quote), may_ask_again))


def test_an_answer_is_read_and_judged() -> None:
    good, bad = judging("The dyke is safe").done_by(TASK), judging("The dyke is broken").done_by(TASK)
    assert not good.wrong.sentences
    assert good.fault is None
    assert bad.wrong.faults == 1
    assert [one.quotes for one in bad.best.claims] == [("The dyke is broken",)]


def test_nothing_is_looked_for_that_could_not_be_asked_about() -> None:
    assert judging("The dyke is broken", may_ask_again=False).done_by(TASK).wrong.faults == 0


def test_a_second_answer_mends_the_first() -> None:
    first = judging("The dyke is broken").done_by(TASK)
    again = Step(judge, ARTICLE, (whole(ARTICLE), first.best, answer("The dyke is safe"), True))
    assert [one.quotes for one in again.done_by(TASK).best.claims] == [("The dyke is safe",)]


def test_an_answer_of_no_use_is_an_error() -> None:
    nothing = Completion('{"cl', None, finish_reason="length")
    with pytest.raises(TruncatedAnswerError):
        Step(judge, ARTICLE, (whole(ARTICLE), None, nothing, True)).done_by(TASK)


async def test_a_step_can_be_sent_to_another_process() -> None:
    task, step = pickle.loads(pickle.dumps((TASK, judging("The dyke is safe"))))  # noqa: S301  our own
    judged = step.done_by(task)
    assert judged == await done_here(TASK, judging("The dyke is safe"))
    made = Step(put_together, ARTICLE, (judged.best, (), MADE))
    whole_answer = pickle.loads(pickle.dumps(made)).done_by(task)  # noqa: S301  our own
    assert isinstance(whole_answer, Answer)
    assert [claim.quotes for claim in whole_answer.draft.claims] == [("The dyke is safe",)]
