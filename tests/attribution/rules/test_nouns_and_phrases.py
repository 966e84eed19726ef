"""Cues that are not verbs: "according to", nouns of saying, adjectives of belief, adverbs of hearsay, and relays."""

from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.reading import marked_words, only_statement, said_in, statements_of, without_marks


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("According to Ada Lund, the gate was shut.", "Ada Lund", "According to", "the gate was shut"),
        ("The gate was shut, according to Ada Lund.", "Ada Lund", "according to", "The gate was shut"),
        (
            "According to Ada Lund, citing what she heard from the night porter, Dov Pell, the gates were shut at ten.",
            "Ada Lund",
            "According to",
            "the gates were shut at ten",
        ),
        (
            "According to Radio Arle, which quoted a friend, the tape lasts only four minutes.",
            "Radio Arle",
            "According to",
            "the tape lasts only four minutes",
        ),
        ("According to what was said by the guild, it sank.", "the guild", "According to", "it sank"),
        ("His claim that the gate was shut was heard in Arle.", "His", "claim", "that the gate was shut"),
        ("Brandt read out the guild's refusal to pay.", "the guild", "refusal", "to pay"),
        (
            "There was a warning from the keeper that the dam was weak.",
            "the keeper",
            "warning",
            "that the dam was weak",
        ),
        ("The guild repeated its claim that the gate was shut.", "The guild", "claim", "that the gate was shut"),
        ("She was confident that the gate was shut.", "She", "confident", "that the gate was shut"),
        ("It sank in May, as first reported by The Herald.", "The Herald", "reported by", "It sank in May"),
        ("As reported by The Herald, it sank in May.", "The Herald", "reported by", "it sank in May"),
    ],
)
def test_a_noun_an_adjective_or_a_phrase_attributes(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, (content,)) in said_in(text)


def test_according_to_may_split_what_is_said() -> None:
    text = "The gate, according to Ada Lund, was shut at ten."
    assert said_in(text) == [("Ada Lund", "according to", ("The gate", "was shut at ten"))]


def test_according_to_in_a_sentence_of_its_own_belongs_to_the_sentence_before() -> None:
    assert said_in("The gate was shut. According to Ada Lund.") == [
        ("Ada Lund", "According to", ("The gate was shut",))
    ]


@pytest.mark.parametrize(
    ("text", "relay"),
    [
        ("“Our men hold the pass,” the militia said, as reported by Radio Velm.", "Radio Velm"),
        ("The militia said, according to Radio Velm, that its men held the pass.", "Radio Velm"),
        ("The militia said its men held the pass, according to Radio Velm.", "Radio Velm"),
        ("“We hold the pass,” the militia said, according to Radio Velm, “and we shall stay.”", "Radio Velm"),
    ],
)
def test_whoever_passes_a_statement_on_is_its_relay(text: str, relay: str) -> None:
    found = only_statement(text)
    assert [text[slice(*one)] for one in found.relays] == [relay]
    assert found.mention
    assert text[slice(*found.mention)].lower() == "the militia"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The keeper has reportedly sold the lamps.", "The keeper has reportedly sold the lamps"),
        ("Allegedly, the keeper sold the lamps.", "the keeper sold the lamps"),
    ],
)
def test_hearsay_is_said_by_nobody_that_is_named(text: str, content: str) -> None:
    found = only_statement(text)
    assert (found.mention, found.certainty) == (None, "hedged")
    assert text[slice(*found.content[0])] == content


@pytest.mark.parametrize(
    "text",
    [
        "The keeper reportedly\n\nhas sold the lamps.",  # the adverb ends its sentence
        "Reportedly",
        "It is a claim that",
        "He was in Arle as reported by",
        "Her hope for the gate",
        "It was certain that the gate was shut.",
    ],
)
def test_a_cue_without_a_source_or_a_content_attributes_nothing(text: str) -> None:
    assert statements_of(text) == ()


@pytest.mark.parametrize(
    "text", ["Dov Pell allegedly sold the boat, the Herald reported.", "Lund said Pell allegedly sold the boat."]
)
def test_hearsay_within_a_statement_is_the_speakers(text: str) -> None:
    assert only_statement(text).mention is not None


def test_to_be_aware_of_what_one_speaks_of_is_no_second_statement() -> None:
    assert [said.cue for said in said_in("Lund said he was aware of reports of a fire.")] == ["said"]


@pytest.mark.parametrize(
    "marked",
    [
        "<In> {a survey of farmers}, [two of three said the milk had spoiled].",
        "<In> {the poll} in May, [most were against any offer].",
    ],
)
def test_a_survey_that_opens_a_sentence_is_the_source_of_its_result(marked: str) -> None:
    assert marked_words(marked) in said_in(without_marks(marked))


