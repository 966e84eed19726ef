"""A quote that stands several times is placed where the sentence number, or the source beside it, says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.draft import DraftClaim
from summarizer.ground import ground_claim
from summarizer.intake import article_from_text
from summarizer.report import Claim

SPEAKERS = ("Anna Reil", "Bo Lind", "Carla Moss", "Dov Hallam", "Edda Prinz")
QUOTE = "“The dyke will hold until the morning,”"


def _text(count: int) -> str:
    return "\n\n".join(
        f"It was quiet in village {number}, of {farms} farms. {QUOTE} {name} said. Nobody slept on night {number}."
        for number, (name, farms) in enumerate(zip(SPEAKERS[:count], (11, 23, 35, 47, 59), strict=False), start=1)
    )


def _claim(text: str, *, sentence: int, source: str, mention: str = "") -> Claim:
    proposal = DraftClaim(
        sentence=sentence, quotes=(QUOTE,), source=source, mention=mention, kind="person", stance="asserts", text=QUOTE
    )
    claim = ground_claim(article_from_text(text), proposal, claim_id="c1", origin="model")
    assert isinstance(claim, Claim)
    return claim


def _places(text: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(QUOTE, at)]


@given(st.integers(2, 5).flatmap(lambda count: st.tuples(st.just(count), st.integers(0, count - 1))))
def test_the_sentence_number_decides(case: tuple[int, int]) -> None:
    count, wanted = case
    text = _text(count)
    article = article_from_text(text)
    place = _places(text)[wanted]
    sentence = next(one.number for one in article.sentences if one.start <= place < one.end)
    evidence = _claim(text, sentence=sentence, source=SPEAKERS[wanted]).evidence[0]
    assert evidence.start == place
    assert evidence.occurrence == (wanted + 1, count)


@pytest.mark.parametrize("wanted", range(1, 5))
@pytest.mark.parametrize("sentence", [0, 1, 999])
def test_without_a_usable_number_the_source_beside_it_decides(wanted: int, sentence: int) -> None:
    text = _text(5)
    claim = _claim(text, sentence=sentence, source=SPEAKERS[wanted], mention=SPEAKERS[wanted])
    assert claim.evidence[0].start == _places(text)[wanted]


def test_a_quote_that_stands_once_has_no_occurrence() -> None:
    assert _claim(_text(1), sentence=1, source=SPEAKERS[0]).evidence[0].occurrence is None
