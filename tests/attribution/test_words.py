"""Words of a text: a share of them is what reading that share alone gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.attribution import words
from summarizer.attribution.words import read_words

PIECES = st.sampled_from(
    [*"aT.,'’\"“`3-â", "â€œ", "Lund’s", "said", "to", "2,500", "state-run", "port.The", "\u00a0", "İ"]
)
LINES = st.lists(st.lists(PIECES, min_size=1).map("".join).map(str.strip).filter(bool), min_size=1)


@given(LINES, st.sampled_from(["\n", " ", "\n\n"]))
def test_a_share_of_the_words_is_what_the_share_alone_has(lines: list[str], gap: str) -> None:
    text = gap.join(lines)
    whole = read_words(text, 0, len(text))
    first = 0
    for line in lines:
        last = first + len(line)
        share, alone = whole.between(text, first, last), read_words(text, first, last)
        assert share == alone
        first = last + len(gap)


@pytest.mark.parametrize(("first", "last"), [(0, 2), (1, 4), (5, 7)])
def test_a_share_that_cuts_a_word_is_none(first: int, last: int) -> None:
    text = "Mill port"
    assert read_words(text, 0, len(text)).between(text, first, last) is None


def test_the_table_of_words_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "MOST_WORDS", 3)
    table = words._WordTags()
    for word in ("said", "Lund", "the", "mill", "said"):
        assert table[word] == words._tag(word)
        assert len(table) <= 3
