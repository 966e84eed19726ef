"""Quotations that two articles give: known again in another dress, and apart where the words are others'."""

from __future__ import annotations

import pytest

from summarizer import compare
from summarizer.comparison.quotations import find_quotations, quoted_words, same_quotation
from tests.comparison.outlets import passage, told

WORDS = "We counted the sheep of the upper meadow twice before the fog came down on us"
FLOOD = "Fog at Orsk\n\nFog lay over the meadows of Orsk all Monday and the market was closed.\n\n"


@pytest.mark.parametrize(
    "other",
    [
        "We counted the sheep of the upper meadow twice before the fog",
        "We counted the sheep … twice before the fog came down on us",
        "We counted [them all] of the upper meadow twice ... came down on us",
        "“We counted the sheep of the upper meadow twice – before the fog came down on us.”",
        "It was late. We counted the sheep of the upper meadow twice before the fog came down on us. Then we went.",
    ],
)
def test_a_quotation_is_known_cut_with_gaps_and_within_a_longer_one(other: str) -> None:
    assert same_quotation(WORDS, other)
    assert same_quotation(other, WORDS)


@pytest.mark.parametrize(
    "other",
    [
        "We counted the votes of the lower town once after the rain had gone",
        "We … the sheep [of Orsk] were sold at the market",
        "We counted the sheep",
        "",
    ],
)
def test_a_few_common_words_are_no_quotation(other: str) -> None:
    assert not same_quotation(WORDS, other)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("the gate was “open all night”", ("open all night",)),
        ('the gate was "open" and the guard "fast asleep"', ("open", "fast asleep")),
        ("The gate was open,” and the guard slept", ("The gate was open,",)),
        ("that the gate was «open all night", ("open all night",)),
        ("it ‘was open all night’ on Monday’s market", ("was open all night",)),
        ("The guard’s gate was open", ("The guard’s gate was open",)),
    ],
)
def test_what_a_passage_quotes_stands_in_its_marks_or_is_all_of_it(text: str, quoted: tuple[str, ...]) -> None:
    assert quoted_words(passage(text, is_quoted=True)) == quoted
    assert quoted_words(passage(text)) == ()


def _pairs(*told_by: tuple[str, int | None], one_event: bool, **more: object) -> frozenset[tuple[int, int]]:
    passages = [
        passage(text, f"a{at}", is_quoted=True, speaker="" if who is None else f"Poe {who}", **more)
        for at, (text, who) in enumerate(told_by)
    ]
    return find_quotations(passages, [who for _, who in told_by], lambda _one, _two: one_event)


def test_a_few_words_are_one_quotation_only_in_one_mouth() -> None:
    few = "We will not leave"
    assert _pairs((few, 1), (few, 1), one_event=False) == {(0, 1)}
    assert not _pairs((few, 1), (few, 2), one_event=True)
    assert not _pairs((few, 1), (few, None), one_event=False)
    assert _pairs((few, 1), (few, None), one_event=True) == {(0, 1)}  # who says them is left out by one


def test_whole_quotations_on_one_event_are_one_whoever_is_named() -> None:
    words = "We will not leave this meadow"
    assert _pairs((words, 1), (words, 2), one_event=True) == {(0, 1)}
    assert not _pairs((words, 1), (words, 2), one_event=False)
    assert not _pairs((words, 1), (f"Whatever comes, {words} in peace", 2), one_event=True)


def test_many_words_are_one_quotation_whoever_is_named_and_wherever() -> None:
    assert _pairs((WORDS, 1), (f"Yes. {WORDS}. And so on.", 2), one_event=False) == {(0, 1)}


def test_who_denies_the_words_does_not_quote_them() -> None:
    passages = [passage(WORDS, "a", is_quoted=True), passage(WORDS, "b", is_quoted=True, stance="denies")]
    assert not find_quotations(passages, [1, 1], lambda _one, _two: True)


def test_articles_on_two_events_share_what_one_person_is_quoted_with() -> None:
    made = compare(
        [
            told(f"{FLOOD}“{WORDS},” said shepherd Ilse Brandt. Three lambs were found later.", "a"),
            told(
                "Show in Velm\n\nThe wool show of Velm opened with nine halls and a prize for the best cloth.\n\n"
                "“We counted the sheep of the upper meadow twice,” Ilse Brandt remembered. Cloth sold well.",
                "b",
            ),
        ]
    )
    (fact,) = [one for one in made.facts if len({m.article for side in one.sides for m in side.mentions}) == 2]
    assert (fact.verdict, fact.origins) == ("agree", 1)


def test_a_quotation_that_begins_after_its_not_does_not_contradict_the_whole() -> None:
    made = compare(
        [
            told(f"{FLOOD}“We had no dealings with the wool thieves of Velm. That is slander,” Ilse Brandt said.", "a"),
            told(
                f"{FLOOD}Ilse Brandt spoke of “dealings with the wool thieves of Velm. That is slander” on Tuesday.",
                "b",
            ),
        ]
    )
    assert "conflict" not in {fact.verdict for fact in made.facts}
    denied = compare(
        [
            told(f"{FLOOD}“We had no dealings with the wool thieves of Velm,” Ilse Brandt said.", "a"),
            told(f"{FLOOD}“The town had dealings with the wool thieves of Velm,” Olek Moss said.", "b"),
        ]
    )
    assert "conflict" in {fact.verdict for fact in denied.facts}


def test_a_long_quotation_is_one_fact_with_each_part_of_it() -> None:
    """The longer one denies something that the shorter does not speak of, and still says the same words."""
    parts = "“Nobody told us of the fog,” Ilse Brandt said. “The dogs were of no help either,” she said."
    whole = "“Nobody told us of the fog. The dogs were of no help either, and I do not blame them,” Ilse Brandt said."
    made = compare([told(FLOOD + parts, "a"), told(FLOOD + whole, "b")])
    for words in ("told us of the fog", "no help either"):
        found = [
            fact
            for fact in made.facts
            if {m.article for side in fact.sides for m in side.mentions if words in m.text} == {"a", "b"}
        ]
        assert [fact.verdict for fact in found] == ["agree"], words


def test_one_wrong_name_does_not_make_two_persons_one() -> None:
    other = "The mill wheel of Orsk has been still since the winter"
    made = compare(
        [
            told(f"{FLOOD}“{WORDS},” Ilse Brandt said. “{other},” Olek Moss said.", "a"),
            told(f"{FLOOD}“{WORDS},” Olek Moss said. Ilse Brandt said: “{other}.”", "b"),
            told(f"{FLOOD}Ilse Brandt said the market of Orsk would soon open again.", "c"),
            told(f"{FLOOD}Olek Moss said the market of Orsk would soon open again.", "d"),
        ]
    )  # fmt: skip
    opened = next(fact for fact in made.facts if "open again" in fact.text and fact.verdict == "agree")
    assert opened.origins == 2
    counted = next(fact for fact in made.facts if "counted the sheep" in fact.text)
    assert counted.origins == 1


def test_words_within_a_longer_quotation_are_known_though_two_names_are_told() -> None:
    whole = passage(
        "“It will be the sweetest and the whitest cheese ever sold at Orsk,”", "a", speaker="Edda Lorn", is_quoted=True
    )
    part = passage(
        "it would be “the sweetest and the whitest cheese ever sold”", "b", speaker="its maker", is_quoted=True
    )
    few = passage("it would be “the sweetest and the whitest cheese”", "b", speaker="its maker", is_quoted=True)
    assert find_quotations([whole, part], [0, 1], lambda *_: True)
    assert not find_quotations([whole, few], [0, 1], lambda *_: True)
