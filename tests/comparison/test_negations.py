import pytest

from summarizer.comparison.negations import polarity, undone_in
from summarizer.comparison.terms import meaning_of, terms_of


def test_what_is_denied_is_negated():
    plain = polarity("the lift was overloaded", denied=False)
    assert plain.affirmed == polarity("the lift was overloaded", denied=True).negated


@pytest.mark.parametrize("text", ["no one had told her of the raid", "nobody had told the diver about the raid"])
def test_who_was_told_of_nothing_was_not_warned(text):
    assert meaning_of("warn") in polarity(text, denied=False).heads


def test_what_is_only_looked_into_is_not_affirmed():
    raid = meaning_of("raid")
    assert raid in polarity("the raid on the mill was planned", denied=False).affirmed
    for text in ("the diet opened an inquiry into a raid on the mill", "the reeve is looking into the raid"):
        assert raid not in polarity(text, denied=False).affirmed


def test_what_was_done_to_nothing_was_not_done():
    assert undone_in("no live rounds had been fired") == {terms_of("fired")[0].key}
    assert undone_in("no old boats were broken") == {terms_of("broken")[0].key}
    assert not undone_in("it had received no letter from the keeper of the lock")
