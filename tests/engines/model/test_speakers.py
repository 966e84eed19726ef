"""The task for small models: who says each sentence, and what rules make of it."""

from __future__ import annotations

import json

import pytest

from summarizer.contract.article import Article
from summarizer.contract.errors import InvalidAnswerError, TruncatedAnswerError
from summarizer.contract.request import Completion
from summarizer.engines.model.prompts import all_lines
from summarizer.engines.model.speakers import SpeakersTask, claims_of, read_speakers, speakers_schema
from summarizer.engines.model.task import LlmOptions
from summarizer.engines.model.windows import Window

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
def test_a_speaker_whom_the_article_does_not_support_is_refused_with_the_reason(
    number: int, name: str, reason: str
) -> None:
    claims, refused = claims_of(ARTICLE, {number: name})
    assert claims == []
    assert reason in refused[0].reason
    assert refused[0].source == name


def test_a_sentence_that_nobody_says_is_not_refused() -> None:
    assert claims_of(ARTICLE, dict.fromkeys(range(1, 6), "")) == ([], [])


def test_speakers_are_read_from_whole_broken_and_plain_answers() -> None:
    whole = {"2": {"words": "Its owner", "who": "Ann Roe."}, "4": {"words": "Rain", "who": ""}}
    text = json.dumps(whole)
    assert read_speakers(text, text) == {2: "Ann Roe", 4: ""}
    cut = text[:-12] + "Bo"
    assert read_speakers(cut, None) == {2: "Ann Roe"}
    plain = json.dumps({"2": "Ann Roe", "x": "y", "3": None})
    assert read_speakers(plain, plain) == {2: "Ann Roe"}
    assert read_speakers("no", None) is None
    assert read_speakers("{}", "{}") is None


def test_the_schema_demands_an_answer_for_every_sentence() -> None:
    body = speakers_schema([3, 4]).body
    assert body["required"] == ["3", "4"]
    assert body["additionalProperties"] is False


WINDOW = Window(all_lines(ARTICLE)[:3], first_own=1)


def test_only_a_windows_own_sentences_are_asked_about_and_read() -> None:
    task = SpeakersTask(LlmOptions())
    question = task.question(ARTICLE, WINDOW)
    assert list(question.schema.body["properties"]) == ["2", "3"]
    assert "[1] The quarry" in question.messages[1].content
    text = json.dumps({"1": "Bo Lind", "2": "Ann Roe", "3": "she"})
    assert task.read(ARTICLE, WINDOW, Completion(text, text)) == {2: "Ann Roe", 3: "she"}


@pytest.mark.parametrize(("reason", "error"), [("length", TruncatedAnswerError), ("stop", InvalidAnswerError)])
def test_an_answer_that_names_no_speaker_is_an_error(reason: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        SpeakersTask(LlmOptions()).read(ARTICLE, WINDOW, Completion('{"2": {"words": "Its', None, reason))


async def test_of_a_sentence_that_two_windows_share_the_first_speaker_counts() -> None:
    async def unasked(_: object) -> Completion:
        raise AssertionError

    answers = [(WINDOW, {2: "Ann Roe", 3: "she"}), (WINDOW, {3: "Bo Lind", 4: ""})]
    assert await SpeakersTask(LlmOptions()).join(ARTICLE, answers, unasked) == {2: "Ann Roe", 3: "she", 4: ""}
