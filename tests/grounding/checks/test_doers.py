import pytest

from summarizer.contract.article import Article
from summarizer.grounding.checks.alignment import align
from summarizer.grounding.checks.doers import find_other_doers, find_turned_acts
from summarizer.grounding.checks.passage import read_passage
from tests.grounding.checks.beside import beside

TEXT = (
    "Edda Lorn, who had previously endorsed former Varn mayor Tomas Reil, was hired by the Sea Guild. "
    "Jonna Eik defeated Per Dahl. The Kelp Company sued the Tallow Board. Ida Moll met Nils Brant."
)
ARTICLE = Article(id="a", text=TEXT)


def turned(line):
    return list(find_turned_acts(align(read_passage(ARTICLE, line, [(0, len(TEXT))]))))


@pytest.mark.parametrize(
    "line",
    [
        "Edda Lorn, who had earlier been endorsed by Tomas Reil, was late.",
        "Edda Lorn hired the Sea Guild.",
        "Jonna Eik was defeated by Per Dahl.",
        "The Tallow Board sued the Kelp Company.",
        "The Kelp Company was sued by the Tallow Board.",
    ],
)
def test_who_does_it_has_it_done_to_them(line):
    assert turned(line) != []


@pytest.mark.parametrize(
    "line",
    [
        "Tomas Reil had been endorsed by Edda Lorn.",
        "The Sea Guild hired Edda Lorn.",
        "Per Dahl was defeated by Jonna Eik.",
        "The Tallow Board was sued by the Kelp Company.",
        "Nils Brant met Ida Moll.",
        "Edda Lorn endorsed him.",
    ],
)
def test_the_same_in_the_other_voice_is_the_same(line):
    assert turned(line) == []


def other_doers(line):
    return list(find_other_doers(align(read_passage(ARTICLE, line, [(0, len(TEXT))]))))


@pytest.mark.parametrize(
    ("line", "doer"),
    [
        ("Jonna Eik has met Nils Brant.", "Jonna Eik"),
        ("Per Dahl would have defeated them.", "Per Dahl"),
        ("Bo Moll met Nils Brant.", "Bo Moll"),
    ],
)
def test_somebody_else_does_it(line, doer):
    assert [name for _, name, _ in other_doers(line)] == [doer]


@pytest.mark.parametrize(
    "line",
    [
        "Moll met Nils Brant.",
        "The company also sued the Tallow Board.",
        "She defeated Per Dahl.",
        "The lawyer of the Tallow Board sued.",
    ],
)
def test_the_same_one_or_one_without_a_name_does_it(line):
    assert other_doers(line) == []


def test_who_was_asked_by_somebody_did_not_ask() -> None:
    held = "Moll was asked by guard Rask whether the boat leaked."
    assert list(find_other_doers(beside("Rask asked whether the boat leaked.", held))) == []
    assert list(find_other_doers(beside("Eik asked whether it leaked.", "Rask asked whether it leaked.")))
