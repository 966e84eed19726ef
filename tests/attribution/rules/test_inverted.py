"""Who stands behind the cue says what stands before it, whatever the cue and its source are."""

from __future__ import annotations

import pytest

from tests.attribution.reading import marked_words, said_in, without_marks


@pytest.mark.parametrize(
    "marked",
    [
        "[Four bakers in five rise by three], <finds> {a survey}.",
        "[Half of the inns lose money], <says> {a study of the trade}.",
        "[Every third lamp leaks oil], {a survey of keepers} <finds>.",
        "[Every third lamp leaks oil], <says> {a report} that the guild paid for.",
    ],
)
def test_what_a_survey_finds_may_lack_a_verb_that_we_know(marked: str) -> None:
    assert said_in(without_marks(marked)) == [marked_words(marked)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“Two crews left,” - said in the message of the department.", "the message of the department"),
        ("“Two crews left,” stated in the report of the guild.", "the report of the guild"),
        ("As a result of the blast two men were hurt, informed the office of the mayor.", "the office of the mayor"),
    ],
)
def test_badly_translated_news_may_say_in_what_it_stands(text: str, source: str) -> None:
    assert [one.source for one in said_in(text)] == [source]
