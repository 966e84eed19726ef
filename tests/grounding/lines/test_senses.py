import pytest

from summarizer.grounding.lines.senses import calls, lets_in, sacks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("they admitted nine patients", True),
        ("the admission of migrants was halted", True),
        ("they admitted the leak", False),
        ("they let in nine patients", False),
    ],
)
def test_who_is_admitted_is_let_in(text, expected):
    words = text.split()
    assert any(lets_in(words, at) for at in range(len(words))) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("she dismissed the plan as rash", True), ("she dismissed the plan", False), ("as rash as it is", False)],
)
def test_who_dismisses_as_calls(text, expected):
    words = text.split()
    assert any(calls(words, at) for at in range(len(words))) is expected


def test_who_dismisses_somebody_denies_nothing():
    assert sacks(["the", "guild", "dismissed", "nine", "clerks"], 2)
    assert not sacks(["the", "guild", "dismissed", "the", "claim"], 2)
