"""What a line is compared with: its evidence, the sentences that hold it and the one before, and who says it."""

from __future__ import annotations

from summarizer.contract.article import Article
from summarizer.contract.report import Source, Span
from summarizer.grounding.checks.passage import LONGEST, Passage, read_passage, sentence_range

TEXT = (
    "The bell rang. Captain Ilse Marn said the ferry had lost an anchor. The crew slept. Nobody cooked. "
    "Rain fell. Snow fell. Hail fell. The quay was empty."
)
STORY = Article(id="ferry", text=TEXT)
AT = TEXT.index("Captain Ilse Marn")
MENTION = Span(start=AT, end=AT + 17, text="Captain Ilse Marn")
MARN = Source(name="Ilse Marn", kind="person", role="captain", span=MENTION)


def passage(*quotes: str, text: str = "x") -> Passage:
    spans = [(TEXT.index(words), TEXT.index(words) + len(words)) for words in quotes]
    return read_passage(STORY, text, spans, (MARN,), ("Quay Post",))


def test_the_evidence_stands_with_its_sentences_the_one_before_and_what_leads_up_to_it() -> None:
    read = passage("the ferry had lost an anchor")
    assert read.evidence == "the ferry had lost an anchor"
    assert read.held == "Captain Ilse Marn said the ferry had lost an anchor."
    assert read.before == "The bell rang."
    assert read.lead == "Captain Ilse Marn said "
    assert read.near == f"{read.before} {read.evidence} {read.held}"


def test_the_pieces_of_evidence_are_parted_and_all_sentences_between_near_ones_are_held() -> None:
    read = passage("lost an anchor", "Nobody cooked")
    assert read.evidence == "lost an anchor; Nobody cooked"
    assert read.held == TEXT[AT : TEXT.index("Rain") - 1]
    assert read.stretches == ((1, 3),)


def test_pieces_far_apart_are_held_without_what_stands_between() -> None:
    read = passage("The quay was empty", "lost an anchor")
    assert read.evidence == "lost an anchor; The quay was empty"
    assert read.held == "Captain Ilse Marn said the ferry had lost an anchor. The quay was empty."
    assert read.before == "The bell rang. Hail fell."
    assert read.stretches == ((1, 1), (7, 7))


def test_who_says_it_is_named_with_role_mention_and_relays() -> None:
    read = passage("lost an anchor")
    assert read.named == "Ilse Marn captain Captain Ilse Marn Quay Post"
    assert read.speaker == "Ilse Marn"
    assert read_passage(STORY, "x", [(0, 8)], (MARN, MARN)).speaker == ""


def test_a_long_text_is_cut() -> None:
    assert passage("lost an anchor", text="x" * (LONGEST + 1)).text == "x" * LONGEST


def test_sentences_are_counted_from_the_first_that_is_touched_to_the_last() -> None:
    assert sentence_range(STORY, 0, 20) == (0, 1)
    assert sentence_range(Article(id="space", text="  \n "), 0, 1) == (0, 0)
