from __future__ import annotations

import pytest

from summarizer.attribution.sources import SourceName
from tests.attribution.sources.marked import names, sources


@pytest.mark.parametrize(
    "text",
    [
        "[Mourners] say the ferry was full.",
        "[Skippers] also warn of fog. The harbour was shut on Monday.",
        "[Passengers] left early. Two passengers fell.",
    ],
)
def test_a_lone_plural_at_the_beginning_is_a_crowd(text: str) -> None:
    assert [source.kind for source in sources(text)] == ["anonymous"]


def test_a_common_noun_that_the_text_has_in_small_letters_is_no_person() -> None:
    text = "[Footage] shows the gate. The footage is old. Oskar Lund saw it. [He] said it was dark."
    assert names(text) == ["Footage", "Oskar Lund"]


@pytest.mark.parametrize(
    "text",
    [
        "[Waters] said the rain came.",
        "[Brook] said the brook had risen, as Dana Brook does every year.",
        "The door opened. [Ridge] laughed, and Ridge’s dog fled over the ridge. It was Mr Ridge who said so.",
    ],
)
def test_a_surname_stays_a_person(text: str) -> None:
    assert [source.kind for source in sources(text)] == ["person"]


def test_people_of_a_nation_are_a_crowd() -> None:
    assert sources("In Ostby, [Saudis] denied it.") == [SourceName("Saudis", "anonymous")]


def test_shares_at_the_beginning_are_nobody() -> None:
    text = "Shares in Galder Tools fell on Monday after it cut its forecast. [The group] said sales had dropped."
    assert "Shares" not in names(text)


@pytest.mark.parametrize("who", ["Bakers on night shifts", "Weavers with small looms", "Cleaners at the inn"])
def test_a_trade_in_the_plural_is_no_name(who: str) -> None:
    assert sources(f"[{who}] said it rained.") == [SourceName(who, "anonymous")]


@pytest.mark.parametrize("kind", ["Shipping group", "Insurance firm", "Hotel chain"])
def test_a_word_that_says_what_kind_of_body_has_the_name_is_no_name(kind: str) -> None:
    text = f"{kind} Norhav will lay off 200 sailors. “We had no choice,” [the company] said."
    assert names(text)[0] in {"Norhav", "company"}
