from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.sources.marked import names


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Mona Rell, [R-Fla.], speaking on Monday, said it rained.",
        "Mona Rell, [Republican of Ohio, who] voted no, said it rained.",
        "Mona Rell, a farmer from Jackson, [Miss.], who came by bus, said it rained.",
        "“It is late,” Mona Rell, 44, a nurse in Ostby, [Pa.], said.",
        "Mona Rell, President, [Harbour Board], said it rained.",
    ],
)
def test_what_stands_after_a_comma_is_said_of_the_person_before(text: str) -> None:
    assert names(text) == ["Mona Rell"]


def test_a_town_does_not_speak_for_its_state() -> None:
    assert names("The boat left Lund, [Fla.], in fog.") != ["Lund"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ugo Maria Lenz, the editor of the diocese's weekly paper, La Torre Antica, said it was late.",
            "Ugo Maria Lenz",
        ),
        ("Ada Lund, the owner of the town's oldest shop, Lund & Daughters, said it was late.", "Ada Lund"),
        ("Ada Lund, the mother of the victim, Milo Reyes, said it was late.", "Ada Lund"),
        ("After a call with Ada Lund, the mayor, Owen Pell, said it was late.", "Owen Pell"),
        ("In Tilby, the mayor, Owen Pell, said it was late.", "Owen Pell"),
    ],
)
def test_a_role_between_two_names_is_that_of_who_begins_the_sentence(text: str, name: str) -> None:
    assert [claim.source.name for claim in summarize(text, engine="extractive").claims] == [name]
