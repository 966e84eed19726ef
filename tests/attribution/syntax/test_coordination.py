from __future__ import annotations

import pytest

from tests.attribution.reading import said_in


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Pell forecast that the mill would quickly recover and praised the crews of the guild.",
            "that the mill would quickly recover",
        ),
        ("Pell said it was late and warned the guild to refrain from more.", "it was late"),
        (
            "Pell told the guild that the year had been hard and accused St Orm’s Mill of greed.",
            "that the year had been hard",
        ),
        ("Pell said that growers and related trades had left.", "that growers and related trades had left"),
    ],
)
def test_another_verb_of_the_speaker_ends_what_is_said(text: str, content: str) -> None:
    assert said_in(text)[0].content == (content,)


def test_a_promise_after_an_and_is_not_what_is_regretted() -> None:
    text = "The lender apologised for the outage and promised refunds."
    assert [one.content for one in said_in(text)] == [("for the outage",), ("refunds",)]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Arl wrote that it was late, and the sailors’ trust accused him of theft.",
        "Bo Arl said that it was late and the trust accused him of theft.",
    ],
)
def test_what_the_next_one_says_is_not_said_by_the_one_before(text: str) -> None:
    assert [one.content for one in said_in(text)] == [("that it was late",), ("him of theft",)]


def test_who_denies_and_points_out_says_two_things() -> None:
    said = said_in("The guild denies any wrongdoing and points out that Pell signed the deal.")
    assert [one.content for one in said] == [("any wrongdoing",), ("that Pell signed the deal",)]


def test_a_further_deed_is_not_said() -> None:
    (said,) = said_in("Lund called a meeting to brag that the catch had doubled and to thank the crew.")
    assert said.content == ("that the catch had doubled",)
