"""Before a colon another than the subject may speak."""

from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.rules.other_speaker import other_before_colon
from tests.attribution.reading import tokens_of


@pytest.mark.parametrize(
    ("marked", "is_question"),
    [
        ("Lund was blamed by {a pilot}<:> He slept.", False),
        ("Lund was heckled on Friday by {a keeper}<:> Go!", False),
        ("Lund was asked by {a guest} about it<:> Why?", True),
        ("Lund quoted {her mother}<:> Wait.", False),
        ("Lund was asked by a guest about it<:> It is late.", False),
        ("Lund was moved by the letters<:> It is late.", False),
        ("Lund, blamed by the guild, answered<:> It is late.", False),
    ],
)
def test_who_is_named_after_by_or_quoted_speaks(marked: str, is_question: bool) -> None:
    tokens = tokens_of(marked)
    found = other_before_colon(tokens.paragraph, 0, tokens.cue[0], is_question=is_question)
    assert tokens.words(found) == (tokens.words(tokens.source) if "{" in marked else None)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Cook Ebba Lisle was praised by a guest: “She saved the feast.”", "a guest"),
        ("Cook Ebba Lisle recalled what her aunt used to say: “Salt comes last.”", "her aunt"),
        ("Cook Ebba Lisle used to say: “Salt comes last.”", "Ebba Lisle"),
        ("Cook Ebba Lisle was cheered by the news: “It is a good day.”", "Ebba Lisle"),
        ("Cook Ebba Lisle, praised by a guest, answered: “Salt comes last.”", "Ebba Lisle"),
    ],
)
def test_the_words_after_a_colon_are_theirs(text: str, source: str) -> None:
    claims = summarize(text, engine="extractive").claims
    assert [one.source.name for one in claims if "“" in one.evidence[0].quote] == [source]
