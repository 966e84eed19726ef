"""The legend of the tags: every tag is a letter of its own, and stands in the table of the documentation."""

from __future__ import annotations

import re

from summarizer.attribution import tags
from summarizer.attribution.syntax.tagging import tag_of
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "attribution.md").read_text("utf-8")
TABLE = re.findall(r"^\| `(\w+)` \| `(.)` \| [^|]+ \| ([^|]+) \|$", PAGE, re.MULTILINE)


def test_every_tag_is_one_character_of_its_own() -> None:
    letters = list(tags.BY_NAME.values())
    assert all(len(letter) == 1 for letter in letters)
    assert len(set(letters)) == len(letters)


def test_the_table_of_the_documentation_names_every_tag() -> None:
    assert {name: letter for name, letter, _ in TABLE} == tags.BY_NAME


def test_the_examples_of_the_documentation_have_their_tags() -> None:
    for name, letter, examples in TABLE:
        for word in re.findall(r"`([^`]+)`", examples):
            assert tag_of(word) == letter, (name, word)


def test_a_group_holds_the_tags_of_its_groups() -> None:
    assert tags.group(tags.HELPING, tags.TO) == {tags.AUXILIARY, tags.MODAL, tags.TO}


def test_a_pattern_finds_the_next_tag_of_its_group() -> None:
    letters = tags.NOUN + tags.DASH + tags.COMMA
    found = tags.pattern(tags.DASH, tags.COMMA, tags.CLOSING_BRACKET).search(letters)
    assert found
    assert found.start() == 1
    assert tags.pattern(tags.STOP).search(letters) is None


def test_a_capital_is_a_small_letter_of_its_tag() -> None:
    assert tags.capitalized(tags.NOUN) not in tags.BY_NAME.values()
    assert tags.capitalized(tags.NOUN).upper() == tags.NOUN
