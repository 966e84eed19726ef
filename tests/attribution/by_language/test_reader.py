"""An article in another language: what goes on from sentence to sentence, and what was not read."""

from __future__ import annotations

import pytest

from summarizer.attribution.by_language.reader import read_by_language
from summarizer.attribution.traces import NO_SPEAKER
from tests.attribution.by_language.reading import article, names_in, said_by


def unread(text: str, language: str) -> list[tuple[str, str]]:
    read = article(text, language)
    return [(read.text[one.start : one.end], one.reason) for one in read_by_language(read).unread]


def test_the_mood_of_reported_speech_goes_on_with_who_spoke() -> None:
    text = "Karl Weber sagte, der Hafen sei zu. Man habe keine Wahl. Am Abend regnete es. Das sei schlimm."
    assert [one.content[0] for one in said_by(text, "de")] == ["der Hafen sei zu", "Man habe keine Wahl"]


def test_the_mood_goes_on_behind_a_sentence_that_only_tells_who_speaks() -> None:
    text = "Anna Holt sagte, der Hafen sei zu. Verteidiger Karl Weber widersprach. Sein Mandant sei zu Hause gewesen."
    assert names_in(text, "de") == ["Anna Holt", "Karl Weber"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("„Es brennt überall“, sagte Karl Weber. „Alle sind draußen.“", "de"),
        ("« Tout brûle ici », a dit Paul Roux. « Ils sont dehors. »", "fr"),
    ],
)
def test_a_quotation_goes_on_with_who_was_quoted(text: str, language: str) -> None:
    first, second = names_in(text, language)
    assert first == second


def test_a_quotation_without_a_speaker_is_told_to_be_unread() -> None:
    text = "Am Hafen hing ein Schild. „Hier darf niemand baden oder fischen.“"
    assert said_by(text, "de") == []
    assert unread(text, "de") == [("„Hier darf niemand baden oder fischen.“", NO_SPEAKER)]


def test_a_verb_of_saying_without_what_is_said_is_told_to_be_unread() -> None:
    ((words, reason),) = unread("Der Minister äußerte sich am Montag.", "de")
    assert words == "Der Minister äußerte sich am Montag."
    assert "äußerte" in reason


def test_a_name_in_quotation_marks_is_neither() -> None:
    text = "Die Fähre „Nordstern“ lief am Montag aus."
    assert (said_by(text, "de"), unread(text, "de")) == ([], [])


def test_mentions_have_a_name_and_a_way_of_naming() -> None:
    reading = read_by_language(article("Die Polizei sagte, es brenne. Karl Weber sagte, es sei aus.", "de"))
    mentions = [one.mention for one in reading.statements]
    assert [reading.references[one] for one in mentions if one] == ["name_of_a_body", "name_of_a_person"]


def test_a_quotation_behind_a_sentence_about_a_person_is_that_persons() -> None:
    text = "Karl Weber, Hafenmeister von Tolm, ist wütend. „Das ist ein Skandal für alle.“"
    assert names_in(text, "de") == ["Karl Weber"]


def test_reported_speech_goes_on_in_the_next_paragraph() -> None:
    text = "Karl Weber sagte, der Hafen sei zu.\n\nEs gebe keine Wahl.\n\nEs würde regnen."
    assert [one.content[0] for one in said_by(text, "de")] == ["der Hafen sei zu", "Es gebe keine Wahl"]


def test_what_somebody_did_not_want_to_do_is_not_said_by_who_spoke_before() -> None:
    text = "Karl Weber sagte, der Hafen sei zu. Diese wollte sich dazu nicht äußern."
    assert [one.content[0] for one in said_by(text, "de")] == ["der Hafen sei zu"]
