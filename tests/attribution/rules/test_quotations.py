"""Quotations that no cue claims: whose they are says the text around them."""

from __future__ import annotations

import pytest

from tests.attribution.reading import marked_words, said_in, without_marks


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "“We lost the crop,” said Ada Lund, a farmer. “The rest is under water. Nothing is left.”",
            "Ada Lund",
            ("“We lost the crop,”", "“The rest is under water. Nothing is left.”"),
        ),
        (
            "“The road is closed,” Marsh said. “It will stay closed.\n\n“Nobody may pass the bridge until Friday.”",
            "Marsh",
            ("“The road is closed,”", "“It will stay closed", "“Nobody may pass the bridge until Friday.”"),
        ),
        (
            "“We lost the crop,” said Ada Lund. The rest “is under water” now.",
            "Ada Lund",
            ("“We lost the crop,”", "The rest “is under water” now"),
        ),
        (
            "“We will answer. “The enemy will see,” the front said in a statement. confirming that two men died.",
            "the front",
            ("“We will answer. “The enemy will see,”",),
        ),
    ],
)
def test_a_quotation_goes_on_with_the_one_before(text: str, source: str, content: tuple[str, ...]) -> None:
    assert (source, "said", content) in said_in(text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # the line before announces it
        (
            "In a letter to the guild, the widow Pell declared:\n\n“You have taken our boats and our nets.”",
            "the widow Pell",
        ),
        ("Marsh shook his head: “We shall not pay for it.”", "Marsh"),
        ("Marsh shook his head. “We shall not pay for it.”", "Marsh"),
        ("Marsh said that the road was closed.\n\n“We shall not pay for it.”", "Marsh"),
        # the line under it signs it
        ("“The sea gives and the sea takes, and we count the days.”\n\n- Ann Pell, Harbour Guild", "Ann Pell"),
    ],
)
def test_a_quotation_without_a_cue_is_said_by_whom_the_line_beside_it_names(text: str, source: str) -> None:
    quotation = text[text.index("“") : text.index("”") + 1]
    assert [said.source for said in said_in(text) if said.content == (quotation,)] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "It was late in the day. “We shall not pay for it.”",  # nobody acts
        "He called it a “mill”.",  # a word or two
        "“We shall not pay for the mill.”",
    ],
)
def test_where_nobody_is_named_a_quotation_is_no_statement(text: str) -> None:
    assert "“We shall not pay" not in str([said.content for said in said_in(text) if said.source])


@pytest.mark.parametrize(
    "marked",
    [
        "{Marsh}<:> [We shall not yield to any offer].",
        "{Ada Lund}<:> [“We shall not yield.”]",
        "{Ministry of the Harbour}<:> [The pier will close in May. We plan a new one].",  # a whole paragraph
    ],
)
def test_a_name_and_a_colon_attribute_what_follows(marked: str) -> None:
    assert marked_words(marked) in said_in(without_marks(marked))


@pytest.mark.parametrize(
    "text",
    [
        "Update: The pier was shut.",  # a heading
        "The boats left at dawn: It was late.",  # a clause
        "Marsh: The old mill.",  # no verb
        "It was late. Marsh: We shall be there.",  # not at the start of its paragraph
    ],
)
def test_headings_before_a_colon_attribute_nothing(text: str) -> None:
    # a paragraph without a cue is not read at all
    assert [said.source for said in said_in(f"{text} The port denied it.")] == ["The port"]
