"""A reason that the evidence does not give is told."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.alignment import align
from summarizer.grounding.checks.reasons import unproved_reason
from tests.grounding.checks.beside import passage_of

SENTENCE = "The ferry stopped at noon."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The ferry stopped because of a strike.", ("reason", "a strike")),
        ("The ferry stopped due to fog.", None),
        ("The ferry stopped because the fog was thick.", None),
        ("The ferry stopped in response to threats.", ("reason", "threats")),
        ("The ferry stops if the crew agrees.", ("condition", "the crew agrees")),
        ("The ferry stopped for fear of pirates.", ("condition", "pirates")),
        ("The ferry stops if there is fog.", None),
        ("The ferry stopped after a quarrel.", ("circumstance", "a quarrel")),
        ("The ferry stopped after the storm.", None),
        ("The ferry stopped.", None),
        ("Pirates have caused the ferry to stop.", ("cause", "Pirates")),
        ("The ferry stopped because the crew feared fog and rocks.", ("reason", "the crew feared fog and rocks")),
        ("Fog has caused the ferry to stop.", None),
    ],
)
def test_a_reason_is_looked_for_in_the_evidence_and_the_sentence_before(
    text: str, reason: tuple[str, str] | None
) -> None:
    passage = passage_of(text, SENTENCE, before="Fog lay over the sound.")
    whole = f"{passage.article.text} A storm had passed in the night."
    assert unproved_reason(align(passage), text, passage.near, whole) == reason


def test_what_hangs_on_something_may_be_put_otherwise() -> None:
    held = "If the board says nine on a Monday, we can come back on a Monday."
    passage = passage_of("They can come back if the board price passes the cap.", held)
    assert unproved_reason(align(passage), passage.text, passage.near, passage.article.text) is None
