"""Overlap: how much of a claim's content its evidence holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.overlap import CUT_OFF, content_words, measure_overlap, stem, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("strike", "strikes"),
        ("bomb", "bombed"),
        ("planned", "planning"),
        ("warning", "warned"),
        ("minister", "ministers"),
        ("agency's", "agency"),
        ("Ilsé".lower(), "ilse"),
        ("evacuation", "evacuations"),
        ("voting", "vote"),
        ("moved", "moving"),
        ("asking", "asked"),
        ("letting", "let"),
        ("questioned", "question"),
        ("mentioning", "mention"),
        ("considered", "consider"),
        ("officials", "official"),
        ("adding", "added"),
    ],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("dam", "day"), ("port", "poet"), ("varn", "vard"), ("held", "hold")])
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_stop_words_do_not_count() -> None:
    assert content_words("He said that the dam of Varn was not the first") == ["dam", "Varn", "first"]


def test_a_paraphrase_keeps_most_of_its_content() -> None:
    held = stems("Engineers found a crack 40 centimetres long in the bridge's main cable, the council said")
    close = measure_overlap("A crack of 40 centimetres was found in the main cables of the bridge.", held)
    assert close.share == 1
    far = measure_overlap("The mayor resigned after protests in the capital.", held)
    assert far.share < CUT_OFF
    assert "mayor" in far.missing


def test_names_and_numbers_weigh_double() -> None:
    held = stems("a boat sank")
    assert measure_overlap("boat Varn", held).share == pytest.approx(1 / 3)
    assert measure_overlap("boat 77", held).share == pytest.approx(1 / 3)
    assert measure_overlap("boat dam", held).share == pytest.approx(1 / 2)


def test_scripts_without_spaces_are_compared_by_pairs_of_characters() -> None:
    held = stems("市长说大坝完好")
    assert measure_overlap("大坝完好", held).share == 1
    assert measure_overlap("火车停运", held).share == 0


@given(st.text(), st.text())
def test_a_text_holds_itself_and_any_share_lies_between_nothing_and_all(one: str, other: str) -> None:
    assert measure_overlap(one, stems(one)).share == 1
    assert 0 <= measure_overlap(one, stems(other)).share <= 1


def test_verbs_of_attribution_are_no_content() -> None:
    held = stems("Karith Brigades: the enemy hides coffins")
    assert measure_overlap("The Karith Brigades accused the enemy, who hides coffins.", held).share == 1
    assert measure_overlap("The Karith Brigades counted the enemy.", held).missing == ("counted",)
