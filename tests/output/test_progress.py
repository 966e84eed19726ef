"""What is shown of a run while it goes on, and at its end."""

from __future__ import annotations

import io
import os
import threading
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.tally import RunTally
from summarizer.output.progress import closing_text, count_inputs, count_meanwhile, progress_text, show_progress

if TYPE_CHECKING:
    from pathlib import Path


def test_the_progress_line_shows_counts_rate_cost_and_time_left() -> None:
    tally = RunTally(
        done=30, failed=2, cached=10, attempts=25, prompt_tokens=40_000, completion_tokens=9_000, cost=0.125
    )
    assert progress_text(tally, 16.0, 96) == (
        "30 of about 96 done, 2 failed, 10 cached, 2.0 articles/s, "
        "25 requests, 40,000 + 9,000 tokens, $0.1250, about 32.0 s left"
    )


def test_no_time_left_is_shown_when_the_number_of_articles_is_unknown() -> None:
    assert progress_text(RunTally(done=3), 1.0, None) == "3 done, 0 failed, 0 cached, 3.0 articles/s"
    assert progress_text(RunTally(done=1500), 1.0, 20_531).startswith("1,500 of about 20,531 done, ")


def test_a_model_without_a_price_is_shown_as_unpriced() -> None:
    text = closing_text(RunTally(done=1, attempts=1, prompt_tokens=5, completion_tokens=6), 61.0)
    assert text == "1 report, 0 failures, 1 request, 5 + 6 tokens, unpriced, 1 min"


def test_the_closing_line_counts_failed_and_cached_articles() -> None:
    assert closing_text(RunTally(done=12, cached=3, failed=1), 4000.0) == "12 reports (3 cached), 1 failure, 1 h 7 min"


def test_progress_lines_are_written_while_waiting_for_a_service() -> None:
    is_written = threading.Event()

    class Stream(io.StringIO):
        def flush(self) -> None:
            is_written.set()

    stream = Stream()
    with show_progress(RunTally(done=1), lambda: 5, stream, seconds_between_lines=0.01):
        assert is_written.wait(60)
    assert stream.getvalue().startswith("summarizer: 1 of about 5 done, 0 failed, 0 cached")


def test_a_terminal_gets_a_progress_bar_and_no_lines() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    with show_progress(RunTally(done=1), lambda: 5, stream):
        pass
    assert "summarizer:" not in stream.getvalue()
    assert "\x1b[" in stream.getvalue()


def test_inputs_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "b.html").write_text("b")
    (tmp_path / "deep" / "c.jsonl").write_text("{}\n{}\n{}\n")
    (tmp_path / "picture.png").write_bytes(b"")
    assert count_inputs([str(tmp_path)]) == 5
    assert count_inputs([str(tmp_path / "a.txt"), str(tmp_path / "deep" / "c.jsonl")]) == 4


@pytest.mark.parametrize("unknown", ["-", "*.txt", "nowhere.txt"])
def test_inputs_that_cannot_be_counted_are_unknown(unknown: str) -> None:
    assert count_inputs([unknown]) is None


def test_a_long_file_is_counted_from_its_beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = tmp_path / "long.jsonl"
    lines.write_bytes(b'{"text": "a"}\n' * 40_000)
    assert count_inputs([str(lines)]) == pytest.approx(40_000, rel=0.01)
    read: list[int] = []
    plain = type(tmp_path).open

    def opened(path: Path, *arguments: str) -> io.BytesIO:
        with plain(path, *arguments) as file:
            data = file.read(1 << 16)
        read.append(len(data))
        return io.BytesIO(data)

    monkeypatch.setattr(type(tmp_path), "open", opened)
    count_inputs([str(lines)])
    assert read == [1 << 16]


@pytest.mark.parametrize("link", [False, True])
def test_what_cannot_be_read_again_is_not_opened_to_be_counted(tmp_path: Path, link: bool) -> None:
    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)
    if link:
        pipe = pipe.rename(tmp_path / "other")
        (tmp_path / "pipe.jsonl").symlink_to(pipe)
    assert count_inputs([str(tmp_path / "pipe.jsonl")]) is None  # else it would wait for a writer without end


def test_counting_holds_nothing_up(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text("{}\n" * 3)
    os.mkfifo(tmp_path / "pipe")
    total, unknown = count_meanwhile([str(tmp_path / "rows.jsonl")]), count_meanwhile([str(tmp_path / "pipe")])
    for thread in threading.enumerate():
        if thread.name == "summarizer-count":
            thread.join()
    assert (total(), unknown()) == (3, None)
