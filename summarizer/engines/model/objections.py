"""What is wrong with an answer, said so that a model can put it right: the claim, the quote, what the sentence says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.contract.article import ReadOnce
from summarizer.grounding.checks.injection import looks_like_instruction
from summarizer.grounding.checks.line_checks import unproved_figures
from summarizer.grounding.extraction import path_text
from summarizer.grounding.locate import locate
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.fence import neutralise
from summarizer.text.overlap import content_words, measure_overlap, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import DraftClaim
    from summarizer.engines.model.answers import Parsed
    from summarizer.grounding.placing import Problem

_MOST = 8  # a long list of complaints confuses a weak model and costs as much as the answer
_SHOWN = 600
_FEWEST_WORDS = 2
_HELD = 0.4  # of its weighted content words; chosen by eye on a few answers of a small model


def is_grounded(article: Article, claim: DraftClaim) -> bool:
    """Whether every quote of a claim stands in the article."""
    return all(locate(article, quote, claim.sentence) is not None for quote in claim.quotes)


def is_sound(article: Article, claim: DraftClaim) -> bool:
    """Whether a claim is grounded and says no number that its evidence does not hold."""
    return is_grounded(article, claim) and not _unproved(article, claim)


def _unproved(article: Article, claim: DraftClaim) -> tuple[str, ...]:
    places = [locate(article, quote, claim.sentence) for quote in claim.quotes]
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


def object_to_parts(article: Article, problems: Sequence[Problem]) -> list[str]:
    """Say what is wrong with an answer to a custom schema: where, which quote, and what its sentence says."""
    return [_about_part(article, problem) for problem in problems[:_MOST]]


def _about_part(article: Article, problem: Problem) -> str:
    place = path_text(problem.path) or "The answer"
    about = _about_quote(article, problem.quote, problem.sentence) if problem.quote else problem.message
    return f"{place}: {about}"


def _about_quotes(article: Article, claim: DraftClaim) -> list[str]:
    missing = [quote for quote in claim.quotes if locate(article, quote, claim.sentence) is None]
    return [_about_quote(article, quote, claim.sentence) for quote in missing]


def _about_quote(article: Article, quote: str, number: int) -> str:
    """Say that the article does not hold a quote, and what the sentence that was named for it says."""
    said = f'the quote "{quote[:_SHOWN]}" does not stand in the article.'
    sentences = sentences_of(article)
    if not 1 <= number <= len(sentences):
        return f"{said} There is no sentence {number}."
    one = sentences[number - 1]
    return f'{said} Sentence {number} says: "{neutralise(article.text[one.start : one.end])[:_SHOWN]}"'


def _about_figures(article: Article, claim: DraftClaim) -> list[str]:
    return [f'it says "{words}", but its sentence does not.' for words in _unproved(article, claim)[:1]]


def _about_summary(parsed: Parsed) -> list[str]:
    said = [f"The {name} is empty." for name in ("headline", "abstract") if not getattr(parsed, name)]
    for number, point in enumerate(parsed.key_points, start=1):
        missing = [cited for cited in point.claims if not 1 <= cited <= len(parsed.claims)]
        if missing:
            said.append(f"Key point {number} cites claim {missing[0]}, but the claims are 1 to {len(parsed.claims)}.")
    return said
