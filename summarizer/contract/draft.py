"""What an engine answers: flat, small, and without offsets.

A draft is a proposal. Only `ground.py` turns it into a report, by finding every quote in the article.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from summarizer.contract.frozen import Frozen

Stance = Literal[
    "asserts", "denies", "confirms", "accuses", "condemns", "warns", "demands", "promises", "supports", "other"
]
SourceKind = Literal[
    "person", "organization", "government", "military", "armed_group", "media", "document", "witness",
    "anonymous", "outlet",
]  # fmt: skip


class DraftClaim(Frozen):
    """One claim as an engine puts it."""

    sentence: int = Field(description="number of the sentence in which the quote begins")
    quotes: tuple[str, ...] = Field(
        min_length=1,
        description="the claim's words, copied exactly from the article; two or more when they are split by he said",
    )
    source: str = Field(
        description="who makes the claim, by the fullest name in the article; empty if the article itself says so"
    )
    mention: str = Field(
        default="", description="the article's words for the source beside the quote, such as he or the ministry"
    )
    kind: SourceKind = Field(description="what the source is; outlet if the article itself says so")
    role: str = Field(
        default="", description="what the article calls the source, such as army spokesman; empty if nothing"
    )
    via: tuple[str, ...] = Field(default=(), description="who passed the claim on, outermost last; empty if nobody")
    stance: Stance
    text: str = Field(description="the claim in one plain sentence")


class DraftKeyPoint(Frozen):
    """One key point of the summary, with the claims that it rests on."""

    text: str
    claims: tuple[int, ...] = Field(default=(), description="positions in claims, counted from 1")
    sentences: tuple[int, ...] = ()


class DraftLine(Frozen):
    """A sentence of headline or abstract, with the sentences of the article that it rests on."""

    text: str
    sentences: tuple[int, ...] = ()


class Draft(Frozen):
    """An engine's whole answer for one article."""

    claims: tuple[DraftClaim, ...]
    headline: str = Field(description="one line that says what happened")
    abstract: str = Field(description="two or three sentences")
    key_points: tuple[DraftKeyPoint, ...]
    lines: tuple[DraftLine, ...] = ()
