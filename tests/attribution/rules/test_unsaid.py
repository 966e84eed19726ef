"""What somebody has not said is no claim of theirs."""

from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.reading import only_statement, said_in


def claims_of(text: str) -> list[tuple[str, str, str]]:
    return [(c.source.name, c.stance, c.text) for c in summarize(text, engine="extractive").claims]


@pytest.mark.parametrize(
    "between",
    [
        "did not say",
        "has never claimed",
        "isn't sure",
        "is not convinced",
        "no longer believes",
        "hardly said",
        "has yet to confirm",
        "failed to say",
        "stopped short of saying",
        "might say",
        "is expected to say",
        "was asked to say",
        "cannot say",
        "would not go so far as to say",
        "was not able to say",
        "did not want to say",
    ],
)
def test_what_is_only_denied_expected_or_possible_keeps_its_words(between: str) -> None:
    assert claims_of(f"Lund {between} that the wall had failed.") == [
        ("Lund", "other", f"Lund {between} that the wall had failed")
    ]


def test_what_somebody_is_wished_to_have_said_is_not_theirs() -> None:
    assert claims_of("He wished the doctor had told him that the lump was harmless.") == []


@pytest.mark.parametrize("verb", ["tell the crews", "announce", "say"])
def test_what_somebody_is_to_say_is_not_yet_said(verb: str) -> None:
    assert [stance for _, stance, _ in claims_of(f"Lund is to {verb} that the wall will stay.")] == ["other"]


def test_what_somebody_plans_to_say_is_promised() -> None:
    assert claims_of("Lund plans to tell the council that the wall had failed.") == [
        ("Lund", "promises", "Lund plans to tell the council that the wall had failed")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Not once did Lund say that the wall had failed.",
        "At no point has Lund said that the wall had failed.",
        "Had she been asked, Lund would have said that the wall had failed.",
        "There is no proof that Lund said that the wall had failed.",
        "Why would Lund say that the wall had failed?",
        "Whoever says that the wall is safe has not seen it.",
    ],
)
def test_what_nobody_said_is_no_statement(text: str) -> None:
    assert claims_of(text) == []


def test_a_question_left_open_holds_no_stand() -> None:
    assert claims_of("Lund declined to say whether she supports the new wall.") == [
        ("Lund", "other", "Lund declined to say whether she supports the new wall")
    ]


@pytest.mark.parametrize("between", ["did not hesitate to say", "went as far as to say"])
def test_two_denials_make_a_statement(between: str) -> None:
    assert claims_of(f"Lund {between} that the wall had failed.") == [("Lund", "asserts", "the wall had failed")]


@pytest.mark.parametrize(
    ("between", "stance"),
    [("went on to say", "asserts"), ("was forced to admit", "confirms"), ("was quick to say", "asserts")],
)
def test_what_is_said_after_an_infinitive_is_said(between: str, stance: str) -> None:
    assert claims_of(f"Lund {between} that the wall had failed.") == [("Lund", stance, "the wall had failed")]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The clinic did not confirm that six workers were ill.", "other"),
        ("The clinic confirmed that six workers were ill.", "confirms"),
        ("The bishop hasn't condemned the raid.", "other"),
        ("The minister never promised new roads.", "other"),
    ],
)
def test_a_negated_cue_has_no_stance_of_its_own(text: str, stance: str) -> None:
    assert only_statement(text).stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "If Lund says the wall failed, he lies.",
        "Did Lund say the wall had failed?",
        "Had Lund said the wall failed, they would have left.",
        "Without saying that the wall had failed, Lund left.",
        "Lund refrained from saying that the wall had failed.",
        "Neither Lund nor Berg said that the wall had failed.",
        "Lund was not told by Berg that the wall had failed.",
    ],
)
def test_questions_conditions_and_what_nobody_said_are_no_statements(text: str) -> None:
    assert claims_of(text) == []


@pytest.mark.parametrize("hedge", ["reportedly", "allegedly"])
def test_hearsay_of_a_statement_stays_in_the_claim(hedge: str) -> None:
    text = f"Lund {hedge} told police that the wall had failed."
    assert claims_of(text) == [("Lund", "asserts", text.rstrip("."))]


def test_a_list_of_sources_is_named_whole() -> None:
    assert claims_of("Arlemouth, Varn and Lund condemned the raid.") == [
        ("Arlemouth, Varn and Lund", "condemns", "Arlemouth, Varn and Lund condemned the raid")
    ]


def test_what_somebody_says_she_cannot_say_is_one_statement() -> None:
    assert claims_of("Lund said she could not confirm that the wall had failed.") == [
        ("Lund", "asserts", "she could not confirm that the wall had failed")
    ]


def test_an_indictment_speaks_for_itself() -> None:
    text = "Judge Ruth Holt said the trial would last. According to the indictment, the keeper sold the lamps."
    assert [name for name, _, _ in claims_of(text)] == ["Ruth Holt", "the indictment"]


