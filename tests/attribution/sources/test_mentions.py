from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.sources import SourceName
from summarizer.attribution.sources.mentions import RUN, kind_of
from tests.attribution.sources.marked import mark, names, sources


def test_kinds_of_named_bodies() -> None:
    text = (
        "[Reuters] said so. [The Pentagon] said so. [The Northern Army] said so. [Tehran] said so. "
        "[Ostby University] said so. [NewsHarbour] said so. [The U.S. military] said so."
    )
    assert [(s.name, s.kind) for s in sources(text)] == [
        ("Reuters", "media"),
        ("Pentagon", "government"),
        ("Northern Army", "military"),
        ("Tehran", "government"),
        ("Ostby University", "organization"),
        ("NewsHarbour", "organization"),
        ("U.S. military", "military"),
    ]


@pytest.mark.parametrize("code", ["LNTF.L", "BRN.OQ"])
def test_the_code_of_shares_is_no_part_of_a_name(code: str) -> None:
    (claim,) = summarize(f"Lantern Foods {code} warned that profit would fall.", engine="extractive").claims
    assert claim.source.name == "Lantern Foods"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Ministry of Food, Forestry and Fisheries", "Ministry of Food, Forestry and Fisheries"),
        ("The Department for Culture, Media and Sport", "Department for Culture, Media and Sport"),
    ],
)
def test_a_ministry_may_be_for_several_things(text: str, name: str) -> None:
    (claim,) = summarize(f"{text} said the cod were back.", engine="extractive").claims
    assert claim.source.name == name


def test_who_stands_behind_a_ministry_is_no_part_of_it() -> None:
    assert names("The Ministry of Health, [Ana Roe] and Bo Lind met.") == ["Ana Roe"]


def test_a_body_apposed_to_a_name_makes_it_no_person() -> None:
    assert sources("[Northern Light, a conservative committee,] said so.")[0][:2] == ("Northern Light", "organization")


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ship left in Tarrin at dawn.", [("Tarrin", "spot")]),
        ("An Ostby-backed group met the anti-Renn league.", [("Ostby", "single")]),
        ("He met al-Hale on Monday.", [("al-Hale", "single")]),
        ("Tarnia's Ministry closed its doors.", [("Tarnia's Ministry", "government")]),
        ("They left the Veldan Embassy in Iraq again.", [("Veldan Embassy in Iraq", "government")]),
        ("Will Hale spoke there.", [("Will Hale", "name")]),
        ("Will the wall hold?", []),
        ("Villagers saw Mayor Nora Quist.", [("Villagers", "crowd"), ("Nora Quist", "person")]),
        ("The FLOOD TOOK Nora QUIST Away And MORE Of Them", []),
    ],
)  # fmt: skip
def test_the_names_in_a_text_and_what_each_is(text: str, found: list[tuple[str, str]]) -> None:
    names_found = mark(text).index.occurrences
    assert [(text[name.start : name.end], name.sort) for name in names_found] == found


def test_a_name_is_led_by_its_titles() -> None:
    text = "It rained. Mayor Nora Quist came. The Dawn Front left."
    quist, front = mark(text).index.occurrences
    assert text[quist.lead : quist.end] == "Mayor Nora Quist"
    assert (quist.sentence, front.sentence) == (1, 2)
    assert (quist.the, front.the) == (False, True)


@pytest.mark.parametrize(
    ("text", "sort"),
    [("Brandt slept. Mayor Brandt left.", "person"), ("They stood near Brenholm. Brenholm slept.", "place")],
)
def test_the_surer_reading_of_a_name_wins(text: str, sort: str) -> None:
    (referent,) = mark(text).index.referents.values()
    assert (referent.sort, len(referent.occurrences)) == (sort, 2)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The newspaper Vestby Folk printed it.", "media"),
        ("Vestby Folk, a charity, printed it.", "organization"),
        ("The head of the council, Vestby Folk, printed it.", "person"),
    ],
)
def test_the_words_beside_a_name_say_what_it_is(text: str, kind: str) -> None:
    (referent,) = mark(text).index.referents.values()
    assert referent.kind == kind


@pytest.mark.parametrize(
    ("sort", "kind"),
    [("name", "person"), ("spot", "government"), ("crowd", "anonymous"), ("media", "media"), ("title", "organization")],
)
def test_the_source_kind_of_a_name(sort: str, kind: str) -> None:
    assert kind_of(sort) == kind


def test_a_hyphen_that_begins_a_line_cuts_nothing_off() -> None:
    assert names("The week in words:\n\n-Petra Rell\n\n[Rell] said it rained.") == ["Petra Rell"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Harbour master Oskar Lorn rejected that. “The buoy was lit,” he said.", "Oskar Lorn"),
        ("Station master Oskar Lorn was angry. He said the train had waited.", "Oskar Lorn"),
        ("Lighthouse keeper Ilse Lorn woke up. She said the lamp had failed.", "Ilse Lorn"),
        ("Ravens coach Oskar Lorn was happy. He said the match was fair.", "Oskar Lorn"),
        ("Lorn praised coach Oskar Reed. He said the match was fair.", "Lorn"),
    ],
)
def test_a_word_that_opens_a_role_before_a_name_is_nobody(text: str, name: str) -> None:
    article = f"Pilot Jon Abel said the ferry was late.\n\n{text}"
    assert summarize(article, engine="extractive").claims[-1].source.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("OSTBYTOWN (Wire) - It rains. [Ostbytown] said so.", "Ostbytown"),
        ("The [NORTEX] said so. Later Nortex left.", "Nortex"),
        ("The [NATO] said so. Later Nato left.", "NATO"),
    ],
)
def test_a_name_in_capitals_has_its_small_letters_where_the_text_has_them(text: str, name: str) -> None:
    assert names(text) == [name]


