"""The files of words, each against its own examples: {source} <cue> [content]."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import get_args

import pytest

from summarizer.attribution.by_language.speech import Nouns, Verb, compounds, load_speech, read_families
from summarizer.contract.draft import Stance
from summarizer.text.language import SPEECH_FOLDERS
from tests.attribution.by_language.reading import read_example, said_by
from tests.attribution.reading import marked_words

TABLES = {
    code: tomllib.loads((files("summarizer.text") / folder / "speech.toml").read_text("utf-8"))
    for code, folder in SPEECH_FOLDERS.items()
}
FAMILIES = [(code, name) for code, tables in TABLES.items() for name in tables["cues"]]
EXAMPLES = [(code, one) for code, name in FAMILIES for one in TABLES[code]["cues"][name]["examples"]]
HARMLESS = [(code, one) for code, name in FAMILIES for one in TABLES[code]["cues"][name].get("harmless", ())]


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_each_example_gives_its_statement(code: str, example: str) -> None:
    assert marked_words(example) in read_example(example, code)


@pytest.mark.parametrize(("code", "sentence"), HARMLESS)
def test_what_only_looks_like_a_cue_makes_no_statement(code: str, sentence: str) -> None:
    assert said_by(sentence, code) == []


@pytest.mark.parametrize(("code", "name"), FAMILIES)
def test_each_family_is_complete(code: str, name: str) -> None:
    family = TABLES[code]["cues"][name]
    assert family["stance"] in get_args(Stance)
    assert family["examples"]
    assert len(family["words"].split()) == len(set(family["words"].split()))


@pytest.mark.parametrize(
    ("code", "form", "is_finite", "part"),
    [
        ("de", "sagte", True, ""),
        ("de", "gesagt", False, ""),
        ("de", "teilte", True, "mit"),
        ("de", "mitteilte", True, ""),
        ("de", "mitgeteilt", False, "mit"),
        ("fr", "déclara", True, ""),
        ("fr", "déclarées", False, ""),
        ("es", "aseguró", True, ""),
        ("es", "explicado", False, ""),
    ],
)
def test_verbs_are_known_in_every_form(code: str, form: str, is_finite: bool, part: str) -> None:
    found = load_speech(code).verbs[form]
    assert any(verb.is_finite == is_finite and (verb.part == part or verb.is_finite is False) for verb in found)


def test_the_last_form_of_a_parted_verb_only_ends_a_clause() -> None:
    assert all(isinstance(verb, Verb) and verb.is_last for verb in load_speech("de").verbs["mitteilte"])


@pytest.mark.parametrize(
    ("word", "known"), [("Innenministerium", "ministerium"), ("ministerium", "ministerium"), ("CDU-Chefin", "chefin")]
)
def test_compounds_are_known_by_their_last_noun(word: str, known: str) -> None:
    assert compounds(word, Nouns({"ministerium", "chefin"})) == known
    assert compounds("Hafen", frozenset({"ministerium", "chefin"})) == ""


def test_an_unknown_frame_is_refused_with_its_family() -> None:
    with pytest.raises(ValueError, match=r"say\.frames"):
        read_families({"say": {"stance": "asserts", "frames": "whisper", "words": "sag+weak"}})
