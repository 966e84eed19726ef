"""Coverage: which attributed statements the claims' evidence holds, and which it misses."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.attribution.statements import article_statements
from summarizer.contract.article import Article
from summarizer.contract.report import Claim, Evidence, Source
from summarizer.engines.rules.engine import answer_by_rules
from summarizer.grounding.coverage import measure_coverage, missing_statements
from summarizer.grounding.ground import ground

TEXT = """Mayor Ilse Brandt said the dam would hold. “Nobody slept,” engineer Tomas Reil said, “and nobody went home.”

The council denied that it had been warned.
"""
STORY = Article(id="varn", text=TEXT)


def claim(start: int, end: int) -> Claim:
    return Claim(
        id=f"c{start}-{end}",
        text=TEXT[start:end],
        stance="asserts",
        mode="indirect",
        confidence=0.9,
        source=Source(name="somebody", kind="person"),
        evidence=(Evidence(quote=TEXT[start:end], start=start, end=end),),
        origin="model",
    )


def on(words: str) -> Claim:
    start = TEXT.index(words)
    return claim(start, start + len(words))


def test_without_claims_every_statement_is_missed_with_its_words() -> None:
    coverage = measure_coverage(STORY, [])
    assert coverage.statements == len(coverage.missed) == len(article_statements(STORY)) >= 3
    assert coverage.covered == 0
    for span in coverage.missed:
        assert TEXT[span.start : span.end] == span.text
    assert any("had been warned" in span.text for span in coverage.missed)


def test_a_claim_covers_the_statement_whose_content_its_evidence_holds() -> None:
    before = measure_coverage(STORY, [])
    after = measure_coverage(STORY, [on("it had been warned")])
    assert after.statements == before.statements
    assert after.covered == 1
    assert not any("warned" in span.text for span in after.missed)


def test_half_of_the_content_is_enough_and_less_is_not() -> None:
    assert measure_coverage(STORY, [on("had been warned")]).covered == 1
    assert measure_coverage(STORY, [on("warned")]).covered == 0


def test_a_whole_paragraph_covers_all_that_it_holds() -> None:
    end = TEXT.index("\n")
    (left,) = measure_coverage(STORY, [claim(0, end)]).missed
    assert "warned" in left.text


def test_a_split_quotation_is_covered_by_two_claims_together() -> None:
    left = missing_statements(STORY, [on("Nobody slept"), on("and nobody went home")])
    assert not any(TEXT[a:b].startswith(("Nobody", "“Nobody")) for one in left for a, b in one.content)


def test_what_is_missing_is_what_is_listed_as_missed() -> None:
    claims = [on("the dam would hold")]
    missing = missing_statements(STORY, claims)
    assert len(missing) == len(measure_coverage(STORY, claims).missed)
    assert {one.content[0][0] for one in missing} == {one.start for one in measure_coverage(STORY, claims).missed}


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 60))))
def test_any_evidence_gives_a_count_that_adds_up(spans: list[tuple[int, int]]) -> None:
    claims = [claim(start, min(len(TEXT), start + size)) for start, size in spans]
    coverage = measure_coverage(STORY, claims)
    assert coverage.covered + len(coverage.missed) == len(article_statements(STORY))
    more = measure_coverage(STORY, [*claims, claim(0, len(TEXT))])
    assert more.covered == more.statements


def test_the_same_words_of_another_source_are_not_covered() -> None:
    text = "Anna Lund condemned the raids in Arlemouth.\n\nPer Vik condemned the raids in Arlemouth."
    article = Article(id="twice", text=text)
    only = ground(article, answer_by_rules(article), origin="rules").claims[:1]
    assert [span.start for span in measure_coverage(article, only).missed] == [text.rindex("the raids")]


def test_what_no_rule_reads_is_missed_with_the_reason_until_a_claim_quotes_it() -> None:
    text = "The gate fell in May.\n\nOver the door stood “never again in our name” in red.\n\nNobody was hurt.\n"
    article = Article(id="gate", text=text)
    nothing = measure_coverage(article, [])
    assert (nothing.statements, nothing.covered) == (1, 0)
    (left,) = nothing.missed
    assert "“never again in our name”" in left.text
    assert left.reason == "no speaker found for the quotation"
    start = text.index("never")
    quoted = claim(0, 4).model_copy(
        update={"evidence": (Evidence(quote="never again in our name", start=start, end=start + 23),)}
    )
    assert measure_coverage(article, [quoted]).missed == ()


def test_a_statement_that_a_model_misses_says_that_no_claim_quotes_it() -> None:
    assert {one.reason for one in measure_coverage(STORY, []).missed} == {"no claim quotes it"}