def test_a_first_name_may_have_a_small_letter_behind_its_hyphen() -> None:
    assert names("“It rained,” chief executive [Jae-won Pryor] wrote.") == ["Jae-won Pryor"]
    assert names("“It rained,” said [Ostby-born Nadia Feld].") == ["Nadia Feld"]


@pytest.mark.parametrize("before", ["Shares in", "A stake in", "Investors in"])
def test_what_shares_are_held_in_is_no_place(before: str) -> None:
    assert sources(f"{before} Tarrin fell. On Monday [Tarrin] said so.")[0].kind != "government"


def test_what_ends_as_a_company_does_is_one() -> None:
    assert sources("[Tarrin plc] said so. [Orlo GmbH] said so.") == [
        SourceName("Tarrin plc", "organization"),
        SourceName("Orlo GmbH", "organization"),
    ]


def test_a_street_speaks_no_word_and_a_surname_does() -> None:
    text = "The potter came from Lock Lane at noon. [She] said so. Guards met Hanna Lane. [Lane] said so."
    assert names(text) == ["the potter", "Hanna Lane"]


def test_a_chamber_has_its_trade_in_its_name() -> None:
    assert sources("[The Ostby Chamber of Trade] said so.")[0][:2] == ("Ostby Chamber of Trade", "organization")


@pytest.mark.parametrize("name", ["Jackson Courier", "Florence Gazette", "Jackson Company"])
def test_what_is_called_as_a_person_is_a_body_after_the(name: str) -> None:
    assert sources(f"A clerk told it to the mill. [The {name}] said so.")[0].kind in {"media", "organization"}
    assert sources(f"The paper, the {name}, fell silent. [The paper] said so.")[0].kind != "person"


def test_a_right_to_something_is_a_body() -> None:
    assert sources("[Right to Learn International] said so.") == [
        SourceName("Right to Learn International", "organization")
    ]
    assert names("Clerks gave the Right to [Ann Poe].") == ["Ann Poe"]


def test_a_ship_is_no_company() -> None:
    text = "Some 300 were on board the Sea Lark, a vessel licensed for 180. [The company] said so."
    assert sources(text)[0].name != "Sea Lark"


def test_a_watch_is_part_of_an_agencys_name() -> None:
    assert names("[The Food Watch Agency] said so. [The Fish Watch Council] said so.") == [
        "Food Watch Agency",
        "Fish Watch Council",
    ]


def test_what_a_group_calls_itself_is_a_group() -> None:
    (source,) = sources("A sailors' group calling itself Red Heron struck. [Red Heron] said so.")
    assert source[:2] == ("Red Heron", "organization")
    (source,) = sources("A sailor calling himself Red Heron struck. [Red Heron] said so.")
    assert source.kind == "person"


def test_who_speaks_for_a_union_is_no_union() -> None:
    (source,) = sources("A spokesman for the dock workers' union, [Idris Voss], blamed the guild.")
    assert source[:2] == ("Idris Voss", "person")


@pytest.mark.parametrize("text", ["Ed “Spanner” Moll", 'Ed "Spanner" Moll', "Ed (Spanner) Moll"])
def test_a_nickname_may_stand_within_a_name(text: str) -> None:
    assert names(f"[{text}], a mechanic, said it was cold. [Moll] said it was late.") == [text, text]


def test_a_title_before_a_surname_is_no_nickname() -> None:
    assert names("Ed sang “Blue” and [Moll] said it was late.") == ["Moll"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The dam leaks, captain [June Abbot] said.", "June Abbot"),
        ("“The dam leaks,” said [August Pell].", "August Pell"),
        ("[April Dorn] said the dam leaks.", "April Dorn"),
        ("[April Dorn], 42, a baker, said the dam leaks.", "April Dorn"),
        ("The mayor, [June Abbot], said the dam leaks.", "June Abbot"),
        ("In June [Abbot] said the dam leaks.", "Abbot"),
        ("Last August [Pell] said the dam leaks.", "Pell"),
    ],
)
def test_a_month_is_a_first_name_where_somebody_is_meant(text: str, name: str) -> None:
    assert names(text) == [name]


def test_a_month_before_an_event_is_no_first_name() -> None:
    assert summarize("Growers said June Rains were late.", engine="extractive").claims[0].source.name == "Growers"


@pytest.mark.parametrize("name", ["Kor Ji-woon", "Ryu Ha-moon", "Noh Geun-sop", "Wei Ing-jeou", "Lin Mei-ling"])
def test_a_first_name_of_two_syllables_keeps_both(name: str) -> None:
    assert names(f"[{name}] said it was late.") == [name]
