"""A request and its answer are plain data that nothing changes on the way."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from summarizer.contract.request import AnswerSchema, Completion, Message, Request


def test_requests_and_completions_are_frozen() -> None:
    request = Request((Message("user", "hello"),), "m", AnswerSchema("A", {}))
    with pytest.raises(FrozenInstanceError):
        request.model = "n"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        Completion("text", None).text = "other"  # type: ignore[misc]


def test_a_request_leaves_mode_and_parameters_open() -> None:
    request = Request((), "m", AnswerSchema("A", {}))
    assert (request.mode, dict(request.parameters)) == (None, {})
