"""What points back at the sentence before: this was reported by somebody, somebody wrote about this."""

from __future__ import annotations

import pytest

from tests.attribution.reading import said_in


@pytest.mark.parametrize(
    ("second", "source"),
    [
        ("This was reported by the press office of the port.", "the press office of the port"),
        ("The information was confirmed by Mayor Oona Pell.", "Mayor Oona Pell"),
        ("Mayor Oona Pell wrote about this on Chirp.", "Mayor Oona Pell"),
        ("Mayor Oona Pell said this at a briefing.", "Mayor Oona Pell"),
    ],
)
def test_somebody_says_what_the_sentence_before_does(second: str, source: str) -> None:
    (said,) = said_in(f"A depot burned in the night. {second}")
    assert (said.source, said.content) == (source, ("A depot burned in the night",))


@pytest.mark.parametrize(
    "second",
    [
        "Reporters asked about this in May.",
        "This was paid for by the port.",
        "It was announced by the port.",
    ],
)
def test_what_says_nothing_of_it_takes_nothing_back(second: str) -> None:
    assert "A depot burned in the night" not in [
        words for said in said_in(f"A depot burned in the night. {second}") for words in said.content
    ]


def test_this_with_a_noun_or_a_verb_is_what_is_said() -> None:
    text = "A depot burned in the night. Oona Pell announced this week that it was full."
    assert [said.content for said in said_in(text)] == [("that it was full",)]
