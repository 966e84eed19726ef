from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.sources.persons import same_person
from tests.attribution.sources.marked import mark, names, sources


def test_a_surname_gets_the_full_name_even_when_it_comes_later() -> None:
    text = "[Quist] denied it. A day later Mayor Nora Quist repeated that. “Never,” [she] said."
    assert names(text) == ["Nora Quist", "Nora Quist"]


def test_a_fuller_form_of_one_person_wins() -> None:
    text = "Nora Quist spoke. The next day [Nora F. Quist] said no more."
    assert names(text) == ["Nora F. Quist"]


def test_transliterations_of_one_surname_are_one_person() -> None:
    text = "Marshal Yahya Rasool spoke on Monday. [Rasul] said more. So [al-Rasul] said."
    assert names(text) == ["Yahya Rasool", "Yahya Rasool"]


def test_two_bearers_of_a_surname_stay_apart() -> None:
    text = (
        "Bill Carver was mayor. Hillary Carver ran for governor. She and her staff toured Ostby.\n\n"
        "“I did well,” [Mr. Carver] said. [Mrs. Carver] said nothing."
    )
    assert names(text) == ["Bill Carver", "Hillary Carver"]


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Mrs. Carver", "Hilda Carver"),
        ("Ms. Carver", "Hilda Carver"),
        ("Mr. Carver", "Mr. Carver"),
        ("Carver", "Carver"),
    ],
)
def test_a_title_that_is_a_husbands_leaves_a_surname_to_its_only_full_name(mention: str, name: str) -> None:
    text = f"Hilda Carver is mayor. Mr. Carver, her husband, was mayor before her. “I want it done,” [{mention}] said."
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The note came from Edgar T. Quist III, a baker and the husband of Sefa Quist, the mayor.\n\n"
            "“It is late,” [Mr. Quist] said.",
            "Edgar T. Quist III",
        ),
        ("Aurin Quist, the wife of Tolk Quist, came. “It is late,” [Ms. Quist] said.", "Aurin Quist"),
        ("Aurin Quist, the wife of Tolk Quist, came. “It is late,” [Mr. Quist] said.", "Tolk Quist"),
    ],
)
def test_of_a_couple_the_one_whom_the_title_fits_speaks(text: str, name: str) -> None:
    assert names(text) == [name]


def test_pronouns_after_a_name_tell_the_gender_of_its_first_mention() -> None:
    text = "Aurin Tolk lost his hat. Sefa Mirov found her hat. [She] said so. [He] said so too."
    assert names(text) == ["Sefa Mirov", "Aurin Tolk"]


def test_a_name_that_only_stands_before_a_mine_is_no_first_name() -> None:
    text = (
        "Rescuers went down the Tarrin mine. Professor [Ada Quist of the Stone Academy] spoke.\n\n"
        "The mine's operator, Tarrin Deep, has been silent. In a notice, [it] regretted its loss."
    )
    assert names(text)[-1] == "Tarrin Deep"


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("nora quist", "nora f quist", True),
        ("n quist", "nora quist", True),
        ("tim hale", "timothy hale", True),
        ("ti hale", "timothy hale", False),
        ("nora quist", "nora renn", False),
        ("paul renn jr", "paul renn", True),
        ("paul quist", "nora quist", False),
    ],
)
def test_two_names_of_one_person(one: str, two: str, same: bool) -> None:
    assert same_person(one.split(), two.split()) is same


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mrs. Tolk left.", "woman"),
        ("Chairman Aurin Tolk left.", "man"),
        ("Mary Tolk left.", "woman"),
        ("Aurin Tolk left, and he smiled.", "man"),
        ("Aurin Tolk left. “She knew,” a guard said.", ""),
        ("Aurin Tolk left.", ""),
    ],
)
def test_titles_first_names_and_pronouns_show_a_gender(text: str, gender: str) -> None:
    index = mark(text).index
    assert index.gender(index.persons[0]) == gender


def test_a_name_that_only_its_follows_is_a_body() -> None:
    assert [person.name for person in mark("Nabbo closed its gates. Ada Quist wept.").index.persons] == ["Ada Quist"]


def test_a_lone_name_is_the_bearer_just_named_in_full() -> None:
    text = "Ada Quist slept. Ada Quist woke. " + "It rained for days. " * 14 + "Tom Quist sang. Then [Quist] left."
    assert names(text) == ["Tom Quist"]


@pytest.mark.parametrize("said", ["it was late", "it would take years", "it’s time", "it is not easy to see why"])
def test_it_that_stands_for_nothing_makes_no_body_of_a_name(said: str) -> None:
    assert sources(f"At noon [Rell] said {said}. Nobody answered.")[0].kind == "person"


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Paper: ‘Deport Nikki Hale’", "Nikki Hale"),
        ("Free Nikki Hale, say growers", "Nikki Hale"),
        ("Mary Nikki Hale wins", "Mary Nikki Hale"),
    ],
)
def test_the_verb_of_a_headline_is_no_first_name(headline: str, name: str) -> None:
    assert names(f"{headline}\n\nNikki Hale is a baker. Hale left at noon. “It is late,” [she] said.") == [name]


