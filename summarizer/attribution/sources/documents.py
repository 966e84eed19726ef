"""Which letter or sign "it" stands for: "The letter went out on Monday. “We cannot wait,” it said"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.naming import SourceName
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from summarizer.attribution.sources.prose import Prose

_LEGIBLE = (vocab.DOCUMENT_NOUNS | word_set("sources.documents.shown")) - word_set("sources.documents.not_read")
# Only what is written reads something.
_READS = re.compile(rf"\s(?:(?:also|now|then)\s)?(?:{vocab.any_of(word_set('sources.documents.reads'))})\b")
_DETERMINER = r"(?:the|an?|one|another|his|her|its|their|this|that)\s"
_PHRASE = (
    rf"{_DETERMINER}(?:(?!{_DETERMINER})[\w’'-]+\s){{0,3}}?(?:{vocab.any_of(_LEGIBLE)})\b"
    r"(?![’'-]|\s(?:board|editor|writer|of\s[A-Z]))"
)
_ANY = re.compile(rf"\b{_PHRASE}", re.IGNORECASE)
_OPENING = re.compile(rf"[“\"'‘(\s]*(?P<document>{_PHRASE})", re.IGNORECASE)
# A body's reply may be slow, and it said so; whose it is tells that this one is a writing.
_REPLY = re.compile(r"(?P<document>(?:His|Her|My|Their)\s(?:[a-z]+\s)?(?:reply|response|answer))\b")
_CLOSING = frozenset("”\"'’")
_REACH = 3  # sentences


def find_document(prose: Prose, at: int, end: int) -> SourceName | None:
    """The document that "it", from one offset to another, stands for; None where it may be a body.

    It is one with which the sentence before begins. Before "read" it is the last one that the sentences before name.
    """
    here = prose.sentence_at(at)
    if here < 0:
        return None
    starts, block = prose.sentence_starts, prose.block_of(here)
    is_subject = at == starts[here] or prose.text[at - 2 : at - 1] in "”\"'’"
    if is_subject and here > 0 and prose.block_of(here - 1) == block:
        opening = _OPENING.match(prose.text, starts[here - 1], starts[here])
        opening = opening or (_REPLY.match(prose.text, starts[here - 1]) if prose.text[at - 2] in _CLOSING else None)
        if opening is not None and not prose.is_quoted(opening.start("document")):
            return SourceName(opening["document"], "document")
    if _READS.match(prose.text, end) is None:
        return None
    named = [
        match[0]
        for match in _ANY.finditer(prose.text, starts[max(0, here - _REACH)], at)
        if not prose.is_quoted(match.start())
    ]
    return SourceName(named[-1], "document") if named else None


def is_read(prose: Prose, end: int) -> bool:
    """Whether what ends at an offset reads something, so that it is written: "it read"."""
    return _READS.match(prose.text, end) is not None