def test_a_verb_is_no_part_of_a_source() -> None:
    text = "Lund said the keeper had acted on the orders of the chairman, who denied that it was late."
    assert all("acted" not in name for name, _, _ in claims_of(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lund said that if she won, he'd tell the council to swim.", ["Lund"]),
        ("Arle is calm, though it is unclear if the raid was ordered by the guild.", []),
        ("Berg denied to the Arle Herald that he ever called the mayor a crook.", ["Berg"]),
        ("Lund said Berg called her a thief – something Berg has denied.", ["Lund", "Berg"]),
        ("Marsh apologized for calling the farmer a thief.", ["Marsh"]),
    ],
)
def test_what_would_be_said_or_is_denied_is_no_claim_of_its_own(text: str, said: list[str]) -> None:
    assert [source for source, _, _ in claims_of(text)] == said


def test_a_refusal_before_its_source_keeps_its_verb() -> None:
    claims = claims_of("While declining to discuss the leak, Lund said that nobody was hurt.")
    assert claims[0] == ("Lund", "other", "Lund declined to discuss the leak")


def test_the_writer_may_judge_what_was_said() -> None:
    claims = claims_of("Lund said the dam was safe, a claim that engineers have denied.")
    assert [(source, stance, text.removeprefix("Engineers have denied ")) for source, stance, text in claims] == [
        ("Lund", "asserts", "the dam was safe"),
        ("engineers", "denies", "engineers: the dam was safe"),
    ]


def test_what_is_only_held_against_a_wish_is_no_statement() -> None:
    assert not summarize("Clint fights harder than she’d planned to fight.", engine="extractive").claims


@pytest.mark.parametrize(
    "text",
    [
        "Not everyone was claiming victory.",
        "Not all members said that the vote was fair.",
        "It was not Lund who said that the vote was fair.",
    ],
)
def test_what_not_all_say_is_no_claim_of_all(text: str) -> None:
    report = summarize(text, engine="extractive")
    assert not report.claims
    assert report.coverage.missed


def test_what_many_say_is_their_claim() -> None:
    assert claims_of("Not only Lund wept. All members said that the vote was fair.") == [
        ("All members", "asserts", "the vote was fair")
    ]


def test_what_somebody_doubts_that_another_believes_is_not_said_by_him() -> None:
    assert [
        source for source, _, _ in claims_of("Pell said he is unconvinced that Lund believes that it was late.")
    ] == ["Pell"]


@pytest.mark.parametrize("avoiding", ["avoided openly", "has avoided directly", "went home without once"])
def test_what_is_openly_avoided_is_not_said(avoiding: str) -> None:
    assert claims_of(f"Lund {avoiding} blaming the crew for the fire.") == []


@pytest.mark.parametrize("first", ["confirmed", "admitted", "accepted"])
@pytest.mark.parametrize("second", ["denied", "rejected"])
def test_what_is_neither_granted_nor_denied_is_not_denied(first: str, second: str) -> None:
    said = f"Lund has neither {first} nor {second} the charge that the wall had failed"
    assert claims_of(f"{said}.") == [("Lund", "other", said)]


@pytest.mark.parametrize(
    "condition", ["If the wall failed", "Unless it rained", "Were the wall to fail", "Had the wall failed"]
)
def test_what_somebody_only_would_ask_for_is_not_asked_for(condition: str) -> None:
    assert claims_of(f"{condition}, the guild would call for a vote.") == []


@pytest.mark.parametrize("text", ["The guild called for a vote.", "In May, the guild would call for a vote."])
def test_what_somebody_asked_for_is(text: str) -> None:
    assert [(name, stance) for name, stance, _ in claims_of(text)] == [("guild", "demands")]


@pytest.mark.parametrize(
    "text",
    [
        "Should the guild say that the wall has failed, nobody will stay.",
        "It is not true that Lund said the wall had failed.",
        "It is not known that Lund said the wall had failed.",
        "Far from admitting that the wall had failed, the guild smiled.",
        "Who said that the wall had failed? Not the guild.",
    ],
)
def test_what_may_not_have_been_said_is_no_statement(text: str) -> None:
    assert claims_of(text) == []


@pytest.mark.parametrize("silence", ["nothing about the wall", "little of the wall"])
def test_who_says_nothing_of_it_takes_no_stand(silence: str) -> None:
    assert claims_of(f"The mason said {silence}.") == [("The mason", "other", f"The mason said {silence}")]


def test_that_nothing_happened_is_said() -> None:
    assert claims_of("The mason said nothing had failed.") == [("The mason", "asserts", "nothing had failed")]


@pytest.mark.parametrize(
    "text",
    [
        "Lund cautioned that the tests did not show that the water was safe.",
        "The guild said that first tests did not suggest a fault.",
    ],
)
def test_what_somebody_says_that_a_study_does_not_show_is_one_statement(text: str) -> None:
    assert len(claims_of(text)) == 1


@pytest.mark.parametrize(
    "text", ["It was never Lund's view that the wall held.", "It is not Lund's view that it held."]
)
def test_a_view_that_is_denied_to_somebody_is_not_theirs(text: str) -> None:
    assert claims_of(text) == []


