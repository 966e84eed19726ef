"""Where the writer says more of what was said."""

from __future__ import annotations

import pytest

from summarizer.attribution.syntax.judgements import describes_at, judged_at
from tests.attribution.reading import tokens_of


@pytest.mark.parametrize(
    ("marked", "is_judged", "is_described"),
    [
        ("Lund said it was late, [a claim that the guild has denied.]", True, False),
        ("Lund said it was late, [something she has denied.]", True, False),
        ("Lund asked for it, [a request not always honoured.]", True, False),
        ("Lund called it late, [a view echoed by Pell.]", True, False),
        ("Lund said it was late – [a process that could divide them.]", False, True),
        ("Lund said it was late – [effectively ending it.]", False, True),
        ("Lund said it was late – [a boat sank.]", False, False),
    ],
)
def test_what_the_writer_adds_is_told_from_what_is_said(marked: str, is_judged: bool, is_described: bool) -> None:
    tokens = tokens_of(marked)
    first = tokens.content[0]
    right = len(tokens.paragraph.words)
    assert judged_at(tokens.paragraph, first, right) is is_judged
    assert describes_at(tokens.paragraph, first, right) is is_described
