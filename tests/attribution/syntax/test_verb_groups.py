"""Verbs told from nouns and participles by their neighbours."""

from __future__ import annotations

import pytest

from summarizer.attribution.syntax.verb_groups import (
    has_finite,
    is_cue_word,
    is_finite,
    is_time,
    is_verb_at,
    skip_adverbs,
    skip_time_back,
    verb_group_start,
)
from tests.attribution.reading import said_in, tokens_of


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("It <was> late.", True),
        ("They <plan> it.", True),
        ("The guild <claims> that.", True),
        ("The guild <closed> the gate.", True),
        ("Those <closed> on Monday were old.", False),
        ("The <claim> was late.", False),
        ("Lund <slams> Marsh, praises Pell.", True),
        ("The harbour <claims> office fell.", False),
        ("The advocates' <claims> of it fell.", False),
        ("Its <plans> were old.", False),
    ],
)
def test_a_finite_verb_is_known_by_its_neighbours(marked: str, expected: bool) -> None:
    tokens = tokens_of(marked)
    at = tokens.cue[0]
    assert is_finite(tokens.paragraph, at) is expected
    assert has_finite(tokens.paragraph, at, at + 1) is expected


def test_a_participle_with_by_is_no_verb_after_a_phrase() -> None:
    assert is_verb_at(tokens_of("A note sealed late").paragraph, 2)
    assert not is_verb_at(tokens_of("A note sealed by him").paragraph, 2)


@pytest.mark.parametrize(
    "marked",
    [
        "Lund [has never said] so.",
        "Lund [no longer believes] so.",
        "They [have both said] so.",
        "Lund is expected [to say] so.",
        "Lund today [said] so.",
    ],
)
def test_a_verb_group_begins_with_its_first_helper(marked: str) -> None:
    tokens = tokens_of(marked)
    first, past = tokens.content
    assert verb_group_start(tokens.paragraph, past - 1, 0) == first


def test_times_are_weekdays_years_and_the_days_of_months() -> None:
    tokens = tokens_of("On May 3 few men and 40 boats left, as on a Monday in 1999.")
    words = tokens.paragraph.lower
    assert [words[at] for at in range(len(words)) if is_time(tokens.paragraph, at)] == ["3", "monday", "1999"]


def test_times_before_a_verb_are_stepped_over() -> None:
    tokens = tokens_of("{The guild} early on Monday morning <said> so.")
    assert skip_time_back(tokens.paragraph, tokens.cue[0] - 1, 0) <= tokens.source[1]
    assert skip_time_back(tokens.paragraph, 1, 0) == 1


def test_a_plural_after_a_name_with_an_article_is_no_verb() -> None:
    assert said_in("The fires were as bad as the Ostby attacks, the guild said.")[0].source == "the guild"
    assert said_in("The Herald reports that it was late.")[0].source == "The Herald"


def test_a_cue_of_several_words_needs_all_of_them() -> None:
    assert is_cue_word(tokens_of("Lund lashed out at him.").paragraph, 1)
    assert not is_cue_word(tokens_of("Lund lashed the boat.").paragraph, 1)


def test_adverbs_are_skipped_up_to_the_end() -> None:
    paragraph = tokens_of("Lund later also said so.").paragraph
    assert [skip_adverbs(paragraph, 1, right) for right in (2, 6)] == [2, 3]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A poll of sailors has, however, revealed that the mayor speaks for few.", "A poll of sailors"),
        ("The guild has, for its part, said that the deal was bad.", "The guild"),
        ("Pell has, however, denied that he left.", "Pell"),
    ],
)
def test_a_few_words_may_part_a_verb_from_its_auxiliary(text: str, source: str) -> None:
    assert [one.source for one in said_in(text)] == [source]


def test_a_share_of_some_prefers_or_supports() -> None:
    text = "Some 46 percent would back Lund, while 5 percent prefer Berg and 1 percent support Pell."
    assert "5 percent prefer Berg and 1 percent" not in [said.source for said in said_in(text)]


def test_once_may_stand_before_a_past_tense() -> None:
    assert [one.source for one in said_in("The critic Lionel Sachs once wrote that it was late.")] == [
        "The critic Lionel Sachs"
    ]
