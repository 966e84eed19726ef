"""Words that may stand for one thing are known, and words that may not."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.meanings import meaning
from summarizer.grounding.checks.synonyms import groups_of, may_stand_for
from summarizer.text.words import read_words

LISTS = [words for words_of_kind in read_words("synonyms").values() for words in words_of_kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("purchased", "bought"),
        ("rubble", "debris"),
        ("tricky", "difficult"),
        ("hens", "birds"),
        ("lorry", "vehicle"),
        ("thing", "ledger"),
        ("repairs", "repaired"),
    ],
)
def test_words_of_one_meaning_may_stand_for_each_other(one: str, other: str) -> None:
    assert may_stand_for(meaning(one), meaning(other))


@pytest.mark.parametrize(("one", "other"), [("bought", "sold"), ("ledger", "candle"), ("quick", "careful")])
def test_other_words_may_not(one: str, other: str) -> None:
    assert not may_stand_for(meaning(one), meaning(other))


def test_a_list_holds_no_word_twice() -> None:
    assert [words for words in LISTS if len(set(words.split())) < len(words.split())] == []
    assert all(groups_of(meaning(word)) for words in LISTS for word in words.split())
