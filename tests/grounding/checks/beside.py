"""A text beside one sentence, for tests of what differs between the two."""

from __future__ import annotations

from summarizer.contract.article import Article
from summarizer.grounding.checks.alignment import Alignment, align
from summarizer.grounding.checks.passage import Passage, read_passage


def passage_of(text: str, sentence: str, *, before: str = "", evidence: str = "") -> Passage:
    """A text that rests on a sentence, or on a part of it, which may follow another sentence."""
    body = f"{before} {sentence}".strip()
    cited = (evidence or sentence).strip()
    at = body.index(cited, len(before))
    return read_passage(Article(id="one", text=body), text, [(at, at + len(cited))])


def beside(text: str, sentence: str, *, evidence: str = "") -> Alignment:
    """A text set beside a sentence on which it rests."""
    return align(passage_of(text, sentence, evidence=evidence))
