"""What is wrong with an answer, said so that a model can put it right: the claim, the quote, what the sentence says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.contract.article import ReadOnce
from summarizer.grounding.checks.claim_checks import unproved_figures
from summarizer.grounding.checks.injection import looks_like_instruction
from summarizer.grounding.locate import find_quote
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.fence import neutralise
from summarizer.text.overlap import content_words, measure_overlap, stems

if TYPE_CHECKING:
    from summarizer.contract.article import Article
    from summarizer.contract.draft import DraftClaim
    from summarizer.engines.model.answers import Parsed

_MOST = 8  # a long list of complaints confuses a weak model and costs as much as the answer
_SHOWN = 600
_FEWEST_WORDS = 2
_HELD = 0.4  # of its weighted content words; chosen by eye on a few answers of a small model


def is_grounded(article: Article, claim: DraftClaim) -> bool:
    """Whether every quote of a claim stands in the article."""
    return all(find_quote(article, quote, claim.sentence) is not None for quote in claim.quotes)


def is_sound(article: Article, claim: DraftClaim) -> bool:
    """Whether a claim is grounded and says no number that its evidence does not hold."""
    return is_grounded(article, claim) and not _unproved(article, claim)


def _unproved(article: Article, claim: DraftClaim) -> tuple[str, ...]:
    places = [find_quote(article, quote, claim.sentence) for quote in claim.quotes]
    spans = sorted((place.start, place.end) for place in places if place is not None)
    return unproved_figures(article, claim.text, spans) if spans and len(spans) == len(places) else ()


def is_of_article(article: Article, text: str) -> bool:
    """Whether a line of a summary speaks of the article at all, and does not speak to its reader as an order would."""
    if len(content_words(text)) < _FEWEST_WORDS or looks_like_instruction(text) is not None:
        return False
    return measure_overlap(text, _told(article)).share >= _HELD


@ReadOnce
def _told(article: Article) -> frozenset[str]:
    """The stems of what an article tells; what looks like an order to a model is not what it tells."""
    sentences = [article.text[one.start : one.end] for one in sentences_of(article)]
    whole = "\n".join(sentences)
    if looks_like_instruction(whole) is not None:
        whole = "\n".join(text for text in sentences if looks_like_instruction(text) is None)
    return frozenset(stems(whole))


def object_to(article: Article, parsed: Parsed, *, is_whole: bool) -> list[str]:
    """Say what grounding would refuse in an answer, and what a summary lacks; empty when it is good."""
    complaints = [
        f"Claim {number}: {complaint}"
        for number, claim in enumerate(parsed.claims, start=1)
        for complaint in (*_about_quotes(article, claim), *_about_figures(article, claim))
    ]
    complaints += [f"A claim could not be read ({refused.reason})." for refused in parsed.refused if not parsed.is_cut]
    if is_whole and not parsed.is_cut:
        complaints += _about_summary(parsed)
    return complaints[:_MOST]


def _about_quotes(article: Article, claim: DraftClaim) -> list[str]:
    sentences = sentences_of(article)
    said: list[str] = []
    for quote in claim.quotes:
        if find_quote(article, quote, claim.sentence) is not None:
            continue
        message = f'the quote "{quote[:_SHOWN]}" does not stand in the article.'
        if 1 <= claim.sentence <= len(sentences):
            one = sentences[claim.sentence - 1]
            message += f' Sentence {claim.sentence} says: "{neutralise(article.text[one.start : one.end])[:_SHOWN]}"'
        else:
            message += f" There is no sentence {claim.sentence}."
        said.append(message)
    return said


def _about_figures(article: Article, claim: DraftClaim) -> list[str]:
    return [f'it says "{words}", but its sentence does not.' for words in _unproved(article, claim)[:1]]


def _about_summary(parsed: Parsed) -> list[str]:
    said = [f"The {name} is empty." for name in ("headline", "abstract") if not getattr(parsed, name)]
    for number, point in enumerate(parsed.key_points, start=1):
        missing = [cited for cited in point.claims if not 1 <= cited <= len(parsed.claims)]
        if missing:
            said.append(f"Key point {number} cites claim {missing[0]}, but the claims are 1 to {len(parsed.claims)}.")
    return said
