"""The kind of a source that the article does not name."""

from __future__ import annotations

import pytest

from summarizer.attribution.sources import SourceName
from summarizer.attribution.sources.kinds import kind_of_body, kind_of_phrase
from summarizer.attribution.sources.phrase import read_phrase
from tests.attribution.sources.marked import mark, sources


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        ("the mayor's office", "government"),
        ("an armed group", "armed_group"),
        ("the US-led coalition", "military"),
        ("a ferry firm", "organization"),
    ],
)
def test_the_head_shows_the_body(mention: str, kind: str) -> None:
    marked = mark(f"Then [{mention}] spoke.")
    assert kind_of_body(read_phrase(marked.index, *marked.mentions[0])) == kind


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        ("the defence lawyers", "person"),
        ("three lawyers", "anonymous"),
        ("businesses and residents", "anonymous"),
        ("a brief analysis", "document"),
        ("residents", "witness"),
        ("the family of the pilot", "person"),
    ],
)
def test_words_that_name_nobody_have_a_kind(mention: str, kind: str) -> None:
    marked = mark(f"Then [{mention}] spoke.")
    assert kind_of_phrase(read_phrase(marked.index, *marked.mentions[0])) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("[WHO] said so.", "WHO", "organization"),
        ("[The Chinese CDC] said so.", "Chinese CDC", "government"),
        ("[Finance Secretary] said so.", "Finance Secretary", "person"),
        ("[Brenn Ratings] grew. [Brenn] said so.", "Brenn Ratings", "organization"),
        ("Ann Poe is the chief executive of Zelb Rook. [Zelb Rook] said so.", "Zelb Rook", "organization"),
        ("[Shops and customers] said so.", "Shops and customers", "anonymous"),
        ("[NSW] said so.", "NSW", "government"),
        ("[The Ostby Institute of Statistics] said so.", "Ostby Institute of Statistics", "government"),
        ("[Parcelo] said a van was stolen. It advised customers to call.", "Parcelo", "organization"),
        ("Parcelo's shares fell. [Parcelo] said so.", "Parcelo", "organization"),
        ("[Oxbow.com Inc.] said so.", "Oxbow.com Inc", "organization"),
        ("[Tens of thousands of protesters] said so.", "Tens of thousands of protesters", "anonymous"),
    ],
)
def test_names_and_acronyms_have_a_kind(text: str, name: str, kind: str) -> None:
    assert sources(text)[-1] == SourceName(name, kind, "")  # type: ignore[arg-type]


def test_an_auditor_general_is_no_soldier() -> None:
    assert sources("[The auditor general] said so. [The general] said so.") == [
        SourceName("The auditor general", "person"),
        SourceName("The general", "military"),
    ]


def test_a_coalition_that_a_state_leads_keeps_its_name() -> None:
    assert sources("[The U.S.-led coalition] said so.") == [SourceName("U.S.-led coalition", "military")]
