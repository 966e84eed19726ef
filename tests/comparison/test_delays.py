import pytest

from summarizer import compare
from summarizer.comparison.delays import HELP_CAME, POLICE_CAME, find_delays
from tests.comparison.outlets import told

FLOOD = "Flood at Orsk\n\nThe weir at Orsk broke on Monday and the flood reached the market.\n\n"


@pytest.mark.parametrize(
    ("text", "minutes", "event"),
    [
        ("The rescuers arrived within nine minutes", 9, HELP_CAME),
        ("they waited for an ambulance for almost half an hour", 30, HELP_CAME),
        ("he waited an hour with the hurt before anyone came", 60, HELP_CAME),
        ("nobody came to help for two hours", 120, HELP_CAME),
        ("her crews were at the weir by dusk, and came 12 minutes after the first call", 12, HELP_CAME),
        ("The police were in the square four minutes after the call", 4, POLICE_CAME),
        ("it took the police a quarter of an hour", 15, POLICE_CAME),
    ],
)
def test_a_text_tells_how_soon_help_came(text, minutes, event):
    assert [(one.minutes, one.event) for one in find_delays(text, "")] == [(minutes, event)]


def test_them_is_who_was_told_of_before():
    assert [one.event for one in find_delays("it took them an hour", "The police came at once.")] == [POLICE_CAME]
    assert list(find_delays("it took them an hour", "The geese swam off.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "the fire in the engine room had reached the deck within nine minutes",
        "the fair lasted two hours",
        "he waited an hour for his geese",
        "the ambulance had come two hours earlier",
    ],
)
def test_other_lengths_of_time_are_none(text):
    assert list(find_delays(text, "")) == []


def test_two_such_lengths_are_compared():
    def verdicts(one, two):
        return {fact.verdict for fact in compare([told(FLOOD + one, "a"), told(FLOOD + two, "b")]).facts}

    one = "The rescuers arrived within nine minutes, Olek Moss said."
    assert "conflict" in verdicts(one, "Edda Lorn said that she had waited for the rescuers for an hour.")
    assert "conflict" not in verdicts(one, "Edda Lorn said that the rescuers came in eight minutes.")
    assert "conflict" not in verdicts(one, "Edda Lorn said that it took the police an hour.")
