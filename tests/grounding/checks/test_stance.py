"""A claim's stance is one that its words can have."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from summarizer.grounding.checks.stance import check_stance
from tests.grounding.checks.beside import passage_of

if TYPE_CHECKING:
    from summarizer.contract.draft import Stance


@pytest.mark.parametrize(
    ("stance", "text", "differs"),
    [
        ("accuses", "Brandt accused the board of theft.", False),
        ("supports", "Brandt accused the board of theft.", True),
        ("denies", "Brandt denied the theft.", False),
        ("confirms", "Brandt denied the theft.", True),
        ("denies", "Brandt admitted the theft.", True),
        ("demands", "Brandt said the way to win is to row.", False),
        ("confirms", "Brandt said the sale was a mistake.", False),
        ("denies", "Brandt claimed that the boat was a gift.", False),
        ("demands", "Brandt encourages the crews to meet.", False),
        ("denies", "Brandt replied that no boat was lost, although he admitted a delay.", False),
        ("denies", "Brandt said the pier is open.", True),
        ("denies", "Brandt said the pier is not shut.", False),
        ("promises", "Brandt said the pier is open.", True),
        ("promises", "Brandt said the pier will open.", False),
        ("demands", "Brandt said the pier is open.", True),
        ("demands", "Brandt said the pier should open.", False),
        ("asserts", "Brandt warned of ice.", False),
        ("other", "Brandt denied the theft.", False),
        ("condemns", "Brandt called the theft necessary.", True),
        ("condemns", "Brandt called the theft a disaster.", False),
        ("supports", "Brandt called the deal unacceptable.", True),
        ("supports", "Brandt praised the harsh verdict.", False),
        ("condemns", "Brandt said it is odd how readily everybody in the guild praises ice.", False),
        ("condemns", "Brandt praised the ice.", True),
        ("supports", "Brandt called the pier a useful rather than provocative idea.", False),
        ("supports", "Brandt and Lieberg wrote to the guild.", False),
        ("confirms", "Brandt said the pier is open.", True),
        ("confirms", "Brandt admitted that the pier is shut.", False),
        ("denies", "Brandt said she had not accepted a boat.", False),
        ("promises", "Brandt threatened to close the pier.", True),
    ],
)
def test_a_stance_against_the_words_is_told(stance: str, text: str, differs: bool) -> None:
    found = check_stance(passage_of(text, text), cast("Stance", stance), None)
    assert [check.code for check in found] == (["stance_differs"] if differs else [])
