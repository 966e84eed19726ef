"""Names before a colon, and surveys that open a sentence."""

from __future__ import annotations

import pytest

from tests.attribution.reading import marked_words, said_in, without_marks


@pytest.mark.parametrize(
    "marked",
    [
        "{Marsh}<:> [We shall not yield to any offer].",
        "{Ada Lund}<:> [“We shall not yield.”]",
        "{Ministry of the Harbour}<:> [The pier will close in May. We plan a new one].",  # a whole paragraph
        "<In> {a survey of farmers}, [two of three said the milk had spoiled].",
        "<In> {the poll} in May, [most were against any offer].",
    ],
)
def test_a_line_attributes_without_a_cue(marked: str) -> None:
    assert marked_words(marked) in said_in(without_marks(marked))


@pytest.mark.parametrize(
    "text",
    [
        "Update: The pier was shut.",  # a heading
        "The boats left at dawn: It was late.",  # a clause
        "Marsh: The old mill.",  # no verb
        "It was late. Marsh: We shall be there.",  # not at the start of its paragraph
        "In a storm, two boats were lost.",
        "In a survey of farmers.",
    ],
)
def test_headings_and_other_openings_attribute_nothing(text: str) -> None:
    # a paragraph without a cue is not read at all
    assert [said.source for said in said_in(f"{text} The port denied it.")] == ["The port"]
