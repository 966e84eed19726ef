"""A quote that stands several times is placed where the sentence number, or the source beside it, says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.contract.draft import DraftClaim
from summarizer.contract.report import Claim, Rejected
from summarizer.grounding.evidence import place_evidence
from summarizer.grounding.ground import ground_claim
from summarizer.reading.articles import article_from_text
from summarizer.reading.layout.layout import sentences_of

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
    sentence = next(one.number for one in sentences_of(article) if one.start <= place < one.end)
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


TWO_CUES = """Two voices

“It was my fault,” said the mayor, Ana Moll, and “It was my fault,” said the engineer, Bo Rask. Everybody laughed.
"""
WITHOUT_MARKS = """The wall

The minister denied that the wall was weak. A worker claimed that the wall was weak. The report proved that the wall was
weak.
"""
TWO_MARKS = """The lake

"The lake is dry," Ana Moll said. The rain fell.

“The  lake is dry,” Bo Rask said. The rain stopped.
"""


def _start(text: str, quote: str, source: str, *, sentence: int = 0, mention: str = "") -> tuple[int, object]:
    proposal = DraftClaim(
        sentence=sentence, quotes=(quote,), source=source, mention=mention, kind="person", stance="asserts", text=quote
    )
    claim = ground_claim(article_from_text(text), proposal, claim_id="c1", origin="model")
    assert isinstance(claim, Claim)
    return claim.evidence[0].start, claim.evidence[0].occurrence


@pytest.mark.parametrize(("source", "wanted"), [("Ana Moll", 1), ("Bo Rask", 2)])
@pytest.mark.parametrize("sentence", [0, 2, 99])
def test_within_one_sentence_the_cue_decides_not_the_nearer_name(source: str, wanted: int, sentence: int) -> None:
    place = TWO_CUES.index("It was") if wanted == 1 else TWO_CUES.rindex("It was")
    assert _start(TWO_CUES, "It was my fault", source, sentence=sentence) == (place, (wanted, 2))


@pytest.mark.parametrize("source", ["The minister", "a worker", "The report"])
def test_a_source_without_a_name_decides(source: str) -> None:
    after = WITHOUT_MARKS.lower().rindex(source.lower())
    start, _ = _start(WITHOUT_MARKS, "the wall was", source)
    assert start == WITHOUT_MARKS.index("the wall was", after)


@pytest.mark.parametrize(("source", "sentence"), [("Bo Rask", 0), ("Bo Rask", 4), ("", 4)])
def test_a_place_in_other_marks_is_taken_where_the_source_or_the_number_says_so(source: str, sentence: int) -> None:
    start, occurrence = _start(TWO_MARKS, "The lake is dry", source, sentence=sentence)
    assert (start, occurrence) == (TWO_MARKS.index("The  lake"), (2, 2))


def test_a_number_that_is_off_by_one_decides_where_nobody_is_read_to_speak() -> None:
    text = "Rain\n\nMoll rose. It will rain again. All left.\n\nRask rose. It will rain again. All left.\n"
    article = article_from_text(text)
    number = next(one.number for one in sentences_of(article) if article.text[one.start :].startswith("Rask"))
    assert _start(text, "It will rain again", "", sentence=number)[0] == text.rindex("It will")


def _placed(*quotes: str, sentence: int = 2) -> object:
    text = "The lake\n\nThe lake is deep, Ana Moll said. Nobody swims, she said. The lake is deep.\n"
    proposal = DraftClaim(
        sentence=sentence, quotes=quotes, source="Ana Moll", kind="person", stance="asserts", text="x"
    )
    return place_evidence(article_from_text(text), proposal, "model")


def test_the_pieces_of_a_quotation_come_in_text_order_and_each_once() -> None:
    pieces = _placed("Nobody swims", "The lake is deep", "Nobody swims")
    assert isinstance(pieces, list)
    assert [piece.quote for piece in pieces] == ["Nobody swims", "The lake is deep"]


@pytest.mark.parametrize(
    ("quotes", "shown", "reason"),
    [
        (("Nobody swims", "The lake is dry"), "The lake is dry", "do not hold this quote"),
        (("Nobody swims", "  "), "  ", "the quote is empty"),
        ((".", ","), ". … ,", "the quote holds no word"),
    ],
)
def test_a_claim_is_rejected_for_the_quote_that_is_wrong(quotes: tuple[str, ...], shown: str, reason: str) -> None:
    refused = _placed(*quotes)
    assert isinstance(refused, Rejected)
    assert refused.quote == shown
    assert reason in refused.reason
