"""What stands between a cue and its content."""

from __future__ import annotations

import pytest

from summarizer.attribution.syntax.adjuncts import skip_adjuncts
from tests.attribution.reading import tokens_of


@pytest.mark.parametrize(
    "marked",
    [
        "Lund said [in a statement on Tuesday] that it rained.",
        "Lund said [late last week] that it rained.",
        "Lund said [during a rally] that it rained.",
        "Lund said [himself] that it rained.",
        "Lund said [later] it rained.",
        "Lund said [on 3 May, 2019] it rained.",
    ],
)
def test_times_and_occasions_are_skipped(marked: str) -> None:
    tokens = tokens_of(marked)
    first, past = tokens.content
    assert skip_adjuncts(tokens.paragraph, first, len(tokens.paragraph.words)) == past


def test_an_adverb_that_limits_a_clause_is_not_skipped() -> None:
    assert skip_adjuncts(tokens_of("Lund said not all had fled.").paragraph, 2, 7) == 2
