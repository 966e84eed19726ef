"""Secrets are removed from whatever is shown or logged."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.endpoint.scrubbing import Scrubber

URL = "https://host.example/v1/chat/completions"
SECRETS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=5, max_size=30)


@settings(max_examples=60, deadline=None)
@given(secret=SECRETS, before=st.text(max_size=9), after=st.text(max_size=9))
def test_a_secret_is_removed_anywhere_in_a_text(secret: str, before: str, after: str) -> None:
    said = Scrubber(URL, secret)(f"{before}{secret}{after}")
    assert secret not in said.replace("[removed]", "\n")


@settings(max_examples=60, deadline=None)
@given(secret=SECRETS)
def test_secrets_of_a_url_are_removed_encoded_and_decoded(secret: str) -> None:
    written = quote(secret, safe="")
    for url in (f"https://ann:{written}@host.example/v1", f"https://host.example/v1?code={written}"):
        said = Scrubber(url)(f"tried {written}, meant {secret}.").replace("[removed]", "\n")
        assert written not in said
        assert secret not in said


def test_the_longer_of_two_secrets_is_removed_first() -> None:
    assert Scrubber(URL, "quill", "quill-and-more")("quill-and-more") == "[removed]"


@pytest.mark.parametrize(
    "shape",
    [
        "s" + "k-" + "proj12345678",
        "gs" + "k_" + "abcdefgh",
        "AI" + "za" + "0123456789ab",
        "Bear" + "er " + "0123abcd",
        "bear" + "er " + "x",
        "//ann:pw@",
    ],
)
def test_text_that_looks_like_a_key_is_removed(shape: str) -> None:
    assert Scrubber("")(f"got {shape} here") == "got [removed] here"


def test_ordinary_words_are_not_removed() -> None:
    said = "The key is wrong: ask for a task at https://host.example/keys, or try gpt-5."
    assert Scrubber("https://host.example/v1?a=b", "none")(said) == said
