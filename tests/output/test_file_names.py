"""File names of reports: one for each id, and none that the run itself uses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.output.file_names import file_name


def test_an_id_is_its_own_file_name_where_it_can_be() -> None:
    assert [file_name(one, ".json") for one in ("weir-", "Weir 3")] == ["weir-.json", "Weir 3.json"]
    assert file_name("weir", ".json", copy=1) not in {file_name("weir", ".json"), file_name("weir", ".json", copy=2)}


@given(st.text(min_size=1, max_size=300), st.text(min_size=1, max_size=300))
def test_different_ids_never_share_a_file_name(first: str, second: str) -> None:
    names = [file_name(one, ".json") for one in (first, second)]
    assert (names[0] == names[1]) == (first == second)
    for name in names:
        assert Path(name).name == name
        assert len(name.encode()) <= 240
        assert not name.startswith(".")


def test_an_id_cannot_be_chosen_to_get_the_file_name_of_another() -> None:
    assert file_name(file_name("a/b", ""), "") != file_name("a/b", "")


@pytest.mark.parametrize("taken", ["failures", "manifest", "Manifest", "manifest.x"])
def test_a_report_never_gets_the_name_of_the_manifest_or_the_failures(taken: str) -> None:
    assert file_name(taken, ".json").casefold() not in {"failures.json", "manifest.json"}


@pytest.mark.parametrize("taken", ["CON", "nul.txt", "lpt3"])
def test_a_report_never_gets_the_name_of_a_device(taken: str) -> None:
    assert file_name(taken, ".json").split(".")[0].casefold() not in {"con", "nul", "lpt3"}
