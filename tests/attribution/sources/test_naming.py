from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.sources.bodies import abbreviates
from summarizer.attribution.sources.mentions import RUN
from summarizer.attribution.sources.naming import name_key, read_run


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


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("said Jean-Yves Le Roe of Ostby.", ["Jean-Yves Le Roe of Ostby"]),
        ("and Abu Ali al-Askar spoke", ["Abu Ali al-Askar"]),
        ("Khalid bin Salim met J. P. Roe", ["Khalid bin Salim", "J. P. Roe"]),
        ("Quist’s aide, Mr. Renn", ["Quist", "Mr. Renn"]),
        ("Ostby-backed men", ["Ostby"]),
        ("the U.S. Army, @Quist and #Roe", ["U.S. Army"]),
        ("newsOstby said", ["Ostby"]),
    ],
)
def test_runs_of_capitalised_words(text: str, runs: list[str]) -> None:
    assert [match.group() for match in RUN.finditer(text)] == runs


@pytest.mark.parametrize(
    ("short", "name", "fits"),
    [
        ("PHF", "Popular Harbour Forces", True),
        ("UNICOAST", "United Coast Command", True),
        ("COASTCOM", "United Coast Command", True),
        ("SANA", "Syrian News Agency", True),
        ("PHF", "Ostby Herald", False),
        ("Ostby", "Ostby Herald", False),
    ],
)
def test_short_forms_stand_in_their_names(short: str, name: str, fits: bool) -> None:
    assert abbreviates(short, name) is fits


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


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Villagers", "witness"),
        ("Dozens of villagers", "witness"),
        ("Miners", "anonymous"),
        ("Hundreds of miners", "anonymous"),
        ("Separatists", "anonymous"),
        ("Reports", "document"),
        ("Media reports", "document"),
    ],
)
def test_a_plural_that_opens_a_sentence_is_nobodys_name(words, kind):
    report = summarize(f"The market was closed. {words} said the wall had failed.", engine="extractive")
    assert [(claim.source.name, claim.source.kind) for claim in report.claims] == [(words, kind)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“It was long,” Will Reil said.", ["Will Reil"]),
        ("Will Reil said it was long.", ["Will Reil"]),
        ("The mayor, Will Reil, said it was long. Reil said it was late.", ["Will Reil", "Will Reil"]),
        ("Maj. Gen. Per Lund said it was long.", ["Per Lund"]),
        ("Will Reil resign? Ada Lund said he would not. Reil said it was late.", ["Ada Lund", "Reil"]),
        ("Will the wall hold? Ada Lund said it would.", ["Ada Lund"]),
    ],
)
def test_will_and_per_are_names_where_no_verb_and_no_preposition_stands(text, names):
    report = summarize(text, engine="extractive")
    assert [claim.source.name for claim in report.claims] == names
