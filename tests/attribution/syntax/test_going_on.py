"""What looks like the end of what is said and is none."""

from __future__ import annotations

import pytest

from tests.attribution.reading import marked_words, said_in, without_marks


@pytest.mark.parametrize(
    "marked",
    [
        # by when somebody is to do it
        "Lund <urged> [the crew to leave before dark].",
        "Lund does not <expect> [the water to drop before noon].",
        "Lund <vowed> [to sue] before leaving the hall.",
        "Lund <asked> [the crew to wait] before she left.",
        # a contrast
        "Lund <said> [the money was not in the harbour, but in the hall].",
        "Lund <said> [the money was not lost], but the day was over.",
        # the name of a subject whose verb is still to come
        "Shares fell after the bank <said> [that its head, Ada Poe, would go].",
        "Shares fell after the bank <said> [it had lost money and that its head, Ada Poe, was leaving “at once”].",
        "Lund, who <said> [it was late], left.",
    ],
)
def test_what_is_said_goes_on(marked: str) -> None:
    assert marked_words(marked).content in [one.content for one in said_in(without_marks(marked))]
