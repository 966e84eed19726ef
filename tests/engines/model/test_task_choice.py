"""Which task a model is given for a report."""

from __future__ import annotations

from typing import Literal

import pytest

from summarizer.engines.model.claims import ClaimsTask
from summarizer.engines.model.speakers import SpeakersTask
from summarizer.engines.model.task import LlmOptions
from summarizer.engines.model.task_choice import draft_task


@pytest.mark.parametrize(
    ("model", "asks", "kind"),
    [
        ("tiny-1.5b", "auto", SpeakersTask),
        ("large-70b", "auto", ClaimsTask),
        ("unknown", "auto", ClaimsTask),
        ("tiny-1.5b", "claims", ClaimsTask),
        ("large-70b", "speakers", SpeakersTask),
    ],
)
def test_small_models_are_asked_for_speakers_unless_the_options_say_otherwise(
    model: str, asks: Literal["auto", "claims", "speakers"], kind: type
) -> None:
    assert type(draft_task(model, LlmOptions(asks=asks))) is kind
