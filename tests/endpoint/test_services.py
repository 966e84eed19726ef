"""A model's name, a base URL and the environment decide where a request goes, and with which key."""

from __future__ import annotations

import pytest

from summarizer.contract.errors import CallError
from summarizer.endpoint.services import host_of, resolve_service


@pytest.mark.parametrize(
    ("model", "options", "expected"),
    [
        ("gpt-5.4-mini", {"environ": {"OPENAI_API_KEY": "a"}}, ("gpt-5.4-mini", "https://api.openai.com/v1", "a")),
        ("openai/gpt-5.4-mini", {"api_key": "b"}, ("gpt-5.4-mini", "https://api.openai.com/v1", "b")),
        ("ollama/qwen3:4b", {}, ("qwen3:4b", "http://localhost:11434/v1", "none")),
        (
            "groq/openai/gpt-oss",
            {"environ": {"GROQ_API_KEY": "c"}},
            ("openai/gpt-oss", "https://api.groq.com/openai/v1", "c"),
        ),
        ("Qwen/Qwen3", {"base_url": "http://127.0.0.1:8000/v1/"}, ("Qwen/Qwen3", "http://127.0.0.1:8000/v1", "none")),
        ("m", {"environ": {"OPENAI_BASE_URL": "http://h/v1", "OPENAI_API_KEY": "d"}}, ("m", "http://h/v1", "d")),
        ("m", {"base_url": "http://h/v1", "api_key": "e\r\n"}, ("m", "http://h/v1", "e")),
        ("m", {"base_url": "http://h/v1/chat/completions"}, ("m", "http://h/v1", "none")),
        ("m", {"base_url": "http://h/v1/?key=k"}, ("m", "http://h/v1?key=k", "none")),
        ("m", {"base_url": "http://h/v1", "api_key": " "}, ("m", "http://h/v1", "none")),
    ],
)
def test_a_model_is_resolved_to_a_service(
    model: str, options: dict[str, object], expected: tuple[str, str, str]
) -> None:
    assert resolve_service(model, **options) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("model", "options", "words"),
    [
        ("acme/m", {}, "--base-url"),
        ("openai/gpt-5.4-mini", {}, "OPENAI_API_KEY"),
        ("gpt-5.4-mini", {}, "OPENAI_API_KEY"),
        ("m", {"base_url": "localhost:8000"}, "http"),
        ("m", {"base_url": "http://[bad"}, "http"),
        ("openai/", {"api_key": "a"}, "--base-url"),
        ("openai/m", {"api_key": "a\nb"}, "the API key contains"),
        ("m", {"base_url": "http://h/v1", "api_key": "clé"}, "the API key contains"),
        ("m", {"base_url": "http://h/v1", "environ": {"OPENAI_API_KEY": "a\udcff"}}, "the API key contains"),
    ],
)
def test_a_model_that_cannot_be_resolved_is_a_call_error(model: str, options: dict[str, object], words: str) -> None:
    with pytest.raises(CallError) as caught:
        resolve_service(model, **options)  # type: ignore[arg-type]
    assert words in str(caught.value)


def test_the_host_has_no_credentials_path_or_query() -> None:
    assert host_of("https://ann:secret@api.example.org:444/v1?key=x") == "api.example.org:444"
    assert host_of("http://[::1]:8000/v1") == "[::1]:8000"
