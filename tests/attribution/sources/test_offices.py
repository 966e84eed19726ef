"""Where a person's name begins after an office that ends with a name."""

from __future__ import annotations

import pytest

from summarizer.attribution.sources import SourceName
from summarizer.attribution.sources.offices import name_after_office
from tests.attribution.sources.marked import names, sources


def test_the_name_begins_after_the_place() -> None:
    text = "Attorney for the District of Lund Ann Poe spoke."
    assert name_after_office(text, 0, 0, text.removesuffix(" spoke.")) == (0, text.index("Ann"))
    assert name_after_office("Bank of Saint Anna grew.", 0, 0, "Bank of Saint Anna") is None


@pytest.mark.parametrize(
    ("mention", "name", "role"),
    [
        ("[Attorney for the District of Lund Ann Poe] said so.", "Ann Poe", "Attorney for the District of Lund"),
        ("[Senator from Ostby Bertil Roe] said so.", "Bertil Roe", "Senator from Ostby"),
        ("[Minister in the Ministry of Fish Dora Roe] said so.", "Dora Roe", "Minister in the Ministry of Fish"),
        ("[Ambassador to Lund Bay Otto Roe] said so.", "Otto Roe", "Ambassador to Lund Bay"),
        ("[Attorney for the District of Lund Xelb Roe] said so.", "Xelb Roe", "Attorney for the District of Lund"),
    ],
)
def test_an_office_with_a_place_is_a_role(mention: str, name: str, role: str) -> None:
    assert sources(mention) == [SourceName(name, "person", role)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[The University of North Ostby] said so.", "University of North Ostby"),
        ("Secretary of State Nora Quist was in New Port Lund. [Quist] said so.", "Nora Quist"),
        ("[Minister of Trade, Fish and Works, Senator Ann Poe] said so.", "Ann Poe"),
        ("[The Dock and Rail Union] struck.", "Dock and Rail Union"),
        ("The Poe-Roe plan grew. [Roe] said so.", "Roe"),
        ("Mette Poe-Roe spoke. [Poe-Roe] said so.", "Mette Poe-Roe"),
        ("[The judge presiding over the trial], Ann Poe, said so.", "Ann Poe"),
        ("[A woman] who called herself the boy's aunt said so.", "A woman who called herself the boy's aunt"),
        (
            "[A woman] who described herself as the boy's aunt said so.",
            "A woman who described herself as the boy's aunt",
        ),
        ("[Two people] close to the talks said so.", "Two people close to the talks"),
        ("[Including from the cellist Ann Poe] said so.", "Ann Poe"),
        ("[Poe of the Vale Courier] said so. Ann Poe left.", "Ann Poe"),
        ("[The Mayor's Office for the District of Lund] said so.", "Mayor's Office for the District of Lund"),
        ("[The People's Daily] said so.", "People's Daily"),
    ],
)
def test_names_come_out_whole(text: str, name: str) -> None:
    assert names(text)[-1] == name


@pytest.mark.parametrize(
    "who", ["spokesman for Mayor", "deputy to Colonel", "secretary of Governor", "manager for Senator"]
)
def test_who_speaks_for_somebody_with_a_title_is_not_that_one(who: str) -> None:
    assert names(f"[A {who} Ann Poe] said so.") == [f"A {who} Ann Poe"]
    assert sources("[A spokesman for General Dynamos Tom Hale] said so.")[0].name == "Tom Hale"
