"""Quoted pieces as words that can be read without their marks."""

import pytest

from summarizer.reading.layout.unquoted import said_words, unquote


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        (['"The wall is new,"', '"It will hold."'], "The wall is new. It will hold."),
        (['"The wall,"', '"is new."'], "The wall, is new."),
        (["“the pumps failed,”"], "the pumps failed"),
        (['called it "a sham"'], 'called it "a sham"'),
        (["``It held,''"], "It held"),
    ],
)
def test_pieces_become_one_text(pieces: list[str], said: str) -> None:
    assert said_words(pieces) == said


@pytest.mark.parametrize(
    ("text", "bare"), [('"It held', "It held"), ('It held" ', "It held"), ('"a" or "b"', '"a" or "b"')]
)
def test_marks_without_a_partner_are_taken_off(text: str, bare: str) -> None:
    assert unquote(text) == bare
