"""Names in a list are one subject."""

from __future__ import annotations

from summarizer.attribution.syntax.name_lists import whole_list
from summarizer.attribution.syntax.subjects import subject_before
from tests.attribution.reading import tokens_of


def test_a_list_of_names_is_one_subject() -> None:
    tokens = tokens_of("{Arle, Varn and Lund} <said> so.")
    found = subject_before(tokens.paragraph, tokens.cue[0], 0)
    assert found
    assert tokens.words(found) == "Varn and Lund"
    assert whole_list(tokens.paragraph, found, 0) == tokens.source
