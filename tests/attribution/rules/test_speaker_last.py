"""What stands with a speaker after what he says: his other roles, and the medium that passes it on."""

from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.reading import statements_of


@pytest.mark.parametrize(
    ("text", "source", "role"),
    [
        ("“It is a good year,” owner, founder and head coach Mia Brandt told the Bell.", "Mia Brandt", "coach"),
        ("“Sales rose,” chairman, chief executive and president Jon Reed said.", "Jon Reed", "chief executive"),
        ("“Sales rose,” president and chief executive Jon Reed said.", "Jon Reed", "chief executive"),
        (
            "“Sales rose,” Minister of Trade, Fish and Works, Ann Poe, said.",
            "Ann Poe",
            "Minister of Trade, Fish and Works",
        ),
        (
            "“Sales rose,” Minister of Trade, Fish and Works, Senator the Hon. Ann Poe, told Radio Ost.",
            "Ann Poe",
            "Senator",
        ),
    ],
)
def test_the_roles_of_a_speaker_are_no_part_of_the_quotation(text: str, source: str, role: str) -> None:
    (claim,) = summarize(text, engine="extractive").claims
    assert claim.source.name == source
    assert role in (claim.source.role or "")
    assert claim.evidence[0].quote.strip("“”,") == claim.text.rstrip(".")


@pytest.mark.parametrize(
    "text",
    [
        "The report revealed that the mill was lost, reported the Skarne Times.",
        "The report said the mill was lost, the Skarne Times reported on Monday.",
        "The report revealed on Monday that the mill was lost, the Skarne Times reported.",
    ],
)
def test_who_reports_at_the_end_what_another_says_passes_it_on(text: str) -> None:
    (claim,) = summarize(text, engine="extractive").claims
    assert (claim.source.name, claim.via) == ("The report", ("Skarne Times",))
    assert claim.text.rstrip(".") == "the mill was lost"


def test_who_reports_what_nobody_else_says_is_the_source() -> None:
    (claim,) = summarize("The mill was lost in the night, the Skarne Times reported.", engine="extractive").claims
    assert (claim.source.name, claim.via) == ("Skarne Times", ())


def test_who_reports_at_the_end_passes_on_what_is_said_within_it() -> None:
    text = "Hilda Clint told police she was advised by the chief to use it, the Harbour Times reported late Thursday."
    claims = summarize(text, engine="extractive").claims
    assert ("Hilda Clint", ("Harbour Times",)) in [(one.source.name, one.via) for one in claims]
    assert not [one for one in claims if "Harbour Times" in one.text]


@pytest.mark.parametrize("verb", ["reports", "reported"])
def test_who_reports_after_a_speaker_with_his_office_passes_it_on(verb: str) -> None:
    text = f"“You are not welcome,” said Karim Dorn, director of Homes for All, {verb} the Tilby Herald. “It is sad.”"
    (claim,) = summarize(text, engine="extractive").claims
    assert (claim.source.name, claim.via) == ("Karim Dorn", ("Tilby Herald",))


@pytest.mark.parametrize(
    ("text", "source", "relays"),
    [
        ("The army told the guild that the road was clear, Lund said.", "The army", ["Lund"]),
        ("The guild had warned that the road was shut, said Ada Lund.", "The guild", ["Ada Lund"]),
        ("The mayor said that the road was clear, she said.", "The mayor", []),
    ],
)
def test_who_tells_what_another_said_passes_it_on(text: str, source: str, relays: list[str]) -> None:
    (statement,) = statements_of(text)
    assert statement.mention is not None
    assert text[slice(*statement.mention)] == source
    assert [text[slice(*one)] for one in statement.relays] == relays
