import pytest

from summarizer.comparison.causes import cause_told, find_other_causes
from summarizer.comparison.terms import terms_of
from summarizer.comparison.topics import Events
from tests.comparison.outlets import passage

TOPIC = "The Ashel ferry sank off Wrenfold and the coast guard searched the harbour for its crew."


def said(text, article, who, before=""):
    return passage(
        text,
        article,
        claim="c",
        speaker=who,
        start=len(before),
        end=len(before) + len(text),
        sentence_text=before + text,
    )


def causes(one, two):
    events = Events({name: [terms_of(TOPIC)] for name in "ab"})
    return [found.reason for _, _, found in find_other_causes([one, two], events)]


@pytest.mark.parametrize(
    ("text", "before", "cause"),
    [
        ("that a rotten beam had caused the sinking", "", "a rotten beam"),
        ("a broken pump", "The union blamed ", "a broken pump"),
        ("the sinking on a broken pump", "The union blamed ", "a broken pump"),
        ("the ferry sank because of a broken pump", "", "a broken pump"),
        ("the sinking was caused by a broken pump", "", "a broken pump"),
        ("a short circuit was to blame", "", "a short circuit"),
        ("the quarrel had been about a goose", "", "a goose"),
    ],
)
def test_a_cause_is_told_in_many_ways(text, before, cause):
    found = cause_told(said(text, "a", "Edda Lorn", before))
    assert found is not None
    assert found.words == cause


@pytest.mark.parametrize(
    "text",
    [
        "a broken pump may have caused the sinking",
        "a broken pump had also caused the sinking",
        "the sinking was caused by human error",
        "a broken pump had not caused the sinking",
        "the ferry sank at dawn",
    ],
)
def test_a_possible_partial_or_vague_cause_is_none(text):
    assert cause_told(said(text, "a", "Edda Lorn")) is None


def test_two_causes_of_one_thing_by_two_speakers_are_opposed():
    beam = said("that a rotten beam had caused the sinking", "a", "Edda Lorn")
    pump = said("a broken pump", "b", "Olek Moss", "Mr. Moss blamed ")
    assert causes(beam, pump) == ["two causes: “a rotten beam” and “a broken pump”"]
    assert causes(beam, pump._replace(speaker="Edda Lorn")) == []
    assert causes(beam, said("a beam was to blame", "b", "Olek Moss")) == []
    assert causes(beam, said("frost had caused the delay of the goose fair", "b", "Olek Moss")) == []
