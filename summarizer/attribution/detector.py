"""Reads an article's paragraphs in order and gives its attributed statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.quotations import attach_quotations
from summarizer.attribution.rules import read_sentence
from summarizer.attribution.statement import Offsets, Statement
from summarizer.attribution.tokens import GLUED, MARKS, Paragraph
from summarizer.attribution.verbs import verb_group_start

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.attribution.found import Found


def find_statements(article: Article) -> tuple[Statement, ...]:
    """Find who says what in the article's title and body, in order of the first content; memoised per article."""
    memo = article.__dict__.get("_statements")
    if memo is None:
        memo = article.__dict__["_statements"] = _find(article)
    return memo


def _find(article: Article) -> tuple[Statement, ...]:
    cues = load_lexicon().cues.keys()
    found: list[Found] = []
    before: Paragraph | None = None
    last: list[Found] = []
    paragraphs = _paragraphs(article)
    for n, p in enumerate(paragraphs):
        here: list[Found] = []
        if not cues.isdisjoint(p.low) or not MARKS.isdisjoint(p.low):
            p.prepare()
            for lo, hi in p.sentences:
                here += read_sentence(p, lo, hi)
            if p.quotes and before is not None and not before.tag:
                before.prepare()
            nobodys = [one for one in here if one.mention is None]
            here = [one for one in here if one.mention is not None]
            found += nobodys
            here = attach_quotations(p, here, before, last, paragraphs[n + 1] if n + 1 < len(paragraphs) else None)
            found += here
        before, last = p, here
    statements = [s for s in map(_state, found) if s]
    statements.sort(key=lambda s: (s.content[0], s.cue or (0, 0)))
    return tuple(statements)


def _paragraphs(article: Article) -> list[Paragraph]:
    out: list[Paragraph] = []
    sentences = article.sentences
    if not sentences:
        return out
    glued = GLUED.search(article.text, sentences[0].start, sentences[-1].end) is not None
    i = 0
    while i < len(sentences):
        j = i
        while j < len(sentences) and sentences[j].block == sentences[i].block:
            j += 1
        out.append(Paragraph(article.text, sentences[i:j], glued=glued))
        i = j
    return out


def _is_negated(one: Found) -> bool:
    """Whether a verb is denied its stance: "did not confirm", "has never promised"."""
    if one.entry.kind != "verb" or one.rule == "sentence-before":
        return False
    p = one.cue_paragraph or one.paragraph
    start = verb_group_start(p, one.cue[0], max(0, one.cue[0] - 6))
    return any(w in {"not", "never"} or w.endswith(("n't", "n’t")) for w in p.low[start : one.cue[0]])


def _state(one: Found) -> Statement | None:
    p = one.paragraph
    content: list[Offsets] = []
    for q, a, b in [(p, a, b) for a, b in one.content] + [(q, a, b) for q, (a, b) in one.more]:
        x, y = a, min(b, len(q.low))
        while x < y and q.tag[x] in ",;:.-)'":
            x += 1
        while x < y and q.tag[y - 1] in ",;:.-('":
            y -= 1
        if x < y:
            content.append(q.offsets(x, y))
    # marks alone ("?", a lone quotation mark) say nothing
    if not any(any(map(str.isalnum, p.text[start:end])) for start, end in content):
        return None
    content.sort()
    mention = (one.mention_paragraph or p).offsets(*one.mention) if one.mention else None
    return Statement(
        tuple(content),
        mention,
        (one.cue_paragraph or p).offsets(*one.cue),
        "other" if _is_negated(one) else one.entry.stance,
        one.rule,
        tuple([p.offsets(*r) for r in one.relays]),
    )
