from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.sources import SourceName
from summarizer.attribution.sources.phrase import Phrase, read_phrase
from tests.attribution.sources.marked import mark, names, sources


def phrase_of(text: str) -> Phrase:
    marked = mark(f"It rained. Then {text}.")
    return read_phrase(marked.index, *marked.mentions[0])


def test_a_group_that_calls_itself_something_has_that_name() -> None:
    assert sources("[A group] calling itself Dawn of Ostby threatened ships.") == [
        SourceName("Dawn of Ostby", "organization")
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[The twelfth], Max Abel of Abel & Finch, said so.", "Max Abel"),
        ("[Another pollster], Dov Moll of Arle University, said so.", "Dov Moll"),
        ("The [chairman of the trade union of drivers Tofig Hasan] said so.", "Tofig Hasan"),
    ],
)
def test_a_name_may_have_its_body_behind_or_before_it(text: str, name: str) -> None:
    assert names(text) == [name]


def test_what_an_office_is_for_may_stand_in_brackets_before_its_holder() -> None:
    text = "According to Assistant Commissioner of Police (Crime) K. Venkat, they met. “They lied,” he said."
    assert {claim.source.name for claim in summarize(text, engine="extractive").claims} == {"K. Venkat"}


def test_an_age_may_stand_before_an_apposed_name() -> None:
    assert names("[The owner], 74-year-old Walter Moll, said so.") == ["Walter Moll"]


def test_several_sources_keep_their_words() -> None:
    assert names("[Nora Quist and Paul Renn] said so.") == ["Nora Quist and Paul Renn"]
    assert names("[The Ostby Herald and the Tarn government] said so.") == ["Ostby Herald and the Tarn government"]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("[The supervisor], Garrick Pole, said so.", "Garrick Pole", "supervisor"),
        ("Nora Quist spoke. [Its field coordinator], Lena Brandt, said so.", "Lena Brandt", "field coordinator"),
        ("[The miller's brother], the potter Nora Quist, said so.", "Nora Quist", "miller's brother"),
        ("[The owner's clerk], a retired teacher called Nora Quist, said so.", "Nora Quist", "owner's clerk"),
        ("[The clerk] who runs the mill, Nora Quist, said so.", "Nora Quist", "clerk"),
        ("[The guild's head], former welder Lena Brandt, said so.", "Lena Brandt", "guild's head"),
        ("[A neighbour], 44-year-old baker Lena Brandt, said so.", "Lena Brandt", "neighbour"),
        ("It will hold, said [its keeper], Danish engineer Lena Brandt.", "Lena Brandt", "keeper"),
        ("[The leader of the Dawn Party], Lena Brandt, said so.", "Lena Brandt", "leader of the Dawn Party"),
    ],
)
def test_a_name_apposed_after_the_mention_is_its_name(text: str, name: str, role: str) -> None:
    assert sources(text) == [SourceName(name, "person", role)]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "[Cabinet member for transport Cllr Lena Brandt] said so.",
            "Lena Brandt",
            "Cabinet member for transport",
        ),
        ("[The head of policy Nora Quist] said so.", "Nora Quist", "head of policy"),
        ("[Managing director of the mill Nora Quist] said so.", "Nora Quist", "Managing director of the mill"),
        ("[Cllr Nora Quist] said so.", "Nora Quist", "Cllr"),
        ("[DCI Nora Quist] said so.", "Nora Quist", "DCI"),
    ],
)
def test_a_name_may_follow_what_a_post_is_for(text: str, name: str, role: str) -> None:
    assert sources(text) == [SourceName(name, "person", role)]


@pytest.mark.parametrize(
    "text",
    [
        "The wife of striker Paul Renn",
        "A friend of actress Nora Quist",
        "The lawyer for victim Nora Quist",
        "A fan of Nora Quist",
    ],
)
def test_who_is_somebodys_is_not_that_one(text: str) -> None:
    assert names(f"[{text}] said so.") == [text]


def test_an_owner_can_be_a_company() -> None:
    assert sources("[The owner], Nordhaven Line, said so.")[0][:2] == ("Nordhaven Line", "organization")


def test_a_rank_may_stand_between_a_role_and_its_name() -> None:
    assert names("“We held,” said [the spokesman of the guard], the colonel Dov Pell , on Monday.") == ["Dov Pell"]


@pytest.mark.parametrize(
    ("text", "determiner", "words", "head"),
    [
        ("[the harbour spokesman] spoke", "the", "harbour", "spokesman"),
        ("[two port officials familiar with the matter] spoke", "two", "port", "officials"),
        ("[Hale’s statement] came", "", "hale", "statement"),
        ("[the coast guard] came", "the", "", "coast guard"),
        ("[the Secretary of State] came", "the", "of state", "secretary"),
        ("[former secretary of state Nora Quist] came", "", "former secretary of state", ""),
    ],
)
def test_a_mention_has_a_determiner_words_and_a_head(text: str, determiner: str, words: str, head: str) -> None:
    phrase = phrase_of(text)
    assert (phrase.determiner, " ".join(phrase.words), phrase.head) == (determiner, words, head)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("[Nora Quist and Paul Renn] spoke", True),
        ("[Nora Quist, Paul Renn and Cy Doe] spoke", True),
        ("[voters and aides] spoke", True),
        ("[the founder and his brother] spoke", False),
        ("[the head and founder] spoke", False),
    ],
)
def test_and_joins_two_sources_or_two_words_for_one(text: str, joined: bool) -> None:
    assert phrase_of(text).joined is joined


