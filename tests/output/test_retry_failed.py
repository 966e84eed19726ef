"""Which inputs are run again, and where their reports go among the earlier ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.contract.article import Article
from summarizer.contract.errors import CallError
from summarizer.contract.report import Report
from summarizer.output.destinations import FileDestination, FolderDestination
from summarizer.output.failures import EarlierFailures
from summarizer.output.formats import choose_format, jsonl_text
from summarizer.output.retry_failed import Selection
from tests.reports import report

if TYPE_CHECKING:
    from pathlib import Path


def _sources(names: str) -> list[Article]:
    return [Article(id=name, text=f"Dyke {name} holds.") for name in names]


def _earlier(path: Path, names: str) -> None:
    path.write_text("".join(jsonl_text(report("Dyke holds.", id=name)) for name in names))


def _merge(path: Path, failed: str, sources: str, succeed: str) -> list[str]:
    """Run `sources` again where they are in `failed`; those in `succeed` get a report. The ids in the file then."""
    destination = FileDestination(path, choose_format("jsonl", several=True))
    selection = Selection(EarlierFailures(frozenset(failed), frozenset()), destination, path)
    for source in selection.choose(_sources(sources)):
        selection.put_earlier(source.id if source.id in succeed else None)
        if source.id in succeed:
            destination.write(report(f"Dyke {source.id} holds.", id=source.id))
    selection.put_rest()
    destination.commit()
    return [Report.model_validate_json(line).article.id for line in path.read_text().splitlines()]


@pytest.mark.parametrize(
    ("earlier", "failed", "sources", "succeed", "merged"),
    [
        ("ac", "b", "abc", "b", "abc"),
        ("bc", "a", "abc", "a", "abc"),
        ("ab", "c", "abc", "c", "abc"),
        ("ac", "b", "abc", "", "ac"),
        ("be", "acd", "abcde", "ad", "abde"),
        ("", "abc", "abc", "abc", "abc"),
        ("ac", "b", "abcd", "b", "abc"),  # d was never run: it is not run now
        ("abc", "abc", "abc", "b", "abc"),  # they failed in a run that left the file as it was
        ("axc", "c", "abc", "c", "acx"),
        ("axc", "b", "abc", "b", "abxc"),  # x is no longer among the inputs: nothing is lost
    ],
)
def test_earlier_reports_keep_their_place_in_the_input_order(
    tmp_path: Path, earlier: str, failed: str, sources: str, succeed: str, merged: str
) -> None:
    path = tmp_path / "out.jsonl"
    _earlier(path, earlier)
    assert "".join(_merge(path, failed, sources, succeed)) == merged


def test_a_last_line_without_a_newline_is_not_joined_to_the_next(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text(jsonl_text(report("Dyke holds.", id="a")).rstrip("\n"))
    assert _merge(path, "b", "ab", "b") == ["a", "b"]


def test_a_folder_is_not_merged(tmp_path: Path) -> None:
    destination = FolderDestination(tmp_path, choose_format("json", several=False))
    selection = Selection(EarlierFailures(frozenset("b"), frozenset()), destination, tmp_path)
    assert [source.id for source in selection.choose(_sources("abc"))] == ["b"]
    selection.put_earlier(None)
    selection.put_rest()
    assert list(tmp_path.iterdir()) == []


def test_only_a_folder_or_a_jsonl_file_can_be_added_to(tmp_path: Path) -> None:
    destination = FileDestination(tmp_path / "out.csv", choose_format("csv", several=True))
    with pytest.raises(CallError, match=r"only to a folder or a \.jsonl file"):
        Selection(EarlierFailures(frozenset(), frozenset()), destination, tmp_path / "out.csv")
    destination.abandon()
