"""Those at a place who say something without a name."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import names_in


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("En el sindicato dicen que el plan es viejo.", "es", "el sindicato"),
        ("«El plan es viejo y caro», dicen en el sindicato.", "es", "el sindicato"),
        ("Nadie habla, pero en su entorno apuntan que «el plan es viejo».", "es", "su entorno"),
        ("« Le plan est vieux », indique-t-on au cabinet.", "fr", "cabinet"),
    ],
)
def test_those_at_a_place_say_it(text: str, language: str, name: str) -> None:
    assert names_in(text, language) == [name]


@pytest.mark.parametrize(
    ("text", "language"),
    [("En el puente dicen que el plan es viejo.", "es"), ("En Tolmar dice que el plan es viejo.", "es")],
)
def test_no_place_says_anything(text: str, language: str) -> None:
    assert names_in(text, language) == []
