"""Reading answers that a model got wrong: all authored here."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.contract.errors import AnswerError, EmptyAnswerError, RefusalError, TruncatedAnswerError
from summarizer.contract.request import Completion
from summarizer.engines.model.answers import MAX_CLAIMS, check_content, parse_answer
from tests.growth import assert_linear

GOOD = {
    "sentence": 2,
    "quotes": ["It is safe"],
    "source": "Ann Roe",
    "kind": "person",
    "stance": "asserts",
    "text": "t",
}


def parsed(value: object):
    text = json.dumps(value)
    return parse_answer(text, text)


def test_a_good_answer_is_taken_whole() -> None:
    got = parsed({"claims": [GOOD], "headline": "H", "abstract": "A", "key_points": [{"text": "K", "claims": [1]}]})
    assert got is not None
    assert got.claims[0].model_dump(exclude_defaults=True) == {**GOOD, "quotes": ("It is safe",)}
    assert (got.headline, got.abstract, got.key_points[0].claims) == ("H", "A", (1,))
    assert not got.refused


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"sentence": "2"}, {"sentence": 2}),
        ({"sentence": "[2]"}, {"sentence": 2}),
        ({"sentence": "Sentence 2"}, {"sentence": 2}),
        ({"sentence": "2-3"}, {"sentence": 2}),
        ({"sentence": [2]}, {"sentence": 2}),
        ({"sentence": 2.0}, {"sentence": 2}),
        ({"sentence": -2}, {"sentence": 0}),
        ({"sentence": 12345678}, {"sentence": 0}),
        ({"sentence": 2, "quotes": ["[2] It is safe"]}, {"sentence": 2, "quotes": ("It is safe",)}),
        ({"sentence": 2, "quotes": ["[3] It is safe"]}, {"sentence": 2, "quotes": ("[3] It is safe",)}),
        ({"sentence": None}, {"sentence": 0}),
        ({"sentence": True}, {"sentence": 0}),
        ({"quotes": "It is safe"}, {"quotes": ("It is safe",)}),
        ({"via": "Radio Velm"}, {"via": ("Radio Velm",)}),
        ({"via": None, "role": None}, {"via": (), "role": ""}),
        ({"stance": "Denies"}, {"stance": "denies"}),
        ({"stance": "shouts"}, {"stance": "other"}),
        ({"kind": "armed group"}, {"kind": "armed_group"}),
        ({"kind": "alien"}, {"kind": "organization"}),
        ({"source": "", "kind": None}, {"kind": "outlet"}),
        ({"extra": 1}, {}),
    ],
)
def test_a_value_whose_meaning_is_clear_is_mended(change: dict[str, object], expected: dict[str, object]) -> None:
    got = parsed({"claims": [{**GOOD, **change}]})
    assert got is not None
    assert {key: getattr(got.claims[0], key) for key in expected} == expected


@pytest.mark.parametrize("bad", [{**GOOD, "quotes": []}, {**GOOD, "quotes": [""]}, "a text", 5, None, {}])
def test_a_claim_that_fails_is_listed_and_the_rest_is_kept(bad: object) -> None:
    got = parsed({"claims": [bad, GOOD]})
    assert got is not None
    assert len(got.claims) == 1
    assert len(got.refused) == 1
    assert got.refused[0].reason


def test_a_short_answer_says_what_a_full_one_says() -> None:
    got = parsed(
        {
            "sources": [{"name": "Ann Roe", "kind": "person", "role": "owner"}],
            "claims": [
                {"sentence": 2, "quotes": ["It is safe"], "source": "Ann Roe"},
                {"sentence": 3, "quotes": ["It fell"]},
            ],
            "headline": {"text": "H", "sentences": [1]},
            "abstract": [{"text": "A.", "sentences": [2, 3]}, {"text": "B.", "sentences": []}],
            "key_points": [{"text": "K", "claims": [1]}],
        }
    )
    assert got is not None
    first, second = got.claims
    assert (first.source, first.kind, first.role, first.stance, first.text) == (
        "Ann Roe",
        "person",
        "owner",
        "asserts",
        "",
    )
    assert (second.source, second.kind) == ("", "outlet")
    assert (got.headline, got.abstract) == ("H", "A. B.")
    assert [line.sentences for line in got.lines] == [(1,), (2, 3), ()]


def test_a_source_may_be_named_by_its_position() -> None:
    got = parsed({"sources": [{"name": "Ann Roe", "kind": "person"}], "claims": [{**GOOD, "source": 1}]})
    assert got is not None
    assert got.claims[0].source == "Ann Roe"


def test_the_sources_of_a_cut_answer_are_read() -> None:
    source, claim = '{"name":"Ann Roe","kind":"person"}', '{"sentence":2,"quotes":["It is"],"source":"Ann Roe"}'
    got = parse_answer(f'{{"sources":[{source}],"claims":[{claim},{{"sen', None)
    assert got is not None
    assert (got.claims[0].source, got.claims[0].kind) == ("Ann Roe", "person")


def test_lines_alone_are_no_whole_answer() -> None:
    got = parsed({"headline": {"text": "H", "sentences": []}})
    assert got is not None
    assert not got.is_answer
    assert got.headline == "H"


def test_a_repeated_claim_is_taken_once_and_no_more_than_a_limit() -> None:
    got = parsed({"claims": [GOOD, {**GOOD, "text": "again"}, {**GOOD, "quotes": ["It  is safe"]}] * 50})
    assert got is not None
    assert len(got.claims) == 1
    many = parsed({"claims": [{**GOOD, "sentence": n} for n in range(MAX_CLAIMS + 50)]})
    assert many is not None
    assert len(many.claims) == MAX_CLAIMS
    assert [one.reason for one in many.refused] == ["the answer went on after 400 claims: 50 more were not read"]
    endless = parsed({"claims": [GOOD] * 1001})
    assert endless is not None
    assert [one.reason for one in endless.refused] == ["the answer went on after 1,000 items: 1 more was not read"]


@pytest.mark.parametrize("tail", ['{"sentence": 3, "quotes": ["It wi', "{", '"loose"', '{"sentence": 3,, }'])
def test_the_whole_claims_of_a_cut_answer_are_saved(tail: str) -> None:
    text = '{"claims": [' + json.dumps(GOOD) + ", " + tail
    got = parse_answer(text, None)
    assert got is not None
    assert got.is_cut
    assert [one.source for one in got.claims] == ["Ann Roe"]
    if tail != "{":
        assert "cut off or broken" in got.refused[0].reason


@pytest.mark.parametrize(
    "text", ["", "no", "[", "{}", '{"claims": [', '{"other": 1}', "null", "[1, 2]", '{"claims": [{"a": ']
)
def test_an_answer_without_claims_in_it_is_none(text: str) -> None:
    json_text = text if text.startswith("{") and text.endswith("}") else None
    assert parse_answer(text, json_text) is None


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["claims", "quotes", "source", "sentence", "text", "headline", "key_points"]), inner
            )
        ),
    )
)
def test_no_json_breaks_parse_answer(value: object) -> None:
    text = json.dumps(value)
    parse_answer(text, text if isinstance(value, dict) else None)
    parse_answer(text[: len(text) // 2], None)


@pytest.mark.parametrize(
    ("completion", "error", "message"),
    [
        (Completion("text", None, refusal="I will not."), RefusalError, "the model declined: I will not."),
        (Completion("text", None, "content_filter"), RefusalError, "the model declined: content filter"),
        (Completion(" ", None, "length"), TruncatedAnswerError, "the answer was cut off before its first word"),
        (Completion("\n", None, "stop"), EmptyAnswerError, "the answer has no content"),
    ],
)
def test_an_answer_without_content_is_an_error(completion: Completion, error: type[AnswerError], message: str) -> None:
    with pytest.raises(error) as raised:
        check_content(completion)
    assert raised.value.message == message


@pytest.mark.parametrize("reason", ["stop", "length", None])
def test_an_answer_with_content_passes(reason: str | None) -> None:
    check_content(Completion("text", None, reason))


@pytest.mark.parametrize("field", ["text", "source", "mention", "role", "quotes", "via"])
def test_a_claim_with_a_text_that_no_sentence_has_is_refused(field: str) -> None:
    got = parsed({"claims": [{**GOOD, field: "word " * 1000}, GOOD], "headline": "H"})
    assert got is not None
    assert len(got.claims) == 1
    assert "more than 4,000 characters" in got.refused[0].reason
    assert len(got.refused[0].model_dump_json()) < 1500


def test_of_a_list_without_end_only_the_beginning_is_looked_at() -> None:
    got = parsed({"claims": [{}] * 50_000, "headline": "H"})
    assert got is not None
    assert len(got.refused) == 1001
    assert got.refused[-1].reason == "the answer went on after 1,000 items: 49,000 more were not read"
    broken = parse_answer('{"claims": [' + "{}, " * 50_000, None)
    assert broken is None


def test_a_summary_that_is_no_line_is_left_out() -> None:
    long = "word " * 1000
    got = parsed({"claims": [GOOD], "headline": long, "abstract": long, "key_points": [long, *["K"] * 100]})
    assert got is not None
    assert (got.headline, got.abstract) == ("", "")
    assert [point.text for point in got.key_points] == ["K"] * 49


@pytest.mark.parametrize("piece", ["{", '{"a":', "[", '{"sentence": 1}, ', "\\ud800", '"', " ,"])
def test_the_time_to_read_a_broken_answer_is_linear(piece: str) -> None:
    assert_linear(lambda text: parse_answer(text, None), piece, before='{"claims": [')
