"""What a claim's text is compared with: its evidence, the sentences around it, and its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import read_cast
from summarizer.reading.layout.layout import sentences_of

if TYPE_CHECKING:
    from summarizer.contract.article import Article
    from summarizer.contract.report import Claim

# A claim is one plain sentence. Of a longer text so much is compared word by word; it keeps the time linear.
LONGEST = 3000


class Context(NamedTuple):
    """A claim with the article's words that its text may draw on.

    `text` is the claim's text, `evidence` are the pieces of its evidence, `held` the sentences that hold them, `before`
    is the sentence before these, and `lead` what stands in them before the evidence. `mention` are the article's words
    for the source. `range` are the indices of the first and the last sentence that holds evidence.
    """

    article: Article
    claim: Claim
    text: str
    evidence: str
    held: str
    before: str
    lead: str
    mention: str
    range: tuple[int, int]

    @property
    def sentences(self) -> str:
        """The evidence and the sentences that hold it."""
        return f"{self.evidence} {self.held}"

    @property
    def near(self) -> str:
        """The evidence, the sentences that hold it and the one before."""
        return f"{self.before} {self.sentences}"

    @property
    def named(self) -> str:
        """The source's name, role and mention, and the relays."""
        source = self.claim.source
        return " ".join((source.name, source.role or "", self.mention, *self.claim.via))


def read_context(article: Article, claim: Claim) -> Context:
    """Read what the text of a claim of an article is compared with."""
    text, sentences = article.text, sentences_of(article)
    start, end = claim.evidence[0].start, claim.evidence[-1].end
    first, last = sentence_range(article, start, end)
    return Context(
        article=article,
        claim=claim,
        text=claim.text[:LONGEST],
        evidence="; ".join(piece.quote for piece in claim.evidence),  # no word of one piece belongs to the next
        held=" ".join(text[one.start : one.end] for one in sentences[first : last + 1]),
        before=" ".join(text[one.start : one.end] for one in sentences[max(0, first - 1) : first]),
        lead=text[sentences[first].start : start] if sentences else "",
        mention=claim.source.span.text if claim.source.span else "",
        range=(first, last),
    )


def sentence_range(article: Article, start: int, end: int) -> tuple[int, int]:
    """The indices of the first and the last sentence that a stretch of the article touches; 0 before all."""
    sentence_at = read_cast(article).sentence_at
    return max(0, sentence_at(start)), max(0, sentence_at(end - 1))
