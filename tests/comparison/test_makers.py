import pytest

from summarizer.comparison.makers import maker_of, survey_in


@pytest.mark.parametrize(
    "text",
    [
        "A poll released on Monday by Velm College",
        "the Velm College poll",
        "Velm College’s new survey",
        "a Velm College poll",
    ],
)
def test_a_survey_is_known_by_its_maker(text):
    assert maker_of(text) == maker_of("a survey by Velm College") != ""


@pytest.mark.parametrize("text", ["A survey of Velmians", "The new poll", "Velm College voted"])
def test_whom_a_survey_asked_has_not_made_it(text):
    assert maker_of(text) == ""


def test_only_shares_are_told_by_a_survey():
    assert survey_in("A poll by Velm College put her two points behind.") == "poll by Velm College"
    assert survey_in("She called the Velm College poll a joke.") == ""
