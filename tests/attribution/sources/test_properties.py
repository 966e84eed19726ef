from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.attribution.sources import read_cast
from summarizer.attribution.sources.cast import Cast
from summarizer.contract.article import Article
from summarizer.contract.draft import SourceKind
from tests.growth import assert_linear

WORDS = st.sampled_from(
    [
        "the", "The", "spokesman", "he", "She", "it", "said", "Ann", "Poe", "Ann Poe", "Dawn Front", "(DF)", "DF", "of",
        "and", ",", ".", "“", "”", '"', "'s", "’s", "statement", "a", "official", "group", "\n", "\n\n", "U.S.",
        "Mr.", "who", "(", ")", "-", "—", "é", "ي", "中文", "🙂", "\u200b", "they", "told", "CNN", "according to",
        "King", "al-Roe",
        "in an interview with", "Sen.", "President", "for", "his", "A", "I", "we", "e\u0301", "ANN POE",
    ]
)  # fmt: skip
NEWS = st.lists(WORDS, max_size=60).map(" ".join)
PLACES = st.tuples(st.integers(-5, 400), st.integers(-5, 400)).map(sorted).map(tuple)


@settings(max_examples=150, deadline=None)
@given(text=NEWS | st.text(max_size=200), mentions=st.lists(PLACES, max_size=6))
@example(text="00\x85", mentions=[(2, 3)])
@example(text="he\x85", mentions=[(0, 2)])
@example(text="He left. Ann Poe, ", mentions=[(0, 2), (8, 18)])
def test_any_mention_of_any_text_has_a_source(text: str, mentions: list[tuple[int, int]]) -> None:
    article = Article(id="x", text=text)
    cast = Cast(article)
    mentions.sort()
    for mention in mentions:
        source = cast.resolve(mention)
        assert source.name or not text[max(0, mention[0]) : max(0, mention[1])]
        assert source.kind in get_args(SourceKind)
        assert source.name in text or source.name in " ".join(text.split())
        assert source == Cast(article).resolve(mention)
    assert cast.resolve_all(mentions) == Cast(article).resolve_all(mentions)


@settings(max_examples=100, deadline=None)
@given(text=NEWS, name=NEWS | st.text(max_size=30), near=st.integers(0, 400))
def test_a_name_is_found_in_the_article_or_not_at_all(text: str, name: str, near: int) -> None:
    cast = read_cast(Article(id="x", text=text))
    fullest, place = cast.fullest(name), cast.find(name, near)
    assert (fullest is None) == (place is None)
    if fullest is not None and place is not None:
        assert fullest.name in " ".join(text.split())
        assert 0 <= place[0] < place[1] <= len(text)


@settings(max_examples=100, deadline=None)
@given(text=NEWS, mention=PLACES, content=st.lists(PLACES, max_size=3))
def test_relays_lie_in_the_article_in_order(
    text: str, mention: tuple[int, int], content: list[tuple[int, int]]
) -> None:
    cast = read_cast(Article(id="x", text=text))
    relays = cast.relays(content, mention)
    assert list(relays) == sorted(set(relays))
    assert all(0 <= start < end <= len(text) for start, end in relays)
    assert cast.credit is None or cast.credit in text


@pytest.mark.parametrize(
    "unit",
    [
        "Ann Poe ",
        "“Ann Poe”, ",
        "A.",
        "al-",
        "(Ann ",
        "the ",
        "Aa-",
        "Dawn Front (DF) said he ",
        "A of ",
        "X’s ",
        "Ann’",
    ],
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    def read(text: str) -> None:
        mentions = [(at, at + 7) for at in range(0, len(text), len(text) // 25)]
        cast = Cast(Article(id="x", text=text))
        cast.resolve_all(mentions)
        cast.fullest("John Roe")
        cast.find("Ann Poe", len(text) // 2)
        cast.relays([mentions[2]], mentions[3])

    assert_linear(read, unit, 12_000)
