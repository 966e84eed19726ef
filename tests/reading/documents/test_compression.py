from __future__ import annotations

import gzip
import io

import pytest

from summarizer.reading.documents.compression import open_compressed
from summarizer.reading.kinds import Kind


def test_a_stream_is_unpacked_as_it_is_read() -> None:
    stream = open_compressed(Kind.GZIP, io.BytesIO(gzip.compress(b"one\n" * 100_000)), "a.gz")
    assert stream.peek(10)[:4] == b"one\n"
    assert stream.readline() == b"one\n"


def test_a_broken_zstd_file_is_an_error_of_the_operating_system() -> None:
    pytest.importorskip("zstandard")
    stream = open_compressed(Kind.ZSTD, io.BytesIO(b"\x28\xb5\x2f\xfd broken"), "a.zst")
    with pytest.raises(OSError, match=r"[a-z]+"):
        stream.read()
