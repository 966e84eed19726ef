"""Roles that stand beside a name."""

from __future__ import annotations

import pytest

from summarizer.attribution.sources import read_cast
from summarizer.contract.article import Article


def role_of(text: str, name: str) -> str:
    start = text.index(name)
    return read_cast(Article(id="a", text=text)).resolve((start, start + len(name))).role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ilse Brandt, a harbour pilot, said the wall held.", "harbour pilot"),
        ("Harbour pilot Ilse Brandt said the wall held.", "Harbour pilot"),
        ("Ilse Brandt, the spokeswoman who spoke on Monday, said the wall held.", "spokeswoman"),
        # A lost word leaves two spaces after the comma: there is no role to read, and nothing breaks.
        ("Ilse Brandt,  who said the wall held, left. Ilse Brandt said so.", ""),
    ],
)
def test_the_role_beside_a_name(text: str, role: str) -> None:
    assert role_of(text, "Ilse Brandt") == role
