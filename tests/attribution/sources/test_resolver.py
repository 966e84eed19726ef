from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.sources import SourceName
from tests.attribution.sources.marked import names, sources


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        (
            "Keeper Ode Lunt of Ostby and Senator Tom Hale of Skarn",
            "Keeper Ode Lunt of Ostby and Senator Tom Hale of Skarn",
        ),
        ("Ode Lunt of Ostby and Skarn University", "Ode Lunt"),
        ("Ode Lunt of Ostby", "Ode Lunt"),
    ],
)
def test_two_persons_with_their_places_both_speak(mention: str, name: str) -> None:
    assert names(f"“It is late,” [{mention}] said.") == [name]


def test_his_words_are_his_who_has_just_spoken() -> None:
    text = "“I saw it,” the driver told the crowd. According to his words, he had one thought."
    assert {claim.source.name for claim in summarize(text, engine="extractive").claims} == {"the driver"}


def test_a_role_that_nobody_has_stays_as_it_is() -> None:
    text = "Harbour spokesman Tom Hale spoke. [A hospital official] said three died. [The judge] said nothing."
    assert sources(text) == [SourceName("A hospital official", "anonymous"), SourceName("The judge", "person")]


def test_a_new_role_for_the_person_just_quoted() -> None:
    text = "[Nora Quist] goes further in the film: “We must act,” [the senator] says."
    assert names(text) == ["Nora Quist", "Nora Quist"]


def test_a_statement_belongs_to_its_owner_or_author() -> None:
    assert names("Tom Hale spoke. According to [Hale’s statement], it sank.") == ["Tom Hale"]
    assert names("Tom Hale spoke. It sank, according to [a statement from his office].") == ["Tom Hale"]
    assert names("It sank, according to [a report] by the Ostby Observatory.") == ["Ostby Observatory"]


def test_a_poll_speaks_for_itself() -> None:
    assert sources("[A poll] showed a lead.") == [SourceName("A poll", "document")]


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        ("a port official", "anonymous"),
        ("two officials familiar with the matter", "anonymous"),
        ("sources", "anonymous"),
        ("Veldania-backed militias", "armed_group"),
        ("residents", "witness"),
        ("the two leaders", "anonymous"),
    ],
)
def test_those_without_a_name_keep_their_words(mention: str, kind: str) -> None:
    assert sources(f"Tom Hale was there. On Monday [{mention}] said so.") == [SourceName(mention, kind)]  # type: ignore[arg-type]


def test_a_persons_campaign_is_no_person() -> None:
    text = "Nora Quist toured Ostby. [The Quist campaign] said so. [Her campaign] said more. [The campaign] left."
    assert sources(text) == [SourceName("Quist campaign", "organization")] * 3


def test_a_long_mention_is_cut_after_its_restriction() -> None:
    text = "[A port official, who asked not to be named because he may not speak,] said so."
    assert names(text) == ["A port official"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[The colonel] said so.", "military"),
        ("[The army spokesman] said so.", "military"),
        ("[The imam of the old mosque] said so.", "person"),
        ("[The official] said so.", "anonymous"),
        ("[Prosecutors] said so.", "government"),
        ("[The coast guard] said so.", "government"),
        ("On Monday [an armed group] said so.", "armed_group"),
        ("Fires burned in Lethmar. [Lethmar] said so.", "government"),
        ("The newspaper [Vestby Folk] said so.", "media"),
        ("[Penn & Harrow] said so.", "organization"),
        ("[Nabbo] said it would close.", "organization"),
    ],
)
def test_kinds_of_those_known_by_a_role_or_by_their_context(text: str, kind: str) -> None:
    assert sources(text)[0].kind == kind


def test_an_office_keeps_its_words_where_its_holder_has_no_name() -> None:
    assert sources("[The mayor's office] said so.") == [SourceName("mayor's office", "government")]


def test_its_spokesman_is_nobody_of_another_paragraph() -> None:
    text = "A police spokeswoman, [Inspector Nora Quist], spoke.\n\nThe Night Convoy stayed. [Its spokesman] laughed."
    assert names(text)[-1] != "Nora Quist"


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


