"""A claim's numbers are found among those of its evidence, or reported as missing or as said with another exactness."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.figures import compare_figures
from summarizer.text.figures import find_figures

EVIDENCE = "At least 40 boats and 7 barges were lost at Ferrow, the board said."


def missing(text: str, evidence: str = EVIDENCE) -> tuple[str, ...]:
    return compare_figures(text, evidence, find_figures(evidence), evidence).missing


@pytest.mark.parametrize(
    "text",
    [
        "Boats were lost.",
        "At least forty boats were lost.",
        "7 barges were lost.",
        "The board lost 40 boats and seven barges.",
    ],
)
def test_a_number_that_the_evidence_has_is_held_however_it_is_written(text: str) -> None:
    assert missing(text) == ()


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("41 boats were lost.", "41 boats"),
        ("40 barges were lost.", "40 barges"),
        ("7 boats and 7 barges were lost.", "7 boats"),
    ],
)
def test_a_number_that_stands_for_something_else_is_missing(text: str, missed: str) -> None:
    assert missing(text) == (missed,)


def test_a_changed_exactness_is_reported_with_both_wordings() -> None:
    found = compare_figures("Exactly 40 boats were lost.", EVIDENCE, find_figures(EVIDENCE), EVIDENCE)
    assert found.missing == ()
    assert [figure.value for figure in found.held] == [40.0]
    (said,) = found.requalified
    assert "40 boats" in said
    assert "At least 40 boats" in said


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Moll is three points ahead.", "Moll had 51 percent and Brandt 48 percent."),
        ("The lead of Moll is three points.", "Moll had 51 percent to 48 percent for Brandt."),
        ("Both lost 47 craft in total: 40 boats and 7 barges.", EVIDENCE),
        ("In a race of four Moll is ahead.", "Moll is ahead in a four-way race."),
        ("Almost eight readers in ten agree.", "Nearly eight of 10 readers agree."),
        ("Moll beat Brandt, 44% against 34%.", "They expect Moll to win, 44 percent to Brandt's 34 percent."),
        ("The fair is from 13 to 17 June.", "The fair is set for June 13 to 17."),
        ("Of the two of them Moll is ahead.", "Moll is ahead of Brandt."),
        ("In one town the fair was off.", "The fair was off in a town of the north."),
        ("Moll would beat Brandt by 51 to 48 percent.", "Moll would beat Brandt 51 to 48 percent in a runoff."),
    ],
)
def test_a_number_that_is_reckoned_or_put_otherwise_is_held(text: str, evidence: str) -> None:
    assert missing(text, evidence) == ()


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Moll is four points ahead.", "Moll had 51 percent and Brandt 48 percent."),
        ("Both lost 48 craft in total.", EVIDENCE),
        ("Almost nine readers in ten agree.", "Nearly eight of 10 readers agree."),
        ("In a race of five Moll is ahead.", "Moll is ahead in a four-way race."),
        ("The fair is from 13 to 19 June.", "The fair is set for June 13 to 17."),
        ("Moll won by 154 to 149.", "Moll won by 151 votes to 149, after three members left."),
    ],
)
def test_a_number_that_is_reckoned_wrongly_is_missing(text: str, evidence: str) -> None:
    assert missing(text, evidence) != ()


def test_one_counts_where_the_evidence_counts_the_same_or_it_says_only() -> None:
    assert missing("The storm took one boat.", "The storm took nine boats.") == ("one boat",)
    assert missing("The storm took only one boat.", "The storm took a boat.") == ()
    assert missing("The crew came for the first nine days.", "The crew came for the last nine days.") == ("first",)


def test_the_first_is_not_the_last() -> None:
    assert missing("Her last boat was a barge.", "Her first boat was a barge.") == ("last boat",)
    assert missing("Her last boat was a barge.", "Her last boat was a barge, the first boat a skiff.") == ()


def test_a_share_is_no_count() -> None:
    evidence = "Only 52 percent of registered readers agreed, and 40 boats sank."
    assert missing("Only 52 readers agreed.", evidence) == ("Only 52 readers",)
    assert missing("Just 52% of readers agreed.", evidence) == ()


BEFORE = "Of the members aged 60 or older, 9 percent left, and more than 700 bakers in all."


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("Among members aged 60 or older, fees rose by 4 percent.", ()),
        ("About 700 bakers left.", ("About 700 bakers",)),
        ("Among members aged 50 or older, fees rose by 4 percent.", ("50",)),
        ("Fees rose by 9 percent.", ("9 percent",)),
    ],
)
def test_a_number_of_the_sentence_before_is_carried_on_with_its_words(text: str, missed: tuple[str, ...]) -> None:
    evidence = "Fees rose by 4 percent for them."
    assert compare_figures(text, evidence, find_figures(evidence), evidence, BEFORE).missing == missed


def test_two_sums_that_changed_places_are_missing() -> None:
    evidence = "The ferry raised $7.5 million and had almost $5 million in cash."
    assert missing("The ferry raised $5 million and had $7.5 million in cash.", evidence) != ()
    assert missing("The ferry raised $7.5 million and had $5 million in cash.", evidence) == ()


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("Ivo Carrow, a 31-year-old diver, saw it.", ()),
        ("Ivo Carrow, a 13-year-old diver, saw it.", ("13-year",)),
        ("Edda Lorn, a 31-year-old diver, saw it.", ("31-year",)),
    ],
)
def test_an_age_is_that_which_the_article_gives_one_who_is_named(text: str, missed: tuple[str, ...]) -> None:
    article = "Ivo Carrow, 31, dives at Ferrow. He saw the boat, and so did Edda Lorn."
    assert compare_figures(text, article, [], "He saw the boat, and so did Edda Lorn.").missing == missed


@pytest.mark.parametrize(("text", "count"), [("peaks above 8,000 metres", 0), ("peaks below 8,000 metres", 1)])
def test_plus_is_that_much_or_more(text: str, count: int) -> None:
    evidence = "She climbed the 8,000m-plus peaks."
    assert len(compare_figures(text, evidence, find_figures(evidence), evidence).requalified) == count


def test_a_fortnight_is_two_weeks() -> None:
    evidence = "The pier shuts for a fortnight."
    assert missing("The pier shuts for two weeks.", evidence) == ()
    assert missing("The pier shuts for three weeks.", evidence) == ("three weeks",)


def test_shares_of_one_question_are_told_apart_by_what_stands_before_them() -> None:
    evidence = "Of the bakers 62 percent chose Moll against 29 percent for Rask, and 4 percent nobody."
    assert missing("Moll was chosen by 62 percent to 29 percent.", evidence) == ()


@pytest.mark.parametrize(("text", "count"), [("250,000 readers came.", 0), ("150,000 readers came.", 1)])
def test_a_quarter_of_a_million_is_a_number(text: str, count: int) -> None:
    assert len(missing(text, "A quarter-of-a-million readers came.")) == count


def test_a_place_in_a_row_is_carried_on() -> None:
    evidence, before = "We learned much in a week.", "She spoke of the second-place finish in Orsk."
    text = "Of the {}-place finish she said they learned much."
    found = [compare_figures(text.format(one), evidence, [], evidence, before).missing for one in ("second", "third")]
    assert found == [(), ("third",)]


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("Varn is the largest port.", ("largest",)),
        ("Varn is the second largest port.", ()),
        ("Varn is a large port.", ()),
    ],
)
def test_the_second_largest_is_not_the_largest(text: str, missed: tuple[str, ...]) -> None:
    assert missing(text, "Varn is the second-largest port of the sound.") == missed


def test_few_may_be_counted_again() -> None:
    evidence, before = "They came from Orsk.", "Two bakers and their first guest were ill."
    counted = [
        compare_figures(text, evidence, [], evidence, before).missing
        for text in (
            "The two guests came from Orsk.",
            "The first two guests came from Orsk.",
            "The three guests came from Orsk.",
        )
    ]
    assert counted == [(), (), ("three guests",)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The board called the figure of 61 leaks invented.", ()),
        ("The board called the number of 61 leaks invented.", ()),
        ("The board called the figure of 62 leaks invented.", ("62 leaks",)),
        ("The board called 61 reports invented.", ("61 reports",)),
    ],
)
def test_the_figure_of_the_sentence_before_may_be_given(text: str, told: tuple[str, ...]) -> None:
    evidence, before = "The board called the figure invented.", "The dam has leaked 61 times, a paper said."
    assert compare_figures(text, evidence, (), f"{evidence} {before}", before).missing == told
