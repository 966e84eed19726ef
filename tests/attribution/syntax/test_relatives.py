from __future__ import annotations

import pytest

from tests.attribution.reading import said_in


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It was a feeling echoed by some members, who said it was late.", "some members, who"),
        ("After talks with Ada Lund, who said it was late, they left.", "Ada Lund, who"),
        ("In May, Lund dismissed critics who said it was late.", "critics who"),
        ("President Lund bluntly rebuked critics who said it was late.", "critics who"),
        ("She met bakers – most of whom were ill – who said it was late.", "bakers – most of whom were ill – who"),
        ("She met bakers -- two of them ill -- who said it was late.", "bakers -- two of them ill -- who"),
        ("She met a baker – who said it was late.", "a baker – who"),
        ("A clerk with Lund & Pell, who said it was late, left.", "A clerk with Lund & Pell, who"),
        ("The mother of Milo Reyes, who said it was late, left.", "The mother of Milo Reyes, who"),
        ("The plan was praised by Sen. Ada Lund (D-Ore.), who said it was late.", "Sen. Ada Lund (D-Ore.), who"),
        ("The jury heard from a baker, who said it was late.", "a baker, who"),
        ("The hall listened to a keeper of bees, who said it was late.", "a keeper of bees, who"),
    ],
)
def test_who_is_meant_within_a_phrase(text: str, source: str) -> None:
    assert said_in(text)[-1].source == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Lund was met by Pell, who is her friend, but has called the toll late.", "Pell, who"),
        ("Lund was led by a pilot, who is ill, and has praised the toll.", "a pilot, who"),
        ("Lund is a friend of Pell, who has a boat, and has praised the toll.", "Lund"),
        ("Lund was a friend of Pell, who had a boat, and praised the toll.", "Lund"),
    ],
)
def test_a_clause_in_the_present_goes_on_in_the_present(text: str, source: str) -> None:
    assert [said.source for said in said_in(text)] == [source]


@pytest.mark.parametrize(
    ("got", "source"),
    [
        ("a lecture from the mayor, who", "the mayor, who"),
        ("a warm welcome from the guild, which", "the guild, which"),
        ("a letter from the guild, which", "a letter from the guild, which"),
    ],
)
def test_who_gives_something_says_what_follows(got: str, source: str) -> None:
    assert [said.source for said in said_in(f"In May, Osk had {got} said that the pier was old.")] == [source]
