"""Somebody with whom a sentence begins and of whom nobody has told before."""

from __future__ import annotations

import pytest

from summarizer import summarize


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [
        ("One passenger, a nurse called Ines, laughed.", "Ines"),
        ("One, a nurse called Ines, laughed.", "Ines"),
        ("Another of them, Ines Moll, shrugged.", "Ines Moll"),
        ("One passenger, a nurse, laughed.", "one passenger"),
        ("A spokeswoman for Mr. Dorn, Ines Moll, disagreed.", "Ines Moll"),
        ("An adviser to the port of Varn, Ines Moll, nodded.", "Ines Moll"),
    ],
)
def test_a_newcomer_with_whom_the_sentence_before_begins_is_meant(opening: str, speaker: str) -> None:
    text = f"Bea Tarrow said no woman would take it. {opening} “It is the yard that scares me,” she said."
    assert summarize(text, engine="extractive").claims[-1].source.name == speaker


def test_a_bridge_of_which_more_is_told_is_no_newcomer() -> None:
    text = "Bea Tarrow said no woman would take it. One bridge, a relic, collapsed. “It is late,” she said."
    assert summarize(text, engine="extractive").claims[-1].source.name == "Bea Tarrow"


@pytest.mark.parametrize("opening", ["My mother is 86, but", "A woman came late, and"])
def test_who_has_no_name_begins_the_sentence_and_goes_on_in_it(opening: str) -> None:
    name = summarize(f"{opening} she said it was fine.", engine="extractive").claims[-1].source.name
    assert name in {"my mother", "a woman"}


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [
        ("Moll's wife wept.", "Moll's wife"),
        ("Kole Moll's sister wept.", "Kole Moll's sister"),
        ("The keeper's widow wept.", "the keeper's widow"),
        ("Moll's wife, Ines, wept.", "Ines"),
    ],
)
def test_whom_somebody_has_may_be_meant(opening: str, speaker: str) -> None:
    text = f"Judge Bea Tarrow jailed Kole Moll. {opening} “He was kind,” she said."
    assert summarize(text, engine="extractive").claims[-1].source.name == speaker


def test_who_has_somebody_may_be_meant() -> None:
    text = "Bea Tarrow's husband died in May. She said he had been ill."
    assert summarize(text, engine="extractive").claims[-1].source.name == "Bea Tarrow"


@pytest.mark.parametrize("before", ["opened the pool on Monday.", "said on Monday that the pool was safe."])
@pytest.mark.parametrize("gap", [" ", "\n\n"])
@pytest.mark.parametrize(
    ("opening", "speaker"),
    [
        ("The inspector disagreed.", "the inspector"),
        ("A neighbour shook his head.", "a neighbour"),
        ("One resident was not so sure.", "one resident"),
        ("His predecessor was less kind.", "his predecessor"),
        ("Last year’s winner laughed.", "Last year’s winner"),
        ("The club’s president disagreed.", "the club’s president"),
        ("The head of the swimming club was angry.", "the head of the swimming club"),
        ("The mayor shook his head.", "Jon Strand"),
        ("The bridge was closed.", "Jon Strand"),
        ("A reporter asked whether it would stay so.", "Jon Strand"),
    ],
)
def test_who_reacts_speaks_next(before: str, gap: str, opening: str, speaker: str) -> None:
    text = f"Mayor Jon Strand {before}{gap}{opening} “The roof is rotten,” he said."
    assert summarize(text, engine="extractive").claims[-1].source.name == speaker


@pytest.mark.parametrize(
    "opening",
    [
        "The suspect had a knife.",
        "The vet shook her head.",
        "The source of the smell was unclear.",
        "A vice president pick, Strand is at home.",
    ],
)
def test_of_whom_somebody_tells_speaks_not_next(opening: str) -> None:
    text = f"Police chief Jon Strand said a man was held. {opening} “It took an hour,” he said."
    assert summarize(text, engine="extractive").claims[-1].source.name == "Jon Strand"


def test_who_begins_the_sentence_before_is_meant_where_nobody_is_named() -> None:
    text = "The farmer pointed at the barn. “It is gone,” she said. “All of it.”"
    assert {claim.source.name for claim in summarize(text, engine="extractive").claims} == {"the farmer"}
