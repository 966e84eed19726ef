"""Clauses without a "that"."""

from __future__ import annotations

import pytest

from summarizer.attribution.syntax.bare_clauses import bare_clause, verb_follows
from tests.attribution.reading import said_in, tokens_of


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lund wrote the mayor that it was late.", ["that it was late"]),
        ("Lund wrote the court, saying that it was late.", ["that it was late"]),
        ("The deal has given Lund continued influence in the guild -- a power that helps in talks.", []),
        ("Lund said the mill -- a ruin -- was lost.", ["the mill -- a ruin -- was lost"]),
    ],
)
def test_what_is_written_to_somebody_and_what_a_dash_adds(text: str, content: list[str]) -> None:
    assert [one.content[0] for one in said_in(text)] == content


def test_a_clause_begins_with_its_subject_and_not_with_what_is_no_clause() -> None:
    tokens = tokens_of("Lund <said> [it rained.]")
    assert bare_clause(tokens.site, tokens.site.after) == tokens.site.after
    tokens = tokens_of("Lund <wrote> [songs, sang in bars.]")
    assert bare_clause(tokens.site, tokens.site.after) is None


def test_a_verb_follows_a_phrase_or_does_not() -> None:
    paragraph = tokens_of("Lund <said> [the crews were out.]").paragraph
    assert verb_follows(paragraph, 2, len(paragraph.words))
    assert not verb_follows(paragraph, 5, len(paragraph.words))


@pytest.mark.parametrize(
    ("told", "content"),
    [
        ("the local paper, The Skarne Chief, that such chants had become common", "such chants had become common"),
        ("the mayor, Ada Lund, that it was late", "it was late"),
    ],
)
def test_whom_somebody_writes_to_may_be_named(told: str, content: str) -> None:
    assert [said.content for said in said_in(f"A pupil wrote {told}.")] == [(f"that {content}",)]


@pytest.mark.parametrize("content", ["ten died", "10 died", "many died", "none survived", "hundreds fled"])
def test_a_count_and_its_verb_are_a_clause(content: str) -> None:
    assert [one.content for one in said_in(f"The rebels said {content}.")] == [(content,)]
