"""Negation: a claim that says no where its evidence says yes, or the other way round."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding.checks.negation import leads_to_denied, negation_difference, negation_lost

SAME = [
    ("The report does not mean the dam shouldn't stay open.", "the report doesn't mean the dam shouldn't stay open"),
    ("The dam held.", "The dam held."),
    ("The dam did not hold.", "the dam didn’t hold"),
    ("Nobody slept that night.", "nobody slept that night"),
    ("A ferry makes less sense than a bridge.", "a ferry doesn't make as much sense as a bridge"),
    ("The boats are there, but the nets are not.", "we have the boats, but we do not have the nets"),
    ("Nine sailors had been admitted on Sunday.", "disputing that, they had nine admissions on Sunday"),
    ("The port declined to speak until it has seen the bill.", "we will not speak until we have seen the bill"),
    ("The port has not yet opened the gate.", "the port has yet to open the gate"),
    ("The guild agreed not to name a chief.", "the guild agreed to refrain from naming a chief"),
    ("If there is no charge, the guild will strike.", "the guild will strike if a charge is not brought"),
    ("She knows no baker who does not want it.", "I don't know a single baker in this town that doesn't want it"),
    ("Some of the bakers are fond of it.", "not all of the bakers are fond of it"),
    ("A leak is not a mere nuisance but drowns boats.", "a leak is not a mere nuisance— it drowns boats"),
    ("She did not know them, but she was kind.", "if it wasn't for her kindness – she didn't know them"),
    ("The guild is number one in Varn.", "the guild is No. 1 in Varn"),
    ("The dam will probably not hold.", "Will the dam hold? Probably not."),
    ("She should go if she does not name the mayor.", "Will she name the mayor? If she doesn't she should go."),
    ("It was unclear whether the dam held.", "it was not clear whether the dam held"),
    ("The mayor refused to leave.", "the mayor would not leave"),
    ("The mayor wants boats.", "the mayor wants boats, not carts"),
    ("Not only boats but carts came.", "boats and carts came"),
    ("They will strike unless the mayor admits the loss.", "if the mayor does not admit the loss, they will strike"),
    ("She would not stop if nothing was heard.", "asked whether she would stop if nothing was heard, she said no"),
    (
        "She had no reason to doubt the union.",
        "she had no reason to doubt the union and every reason to doubt a drawer",
    ),
]
OTHER = [
    ("It is no cheaper than a new pier.", "it is a lot cheaper than a new pier"),
    ("A leak is a mere nuisance and does not drown boats.", "a leak is not a mere nuisance— it drowns boats"),
    ("The report means the dam should not stay open.", "the report doesn't mean the dam shouldn't stay open"),
    ("The report does not mean the dam should stay open.", "the report doesn't mean the dam shouldn't stay open"),
    ("The dam did not hold.", "The dam held."),
    ("The divers found something odd.", "the divers found nothing that was odd"),
    ("She named the bakers.", "she would not name them"),
    ("The port spoke before it had seen the bill.", "we will not speak until we have seen the bill"),
    ("He is not known as a baker.", "he is best known as a baker"),
    ("She runs the guild as if oars were its trade.", "she runs the guild as if oars weren't its trade"),
    ("There is no charge against the guild.", "a charge against the guild is brought, and the mayor is not glad"),
    ("All of the bakers are fond of it.", "not all of the bakers are fond of it"),
    ("The dam held.", "the dam was not held"),
    ("The mayor left without boats.", "the mayor left with boats"),
    ("The mayor has warned the council.", "the mayor has never warned the council"),
    ("Everybody slept that night.", "nobody slept that night"),
    (
        "She had the reason to doubt the union.",
        "she had no reason to doubt the union and every reason to doubt a drawer",
    ),
    ("The suggestion that he fled is right.", "the suggestion that he fled is false"),
    ("The office recorded the tremor.", "it recorded none"),
    ("They will strike if the mayor admits the loss.", "if the mayor does not admit the loss, they will strike"),
    ("There were wounds and damage.", "there was no sign that anyone was wounded or anything damaged"),
    (
        "She would stop if nothing more was heard.",
        "asked whether she would stop if nothing more was heard, she said no",
    ),
]


@pytest.mark.parametrize(("text", "evidence"), SAME)
def test_the_same_polarity_is_left_alone(text: str, evidence: str) -> None:
    assert negation_difference(text, evidence, evidence, denied=False) is None


@pytest.mark.parametrize(("text", "evidence"), OTHER)
def test_another_polarity_is_told(text: str, evidence: str) -> None:
    assert negation_difference(text, evidence, evidence, denied=False) is not None


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("The mayor denied that the dam had leaked.", False),
        ("The dam did not leak, the mayor said.", False),
        ("the dam had leaked", False),
        ("The mayor confirmed that the dam had leaked.", True),
        ("The mayor said that the dam had leaked.", True),
        ("The mayor denied that the dam had not leaked.", True),
    ],
)
def test_what_is_denied_may_be_put_as_a_denial_or_with_a_negation(text: str, differs: bool) -> None:
    sentence = "The mayor denied that the dam had leaked."
    difference = negation_difference(text, "the dam had leaked", sentence, denied=True)
    assert (difference is not None) is differs


def test_a_denial_leads_to_what_follows_it_only() -> None:
    assert leads_to_denied("The mayor denied that ")
    assert leads_to_denied("The council rejected claims of the paper that ")
    assert not leads_to_denied("The council rejected what it called ")
    assert not leads_to_denied("The council rejected the plan, while the mayor said that ")


@given(st.text(), st.text(), st.booleans())
def test_any_text_agrees_with_itself(one: str, other: str, denied: bool) -> None:
    assert negation_difference(one, one, one, denied=False) is None
    negation_difference(one, other, other, denied=denied)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The guild has paid for the pumps.", True),
        ("The guild has not paid for the pumps.", False),
        ("The guild left the pumps unpaid.", False),
        ("The guild met in Kell.", False),
    ],
)
def test_a_negation_that_a_line_loses(text: str, told: bool) -> None:
    assert (negation_lost(text, "The guild has not paid for the pumps.") is not None) is told
