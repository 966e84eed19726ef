"""Chooses headline, abstract and key points from an article's own sentences, by position, centrality and attribution.

Centrality follows Luhn (1958, "The automatic creation of literature abstracts"): a sentence counts for as much as the
words in it that the article repeats, over the square root of its length. The lead is preferred because news is
written so: Nenkova (2005) found no system of DUC 2002 significantly ahead of the first sentences.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.checks.injection import find_instructions
from summarizer.reading.layout.dateline import past_dateline
from summarizer.reading.layout.layout import layout_of, sentences_of
from summarizer.text.words import either, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import DraftClaim

_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d,.]*\d|\d")
_STOP_WORDS = word_set("drafts.summary.stop_words")
_BACKWARD = re.compile(rf"(?:[•*–-]\s|(?:{either('drafts.summary.backward_openings')})\b)")
_DANGLING = word_set("drafts.summary.dangling")
_WORD_PARTS = re.compile(r"\w+")
_LONGEST_ENDING = 40  # characters: a claim is not searched from its start
_DIGIT = re.compile(r"\d")
_STOPS = (".", "!", "?", "…")
_AFTER_STOP = "\"'”’)]"

MAX_ABSTRACT = 700  # characters: three long news sentences
MAX_POINTS = 6
MAX_HEADLINE = 200


class Outline(NamedTuple):
    """A summary before it is a draft: key points come with the positions (from 1) of the claims they rest on."""

    headline: str
    abstract: str
    key_points: tuple[tuple[str, tuple[int, ...]], ...]


class _Scored(NamedTuple):
    number: int
    text: str
    words: frozenset[str]
    score: float


def words_of(text: str) -> list[str]:
    """The content words of a text, lower-cased, plural and possessive endings taken off."""
    return list(chain.from_iterable(map(_content_of, text.lower().split())))


# Most of what stands between two blanks stands in earlier sentences too: to read each anew takes 5% of the whole path
# (benchmarks/extractive.py).
@lru_cache(maxsize=32768)
def _content_of(chunk: str) -> tuple[str, ...]:
    words = [word for word in _WORD.findall(chunk) if word not in _STOP_WORDS]
    # Neither `stem` of text/overlap.py nor `singular` of the sources: both join more words, and summaries would change.
    return tuple(word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word for word in words)


def outline(article: Article, claims: Sequence[DraftClaim]) -> Outline:
    """Choose a headline, an abstract and key points; every word of them stands in the article or is a source's name."""
    orders = _orders(article)
    ranked = [one for one in _score(article, claims) if one.number not in orders]
    headline = _headline(article, ranked)
    return Outline(headline, _abstract(headline, ranked), _key_points(claims, ranked, orders))


def _orders(article: Article) -> frozenset[int]:
    """The numbers of the sentences that look like an order to a model: they are quoted with a check, not summed up."""
    suspects = find_instructions(article.text)
    if not suspects:
        return frozenset()
    return frozenset(
        one.number
        for one in sentences_of(article)
        if any(suspect.start < one.end and one.start < suspect.end for suspect in suspects)
    )


def _score(article: Article, claims: Sequence[DraftClaim]) -> list[_Scored]:
    layout = layout_of(article)
    body = [one for one in layout.sentences if layout.blocks[one.block].kind == "body"] or list(layout.sentences)
    texts = [article.text[one.start : one.end] for one in body]
    for n, one in enumerate(body[:3]):
        texts[n] = article.text[past_dateline(article.text, one.start, one.end) : one.end]
    lists = [words_of(article.text[one.start : one.end]) for one in body]
    sets = list(map(frozenset, lists))
    frequency = Counter(chain.from_iterable(sets))
    attributed = {claim.sentence for claim in claims}
    scored: list[_Scored] = []
    for index, (one, words, distinct) in enumerate(zip(body, lists, sets, strict=True)):
        repeated = sum(map(frequency.__getitem__, distinct)) - len(distinct)
        centrality = repeated / math.sqrt(len(words) + 4)
        lead = 1.0 + 1.5 / (1 + index)
        weight = 1.15 if one.number in attributed else 1.0
        scored.append(_Scored(one.number, texts[index], distinct, centrality * lead * weight))
    return scored


def _headline(article: Article, ranked: Sequence[_Scored]) -> str:
    title = article.title or next(
        (article.text[block.start : block.end] for block in layout_of(article).blocks if block.kind == "title"), ""
    )
    if title.strip():
        return _one_line(title)
    lead = ranked[:3]
    if not lead:
        return ""
    best = max(lead, key=lambda one: (len(one.words) >= 4, one.score, -one.number))
    return shorten(_one_line(best.text), MAX_HEADLINE)


