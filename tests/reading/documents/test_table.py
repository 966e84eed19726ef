from __future__ import annotations

import io
import sys

import pytest

from summarizer.contract.errors import InputError, RecordError, UnreadableInputError
from summarizer.reading.content import Content, Record
from summarizer.reading.documents.table import read_parquet, read_table


def rows(data: bytes) -> list[Record]:
    return list(read_table(io.BufferedReader(io.BytesIO(data)), "a.csv"))  # type: ignore[type-var]


def texts(data: bytes) -> list[str]:
    return [record.found.text for record in rows(data) if isinstance(record.found, Content)]


@pytest.mark.parametrize(
    "data",
    [
        b'id,text\n1,"It broke, he said."\n',
        b'\xef\xbb\xbfid;text\r\n1;"It broke, he said."\r\n',
        b"id\ttext\n1\tIt broke, he said.\n",
        b'sep=|\r\nid|text\r\n1|"It broke, he said."\r\n',
        'id,text\n1,"It broke, he said."\n'.encode("utf-16"),
    ],
)
def test_the_separator_and_the_encoding_are_found(data: bytes) -> None:
    assert texts(data) == ["It broke, he said."]
    assert [record.id for record in rows(data)] == ["1"]


def test_a_row_may_have_line_breaks_and_a_bad_one_is_named() -> None:
    data = b'id,text\n1,"One.\n\nTwo."\n\n2,\n3,"\xe9t\xe9"\n'
    first, bad, last = rows(data)
    assert isinstance(first.found, Content)
    assert first.found.text == "One.\n\nTwo."
    assert isinstance(bad.found, InputError | Content)
    assert isinstance(last.found, Content)


def test_an_empty_table_is_refused() -> None:
    with pytest.raises(RecordError, match="empty"):
        rows(b"\nx\n")


def test_a_parquet_file_is_read_row_by_row() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    buffer = io.BytesIO()
    parquet.write_table(pyarrow.table({"id": [7, 8], "text": ["One.", None]}), buffer)
    first, second = read_parquet(io.BytesIO(buffer.getvalue()), "a.parquet")
    assert isinstance(first.found, Content)
    assert (first.found.text, first.id) == ("One.", "7")
    assert isinstance(second.found, RecordError)
    assert second.found.where == "a.parquet:2"
    with pytest.raises(RecordError, match="cannot be read"):
        list(read_parquet(io.BytesIO(b"PAR1 broken PAR1"), "a.parquet"))


def test_without_its_library_a_parquet_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(UnreadableInputError, match="not installed"):
        list(read_parquet(io.BytesIO(b"PAR1"), "a.parquet"))


def test_a_comment_above_the_columns_is_passed_over() -> None:
    assert texts(b'# exported in May\nid,text\n1,"It broke, he said."\n') == ["It broke, he said."]


def test_what_a_database_wrote_between_tabs_is_read() -> None:
    assert texts(b"id\turl\ttext\n1\t\\N\tIt broke.\\n\\nHe said so, \\\\o/\\tall.\n") == [
        "It broke.\n\nHe said so, \\o/\tall."
    ]
    (only,) = rows(b"id\turl\ttext\n1\t\\N\tIt broke.\n")
    assert isinstance(only.found, Content)
    assert not only.found.facts.get("url")
    assert texts(b"id,text\n1,C:\\new is a path.\n") == ["C:\\new is a path."]


def test_a_title_and_a_blank_line_may_stand_above_the_columns() -> None:
    assert texts(b'Export of 5 March\n\nid,text\n1,"It broke, he said."\n') == ["It broke, he said."]
    (record,) = rows(b'Export of 5 March\n\n\nid,text\n1,"It broke, he said."\n')
    assert (record.number, record.id) == (5, "1")
    assert texts(b"full text\nIt broke.\nIt held.\n") == ["It broke.", "It held."]
