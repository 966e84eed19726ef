"""The words that the checks compare with: in the form in which they are compared, each once in its list."""

from __future__ import annotations

from collections import Counter

import pytest

from summarizer.grounding.checks import vocabulary
from summarizer.text.words import read_words, split_entries

LISTS = {
    f"{table}.{key}": split_entries(words)
    for table, lists in read_words("checks").items()
    for key, words in lists.items()
    if isinstance(words, str) and table != "shorthands"
}


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_words_in_lower_case_and_none_twice(name: str) -> None:
    words = LISTS[name]
    assert words
    assert [word for word in words if word != word.lower()] == []
    assert [word for word, count in Counter(words).items() if count > 1] == []


def test_a_word_of_denying_negates() -> None:
    assert vocabulary.DENYING < vocabulary.NEGATORS
    assert {"not", "denied"} <= vocabulary.NEGATORS


def test_no_word_both_denies_and_affirms_or_both_negates_and_may_negate() -> None:
    assert vocabulary.AFFIRMING.isdisjoint(vocabulary.NEGATORS | vocabulary.UNTRUE)
    assert vocabulary.SOFT_NEGATIONS.isdisjoint(vocabulary.NEGATORS)


def test_a_word_that_is_no_name_anywhere_need_not_open_a_sentence() -> None:
    assert vocabulary.OPENING.isdisjoint(vocabulary.NOT_NAMES)
