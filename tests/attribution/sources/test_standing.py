"""Where a word stands that points back, and who is named around it."""

from __future__ import annotations

import pytest

from summarizer.attribution.sources.standing import Standing
from tests.attribution.sources.marked import mark, names


def test_only_the_one_person_named_before_is_the_only_person() -> None:
    text = "John Alder slept. Mary Birch sang."
    index = mark(text).index
    only = Standing(index, text.index("slept"), ()).find_only_person()
    assert only is not None
    assert only.name == "John Alder"
    assert Standing(index, len(text), ()).find_only_person() is None
    assert Standing(index, 0, ()).find_only_person() is None


def test_a_sentence_is_half_a_step_away_and_a_paragraph_another_half() -> None:
    text = "John Alder slept. Mary Birch sang.\n\nNobody came."
    here = Standing(mark(text).index, text.index("Nobody"), ())
    assert [here.distance(sentence) for sentence in (2, 1, 0)] == [0.0, 1.0, 1.5]


def test_he_is_no_lone_name_that_never_does_anything() -> None:
    text = "[Oskar Lund] came. The Harmony fleet and the Harmony quay were shut. “I fear Harmony,” [he] said."
    assert names(text) == ["Oskar Lund", "Oskar Lund"]


def test_he_at_the_head_of_a_paragraph_is_who_acted_in_the_one_before() -> None:
    text = (
        "[Mark Sorrel] left.\n\n[Paul Renn] then said: “It is sad.”\n\n"
        "Mark Sorrel also attacked Ann Roe and Mary Voss during the speech.\n\n[He] said it was a game."
    )
    assert names(text)[-1] == "Mark Sorrel"


@pytest.mark.parametrize("asked", ["Was John Alder content with it?", "Did John Alder like what Mark Sorrel said?"])
def test_about_whom_the_text_asks_answers(asked: str) -> None:
    opening = "[Mark Sorrel] said the weir was late."
    assert names(f"{opening}\n\n{asked}\n\n“To a point,” [he] said.")[-1] == "John Alder"
    assert names(f"{opening} [He] asked: “{asked}” [He] left.")[1:] == ["Mark Sorrel", "Mark Sorrel"]
