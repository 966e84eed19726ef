from __future__ import annotations

import pytest

from summarizer.attribution.sources import SourceName, read_cast
from summarizer.contract.article import Article
from tests.attribution.sources.marked import mark, names, sources


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


def test_he_and_she_go_by_gender() -> None:
    text = "John Alder met Mary Birch in Ostby. [She] said it rained. [He] said it did not."
    assert names(text) == ["Mary Birch", "John Alder"]


def test_pronouns_after_a_name_tell_the_gender_of_its_first_mention() -> None:
    text = "Aurin Tolk lost his hat. Sefa Mirov found her hat. [She] said so. [He] said so too."
    assert names(text) == ["Sefa Mirov", "Aurin Tolk"]


def test_he_is_the_speaker_rather_than_who_is_spoken_of() -> None:
    text = (
        "[Governor Paul Renn] opened the bridge. [Renn] thanked Mark Sorrel for the plans.\n\n"
        "“It will stand,” [he] said."
    )
    assert names(text) == ["Paul Renn"] * 3


def test_he_is_not_somebody_quoted_about() -> None:
    text = "[Paul Renn] said. “I never met Mark Sorrel or Tom Hale.” Later [he] said more."
    assert names(text)[-1] == "Paul Renn"


def test_he_can_be_somebody_without_a_name() -> None:
    assert names("[A customs official] said the ship was empty. [He] said no more.") == ["A customs official"] * 2


def test_he_for_a_ministry_is_the_ministry() -> None:
    text = "[Veldania’s Foreign Ministry] said in a note that all was well, although [he] did not say why."
    assert names(text) == ["Veldania’s Foreign Ministry"] * 2


def test_nobody_is_invented_for_a_pronoun_without_antecedent() -> None:
    assert sources("[He] said it rained.") == [SourceName("He", "anonymous")]
    assert sources("[They] said it rained.") == [SourceName("They", "anonymous")]


def test_a_bare_role_is_the_person_of_that_role() -> None:
    text = (
        "[Harbour spokesman Tom Hale] said the ship sank. [Police spokeswoman Mary Birch] said it did not.\n\n"
        "[The harbour spokesman] said it had. [The spokeswoman] said no more."
    )
    assert names(text) == ["Tom Hale", "Mary Birch", "Tom Hale", "Mary Birch"]


def test_a_bare_role_may_be_named_only_later() -> None:
    text = "[The Veldanian Prime Minister] called it a crime. Veldanian Prime Minister Otto Brandl flew home."
    assert sources(text) == [SourceName("Otto Brandl", "person", "Veldanian Prime Minister")]


def test_a_role_that_nobody_has_stays_as_it_is() -> None:
    text = "Harbour spokesman Tom Hale spoke. [A hospital official] said three died. [The judge] said nothing."
    assert sources(text) == [SourceName("A hospital official", "anonymous"), SourceName("The judge", "person")]


def test_the_official_is_the_official_of_before() -> None:
    text = "Tom Hale, the harbour spokesman, was away. [A port official] said two ships sank. [The official] said more."
    assert names(text) == ["A port official", "A port official"]


def test_abbreviated_titles_fit_their_words() -> None:
    text = "Sen. Nora Quist and Gov. Paul Renn met. [The senator] said yes. [The governor] said no."
    assert names(text) == ["Nora Quist", "Paul Renn"]


def test_a_new_role_for_the_person_just_quoted() -> None:
    text = "[Nora Quist] goes further in the film: “We must act,” [the senator] says."
    assert names(text) == ["Nora Quist", "Nora Quist"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("[The Delta Brigades] issued a warning. [The group] said more.", "Delta Brigades", "armed_group"),
        ("[The Ostby Clinic Foundation] opened. [The foundation] said so.", "Ostby Clinic Foundation", "organization"),
        ("[The Ministry of Health] met. [The ministry] said so.", "Ministry of Health", "government"),
        ("[The Ostby Herald] wrote it. [The newspaper] said so.", "Ostby Herald", "media"),
        ("[The Delta Brigades] struck. [It] said more would come.", "Delta Brigades", "armed_group"),
    ],
)
def test_bare_bodies_go_to_the_body_before(text: str, name: str, kind: str) -> None:
    assert [source[:2] for source in sources(text)] == [(name, kind), (name, kind)]


