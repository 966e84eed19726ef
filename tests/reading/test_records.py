"""Lines and documents of JSON become numbered records; a bad one is told by its place and stands in nobody's way."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.contract.errors import InputError, RecordError
from summarizer.contract.failure import Failure
from summarizer.reading import records
from summarizer.reading.content import Content, Record
from summarizer.reading.records import read_document, read_lines

MARK = b"\xef\xbb\xbf"


def lines(data: bytes) -> list[Record]:
    return list(read_lines(io.BytesIO(data), "feed.jsonl"))


def words(found: list[Record]) -> list[tuple[int, str]]:
    """Each record's number and text."""
    return [(record.number, record.found.text) for record in found if isinstance(record.found, Content)]


def document(data: bytes) -> list[Record]:
    return list(read_document(data, "one.json"))


def error_of(record: Record) -> InputError:
    assert isinstance(record.found, InputError)
    return record.found


def test_blank_lines_count_but_give_nothing() -> None:
    assert words(lines(b'\n{"text": "a"}\n  \r\n\n{"text": "b"}')) == [(2, "a"), (5, "b")]


@pytest.mark.parametrize("feed", [b"", b"\n", b" \n\t\n", MARK])
def test_a_feed_without_records_gives_none(feed: bytes) -> None:
    assert lines(feed) == []


def test_a_byte_order_mark_is_no_part_of_a_record() -> None:
    assert words(lines(MARK + b'{"text": "a"}\n' + MARK + b'{"text": "b"}')) == [(1, "a"), (2, "b")]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_feed_of_two_byte_letters_has_lines_too(encoding: str) -> None:
    # U+0A0D holds the bytes of a line's end, and is none.
    feed = "\ufeff" + '{"text": "\u0a0d"}\r\n\n{"text":\r"x\u2028"}\n'
    assert words(lines(feed.encode(encoding))) == [(1, "\u0a0d"), (3, "x\u2028")]


@pytest.mark.parametrize("before", [0, 1, 3])
@pytest.mark.parametrize("times", [1, 2, 5])
@pytest.mark.parametrize("mark", [b"", MARK])
def test_a_line_that_is_too_long_is_one_failure_wherever_it_stands(
    monkeypatch: pytest.MonkeyPatch, before: int, times: int, mark: bytes
) -> None:
    monkeypatch.setattr(records, "LONGEST_LINE", 40)
    long = b'{"text": "' + b"a" * 40 * times + b'"}\n'
    found = lines(mark + b'{"text": "a"}\n' * before + long + b'{"text": "b"}\n')
    assert [record.number for record in found] == list(range(1, before + 3))
    assert "longer than" in error_of(found[before]).message
    assert error_of(found[before]).where == f"feed.jsonl:{before + 1}"
    assert words(found)[-1] == (before + 2, "b")


def test_a_last_line_that_is_too_long_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "LONGEST_LINE", 40)
    assert ["longer than" in error_of(record).message for record in lines(b'{"text": "' + b"a" * 30)] == [True]


def test_one_record_is_a_document_without_number() -> None:
    assert words(document(b'{\n "text": "x"\n}')) == [(0, "x")]


def test_records_over_many_lines_may_follow_one_another() -> None:
    two = json.dumps({"text": "One."}, indent=2) + "\n" + json.dumps({"text": "Two."}, indent=2) + "\n"
    assert words(document(two.encode())) == [(1, "One."), (2, "Two.")]


def test_a_list_is_numbered_and_its_bad_items_are_named() -> None:
    found = document(b'[{"text": "a"}, 5, {"article": {}, "claims": []}, {"text": "b"}]')
    assert [record.number for record in found] == [1, 2, 3, 4]
    assert words(found) == [(1, "a"), (4, "b")]
    assert [error_of(record).where for record in found[1:3]] == ["one.json:2", "one.json:3"]
    assert "list" in error_of(found[1]).hint
    assert "report" in error_of(found[2]).message


def test_a_record_with_an_article_of_its_own_is_no_report() -> None:
    record = {"text": "x", "article": {"section": "News"}}
    assert words(document(json.dumps(record).encode())) == [(0, "x")]


def test_the_list_in_a_services_answer_is_the_records() -> None:
    answer = {"status": "ok", "response": {"results": [{"text": "a", "id": "one"}, {"body": "b"}]}}
    found = document(json.dumps(answer).encode())
    assert words(found) == [(1, "a"), (2, "b")]
    assert [record.id for record in found] == ["one", ""]
    assert words(lines(json.dumps(answer).encode())) == [(1, "a"), (1, "b")]


def test_an_empty_list_gives_nothing() -> None:
    assert document(b"[]") == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"text": }', "column 10"),
        (b'{\n"text": }', "line 2, column 9"),
        (b'"text"', "no JSON object"),
        (b"[" * 100_000, "nests too deep"),
        (b'{"n": ' + b"9" * 5000 + b"}", "too long a number"),
    ],
    ids=lambda value: value[:9].decode() if isinstance(value, bytes) else None,
)
def test_a_bad_document_is_one_failure_that_says_where(data: bytes, said: str) -> None:
    (only,) = document(data)
    error = error_of(only)
    assert isinstance(error, RecordError)
    assert said in error.message
    assert (only.number, error.where) == (0, "one.json")
    assert "each line" not in error.hint


def test_the_encoding_is_told() -> None:
    (only,) = document('{"text": "Tölm – “weir”"}'.encode("cp1252"))
    assert isinstance(only.found, Content)
    assert (only.found.text, only.found.encoding) == ("Tölm – “weir”", "cp1252")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("abc ", min_size=1).filter(str.strip), max_size=6))
def test_every_text_comes_back_from_lines_and_from_a_list(texts: list[str]) -> None:
    objects = [{"text": text} for text in texts]
    feed = "\n".join(map(json.dumps, objects)).encode()
    assert words(lines(feed)) == list(enumerate(texts, start=1))
    assert words(document(json.dumps(objects).encode())) == list(enumerate(texts, start=1))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=40))
@example(b'{"a": NaN}')
@example(b"\xff\xfe{\x00")
@example(b"\xfe\xff\xd8\x00")
def test_no_bytes_raise(data: bytes) -> None:
    for record in [*lines(data), *document(data)]:
        assert isinstance(record.found, Content | InputError)


def test_a_line_without_end_is_left_at_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "LONGEST_LINE", 40)

    class Endless(io.BytesIO):
        def readline(self, size: int | None = -1) -> bytes:
            return b"x" * (size or 0)

    (record,) = records.read_lines(Endless(), "endless")
    assert isinstance(record.found, RecordError)
    assert "the line is longer than" in record.found.message


def test_a_file_in_utf_16_is_read_up_to_the_longest_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "LONGEST_LINE", 400)
    line = json.dumps({"text": "river"}) + "\n"
    found = list(records.read_lines(io.BytesIO((line * 40).encode("utf-16")), "wide"))
    assert 2 < len(found) < 40
    assert isinstance(found[-1].found, RecordError)


def test_a_services_error_is_refused_in_its_words() -> None:
    answer = json.dumps({"status": "error", "message": "You have asked too often today."}).encode()
    (record,) = records.read_document(answer, "answer.json")
    assert isinstance(record.found, RecordError)
    assert "You have asked too often today." in record.found.message


def test_a_row_of_failures_is_called_what_it_is() -> None:
    row = json.dumps(Failure(id="a", error="RecordError", message="there is no text", retryable=False).model_dump())
    (record,) = records.read_lines(io.BytesIO(row.encode()), "failures.jsonl")
    assert isinstance(record.found, RecordError)
    assert "failed in an earlier run" in record.found.message
