"""What stands beside a verb: when, where, to whom, how."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import first_clause, names_in


@pytest.mark.parametrize(
    ("text", "language", "rest"),
    [
        ("Gestern im Rat sagte er nichts.", "de", "sagte er nichts"),
        ("Am Montag vor der Presse sagte er nichts.", "de", "sagte er nichts"),
        ("Ein 52 Jahre alter Fahrer kam.", "de", "Ein 52 Jahre alter Fahrer kam"),
        ("Lundi devant la presse le maire a parlé.", "fr", "le maire a parlé"),
        ("Le Matin a paru.", "fr", "Le Matin a paru"),
        ("En la radio Ana Ríos habló.", "es", "Ana Ríos habló"),
        ("Sin levantar la vista habló.", "es", "Sin levantar la vista habló"),
    ],
)
def test_where_adjuncts_end(text: str, language: str, rest: str) -> None:
    clause = first_clause(text, language)
    past = clause.adjuncts.past(clause.begin)
    assert " ".join(token.text for token in clause.tokens[past : clause.last]) == rest


def test_a_preposition_may_lead_to_an_infinitive() -> None:
    assert first_clause("Sin levantar la vista habló.", "es").adjuncts.leads_to_infinitive(0)
    assert not first_clause("Sin mujer no habló.", "es").adjuncts.leads_to_infinitive(0)
    assert not first_clause("Ohne Reden ging er.", "de").adjuncts.leads_to_infinitive(0)


@pytest.mark.parametrize("where", ["sur X", "sur Instagram", "lundi sur X", "chez Tolmoil"])
def test_a_name_may_follow_the_site_on_which_it_was_written(where: str) -> None:
    assert names_in(f"« Tout a commencé ici », a écrit {where} Anne Roux.", "fr") == ["Anne Roux"]


def test_a_reflexive_infinitive_may_tell_how_it_is_said() -> None:
    assert names_in("« Ils réservent leur réponse », indique sans se risquer Anne Roux.", "fr") == ["Anne Roux"]


def test_a_participle_behind_a_verb_tells_how_somebody_says_it() -> None:
    assert names_in("Vino Juan Ruiz. «Mi abuelo pintaba barcas», recordaba emocionado.", "es") == ["Juan Ruiz"]
    assert names_in("«Mi abuelo pintaba barcas», recordaba emocionada Ana Ríos.", "es") == ["Ana Ríos"]
    # who is called by one is no mood
    assert names_in("«Mi abuelo pintaba barcas», contó un jubilado de Tolmar.", "es") == ["un jubilado de Tolmar"]
