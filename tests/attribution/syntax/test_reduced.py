"""A participle right after a noun may only say who it is whose verb comes later."""

from __future__ import annotations

import pytest

from summarizer.attribution.syntax.reduced import described_before, is_reduced
from tests.attribution.reading import said_in, tokens_of


@pytest.mark.parametrize(
    "marked",
    [
        "{A cook told to wait} <said> so.",
        "{Two bakers asked to explain the smell} <said> so.",
        "The hall was shut, but {drovers warned of the snow} <said> so.",
        "Lund asked to see the cook, who <said> so.",
        "Lund urged the crew to take a step that Marsh <said> was late.",
        "The cook asked Lund to wait; she <said> so.",
    ],
)
def test_those_who_are_told_something_are_the_subject(marked: str) -> None:
    tokens = tokens_of(marked)
    found = described_before(tokens.paragraph, tokens.cue[0], 0)
    assert tokens.words(found) == (tokens.words(tokens.source) if "{" in marked else None)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("A cook <told> to wait said so.", True),
        ("Drovers <warned> of the snow said so.", True),
        ("Drovers <warned> of the snow.", False),
        ("Lund <asked> to see the cook, who said so.", False),
        ("The guild <urged> drovers to wait.", False),
    ],
)
def test_a_participle_is_no_past_tense_where_the_verb_comes_later(marked: str, expected: bool) -> None:
    tokens = tokens_of(marked)
    assert is_reduced(tokens.paragraph, tokens.cue[0], 0, len(tokens.paragraph.tags)) is expected


def test_who_is_asked_says_what_comes_after_his_own_verb() -> None:
    said = said_in("A cook asked to explain the smell said the eels were old.")
    assert [(one.source, one.cue, one.content) for one in said] == [
        ("A cook asked to explain the smell", "said", ("the eels were old",))
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Guests waiting outside the inn said it was late.", "Guests waiting outside the inn"),
        ("A boy carrying two lamps told the crew it was late.", "A boy carrying two lamps"),
        ("“It was late,” a keeper trimming the lamp said.", "a keeper trimming the lamp"),
        ("A man claiming to be the heir said it was late.", "A man claiming to be the heir"),
        # no participle of whom it is
        ("Arle Lamps, a lamp oil trading firm, said it was late.", "Arle Lamps"),
        ("The guild's lending arm said it was late.", "The guild's lending arm"),
    ],
)
def test_what_somebody_does_tells_who_it_is(text: str, source: str) -> None:
    assert [said.source for said in said_in(text)] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Two boys who had left said it was late.", "Two boys"),
        ("A sailor who asked not to be named said it was late.", "A sailor"),
        ("A guide who was told to stay said it was late.", "A guide"),
        ("Guests who stayed behind said it was late.", "Guests"),
        ("Innkeepers whose roofs were torn off said it was late.", "Innkeepers"),
    ],
)
def test_a_relative_clause_may_end_with_a_verb(text: str, source: str) -> None:
    assert said_in(text)[-1].source == source


def test_what_a_relative_clause_asks_for_ends_before_the_main_verb() -> None:
    asked, said = said_in("A keeper who asked to be paid said that it was late.")
    assert (asked.content, said.content) == (("to be paid",), ("that it was late",))


@pytest.mark.parametrize(
    ("subject", "source"),
    [
        ("A woman who runs the bakery and who has two sons", "A woman"),
        ("Another skipper who fishes off Skarne and who did not want to be named", "Another skipper"),
        ("Two men who had seen the fire and who had fled", "Two men"),
        ("A woman who runs the bakery", "A woman"),
    ],
)
def test_of_two_relative_clauses_both_are_about_the_same(subject: str, source: str) -> None:
    (said,) = said_in(f"{subject} said the nets were torn.")
    assert (said.source, said.content) == (source, ("the nets were torn",))


@pytest.mark.parametrize("order", ["last", "late"])
def test_a_relative_clause_may_end_with_what_its_verb_takes(order: str) -> None:
    assert [one.source for one in said_in(f"The nurse who came in {order} said that Lund had waved.")] == ["The nurse"]
    assert [one.source for one in said_in(f"“Lund waved,” the nurse who came in {order} said.")] == ["the nurse"]