def test_a_report_released_by_somebodys_office_is_not_that_one() -> None:
    text = "Gov. Chris Holm is busy. Holm has a bill, according to a Harbour report released by the governor’s office."
    (claim,) = summarize(text, engine="extractive").claims
    assert claim.source.kind == "document"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ruth Oke, President, [Ostby Nurses Union], told reporters so.", "Ruth Oke"),
        ("Ruth Oke, Commissioner for Health, [Holm State], said so.", "Ruth Oke"),
        ("In Ostby, President Tom Hale, [Bo Lund] said so.", "Bo Lund"),
        ("Ruth Oke, who runs it, and [Ostby Nurses Union] said so.", "Ostby Nurses Union"),
    ],
)
def test_offices_and_a_body_after_a_name_are_whose_name_it_is(text: str, name: str) -> None:
    assert names(text) == [name]


def test_the_first_mate_is_nobody_named_before() -> None:
    report = summarize("Captain Freya Moll slept. “The hull held,” the first mate said.", engine="extractive")
    assert [claim.source.name for claim in report.claims] == ["the first mate"]


@pytest.mark.parametrize("called", ["the Ohio Republican", "the former mayor", "the former secretary of state"])
def test_a_new_name_for_the_only_person_spoken_of(called: str) -> None:
    text = f"Senator Mona Rell came to Ostby on Monday. In the evening [{called}] said it rained. [She] left."
    assert names(text) == ["Mona Rell", "Mona Rell"]


def test_the_same_name_where_two_are_spoken_of() -> None:
    text = "Mona Rell met Tom Hale in Ostby on Monday. In the evening [the Ohio Republican] said it rained."
    assert sources(text) == [SourceName("the Ohio Republican", "person")]


@pytest.mark.parametrize("called", ["the former mayor’s spokeswoman", "the former mayor’s plan"])
def test_what_is_somebodys_is_not_that_person(called: str) -> None:
    assert names(f"Mona Rell came to Ostby on Monday. In the evening [{called}] said it rained.") != ["Mona Rell"]


def test_a_lone_name_with_the_is_no_person() -> None:
    text = "[The Lanternman] reported it first. [The Rells], who know Mona Rell, denied it. [The Windmakers] sang it."
    assert [source.kind for source in sources(text)] == ["organization", "person", "anonymous"]


def test_what_somebody_was_is_no_name() -> None:
    text = "Former Arizona governor Mona Rell came to Ostby. “It is late,” [she] said."
    assert sources(text) == [SourceName("Mona Rell", "person", "Former Arizona governor")]


@pytest.mark.parametrize("who", ["A guest", "The lodger", "One customer", "A passer-by", "Another villager", "A juror"])
def test_she_is_whoever_spoke_in_the_sentence_before_whatever_she_is_called(who: str) -> None:
    article = f"Innkeeper Olga Reth heard nothing.\n\n{who} told the Wake that the lock broke. She said it was dark."
    assert summarize(article, engine="extractive").claims[-1].source.name == who


def test_she_is_not_a_thing_that_stood_before() -> None:
    article = "Innkeeper Olga Reth heard nothing.\n\nA report told of broken locks. She said it was dark."
    assert summarize(article, engine="extractive").claims[-1].source.name == "Olga Reth"


@pytest.mark.parametrize("who", ["The family of the boy", "The Reed family", "The miners' guild", "Two commuters"])
def test_they_are_a_family_or_a_guild_of_the_sentence_before(who: str) -> None:
    article = f"The council said it would wait.\n\n{who} thanked the searchers. They said they would not rest."
    assert summarize(article, engine="extractive").claims[-1].source.name == who.removeprefix("The ")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Oskar Pell spoke in Arle. [The ad] concludes that Pell is too rash.", "The ad"),
        ("Oskar Pell sent out a statement. [The statement] said that crews would be paid.", "Oskar Pell"),
    ],
)
def test_whom_a_document_tells_of_has_not_issued_it(text: str, source: str) -> None:
    assert names(text) == [source]


