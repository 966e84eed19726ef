"""Words of a text: what stands between two blanks is read alike wherever it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.attribution.syntax import tagging as words
from summarizer.attribution.syntax.tagging import read_words

PIECES = st.sampled_from(
    [*"aT.,'’\"“`3-â", "â€œ", "Lund’s", "said", "to", "2,500", "state-run", "port.The", "\u00a0", "İ"]
)
LINES = st.lists(st.lists(PIECES, min_size=1).map("".join).map(str.strip).filter(bool), min_size=1)


@given(LINES, st.sampled_from(["\n", " ", "\n\n"]))
def test_words_are_those_of_the_parts_whatever_parts_them(lines: list[str], gap: str) -> None:
    text = gap.join(lines)
    whole = read_words(text, 0, len(text))
    written: list[str] = []
    tags = ""
    first = 0
    for line in lines:
        part = read_words(text, first, first + len(line))
        assert [n - len(written) for n in whole.marked if 0 <= n - len(written) < len(part.low)] == part.marked
        assert [n - len(written) for n in whole.lost if 0 <= n - len(written) < len(part.low)] == part.lost
        assert whole.starts[len(written) : len(written) + len(part.low)] == part.starts
        written += part.written
        tags += part.tag
        first += len(line) + len(gap)
    assert whole.written == written
    assert whole.low == [word.lower() for word in written]
    assert whole.tag == tags


@given(LINES)
def test_each_word_begins_where_it_is_said_to(lines: list[str]) -> None:
    text = "  ".join(lines)
    found = read_words(text, 0, len(text))
    assert [text[s : s + len(w)] for w, s in zip(found.written, found.starts, strict=True)] == found.written


@pytest.mark.parametrize(
    ("text", "lost"), [("at the port.The mayor", [4]), ("the portThe mayor", [2]), ("a port. The", [])]
)
def test_a_lost_space_is_told(text: str, lost: list[int]) -> None:
    assert read_words(text, 0, len(text)).lost == lost


def test_the_length_of_a_word_has_no_limit() -> None:
    text = f"said {'m' * 300} the {'mill-' * 100} port"
    assert read_words(text, 0, len(text)).starts == [0, 5, 306, 310, 809, 811]


def test_the_tables_of_words_and_chunks_stay_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "MOST_WORDS", 3)
    tags, chunks = words._WordTags(), words._Chunks()
    for word in ("said", "Lund", "the", "mill", "said"):
        assert tags[word] == words._tag(word)
        assert chunks[word] == words._read_chunk(word)
        assert len(tags) <= 3
        assert len(chunks) <= 3
    longest = "m" * (words.LONGEST_KNOWN + 1)
    assert chunks[longest][:2] == (longest, longest)
    assert longest not in chunks
