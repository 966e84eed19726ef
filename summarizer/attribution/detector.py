"""Reads an article's paragraphs in order and gives its attributed statements."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.rules.quotations import attach_quotations
from summarizer.attribution.rules.sentence import read_sentence
from summarizer.attribution.rules.unsaid import is_unsaid
from summarizer.attribution.syntax.paragraph import read_paragraphs
from summarizer.contract.article import ReadOnce
from summarizer.contract.statement import Offsets, Statement
from summarizer.reading.layout.dateline import past_dateline
from summarizer.reading.layout.layout import sentences_of
from summarizer.reading.layout.quotation import speech_text

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph
    from summarizer.attribution.syntax.site import Found
    from summarizer.contract.article import Article


@ReadOnce
def find_statements(article: Article) -> tuple[Statement, ...]:
    """Find who says what in the article's title and body, in order of the first content."""
    cues = load_lexicon().cues
    found: list[Found] = []
    before: Paragraph | None = None
    last: list[Found] = []
    paragraphs = read_paragraphs(speech_text(article), sentences_of(article))
    for n, p in enumerate(paragraphs):
        here: list[Found] = []
        if p.has_quotation_mark or any(p.low[i] in cues for i in p.marked):
            p.prepare()
            for lo, hi in p.sentences:
                here += read_sentence(p, _past_dateline(p, lo, hi) if n < _LEADING and lo == 0 else lo, hi)
            if p.quotes and before is not None and not before.tag:
                before.prepare()
            found += [one for one in here if one.mention is None]
            here = [one for one in here if one.mention is not None]
            here = attach_quotations(p, here, before, last, paragraphs[n + 1] if n + 1 < len(paragraphs) else None)
            found += here
        before, last = p, here
    statements = [s for s in map(_state, found) if s]
    statements.sort(key=_place)
    return tuple(statements)


_LEADING = 5  # paragraphs of an article that may open with a dateline


def _past_dateline(p: Paragraph, lo: int, hi: int) -> int:
    at = past_dateline(p.text, p.starts[lo], p.starts[hi - 1]) if "-" in p.tag[lo:hi] else p.starts[lo]
    return bisect_left(p.starts, at, lo, hi)


def _place(statement: Statement) -> tuple[Offsets, Offsets]:
    return statement.content[0], statement.cue or (0, 0)


def _add_content(content: list[Offsets], p: Paragraph, a: int, b: int) -> None:
    """Add where the tokens from a to b stand, without the marks around them."""
    tag = p.tag
    b = min(b, len(tag))
    while a < b and tag[a] in ",;:.-)'":
        a += 1
    while a < b and tag[b - 1] in ",;:.-('":
        b -= 1
    if a < b:
        content.append(p.offsets(a, b))


def _says_something(text: str, content: list[Offsets]) -> bool:
    """Whether a word stands there: marks alone ("?", a lone quotation mark) say nothing."""
    if content and text[content[0][0]].isalnum():
        return True
    return any(any(map(str.isalnum, text[start:end])) for start, end in content)


def _state(one: Found) -> Statement | None:
    p = one.paragraph
    content: list[Offsets] = []
    for a, b in one.content:
        _add_content(content, p, a, b)
    for q, (a, b) in one.more or ():
        _add_content(content, q, a, b)
    if not _says_something(p.text, content):
        return None
    content.sort()
    mention = (one.mention_paragraph or p).offsets(*one.mention) if one.mention else None
    return Statement(
        tuple(content),
        mention,
        (one.cue_paragraph or p).offsets(*one.cue),
        "other" if is_unsaid(one) else one.entry.stance,
        one.rule,
        tuple([p.offsets(*r) for r in one.relays]) if one.relays else (),
        p.offsets(*one.cited) if one.cited else None,
        one.entry.certainty,
    )
