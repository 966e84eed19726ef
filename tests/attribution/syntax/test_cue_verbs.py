"""Words of saying that are verbs, told from nouns."""

from __future__ import annotations

import pytest

from summarizer.attribution.syntax.cue_verbs import is_cue_verb
from summarizer.attribution.syntax.verb_groups import verb_group_start
from tests.attribution.reading import said_in, tokens_of


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The guild <claims> that it rained.", True),
        ("He heard the <claims> of Pell.", False),
        ("Southern <states> vote.", False),
        ("The report <states> that it rained.", True),
        ("They <claim> it.", True),
        ("Its <claim> fell.", False),
        ("The guards <claim> to have won.", True),
        ("It was a letter <written> to many.", False),
        ("It was a letter <written> by Pell.", False),
        ("It had been <denied> by Pell.", True),
    ],
)
def test_a_cue_may_be_a_verb_or_a_noun(marked: str, expected: bool) -> None:
    tokens = tokens_of(marked)
    start = verb_group_start(tokens.paragraph, tokens.cue[0], 0)
    assert is_cue_verb(tokens.site, start) is expected


@pytest.mark.parametrize("who", ["local residents", "sailors"])
def test_an_as_may_lead_to_a_plural_with_its_verb(who: str) -> None:
    assert [one.source for one in said_in(f"In Arle, as {who} report, the water is high.")] == [who]
    assert said_in("The paper serves as a report, a guide and a toy.") == []


def test_a_second_verb_in_the_present_is_no_noun() -> None:
    text = "The audit notes two gaps in the ledger and calls the excuses “thin”."
    assert [one.cue for one in said_in(text)] == ["notes", "calls"]
    assert [one.cue for one in said_in("Lund praises the crew and claims of all sorts.")] == ["praises"]


def test_other_ventures_are_no_verb() -> None:
    assert said_in("Lund also founded Henry Oil, a firm focused on ships and other ventures and goods.") == []
    assert [said.source for said in said_in("One left, but the other adds that it was late.")] == ["the other"]


@pytest.mark.parametrize("verb", ["state", "claim", "report"])
def test_behind_a_quotation_and_a_plural_a_noun_may_be_the_verb(verb: str) -> None:
    assert [said.source for said in said_in(f"“The lake is ours,” the older guilds {verb} in a letter.")] == [
        "the older guilds"
    ]


def test_behind_a_quotation_a_noun_for_a_state_is_no_verb() -> None:
    assert [said.cue for said in said_in("“The lake is ours,” the city state of Arle declared.")] == ["declared"]


def test_a_noun_behind_a_superlative_is_no_verb() -> None:
    assert said_in("This shows some of the greatest fear that they have ever seen.") == []
    assert len(said_in("Farmers fear that it will rain.")) == 1
