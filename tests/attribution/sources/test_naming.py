from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.sources.naming import name_key, read_run
from tests.attribution.sources.marked import names


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Rasool", "Rasul"),
        ("al-Kadhimi", "Kadhemi"),
        ("Kata’ib Dawn", "Kataib Dawn"),
        ("Mohammed Sadri", "Muhammad Sadri"),
        ("Jean-Yves Roe", "Jean Yves Roe"),
        ("José Núñez", "Jose Nunez"),
        ("U.S. Army", "United States Army"),
        ("al Sadri", "al-Sadri"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, two: str) -> None:
    assert name_key(one) == name_key(two)


def test_the_evening_sun_is_a_paper() -> None:
    assert names("Rolf Tann sued the Evening Sun. [The newspaper] said it was late.") == ["Evening Sun"]


@pytest.mark.parametrize(
    ("one", "two"), [("Ali Rabiee", "Ali Khorami"), ("John Poe", "Jane Poe"), ("Mark Roe", "Marc Row"), ("Dawn", "Dan")]
)
def test_other_names_have_other_keys(one: str, two: str) -> None:
    assert name_key(one) != name_key(two)


@pytest.mark.parametrize(
    ("run", "pieces"),
    [
        ("Navy Commander Lena Brandt", [("Navy Commander ", "Lena Brandt", "person")]),
        ("US Secretary of Defense Paul Renn", [("US Secretary of Defense ", "Paul Renn", "person")]),
        ("But Quist", [("", "Quist", "single")]),
        ("The Popular Harbour Forces", [("", "Popular Harbour Forces", "military")]),
        ("Northmouth Terminals", [("", "Northmouth Terminals", "organization")]),
        ("Coast Observatory for Human Rights", [("", "Coast Observatory for Human Rights", "organization")]),
        ("Rep. Quist of Ohio", [("Rep. ", "Quist", "person"), ("", "Ohio", "place")]),
        ("Deputy Prime Minister", [("", "Deputy Prime Minister", "title")]),
        ("Veldania Republican Thomas Roe", [("Veldania Republican ", "Thomas Roe", "person")]),
        ("Paul Renn Monday", [("", "Paul Renn", "person")]),
        ("HillsAfter Washington", [("", "Hills", "single"), ("", "Washington", "place")]),
        ("Previous The Northern Army", [("", "Previous", "single"), ("", "Northern Army", "military")]),
        ("Democrats", [("", "Democrats", "crowd")]),
        ("Iranian", [("", "Iranian", "adjective")]),
        ("Sunday", []),
        ("However", []),
    ],
)
def test_a_run_is_split_into_titles_and_names(run: str, pieces: list[tuple[str, str, str]]) -> None:
    assert [(run[p.lead : p.start], run[p.start : p.end], p.sort) for p in read_run(run)] == pieces


@pytest.mark.parametrize("name", ["Samuel A. Reil", "Anna I. Lund", "A. J. Lund", "A. Lund"])
def test_an_initial_is_no_article_and_no_pronoun(name):
    run = f"Mayor {name}"
    assert [run[piece.start : piece.end] for piece in read_run(run)] == [name]
    report = summarize(f"The market was closed. {name} said the wall had failed.", engine="extractive")
    assert [claim.source.name for claim in report.claims] == [name]


@pytest.mark.parametrize("title", ["Councillor", "Chief Constable", "Chief Executive", "Coroner", "Provost"])
def test_titles_of_councils_and_forces_are_roles(title):
    report = summarize(f"The market was closed. {title} Tomas Reil said the wall had failed.", engine="extractive")
    assert [(claim.source.name, claim.source.role) for claim in report.claims] == [("Tomas Reil", title)]


def test_what_a_doctor_does_tells_more_than_the_degree():
    text = "Dr Anna Lund, a surgeon at Varn Hospital, said nobody had died. “It was long,” Dr Lund said."
    report = summarize(text, engine="extractive")
    assert {claim.source.role for claim in report.claims} == {"surgeon at Varn Hospital"}


def test_a_body_may_have_opinion_in_its_name() -> None:
    name = "Harbour Center for Public Opinion Research"
    assert [name[piece.start : piece.end] for piece in read_run(name)] == [name]


def test_days_at_the_beginning_are_no_name() -> None:
    assert read_run("Days") == ()


@pytest.mark.parametrize(
    ("run", "office", "name"),
    [
        ("Skarn County Recorder Helen Rell", "Skarn County Recorder", "Helen Rell"),
        ("Dock Workers Secretary-Treasurer Gary Rell", "Dock Workers Secretary-Treasurer", "Gary Rell"),
        ("Ostby City Public Advocate Trunda Rell", "Ostby City Public Advocate", "Trunda Rell"),
        ("Harbour Board Counsel W. Neil Rell", "Harbour Board Counsel", "W. Neil Rell"),
    ],
)
def test_an_office_in_a_body_is_its_holders_role(run: str, office: str, name: str) -> None:
    piece = read_run(run)[-1]
    assert (run[piece.lead : piece.start].strip(), run[piece.start : piece.end]) == (office, name)
    assert piece.sort == "person"


def test_a_gerund_before_a_name_is_no_first_name_and_plural_letters_name_no_body() -> None:
    assert [piece.start for piece in read_run("Entrusting Donald Lund")] == [len("Entrusting ")]
    assert [piece.sort for piece in read_run("GPUs")] == ["crowd"]


def test_staff_at_the_start_of_a_sentence_is_no_name() -> None:
    assert names("[Staff on short contracts] said so. [Crew on board] said so.") == [
        "Staff on short contracts",
        "Crew on board",
    ]


@pytest.mark.parametrize("name", ["Society for the Protection of Rivers and Lakes", "Agency for the Care of Dogs"])
def test_what_a_body_is_for_may_be_of_something(name: str) -> None:
    assert names(f"[The {name}] said it was late.") == [name]


def test_a_democrat_is_no_company() -> None:
    text = "Brenn Foods will cut jobs. Republican Osk and Democrat Lund came. The company said that it was late."
    (claim,) = summarize(text, engine="extractive").claims
    assert claim.source.name == "Brenn Foods"


@pytest.mark.parametrize("name", ["Per Olav Lind", "Anne Marie Lind"])
def test_an_office_ends_before_the_first_of_several_first_names(name: str) -> None:
    claim = summarize(f"Finance Minister {name} said it was late.", engine="extractive").claims[0]
    assert (claim.source.name, claim.source.role) == (name, "Finance Minister")


@pytest.mark.parametrize("office", ["Chief Executive Officer", "CTO"])
def test_an_office_of_a_body_is_no_part_of_its_name(office: str) -> None:
    text = f"“We wait,” said Ida Falk, {office} of Velden Water.\n\nVelden Water said it was late."
    claims = summarize(text, engine="extractive").claims
    assert [(one.source.name, one.source.role) for one in claims] == [
        ("Ida Falk", f"{office} of Velden Water"),
        ("Velden Water", None),
    ]
