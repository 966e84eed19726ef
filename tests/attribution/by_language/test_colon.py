"""Quotations behind a colon: whose they are where no verb of saying leads to them."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import names_in


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        ("Ganz anders sieht das der Landwirt Jan Holt: „Wir haben keine Zeit mehr.“", "de", "Jan Holt"),
        ("Völlig zufrieden ist Anna Holt nicht: „Wir haben viel zu tun.“", "de", "Anna Holt"),
        ("Unterstützung bekommt er von der Landrätin Anna Holt: „Wir haben keine Zeit mehr.“", "de", "Anna Holt"),
        ("Un reproche que balaie la maire Anne Roux : « Nous n'avons perdu aucun élève. »", "fr", "Anne Roux"),
        ("Même son de cloche chez la maire, Anne Roux : « Nous n'avons plus le temps. »", "fr", "Anne Roux"),
        ("Más duro se mostró Juan Ruiz: «No hay tiempo que perder».", "es", "Juan Ruiz"),
        ("Muy distinta es la opinión de la alcaldesa Ana Ríos: «No hay tiempo que perder».", "es", "Ana Ríos"),
    ],
)
def test_a_quotation_behind_a_colon_is_of_the_only_person_whom_its_sentence_names(
    text: str, language: str, source: str
) -> None:
    assert names_in(text, language) == [source]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La lettre que Paul Roux a reçue dit tout : « Vous serez expulsé demain. »", "fr"),
        ("Une rencontre avec Paul Roux change tout : « Je me suis mise à courir. »", "fr"),
        ("Le village a changé depuis Paul Roux : « Nous étions perdus avant lui. »", "fr"),
        ("Das Buch von Anna Holt heißt: „Wir haben keine Zeit mehr“.", "de"),
        ("Der Brief an Anna Holt war kurz: „Sie haben keine Zeit mehr.“", "de"),
        ("La carta que recibió Ana Ríos lo dice todo: «No hay tiempo que perder».", "es"),
    ],
)
def test_a_quotation_behind_a_colon_is_not_of_whom_something_leads_to(text: str, language: str) -> None:
    assert names_in(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Landrat Jan Holt kam. Kritik übte der Landrat am Datenfluss: „Das kann nicht sein.“", "de", ["Jan Holt"]),
        ("Une étudiante préfère en rire : « Ce n'est pas moi qu'on accuse ! »", "fr", ["Une étudiante"]),
        (
            "Anne Roux a perdu. « C'est ainsi », dit-elle. Malgré tout, « je respecte ce choix ».",
            "fr",
            ["Anne Roux"] * 2,
        ),
        ("Les médecins sont rassurants : la patiente marchera bientôt, selon eux.", "fr", []),
    ],
)
def test_who_is_meant_before_a_quotation_that_no_verb_leads_to(text: str, language: str, names: list[str]) -> None:
    assert names_in(text, language) == names
