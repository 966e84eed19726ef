"""Who is for a thing is not against it."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.sided import find_other_side
from tests.grounding.checks.beside import beside


@pytest.mark.parametrize(
    ("text", "sentence", "told"),
    [
        ("Lorn stood up for the divers.", "Lorn stood up against the divers.", ("for", "against")),
        ("The guild rallied against Lorn.", "The guild rallied for Lorn.", ("against", "for")),
        ("Lorn spoke against the new pier.", "Lorn spoke in favor of the new pier.", ("against", "favor")),
        ("A suit against the guild was won.", "A suit by the guild was won.", ("against", "by")),
        ("Lorn stood up for the divers.", "Lorn stood up for the divers.", None),
        ("Lorn did not vote for the toll.", "Lorn voted against the toll.", None),
        ("Lorn worked for the guild.", "The guild, for which Lorn worked, sued Moll.", None),
        ("Lorn ran for mayor against Moll.", "Lorn ran against Moll for mayor.", None),
    ],
)
def test_a_side_that_is_changed_is_told(text: str, sentence: str, told: tuple[str, str] | None) -> None:
    assert find_other_side(beside(text, sentence)) == told
