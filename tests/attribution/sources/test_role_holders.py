from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.sources.marked import names


@pytest.mark.parametrize(
    ("opening", "called"),
    [
        ("The opposition's environment spokesman, Karl Venn, was there.", "the former council leader"),
        ("Chief executive Nora Quist was there.", "the former chief executive"),
        ("Mayor Nora Quist was there.", "the former mayor"),
        ("Engineer Nora Quist was there.", "the former minister"),
    ],
)
def test_who_has_another_office_is_not_the_former_anything(opening: str, called: str) -> None:
    assert names(f"{opening} Then [{called}] said it rained.") == [called]


@pytest.mark.parametrize("called", ["the Dutchman", "the midfielder"])
def test_an_epithet_stands_for_the_one_person_of_the_paragraph_above(called: str) -> None:
    text = f"Coach Ruud Verhoe tore into his players.\n\n“I do not know this team,” {called} said."
    assert summarize(text, engine="extractive").claims[-1].source.name == "Ruud Verhoe"
    text = f"Coach Ruud Verhoe met Bea Tarrow.\n\n“I do not know this team,” {called} said."
    assert summarize(text, engine="extractive").claims[-1].source.name != "Ruud Verhoe"


@pytest.mark.parametrize(
    "opening",
    [
        "Nora Quist, the Labour candidate, was there.",
        "Senator Nora Quist was there.",
        "Nora Quist was there.",
        "Former mayor Nora Quist was there.",
    ],
)
def test_the_former_mayor_may_be_the_only_person_spoken_of(opening: str) -> None:
    assert names(f"{opening} Then [the former mayor] said it rained.") == ["Nora Quist"]


@pytest.mark.parametrize(
    ("opening", "called", "name"),
    [
        ("Nora Quist spoke in Ostby.", "the Velm businesswoman", "Nora Quist"),
        ("Nora Quist spoke in Ostby.", "the Greens’ presumptive nominee", "the Greens’ presumptive nominee"),
        ("Nora Quist spoke in Ostby.", "the presumptive nominee", "Nora Quist"),
        ("Nora Quist met Karl Venn in Ostby.", "the Velm businesswoman", "the Velm businesswoman"),
        ("Nora Quist, a baker, spoke in Ostby.", "the Velm candidate", "the Velm candidate"),
    ],
)
def test_the_only_person_named_is_the_candidate_of_the_next_sentence(opening: str, called: str, name: str) -> None:
    assert names(f"{opening} Then [{called}] said it rained.") == [name]


@pytest.mark.parametrize(
    ("far", "name"), [("\n\nIt rained.\n\nIt snowed.\n\nIt froze.", "the senator"), ("", "Bob Roe")]
)
def test_the_senator_is_nobody_far_above_where_another_speaks(far: str, name: str) -> None:
    text = f"Sen. Bob Roe once flinched.{far}\n\n[Ann Poe] said it was late. “It is over,” [the senator] says."
    assert names(text)[1] == name


@pytest.mark.parametrize(("owner", "speaker"), [("My", "My wife"), ("His", "Agda")])
def test_the_writer_s_wife_is_nobody_of_whom_the_article_tells(owner: str, speaker: str) -> None:
    text = f"Nils Tarrow has a boat. His wife, Agda, keeps a log. [{owner} wife] said it was long."
    assert names(text) == [speaker]


def test_a_nationality_stands_for_the_only_person_of_the_paragraph() -> None:
    text = "Bea Tarrow lost again.\n\nHer rival, Ivana Kolar, smiled. [The Croatian] said it was late."
    assert names(text) == ["Ivana Kolar"]
    text = "Ivana Kolar met Bea Tarrow at the gate. [The Croatian] said it was late."
    assert names(text) == ["The Croatian"]


def test_a_people_of_whom_a_land_tells_is_whoever_has_just_spoken() -> None:
    text = (
        "[Former Texas Gov. Rick Parry] said it was late.\n\nDo you support Ted Cross?\n\n"
        "[The former governor], who left in May, said it was cold. “They are good men,” [the Texan] said."
    )
    assert names(text)[2] == names(text)[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Leo Sartor limped off. Sartor posted a photo on Chirp. “Gutted,” [the Italian] wrote.", "Leo Sartor"),
        ("Jon Kerr, 71, lost his dog. “It ran,” said [the father of five].", "Jon Kerr"),
        ("Jon Kerr met Jane Moll. “It ran,” said [the mother of two].", "Jane Moll"),
        ("Striker Leo Sartor scored. “It ran,” said [the Italy international].", "Leo Sartor"),
        ("Jane Moll has had enough. “It ran,” said [the married mum-of-two].", "Jane Moll"),
        ("Jane Moll has had enough. “It ran,” said [the mother of two girls].", "the mother of two girls"),
        ("Jane Moll has had enough. “It ran,” said [the father of two].", "the father of two"),
    ],
)
def test_an_epithet_is_the_only_person_told_of_there(text: str, name: str) -> None:
    assert names(text)[-1] == name
