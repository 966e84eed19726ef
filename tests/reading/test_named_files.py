"""Which files a name stands for."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from summarizer.contract.errors import InputError
from summarizer.reading.named_files import named_files, printable, size_of_file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.html", "more/c.TXT", ".hidden.txt", "report.json", "photo.jpg", "notes"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("The dyke held.")
    return tmp_path


def names(found: object, folder: Path) -> list[str]:
    assert isinstance(found, list)
    return [one.message if isinstance(one, InputError) else str(Path(one).relative_to(folder)) for one in found]


def test_a_folder_gives_its_articles_and_counts_its_other_files(folder: Path) -> None:
    left_out: Counter[str] = Counter()
    found = list(named_files(str(folder), frozenset(), left_out))
    assert names(found, folder) == ["a.html", "b.txt", "more/c.TXT"]
    assert left_out == {".json": 1, ".jpg": 1, "no suffix": 1}


def test_a_folder_that_is_only_linked_is_left_out_and_said(folder: Path) -> None:
    (folder / "more" / "up").symlink_to(folder)
    left_out: Counter[str] = Counter()
    found = list(named_files(str(folder / "more"), frozenset(), left_out))
    assert names(found, folder) == ["more/c.TXT"]
    assert left_out == {"linked folder": 1}
    assert "b.txt" in names(list(named_files(str(folder / "more" / "up"), frozenset(), Counter())), folder / "more/up")


def test_a_pattern_gives_files_of_any_suffix_each_once(folder: Path) -> None:
    (folder / "more" / "up").symlink_to(folder)
    found = named_files(f"{folder}/**/*", frozenset(), Counter())
    places = [os.path.realpath(one) for one in found if isinstance(one, Path)]
    expected = ["a.html", "b.txt", "more/c.TXT", "notes", "photo.jpg", "report.json"]
    assert sorted(places) == [os.path.realpath(folder / name) for name in expected]


def test_what_is_skipped_is_left_out_whatever_leads_to_it(folder: Path) -> None:
    (folder / "z.txt").symlink_to(folder / "b.txt")
    skipped = frozenset({os.path.realpath(folder / "b.txt")})
    assert names(list(named_files(str(folder), skipped, Counter())), folder) == ["a.html", "more/c.TXT"]


def test_a_name_is_itself_even_where_there_is_no_such_file(tmp_path: Path) -> None:
    assert list(named_files(str(tmp_path / "gone.txt"), frozenset(), Counter())) == [tmp_path / "gone.txt"]


@pytest.mark.parametrize(("name", "message"), [("empty", "it holds no articles"), ("x*.txt", "it matches no file")])
def test_what_gives_nothing_is_said(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "empty").mkdir()
    (error,) = named_files(str(tmp_path / name), frozenset(), Counter())
    assert isinstance(error, InputError)
    assert message in error.message


def test_a_file_that_is_gone_has_no_size_and_no_letters_that_no_report_can_hold(tmp_path: Path) -> None:
    assert size_of_file(tmp_path / "gone") == 0
    (tmp_path / "dyke").write_bytes(b"12345")
    assert size_of_file(tmp_path / "dyke") == 5
    assert printable(os.fsdecode(b"d\xffke")) == "d\\xffke"
