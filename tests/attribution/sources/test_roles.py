"""Roles that stand beside a name."""

from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.sources import SourceName, read_cast
from summarizer.contract.article import Article
from tests.attribution.sources.marked import sources


def role_of(text: str, name: str) -> str:
    start = text.index(name)
    return read_cast(Article(id="a", text=text)).resolve((start, start + len(name))).role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ilse Brandt, a harbour pilot, said the wall held.", "harbour pilot"),
        ("Harbour pilot Ilse Brandt said the wall held.", "Harbour pilot"),
        ("Ilse Brandt, the spokeswoman who spoke on Monday, said the wall held.", "spokeswoman"),
        ("Ilse Brandt, publisher of the Varn Leaf, said the wall held.", "publisher of the Varn Leaf"),
        ("Ilse Brandt, a Velian pilot working for Varn, said the wall held.", "Velian pilot working for Varn"),
        ("Ilse Brandt, a pilot whose boat was lost, said the wall held.", "pilot"),
        ("Ilse Brandt, a former pilot now at the Varn school, said it held.", "former pilot now at the Varn school"),
        ("Ilse Brandt, a volunteer at the harbour, said the wall held.", "volunteer at the harbour"),
        ("The minister of public works Ilse Brandt said the wall held.", "minister of public works"),
        ("Ilse Brandt, under pressure from pilots, said the wall held.", ""),
        (
            "Ilse Brandt, a pilot of the port of Varn and an earlier head of the board for walls and locks of all "
            "Velia, said the wall held.",
            "pilot of the port of Varn",
        ),
        # A lost word leaves two spaces after the comma: there is no role to read, and nothing breaks.
        ("Ilse Brandt,  who said the wall held, left. Ilse Brandt said so.", ""),
    ],
)
def test_the_role_beside_a_name(text: str, role: str) -> None:
    assert role_of(text, "Ilse Brandt") == role


def test_role_and_ranks_before_a_name_are_its_role() -> None:
    text = "[Ministry spokeswoman Army Captain Lena Brandt] spoke. Nothing burned, [Brandt] said. “No,” [she] added."
    assert sources(text) == [SourceName("Lena Brandt", "person", "Ministry spokeswoman Army Captain")] * 3


@pytest.mark.parametrize(
    ("mention", "name", "role"),
    [
        ("[Tom Hale], the harbour spokesman, said so.", "Tom Hale", "harbour spokesman"),
        ("[Abu Tariq, an official from the Delta Brigades,] said so.", "Abu Tariq", "official from the Delta Brigades"),
        ("Yesterday [Veldania’s Prime Minister Otto Brandl] said so.", "Otto Brandl", "Veldania’s Prime Minister"),
        ("[The harbour's spokesman, Tom Hale,] said so.", "Tom Hale", "harbour's spokesman"),
        ("[Mr. Hale] said so.", "Hale", ""),
        ("[Secretary of State Nora Quist] said so.", "Nora Quist", "Secretary of State"),
        ("Then [former secretary of state Nora Quist] said so.", "Nora Quist", "former secretary of state"),
        ("[Ohio Sen. Nora Quist (D)] said so.", "Nora Quist", "Ohio Sen."),
        ("[Actress Nora Quist] said so.", "Nora Quist", "Actress"),
        ("[Nora Quist, 44, a baker who lives in Ostby,] said so.", "Nora Quist", "baker"),
        ("[Nora Quist of Ostby] said so.", "Nora Quist", ""),
        ("[Nora Quist, who has baked bread for years,] said so.", "Nora Quist", ""),
    ],
)
def test_titles_and_appositions_are_roles(mention: str, name: str, role: str) -> None:
    assert sources(mention) == [SourceName(name, "person", role)]


@pytest.mark.parametrize(
    ("before", "role"),
    [("an emotional Mrs.", ""), ("a tearful Mr.", ""), ("former mayor Mrs.", "former mayor"), ("Mr.", "")],
)
def test_how_somebody_with_an_honorific_looks_is_no_role(before: str, role: str) -> None:
    assert [source.role for source in sources(f"“It is hard,” [{before} Brandt] said.")] == [role]


