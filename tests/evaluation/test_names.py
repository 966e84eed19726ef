"""Whether a name in a report is the gold's name."""

import pytest

from summarizer.evaluation.names import is_gold_name


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Rhona Eskil", "Rhona Eskil"),
        ("Commander Rhona Eskil", "Rhona Eskil"),
        ("Rhona Eskil, who leads the search", "Rhona Eskil"),
        ("Professor Ansa Wirth of the Mining Academy", "Ansa Wirth"),
        ("the Halvoran Coast Guard", "Halvoran Coast Guard"),
        ("Édith Sørland", "Edith Sorland"),
        ("Yusuf Marzan", "Yousef Marzan"),
        ("Hadi Morun", "Haadi Moroon"),
        ("Ka'rith Brigades", "Karith Brigades"),
        ("Al-Morun", "al Morun"),
        ("Lethmar's defence ministry", "Lethmar’s defence ministry"),
        ("Lethmar News Agency (LENA)", "Lethmar News Agency"),
    ],
)
def test_spellings_titles_and_appositions_of_one_name_match(name: str, wanted: str) -> None:
    assert is_gold_name(name, wanted)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Eskil", "Rhona Eskil"),
        ("she", "Rhona Eskil"),
        ("the coast guard", "Halvoran Coast Guard"),
        ("Halvoran police chief", "Halvora"),
        ("spokeswoman for Aldous Verrin", "Aldous Verrin"),
        ("a statement sent to Commander Rhona Eskil", "Rhona Eskil"),
        ("Tam Oake", "Tom Oake"),
        ("Signe Marrow", "Thessaly Marne"),
        ("Unit 14", "Unit 41"),
        ("", "Rhona Eskil"),
        ("…", "Rhona Eskil"),
    ],
)
def test_a_shortened_or_different_name_does_not_match(name: str, wanted: str) -> None:
    assert not is_gold_name(name, wanted)


def test_a_nameless_source_may_be_shortened() -> None:
    assert not is_gold_name("two officials", "two officials briefed on the investigation")
    assert is_gold_name("two officials", "two officials briefed on the investigation", part_suffices=True)
    assert not is_gold_name("two ministers", "two officials briefed on the investigation", part_suffices=True)
