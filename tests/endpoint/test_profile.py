"""What an endpoint says about its model's context, and what a model's name says about its size."""

from __future__ import annotations

import pytest

from summarizer.endpoint.profile import EndpointProfile, read_profile, size_in_name
from tests.loopback import Loopback, Said


@pytest.mark.parametrize(
    ("models", "props", "expected"),
    [
        ({"data": [{"id": "m", "meta": {"n_ctx": 8192, "n_params": 5}}]}, {}, EndpointProfile(8192)),
        ({"data": [{"id": "m", "max_model_len": 4096}]}, {}, EndpointProfile(4096)),
        ({"data": [{"id": "x"}, {"id": "m"}]}, {"default_generation_settings": {"n_ctx": 512}}, EndpointProfile(512)),
        ({"data": "no"}, {}, EndpointProfile()),
        ([], [], EndpointProfile()),
    ],
)
async def test_the_context_is_read_and_remembered(models: object, props: object, expected: EndpointProfile) -> None:
    async with Loopback(lambda path, _: Said(body=models if path == "/v1/models" else props)) as server:
        remember: dict[str, str] = {}
        assert await read_profile(server.endpoint(), remember) == expected
        asked = len(server.asked)
        again = await read_profile(server.endpoint(), remember)
    if expected.context is not None:
        assert again.context == expected.context
        assert len(server.asked) == asked


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("qwen2.5-coder-1.5b-instruct", 1_500_000_000),
        ("llama3.2:1b", 1_000_000_000),
        ("smollm2-360m", 360_000_000),
        ("mixtral-8x7b", 7_000_000_000),
        ("gpt-5.4-mini", None),
        ("kestrel-instruct-1m", None),
        ("kestrel-14b-instruct-1m", 14_000_000_000),
        ("Qwen/Qwen3-30B-A3B", 30_000_000_000),
    ],
)
def test_the_size_is_read_from_a_models_name(name: str, size: int | None) -> None:
    assert size_in_name(name) == size
