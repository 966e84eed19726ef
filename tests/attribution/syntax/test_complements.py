"""What a cue takes after it, by its frames."""

from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.syntax.complements import TAKINGS, complement, late_quote
from tests.attribution.reading import said_in, tokens_of


@pytest.mark.parametrize(
    ("marked", "form"),
    [
        ("Lund <said>: [“It rains.”]", "quotation"),
        ("Lund <said>, [“It rains.”]", "quotation"),
        ("Lund <said> of the flood, [“It came by night and took all.”]", "quotation"),
        ("Lund <said> [that it rained.]", "clause"),
        ("Lund <said>, though, [that it rained.]", "clause"),
        ("Lund <said> in a statement on Tuesday [that it rained.]", "clause"),
        ("Lund <said> in police files [that it rained.]", "clause"),
        ("Lund <said> [after selling the barn in May, she would leave.]", "bare_clause"),
        ("Lund <told> Radio Arle newspaper [that it rained.]", "clause"),
        ("Lund <told> reporters [it rained.]", "bare_clause"),
        ("Lund <said> [it rained.]", "bare_clause"),
        ("Lund <asked> [whether it rained.]", "question"),
        ("Lund <vowed> [to stay.]", "infinitive"),
        ("Lund <asked> [the guild to wait.]", "infinitive"),
        ("Lund <denied> [selling the mill.]", "phrase"),
        ("Lund <warned> [of rain.]", "phrase"),
        ("Lund <told> them [about the rain.]", "phrase"),
        ("Lund <sees> [the port as a threat.]", "phrase"),
        ("Lund <puts> [the toll at 17.]", "phrase"),
        ("The guild <claimed> [responsibility for the fire.]", "phrase"),
        ("Lund <announced> [a truce.]", "noun_phrase"),
    ],
)
def test_a_cue_takes_what_its_frames_say(marked: str, form: str) -> None:
    tokens = tokens_of(marked)
    found = complement(tokens.site)
    assert found
    assert (found.form, tokens.words(found.content)) == (form, tokens.words(tokens.content))


@pytest.mark.parametrize(
    "marked",
    [
        "Lund <said> a truce.",  # takes no noun phrase
        "Lund <told> to leave.",  # an addressee is needed
        "Lund <puts> the toll at the door.",  # not a measure
        "Lund <asked> to be named.",
        "Lund <said>.",
    ],
)
def test_a_cue_takes_nothing_else(marked: str) -> None:
    assert complement(tokens_of(marked).site) is None


@pytest.mark.parametrize("that", ["", "that "])
@pytest.mark.parametrize(
    "said",
    [
        "not all had fled",
        "only two had died",
        "nearly all had fled",
        "perhaps two men had died",
        "between 10 and 15 people had died",
        "as many as 20 people had died",
        "up to 12 people had died",
        "if the wall fails, they will leave",
        "unless the wall holds, they will leave",
        "although it rained, the wall held",
    ],
)
def test_what_limits_a_clause_belongs_to_it(said: str, that: str) -> None:
    tokens = tokens_of(f"Lund <said> [{that}{said}.]")
    found = complement(tokens.site)
    assert found
    assert found.content == tokens.content


def test_a_late_quotation_needs_a_pause_before_it() -> None:
    assert late_quote(tokens_of("Lund <said> of the flood that “it came by night”.").site) is None
    assert late_quote(tokens_of("Lund <said> of the flood, “It came by night.”").site)


def test_no_two_complements_have_one_label() -> None:
    labels = [taking.label for taking in TAKINGS]
    assert len(set(labels)) == len(labels)


def test_an_accusation_goes_on_after_who_is_accused_is_described() -> None:
    (claim,) = summarize("The letter accused Lund, a baker, of stealing bread.", engine="extractive").claims
    assert claim.text.rstrip(".").endswith("of stealing bread")


def test_what_is_answered_on_a_day_is_not_said() -> None:
    assert said_in("Lund responded Friday to reports of a flood in which two barges sank.") == []
    (said,) = said_in("Lund said Friday to the guild that it was late.")
    assert said.content == ("that it was late",)


def test_goods_that_are_recalled_are_not_what_somebody_recalls() -> None:
    assert said_in("Bakery Tarrin recalls loaves after a wire was found.") == []
    assert said_in("Tarrin recalled 11,000 loaves after a wire was found.") == []
    assert [said.content for said in said_in("Lund recalled the loaves were warm.")] == [("the loaves were warm",)]


@pytest.mark.parametrize(
    "found", ["find themselves in villages where armed bands rule", "found himself where nobody slept"]
)
def test_to_find_oneself_somewhere_is_no_finding(found: str) -> None:
    assert said_in(f"The crews {found}.") == []


@pytest.mark.parametrize("rest", ["", " in her speech last week", ", saying the guild was ready"])
def test_a_that_before_a_noun_alone_points_at_it(rest: str) -> None:
    assert not any("plan" in " ".join(said.content) for said in said_in(f"Lund reiterated that plan{rest}."))


def test_a_that_clause_with_a_plural_and_its_verb_is_said() -> None:
    (said,) = said_in("Lund said that rumours about the mill show the need for a new law.")
    assert said.content == ("that rumours about the mill show the need for a new law",)


def test_who_is_written_to_is_no_part_of_what_is_said() -> None:
    said = said_in("The ferry company emailed its crews on Monday to say that the port would close.")
    assert [one.content for one in said] == [("that the port would close",)]


def test_more_is_part_of_what_is_said() -> None:
    assert [one.content for one in said_in("Pell said more boats had come.")] == [("more boats had come",)]
    assert [one.content for one in said_in("Pell said further work was needed.")] == [("further work was needed",)]


@pytest.mark.parametrize("wish", ["have", "be"])
def test_an_infinitive_whose_object_stands_before_it_is_no_content(wish: str) -> None:
    assert not said_in(f"For years it was the best mill that Ada Lund hoped to {wish}.")
    assert said_in(f"Ada Lund hoped to {wish} a miller.")


@pytest.mark.parametrize("between", ["asking", "saying that it was late and asking"])
def test_a_quotation_that_another_leads_to_is_not_of_the_first_cue(between: str) -> None:
    quotation = "“How can we cross such a weir?”"
    said = said_in(f"Bargees chimed in, with Ada Lund {between}, {quotation}")
    assert not [one for one in said if one.source == "Bargees" and quotation in one.content]
    (said,) = said_in(f"Bargees chimed in after the vote, {quotation}")
    assert said.source == "Bargees"
