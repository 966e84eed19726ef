"""Settings: options over variables over defaults."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.errors import CallError
from summarizer.running.settings import (
    Settings,
    choose_engine,
    option_name,
    read_settings,
    unread_variables,
    with_options_listed,
)
from tests import settings as generated

if TYPE_CHECKING:
    from pathlib import Path


def test_an_option_wins_over_a_variable_and_a_variable_over_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings().concurrency == 16
    monkeypatch.setenv("SUMMARIZER_CONCURRENCY", "4")
    assert read_settings().concurrency == 4
    assert read_settings(concurrency=None).concurrency == 4
    assert read_settings(concurrency=8).concurrency == 8


@pytest.mark.parametrize(
    ("name", "value", "place"),
    [
        ("concurrency", 0, "--concurrency"),
        ("timeout", -1, "--timeout"),
        ("engine", "magic", "--engine"),
        ("max_cost", -0.5, "--max-cost"),
        ("rpm", float("inf"), "--rpm"),
        ("tpm", float("nan"), "--tpm"),
        ("timeout", float("inf"), "--timeout"),
        ("timeout", 1e9, "--timeout"),
        ("max_cost", float("inf"), "--max-cost"),
        ("max_cost", float("nan"), "--max-cost"),
        ("concurrency", 1_000_000, "--concurrency"),
        ("asks", "questions", "--asks"),
    ],
)
def test_a_wrong_option_is_named_as_it_is_spelt(name: str, value: object, place: str) -> None:
    for spelt, said in ((option_name, place), (str, name)):
        with pytest.raises(CallError, match=f"^{said}: ") as raised:
            read_settings(spelt, **{name: value})
        assert raised.value.hint


def test_a_misspelt_option_is_told_in_pythons_words() -> None:
    with pytest.raises(CallError, match=r"there is no option 'rmp'.*did you mean rpm"):
        read_settings(rmp=3)
    with pytest.raises(CallError, match=r"there is no option 'speed' \(help\(summarizer.summarize\) lists"):
        read_settings(speed=None)


def test_rules_are_the_extractive_engine() -> None:
    assert read_settings(engine="rules") == read_settings(engine="extractive")


def test_help_lists_every_option() -> None:
    @with_options_listed
    def documented() -> None:
        """What it does."""

    told = documented.__doc__ or ""
    assert told.startswith("What it does.")
    assert all(re.search(rf"^{name}: ", told, re.MULTILINE) for name in Settings.model_fields)


@pytest.mark.parametrize("given", ['{"top_p": 0.5}', {"top_p": 0.5}])
def test_extra_is_an_object_or_the_text_of_one(given: object) -> None:
    assert read_settings(extra=given).extra == {"top_p": 0.5}


@pytest.mark.parametrize("given", ["[1]", "{", "word", [1]])
def test_extra_that_is_no_object_is_a_wrong_call(given: object) -> None:
    with pytest.raises(CallError, match=r"^extra: "):
        read_settings(extra=given)


@pytest.mark.parametrize(
    "given", [["X-Desk: night", "X-Org:a:b"], {"X-Desk": "night", "X-Org": "a:b"}, "X-Desk: night\nX-Org:a:b\n"]
)
def test_headers_are_read_from_a_list_a_mapping_or_lines(given: object) -> None:
    settings = read_settings(header=given)
    assert settings.sent_headers() == {"X-Desk": "night", "X-Org": "a:b"}
    assert "night" not in repr(settings) + settings.model_dump_json()


@pytest.mark.parametrize("given", [["hush"], ["X Desk: hush"], ["X-Desk: hush\x00"], [": hush"], ["X-Desk: húsh"]])
def test_a_header_that_is_none_is_refused_without_its_value(given: object) -> None:
    with pytest.raises(CallError, match=r"^header: ") as raised:
        read_settings(header=given)
    assert "hush" not in str(raised.value)


def test_several_models_are_read_from_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_FALLBACK", "one\ntwo")
    assert read_settings().fallback == ("one", "two")
    assert read_settings(fallback=["three"]).fallback == ("three",)


def test_a_wrong_variable_is_named_as_it_is_spelt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_RPM", "many")
    with pytest.raises(CallError, match=r"^SUMMARIZER_RPM: "):
        read_settings()


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_MODEL", "")
    assert read_settings().model is None


def test_the_key_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_API_KEY", "hidden-words")
    settings = read_settings()
    assert settings.api_key is not None
    assert settings.api_key.get_secret_value() == "hidden-words"
    assert "hidden-words" not in repr(settings)
    assert "hidden-words" not in settings.model_dump_json()


@pytest.mark.parametrize(
    ("given", "environ", "engine", "reason"),
    [
        ({}, {}, "extractive", "no --model, SUMMARIZER_MODEL or OPENAI_API_KEY"),
        ({"engine": "extractive", "model": "m"}, {}, "extractive", "as --engine says"),
        ({"model": "m"}, {}, "llm", "model m"),
        ({}, {"OPENAI_API_KEY": "k"}, "llm", "model openai/gpt-5.4-mini, because OPENAI_API_KEY is set"),
        ({"model": "m", "base_url": "http://localhost:1/v1"}, {}, "llm", "model m"),
    ],
)
def test_the_engine_is_chosen_for_a_reason(
    given: dict[str, str], environ: dict[str, str], engine: str, reason: str
) -> None:
    assert choose_engine(read_settings(**given), environ) == (engine, reason)


@pytest.mark.parametrize("given", [{"engine": "llm"}, {"base_url": "http://localhost:1/v1"}])
def test_a_model_that_is_needed_and_not_named_is_a_wrong_call(given: dict[str, str]) -> None:
    with pytest.raises(CallError, match="model"):
        choose_engine(read_settings(**given), {})


def test_a_variable_may_be_spelt_in_small_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("summarizer_concurrency", "5")
    assert read_settings(rpm=2.0).concurrency == 5


def test_a_value_of_the_wrong_type_is_refused_by_name() -> None:
    with pytest.raises(CallError, match=r"^concurrency"):
        read_settings(concurrency=[3])


def test_variables_are_read_as_their_types(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    values = {"CACHE": "no", "COMPLETE": "1", "RPM": "2.5", "MAX_REASKS": "0", "CACHE_DIR": str(tmp_path)}
    for name, value in values.items():
        monkeypatch.setenv(f"SUMMARIZER_{name}", value)
    settings = read_settings()
    assert (settings.cache, settings.complete, settings.rpm, settings.max_reasks) == (False, True, 2.5, 0)
    assert settings.cache_dir == tmp_path


def test_the_generated_files_are_those_of_the_settings() -> None:
    assert generated.OPTIONS.read_text(encoding="utf-8") == generated.options_text()
    assert generated.TABLE.read_text(encoding="utf-8") == generated.table_text()


def test_a_misspelt_variable_is_found_and_one_of_somebody_else_is_let_be() -> None:
    environ = {"SUMMARIZER_MODLE": "m", "SUMMARIZER_MODEL": "m", "SUMMARIZER_HOME": "/opt", "MODLE": "m"}
    assert list(unread_variables(environ)) == [("SUMMARIZER_MODLE", "SUMMARIZER_MODE or SUMMARIZER_MODEL")]
