"""Sentences, dashes, and a reporter's words inside quotation marks."""

from __future__ import annotations

from summarizer import summarize
from summarizer.attribution.by_language.speech import load_speech
from summarizer.attribution.by_language.units import read_units
from summarizer.contract.article import Article
from tests.attribution.by_language.reading import article, first_clause, names_in, said_by


def words(text: str, language: str) -> list[str]:
    return [token.text for token in first_clause(text, language).tokens]


def test_a_quotation_is_one_token_with_all_its_sentences() -> None:
    text = "„Es brennt. Alle sind draußen.“, sagte Karl Weber. Mehr ist nicht bekannt."
    speech = load_speech("de")
    first, second = read_units(article(text, "de"), speech)
    assert first.tokens[0].kind == "quote"
    assert first.tokens[0].words == 5
    assert second.tokens[0].text == "Mehr"


def test_what_dashes_mark_as_spoken_is_a_quotation() -> None:
    tokens = first_clause("—No sé nada —dijo el alcalde—. Mañana hablaremos.", "es").tokens
    assert [token.text for token in tokens if token.kind == "quote"] == ["No sé nada", "Mañana hablaremos."]


def test_a_dash_without_a_verb_of_saying_is_no_speech() -> None:
    assert all(token.kind != "quote" for token in first_clause("— Primera parte — segunda parte.", "es").tokens)


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    assert words("Tolm (dpa) - Der Hafen bleibt zu.", "de")[0] == "Der"


def test_an_abbreviated_title_ends_no_sentence() -> None:
    assert len(read_units(article("Hier M. Roux a parlé.", "fr"), load_speech("fr"))) == 1


def test_what_the_reporter_says_inside_the_marks_is_not_said() -> None:
    (only,) = said_by("« C'est une première, constate le délégué syndical, et un bon signe ».", "fr")
    assert only.source == "le délégué syndical"
    assert only.content == ("C'est une première", "et un bon signe")


def test_a_paragraph_that_a_dash_opens_is_spoken_around_its_verb() -> None:
    (only,) = said_by("— Rien n'a changé depuis mai, jure le maire. Demandez aux gens !", "fr")
    assert only.content == ("Rien n'a changé depuis mai", "Demandez aux gens !")


def test_what_is_spoken_behind_dashes_is_quoted_directly() -> None:
    speech = "—Aquí no queda nadie —dice Ana Ríos mientras seca unos vasos—. Mi hija se fue."
    text = f"El bar\n\n{speech}\n\nAna Ríos dijo que llueve."
    spoken, told = summarize(Article(id="bar", text=text, language="es"), engine="extractive").claims
    assert [piece.quote for piece in spoken.evidence] == ["Aquí no queda nadie", "Mi hija se fue."]
    assert (spoken.mode, told.mode) == ("direct", "indirect")


def test_a_closing_mark_may_open_the_next_sentence() -> None:
    text = "“Tout a commencé ici”, a dit Anne Roux. ”Cela ne finira jamais”, a dit Jean Blin."
    assert names_in(text, "fr") == ["Anne Roux", "Jean Blin"]
    closed = "“Tout a commencé ici. Cela ne finira jamais.” Anne Roux le dit."
    assert names_in(closed, "fr") == names_in(closed.replace("”", "“").replace("“T", "”T"), "fr")