def _abstract(headline: str, ranked: Sequence[_Scored]) -> str:
    """The lead and up to two central sentences that add to it, in the article's order."""
    whole = [one for one in ranked if len(one.words) >= 4 and len(one.text) <= MAX_ABSTRACT and _is_ended(one.text)]
    whole = whole or [one for one in ranked if one.words][:1]
    if not whole:
        return ""
    known = frozenset(words_of(headline))
    lead = next((one for one in whole[:4] if not _BACKWARD.match(one.text) and not one.words <= known), whole[0])
    chosen = [lead]
    by_score = sorted(whole, key=lambda one: one.score, reverse=True)
    for _ in range(2):
        best = _next(by_score, chosen)
        if best is None:
            break
        chosen.append(best)
    chosen.sort(key=lambda one: one.number)
    text = " ".join(_one_line(one.text) for one in chosen)
    return shorten(text, MAX_ABSTRACT)


def _next(by_score: Sequence[_Scored], chosen: Sequence[_Scored]) -> _Scored | None:
    """The sentence that adds most to those chosen and still fits beside them; the earlier one of two alike."""
    covered = frozenset().union(*[one.words for one in chosen])
    room = MAX_ABSTRACT - sum([len(one.text) + 1 for one in chosen])
    best: tuple[float, int, _Scored] | None = None
    for one in by_score:
        if best is not None and one.score < -best[0]:
            break
        if len(one.text) > room or one in chosen:
            continue
        novelty = len(one.words - covered) / max(1, len(one.words))
        rank = (-one.score * novelty, one.number, one)
        if novelty >= 0.4 and (best is None or rank < best) and not _leans_back(one):
            best = rank
    return best[2] if best else None


def _is_ended(text: str) -> bool:
    return text.rstrip(_AFTER_STOP).endswith(_STOPS)


def _leans_back(one: _Scored) -> bool:
    """Whether a sentence cannot stand alone: it begins with a pronoun or connective, or with half a quotation."""
    text = one.text
    if text[:1] in "\"“”'‘" or text.count('"') % 2 == 1 or text.count("“") != text.count("”"):
        return True
    return _BACKWARD.match(text) is not None


def _key_points(
    claims: Sequence[DraftClaim], ranked: Sequence[_Scored], left_out: frozenset[int]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Up to six claims that weigh most, no two alike and no source more than twice, in the article's order."""
    score = {one.number: one.score for one in ranked}
    weights = [score.get(claim.sentence, 0.0) * _claim_weight(claim) for claim in claims]
    chosen: list[tuple[int, set[str]]] = []
    per_source: dict[str, int] = {}
    for index in sorted(range(len(claims)), key=lambda at: (-weights[at], at)):
        claim = claims[index]
        source = claim.source.casefold()
        told = per_source.get(source, 0)
        if told >= 2 or claim.sentence in left_out:
            continue
        words = set(words_of(claim.text))
        if len(words) < 3 or _is_like(words, chosen):
            continue
        chosen.append((index, words))
        per_source[source] = told + 1
        if len(chosen) == MAX_POINTS:
            break
    return tuple((point_text(claims[index]), (index + 1,)) for index, _ in sorted(chosen))


def _is_like(words: set[str], chosen: Sequence[tuple[int, set[str]]]) -> bool:
    return any(2 * len(words & other) > min(len(words), len(other)) for _, other in chosen)


def _claim_weight(claim: DraftClaim) -> float:
    text = claim.text
    figures = 1.2 if _DIGIT.search(text) else 1.0
    named = 0.7 if claim.kind in ("anonymous", "outlet") else 1.0
    long = 0.6 if len(text) > 400 else 1.0
    broken = 0.3 if _is_dangling(text) else 1.0  # bad translation cuts sentences in the middle
    return figures * named * long * broken


def _is_dangling(text: str) -> bool:
    """Whether a text's last word announces another one."""
    words = _WORD_PARTS.findall(text[-_LONGEST_ENDING:])
    return bool(words) and words[-1] in _DANGLING


def point_text(claim: DraftClaim) -> str:
    """A claim as a key point: its source's name, then its text, unless the text names the source already."""
    text = shorten(_one_line(claim.text), 320)
    named = claim.source.casefold() in text[: len(claim.source) + 30].casefold()
    if named or not claim.source or claim.kind == "outlet":
        return text
    return f"{claim.source[0].upper()}{claim.source[1:]}: {text}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def shorten(text: str, limit: int) -> str:
    """Cut a text to at most `limit` characters, at a sentence, clause or word and never inside a word."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    sentence = max(cut.rfind(". "), cut.rfind("! "), cut.rfind("? "))
    if sentence >= limit // 2:
        return cut[: sentence + 1]
    word = max(cut.rfind(" "), cut.rfind("\u3000"))
    return (cut[:word] if word > limit // 3 else cut).rstrip(" ,;:-–—") + "…"