@pytest.mark.parametrize(
    ("text", "definite", "indefinite", "plural"),
    [
        ("[the pilot] spoke", True, False, False),
        ("[a pilot] spoke", False, True, False),
        ("[his pilots] spoke", True, False, True),
        ("[some sailors] spoke", False, True, True),
        ("[this press] spoke", True, False, False),
    ],
)
def test_how_definite_a_mention_is_and_whether_it_is_several(
    text: str,
    definite: bool,
    indefinite: bool,
    plural: bool,
) -> None:
    phrase = phrase_of(text)
    assert (phrase.is_definite, phrase.is_indefinite, phrase.is_plural) == (definite, indefinite, plural)


def test_the_owner_of_a_mention_is_a_name_before_its_head() -> None:
    phrase = phrase_of("[Hale’s statement] came")
    assert phrase.owner is not None
    assert phrase.owner.key == "hali"
    assert phrase.name is None
    assert phrase_of("[Hale] came").owner is None


def test_what_a_body_called_is_not_its_name() -> None:
    report = summarize("Marsh’s campaign called AP’s story a “leap in the dark.”", engine="extractive")
    assert [claim.source.name for claim in report.claims] == ["Marsh’s campaign"]


@pytest.mark.parametrize("name", ["Bernd Sandvik", "Anna White"])
def test_a_spokesman_for_somebody_is_not_that_one(name: str) -> None:
    (claim,) = summarize(f"A spokesman for {name} joked: “I guess New Year was booked.”", engine="extractive").claims
    assert claim.source.name == f"A spokesman for {name}"


@pytest.mark.parametrize("dash", ["–", "--", "-", "—"])
def test_an_aside_between_dashes_is_no_part_of_a_name(dash: str) -> None:
    text = f"She met bakers {dash} most of whom were ill {dash} who said that the flour was old."
    assert [one.source.name for one in summarize(text, engine="extractive").claims] == ["bakers"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Several bakers supporting Iva Brook said it was late.", "Several bakers supporting Iva Brook"),
        ("One miller opposing Iva Brook said it was late.", "One miller opposing Iva Brook"),
        ("The opposing counsel Iva Brook said it was late.", "Iva Brook"),
    ],
)
def test_who_backs_somebody_is_not_that_one(text: str, name: str) -> None:
    assert [one.source.name for one in summarize(text, engine="extractive").claims] == [name]


def test_close_friends_are_not_the_friend() -> None:
    assert names("Ada Lund left. [Lund’s close friends and allies] said it was late.") == [
        "Lund’s close friends and allies"
    ]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("[Former teacher and Tarn Mayor Rolf Brand] said so.", "Rolf Brand", "Former teacher and Tarn Mayor"),
        ("[Singer and Senator Nora Quist] said so.", "Nora Quist", "Singer and Senator"),
        ("[A teacher and Mayor Rolf Brand] said so.", "A teacher and Mayor Rolf Brand", ""),
        ("[Ostby Councilman Olav Dorn] said so.", "Olav Dorn", "Ostby Councilman"),
    ],
)
def test_two_roles_before_a_name_are_one_person_s(text: str, name: str, role: str) -> None:
    (source,) = sources(text)
    assert (source.name, source.role) == (name, role)


@pytest.mark.parametrize(
    "text", ["a judge hearing the lawsuit", "a nurse holding a report", "a clerk reading the letter"]
)
def test_who_holds_a_report_is_no_report(text: str) -> None:
    (source,) = sources(f"[{text}] said so.")
    assert source.kind == "anonymous"
    assert phrase_of(f"[{text}] said so").head in {"judge", "nurse", "clerk"}


def test_whoever_is_somebodys_second_may_be_told_of_by_a_trade_and_a_name() -> None:
    assert names("[His second], the former champion Tibor Raal, said so.") == ["Tibor Raal"]
    assert names("[His second] said so.") == ["His second"]


def test_a_work_before_a_role_is_no_name() -> None:
    assert sources("But “[Mrs Tarrow” actress Nora Quist] said so.") == [SourceName("Nora Quist", "person", "actress")]


@pytest.mark.parametrize("title", ["Rt Rev", "Rev", "Hon"])
def test_a_title_may_have_an_article_where_a_name_is_apposed(title: str) -> None:
    assert names(f"[The bishop], the {title} Ada Poe, said it rained.") == ["Ada Poe"]


def test_a_body_of_which_more_is_told_has_the_name_behind_that() -> None:
    assert sources("[The company] that runs the dam, Tarsk Energy, said so.")[0][:2] == ("Tarsk Energy", "organization")
    assert names("[The woman] who married the singer, Jon Aas, said so.") == ["The woman"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[Her daughter], the harpist Noor Tarrow, said so.", "Noor Tarrow"),
        ("[Her son], potter Abel Tarrow, said so.", "Abel Tarrow"),
        ("[Her agent], the ethnologist Tea Lind, said so.", "Tea Lind"),
    ],
)
def test_kin_may_be_apposed_with_a_trade_and_a_name(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "“It is late,” said [one] of them, Noor Tarrow of the Arle School.",
        "“It is late,” said [another of the cooks], Noor Tarrow.",
        "“It is late,” said [another], Noor Tarrow, a cook.",
        "“It is late,” said [her publisher], Noor Tarrow of Tarrow & Daughters.",
    ],
)
def test_one_of_several_has_the_name_behind(text: str) -> None:
    assert names(text) == ["Noor Tarrow"]


@pytest.mark.parametrize("text", ["said [one] of them, a cook", "said [one], pointing at Noor Tarrow"])
def test_one_of_several_may_have_no_name(text: str) -> None:
    assert names(f"“It is late,” {text}.") == ["one"]
