"""What a claim is compared with: its evidence, the sentences that hold it and the one before, its source."""

from __future__ import annotations

from summarizer.contract.article import Article
from summarizer.contract.report import Claim, Evidence, Source, Span
from summarizer.grounding.checks.context import LONGEST, read_context, sentence_range

TEXT = "The bell rang. Captain Ilse Marn said the ferry had lost an anchor. The crew slept. Nobody cooked."
STORY = Article(id="ferry", text=TEXT)


def claim(*quotes: str, text: str = "x") -> Claim:
    at = TEXT.index("Captain Ilse Marn")
    span = Span(start=at, end=at + 17, text="Captain Ilse Marn")
    pieces = tuple(
        Evidence(quote=words, start=TEXT.index(words), end=TEXT.index(words) + len(words)) for words in quotes
    )
    return Claim(
        id="c1",
        text=text,
        stance="asserts",
        mode="indirect",
        confidence=0.9,
        source=Source(name="Ilse Marn", kind="person", role="captain", span=span),
        via=("Quay Post",),
        evidence=pieces,
        origin="model",
    )


def test_the_evidence_stands_with_its_sentences_the_one_before_and_what_leads_up_to_it() -> None:
    context = read_context(STORY, claim("the ferry had lost an anchor"))
    assert context.evidence == "the ferry had lost an anchor"
    assert context.held == "Captain Ilse Marn said the ferry had lost an anchor."
    assert context.before == "The bell rang."
    assert context.lead == "Captain Ilse Marn said "
    assert context.near == f"{context.before} {context.evidence} {context.held}"


def test_the_pieces_of_evidence_are_parted_and_all_their_sentences_are_held() -> None:
    context = read_context(STORY, claim("lost an anchor", "Nobody cooked"))
    assert context.evidence == "lost an anchor; Nobody cooked"
    assert context.held == TEXT[TEXT.index("Captain") :]


def test_the_source_is_named_with_its_role_its_mention_and_the_relays() -> None:
    context = read_context(STORY, claim("lost an anchor"))
    assert context.named == "Ilse Marn captain Captain Ilse Marn Quay Post"


def test_a_long_text_is_cut() -> None:
    assert read_context(STORY, claim("lost an anchor", text="x" * (LONGEST + 1))).text == "x" * LONGEST


def test_sentences_are_counted_from_the_first_that_is_touched_to_the_last() -> None:
    assert read_context(STORY, claim("lost an anchor", "Nobody cooked")).range == (1, 3)
    assert sentence_range(STORY, 0, 4) == (0, 0)
    assert sentence_range(Article(id="space", text="  \n "), 0, 1) == (0, 0)
