"""Every list of english/ loads, holds no entry twice, and every family of wordings finds its own examples."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.text.words import (
    either,
    join_wordings,
    leaping,
    rare_wordings,
    read_words,
    split_entries,
    split_forms,
    word_set,
    words_pattern,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = files("summarizer.text") / "english"
FILES = sorted(path.name.removesuffix(".toml") for path in FOLDER.iterdir() if path.name.endswith(".toml"))


def lists(tables: dict[str, Any], name: str) -> Iterator[tuple[str, str]]:
    """The lists of words in these tables, each with its name; a regular expression or a sentence is no list."""
    for key, value in tables.items():
        if isinstance(value, dict):
            yield from lists(value, f"{name}.{key}")
        elif isinstance(value, str) and key not in {"why", "opening", "closing"} and not name.endswith("shorthands"):
            yield f"{name}.{key}", value


def families(tables: dict[str, Any], name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The families of wordings in these tables, each with its name."""
    for key, value in tables.items():
        if isinstance(value, dict):
            if "wordings" in value:
                yield f"{name}.{key}", value
            else:
                yield from families(value, f"{name}.{key}")


def whole(file: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{file}.toml").read_text("utf-8"))


FAMILIES = [found for file in FILES for found in families(whole(file), file)]
LISTS = [found for file in FILES for found in lists(read_words(file), file)]


@pytest.mark.parametrize(("name", "entries"), LISTS, ids=[name for name, _ in LISTS])
def test_a_list_has_entries_and_none_of_them_twice(name: str, entries: str) -> None:
    times = Counter(entries.split())
    assert times, name
    assert [entry for entry, count in times.items() if count > 1] == []


@pytest.mark.parametrize("file", FILES)
def test_a_file_has_all_but_what_is_for_the_tests(file: str) -> None:
    def without_tests(tables: dict[str, Any]) -> dict[str, Any]:
        return {
            key: without_tests(value) if isinstance(value, dict) else value
            for key, value in tables.items()
            if key not in {"examples", "harmless"}
        }

    assert without_tests(read_words(file)) == without_tests(whole(file))


@pytest.mark.parametrize(("name", "family"), FAMILIES, ids=[name for name, _ in FAMILIES])
def test_a_family_finds_its_examples_and_each_wording_has_one(name: str, family: dict[str, Any]) -> None:
    def finds(example: str, wording: dict[str, Any]) -> bool:
        patterns = [re.compile(join_wordings(wording, shorthands), re.MULTILINE | flag) for flag in (0, re.IGNORECASE)]
        return any(pattern.search(example) for pattern in patterns)

    shorthands = whole(name.partition(".")[0]).get("shorthands", {})
    assert [example for example in family["examples"] if not finds(example, family)] == []
    for wording in family["wordings"]:
        assert any(finds(example, family | {"wordings": [wording]}) for example in family["examples"]), wording


@pytest.mark.parametrize(("name", "family"), [one for one in FAMILIES if "near" in one[1]])
def test_each_wording_holds_one_of_the_parts_of_words_near_which_it_is_looked_for(name: str, family: Any) -> None:
    for example in family["examples"]:
        assert any(part in text for part in family["near"] for text in (example, example.lower())), (name, example)


def test_a_line_stands_for_a_blank_within_an_entry() -> None:
    assert split_entries(" gone_to  town\nhome ") == ["gone to", "town", "home"]


def test_each_form_leads_to_the_first() -> None:
    assert split_forms("give/gave/given win") == {"give": "give", "gave": "give", "given": "give", "win": "win"}


def test_several_lists_make_one_set() -> None:
    denying, untrue = word_set("checks.shared.denying"), word_set("checks.shared.untrue")
    assert word_set("checks.shared.denying", "checks.shared.untrue") == denying | untrue
    assert denying
    assert "false" in untrue - denying


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match="unheard"):
        word_set("checks.shared.unheard")


@pytest.mark.parametrize("ignore_case", [False, True])
def test_a_pattern_for_words_finds_what_a_boundary_before_and_behind_them_would(ignore_case: bool) -> None:
    name = "drafts.summary.pronouns"
    plain = re.compile(rf"\b(?:{either(name)})\b", re.IGNORECASE if ignore_case else 0)
    text = "He told them, not THEM; she-wolves ache (his), the hersey, _him and her’s. Whether hers or His: they"
    found = [one.span() for one in words_pattern(name, ignore_case=ignore_case).finditer(text)]
    assert found == [one.span() for one in plain.finditer(text)] != []


def test_words_are_not_found_behind_characters_that_are_named() -> None:
    pattern = re.compile(leaping(["us", "U.S."], behind=r"\w."))
    assert [one[0] for one in pattern.finditer("us bus .us (us) U.S. x.U.S.")] == ["us", "us", "U.S."]


def test_rare_wordings_are_found_where_one_of_their_parts_stands() -> None:
    family = rare_wordings("drafts.summary.no_news.marks")
    found = family.search("Ida Holm (left) mends a net.")
    assert found is not None
    assert found[0] == "(left)"
    assert family.search("Ida Holm left.") is None
