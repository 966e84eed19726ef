"""What a text may draw on: its evidence, the sentences around it, and those who say it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import read_cast
from summarizer.reading.layout.layout import sentences_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.report import Source
    from summarizer.contract.statement import Offsets

# A claim is one plain sentence. Of a longer text so much is compared word by word; it keeps the time linear.
LONGEST = 3000
_BESIDE = 3  # sentences: two pieces of evidence with no more between them are one stretch of the article


class Passage(NamedTuple):
    """A text with the article's words that it may draw on.

    `text` is the text, `evidence` are the pieces of its evidence, `held` the sentences that hold them, `before` are the
    sentences before these, and `lead` is what stands in the first one before the evidence. `speakers` say it and
    `relays` passed it on. `stretches` are the first and the last index of the sentences of each stretch of evidence.
    """

    article: Article
    text: str
    spans: tuple[Offsets, ...]
    speakers: tuple[Source, ...]
    relays: tuple[str, ...]
    evidence: str
    held: str
    before: str
    lead: str
    stretches: tuple[tuple[int, int], ...]

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
        """The names, roles and mentions of who says it, and the relays."""
        parts = [
            part
            for one in self.speakers
            for part in (one.name, one.role or "", one.span.text if one.span is not None else "")
        ]
        return " ".join((*parts, *self.relays))

    @property
    def speaker(self) -> str:
        """The name of the one who says it; empty where several do, or nobody but the article."""
        return self.speakers[0].name if len(self.speakers) == 1 else ""


def read_passage(
    article: Article,
    text: str,
    spans: Sequence[Offsets],
    speakers: Sequence[Source] = (),
    relays: Sequence[str] = (),
) -> Passage:
    """Read what a text is compared with; `spans` are its evidence in code points of the article, one at least."""
    body, sentences = article.text, sentences_of(article)
    ordered = tuple(sorted(spans))
    stretches = _stretches(article, ordered)

    def join(first: int, last: int) -> str:
        return " ".join(body[one.start : one.end] for one in sentences[max(0, first) : last])

    return Passage(
        article=article,
        text=_in_its_marks(text[:LONGEST], body),
        spans=ordered,
        speakers=tuple(speakers),
        relays=tuple(relays),
        evidence="; ".join(body[start:end] for start, end in ordered),  # no word of one piece belongs to the next
        held=" ".join(join(first, last + 1) for first, last in stretches),
        before=" ".join(filter(None, (join(first - 1, first) for first, _ in stretches))),
        lead=body[sentences[stretches[0][0]].start : ordered[0][0]] if sentences else "",
        stretches=stretches,
    )


def _in_its_marks(text: str, body: str) -> str:
    """A text with the apostrophes of the article that it is compared with, where that has one sort only."""
    is_straight, is_round = "'" in body, "’" in body
    if is_straight is is_round:
        return text
    return text.replace("’", "'") if is_straight else _APOSTROPHE.sub("’", text)


_APOSTROPHE = re.compile(r"(?<=\w)'")  # one that is no quotation mark


def _stretches(article: Article, spans: Sequence[Offsets]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for start, end in spans:
        first, last = sentence_range(article, start, end)
        if first and _leads_on(article, first - 1):
            first -= 1
        if found and first <= found[-1][1] + _BESIDE:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)


def _leads_on(article: Article, number: int) -> bool:
    """Whether a sentence only leads to the next: "In a speech last May, she said:"."""
    one = sentences_of(article)[number]
    return article.text[one.start : one.end].rstrip().endswith(":")


def sentence_range(article: Article, start: int, end: int) -> tuple[int, int]:
    """The indices of the first and the last sentence that a stretch of the article touches; 0 before all."""
    sentence_at = read_cast(article).sentence_at
    return max(0, sentence_at(start)), max(0, sentence_at(end - 1))
