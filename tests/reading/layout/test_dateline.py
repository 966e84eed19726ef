"""Datelines: told from sentences that begin alike, and in no claim and no summary."""

from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.reading.layout.dateline import past_dateline


@pytest.mark.parametrize(
    "dateline",
    [
        "VARN, Ostmark (AP) — ",
        "VARN (Reuters) - ",
        "VARN, O.M.\u00a0— ",
        "NEW LUND, March 3 (Arle Press) -- ",
        "EL VARN, O.M. — ",
        "ERLUND, Upper Region - ",
        "Varn (AP) – ",
        "(Reuters) - ",
        "March 3 (Arle Press) - ",
        "VARN, 12 May - ",
        "VARN, Ostmark, May 3, 2031 /Varn Wire/ -- ",
        "VARN, Ostmark – May 3, 2031 – ",
        "Varn, Ostmark – May 3, 2031 – ",
        "Varn, 3 May 2031 - ",
        "May 3, 2031 – Varn, Ostmark – ",
        "VARN, Ostmark--(VARN WIRE)--",
        "VARN, Mass.--(VARN WIRE)--",
        "VARN, Mass. (AP) -- ",
        "VARN, N.H. — ",
        "(VNN)",
        "(AP) ",
        "Varn (VNN)",
    ],
)
def test_what_a_dateline_holds_is_in_no_claim_and_no_summary(dateline: str) -> None:
    text = f"{dateline}At least 14 people were killed when a ferry sank off Lund, officials said.\n\nIt was late."
    assert past_dateline(text, 0, len(text)) == len(dateline)
    report = summarize(text, engine="extractive")
    said = "At least 14 people were killed when a ferry sank off Lund"
    assert [(claim.source.name, claim.text) for claim in report.claims] == [("officials", said)]
    assert report.summary.headline.startswith(said)
    assert report.summary.abstract.startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "NATO - the alliance - said it was late.",
        "The wall - Lund built it - fell.",
        "Lund - Varn's mayor - said so.",
        "A",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert past_dateline(text, 0, len(text)) == 0


def test_that_which_is_spoken_of_is_kept() -> None:
    report = summarize("Lund said that was not enough. Lund said that the wall fell.", engine="extractive")
    assert [claim.text for claim in report.claims] == ["that was not enough", "the wall fell"]
