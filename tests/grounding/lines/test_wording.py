"""What a line says otherwise than its sentences: each kind of difference once, and what is no difference."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.proof import ProposedLine, prove_lines
from summarizer.grounding.lines.wording import wording_doubts

TEXT = (
    "Storm floods Varn\n\n"
    "The storm may last another seven days, forecaster Ilse Brandt said on Monday. "
    "Some of the houses near the harbour of Kell were flooded, Mayor Tomas Reil told reporters.\n\n"
    "Reil flew to Osterby to meet the guild, which has three boats and two trucks. "
    "The water rose by four metres after the dam broke.\n\n"
    "The guild has not paid for the pumps, treasurer Jonna Eik said. Nobody, she added, was hurt.\n"
)
ARTICLE = Article(id="a", text=TEXT)


def codes(line: str) -> set[str]:
    return {code for code, _ in wording_doubts(ARTICLE, line, ())}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("The storm will last another seven days, Ilse Brandt said.", "hedge_differs"),
        ("The storm may last another seven hours, Ilse Brandt said.", "unit_differs"),
        ("All of the houses near the harbour of Kell were flooded, Tomas Reil said.", "scope_differs"),
        ("The water fell by four metres after the dam broke.", "meaning_differs"),
        ("The water rose by four metres before the dam broke.", "meaning_differs"),
        ("Governor Tomas Reil told reporters that some of the houses near the harbour were flooded.", "role_differs"),
        ("Reil flew to Lundby to meet the guild.", "name_not_in_evidence"),
        ("Reil met the guild, which has two boats and three trucks.", "figure_not_in_evidence"),
        ("The guild has paid for the pumps, treasurer Jonna Eik said.", "negation_differs"),
        ("Tomas Eik told reporters that some of the houses near the harbour were flooded.", "name_not_in_evidence"),
        ("The water rose by four metres because of an earthquake.", "reason_not_in_evidence"),
    ],
)
def test_a_line_that_says_something_else_is_doubted(line: str, code: str) -> None:
    assert code in codes(line)


@pytest.mark.parametrize(
    "line",
    [
        "The storm could go on for seven more days, Ilse Brandt said.",
        "Some houses near the harbour were flooded, said Mayor Tomas Reil.",
        "Tomas Reil met the guild in Osterby.",
        "Water rose four metres when the dam broke.",
        "Jonna Eik said the guild has not paid for the pumps.",
        "Nobody was hurt, Jonna Eik said.",
    ],
)
def test_other_words_for_the_same_are_not(line: str) -> None:
    assert codes(line) == set()


def test_what_differs_stands_in_the_line_of_the_report() -> None:
    (line,) = prove_lines(
        ARTICLE, [ProposedLine("abstract", "The storm will last seven days, Ilse Brandt said.", (2,))]
    )
    assert [check.code for check in line.checks] == ["hedge_differs"]
    assert "the line" in line.checks[0].detail


def test_a_line_about_nothing_in_the_article_has_nothing_to_be_compared_with() -> None:
    assert codes("Quiet xylophones glow.") == set()


def test_who_stands_before_a_verb_in_free_words_need_not_do_it() -> None:
    story = Article(
        id="crews",
        text=(
            "Crews backed by the port of Varn hold the pier\n\n"
            "Crews backed by the port of Varn hold three boats since Monday.\n"
        ),
    )
    assert not list(wording_doubts(story, "Varn-backed crew says it holds boats after storm at pier", ()))


@pytest.mark.parametrize(("share", "told"), [("58 percent of", set()), ("38 percent of", {"scope_differs"})])
def test_more_than_half_are_most(share: str, told: set[str]) -> None:
    story = Article(
        id="toll", text=f"Poll on the toll\n\nIn a poll, {share} the voters of Varn oppose the bridge toll."
    )
    found = {code for code, _ in wording_doubts(story, "Most voters of Varn oppose the bridge toll.", ())}
    assert found & {"scope_differs"} == told
