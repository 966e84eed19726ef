"""Statements are found by rules in the languages that these know, else where quotation marks stand."""

from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.statements import (
    article_statements,
    knows_language,
    mentions_by_content,
    source_names,
    told_references,
)
from summarizer.contract.article import Article

ENGLISH = "Gate stuck\n\nThe gate is stuck, keeper Ode Lunt said on Friday. She said it would open in May."


def article(text: str, language: str = "en") -> Article:
    return Article(id="gate", text=text, language=language)


@pytest.mark.parametrize(
    ("language", "known"),
    [
        ("en", True),
        ("EN", True),
        ("en-GB", True),
        ("und", True),
        ("de-AT", True),
        ("fr", True),
        ("es", True),
        ("nl", False),
        ("enm", False),
    ],
)
def test_the_rules_know_english_and_the_languages_that_have_words_of_saying(language: str, known: bool) -> None:
    assert knows_language(article("x", language)) is known


def test_statements_come_in_text_order_with_who_makes_them() -> None:
    one = article(ENGLISH)
    found = article_statements(one)
    assert [statement.content[0][0] for statement in found] == sorted(s.content[0][0] for s in found)
    said = [" ".join(one.text[a:b] for a, b in statement.content) for statement in found]
    assert [words.rstrip(".,") for words in said] == ["The gate is stuck", "it would open in May"]
    names = source_names(one)
    assert [names[statement.mention].name for statement in found if statement.mention] == ["Ode Lunt", "Ode Lunt"]
    assert {s.content[0][0]: (s.mention,) for s in found} == mentions_by_content(one)


@pytest.mark.parametrize(
    ("text", "relayed"),
    [
        ("Keeper Ode Lunt said on Friday that a sailor told her that the gate was stuck.", True),
        ("Keeper Ode Lunt said that Tom Hale had said the gate was stuck.", True),
        ("Keeper Ode Lunt said the sailors, who claimed that the gate was stuck, should wait.", False),
        ("Keeper Ode Lunt said that the gate was sound, though Tom Hale said last week that it was stuck.", False),
        ("Keeper Ode Lunt said she had oiled the gate, and several sailors say they have seen it stuck.", False),
        ("The harbour office announced that it will mend what Mayor Tom Hale called the town’s “rusty joke.”", False),
    ],
)
def test_who_says_that_somebody_says_something_passes_on_what_is_no_addition_of_the_reporter(
    text: str, *, relayed: bool
) -> None:
    found = article_statements(article(text))
    assert len(found) > 1
    assert any(statement.relays for statement in found) is relayed


def test_the_work_is_remembered() -> None:
    one = article(ENGLISH)
    assert article_statements(one) is article_statements(one)


def test_other_languages_with_words_of_saying_name_the_source() -> None:
    one = article("Das Tor\n\nDas Tor klemmt seit langem. „Niemand hat es geöffnet“, sagte Ode Lunt.", "de")
    (statement,) = article_statements(one)
    assert statement.mention is not None
    assert source_names(one)[statement.mention].name == "Ode Lunt"
    assert told_references(one)[statement.mention] == "name_of_a_person"
    assert told_references(article(ENGLISH)) == {}


def quoted(text: str, language: str) -> list[str]:
    one = article(text, language)
    found = article_statements(one)
    assert all((s.mention, s.cue, s.stance, s.rule) == (None, None, "other", "quotation-marks") for s in found)
    assert source_names(one) == {}
    assert mentions_by_content(one) == {}
    return [one.text[a:b] for statement in found for a, b in statement.content]


@pytest.mark.parametrize(
    ("language", "text", "speech"),
    [
        ("nl", "De poort\n\nDe poort zit vast sinds de vloed. „Niemand heeft de poort geopend“, zei Ode Lunt.",
         ["„Niemand heeft de poort geopend“"]),
        ("it", "La porta\n\nLa porta non si apre dopo la piena. «Nessuno l’ha aperta ieri», ha detto Ode Lunt.",
         ["«Nessuno l’ha aperta ieri»"]),
        ("nl", "De poort\n\nDe „oude poort“ aan de rivier zit vast sinds de vloed, zoals iedereen weet.", []),
        ("ja", "水門は閉鎖\n\n市の担当者は「水門は五月まで閉鎖される」と述べた。", ["「水門は五月まで閉鎖される」"]),
        ("zh", "闸门无法打开\n\n管理员周五表示：“闸门将在五月重新打开。”没有人受伤。", ["“闸门将在五月重新打开。”"]),
        ("zh", "闸门无法打开\n\n这座“老闸门”周五仍然关闭，没有人受伤，船只在等待。", []),
    ],
)  # fmt: skip
def test_in_other_languages_the_quotations_of_some_length_are_statements_of_nobody(
    language: str, text: str, speech: list[str]
) -> None:
    assert quoted(text, language) == speech


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        ("Ola Fenn admitted the wall had failed, the mason told NPR.", "Ola Fenn", ("the mason", "NPR")),
        ("The mason told NPR that Ola Fenn had admitted the wall had failed.", "Ola Fenn", ("The mason", "NPR")),
        ("Prosecutors said Ola Fenn told aides that the wall had failed.", "Ola Fenn", ("Prosecutors",)),
        ("The wall had failed, Ola Fenn told aides, prosecutors said.", "Ola Fenn", ("prosecutors",)),
        ("Geologist Ola Fenn told Peak, a news website, that the wall had failed.", "Ola Fenn", ("Peak",)),
        ("Geologist Ola Fenn told weekly magazine Gipfel that the wall had failed.", "Ola Fenn", ("Gipfel",)),
    ],
)  # fmt: skip
def test_the_outer_speaker_and_his_medium_pass_on_what_the_inner_one_says(
    text: str, source: str, via: tuple[str, ...]
) -> None:
    report = summarize(text, engine="extractive")
    found = {(one.source.name, one.via): one.text.rstrip(".") for one in report.claims}
    assert found[source, via].lower() == "the wall had failed"


def test_nobody_is_called_two_things_in_one_sentence() -> None:
    report = summarize("Ola Fenn admitted the wall had failed, the geologist told NPR.", engine="extractive")
    assert "the geologist" in {one.source.name for one in report.claims}


def test_who_denies_what_another_says_passes_nothing_on() -> None:
    text = "Two guards said that they had been beaten. Orsk Prison denies this."
    claims = summarize(text, engine="extractive").claims
    assert {claim.source.name: [*claim.via] for claim in claims} == {"Orsk Prison": [], "Two guards": []}