@pytest.mark.parametrize("role", ["weir board chairman", "parks department engineer"])
def test_a_role_is_as_full_later_as_where_it_was_told(role: str) -> None:
    text = f"“It rained,” [{role} Tom Hale] said. [He] added that it would stop. [Hale] had said so before."
    assert [source.role for source in sources(text)] == [role] * 3


def test_another_role_told_later_does_not_take_the_place_of_the_first() -> None:
    text = "“It rained,” [harbour spokesman Tom Hale] said. “It stopped,” [captain Tom Hale] said. [He] laughed."
    assert [source.role for source in sources(text)] == ["harbour spokesman", "captain", "harbour spokesman"]


@pytest.mark.parametrize(
    ("mention", "name"),
    [("Quist himself", "Tolk Quist"), ("Mayor Tolk Quist himself", "Tolk Quist"), ("the guild itself", "guild")],
)
def test_who_speaks_himself_is_who_he_is(mention: str, name: str) -> None:
    assert names(f"Tolk Quist left. “It is late,” [{mention}] said.") == [name]


def test_its_report_is_that_of_the_body_of_its_sentence_and_not_of_a_paper_that_was_told_something() -> None:
    text = "{} will close. The clerk told the daily Skerryposten so. The company has a debt, according to [its report]."
    assert names(text.format("Ulver Steel")) == ["Ulver Steel"]
    assert names(text.format("The mill")) == ["its report"]


def test_the_paper_is_the_study_of_which_an_article_tells() -> None:
    text = "It rusted, according to [a study] in the journal Deep Sea Letters. [The paper] argues so."
    assert names(text) == ["a study", "a study"]
    text = "It was late, according to [Tolk Quist]. The Ostby Herald had printed it. [The paper] stands by it."
    assert names(text)[1] == "Ostby Herald"


def test_a_surname_in_a_headline_is_the_only_one_who_bears_it() -> None:
    text = "[Quist] Slams Guild Over Harbour Toll\n\nGovernor Nora Quist spoke on Monday in the old hall at Ostby."
    assert names(text) == ["Nora Quist"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("[A man] who gave his name only as Odd said it rained.", "A man who gave his name only as Odd"),
        ("[A guest] who asked to be known as Bird said it rained.", "A guest who asked to be known as Bird"),
        ("[A man] who gave his boat away said it rained.", "A man"),
    ],
)
def test_a_name_that_somebody_gave_tells_who_it_is(sentence: str, name: str) -> None:
    assert names(sentence) == [name]


def test_a_firm_may_be_what_a_person_is_called() -> None:
    text = "The mayor blamed the builders. [The contractor], Bilt Ltd, said it rained."
    assert sources(text) == [SourceName("Bilt Ltd", "organization")]


def test_a_sheriff_is_who_is_called_so() -> None:
    assert names("Sheriff Tom Budge met Mayor Lena Cruz. [The sheriff] said it rained.") == ["Tom Budge"]


@pytest.mark.parametrize("role", ["matron", "verger", "zookeeper", "bosun"])
def test_a_trade_is_who_is_called_so(role: str) -> None:
    text = f"The mayor, Nigel Orme, walked with {role} Joy Lund. “It is late,” [the {role}] told him."
    assert names(text) == ["Joy Lund"]


def test_a_thing_of_its_own_is_the_body_s_of_its_sentence() -> None:
    text = "A firm called Clearwell said it was late. When [the council] met, [its own brochure] called it early."
    assert names(text)[1] != "Clearwell"


@pytest.mark.parametrize("marks", ['""', "“”"])
def test_a_name_in_marks_keeps_both(marks: str) -> None:
    opening, closing = marks
    text = f"The telegram channel {opening}Arle Live{closing} wrote that it was late."
    name = summarize(text, engine="extractive").claims[0].source.name
    assert name.count(closing) in (0, 2 if opening == closing else 1)


def test_a_transcript_is_not_the_words_of_who_spoke_last() -> None:
    text = "Marsh said this in a debate. [The transcript of the debate] shows that Lind spoke of mills."
    assert names(text) == ["The transcript of the debate"]


def test_an_acronym_that_looks_like_a_pronoun_is_a_body_with_its_article_too() -> None:
    assert sources("Nine boats sank, according to [the WHO].") == sources("Nine boats sank, according to [WHO].")
