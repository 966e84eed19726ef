"""Which mode comes next, what counts against one, and what is kept for the next process."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.contract.errors import EndpointError, RequestRefusedError, ServerError
from summarizer.contract.request import AnswerSchema, Completion, Message, Request, WireMode
from summarizer.endpoint.modes import ModeChoice, ModeTries

REQUEST = Request((Message("user", "x"),), "m", AnswerSchema("S", {"type": "object"}))
UNKNOWN = RequestRefusedError("response_format is not supported", status=400)


def answered(mode: WireMode) -> Completion:
    return Completion(text="{}", json_text="{}", mode=mode)


def refuse(choice: ModeChoice, mode: WireMode, error: EndpointError, tries: ModeTries | None = None) -> bool:
    return choice.moves_on(replace(REQUEST, mode=mode), error, tries or ModeTries())


def test_the_best_mode_comes_first_and_a_wanted_or_fixed_one_before_it() -> None:
    assert ModeChoice("k", remember={}).pick(ModeTries()) == "json_schema"
    assert ModeChoice("k", remember={}).pick(ModeTries(), "fenced") == "fenced"
    assert ModeChoice("k", mode="tools", remember={}).pick(ModeTries()) == "tools"
    assert ModeChoice("k", remember={"k": "json"}).pick(ModeTries()) == "json"
    assert ModeChoice("k", remember={"k": "nonsense"}).pick(ModeTries()) == "json_schema"


def test_a_mode_that_failed_for_a_question_is_not_picked_for_it_again() -> None:
    choice, tries = ModeChoice("k", remember={}), ModeTries()
    assert refuse(choice, "json_schema", UNKNOWN, tries)
    assert choice.pick(tries) == "tools"
    assert choice.pick(ModeTries()) == "tools"


def test_what_is_certain_is_remembered_and_what_is_not_is_not() -> None:
    kept: dict[str, str] = {}
    choice = ModeChoice("k", remember=kept)
    refuse(choice, "json_schema", UNKNOWN)
    choice.accepts(answered("tools"), ModeTries())
    assert kept == {"k": "tools"}
    unsure: dict[str, str] = {}
    choice = ModeChoice("k", remember=unsure)
    for _ in range(2):
        refuse(choice, "json_schema", ServerError("Internal Server Error", status=500))
    choice.accepts(answered("tools"), ModeTries())
    assert (choice.settled, unsure) == ("tools", {})


def test_a_chosen_mode_that_is_refused_again_and_again_is_given_up() -> None:
    choice = ModeChoice("k", remember={"k": "json_schema"})
    for _ in range(4):
        assert choice.settled == "json_schema"
        assert refuse(choice, "json_schema", UNKNOWN)
    assert choice.settled is None


@pytest.mark.parametrize("mode", ["json_schema", "tools", "json"])
def test_prose_is_accepted_of_a_chosen_mode_alone(mode: WireMode) -> None:
    prose = Completion(text="Well.", json_text=None, mode=mode)
    assert ModeChoice("k", remember={"k": mode}).accepts(prose, ModeTries())
    assert not ModeChoice("k", remember={}).accepts(prose, ModeTries())
    assert ModeChoice("k", remember={}).accepts(replace(prose, refusal="No."), ModeTries())
