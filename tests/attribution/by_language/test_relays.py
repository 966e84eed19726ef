"""The media that somebody told something, and whom a medium cites."""

from __future__ import annotations

import pytest

from summarizer.attribution.by_language.reader import read_by_language
from summarizer.attribution.by_language.relays import cited_by, media_told, medium_at
from tests.attribution.by_language.reading import article, first_clause, names_in


def relays_in(text: str, language: str) -> list[list[str]]:
    reading = read_by_language(article(text, language))
    return [[reading.names[relay].name for relay in one.relays] for one in reading.statements]


@pytest.mark.parametrize(
    ("text", "language", "media"),
    [
        ("„Es ist sehr spät“, sagte Karl Weber dem Sender Radio Tolm.", "de", ["Radio Tolm"]),
        ("Karl Weber sagte der Deutschen Presse-Agentur, der Hafen sei zu.", "de", ["Deutsche Presse-Agentur"]),
        ("Karl Weber sagte der Zeitung „Tolmer Bote“, der Hafen sei zu.", "de", ["Tolmer Bote"]),
        ("Karl Weber sagte der Polizei, der Hafen sei zu.", "de", []),
        ("Karl Weber sagte dieser Zeitung, der Hafen sei zu.", "de", []),
        ("« Il est bien tard », a expliqué Paul Roux au micro de Radio Tolm.", "fr", ["Radio Tolm"]),
        ("« Il est bien tard », raconte Paul Roux à L'Écho du Val.", "fr", ["L'Écho du Val"]),
        ("« Il est bien tard », a dit Paul Roux à la police.", "fr", []),
        ("Juan Pérez dijo a La Voz de Tolm que es tarde.", "es", ["La Voz de Tolm"]),
        ("Juan Pérez dijo en rueda de prensa que es tarde.", "es", []),
    ],
)
def test_a_medium_that_was_told_something_passes_it_on(text: str, language: str, media: list[str]) -> None:
    assert relays_in(text, language) == [media]


@pytest.mark.parametrize(
    ("text", "language", "source", "medium"),
    [
        (
            "Das Dach ist alt. Das berichtet der „Tolmer Bote“ unter Berufung auf ein Papier der Stadt.",
            "de",
            "ein Papier der Stadt",
            "Tolmer Bote",
        ),
        (
            "D'après Le Courrier de Tolm, qui cite une source proche de l'enquête, un homme est recherché.",
            "fr",
            "une source proche de l'enquête",
            "Le Courrier de Tolm",
        ),
        (
            "Según informó El Diario de Tolm, que cita fuentes de la Consejería, el plan era conocido.",
            "es",
            "fuentes de la Consejería",
            "El Diario de Tolm",
        ),
    ],
)
def test_whom_a_medium_cites_is_the_source(text: str, language: str, source: str, medium: str) -> None:
    assert names_in(text, language) == [source]
    assert relays_in(text, language) == [[medium]]


def test_the_paper_is_the_medium_that_was_named() -> None:
    text = "Karl Weber sagte dem „Tolmer Boten“, es sei spät. Anna Holt sagte der Zeitung, das sei falsch."
    assert relays_in(text, "de") == [["Tolmer Boten"], ["Tolmer Boten"]]


def test_what_is_taken_is_no_medium_that_was_told() -> None:
    clause = first_clause("Karl Weber sagte dem Sender Radio Tolm, der Hafen sei zu.", "de")
    assert [medium.name for medium in media_told(clause, frozenset())] == ["Radio Tolm"]
    assert list(media_told(clause, frozenset(range(3, 8)))) == []
    assert medium_at(clause, 0) is None
    assert cited_by(clause, 3) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "TOLM (AFP) - « Il est tard », a dit Anne Roux à l'AFP. Interrogé par la presse, Paul Blin a dit que oui.",
            "fr",
        ),
        ("„Es ist spät“, sagte Anna Holt dem Sender Radio Tolm. Karl Weber sagte der Presse, er gehe.", "de"),
        ("Ana Ríos dijo a La Voz de Tolm que es tarde. Juan Pérez dijo a la prensa que no.", "es"),
    ],
)
def test_the_press_is_no_medium_that_was_named_before(text: str, language: str) -> None:
    first, second = relays_in(text, language)
    assert first
    assert not second