@pytest.mark.parametrize("text", ["In a storm, two boats were lost.", "In a survey of farmers."])
def test_other_sentences_with_in_attribute_nothing(text: str) -> None:
    # a paragraph without a cue is not read at all
    assert [said.source for said in said_in(f"{text} The port denied it.")] == ["The port"]


def test_according_to_after_where_it_was_written_is_a_relay() -> None:
    text = "“Alba asked all of them to help,” Jo Conas writes in his book, according to the Harbour Times."
    (claim,) = summarize(text, engine="extractive").claims
    assert (claim.source.name, claim.via) == ("Jo Conas", ("Harbour Times",))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Asked about his criticism of the guild, Lund said it was late.", {"of the guild", "it was late"}),
        ("Lund's claim that he can yet carry the vote would depend on luck.", {"that he can yet carry the vote"}),
        ("Lund's claim that he has never been late would be odd.", {"that he has never been late"}),
        ("She met the candidate, who is supposedly her friend, on Monday.", set()),
        ("The candidate is supposedly her friend.", {"The candidate is supposedly her friend"}),
    ],
)
def test_what_a_noun_or_an_adverb_says_ends_before_another_clause(text: str, content: set[str]) -> None:
    assert {one.content[-1] for one in said_in(text)} == content


def test_whose_call_it_is_must_be_clear() -> None:
    assert said_in("Talk turned to the president, Oona Pell, and his call for a truce.") == []
    assert [said.source for said in said_in("Pell repeated her call for a truce.")] == ["Pell"]


def test_his_claim_is_not_hers() -> None:
    sources = {said.source for said in said_in("She repeated his claim that it was cold.")}
    assert sources == {"his"}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Lund's accusation that Pell is trading on pity and would be nobody if she were rich began a row.",
            {"that Pell is trading on pity and would be nobody if she were rich"},
        ),
        ("Her refusal to use the words “late tram” was odd.", {"to use the words “late tram”"}),
        ("Her refusal to say what she knew was odd.", {"to say what she knew"}),
        ("Her refusal to say that it was late angered Pell.", {"to say that it was late angered Pell"}),
    ],
)
def test_what_a_noun_says_does_not_take_the_verb_of_its_sentence(text: str, content: set[str]) -> None:
    assert {one.content[-1] for one in said_in(text)} == content


@pytest.mark.parametrize(
    "text",
    [
        "Pell rejected his claim that the port was safe.",
        "Critics mocked her claim that the tower was safe.",
        "The guild denied its warning that the dam would break.",
    ],
)
def test_who_contests_a_claim_does_not_make_it(text: str) -> None:
    (said,) = said_in(text)
    assert "that" not in said.content[0].split()[:1]


def test_who_repeats_a_claim_makes_it() -> None:
    (said,) = said_in("The guild repeated its claim that the port was safe.")
    assert (said.source, said.content) == ("The guild", ("that the port was safe",))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "One snag is a demand, by guild leader Ada Lund, that the law hold a tax break.",
            "that the law hold a tax break",
        ),
        ("There is also a claim, from Ada Lund, that the law is void.", "that the law is void"),
        ("The claim by Ada Lund that the law is void was read out.", "that the law is void"),
    ],
)
def test_whose_claim_it_is_may_stand_between_commas(text: str, content: str) -> None:
    (said,) = [one for one in said_in(text) if "Ada Lund" in one.source]
    assert said.content == (content,)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The dam, according to the mayor, Ada Lund, was never safe.", ("The dam", "was never safe")),
        ("The dam, according to the mayor, was never safe.", ("The dam", "was never safe")),
    ],
)
def test_what_goes_on_past_according_to_begins_behind_the_name(text: str, pieces: tuple[str, ...]) -> None:
    assert [one.content for one in said_in(text)] == [pieces]


def test_what_is_told_of_a_survey_is_not_what_it_found() -> None:
    (said,) = said_in("In the last Herald poll, conducted in early May, Lund led Berg by five points.")
    assert (said.source, said.content) == ("the last Herald poll", ("Lund led Berg by five points",))


def test_whose_kin_a_headline_tells_of_does_not_speak() -> None:
    (claim,) = summarize("Drowned miner’s family appeal for witnesses", engine="extractive").claims
    assert claim.source.name == "Drowned miner’s family"


def test_what_stands_behind_whom_it_is_according_to_is_said_too() -> None:
    (statement,) = said_in("Of those, according to papers seen by the Herald, nine had sunk.")
    assert statement.content == ("Of those", "nine had sunk")


