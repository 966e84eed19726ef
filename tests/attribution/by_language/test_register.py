"""The persons whom an article names: what it calls them, in its sentences and in its headline."""

from __future__ import annotations

import pytest

from summarizer.attribution.by_language.reader import read_by_language
from summarizer.attribution.by_language.register import Register
from summarizer.attribution.by_language.speech import load_speech
from summarizer.attribution.by_language.units import read_units
from summarizer.contract.article import Article
from tests.attribution.by_language.reading import article, names_in


def test_a_headline_tells_an_office_too() -> None:
    title = "Anne Roux, bergère à Tolm : une vie de vent"
    text = f"{title}\n\nAnne Roux et Jeanne Blin rient. « Il est tard », dit la bergère."
    found = read_by_language(Article(id="x", text=text, title=title, language="fr"))
    assert [found.names[said.mention].name for said in found.statements if said.mention] == ["Anne Roux"]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "Avelino Ríos vino con la jueza, Ana Ruiz. Avelino calló.",
            "es",
            ["Ana Ruiz", "Avelino Ríos"],
        ),
        ("Der Überlebende, ein Fischer, schläft bei Karl Weber.", "de", ["Karl Weber"]),
        ("À Tolmès, 3 200 habitants, vit Anne Roux, 41 ans.", "fr", ["Anne Roux"]),
        ("Es exdirector de una oficina de Caja Duero Alto, acusado de robar a Juan Ruiz.", "es", ["Juan Ruiz"]),
        ("Fermín volvió con Ana Ríos, su mujer.", "es", ["Ana Ríos"]),
    ],
)
def test_who_is_named(text: str, language: str, names: list[str]) -> None:
    speech = load_speech(language)
    register = Register(speech, read_units(article(text, language), speech))
    assert sorted(person.name for person in register.persons) == names


def test_each_is_found_by_a_part_of_the_name_where_it_stands() -> None:
    speech = load_speech("es")
    text = "Avelino Ríos vino. Ríos calló. Pero Avelino rió."
    (person,) = Register(speech, read_units(article(text, "es"), speech)).persons
    assert [article(text, "es").text[spot:].split()[0].strip(".") for spot in person.spots] == [
        "Avelino",
        "Ríos",
        "Ríos",
        "Avelino",
    ]


def test_of_two_of_a_name_the_headline_tells_who_is_called_by_it() -> None:
    title = "Muere Ana Ríos, maestra de todos"
    said = "«Era una maestra», dijo su sobrino, Juan Ríos. Ríos nació aquí. «Me fui sin decirlo», contaba Ríos."
    text = f"{title}\n\nAna Ríos ha muerto. {said}"
    found = read_by_language(Article(id="x", text=text, title=title, language="es"))
    assert [found.names[one.mention].name for one in found.statements if one.mention] == ["Juan Ríos", "Ana Ríos"]


def test_the_object_behind_a_name_is_no_part_of_it() -> None:
    text = "Zuvor hatte Präsident Jovan Ardel Tarvonien beschuldigt, Schüsse abgegeben zu haben. „Nein“, sagte Ardel."
    names = {name.name for name in read_by_language(article(text, "de")).names.values()}
    assert names == {"Jovan Ardel"}
    text = "„Nein, niemals“, sagte Präsident Jovan Ardel Tarvon. „Nie und nimmer“, sagte Tarvon."
    assert {name.name for name in read_by_language(article(text, "de")).names.values()} == {"Jovan Ardel Tarvon"}


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "«Hay paciencia», dijo Juan Ruiz. Allí estaba Felisa, de 79 años, que esperaba. «Vine sola», contó.",
            "es",
            ["Juan Ruiz", "Felisa"],
        ),
        (
            "« Tout va bien », dit Jean Blin. Même avis chez Jeannine, 88 ans. « Je viens seule », dit-elle.",
            "fr",
            ["Jean Blin", "Jeannine"],
        ),
    ],
)
def test_a_first_name_and_an_age_are_a_person(text: str, language: str, names: list[str]) -> None:
    assert names_in(text, language) == names
