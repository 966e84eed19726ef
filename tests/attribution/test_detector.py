"""The statements of a whole article: their order, their offsets on any text, and the time that they take."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import summarize
from summarizer.attribution import find_statements
from summarizer.contract.article import Article
from tests.attribution.reading import said_in, statements_of
from tests.growth import assert_linear


@pytest.mark.parametrize(
    "text",
    [
        "Two dead as ferry sinks off Arle",
        "The Arle bridge at dawn on 3 May. Photo: K. Brandt",
        "Three ships left the harbour on Monday and two came back in the evening.",
        "The United States of Velm and the reports of the harbour office",
        '"?" Brandt said. "!" Reil added, pointing at the wall.',
    ],
)
def test_where_nobody_speaks_no_statement_is_found(text: str) -> None:
    assert said_in(text) == []


def test_statements_come_in_the_order_of_their_contents() -> None:
    text = "Lund said it was late. “It sank,” Pell told the council.\n\nThe guild denied the theft, adding it was old."
    assert [said.cue for said in said_in(text)] == ["said", "told", "denied", "adding"]
    starts = [statement.content[0] for statement in statements_of(text)]
    assert starts == sorted(starts)


def test_a_dateline_is_not_said() -> None:
    assert [said.content for said in said_in("ARLE, May 3 (VNA) — The gate was shut, Ada Lund said.")] == [
        ("The gate was shut",)
    ]


def test_the_statements_of_an_article_are_found_once() -> None:
    article = Article(id="a", text="Lund said the pier was unsafe.")
    assert find_statements(article) is find_statements(article)


WORDS = st.sampled_from(
    [
        *(
            "said",
            "told",
            "was accused by",
            "reportedly",
            "reported by",
            "quoted",
            "according to",
            "adding",
            "confident",
        ),
        *("claim", "wants", "put", "who", "that", "which", "whether", "as", "and", "of", "in", "a", "statement", "his"),
        *("he", "it", "Smith,", "U.S.", "3,000", "İ", '"', "“", "”", "''", "’", ",", ".", ":", ";", "(", ")", "?", "—"),
        "\n",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)))
def test_any_text_gives_offsets_within_it(text: str) -> None:
    if not text:
        return
    found = find_statements(Article(id="a", text=text))
    for one in found:
        for start, end in [*one.content, *one.relays, *filter(None, (one.mention, one.cue))]:
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip()
        assert list(one.content) == sorted(one.content)
    assert found == find_statements(Article(id="b", text=text))


@pytest.mark.parametrize(
    "unit",
    ["(", '"', "“a” ", "said ", "he said, ", "told Smith ", "his claim that ", "Smith, who, ", 'said "x" ', "a-", "\0"],
)
def test_time_is_linear_in_the_length(unit: str) -> None:
    assert_linear(lambda text: find_statements(Article(id="a", text=text)), unit, 12_000)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The group claimed responsibility for the fire.", "group", "The group claimed responsibility for the fire"),
        ("Reil told “Harbour Post” newspaper that the wall had failed.", "Reil", "the wall had failed"),
        (
            "The ministry stressed, in a statement received by the Varn News Agency (VNA), that the wall had failed.",
            "ministry",
            "the wall had failed",
        ),
        ("According to what was reported by the agency, the wall had failed.", "agency", "the wall had failed"),
        ("The mayor was accused by the union of lying.", "union", "The mayor was accused by the union of lying"),
        ("A statement from the ministry said the wall had failed.", "ministry", "the wall had failed"),
        (
            "The toll rose to 17, a hospital official said, up from 12 reported earlier.",
            "a hospital official",
            "The toll rose to 17",
        ),
    ],
)
def test_a_claim_has_the_words_of_its_statement_and_no_others(text: str, source: str, content: str) -> None:
    claims = summarize(text, engine="extractive").claims
    assert [(claim.source.name, claim.text) for claim in claims] == [(source, content)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Lund's claim that the wall was safe was rejected by engineers.",
            [
                ("engineers", "Lund's claim that the wall was safe was rejected by engineers"),
                ("Lund", "the wall was safe"),
            ],
        ),
        (
            "Two officials said the wall had failed. The other said it had not.",
            [("Two officials", "the wall had failed"), ("The other", "it had not")],
        ),
        (
            "“It failed,” Lund said, before adding: “Nobody was hurt.”",
            [("Lund", "It failed"), ("Lund", "Nobody was hurt.")],
        ),
    ],
)
def test_two_statements_of_one_text_are_two_claims(text: str, claims: list[tuple[str, str]]) -> None:
    assert [(one.source.name, one.text) for one in summarize(text, engine="extractive").claims] == claims
