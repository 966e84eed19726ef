"""What is wrong with an answer, said so that a model can put it right: the claim, the quote, what the sentence says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from summarizer.contract.article import ReadOnce
from summarizer.contract.report import Claim
from summarizer.engines.model.summary_lines import complain_of_lines, show_lines
from summarizer.engines.model.task import Objections
from summarizer.grounding.checks.injection import find_instructions, looks_like_instruction
from summarizer.grounding.checks.line_checks import unproved_figures
from summarizer.grounding.checks.source import contradicting_speaker
from summarizer.grounding.extraction import path_text
from summarizer.grounding.ground import ground_claim
from summarizer.grounding.locate import locate
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.fence import neutralise
from summarizer.text.numerals import find_numerals
from summarizer.text.overlap import content_words, measure_overlap, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import DraftClaim
    from summarizer.engines.model.answers import Parsed
    from summarizer.engines.model.summary_lines import UnsupportedLine
    from summarizer.grounding.placing import Problem

_LOST = 100  # a claim whose quote is not there is lost, whatever else is wrong with it
_MOST = 8  # a long list of complaints confuses a weak model and costs as much as the answer
_SHOWN = 600
_FEWEST_WORDS = 2
_HELD = 0.4  # of its weighted content words; chosen by eye on a few answers of a small model


def is_grounded(article: Article, claim: DraftClaim) -> bool:
    """Whether every quote of a claim stands in the article."""
    return all(locate(article, quote, claim.sentence) is not None for quote in claim.quotes)


class Complaint(NamedTuple):
    """What is wrong with a claim, which stands at a place among those of the answer; -1 for one that was not read."""

    place: int
    number: int
    text: str


def faults_of(article: Article, claim: DraftClaim) -> int:
    """How much of a claim would be lost or wrong: a quote that is not there weighs most, then who says it, a number."""
    missing = sum(locate(article, quote, claim.sentence) is None for quote in claim.quotes)
    return _LOST * missing if missing else len(_about_speaker(article, claim)) + len(_about_figures(article, claim))


def complain(article: Article, parsed: Parsed) -> list[Complaint]:
    """What of an answer's claims would be lost or wrong, each under the number that the model gave it."""
    complaints = [
        Complaint(place, parsed.number_of(place), text)
        for place, claim in enumerate(parsed.claims)
        for text in _about_quotes(article, claim) or (*_about_speaker(article, claim), *_about_figures(article, claim))
    ]
    if not parsed.is_cut:
        reasons = zip(parsed.unread, parsed.refused, strict=False)
        complaints += [Complaint(-1, number, f"it could not be read ({one.reason}).") for number, one in reasons]
    return sorted(complaints, key=lambda one: one.number)


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
    if find_instructions(whole):
        whole = "\n".join(text for text in sentences if looks_like_instruction(text) is None)
    return frozenset(stems(whole))


def object_to(article: Article, parsed: Parsed, *, is_whole: bool, lines: Sequence[UnsupportedLine] = ()) -> Objections:
    """Say what grounding would refuse or doubt in an answer, and what a summary lacks; no sentences when it is good.

    `lines` are those of the summary that nothing supports: they are complained of where all else is well, since a long
    list of complaints confuses a weak model. What is in question, and nothing else, is shown to the model again.
    """
    complaints = complain(article, parsed)
    said = [f"Claim {one.number}: {one.text}" for one in complaints]
    empty = _about_summary(parsed) if is_whole and not parsed.is_cut else []
    if empty:
        return Objections([*said, *empty][:_MOST], len(said) + len(empty))
    if said or not lines:
        return Objections(said[:_MOST], len(said), _in_question(parsed, complaints[:_MOST]) if said else None)
    doubted = complain_of_lines(lines)
    return Objections(doubted[:_MOST], len(doubted), show_lines(lines), "lines")


def _in_question(parsed: Parsed, complaints: Sequence[Complaint]) -> str:
    """The claims that some complaints are about, in the form that is asked for, under the model's numbers."""
    asked = {one.number: one.place for one in complaints}
    sources: dict[str, dict[str, str]] = {}
    claims = []
    for number, place in asked.items():
        if place < 0:
            claims.append(parsed.unread[number])
            continue
        claim = parsed.claims[place]
        if claim.source:
            described = {"name": claim.source, "kind": claim.kind, "role": claim.role}
            sources[claim.source] = {name: value for name, value in described.items() if value}
        told = claim.model_dump(mode="json", exclude={"kind", "role"})
        claims.append({"number": number} | {name: value for name, value in told.items() if value})
    return json.dumps({"sources": list(sources.values()), "claims": claims}, ensure_ascii=False)


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


def _about_speaker(article: Article, claim: DraftClaim) -> list[str]:
    """Whom the sentence of a claim's quote names as saying it, where that is another person."""
    made = ground_claim(article, claim, claim_id="c1", origin="model")
    other = contradicting_speaker(article, made) if isinstance(made, Claim) else None
    return (
        [] if other is None else [f'it has "{claim.source}" as its source, but the sentence says that "{other}" does.']
    )


def _about_figures(article: Article, claim: DraftClaim) -> list[str]:
    """The first number of a claim's text that the article has nowhere, or beside its quote for something else."""
    places = [locate(article, quote, claim.sentence) for quote in claim.quotes]
    spans = sorted((place.start, place.end) for place in places if place is not None)
    wrong = unproved_figures(article, claim.text, spans) if spans and len(spans) == len(places) else ()
    return [f'it says "{words}", but its sentence does not.' for words in wrong if not _is_told(article, words)][:1]


def _is_told(article: Article, words: str) -> bool:
    """Whether an article has all numbers of some words somewhere."""
    values = [one.value for one in find_numerals(words)]
    return bool(values) and all(value and value in _numbers_in(article) for value in values)


@ReadOnce
def _numbers_in(article: Article) -> frozenset[float]:
    return frozenset(one.value for one in find_numerals(article.text))


def _about_summary(parsed: Parsed) -> list[str]:
    return [f"The {name} is empty." for name in ("headline", "abstract") if not getattr(parsed, name)]
