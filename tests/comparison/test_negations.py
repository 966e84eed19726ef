import pytest

from summarizer.comparison.negations import owns_to_one, polarity, undone_in
from summarizer.comparison.terms import meaning_of, terms_of


def test_what_is_denied_is_negated():
    plain = polarity("the lift was overloaded", denied=False)
    assert plain.affirmed == polarity("the lift was overloaded", denied=True).negated


@pytest.mark.parametrize("text", ["no one had told her of the raid", "nobody had told the diver about the raid"])
def test_who_was_told_of_nothing_was_not_warned(text):
    assert meaning_of("warn") in polarity(text, denied=False).heads


@pytest.mark.parametrize(
    "text",
    [
        "the guild had never received a complaint about the mill",
        "nobody had written to her",
        "the reeve got no letters",
        "“We never told him,”",
    ],
)
def test_who_got_no_letter_and_no_complaint_was_not_warned(text):
    assert meaning_of("warn") in polarity(text, denied=False).heads


@pytest.mark.parametrize("text", ["the guild wrote to it twice", "“I told him every week,”", "she got two letters"])
def test_who_was_written_to_was_warned(text):
    assert meaning_of("warn") in polarity(text, denied=False).affirmed


def test_what_nobody_plans_is_not_affirmed_and_none_of_any_kind_is_none():
    barge, leak = terms_of("barge")[0].key, terms_of("leak")[0].key
    assert barge in polarity("the guild has no plans to buy a barge", denied=False).negated
    assert leak in polarity("there was no leak of any kind", denied=False).heads


def test_who_signs_nothing_that_does_not_cut_it_wants_it_cut():
    toll = terms_of("toll")[0].key
    for text in (
        "she would not sign any bill that did not cut the toll",
        "she won’t sign a bill that doesn’t cut the toll",
    ):
        assert toll in polarity(text, denied=False).affirmed
    assert toll in polarity("she would not cut the toll", denied=False).negated


def test_what_is_only_looked_into_is_not_affirmed():
    raid = meaning_of("raid")
    assert raid in polarity("the raid on the mill was planned", denied=False).affirmed
    for text in ("the diet opened an inquiry into a raid on the mill", "the reeve is looking into the raid"):
        assert raid not in polarity(text, denied=False).affirmed


def test_what_was_done_to_nothing_was_not_done():
    assert undone_in("no live rounds had been fired") == {terms_of("fired")[0].key}
    assert undone_in("no old boats were broken") == {terms_of("broken")[0].key}
    assert not undone_in("it had received no letter from the keeper of the lock")


def test_an_inspection_that_was_never_carried_out_was_none():
    told = polarity("the inspection of the sluice was never carried out", denied=False)
    assert terms_of("inspection")[0].key in told.heads
    assert terms_of("inspection")[0].key in polarity("the inspection was carried out", denied=False).affirmed


def test_who_owns_to_one_of_his_barges_said_of_none_that_it_was_there():
    for negated in ("None of our barges was on the canal", "its barges had not sailed on Monday"):
        assert owns_to_one("one of its barges took part", negated)
        assert not owns_to_one("one of its divers took part", negated)
    assert not owns_to_one("one of its barges took part", "its barges sailed on Monday")
    assert not owns_to_one("the barge took part", "its barges had not sailed on Monday")


def test_what_has_run_out_is_not_denied_and_an_office_for_a_thing_is_not_that():
    ticket = meaning_of("ticket")
    assert ticket not in polarity("There were no tickets left", denied=False).negated
    assert ticket in polarity("There were no tickets", denied=False).negated
    assert ticket not in polarity("They fired from the roof of the ticket office", denied=False).affirmed
    assert ticket in polarity("They bought the ticket", denied=False).affirmed


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("the guild never got a single goose for it", "goose"),
        ("that no such weighing took place", "weighing"),
        ("they came over the wall, and not through the hatch", "hatch"),
        ("there was no real rot in the beams", "rot"),
        ("“He regrets nothing,”", "regret"),
    ],
)
def test_a_negation_falls_through_words_that_say_little(text, word):
    assert terms_of(word)[0].key in polarity(text, denied=False).heads


def test_a_negation_does_not_fall_through_a_telling_word():
    assert terms_of("weir")[0].key not in polarity("the guild never mended the weir", denied=False).heads
    assert terms_of("weir")[0].key not in polarity("the guild never saw a report of the weir", denied=False).heads
