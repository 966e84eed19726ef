"""A reason that the evidence does not give is told."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.alignment import align
from summarizer.grounding.checks.reasons import unproved_reason
from tests.grounding.checks.beside import passage_of


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The ferry stopped because of a strike.", "a strike"),
        ("The ferry stopped due to fog.", None),
        ("The ferry stopped because the fog was thick.", None),
        ("The ferry stopped in response to threats.", "threats"),
        ("The ferry stopped.", None),
    ],
)
def test_a_reason_is_looked_for_in_the_evidence_and_the_sentence_before(text: str, reason: str | None) -> None:
    passage = passage_of(text, "The ferry stopped at noon.", before="Fog lay over the sound.")
    assert unproved_reason(align(passage), text, passage.near) == reason
