"""A name may stand where the evidence has only a pronoun, and nowhere else of its own accord."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.grounding.checks.alignment import align
from summarizer.grounding.checks.passage import read_passage
from summarizer.grounding.checks.stand_ins import stands_for_name

LEAD = (
    "Kelpor mills flour. Mary Tull runs the mill of Varn. Peter Brandt sells its flour. Brandt has the shop. "
    "The shop of Brandt is small. Cats sleep. Dogs bark. Rain falls on the Brandts. Ice drifts. Fog lifts. Sun shines."
)


def may_stand(text: str, quote: str, word: str) -> bool:
    body = f"{LEAD} {quote}"
    at = body.index(quote)
    passage = read_passage(Article(id="mill", text=body), text, [(at, at + len(quote))])
    return stands_for_name(align(passage), passage, word)


@pytest.mark.parametrize(
    ("text", "quote", "word"),
    [
        ("Tull was fined for hoarding sugar.", "In May, she was fined for hoarding sugar from Orsk.", "Tull"),
        ("The guild begged Brandt to hide the sugar.", "The guild begged him to hide the sugar.", "Brandt"),
        ("The guild said the Brandts' game is good.", "The guild said their game is good.", "Brandts"),
        ("Brandt's shop lost a window.", "Yesterday his shop lost a window.", "Brandt"),
        ("The clerk blamed the Varn crew.", "The clerk blamed it on that crew.", "Varn"),
        ("The 40 jobs Kelpor had pledged are gone.", "The 40 jobs it had pledged are gone.", "Kelpor"),
        ("A buyer asked Brandt to hide the sugar.", "A buyer asked the manager to hide the sugar.", "Brandt"),
    ],
)
def test_a_pronoun_may_mean_a_name_that_is_at_hand(text: str, quote: str, word: str) -> None:
    assert may_stand(text, quote, word)


@pytest.mark.parametrize(
    ("text", "quote", "word"),
    [
        ("Tull was fined for hoarding sugar.", "In May, he was fined for hoarding sugar.", "Tull"),  # she is no "he"
        ("Brandt was fined for hoarding sugar.", "Ana Moll was fined for hoarding sugar.", "Brandt"),  # another name
        ("Ormond was fined for hoarding sugar.", "In May, he was fined for hoarding sugar.", "Ormond"),  # not at hand
        ("He took sugar from Brandt after the fire.", "He took sugar from his parents, after the fire.", "Brandt"),
        ("Brandt was closed for hoarding sugar.", "It was closed for hoarding sugar.", "Brandt"),  # he is no "it"
        ("The rain stopped Brandt.", "The rain stopped.", "Brandt"),  # nothing stands there
    ],
)
def test_no_name_takes_the_place_of_another_one_or_of_nothing(text: str, quote: str, word: str) -> None:
    assert not may_stand(text, quote, word)