@pytest.mark.parametrize(
    "who",
    ["its keeper, Ada Lund", "Ada Lund, the keeper", "Ada Lund, keeper of the lamp"],
)
def test_a_role_beside_the_name_is_not_said(who: str) -> None:
    (claim,) = summarize(f"According to {who}, the lamp is out.", engine="extractive").claims
    assert (claim.source.name, claim.text) == ("Ada Lund", "the lamp is out")


@pytest.mark.parametrize("said", ["Otto Lind, a keeper, is ill", "Otto Lind, 40, is ill"])
def test_a_name_behind_a_body_is_what_is_said(said: str) -> None:
    (claim,) = summarize(f"According to the guild, {said}.", engine="extractive").claims
    assert (claim.source.name, claim.text) == ("guild", said)


def test_a_vow_ends_where_the_clause_begins_to_which_it_leads() -> None:
    (statement,) = said_in("Despite Bo Lund’s vow to save the mill, it is still for sale.")
    assert statement.content == ("to save the mill",)


def test_who_counts_is_no_second_half_of_what_was_counted() -> None:
    text = "Perhaps oddly, sales fell more than the year before, according to the Rhone Group, a firm that counts them."
    assert said_in(text)[0].content == ("Perhaps oddly, sales fell more than the year before",)


def test_a_source_keeps_where_it_works() -> None:
    (said,) = said_in("The gates fell, according to divers and guards working in the harbour.")
    assert said.source == "divers and guards working in the harbour"


def test_what_follows_from_a_worry_is_not_what_it_is_about() -> None:
    (said,) = said_in("Pilots are so worried that the pier might fall that they stay at home.")
    assert said.content == ("that the pier might fall",)
    assert said_in("Pilots are so worried that they stay at home.") == []
    (said,) = said_in("Pilots are worried that the pier that they use might fall.")
    assert said.content == ("that the pier that they use might fall",)


@pytest.mark.parametrize("verb", ["noted", "stressed", "explained"])
def test_as_noted_by_somebody_is_said_by_them(verb: str) -> None:
    said = said_in(f"As {verb} by the head doctor Ada Roe, two men were moved.")
    assert [(one.source, one.content) for one in said] == [("the head doctor Ada Roe", ("two men were moved",))]
    assert [one.source for one in said_in(f"The risk, {verb} by the guild, is old, Ada Roe said.")] == ["Ada Roe"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Lund’s promises to move the market and build a wall along the river have put the plan first.",
            "to move the market and build a wall along the river",
        ),
        ("Lund’s promises to move the market have put the plan first.", "to move the market"),
    ],
)
def test_what_somebody_promises_ends_before_the_verb_of_the_sentence(text: str, content: str) -> None:
    assert [said.content for said in said_in(text)] == [(content,)]


def test_to_be_aware_of_something_is_to_say_nothing() -> None:
    assert said_in("Lund is aware of the danger.") == []
    assert [said.content for said in said_in("Lund is aware that the pier is old.")] == [("that the pier is old",)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "“The dam is old,” according to Ada Lund, “and it must close.”",
            ("“The dam is old,”", "“and it must close.”"),
        ),
        ("The dam, according to Ada Lund, “must be closed by May”.", ("The dam", "“must be closed by May”")),
        ("The dam is old, according to Ada Lund, “a wreck”.", ("The dam is old",)),
    ],
)
def test_a_quotation_goes_on_behind_according_to(text: str, content: tuple[str, ...]) -> None:
    assert [one.content for one in said_in(text)] == [content]


def test_what_reportedly_was_done_is_told_by_somebody() -> None:
    assert [one.content for one in said_in("Three people reportedly died on Monday.")] == [
        ("Three people reportedly died on Monday",)
    ]


@pytest.mark.parametrize("mark", [":", ";"])
def test_according_to_behind_a_colon_tells_what_follows(mark: str) -> None:
    (said,) = said_in(f"She has done that{mark} according to the port office, nine boats have left.")
    assert said.content == ("nine boats have left",)
    (said,) = said_in("It has come to this: nine boats have left, according to the port office.")
    assert said.content[0].endswith("nine boats have left")


def test_per_names_who_says_so_where_it_is_set_off() -> None:
    assert [one.source for one in said_in("Nine boats sank, per the guild.")] == ["the guild"]
    assert said_in("Nine crowns per head, per year, are paid.") == []


def test_how_something_is_sorted_is_not_who_says_it() -> None:
    assert said_in("The boats were sorted according to size.") == []
    assert [one.relays for one in statements_of("The mayor called on them to vote according to conscience.")] == [()]
    assert [one.source for one in said_in("It is late, according to plans seen by Lund.")] != []