def test_a_profession_before_a_name_is_no_part_of_it() -> None:
    assert sources("[Engineer Tomas Reil] said so.") == [SourceName("Tomas Reil", "person", "Engineer")]


def test_an_aide_who_speaks_after_a_name_is_no_role_of_the_name() -> None:
    (claim,) = summarize("After the talks with Hilda Clint, her aide said the war is over.", engine="extractive").claims
    assert claim.source.name == "her aide"


def test_an_official_between_commas_who_says_it_is_no_role_of_what_it_is_about() -> None:
    (claim,) = summarize("Investment, official says, helped the economy of Norland.", engine="extractive").claims
    assert claim.source.name == "official"


def test_a_particle_of_a_name_is_no_role() -> None:
    text = "Mayor Bo de Blanc went to the hall. “I will help,” de Blanc said."
    (claim,) = summarize(text, engine="extractive").claims
    assert (claim.source.name, claim.source.role) == ("Bo de Blanc", "Mayor")


def test_a_role_holds_no_quotation_marks() -> None:
    text = "On “Morning Talk,” Rep. [Dan Issen] said so."
    assert sources(text)[0].role == "Rep."


def test_an_engineer_of_a_county_is_a_person() -> None:
    assert sources("[County Engineer Willa Stroud] said so.") == [
        SourceName("Willa Stroud", "person", "County Engineer")
    ]


def test_where_somebody_comes_from_and_what_he_does_is_no_role() -> None:
    text = "[Amadou Maga], 13, of Tilby sold water in hope of a crowd. [He] said so."
    assert [source.role for source in sources(text)] == ["", ""]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The guild dismissed its keeper, [Ann Poe].", "keeper"),
        ("The mayor walked to the pier with her lawyer, [Ann Poe].", "lawyer"),
        ("The head of the inn, [Ann Poe], said so.", "head of the inn"),
    ],
)
def test_a_role_before_a_name_begins_at_its_determiner(text: str, role: str) -> None:
    assert [source.role for source in sources(text)] == [role]


def test_what_somebody_does_to_another_is_no_role() -> None:
    text = "The mayor, Ann Poe, dismissed the keeper, Bob Roe. “I weep,” [the keeper] said. “Good,” [the mayor] said."
    assert [source.name for source in sources(text)] == ["Bob Roe", "Ann Poe"]


@pytest.mark.parametrize("verb", ["asked", "told", "interrupted"])
def test_a_role_does_not_begin_with_who_asks(verb: str) -> None:
    (source,) = sources(f"Mr Harlow {verb} the witness, [Ellen Pryce], who said it rained.")
    assert source.role == "witness"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Some cheered [Tom Berg], courting a rival of the nominee who ran. Berg said so.", ""),
        ("“It rained,” said [Tom Berg], managing director of a mill in Arle.", "managing director of a mill in Arle"),
        ("“It rained,” said [Tom Berg], acting head of the guild.", "acting head of the guild"),
        ("Anders won. Anders's coach, [Lev Brod], said so.", "Anders's coach"),
        ("As the senior miller in Arle, [Tom Berg], said so.", "senior miller in Arle"),
        ("Another oarsman, [Tom Berg], said so.", "oarsman"),
        ("Ecologist Dr [Ada Hale] said so.", "Ecologist"),
        ("Dr [Ada Hale] said so.", "Dr"),
    ],
)
def test_a_role_is_no_clause_and_whole(text: str, role: str) -> None:
    assert [source.role for source in sources(text)] == [role]


@pytest.mark.parametrize(
    ("apposed", "role"),
    [
        ("a former aide to Sen. Karl Osk", "former aide to Sen. Karl Osk"),
        ("an adviser to Mr. Brandt", "adviser to Mr. Brandt"),
        ("the mayor", "mayor"),
    ],
)
def test_a_role_goes_on_past_an_abbreviated_title(apposed: str, role: str) -> None:
    (claim,) = summarize(f"Ada Lund, {apposed}, said the pier was shut.", engine="extractive").claims
    assert claim.source.role == role
