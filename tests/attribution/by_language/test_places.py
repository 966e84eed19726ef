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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dans l'entourage de la ministre, on assure que rien n'est arbitré.", "l'entourage de la ministre"),
        ("Au ministère, on indique que rien n'est arbitré.", "ministère"),
        ("À la mairie, on assure que rien n'est arbitré.", "la mairie"),
    ],
)
def test_on_is_those_at_the_place(text: str, name: str) -> None:
    assert names_in(text, "fr") == [name]


def test_on_alone_is_nobody() -> None:
    assert names_in("Au port, on indique que rien n'est arbitré.", "fr") == []
    assert names_in("Dans la rue, on assure que rien n'est arbitré.", "fr") == []