def test_the_ministry_is_no_other_body() -> None:
    assert names("The Ostby Herald printed it. [The ministry] said no.") == ["ministry"]


def test_a_group_that_calls_itself_something_has_that_name() -> None:
    assert sources("[A group] calling itself Dawn of Ostby threatened ships.") == [
        SourceName("Dawn of Ostby", "organization")
    ]


def test_the_statement_is_whoever_issued_it() -> None:
    text = "[The Delta Brigades] warned the fleet. “Leave,” [the statement] said."
    assert names(text) == ["Delta Brigades", "Delta Brigades"]
    unmarked = "The Delta Brigades warned the fleet in a statement.\n\n“Leave,” [the statement] said."
    assert names(unmarked) == ["Delta Brigades"]


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


def test_they_are_the_several_who_spoke() -> None:
    assert names("[Two port officials] said it sank. [They] said more.") == ["Two port officials"] * 2


def test_who_is_the_one_before() -> None:
    text = "[Tom Hale], [who] said it sank, left. They met some sailors [who] said it did not."
    assert names(text) == ["Tom Hale", "Tom Hale", "some sailors"]


def test_acronyms_and_short_forms_get_the_full_name() -> None:
    text = (
        "The Popular Harbour Forces (PHF) met the United Coast Command (UNICOAST). [PHF] said yes. [UNICOAST] said no. "
        "[The Popular Harbour] said maybe."
    )
    assert names(text) == ["Popular Harbour Forces", "United Coast Command", "Popular Harbour Forces"]


def test_a_nation_before_a_body_is_part_of_its_fullest_name() -> None:
    text = "The Veldanian Foreign Ministry met. US State Department aides left. [The State Department] said no."
    assert names(text) == ["US State Department"]


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


def test_a_body_apposed_to_a_name_makes_it_no_person() -> None:
    assert sources("[Northern Light, a conservative committee,] said so.")[0][:2] == ("Northern Light", "organization")


def test_several_sources_keep_their_words() -> None:
    assert names("[Nora Quist and Paul Renn] said so.") == ["Nora Quist and Paul Renn"]
    assert names("[The Ostby Herald and the Tarn government] said so.") == ["Ostby Herald and the Tarn government"]


def test_a_persons_campaign_is_no_person() -> None:
    text = "Nora Quist toured Ostby. [The Quist campaign] said so. [Her campaign] said more. [The campaign] left."
    assert sources(text) == [SourceName("Quist campaign", "organization")] * 3


def test_lost_capitals_and_spaces() -> None:
    text = "The harbour chief, mary quistThe note said nothing. [Quist] warned them. “Go,” [she] stressed."
    assert names(text) == ["mary quist", "mary quist"]
    assert names("The news went to OstbyMayor Nora Quist at once, [Quist] said.") == ["Nora Quist"]


def test_we_inside_a_quotation_is_its_speaker() -> None:
    assert names("“[We] fear the worst,” Nora Quist said.") == ["Nora Quist"]
    assert sources("[We] fear the worst.") == [SourceName("We", "outlet")]


def test_a_long_mention_is_cut_after_its_restriction() -> None:
    text = "[A port official, who asked not to be named because he may not speak,] said so."
    assert names(text) == ["A port official"]


def test_mentions_outside_the_text_and_empty_ones_do_no_harm() -> None:
    cast = read_cast(Article(id="x", text="Nora Quist said so."))
    assert cast.resolve((3, 3)) == SourceName("", "anonymous")
    assert cast.resolve((500, 700)) == SourceName("", "anonymous")
    assert cast.resolve((10, 11)).name == " "


