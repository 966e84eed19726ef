"""The journal of batches: what was sent is known after any end, and what was never created counts as never sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.running.batch_journal import BatchJournal, BatchRecord, SentLine, line_name
from summarizer.running.cache import ResultCache

if TYPE_CHECKING:
    from pathlib import Path

NOW = 1_800_000_000.0


def record(name: str = "one", began: float = NOW) -> BatchRecord:
    return BatchRecord(name=name, model="m", address="http://there/v1", requests=2, began=began)


def test_a_request_is_known_from_before_it_is_sent_until_it_is_forgotten(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path)
    journal = BatchJournal(cache)
    assert journal.line("a-1") is None
    journal.begin(record(), ["a-1", "b-1"])
    assert journal.line("a-1") == SentLine("one")
    journal.answer(record(), {"a-1": '{"custom_id": "a-1"}'})
    cache.close()
    journal = BatchJournal(cache := ResultCache(tmp_path))
    assert journal.line("a-1") == SentLine("one", '{"custom_id": "a-1"}')
    assert journal.line("b-1") == SentLine("one")
    journal.forget(["a-1"])
    assert journal.line("a-1") is None
    cache.close()


def test_the_requests_of_a_batch_that_was_given_up_were_never_sent(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path)
    journal = BatchJournal(cache)
    journal.begin(record(), ["a-1"])
    journal.give_up(record())
    assert (journal.record("one"), journal.line("a-1")) == (None, None)
    cache.close()


def test_batches_are_remembered_as_long_as_the_service_keeps_them(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path)
    journal = BatchJournal(cache, clock=lambda: NOW)
    for name, age in (("new", 0), ("old", 29), ("gone", 31)):
        journal.keep(record(name, NOW - age * 86_400))
    assert [one.name for one in journal.records()] == ["old", "new"]
    assert journal.record("gone") is None
    cache.close()


def test_a_name_is_that_of_one_body_at_one_address_sent_for_the_same_time() -> None:
    name = line_name("http://there/v1", b"{}", 1)
    assert name == line_name("http://there/v1", b"{}", 1)
    assert len({name, line_name("http://here/v1", b"{}", 1), line_name("http://there/v1", b"{ }", 1)}) == 3
    assert line_name("http://there/v1", b"{}", 2).rpartition("-")[0] == name.rpartition("-")[0]
    assert len(name) <= 64  # what services take
