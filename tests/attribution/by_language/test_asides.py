"""The reporter's words inside the marks of a quotation, and what is spoken around them."""

from __future__ import annotations

import pytest

from summarizer.attribution.by_language.asides import spoken_around, without_aside
from summarizer.attribution.by_language.speech import load_speech
from tests.attribution.by_language.reading import said_by


def parts(text: str, language: str) -> list[str]:
    """What is left of a text that is one quotation."""
    return [text[low:high] for low, high in without_aside(text, (0, len(text)), load_speech(language))]


@pytest.mark.parametrize(
    ("quotation", "language", "spoken"),
    [
        ("« Il pleut, a dit le maire. Rentrons. »", "fr", ["« Il pleut", "Rentrons. »"]),
        ("« Il pleut, a-t-il dit à la sortie du port. Rentrons. »", "fr", ["« Il pleut", "Rentrons. »"]),
        ("« De la pluie ! s'étrangle-t-elle. Rentrons. »", "fr", ["« De la pluie !", "Rentrons. »"]),
        (
            "« Il pleut, avouait au port le capitaine Luc Brun, la voix cassée. Rentrons. »",
            "fr",
            ["« Il pleut", "Rentrons. »"],
        ),
        ("« Il pleut sur le port, a plaidé Me Luc Brun. »", "fr", ["« Il pleut sur le port"]),
        ("«No llueve —ha dicho en el puerto—, pero nos vamos»", "es", ["«No llueve", "pero nos vamos»"]),
        ("«No llueve —se queja el alcalde—. ¿Nos vamos?»", "es", ["«No llueve", "¿Nos vamos?»"]),
        (
            "« Il pleut sur le port, lâche-t-il en fermant la porte. Rentrons. »",
            "fr",
            ["« Il pleut sur le port", "Rentrons. »"],
        ),
        # what the speaker says of others stays
        ("« Le maire a dit que le port ferme. Rentrons. »", "fr", ["« Le maire a dit que le port ferme. Rentrons. »"]),
        ("« Il pleut, le maire a dit non. Rentrons. »", "fr", ["« Il pleut, le maire a dit non. Rentrons. »"]),
        ("«No llueve —al menos aquí—, pero nos vamos»", "es", ["«No llueve —al menos aquí—, pero nos vamos»"]),
    ],
)
def test_what_is_said_inside_the_marks(quotation: str, language: str, spoken: list[str]) -> None:
    assert parts(quotation, language) == spoken


def test_a_paragraph_behind_one_dash() -> None:
    text = "— Rien n'a changé, jure le maire. Demandez au port !"
    assert [text[low:high] for low, high in spoken_around(text, 0, len(text), load_speech("fr"))] == [
        "Rien n'a changé",
        "Demandez au port !",
    ]


def test_both_parts_are_the_speakers() -> None:
    (only,) = said_by("Anne Roux attend. « Encore du sable ! s'emporte-t-elle. Il y en a partout. »", "fr")
    assert only.content == ("Encore du sable !", "Il y en a partout.")