@pytest.mark.parametrize("after", ["said it", "said in a statement that it", "announced on Monday that it"])
def test_what_says_that_it_did_is_a_body(after: str) -> None:
    text = f"The maker of the lock, [Pell Tarrow], {after} had met every rule."
    assert sources(text)[0][:2] == ("Pell Tarrow", "organization")


def test_a_first_name_does_not_make_a_surname_that_ones() -> None:
    text = (
        "Nora Quist, a potter, has died. It was confirmed by her son, Abel.\n\n“It is clay,” [Quist] used to say.\n\n"
        "Abel Quist wept. Nora Quist had made bowls."
    )
    assert names(text) == ["Nora Quist"]


@pytest.mark.parametrize("verb", ["tells him to hush", "would meet him", "hired him"])
def test_whom_somebody_tells_is_not_who_tells(verb: str) -> None:
    text = f"The skipper, Maragh Holdane, {verb}. “There is no fish,” she said."
    assert summarize(text, engine="extractive").claims[-1].source.name == "Maragh Holdane"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "It is late, Mo Tarquell said. There was a call for Ann Sorrel to go earlier than she did, [he] said.",
            "Mo Tarquell",
        ),
        (
            "“It is late,” said Mo Tarquell, an Ann Sorrel aide in her lost race. It rained. “It is,” [he] said.",
            "Mo Tarquell",
        ),
        ("Mo Tarquell, an Ann Sorrel aide, was met at her door. It rained. “It is,” [he] said.", "he"),
        ("Mo Tarquell met Ann Sorrel. She was glad. “It is late,” [he] said.", "he"),
    ],
)
def test_a_pronoun_behind_another_s_name_shows_no_gender(text: str, name: str) -> None:
    assert names(f"Sorrel is a woman, says Ms. Sorrel.\n\n{text}")[-1] == name


def test_who_has_a_role_is_a_person_whatever_its_follows() -> None:
    text = (
        "Director Jens Stolt spoke first. He said it was late.\n\n[Yukaro Aman], head of the agency, said that, if its "
        "wall fell, Ostby would flood.\n\n“I urge the town to wait,” [he] said."
    )
    assert [(source.name, source.kind) for source in sources(text)] == [("Yukaro Aman", "person")] * 2


@pytest.mark.parametrize(
    ("opening", "introduced", "expected"),
    [
        ("[Quist], the harbour master,", "Nora Quist, a baker in Varn,", ["Quist", "Nora Quist"]),
        ("[Quist], the harbour master,", "Nora Quist, no relation to him,", ["Quist", "Nora Quist"]),
        ("[Quist], the harbour master,", "Nora Quist, the master of the harbour,", ["Nora Quist", "Nora Quist"]),
        ("[Quist], the harbour master,", "Nora Quist, a former harbour pilot,", ["Nora Quist", "Nora Quist"]),
        ("[Quist], of the harbour,", "Nora Quist, a baker in Varn,", ["Nora Quist", "Nora Quist"]),
    ],
)
def test_a_surname_told_with_an_office_is_nobody_who_is_introduced_later(opening, introduced, expected) -> None:
    text = f"“It will hold,” {opening} told the council on Monday. {introduced} watched the flood. [Quist] left late."
    assert names(text) == expected


def test_a_title_with_a_surname_is_nobodys_who_is_named_only_later() -> None:
    text = (
        "Dr. Alder Quist wrote the book. “It is mine,” [Mr. Quist] said. [Mr. Quist] left.\n\n"
        "Senator Frank Quist, his uncle, stayed. He was old. “I am tired,” said [Senator Quist]."
    )
    assert names(text)[:2] == ["Alder Quist", "Alder Quist"]


@pytest.mark.parametrize(
    ("described", "name"),
    [
        ("a biologist at the University of Port Varn", "Ossila Tarrow"),
        ("a scholar from the ministry of fish", "Ossila Tarrow"),
        ("an old union of pilots", "Ossila Tarrow"),
    ],
)
def test_where_somebody_works_makes_no_body_of_them(described: str, name: str) -> None:
    report = summarize(f"“It is late,” said Ossila Tarrow, {described}.\n\nTarrow said that the wall was old.")
    assert [claim.source.name for claim in report.claims][-1] == ("Tarrow" if "union" in described else name)


def test_doing_something_to_what_is_danish_is_nobody() -> None:
    text = "Mending Danish nets is hard. The [Danish captain] said no. Sterling Quist came. [Quist] said no."
    assert names(text) == ["Danish captain", "Sterling Quist"]


def test_then_is_a_part_of_an_office() -> None:
    report = summarize("The mill was old, said then-deputy mayor Nora Quist in May.")
    assert report.claims[0].source.role == "then-deputy mayor"