def test_a_view_that_is_somebodys_is() -> None:
    assert [name for name, _, _ in claims_of("It was Lund's view that the wall held.")] == ["Lund"]


def test_what_somebody_is_asked_is_said_by_nobody() -> None:
    claims = claims_of("Asked why the jury should believe the clerk, Lund said: “She has nothing to lose.”")
    assert [claim[0] for claim in claims] == ["Lund"]


@pytest.mark.parametrize(
    "text",
    [
        "Firms generally do not disclose their tax bills.",
        "Doctors rarely discuss the cost.",
        "Mayors usually do not announce a loss.",
        "The guild rarely announces a loss.",
    ],
)
def test_what_is_not_said_as_a_rule_is_no_statement(text: str) -> None:
    assert summarize(text, engine="extractive").claims == ()


@pytest.mark.parametrize(
    "text", ["Lund did not disclose the price.", "Critics often condemn the plan.", "Lund rarely discussed the cost."]
)
def test_what_somebody_did_not_say_once_is_told(text: str) -> None:
    assert len(summarize(text, engine="extractive").claims) == 1


@pytest.mark.parametrize("verb", ["find", "find out", "discover", "learn"])
def test_what_somebody_will_find_out_is_not_said(verb: str) -> None:
    assert claims_of(f"Bea Lund will {verb} that the sea is cold.") == []


def test_nobody_told_of_before_an_as_denies_nothing() -> None:
    said = claims_of("Bea Lund had no ticket as the guard told her that the boat had left.")
    assert said == [("guard", "asserts", "the boat had left")]


def test_nobody_of_those_who_are_named_says_it() -> None:
    assert claims_of("No member of the guild said that the boat had left.") == []


@pytest.mark.parametrize(
    "text", ["Those chiefs should make it clear that they are angry.", "The guild must say whether it is safe."]
)
def test_what_somebody_only_should_say_is_not_said(text: str) -> None:
    assert said_in(text) == []


def test_who_speaks_of_what_another_should_say_says_all_of_it() -> None:
    (said,) = said_in("The guild should admit that it was late, Ada Lund said.")
    assert (said.source, said.content) == ("Ada Lund", ("The guild should admit that it was late",))


@pytest.mark.parametrize("thought", ["thought", "believed", "widely reported", "said"])
def test_what_somebody_is_only_thought_to_have_said_is_not_theirs(thought: str) -> None:
    claims = claims_of(f"The envoy is {thought} to have warned the king that war was near.")
    assert [source for source, _, _ in claims] == ["unnamed source"]


def test_why_a_source_has_no_name_is_no_statement() -> None:
    assert said_in("The clerk spoke on condition of anonymity because he did not want to be linked to the flood.") == []


@pytest.mark.parametrize(
    "text",
    [
        "To win, she will have to continue to stress plans that sailors like.",
        "They may have to call the vote a farce.",
    ],
)
def test_what_somebody_will_have_to_say_is_not_said(text: str) -> None:
    assert summarize(text, engine="extractive").claims == ()


def test_what_somebody_had_to_admit_is_said() -> None:
    (claim,) = summarize("Lund had to admit that the pier was lost.", engine="extractive").claims
    assert claim.text == "the pier was lost"


@pytest.mark.parametrize("due", ["obliged", "required"])
def test_what_people_are_to_say_is_not_said(due: str) -> None:
    assert summarize(f"Owners are {due} to state that the hull is sound.", engine="extractive").claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "Divers have no proof to suggest that the hull was cut.",
        "The auditors found nothing to indicate that the clerk had lied.",
        "The crew had no firm evidence to show that the pump failed.",
        "It doesn't sound like Oskar Lind knows what he will do next.",
        "It looks as though the keeper believes that the lamp is broken.",
        "Pell was asked who she believed had opened the sluice.",
    ],
)
def test_what_is_lacked_guessed_or_asked_is_not_said(text: str) -> None:
    assert said_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Divers have evidence to suggest that the hull was cut.",
        "The clerk had no choice but to admit that the hull was cut.",
        "Oskar Lind knows what he will do next.",
    ],
)
def test_what_is_not_lacked_or_guessed_is_said(text: str) -> None:
    assert len(said_in(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "In a survey by the Dunmore Post, sailors were asked nine questions, and the answers are grim for Pell.",
        "This means that Pell can expect a part of the crew to leave.",
        "Last week proved that the lamp works.",
        "The last decade has shown that dams fail.",
        "Iceland showed that a small land can hold a fair.",
        "Her letters to the guild include one last week saying the danger had passed.",
    ],
)
def test_times_places_and_questions_say_nothing(text: str) -> None:
    assert said_in(text) == []


def test_when_somebody_responds_is_not_what_is_said() -> None:
    (said,) = said_in("The Pell campaign responded Friday, saying traders have paid for it.")
    assert said.content == ("traders have paid for it",)


def test_whom_nobody_names_is_not_said_to_have_done_it() -> None:
    said = said_in("Pell did not say who she believed had cut the rope.")
    assert [one.source for one in said] == ["Pell"]
    assert [one.source for one in said_in("Pell met the sailor who she said had cut the rope.")] == ["she"]
