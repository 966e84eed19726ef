from __future__ import annotations

import pytest

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
