"""Headings that name who says what they say, before a colon or behind a dash."""

from __future__ import annotations

import pytest

from tests.attribution.reading import Said, said_in

BODY = "\n\nThe brewery stood beside harbour master Oona Pell's house. It was built in 1790."


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Ministry: nine kilns have gone cold", Said("Ministry", ":", ("nine kilns have gone cold",))),
        ("Bank of Norland: rates to rise in May", Said("Bank of Norland", ":", ("rates to rise in May",))),
        ("Pell: We will light the lamp", Said("Pell", ":", ("We will light the lamp",))),
        ("11:40 Police: man, 60, has died near Varn.", Said("Police", ":", ("man, 60, has died near Varn",))),
        ("Pell to brewers worried about frost: It will thaw", Said("Pell", ":", ("It will thaw",))),
        ("Poll: most brewers want a second kiln", Said("Poll", ":", ("most brewers want a second kiln",))),
        ("Minister at fair: the kiln is safe", Said("Minister", ":", ("the kiln is safe",))),
        ("Three arrested over fire - police", Said("police", "-", ("Three arrested over fire",))),
        ("Kiln unsafe for years: report", Said("report", ":", ("Kiln unsafe for years",))),
        ("Brewers vow to boycott fair", Said("Brewers", "vow", ("to boycott fair",))),
    ],
)
def test_a_heading_says_who_says_it(heading: str, said: Said) -> None:
    assert said_in(heading + BODY) == [said]


@pytest.mark.parametrize(
    "heading",
    [
        "Exclusive: kilns to close in May",
        "Pell on beer: what you need to know",
        "Fair in Varn on Monday: the kiln was lit",
        "Kiln scandal: brewer resigns",
        "Watch: brewer sings in rain",
        "Storm Ida: what we know",
        "Fair in Varn: songs and lamps",
        "Owls 2-1 Wolves: Park the hero",
        "Election night: winners and losers",
        "Varn fair 2024 - the best pictures",
        "Method: beat the eggs with sugar.",
    ],
)
def test_a_topic_or_a_label_says_nothing(heading: str) -> None:
    assert said_in(heading + BODY) == []