def test_a_mention_resolved_alone_does_not_know_who_spoke_before_it() -> None:
    marked = mark("[Paul Renn] said so. Tom Hale sat there. [He] said more.")
    assert marked.cast.resolve_all(marked.mentions)[1].name == "Paul Renn"
    assert marked.cast.resolve(marked.mentions[1]).name == "Tom Hale"


def test_later_mentions_do_not_change_what_earlier_ones_mean() -> None:
    marked = mark("[Paul Renn] said so. [He] said more. [Mary Birch] left. [She] said no. [He] said yes.")
    whole = marked.cast.resolve_all(marked.mentions)
    for length in range(len(marked.mentions)):
        assert marked.cast.resolve_all(marked.mentions[:length]) == whole[:length]


def test_the_cast_of_an_article_is_remembered() -> None:
    article = Article(id="x", text="Nora Quist said so.")
    assert read_cast(article) is read_cast(article)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("[The supervisor], Garrick Pole, said so.", "Garrick Pole", "supervisor"),
        ("Nora Quist spoke. [Its field coordinator], Lena Brandt, said so.", "Lena Brandt", "field coordinator"),
        ("[The leader of the Dawn Party], Lena Brandt, said so.", "Lena Brandt", "leader of the Dawn Party"),
    ],
)
def test_a_name_apposed_after_the_mention_is_its_name(text: str, name: str, role: str) -> None:
    assert sources(text) == [SourceName(name, "person", role)]


def test_an_owner_can_be_a_company() -> None:
    assert sources("[The owner], Nordhaven Line, said so.")[0][:2] == ("Nordhaven Line", "organization")


def test_somebodys_lawyer_is_not_he() -> None:
    text = "[Tom Hale] was saved. Through his lawyer, Dan Fell, [he] denied it."
    assert names(text) == ["Tom Hale", "Tom Hale"]


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


def test_a_profession_before_a_name_is_no_part_of_it() -> None:
    assert sources("[Engineer Tomas Reil] said so.") == [SourceName("Tomas Reil", "person", "Engineer")]


def test_a_surname_is_filled_up_from_what_is_called_after_its_bearer() -> None:
    assert names("The interview was for The Rachel Quist Show. [Quist] asked why.") == ["Rachel Quist"]


def test_a_verb_before_a_surname_is_no_first_name() -> None:
    assert names("Fires burned, said Quist. “I hope quist and co hear,” [Quist] said. Said Quist: no.") == ["Quist"]


def test_a_name_that_only_stands_before_a_mine_is_no_first_name() -> None:
    text = (
        "Rescuers went down the Tarrin mine. Professor [Ada Quist of the Stone Academy] spoke.\n\n"
        "The mine's operator, Tarrin Deep, has been silent. In a notice, [it] regretted its loss."
    )
    assert names(text)[-1] == "Tarrin Deep"


def test_a_professor_of_an_academy_does_not_speak_as_the_academy() -> None:
    text = "[Ada Quist of the Stone Academy] warned of rain. Ostby Herald agreed. [It] printed a map."
    assert names(text)[-1] == "Ostby Herald"


def test_he_is_the_bishop_who_has_no_name() -> None:
    text = "[Benedikt Aas] wept.\n\n[The Archbishop of Ostby] offered to help. Nobody, [he] said, came."
    assert names(text)[-1] == "The Archbishop of Ostby"


def test_the_armed_group_is_the_group_named_before() -> None:
    assert names("The Delta Brigades struck at dawn. [The armed group] said so.") == ["Delta Brigades"]


def test_an_office_keeps_its_words_where_its_holder_has_no_name() -> None:
    assert sources("[The mayor's office] said so.") == [SourceName("mayor's office", "organization")]


def test_a_rank_may_stand_between_a_role_and_its_name() -> None:
    assert names("“We held,” said [the spokesman of the guard], the colonel Dov Pell , on Monday.") == ["Dov Pell"]


def test_its_spokesman_is_nobody_of_another_paragraph() -> None:
    text = "A police spokeswoman, [Inspector Nora Quist], spoke.\n\nThe Night Convoy stayed. [Its spokesman] laughed."
    assert names(text)[-1] != "Nora Quist"
