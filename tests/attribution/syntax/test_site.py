"""A cue in its sentence, and an attribution that is being read."""

from __future__ import annotations

import pytest

from tests.attribution.reading import tokens_of


def test_an_attribution_has_the_cue_of_its_site_and_holds_its_content() -> None:
    tokens = tokens_of("{Lund} <said> [that it rained].")
    attribution = tokens.site.attribute([tokens.content], tokens.source, "clause", "that")
    assert (attribution.cue, attribution.entry.lemma) == (tokens.cue, "say")
    assert [attribution.holds(index) for index in range(6)] == [False, False, True, True, True, False]


@pytest.mark.parametrize(
    ("marked", "is_speech"), [("Lund <said> so.", True), ("Lund <told> him so.", True), ("Lund <believes> it.", False)]
)
def test_a_cue_of_speech_takes_a_quotation_or_an_addressee(marked: str, is_speech: bool) -> None:
    assert tokens_of(marked).site.attribute([(2, 3)], (0, 1), "clause", "that").is_speech is is_speech


def test_a_cue_within_what_was_said_before_is_nested() -> None:
    tokens = tokens_of("{Lund} said [that Pell <denied> it], and left.")
    first = tokens.site.attribute([tokens.content], tokens.source, "clause", "that")
    assert not tokens.site.is_nested
    nested = tokens.site._replace(earlier=[first])
    assert nested.is_nested
    assert nested.said == [tokens.content]
