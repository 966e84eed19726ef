"""Names in a list are one subject."""

from __future__ import annotations

import pytest

from summarizer.attribution.syntax.name_lists import whole_list
from summarizer.attribution.syntax.subjects import subject_before
from tests.attribution.reading import said_in, tokens_of


def test_a_list_of_names_is_one_subject() -> None:
    tokens = tokens_of("{Arle, Varn and Lund} <said> so.")
    found = subject_before(tokens.paragraph, tokens.cue[0], 0)
    assert found
    assert tokens.words(found) == "Varn and Lund"
    assert whole_list(tokens.paragraph, found, 0) == tokens.source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "In addition to the Front, a group of skippers and lawyers have vouched for his record.",
            "a group of skippers and lawyers",
        ),
        ("Unlike the Front, skippers and lawyers praised his record.", "skippers and lawyers"),
        ("Arle, Varn and Lund praised his record.", "Arle, Varn and Lund"),
    ],
)
def test_a_name_that_a_preposition_leads_to_opens_no_list(text: str, source: str) -> None:
    assert [said.source for said in said_in(text)] == [source]
