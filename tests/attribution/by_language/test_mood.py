"""The mood of reported speech: sentences that a source goes on with without being named."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import names_in, said_by


@pytest.mark.parametrize(
    "sentence",
    [
        "Man unterstütze die Fähre trotzdem",
        "Vermutlich bilde sie sich das ein",
        "Seit dem Sturm, als zwei Boote sanken, könne sie nicht schlafen",
        "Als das Eis gebrochen sei, habe niemand gelacht",
        "Die Fischer hätten ihr das am Abend noch bestätigt",
        "Damit seien alle Boote gerettet",
        "Wie das gehen solle, habe niemand erklären können",
        "Es enthalte auch zwei freie Tage",
        "Noch im Mai habe ihr die Werft etwas anderes versichert",
    ],
)
def test_it_goes_on_behind_a_clause_and_behind_a_quotation(sentence: str) -> None:
    spoken = "Anna Holt sagte, sie sei müde."
    quoted = "„Das Meer ist hier nie still“, sagte Anna Holt. „Es redet die ganze Nacht.“"
    for before in (spoken, quoted):
        last = said_by(f"{before} {sentence}.", "de")[-1]
        assert (last.source, last.content) == ("Anna Holt", (sentence,))


@pytest.mark.parametrize(
    "sentence",
    [
        "Heute wurde sie gesehen",
        "Er ginge gern, lacht der Wirt",
        "Die Fähre fährt seit Mai",
        "Warum sie schwieg, wollte der Wirt wissen",
        "Gestern brachte er Fisch",
    ],
)
def test_what_is_no_reported_speech_is_not_hers(sentence: str) -> None:
    spoken = "„Das Meer ist hier nie still“, sagte Anna Holt. „Es redet die ganze Nacht.“"
    assert names_in(f"{spoken} {sentence}.", "de")[:2] == ["Anna Holt", "Anna Holt"]
    assert "Anna Holt" not in names_in(f"{spoken} {sentence}.", "de")[2:]


def test_it_goes_on_behind_a_colon() -> None:
    text = "Karl Weber spricht von einem „bösen Spiel“: Man habe erst die Fähre verkauft und dann den Hafen."
    assert said_by(text, "de")[-1].content == ("Man habe erst die Fähre verkauft und dann den Hafen",)
    assert len(said_by("Karl Weber spricht von einem „bösen Spiel“: Die Fähre ist verkauft.", "de")) == 1


def test_it_begins_behind_a_sentence_of_somebody() -> None:
    text = "Karl Weber hält den Plan für überfällig. Die Werft habe „ein Kostenproblem, kein Produktproblem“."
    assert names_in(text, "de") == ["Karl Weber"]
    assert names_in("Karl Weber bot sich an. Er kenne beide Seiten und den Hafen.", "de") == ["Karl Weber"]


@pytest.mark.parametrize(
    "text",
    [
        "Karl Weber kam. Die Werft hat „ein Kostenproblem, kein Produktproblem“.",
        "Die Werft steht still.\n\nMan habe zu spät gewarnt.",
        "Karl Weber kam. Sei es Zufall oder Glück, er gewann.",
    ],
)
def test_it_does_not_begin_without_the_mood_or_without_somebody(text: str) -> None:
    assert names_in(text, "de") == []


def test_what_somebody_says_whom_nobody_can_tell_is_not_who_spoke_before() -> None:
    assert names_in("„Es ist hier spät“, sagt Karl Weber. Man habe alle satt, klagt sie.", "de") == ["Karl Weber"]


def test_what_somebody_was_asked_is_not_what_he_says() -> None:
    text = "Er sei müde, sagte Karl Weber. Auf die Frage, ob er verzeihen könne, schüttelte er den Kopf."
    assert names_in(text, "de") == ["Karl Weber"]
    text = "Er sei müde, sagte Karl Weber. Auf die Dauer könne das niemand aushalten."
    assert names_in(text, "de") == ["Karl Weber"] * 2
