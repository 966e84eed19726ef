"""What stands on both sides of "said the mayor"."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import said_by


@pytest.mark.parametrize(
    ("text", "language", "content"),
    [
        ("„Es brennt“, sagte Karl Weber, „und zwar überall.“", "de", ("Es brennt", "und zwar überall.")),
        ("Das Feuer, sagte Karl Weber, sei nun gelöscht.", "de", ("Das Feuer", "sei nun gelöscht")),
        ("Das Feuer sei nun gelöscht, sagte Karl Weber.", "de", ("Das Feuer sei nun gelöscht",)),
        ("Le feu, a dit Paul Roux, est éteint.", "fr", ("Le feu", "est éteint")),
        ("Le feu est éteint, a dit Paul Roux, qui était sur place.", "fr", ("Le feu est éteint",)),
        ("El fuego, dijo Juan Pérez, está apagado.", "es", ("El fuego", "está apagado")),
        ("«No sé nada», dijo Juan Pérez.", "es", ("No sé nada",)),
    ],
)
def test_both_sides_are_said(text: str, language: str, content: tuple[str, ...]) -> None:
    (only,) = said_by(text, language)
    assert only.content == content


def test_the_words_before_a_quotation_are_said_with_it() -> None:
    (only,) = said_by("Le projet est « mort et enterré », a dit Paul Roux.", "fr")
    assert only.content == ("Le projet est « mort et enterré »",)


def test_a_subordinate_clause_alone_is_not_said() -> None:
    assert said_by("Wenn es brennt, sagte Karl Weber.", "de") == []


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Sein Mandant sei krank gewesen, argumentierte Karl Weber, er habe das nicht sehen können.",
            ("Sein Mandant sei krank gewesen", "er habe das nicht sehen können"),
        ),
        (
            "Er spüre den Rückhalt der Stadt, betonte Karl Weber, und er habe noch telefoniert.",
            ("Er spüre den Rückhalt der Stadt", "und er habe noch telefoniert"),
        ),
        # what the reporter adds is no part of it
        (
            "Er spüre den Rückhalt der Stadt, betonte Karl Weber, und er fuhr nach Hause.",
            ("Er spüre den Rückhalt der Stadt",),
        ),
        ("Er spüre den Rückhalt der Stadt, betonte Karl Weber, der krank sei.", ("Er spüre den Rückhalt der Stadt",)),
    ],
)
def test_a_clause_in_the_mood_goes_on_behind_the_speaker(text: str, contents: tuple[str, ...]) -> None:
    [said] = said_by(text, "de")
    assert said.content == contents
