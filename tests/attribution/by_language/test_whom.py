"""Whom a subject means: by what the sentences before were of, and who spoke or asked in them."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import names_in


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        # who asks does not answer
        (
            "Warum er schwieg, wollte Richter Karl Weber wissen. „Weil mich keiner fragt“, antwortete der Zeuge.",
            "de",
            ["der Zeuge"],
        ),
        (
            "La juge Anne Blin a voulu savoir pourquoi. « Personne ne me l'a dit », a répondu le marin.",
            "fr",
            ["le marin"],
        ),
        ("La jueza Ana Ríos quiso saber por qué. «Nadie me lo dijo», respondió el marinero.", "es", ["el marinero"]),
        # she was the subject of the sentence before, who spoke in the one before that
        (
            "„Es ist spät“, sagt Karl Weber. Seine Frau Anna Holt nickt. „Viel zu spät ist es“, meint sie.",
            "de",
            ["Karl Weber", "Anna Holt"],
        ),
        # a verb without a subject is of whom the sentence before was
        ("La alcaldesa, Ana Ríos, llegó a pie. Añadió que todo sigue igual.", "es", ["Ana Ríos"]),
        # and of nobody in another's sentence
        (
            "«Es muy tarde ya», dijo Ana Ríos. Juan Ruiz y Eva Blas callan. Añadió que todo sigue igual.",
            "es",
            ["Ana Ríos"],
        ),
        # a verb for many is not one person's
        (
            "Karl Weber kam. „Es ist viel zu spät“, sagte er. Die Grauen warfen ihm vor, zu lügen.",
            "de",
            ["Karl Weber", "Die Grauen"],
        ),
    ],
)
def test_who_says_it(text: str, language: str, names: list[str]) -> None:
    assert names_in(text, language) == names
