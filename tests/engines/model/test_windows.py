from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.contract.article import Article
from summarizer.engines.model.windows import cut, whole
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.tokens import estimate_tokens
from tests.growth import assert_linear

TEXT = "The bridge was shut. " + " ".join(f"Speaker number {n} said that crack {n} was new." for n in range(1, 40))
ARTICLE = Article(id="a", text=TEXT)


def test_an_article_that_fits_is_one_window() -> None:
    (window,) = cut(ARTICLE, tokens=100_000)
    assert [line.number for line in window.lines] == [one.number for one in sentences_of(ARTICLE)]
    assert window == whole(ARTICLE)
    assert window.is_whole


def test_no_window_of_several_shows_the_whole_article() -> None:
    assert [window.is_whole for window in cut(ARTICLE, tokens=100_000, sentences=39)] == [False, False]


@given(tokens=st.integers(20, 2_000), sentences=st.none() | st.integers(1, 20), overlap=st.integers(0, 3))
@settings(deadline=None)
def test_each_sentence_belongs_to_one_window_and_each_window_fits(
    tokens: int, sentences: int | None, overlap: int
) -> None:
    windows = cut(ARTICLE, tokens=tokens, sentences=sentences, overlap=overlap)
    owned = [line for window in windows for line in window.lines[window.first_own :]]
    numbers = list(dict.fromkeys(line.number for line in owned))
    assert numbers == [one.number for one in sentences_of(ARTICLE)]
    for window in windows:
        own = window.lines[window.first_own :]
        assert own
        assert window.first_own <= overlap
        assert sentences is None or len(own) <= sentences
        cost = sum(estimate_tokens(TEXT[line.start : line.end]) + 5 for line in window.lines)
        assert cost <= tokens or len(own) == 1


def test_a_sentence_longer_than_a_window_is_cut_and_nothing_of_it_is_lost() -> None:
    article = Article(id="long", text="The list named " + "one stone after another " * 4_000 + "and that was all.")
    windows = cut(article, tokens=500)
    lines = [line for window in windows for line in window.lines[window.first_own :]]
    assert {line.number for line in lines} <= {1, 2}
    assert (
        "".join(article.text[line.start : line.end] for line in lines if line.number == 1).strip()
        == article.text.strip()
    )


def test_the_cost_of_a_long_document_is_linear() -> None:
    one = Article(id="one", text=" ".join(f"Speaker {n} said that stone {n} fell on the road." for n in range(1_500)))
    six = Article(id="six", text=" ".join(f"Speaker {n} said that stone {n} fell on the road." for n in range(6_000)))
    few, many = cut(one, tokens=3_000), cut(six, tokens=3_000)
    assert len(many) <= 4 * len(few) + 4
    shown = sum(estimate_tokens(six.text[line.start : line.end]) for window in many for line in window.lines)
    assert shown < 1.2 * estimate_tokens(six.text) + 4 * len(sentences_of(six))
    assert_linear(
        lambda text: cut(Article(id="x", text=text), tokens=500), "Ann Poe said that a stone fell on it. ", 40_000
    )
