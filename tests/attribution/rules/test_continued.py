"""A quotation that goes on with the attribution before it."""

from __future__ import annotations

import pytest

from tests.attribution.reading import said_in


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
            ("“The road is closed,”", "“It will stay closed.", "“Nobody may pass the bridge until Friday.”"),
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
    ("text", "pieces"),
    [
        # some quoted words and a quoted sentence are two statements of one speaker
        ("Lund called for “calm at sea”. “We lost two boats.”", ["“calm at sea”", "“We lost two boats.”"]),
        ("The mill is “a wreck,” Lund said. “We lost it.”", ["The mill is “a wreck,”", "“We lost it.”"]),
    ],
)
def test_words_and_a_sentence_are_two_statements(text: str, pieces: list[str]) -> None:
    assert [(said.source, *said.content) for said in said_in(text)] == [("Lund", piece) for piece in pieces]


def test_a_sentence_quoted_in_part_goes_on_with_no_quotation_further_up() -> None:
    text = (
        "Guests marched on Monday, chanting “Bern or Jill, no hill,” and left. Hundreds came to hear Stein. "
        "Stein has framed herself as the plan for the “Bern or bust” crowd."
    )
    assert [one.content for one in said_in(text)] == [("“Bern or Jill, no hill,”",)]
