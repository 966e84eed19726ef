"""Compares a claim's source with what the rules read beside its evidence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import read_cast
from summarizer.attribution.statements import article_statements, source_names
from summarizer.contract.report import Check
from summarizer.grounding.checks.names import is_mixed, name_is_held, name_words, same_name, word_key, words_near
from summarizer.grounding.checks.passage import sentence_range
from summarizer.grounding.checks.vocabulary import NOT_NAMES
from summarizer.text.occurrences import holds_whole, shared_length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.report import Claim
    from summarizer.contract.statement import Offsets, Statement

_KNOWN_AS = re.compile(r"\b(?:known|alias|nicknamed)\b")  # one person with two names
# A mention further than this many sentences from the evidence rarely attributes it: docs/report.md has the figures.
FAR = 3


class Reading(NamedTuple):
    """What the rules read where a claim's evidence stands: the statement and who makes it, by the fullest name."""

    statement: Statement
    source: str | None


def read_evidence(article: Article, claim: Claim) -> Reading | None:
    """The statement of the rules that a claim's evidence matches best, None when it matches none by half.

    Where it matches several, one of the claim's own source comes first.
    """
    spans = [(piece.start, piece.end) for piece in claim.evidence]
    evidence_start, evidence_end = spans[0][0], spans[-1][1]
    statements = article_statements(article)
    first = bisect_left(statements, evidence_start - 2000, key=lambda one: one.content[0][0])
    last = bisect_right(statements, evidence_end, key=lambda one: one.content[0][0])
    names = source_names(article)
    best: Reading | None = None
    best_rank = (False, 0.5)
    for statement in statements[first:last]:
        content = statement.content
        if content[-1][1] <= evidence_start or (share := _common_share(spans, content)) < 0.5:
            continue
        name = names[statement.mention].name if statement.mention else None
        rank = (name is not None and same_name(claim.source.name, name), share)
        # equally matched: the later one is the inner one, and says who speaks
        if rank >= best_rank:
            best, best_rank = Reading(statement, name), rank
    return best


def _common_share(one: Sequence[Offsets], other: Sequence[Offsets]) -> float:
    """What two lists of spans have in common, as a share of all that either holds."""
    common = shared_length(one, other)
    return common / (sum(end - start for start, end in (*one, *other)) - common)


def check_source(article: Article, claim: Claim, near: str, reading: Reading | None) -> list[Check]:
    """Doubts about who a claim is said to come from; `near` is the evidence's sentences and the one before."""
    source = claim.source
    if source.span is None and (source.kind == "outlet" or source.name == "unnamed source"):
        return []
    absent = [name for name in (source.name, *claim.via) if not _is_in(article, name, claim.origin)]
    checks = [Check(code="name_not_in_article", detail=f"the article does not name “{name}”") for name in absent]
    if claim.origin == "rules" or absent:
        return checks
    doubt = _doubt_source(article, claim, near, reading)
    return [*checks, doubt] if doubt is not None else checks


def _doubt_source(article: Article, claim: Claim, near: str, reading: Reading | None) -> Check | None:
    """The doubt about a source that the article names somewhere."""
    source, read = claim.source, reading.source if reading is not None else None
    if read and same_name(source.name, read):
        return None
    if words_near(source.name, near):
        if reading is None or not _is_rival(article, claim, reading):
            return None
        detail = f"“{source.name}” is named beside the evidence, but the rules read “{read}” as who says it"
        return Check(code="source_differs", detail=detail)
    if read and _is_named(read):
        detail = f"“{source.name}” is not named beside the evidence; the rules read “{read}” there"
        return Check(code="source_differs", detail=detail)
    if reading is not None and reading.statement.mention and source.role:
        mention = article.text[slice(*reading.statement.mention)].lower()
        if set(source.role.lower().split()) & set(mention.split()) - {"the", "a", "an", "of"}:
            return None
    if source.span is None or (distance := sentences_between(article, claim)) > FAR:
        place = f"stands {distance} sentences from the evidence" if source.span else "is not named beside the evidence"
        return Check(code="source_far_from_evidence", detail=f"“{source.name}” {place}")
    return None


def _is_in(article: Article, name: str, origin: str) -> bool:
    if not name or holds_whole(article.text, name):
        return True
    if not name_is_held(name, article.text):
        return read_cast(article).fullest(name) is not None
    return origin == "rules" or not is_mixed(name, article.text)


def _is_rival(article: Article, claim: Claim, reading: Reading) -> bool:
    """Whether the rules read another name of the same sort in the evidence's own sentence: two persons, or two bodies.

    A government may speak for its minister, and a company for its lawyer: these do not contradict each other.
    """
    mention = reading.statement.mention
    if mention is None or reading.source is None or not _is_named(reading.source) or not _is_named(claim.source.name):
        return False
    if not words_near(reading.source, article.text[slice(*mention)]):  # "he" may be somebody else
        return False
    if _KNOWN_AS.search(article.text, mention[0], mention[1] + 200):
        return False
    cast = read_cast(article)
    said, read = cast.fullest(claim.source.name), cast.fullest(reading.source)
    if said is None or read is None or said.name == read.name:
        return False
    return (said.kind == "person") is (read.kind == "person")


def _is_named(name: str) -> bool:
    """Whether a reading is a name: "he" or "a former engineer", unresolved, contradicts nobody."""
    words = name_words(name)
    return len(name) > 3 and all(word[0].isupper() for word in words) and word_key(words[0]) not in NOT_NAMES


def sentences_between(article: Article, claim: Claim) -> int:
    """Sentences between the source's mention and the evidence, 0 in the same one."""
    if claim.source.span is None:
        return 0
    mention = max(0, read_cast(article).sentence_at(claim.source.span.start))
    first, last = sentence_range(article, claim.evidence[0].start, claim.evidence[-1].end)
    return max(first - mention, mention - last, 0)
