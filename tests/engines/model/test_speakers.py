from __future__ import annotations

import json

import pytest

from summarizer.contract.article import Article
from summarizer.engines.model.speakers import claims_of, read_speakers, speakers_schema

ARTICLE = Article(
    id="a",
    text="The quarry at Velm was shut on Monday. Its owner Ann Roe said the stone was gone. “We looked everywhere,” "
    "she added. Rain fell on the hills all night. Union leader Bo Lind denied that the stone was gone.",
)


def said(**names: str) -> dict[int, str]:
    return {int(key.removeprefix("s")): name for key, name in names.items()}


def test_a_named_speaker_becomes_a_claim_where_the_rules_read_the_same() -> None:
    claims, refused = claims_of(ARTICLE, said(s2="Ann Roe", s3="Roe", s5="Bo Lind"))
    assert [(claim.sentence, claim.source) for claim in claims] == [(2, "Ann Roe"), (3, "Ann Roe"), (5, "Bo Lind")]
    assert claims[2].stance == "denies"
    assert not refused
    for claim in claims:
        assert all(quote in ARTICLE.text for quote in claim.quotes)


@pytest.mark.parametrize(
    ("number", "name", "reason"),
    [
        (4, "Ann Roe", "does not name this source"),
        (5, "Ann Roe", "is by “Bo Lind”"),
        (1, "the quarry", "no sign that anybody says it"),
        (4, "Nobody Known", "does not name this source"),
    ],
)
def test_what_the_article_does_not_bear_out_is_refused_with_the_reason(number: int, name: str, reason: str) -> None:
    claims, refused = claims_of(ARTICLE, {number: name})
    assert claims == []
    assert reason in refused[0].reason
    assert refused[0].source == name


def test_nobody_is_not_refused() -> None:
    assert claims_of(ARTICLE, dict.fromkeys(range(1, 6), "")) == ([], [])


def test_an_answer_is_read_in_any_shape_that_tells() -> None:
    whole = {"2": {"words": "Its owner", "who": "Ann Roe."}, "4": {"words": "Rain", "who": ""}}
    text = json.dumps(whole)
    assert read_speakers(text, text) == {2: "Ann Roe", 4: ""}
    cut = text[:-12] + "Bo"
    assert read_speakers(cut, None) == {2: "Ann Roe"}
    plain = json.dumps({"2": "Ann Roe", "x": "y", "3": None})
    assert read_speakers(plain, plain) == {2: "Ann Roe"}
    assert read_speakers("no", None) is None
    assert read_speakers("{}", "{}") is None


def test_every_sentence_must_be_answered() -> None:
    body = speakers_schema([3, 4]).body
    assert body["required"] == ["3", "4"]
    assert body["additionalProperties"] is False
