import pytest

from summarizer.comparison.passages import read_passages
from summarizer.comparison.quantities import read_quantities
from tests.comparison.outlets import told
from tests.reports import quoted, report

TEXT = "Dyke holds\n\nThe dyke at Orsk held through the night, the mayor said. Nine farms were flooded on Tuesday."


def test_claims_and_the_articles_own_sentences_are_passages():
    made = report(TEXT, [quoted(TEXT, "The dyke at Orsk held through the night", "the mayor")])
    found = read_passages("a", made).passages
    assert [(one.text, one.speaker) for one in found] == [
        ("Dyke holds", ""),
        ("The dyke at Orsk held through the night", "the mayor"),
        ("Nine farms were flooded on Tuesday.", ""),
    ]
    assert [one.value for one in found[2].figures] == [9]
    assert all(TEXT[one.start : one.end] == one.text for one in found)


def test_what_the_article_itself_says_has_no_speaker():
    made = report(TEXT, [quoted(TEXT, "Nine farms were flooded", "Orsk Post", kind="outlet")])
    assert [one.speaker for one in read_passages("a", made).passages if one.claim] == [""]


def test_each_piece_of_a_claims_evidence_is_a_passage_of_its_own():
    text = "“The dyke held,” Edda Lorn said. “Nobody was hurt at all.”"
    made = told(text)
    found = [one for one in read_passages("a", made).passages if one.claim]
    assert [one.text for one in found] == ["“The dyke held,”", "“Nobody was hurt at all.”"]
    assert {one.speaker for one in found} == {"Edda Lorn"}


def test_titles_with_a_surname_are_forms_of_the_name():
    made = told("The dyke held, Mayor Edda Lorn said.\n\nMs. Lorn said nobody was hurt.")
    forms = {form for one in read_passages("a", made).passages for form in one.forms}
    assert {"Mayor Edda Lorn", "Ms. Lorn"} <= forms


def test_the_word_for_a_source_that_opens_a_clause_is_no_part_of_its_name():
    made = told("The toll was announced by the Health Ministry, which said that eleven had died.", "a")
    forms = {form for one in read_passages("a", made).passages for form in one.forms}
    assert forms == {"the Health Ministry"}


def test_a_teller_at_the_end_of_a_sentence_without_a_claim_is_its_speaker():
    found = read_passages("a", report("Around 200 people marched to the gates on Tuesday, police estimated."))
    assert [one.speaker for one in found.passages] == ["police"]


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("That will pay for some 30 sluices, a senior diet official told reporters Friday.", "a senior diet official"),
        ("Around 200 people marched to the gates, police said on Tuesday night.", "police"),
        ("Nobody slept that night, and hardly a soul in town told strangers why.", ""),
    ],
)
def test_whom_a_teller_told_it_and_when_may_stand_after_him(said, who):
    assert {one.speaker for one in read_passages("a", report(said)).passages} == {who}


def test_what_is_left_of_a_sentence_begins_with_its_own_words_and_a_dateline_is_left_out():
    text = "PORT ORSK, Monday (Coast Wire) — The dyke held, the mayor said, and nine farms were flooded that night."
    claim = quoted(text, "The dyke held", "the mayor")
    found = [one.text for one in read_passages("a", report(text, [claim])).passages if not one.claim]
    assert found == ["the mayor said, and nine farms were flooded that night."]


def test_a_question_of_the_articles_own_states_nothing():
    text = "Dyke holds\n\nWas the old sluice to blame for the flood? Nine farms were flooded on Tuesday."
    assert [one.text for one in read_passages("a", report(text, [])).passages][1:] == [
        "Nine farms were flooded on Tuesday."
    ]


def test_what_an_article_corrects_is_read_though_it_is_no_part_of_its_body():
    text = (
        "Flood at Orsk\n\nThe weir at Orsk broke on Monday, Edda Lorn said.\n\n"
        "Correction: we reported that 9,000 people were moved out. The right number is 900."
    )
    (number,) = [one for one in read_passages("a", told(text)).passages if one.text == "The right number is 900."]
    assert number.lead.startswith("Correction: we reported")
    (right,) = read_quantities(number)
    assert (right.event, right.times) == ("gone", frozenset())
    wrong = next(one for one in read_passages("a", told(text)).passages if "9,000" in one.text)
    assert next(read_quantities(wrong)).times == {"correction"}


def test_what_is_not_mentioned_is_not_stated():
    text = "The weir board said it was sorry. The statement did not mention the broken pumps. It did not rain."
    found = [one.text for one in read_passages("a", told(text)).passages]
    assert not any("pumps" in one for one in found)
    assert any("rain" in one for one in found)


@pytest.mark.parametrize(
    ("rest", "own"),
    [
        ("; the guild gives its length as 12 miles.", "the guild gives its length as 12 miles."),
        (" at a feast that drew 2,000 people.", "at a feast that drew 2,000 people."),
    ],
)
def test_a_number_told_beside_a_speaker_is_a_passage(rest, own):
    text = f"“The dyke held,” said Edda Lorn{rest}"
    found = [
        one.text for one in read_passages("a", report(text, [quoted(text, "The dyke held", "Edda Lorn")])).passages
    ]
    assert any(own in one for one in found), found


def test_a_denial_in_its_own_words_asserts_what_they_negate():
    made = [one for one in read_passages("a", told("“I never hid any ledgers,” said Olek Moss.")).passages if one.claim]
    assert [one.stance for one in made] == ["asserts"]
    made = [one for one in read_passages("a", told("Olek Moss denied hiding ledgers.")).passages if one.claim]
    assert [one.stance for one in made] == ["denies"]


@pytest.mark.parametrize(
    ("text", "said", "who", "number"),
    [
        ("The reeve says 1,200, the Red Lantern 1,900.", "1,200", "the Red Lantern", 1900),
        ("The reeve says 8,000, the rafters' guild more than 20,000.", "8,000", "the rafters' guild", 20000),
        ("The reeve puts it at 92 men, while the parents 118.", "92 men", "the parents", 118),
    ],
)
def test_the_number_of_another_in_one_sentence_is_his(text, said, who, number):
    words = text[text.index(said) : -1]
    found = read_passages("a", report(text, [quoted(text, words, "The reeve")])).passages
    assert [(one.text, one.speaker) for one in found if one.claim] == [(said, "The reeve")]
    (other,) = [one for one in found if one.speaker == who]
    assert [figure.value for figure in other.figures] == [number]
    assert text[other.start : other.end] == other.text
    assert all(text[figure.at[0] : figure.at[1]].replace(",", "") == str(number) for figure in other.figures)


def test_a_list_of_numbers_is_one_speakers():
    text = "The reeve counted 12 barges, the oldest 40 feet long."
    found = read_passages("a", report(text, [quoted(text, text[18:-1], "The reeve")])).passages
    assert [one.text for one in found if one.claim] == ["12 barges, the oldest 40 feet long"]
