"""Every family of the lexicon against its own examples: {source} <cue> [content]."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import get_args

import pytest

from summarizer.attribution.lexicon import Frame, load_lexicon, read_families
from summarizer.contract.draft import Stance
from tests.attribution.reading import marked_words, said_in, without_marks
from tests.conftest import ROOT

FAMILIES = tomllib.loads((files("summarizer.text") / "english" / "cues.toml").read_text("utf-8"))
EXAMPLES = [(family, example) for family, spec in FAMILIES.items() for example in spec["examples"]]

HARMLESS = [sentence for spec in FAMILIES.values() for sentence in spec.get("harmless", ())]


@pytest.mark.parametrize(("family", "example"), EXAMPLES)
def test_each_example_gives_its_statement(family: str, example: str) -> None:
    assert marked_words(example) in said_in(without_marks(example)), family


@pytest.mark.parametrize("sentence", HARMLESS)
def test_what_only_looks_like_a_cue_makes_no_statement(sentence: str) -> None:
    assert said_in(sentence) == []


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_is_complete(family: str) -> None:
    spec = FAMILIES[family]
    assert spec["kind"] in {"verb", "noun", "adjective", "phrase", "adverb"}
    assert spec["stance"] in get_args(Stance)
    assert spec["examples"]
    assert len(spec["words"].split()) == len(set(spec["words"].split()))


def test_the_stance_comes_from_the_family() -> None:
    cues = load_lexicon().cues
    assert cues["denied"][0].stance == "denies"
    assert cues["warns"][0].stance == "warns"
    assert cues["accusing"][0].stance == "accuses"


def test_the_certainty_comes_from_the_family() -> None:
    cues = load_lexicon().cues
    assert cues["denied"][0].certainty == "firm"
    assert cues["suggests"][0].certainty == "hedged"
    assert cues["hopes"][0].certainty == "believed"


def test_an_unknown_certainty_is_refused_with_its_family_and_key() -> None:
    maybe = {"kind": "verb", "stance": "asserts", "certainty": "perhaps", "words": "mumble"}
    with pytest.raises(ValueError, match=r"maybe\.certainty\n.*'firm', 'hedged' or 'believed'"):
        read_families({"maybe": maybe})


def test_longer_cues_are_tried_first() -> None:
    lengths = [len(cue.following) for cue in load_lexicon().cues["called"]]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] > 0


def test_the_documentation_explains_every_frame() -> None:
    page = (ROOT / "docs" / "attribution.md").read_text("utf-8")
    table = page[page.index("| Frame |") : page.index("`certainty` says")]
    rows = re.findall(r"^\| (`[^|]+`) \|", table, re.MULTILINE)
    assert {frame for row in rows for frame in re.findall(r"`([^`]+)`", row)} == set(get_args(Frame))


@pytest.mark.parametrize(
    "form",
    [
        "extolled",
        "flagged",
        "preferred",
        "submitted",
        "blogged",
        "labelled",
        "labeled",
        "signalling",
        "counselled",
        "shown",
        "drawn",
    ],
)
def test_a_verb_is_known_in_the_form_that_is_written(form: str) -> None:
    assert any(cue.kind == "verb" for cue in load_lexicon().cues[form])


@pytest.mark.parametrize("form", ["extoled", "flaged", "prefered", "submited", "bloged", "hitted"])
def test_no_verb_has_a_form_that_nobody_writes(form: str) -> None:
    assert form not in load_lexicon().cues
