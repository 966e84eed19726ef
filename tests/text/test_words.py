"""Every list of english/ loads, holds no entry twice, and every family of wordings finds its own examples."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.text.words import read_words, split_entries, split_forms, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = files("summarizer.text") / "english"
FILES = sorted(path.name.removesuffix(".toml") for path in FOLDER.iterdir() if path.name.endswith(".toml"))


def lists(tables: dict[str, Any], name: str) -> Iterator[tuple[str, str]]:
    """The lists of words in these tables, each with its name; a regular expression or a sentence is no list."""
    for key, value in tables.items():
        if isinstance(value, dict):
            yield from lists(value, f"{name}.{key}")
        elif isinstance(value, str) and key not in {"why", "opening"} and not name.endswith("shorthands"):
            yield f"{name}.{key}", value


LISTS = [found for file in FILES for found in lists(read_words(file), file)]


@pytest.mark.parametrize(("name", "entries"), LISTS, ids=[name for name, _ in LISTS])
def test_a_list_has_entries_and_none_of_them_twice(name: str, entries: str) -> None:
    times = Counter(entries.split())
    assert times, name
    assert [entry for entry, count in times.items() if count > 1] == []


@pytest.mark.parametrize("file", FILES)
def test_a_file_without_its_examples_has_all_else(file: str) -> None:
    def without_examples(tables: dict[str, Any]) -> dict[str, Any]:
        return {
            key: without_examples(value) if isinstance(value, dict) else value
            for key, value in tables.items()
            if key != "examples"
        }

    whole = tomllib.loads((FOLDER / f"{file}.toml").read_text("utf-8"))
    assert without_examples(read_words(file)) == without_examples(whole)


def test_a_line_stands_for_a_blank_within_an_entry() -> None:
    assert split_entries(" gone_to  town\nhome ") == ["gone to", "town", "home"]


def test_each_form_leads_to_the_first() -> None:
    assert split_forms("give/gave/given win") == {"give": "give", "gave": "give", "given": "give", "win": "win"}


def test_several_lists_make_one_set() -> None:
    denying, untrue = word_set("words.claims.denying"), word_set("words.claims.untrue")
    assert word_set("words.claims.denying", "words.claims.untrue") == denying | untrue
    assert {"denied", "false"} <= denying | untrue


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match="unheard"):
        word_set("words.claims.unheard")
